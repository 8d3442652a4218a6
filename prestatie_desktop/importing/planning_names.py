"""Every name in a source, and the party or group of the source it stands for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.planning_texts import short
from prestatie_desktop.importing.reading import Doubt, DoubtKind, FoundGroup, FoundParty, Reading
from prestatie_desktop.journal.edits.making import MAX_LINE

N = TypeVar("N", FoundParty, FoundGroup)


@lru_cache(maxsize=50_000)
def as_written(name: str) -> str:
    """A name as it is looked up: capitals, blanks and what cannot be seen do not matter."""
    return short(name, MAX_LINE).casefold()


def known_names(reading: Reading, decisions: Decisions) -> Mapping[str, str]:
    """Every spelling (`as_written`) → the name of the party or group it stands for; "" for none."""
    bearers: tuple[FoundParty | FoundGroup, ...] = (*reading.parties, *reading.groups)
    names = {as_written(one.name): one.name for one in bearers}
    for one in bearers:
        for alias in one.aliases:
            names.setdefault(as_written(alias), one.name)
    spellings = [(spelling.written, spelling.stands_for) for spelling in reading.spellings]
    for written, stands_for in (*spellings, *decisions.spellings.items()):
        if not stands_for or as_written(stands_for) in names:
            names.setdefault(as_written(written), names.get(as_written(stands_for), ""))
    return names


def with_every_name(reading: Reading, decisions: Decisions) -> Reading:
    """The reading with each name once, and a party for every name used that is nobody's yet."""
    reading = _each_once(reading)
    names = dict(known_names(reading, decisions))
    unknown: list[FoundParty] = []
    for name, kind in _uses(reading):
        written = as_written(name)
        if written and written not in names:
            names[written] = name
            unknown.append(_unknown(name, kind))
    if not unknown:
        return reading
    return replace(reading, parties=(*reading.parties, *unknown))


def _each_once(reading: Reading) -> Reading:
    seen = {""}
    parties = tuple(_first_of_each_name(reading.parties, seen))
    groups = tuple(_first_of_each_name(reading.groups, seen))
    return replace(reading, parties=parties, groups=groups)


def _first_of_each_name(parts: Iterable[N], seen: set[str]) -> Iterator[N]:
    for part in parts:
        written = as_written(part.name)
        if written not in seen:
            seen.add(written)
            yield part


def _unknown(name: str, kind: PartyKind) -> FoundParty:
    return FoundParty(
        key=f"party:{name}",
        name=name,
        kind=kind,
        signs=kind is not PartyKind.ACTOR,
        doubts=(Doubt(DoubtKind.PARTY_KIND_GUESSED, (name,)),),
    )


def _uses(reading: Reading) -> Iterator[tuple[str, PartyKind]]:
    """Names that are used, with what their place says of them; what says most comes first."""
    for row in reading.rows:
        yield row.corporation, PartyKind.CORPORATION
        yield row.municipality, PartyKind.MUNICIPALITY
    for party in reading.parties:
        yield from ((name, PartyKind.CORPORATION) for name in party.represents)
    for figures in reading.figures:
        yield from ((column.party, PartyKind.CORPORATION) for column in figures.columns)
    for signatory in reading.signatories:
        yield signatory.party, PartyKind.OTHER
    for group in reading.groups:
        yield from ((name, PartyKind.OTHER) for name in group.members)
    for agreement in reading.agreements:
        yield from ((role.party, PartyKind.ACTOR) for role in agreement.roles)
