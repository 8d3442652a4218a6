"""Edits of parties, actors and groups."""

from dataclasses import replace
from typing import Any

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.bod import BodSubmission, BodText
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.groups import would_be_circular
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.signing import Signatory, SignatureSheet, SigningRule
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Change, Removed, difference
from prestatie_desktop.journal.edits.making import (
    act,
    add,
    edit,
    known,
    known_if_any,
    line,
    lines,
    rank_at,
    rank_last,
    required,
)
from prestatie_desktop.journal.session import Act


def add_party(dossier: Dossier, name: str, kind: PartyKind, **more: Any) -> Act:
    """Add a party at the end of its kind. Raises UserError for an empty or taken name."""
    name = required(name, "De naam van een partij")
    _check_name(dossier, name)
    party = Party(
        id=new_id(),
        kind=kind,
        name=name,
        signs=more.pop("signs", kind is not PartyKind.ACTOR),
        rank=_rank_after_kind(dossier, kind),
        **_checked(dossier, more),
    )
    return add("add_party", party, about=name)


def edit_party(dossier: Dossier, party_id: Id, **new: Any) -> Act:
    """Change fields of a party. Raises UserError for an empty or taken name."""
    party = dossier.get(Party, party_id)
    if "name" in new:
        new["name"] = required(new["name"], "De naam van een partij")
        _check_name(dossier, new["name"], besides=party_id)
    field = "-".join(sorted(new))
    return edit(
        "edit_party", party, about=party.name, burst=f"{field}:{party_id}", **_checked(dossier, new)
    )


def set_logo(dossier: Dossier, party_id: Id, logo: Blob | None) -> Act:
    """Give a party a logo (a checked image), or take it away."""
    party = dossier.get(Party, party_id)
    changed = replace(party, logo_id=logo.id if logo else "")
    blobs = (logo,) if logo else ()
    return act("set_logo", *difference(party, changed), blobs=blobs, about=party.name)


def move_party(dossier: Dossier, party_id: Id, position: int) -> Act:
    """Put a party at another position in the list."""
    party = dossier.get(Party, party_id)
    return edit(
        "move_party", party, about=party.name, rank=rank_at(dossier.parties, position, party_id)
    )


def remove_party(dossier: Dossier, party_id: Id) -> Act:
    """Take out a party everywhere it is named; one step to undo.

    Raises UserError when it has signed or been issued a sheet: those must stay provable.
    """
    party = dossier.get(Party, party_id)
    if dossier.of(SignatureSheet, "party_id", party_id):
        raise UserError(
            f"Voor {party.name} is al een ondertekenblad uitgegeven; de partij blijft daarom staan. "
            "Zet bij de partij uit dat zij tekent als zij niet meer meedoet."
        )
    return act("remove_party", *_forget(dossier, party_id), Removed(party), about=party.name)


def add_group(dossier: Dossier, name: str, members: tuple[Id, ...] = (), note: str = "") -> Act:
    """Add a group of parties. Raises UserError for an empty or taken name."""
    name = required(name, "De naam van een groep")
    _check_name(dossier, name)
    group = PartyGroup(
        id=new_id(),
        name=name,
        members=_members(dossier, members),
        note=lines(note, "De toelichting"),
        rank=rank_last(dossier.all(PartyGroup)),
    )
    return add("add_group", group, about=name)


def edit_group(
    dossier: Dossier,
    group_id: Id,
    *,
    name: str | None = None,
    members: tuple[Id, ...] | None = None,
    note: str | None = None,
) -> Act:
    """Change a group. Raises UserError for a taken name or a group within itself."""
    group = dossier.get(PartyGroup, group_id)
    changed = group
    if name is not None:
        name = required(name, "De naam van een groep")
        _check_name(dossier, name, besides=group_id)
        changed = replace(changed, name=name)
    if members is not None:
        if would_be_circular(dossier, group_id, members):
            raise UserError(
                f"De groep {group.name} kan geen lid zijn van zichzelf; er is niets gewijzigd."
            )
        changed = replace(changed, members=_members(dossier, members))
    if note is not None:
        changed = replace(changed, note=lines(note, "De toelichting"))
    return act("edit_group", *difference(group, changed), about=group.name)


