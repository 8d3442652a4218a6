"""List markers typed or pasted as text: a bullet, "1." or "a)"."""

import re
from typing import NamedTuple

from prestatie_desktop.domain.richtext_values import Block, ListKind

BULLETS = "•·▪◦‣▫●○■–—*\uf0b7\uf0a7-"
_TYPED = re.compile(
    rf"(\s*+)(?:(?P<bullet>[{BULLETS}]|o(?=\t))|(?P<number>[0-9]{{1,3}})[.)]|(?P<letter>[a-z])[.)])"
    r"\s++(?=\S)"
)
_NUMBER = re.compile(r"(?:[0-9]{1,4}\.)*([0-9]{1,4})[.)]?")
_ROMAN = re.compile(r"([ivxlc]+)[.)]", re.IGNORECASE)
_LETTER = re.compile(r"([a-z])[.)]", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Marker(NamedTuple):
    """What a marker says of its item."""

    kind: ListKind
    number: int | None = None


def typed_marker(line: str) -> tuple[Marker, int, int] | None:
    """Return the marker a line begins with, its indent and where the text begins."""
    found = _TYPED.match(line)
    if found is None:
        return None
    indent = len(found[1].expandtabs())
    if found["number"]:
        return Marker(ListKind.DECIMAL, int(found["number"])), indent, found.end()
    if found["letter"]:
        return Marker(ListKind.LETTER, _letter(found["letter"])), indent, found.end()
    return Marker(ListKind.BULLET), indent, found.end()


def word_marker(text: str, previous: Block | None) -> Marker:
    """Return what Word's marker means; `previous` is the item before it on the same level.

    Roman numbers become ordinary ones: "i." after "h." is a letter, elsewhere a one.
    """
    text = text.strip()
    if number := _NUMBER.fullmatch(text):
        return Marker(ListKind.DECIMAL, int(number[1]))
    candidates = []
    if roman := _ROMAN.fullmatch(text):
        candidates.append(Marker(ListKind.DECIMAL, _roman(roman[1])))
    if letter := _LETTER.fullmatch(text):
        candidates.append(Marker(ListKind.LETTER, _letter(letter[1])))
    if not candidates:
        return Marker(ListKind.BULLET)
    for candidate in candidates:
        if previous and _follows(candidate, previous):
            return candidate
    is_first_roman = candidates[0].number == 1
    return candidates[0] if is_first_roman else candidates[-1]


def _follows(marker: Marker, previous: Block) -> bool:
    return previous.list_kind is marker.kind and marker.number == (previous.number or 0) + 1


def _letter(text: str) -> int:
    return ord(text.lower()) - ord("a") + 1


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text.lower()]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
