"""Finding words anywhere in a dossier: texts, places, parties."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from itertools import islice

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import TextPart
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import all_items
from prestatie_desktop.domain.numbering import number_key
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.theme import Theme

_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_SNIPPET = 90
_BEFORE = 30


class Where(StrEnum):
    """In what sort of thing words were found."""

    AGREEMENT = "agreement"
    COMMITMENT = "commitment"
    THEME = "theme"
    TEXT_PART = "text_part"
    PARTY = "party"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where all the words stand: what it is, its name, and a piece of the text."""

    where: Where
    entity_id: Id
    name: str
    #: Piece of text around the first word.
    snippet: str
    #: Start and end of the first word in the snippet.
    at: tuple[int, int] = (0, 0)


class _Folding(dict[int, str]):
    """Each character without capital and accent, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = base if len(base) == 1 else chr(code)
        return self[code]


_FOLDING = _Folding()


def folded(text: str) -> str:
    """Text as it is compared: no capitals, no accents. Lengths stay equal, so places do too."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def _composed(text: str) -> str:
    # An accent that is a character of its own would stand between the letters of a word.
    return text if text.isascii() else unicodedata.normalize("NFC", text)


_Line = tuple[Entity, str, str]


class SearchIndex:
    """The words of a dossier: read once, and again only for what changed."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._version = -1
        self._lines: dict[Id, _Line] = {}

    def forget(self, where: Ref) -> None:
        """Read a thing again at the next search."""
        self._lines.pop(where.id, None)
        self._version = -1

    def find(self, query: str, limit: int = 200) -> tuple[Hit, ...]:
        """Places that hold all words of the query, in reading order per sort; at most `limit`."""
        words = folded(_composed(query)).split()
        if not words:
            return ()
        self._follow()
        found = (line for line in self._lines.values() if all(word in line[2] for word in words))
        return tuple(_hit(self._dossier, *line, words[0]) for line in islice(found, limit))

    def _follow(self) -> None:
        if self._version == self._dossier.version:
            return
        kept, self._lines = self._lines, {}
        for entity in _in_reading_order(self._dossier):
            line = kept.get(entity.id)
            self._lines[entity.id] = line if line and line[0] is entity else _line(entity)
        self._version = self._dossier.version


def _line(entity: Entity) -> _Line:
    text = _composed("\n".join(part for part in _READERS[type(entity)](entity) if part))
    return (entity, text, folded(text))


def _in_reading_order(dossier: Dossier) -> Iterator[Entity]:
    items = list(all_items(dossier))
    yield from dossier.themes
    yield from (item for item in items if isinstance(item, Agreement))
    yield from (item for item in items if isinstance(item, Commitment))
    for cls in (TextPart, Party, Series):
        yield from dossier.all(cls)


def _plain(html: str) -> str:
    return unescape(_TAG.sub(" ", html))


def _agreement(a: Agreement) -> Iterator[str]:
    yield from (a.number, a.heading, _plain(a.text), a.planning, a.indicator, a.remark)
    yield a.open_question


def _commitment(c: Commitment) -> Iterator[str]:
    yield from (c.location, c.neighbourhood, c.postcode, c.dwelling_type, c.note, c.homes.raw)
    yield from (c.accessibility.raw, c.price.raw, c.amount.raw)


def _party(p: Party) -> Iterator[str]:
    yield from (p.name, p.legal_name, *p.aliases, p.seat)


_READERS: dict[type[Entity], Callable[..., Iterator[str]]] = {
    Theme: lambda t: iter((t.number, t.title, t.short_title, _plain(t.introduction))),
    Agreement: _agreement,
    Commitment: _commitment,
    TextPart: lambda t: iter((t.title, _plain(t.text))),
    Party: _party,
    Series: lambda s: iter((s.title,)),
}

_WHERE: dict[type[Entity], Where] = {
    Theme: Where.THEME,
    Agreement: Where.AGREEMENT,
    Commitment: Where.COMMITMENT,
    TextPart: Where.TEXT_PART,
    Party: Where.PARTY,
    Series: Where.SERIES,
}


def _hit(dossier: Dossier, entity: Entity, text: str, comparable: str, word: str) -> Hit:
    at = comparable.index(word)
    start = max(0, at - _BEFORE)
    if start:
        broken = _SPACE.search(text, start, at)
        start = broken.end() if broken else start
    snippet = " ".join(text[start : max(start + _SNIPPET, at + len(word))].split())
    found = folded(snippet).index(word)
    place = (found, found + len(word))
    return Hit(_WHERE[type(entity)], entity.id, _name(dossier, entity), snippet, place)


def _name(dossier: Dossier, entity: Entity) -> str:
    match entity:
        case Agreement():
            return f"{entity.number} {entity.heading}".strip()
        case Commitment():
            owner = dossier.find(Party, entity.corporation_id)
            return f"{entity.location} · {owner.name}" if owner else entity.location
        case Theme():
            return f"{entity.number} {entity.title}"
        case Party():
            return entity.name
    return str(getattr(entity, "title", ""))


def by_number(dossier: Dossier, number: str) -> Agreement | None:
    """The agreement with a number, read as people write it."""
    key = number_key(number)
    return next((a for a in dossier.all(Agreement) if key and number_key(a.number) == key), None)
