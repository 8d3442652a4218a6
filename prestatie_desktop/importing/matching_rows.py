"""Which row of the dossier a row of the source is: the same place, in the same table.

Of two rows with the same place, table and corporation the first of the source is the first of the
dossier. A row without a place is the same only when all that it says is the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.matching_names import folded
from prestatie_desktop.importing.matching_pairs import Ground, Pairing
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.reading import FoundRow

_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class RowPairing:
    """The pairs, and the rows of the dossier by their place."""

    pairing: Pairing[FoundRow, Commitment]
    by_place: Mapping[str, Sequence[Commitment]]

    def others(self, place: int) -> list[Commitment]:
        """Other rows of the dossier with the same location."""
        pair = self.pairing.pairs.get(place)
        where = folded(self.pairing.parts[place].values.get("location", ""))
        found = self.by_place.get(where, ())[: _MOST_OFFERED + 1]
        return [row for row in found if pair is None or row.id != pair.entity.id][:_MOST_OFFERED]


def pair_rows(
    parts: Sequence[FoundRow],
    wanted: Mapping[str, Commitment],
    standing: Sequence[Commitment],
    decisions: Decisions,
) -> RowPairing:
    """The rows of the source, each with the one of the dossier it is.

    `wanted` has, by the key of each part, the row it would be by itself.
    """
    pairing = Pairing[FoundRow, Commitment](parts, standing, decisions)

    def row_of(one: FoundRow | Commitment) -> Commitment:
        return wanted[one.key] if isinstance(one, FoundRow) else one

    def whole(one: FoundRow | Commitment) -> object:
        row = row_of(one)
        where = folded(row.location)
        return (row.kind_id, row.corporation_id, where) if where else _said(row)

    def without_corporation(one: FoundRow | Commitment) -> object:
        row = row_of(one)
        where = folded(row.location)
        return (row.kind_id, where) if where else None

    def corporation_is_open(one: Commitment) -> object:
        return None if one.corporation_id else without_corporation(one)

    def says_no_corporation(one: FoundRow) -> object:
        return None if row_of(one).corporation_id else without_corporation(one)

    same_place = MatchReason.SAME_PLACE
    pairing.by(Ground(same_place, whole, whole))
    pairing.by(Ground(same_place, without_corporation, corporation_is_open))
    pairing.by(Ground(same_place, says_no_corporation, without_corporation))
    return RowPairing(pairing, _by_place(standing))


def _said(row: Commitment) -> tuple[object, ...]:
    """All that a row without a place says."""
    numbers = (row.homes, row.homes_after, row.offered, row.amount, row.accessibility, row.price)
    raws = tuple(number.raw for number in numbers)
    return (row.kind_id, row.corporation_id, row.agreement_id, row.dwelling_type, row.note, *raws)


def _by_place(rows: Iterable[Commitment]) -> dict[str, list[Commitment]]:
    found: dict[str, list[Commitment]] = {}
    for row in rows:
        where = folded(row.location)
        if where:
            found.setdefault(where, []).append(row)
    return found
