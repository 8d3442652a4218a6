"""Counts the numbered paragraphs of a Word file, and says what Word prints before each."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.importing.readers.office_numbers import Counted, doubled_letters, roman
from prestatie_desktop.importing.readers.office_symbols import legible
from prestatie_desktop.importing.readers.word_numbering import LEVELS, Level, Numbering

_REFERENCE = re.compile(r"%([1-9])")
_PLAIN = re.compile(r"\(?%[1-9][.):]?")

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": doubled_letters,
    "upperLetter": lambda number: doubled_letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": lambda number: f"{number}e",
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}
_LETTERS = {"lowerLetter", "upperLetter"}


@dataclass(slots=True)
class _Family:
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    #: Numberings and levels that were used, so that each starts again only once.
    used: set[tuple[str, int]] = field(default_factory=set)


class Counting:
    """Where the numberings of a file are, while its paragraphs go by."""

    def __init__(self, numberings: dict[str, Numbering]) -> None:
        self._numberings = numberings
        self._families: dict[str, _Family] = {}

    def level_of_style(self, number_id: str, style_id: str) -> int | None:
        """The level of a numbering that a paragraph style stands for."""
        numbering = self._numberings.get(number_id)
        return numbering.level_of_style(style_id) if numbering else None

    def next(self, number_id: str, place: int) -> Counted:
        """Count a paragraph with this numbering, at a level from 0."""
        numbering = self._numberings.get(number_id)
        if numbering is None:
            return Counted()
        family = self._families.setdefault(numbering.family, _Family())
        _count(family, numbering, number_id, place)
        return _counted(numbering.levels, family.counts, place)


def _count(family: _Family, numbering: Numbering, number_id: str, place: int) -> None:
    counts, level = family.counts, numbering.levels[place]
    count = counts[place]
    begins = place in numbering.starts and (number_id, place) not in family.used
    counts[place] = level.start if begins or count is None else count + 1
    family.used.add((number_id, place))
    for lower in range(place + 1, LEVELS):
        restart = numbering.levels[lower].restart
        if restart is None or place < restart:
            counts[lower] = None


def _counted(levels: tuple[Level, ...], counts: list[int | None], place: int) -> Counted:
    level, number = levels[place], counts[place] or 0
    if level.format == "bullet":
        return _bullet(level, place)
    label = " ".join(_printed(levels, counts, place).split())
    kind = _kind(level, place)
    if kind is None or not label:
        return Counted(label=label)
    return Counted(label=label, list_kind=kind, level=place + 1, number=number)


def _bullet(level: Level, place: int) -> Counted:
    if not level.text.strip():
        return Counted()
    text = legible(level.text.strip())
    if len(text) > 1 and any(each.isalnum() for each in text):
        # Words that are set before each paragraph, such as "Let op:".
        return Counted(label=text)
    return Counted(list_kind=ListKind.BULLET, level=place + 1)


def _kind(level: Level, place: int) -> ListKind | None:
    text = level.text.strip()
    if not _PLAIN.fullmatch(text) or f"%{place + 1}" not in text:
        return None
    if level.format in _LETTERS and not level.is_legal:
        return ListKind.LETTER
    return ListKind.DECIMAL if level.format in {"decimal", "decimalZero"} else None


def _printed(levels: tuple[Level, ...], counts: list[int | None], place: int) -> str:
    def number(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        if other > place:
            return ""
        count = counts[other]
        return _spelled(
            levels[other], levels[place].is_legal, levels[other].start if count is None else count
        )

    return _REFERENCE.sub(number, levels[place].text)


def _spelled(level: Level, is_legal: bool, number: int) -> str:
    if is_legal and level.format not in {"none", "bullet"}:
        return str(number)
    if level.format.startswith("0"):
        return str(number).zfill(len(level.format.partition(",")[0].strip()))
    return _FORMATS.get(level.format, str)(number)
