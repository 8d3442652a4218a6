"""What a cell looks like by itself, whatever stands above it."""

import re
from enum import Flag, auto
from functools import cache, lru_cache

from prestatie_desktop.domain.breakdown import read_accessibility, read_price
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.quantity import Unknown, read
from prestatie_desktop.filling.standard import standard_choices
from prestatie_desktop.importing.recognising.numbers import number_alone
from prestatie_desktop.importing.recognising.vocabulary import (
    fold,
    is_decoration,
    is_sentence,
    one_line,
    year_of,
)


class Looks(Flag):
    """What a cell can be taken for; often several things at once."""

    NOTHING = 0
    BLANK = auto()
    DECORATION = auto()
    #: "onbekend", "n.v.t.": fits any column.
    UNKNOWN = auto()
    NUMBER = auto()
    YEAR = auto()
    QUANTITY = auto()
    #: Digits and little else.
    FIGURE = auto()
    ACCESSIBILITY = auto()
    PRICE = auto()
    DWELLING = auto()
    SENTENCE = auto()
    #: A few words that begin with a capital.
    NAME = auto()
    MARK = auto()


_SENTENCE_LENGTH = 60
_FIGURE = re.compile(
    r"[€+\-–~<>≥≤±]?\s*\d[\d.,\s]*(?:%|€|x|\*|pm|woning(?:en)?|vhe)?[\s*]*", re.IGNORECASE
)
_DWELLING = re.compile(
    r"(?<!\w)(?:egw|mgw|mgwml|eengezins\w*|meergezins\w*|appartement\w*|portiek\w*|galerij\w*"
    r"|hoekwoning\w*|rijwoning\w*|tussenwoning\w*|grondgebonden|gestapeld\w*|studio s?|studios?"
    r"|patio\w*|duplex\w*|benedenwoning\w*|bovenwoning\w*|seniorenwoning\w*|zorgwoning\w*"
    r"|levensloop\w*|flexwoning\w*|tiny ?houses?|kamers?|maisonnette\w*|geclusterd\w*|\w*lift"
    r"|skilpod\w*|bungalow\w*|nultreden\w*)(?!\w)"
)
_SECTOR = re.compile(
    r"sociaal|sociale huur|(?:goedkope |dure )?huur|(?:sociale )?koop|vrije sector"
)
_MARK = re.compile(r"[xX✓✔●•vV☑☒TtBb]|trekker|betrokken|ja", re.IGNORECASE)
_QUANTITY_LENGTH = 48
_CLASS_LENGTH = 160


@lru_cache(maxsize=65_536)
def looks(text: str) -> Looks:
    """Everything that a cell with this text can be taken for."""
    text = one_line(text)
    if not text:
        return Looks.BLANK
    if is_decoration(text):
        return Looks.DECORATION
    found = _as_number(text) | _as_class(text) | _as_words(text)
    if _MARK.fullmatch(text):
        found |= Looks.MARK
    return found


def _as_number(text: str) -> Looks:
    found = Looks.NOTHING
    if number_alone(text):
        found |= Looks.NUMBER
    if year_of(text):
        found |= Looks.YEAR
    if len(text) <= _QUANTITY_LENGTH:
        quantity = read(text)
        if quantity.is_known:
            found |= Looks.QUANTITY
        elif quantity.unknown not in (None, Unknown.NOT_READ):
            found |= Looks.UNKNOWN
        if _FIGURE.fullmatch(text):
            found |= Looks.FIGURE
    return found


def _as_class(text: str) -> Looks:
    found = Looks.NOTHING
    if len(text) > _CLASS_LENGTH:
        return found
    if read_accessibility(text, _classes(ChoiceList.ACCESSIBILITY)).parts:
        found |= Looks.ACCESSIBILITY
    if read_price(text, _classes(ChoiceList.PRICE)).parts or _SECTOR.fullmatch(fold(text)):
        found |= Looks.PRICE
    if _DWELLING.search(fold(text)):
        found |= Looks.DWELLING
    return found


def _as_words(text: str) -> Looks:
    if len(text) >= _SENTENCE_LENGTH and is_sentence(text):
        return Looks.SENTENCE
    if begins_as_name(text) and len(text) < _SENTENCE_LENGTH and not text.endswith((".", ":", "?")):
        return Looks.NAME
    return Looks.NOTHING


_NAME = re.compile(r"[\"“‘'’`(]*(?:[tTsSnNdD]['’` -]+)?[A-ZÀ-Ý]")


def begins_as_name(text: str) -> bool:
    """Whether a text begins with a capital, also behind 't, 's- or d'."""
    return bool(_NAME.match(text))


@cache
def _classes(which: ChoiceList) -> tuple[Choice, ...]:
    return tuple(choice for choice in standard_choices(lambda key: key) if choice.list is which)
