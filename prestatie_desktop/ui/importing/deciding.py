"""One decision more: functions from what was decided to what is decided then."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.decisions import (
    AssignedAs,
    Assignment,
    ColumnMap,
    Decisions,
    Resolution,
)
from prestatie_desktop.importing.source import Piece, Source, Table, pieces_of

_K = TypeVar("_K")
_V = TypeVar("_V")


def assign(
    decisions: Decisions, source: Source, pieces: Sequence[Piece], said: Assignment
) -> Decisions:
    """Say what these pieces are.

    Of several that are one agreement, the first begins it and the others are its text. A table is
    assigned by its first piece.
    """
    keys = [piece.key for piece in pieces]
    if said.what in (AssignedAs.ROWS, AssignedAs.FIGURES):
        keys = list(dict.fromkeys(_table_key(source, key) for key in keys))
    assigned = dict.fromkeys(keys, said)
    if said.what is AssignedAs.AGREEMENT:
        rest = Assignment(AssignedAs.TEXT_OF, said.target)
        assigned |= dict.fromkeys(keys[1:], rest)
    return replace(decisions, assigned={**decisions.assigned, **assigned})


def unassign(decisions: Decisions, pieces: Iterable[Piece]) -> Decisions:
    """Say nothing of these any more: the program's own proposal stands again."""
    gone = {piece.key for piece in pieces}
    kept = {key: said for key, said in decisions.assigned.items() if key not in gone}
    return replace(decisions, assigned=kept)


def spell(decisions: Decisions, written: str, stands_for: str) -> Decisions:
    """Say for whom a spelling stands: itself for a party of its own, "" for no party."""
    return replace(decisions, spellings={**decisions.spellings, written: stands_for})


def name_kind(decisions: Decisions, name: str, kind: PartyKind) -> Decisions:
    """Say what sort of party a name is; then it is no group."""
    return replace(
        decisions,
        kinds={**decisions.kinds, name: kind},
        members=_without(decisions.members, name),
    )


def set_members(decisions: Decisions, group: str, members: tuple[str, ...]) -> Decisions:
    """Say that a name is a group, and which parties are meant by it."""
    return replace(
        decisions,
        members={**decisions.members, group: members},
        kinds=_without(decisions.kinds, group),
    )


def map_columns(decisions: Decisions, signature: str, columns: ColumnMap) -> Decisions:
    """Say how tables of one layout are to be read."""
    return replace(decisions, columns={**decisions.columns, signature: columns})


def unmap_columns(decisions: Decisions, signature: str) -> Decisions:
    """Read them as the program proposes."""
    return replace(decisions, columns=_without(decisions.columns, signature))


def resolve_each(decisions: Decisions, said: Mapping[str, Resolution]) -> Decisions:
    """Say what happens with each of these parts in the dossier."""
    return replace(decisions, resolutions={**decisions.resolutions, **said})


def unresolve(decisions: Decisions, parts: Iterable[str]) -> Decisions:
    """Leave these to the program again."""
    gone = set(parts)
    kept = {key: said for key, said in decisions.resolutions.items() if key not in gone}
    return replace(decisions, resolutions=kept)


def know_party(decisions: Decisions, name: str, party_id: Id) -> Decisions:
    """Say which party of the dossier it is; "" leaves that to the program."""
    if not party_id:
        return replace(decisions, known_parties=_without(decisions.known_parties, name))
    return replace(decisions, known_parties={**decisions.known_parties, name: party_id})


def take_comments(decisions: Decisions, *, along: bool) -> Decisions:
    """Say whether remarks from the margin come along."""
    return replace(decisions, with_comments=along)


def needs_reading(before: Decisions, after: Decisions) -> bool:
    """Whether the source has to be recognised again; else only what is made of it differs."""

    def read_with(one: Decisions) -> tuple[object, ...]:
        return (one.spellings, one.kinds, one.members, one.columns, one.assigned)

    return read_with(before) != read_with(after)


def _without(kept: Mapping[_K, _V], gone: _K) -> dict[_K, _V]:
    return {key: value for key, value in kept.items() if key != gone}


def _table_key(source: Source, key: int) -> int:
    for block in source.blocks:
        if isinstance(block, Table):
            keys = [piece.key for piece in pieces_of(block)]
            if keys and keys[0] <= key <= keys[-1]:
                return keys[0]
    return key