def move_group(dossier: Dossier, group_id: Id, position: int) -> Act:
    """Put a group at another position among the groups."""
    group = dossier.get(PartyGroup, group_id)
    rank = rank_at(dossier.all(PartyGroup), position, group_id)
    return edit("move_group", group, about=group.name, rank=rank)


def remove_group(dossier: Dossier, group_id: Id) -> Act:
    """Take out a group everywhere it is named; its members stay."""
    group = dossier.get(PartyGroup, group_id)
    return act("remove_group", *_forget(dossier, group_id), Removed(group), about=group.name)


def _forget(dossier: Dossier, party_id: Id) -> list[Change]:
    owned: list[Entity] = [
        *dossier.of(Role, "party_id", party_id),
        *dossier.of(SigningRule, "party_id", party_id),
        *dossier.of(Signatory, "party_id", party_id),
        *dossier.of(BodText, "party_id", party_id),
        *dossier.of(BodSubmission, "party_id", party_id),
    ]
    changes: list[Change] = [Removed(entity) for entity in owned]
    for group in dossier.all(PartyGroup):
        rest = tuple(m for m in group.members if m != party_id)
        changes += difference(group, replace(group, members=rest))
    for party in dossier.parties:
        if party.id != party_id:
            rest = tuple(m for m in party.represents if m != party_id)
            successor = "" if party.successor_id == party_id else party.successor_id
            changes += difference(party, replace(party, represents=rest, successor_id=successor))
    for agreement in dossier.all(Agreement):
        rest = tuple(m for m in agreement.municipalities if m != party_id)
        owner = "" if agreement.question_owner_id == party_id else agreement.question_owner_id
        changes += difference(
            agreement, replace(agreement, municipalities=rest, question_owner_id=owner)
        )
    for commitment in dossier.all(Commitment):
        changes += difference(
            commitment,
            replace(
                commitment,
                corporation_id=_unless(party_id, commitment.corporation_id),
                municipality_id=_unless(party_id, commitment.municipality_id),
            ),
        )
    for series in dossier.all(Series):
        columns = tuple(replace(c, party_id=_unless(party_id, c.party_id)) for c in series.columns)
        changes += difference(series, replace(series, columns=columns))
    return changes


def _unless(gone: Id, value: Id) -> Id:
    return "" if value == gone else value


def _members(dossier: Dossier, members: tuple[Id, ...]) -> tuple[Id, ...]:
    known(dossier, (Party, PartyGroup), *members)
    return tuple(dict.fromkeys(members))


def _checked(dossier: Dossier, new: dict[str, Any]) -> dict[str, Any]:
    known_if_any(dossier, (Party,), *new.get("represents", ()), new.get("successor_id", ""))
    for name, what in (("legal_name", "De statutaire naam"), ("seat", "De vestigingsplaats")):
        if name in new:
            new[name] = line(new[name], what)
    if "note" in new:
        new["note"] = lines(new["note"], "De toelichting")
    if "aliases" in new:
        new["aliases"] = tuple(a for one in new["aliases"] if (a := line(one, "Een andere naam")))
    return new


def _check_name(dossier: Dossier, name: str, besides: Id = "") -> None:
    taken: list[Party | PartyGroup] = [*dossier.parties, *dossier.all(PartyGroup)]
    for other in taken:
        if other.id != besides and other.name.casefold() == name.casefold():
            raise UserError(
                f"Er is al een partij of groep met de naam {other.name}; er is niets gewijzigd."
            )


def _rank_after_kind(dossier: Dossier, kind: PartyKind) -> str:
    order = list(PartyKind)
    parties = dossier.parties
    place = max(
        (i + 1 for i, p in enumerate(parties) if order.index(p.kind) <= order.index(kind)),
        default=0,
    )
    return rank_at(parties, place)
