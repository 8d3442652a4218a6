"""What a name in a cell stands for: something on another sheet, or something in the dossier."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.numbering import number_key
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.importing.own_workbook_matching import Match
from prestatie_desktop.words.workbook.forms import Column
from prestatie_desktop.words.workbook.naming import names
from prestatie_desktop.words.workbook.sheets import BETWEEN
from prestatie_desktop.words.workbook.texts import folded

Sorts = tuple[type[Entity], ...]

_NUMBERED = (Agreement, Theme)
_AGREEMENT = re.compile(r"afspraak\s+(?=\d)", re.IGNORECASE)


class Called:
    """Who is called what. What stands on a sheet goes before what stood in the dossier."""

    def __init__(self, dossier: Dossier, matches: Mapping[type[Entity], tuple[Match, ...]]) -> None:
        self._dossier = dossier
        #: The id in the dossier of what had this id where it was exported.
        self._new = {m.old_id: m.id for found in matches.values() for m in found if m.old_id}
        self._there = {sort: {match.id for match in found} for sort, found in matches.items()}
        self._indexes = (
            _index(_on_sheets(matches, _NAMES_OF)),
            _index(_in_dossier(dossier)),
            _index((*_on_sheets(matches, _OTHER_NAMES_OF), *_otherwise_in_dossier(dossier))),
        )

    def now(self, old: Id) -> Id:
        """The id in the dossier of what had this id where it was exported."""
        return self._new.get(old, old)

    def is_there(self, sorts: Sorts, one: Id) -> bool:
        """Whether there is such a thing, on a sheet or in the dossier."""
        return any(
            one in self._there.get(sort, ()) or self._dossier.find(sort, one) for sort in sorts
        )

    def ids(self, sorts: Sorts, name: str) -> set[Id]:
        """Everything that goes by a name: none, one, or several when it is not clear."""
        for index in self._indexes:
            found = {one for sort in sorts for key in _keys(sort, name) for one in index[sort, key]}
            if found:
                return found
        return set()

    def pointed_at(self, match: Match, column: Column) -> Id | None:
        """What a cell points at, by the id that the row keeps or by its name; None if not clear."""
        kept = match.exact.kept.get(column.key) if match.exact else None
        if isinstance(kept, str) and match.is_as_it_was(column.key):
            here = self.now(kept)
            if self.is_there(column.sorts, here):
                return here
        found = self.ids(column.sorts, str(match.cells.get(column.key, "")))
        return found.pop() if len(found) == 1 else None


_Index = dict[tuple[type[Entity], str], list[Id]]
_Named = tuple[type[Entity], Id, str]
_NamesOf = Callable[[Match], Iterator[str]]


def _index(named: Iterable[_Named]) -> _Index:
    found: _Index = defaultdict(list)
    for sort, one, name in named:
        for key in _keys(sort, name):
            found[sort, key].append(one)
    return found


def _keys(sort: type[Entity], name: str) -> Iterator[str]:
    """How a name is looked up; of what has a number also by that number."""
    word = folded(name)
    if word:
        yield word
    bare = _AGREEMENT.sub("", word) if sort is Agreement else word
    if sort in _NUMBERED and bare[:1].isdigit() and " " not in bare:
        yield f"#{number_key(bare)}"


def _on_sheets(
    matches: Mapping[type[Entity], tuple[Match, ...]], names_of: Mapping[type[Entity], _NamesOf]
) -> Iterator[_Named]:
    for sort, named in names_of.items():
        for match in matches.get(sort, ()):
            yield from ((sort, match.id, name) for name in named(match))


def _cell(match: Match, key: str) -> str:
    return str(match.cells.get(key, ""))


def _one(key: str) -> _NamesOf:
    return lambda match: iter((_cell(match, key),))


def _kind(match: Match) -> Iterator[str]:
    label, theme = _cell(match, "label"), _cell(match, "theme_id").partition(" ")[0]
    yield from (label, f"{label} (thema {theme})")


def _theme(match: Match) -> Iterator[str]:
    number, title, short = (_cell(match, key) for key in ("number", "title", "short_title"))
    yield from (number, title, short, f"{number} {title}", f"{number} {short}")


def _commitment(match: Match) -> Iterator[str]:
    kind, place, corporation = (
        _cell(match, key) for key in ("kind_id", "location", "corporation_id")
    )
    name = f"{kind.partition(' (thema ')[0]} {place}"
    yield f"{name} ({corporation})" if corporation else name


def _place(match: Match) -> Iterator[str]:
    place, corporation = _cell(match, "location"), _cell(match, "corporation_id")
    yield from (place, f"{place} ({corporation})", f"{_cell(match, 'kind_id')} {place}")


def _other(match: Match) -> Iterator[str]:
    yield _cell(match, "legal_name")
    yield from _cell(match, "aliases").split(BETWEEN.strip())


_NAMES_OF: dict[type[Entity], _NamesOf] = {
    Party: _one("name"),
    PartyGroup: _one("name"),
    Theme: _theme,
    Agreement: _one("number"),
    CommitmentKind: _kind,
    Commitment: _commitment,
    Series: _one("title"),
}
_OTHER_NAMES_OF: dict[type[Entity], _NamesOf] = {Party: _other, Commitment: _place}


def _in_dossier(dossier: Dossier) -> Iterator[_Named]:
    called = names(dossier)
    for sort in _NAMES_OF:
        for thing in dossier.all(sort):
            yield sort, thing.id, called.get(thing.id, "")


def _otherwise_in_dossier(dossier: Dossier) -> Iterator[_Named]:
    for party in dossier.parties:
        yield from ((Party, party.id, name) for name in (party.legal_name, *party.aliases))
    for theme in dossier.themes:
        yield from ((Theme, theme.id, name) for name in (theme.number, theme.title))
    for row in dossier.all(Commitment):
        yield Commitment, row.id, row.location
