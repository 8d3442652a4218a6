"""Parties and groups of a source in a dossier, and who is meant by each name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from prestatie_desktop.domain.groups import would_be_circular
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.importing.matching_pairs import Pairing
from prestatie_desktop.importing.matching_parties import (
    FoundNamed,
    Named,
    paired_parties,
    similar_names,
)
from prestatie_desktop.importing.planning_draft import Work
from prestatie_desktop.importing.planning_names import as_written, known_names
from prestatie_desktop.importing.planning_ranks import ranks_among
from prestatie_desktop.importing.planning_texts import short
from prestatie_desktop.importing.reading import FoundGroup, FoundParty
from prestatie_desktop.journal.edits.making import MAX_LINE
from prestatie_desktop.words.importing import nameless

_KIND_PLACES = {kind: place for place, kind in enumerate(PartyKind)}


class Names:
    """Who is meant by a name of the source."""

    def __init__(self, spellings: Mapping[str, str], named: Iterable[tuple[str, Named]]) -> None:
        """`spellings` as `known_names`; `named` has each name with what bears it in the dossier."""
        self._spellings = spellings
        self._bearers = {as_written(name): bearer for name, bearer in named}
        self._known: dict[str, Named | None] = {}

    def of(self, name: str) -> Id:
        """The party or group, or "" when nobody is meant or it was left out."""
        found = self._find(name)
        return found.id if found else ""

    def party(self, name: str) -> Id:
        """The same, but never a group."""
        found = self._find(name)
        return found.id if isinstance(found, Party) else ""

    def _find(self, name: str) -> Named | None:
        if name not in self._known:
            stands_for = self._spellings.get(as_written(name), "")
            self._known[name] = self._bearers.get(as_written(stands_for))
        return self._known[name]


def plan_parties(work: Work) -> Names:
    """Bring the parties and groups in."""
    parts: tuple[FoundNamed, ...] = (*work.reading.parties, *work.reading.groups)
    standing: tuple[Named, ...] = (*work.dossier.parties, *work.dossier.all(PartyGroup))
    pairing = paired_parties(parts, standing, work.decisions)
    new = dict(_newcomers(work, pairing))
    bearers = {**{place: pair.entity for place, pair in pairing.pairs.items()}, **new}
    names = Names(
        known_names(work.reading, work.decisions),
        ((parts[place].name, bearer) for place, bearer in bearers.items()),
    )
    for place, part in enumerate(parts):
        pair = pairing.pairs.get(place)
        others = [one for one in similar_names(part, standing) if not pair or one != pair.entity]
        if work.is_left_out(part):
            work.left_out(part, pair)
        elif pair is None:
            entity = _updated(work, new[place], part, names)
            work.draft.add(entity)
            work.added(part, entity, others)
        else:
            changed = work.draft.change(pair.entity, _updated(work, pair.entity, part, names))
            work.updated(part, pair, changed=changed, others=others)
    return names


def _newcomers(work: Work, pairing: Pairing[FoundNamed, Named]) -> Iterator[tuple[int, Named]]:
    """The parties and groups that are new, each with a name and a place of its own."""
    parts = pairing.parts
    new = [place for place in pairing.unpaired() if not work.is_left_out(parts[place])]
    parties = [(place, part) for place in new if isinstance(part := parts[place], FoundParty)]
    groups = [(place, part) for place in new if isinstance(part := parts[place], FoundGroup)]
    taken = {one.name.casefold() for one in pairing.entities}
    # In the order of the source: of two equal names the first keeps it as it is.
    called = {place: _free_name(parts[place], taken) for place in new}
    for (place, part), rank in zip(parties, _party_ranks(work, parties), strict=True):
        yield (
            place,
            Party(
                id=new_id(),
                kind=part.kind,
                name=called[place],
                signs=part.signs and part.kind is not PartyKind.ACTOR,
                rank=rank,
            ),
        )
    standing = [group.rank for group in work.dossier.all(PartyGroup)]
    ranks = ranks_among([*standing, *[""] * len(groups)], standing)
    for (place, _), rank in zip(groups, ranks, strict=True):
        yield place, PartyGroup(id=new_id(), name=called[place], rank=rank)


def _free_name(part: FoundNamed, taken: set[str]) -> str:
    sort = "party" if isinstance(part, FoundParty) else "group"
    name = short(part.name, MAX_LINE - 10) or nameless(sort)
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free.casefold())
    return free


def _party_ranks(work: Work, new: Sequence[tuple[int, FoundParty]]) -> list[str]:
    """Parties stand by kind: a new one comes after those of its kind that are there."""
    standing = work.dossier.parties
    lines = [(_KIND_PLACES[party.kind], 0, party.rank) for party in standing]
    lines += [(_KIND_PLACES[part.kind], place + 1, "") for place, (_, part) in enumerate(new)]
    lines.sort(key=lambda line: line[:2])
    ranks = list(ranks_among([rank for *_, rank in lines], [party.rank for party in standing]))
    places = [place for _, place, rank in lines if not rank]
    return [rank for _, rank in sorted(zip(places, ranks, strict=True))]


def _updated(work: Work, entity: Named, part: FoundNamed, names: Names) -> Named:
    """What the dossier knows stays; the source adds to it."""
    match entity, part:
        case Party(), FoundParty():
            own = (entity.name, entity.legal_name)
            return replace(
                entity,
                legal_name=entity.legal_name or short(part.legal_name, MAX_LINE),
                aliases=_other_names(part, own, entity.aliases),
                represents=_represents(part, names, entity.represents),
            )
        case PartyGroup(), FoundGroup():
            said = part.name in work.decisions.members
            if entity.members and not said:
                return entity
            members = _members(work, entity.id, part, names)
            return replace(entity, members=members) if members else entity
    return entity


def _other_names(part: FoundParty, own: Sequence[str], known: tuple[str, ...]) -> tuple[str, ...]:
    new = (short(name, MAX_LINE) for name in (part.name, *part.aliases))
    seen = {as_written(name) for name in (*own, *known)}
    added = {as_written(name): name for name in new if name and as_written(name) not in seen}
    return (*known, *added.values())


def _represents(part: FoundParty, names: Names, known: tuple[Id, ...]) -> tuple[Id, ...]:
    found = filter(None, (names.party(name) for name in part.represents))
    return tuple(dict.fromkeys((*known, *found)))


def _members(work: Work, group_id: Id, part: FoundGroup, names: Names) -> tuple[Id, ...]:
    """The members of a group, without those that would make it a member of itself."""
    found = dict.fromkeys(filter(None, (names.of(name) for name in part.members)))
    return tuple(m for m in found if not would_be_circular(work.dossier, group_id, (m,)))
