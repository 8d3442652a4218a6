"""What a corporation's bod adds up to: per kind, per year, offered beside agreed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from prestatie_desktop.domain.bod import BodSubmission
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, ProjectStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.domain.quantity import EMPTY, Quantity
from prestatie_desktop.domain.totals import Total, total


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOverview:
    """One table of a bod with its totals. A row that stands there twice is counted once.

    Years in which a row says nothing are no gap: they are left out of a year's total.
    """

    kind: CommitmentKind
    rows: tuple[Commitment, ...]
    #: Rows that say the same as an earlier one.
    doubles: tuple[Commitment, ...]
    per_year: tuple[Total, ...]
    without_year: Total
    offered: Total
    agreed: Total


def corporations(dossier: Dossier) -> tuple[Party, ...]:
    """The parties that make a bod, in order."""
    return tuple(p for p in dossier.parties if p.kind is PartyKind.CORPORATION)


def rows_of(dossier: Dossier, kind_id: Id, party_id: Id = "") -> tuple[Commitment, ...]:
    """The rows of a kind, of one corporation or of all, without what was cancelled."""
    return tuple(
        row
        for row in dossier.of(Commitment, "kind_id", kind_id)
        if (not party_id or row.corporation_id == party_id)
        and row.status is not ProjectStatus.CANCELLED
    )


def overview(
    kind: CommitmentKind, rows: Sequence[Commitment], years: Sequence[int]
) -> KindOverview:
    """The totals of a table over the years of the bod."""
    twice = doubles(rows)
    left_out = {row.id for row in twice}
    once = [row for row in rows if row.id not in left_out]
    return KindOverview(
        kind=kind,
        rows=tuple(rows),
        doubles=twice,
        per_year=tuple(_total(row.in_year(year) for row in once) for year in years),
        without_year=_total(without_year(row) for row in once),
        offered=total(offer(row) for row in once),
        agreed=total(agreed(row) for row in once),
    )


def agreed(row: Commitment) -> Quantity:
    """What is agreed: homes, or the amount of a free promise."""
    return row.amount if row.homes.is_empty and not row.amount.is_empty else row.homes


def offer(row: Commitment) -> Quantity:
    """What was offered: the agreed number while no other offer was written down."""
    return agreed(row) if row.offered.is_empty else row.offered


def without_year(row: Commitment) -> Quantity:
    """The part of an offer that no year was given for; blank when the years hold all of it."""
    offered = offer(row)
    if not row.phasing:
        return offered
    whole, planned = counted(offered), _phased(row)
    if whole is None or planned is None or planned >= whole:
        return EMPTY
    rest = whole - planned
    # Reckoned, not read: 1900 homes would be taken for a year.
    said = Quantity(raw=f"{rest:f}".replace(".", ","), unit=offered.unit)
    return replace(said, lower=rest) if offered.value is None else replace(said, value=rest)


def phased_too_much(row: Commitment) -> bool:
    """Whether the years together hold more than was offered."""
    whole, planned = counted(offer(row)), _phased(row)
    return whole is not None and planned is not None and planned > whole


def difference(row: Commitment) -> Decimal | None:
    """How much more (or, below zero, less) was agreed than offered; None when that cannot be said."""
    before, now = counted(offer(row)), counted(agreed(row))
    return None if before is None or now is None else now - before


def counted(quantity: Quantity) -> Decimal | None:
    """The number a quantity has in a total: its value, else its lower bound."""
    return quantity.lower if quantity.value is None else quantity.value


def doubles(rows: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Rows with the corporation, place and known number of an earlier row of the same table."""
    seen: set[tuple[Id, Id, str, Decimal]] = set()
    found = []
    for row in rows:
        place, number = " ".join(row.location.casefold().split()), counted(agreed(row))
        if not place or not number:
            continue
        key = (row.kind_id, row.corporation_id, place, number)
        if key in seen:
            found.append(row)
        seen.add(key)
    return tuple(found)


def submission_of(dossier: Dossier, party_id: Id) -> BodSubmission | None:
    """The latest time a corporation handed in its bod, or None."""
    found = dossier.of(BodSubmission, "party_id", party_id)
    return max(found, key=lambda s: (s.submitted_on, s.registered_at), default=None)


def keeps_offer(dossier: Dossier, row: Commitment, typed: str) -> bool:
    """Whether another agreed number must first write down what was offered.

    After the bod was handed in, a change of what is agreed no longer changes the offer.
    """
    return (
        row.offered.is_empty
        and not row.homes.is_empty
        and row.homes.raw.strip() != typed.strip()
        and bool(row.corporation_id)
        and submission_of(dossier, row.corporation_id) is not None
    )


def _phased(row: Commitment) -> Decimal | None:
    parts = [counted(phase.quantity) for phase in row.phasing]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _total(quantities: Iterable[Quantity]) -> Total:
    return total(quantity for quantity in quantities if not quantity.is_empty)
