"""Finding words anywhere in a dossier: texts, places, parties."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import TextPart
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.domain.theme import Theme

_TAG = re.compile(r"<[^>]*>")
_SNIPPET = 90


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
    #: Piece of text around the first word; "" when the words are in the name itself.
    snippet: str
    #: Start and end of the first word in the snippet.
    at: tuple[int, int] = (0, 0)


def folded(text: str) -> str:
    """Text as it is compared: no capitals, no accents. Lengths stay equal, so places do too."""
    return "".join(_fold_character(c) for c in text)


def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


class SearchIndex:
    """The words of a dossier, kept up to date one changed thing at a time."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._texts: dict[Ref, tuple[Entity, str, str]] = {}
        self._filled = False

    def forget(self, where: Ref) -> None:
        """Something changed: read it again at the next search."""
        self._texts.pop(where, None)
        entity = self._dossier.at(where)
        if self._filled and entity is not None and type(entity) in _READERS:
            self._read(entity)

    def find(self, query: str, limit: int = 200) -> tuple[Hit, ...]:
        """Places that hold all words of the query, in reading order per sort; at most `limit`."""
        words = folded(query).split()
        if not words:
            return ()
        self._fill()
        hits: list[Hit] = []
        for entity, text, comparable in self._texts.values():
            if all(word in comparable for word in words):
                hits.append(_hit(self._dossier, entity, text, comparable, words[0]))
                if len(hits) == limit:
                    break
        return tuple(hits)

    def _fill(self) -> None:
        if not self._filled:
            for cls in _READERS:
                for entity in self._dossier.all(cls):
                    self._read(entity)
            self._filled = True

    def _read(self, entity: Entity) -> None:
        text = "\n".join(part for part in _READERS[type(entity)](entity) if part)
        self._texts[ref(entity)] = (entity, text, folded(text))


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
    start = max(0, at - 30)
    start = text.rfind(" ", 0, start + 1) + 1 if start else 0
    snippet = " ".join(text[start : start + _SNIPPET].split())
    found = folded(snippet).find(word)
    place = (found, found + len(word)) if found >= 0 else (0, 0)
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
    from prestatie_desktop.domain.numbering import number_key

    key = number_key(number)
    return next((a for a in dossier.all(Agreement) if key and number_key(a.number) == key), None)
