"""The list styles of an OpenDocument file, and counting by them."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from prestatie_desktop.domain.richtext import ListKind, letters
from prestatie_desktop.importing.readers.odf_names import LOEXT, OFFICE, STYLE, TEXT
from prestatie_desktop.importing.readers.office_numbers import Counted, doubled_letters, roman
from prestatie_desktop.importing.readers.office_text import whole

LEVELS = 10
OUTLINE = "Outline"
_BULLET = "bullet"
_MOST = 1_000_000
_REFERENCE = re.compile(r"%(\d{1,2})%")
_BEFORE, _AFTER = {"", "("}, {"", ".", ")", ":", ".)"}
_KINDS = {"1": ListKind.DECIMAL, "a": ListKind.LETTER, "A": ListKind.LETTER}


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list style."""

    #: 1, a, A, i, I; "" prints no number; or bullet.
    format: str = _BULLET
    #: What is printed, with the levels in it: "%1%.%2%".
    text: str = ""
    start: int = 1
    #: Whether z is followed by aa, bb rather than aa, ab.
    doubles_letters: bool = False


ListStyle = tuple[ListLevel, ...]
PLAIN: ListStyle = (ListLevel(),) * LEVELS


def list_styles(part: _Element, named: _Element | None) -> dict[str, ListStyle]:
    """The list styles that a part can use, by name; the numbering of headings is `OUTLINE`."""
    found: dict[str, ListStyle] = {}
    if named is not None:
        for each in named.iterfind(f"{OFFICE}styles/{TEXT}outline-style"):
            found[OUTLINE] = _levels(each)
        for each in named.iterfind(f"{OFFICE}styles/{TEXT}list-style"):
            found[each.get(STYLE + "name", "")] = _levels(each)
    for each in part.iterfind(f"{OFFICE}automatic-styles/{TEXT}list-style"):
        found[each.get(STYLE + "name", "")] = _levels(each)
    return found


def _levels(style: _Element) -> ListStyle:
    levels = list(PLAIN)
    for each in style:
        place = whole(each.get(TEXT + "level"), 1, 1, LEVELS) - 1
        if each.tag in {TEXT + "list-level-style-number", TEXT + "outline-level-style"}:
            levels[place] = _level(each, place + 1)
    return tuple(levels)


def _level(element: _Element, number: int) -> ListLevel:
    return ListLevel(
        format=element.get(STYLE + "num-format", ""),
        text=_text(element, number),
        start=whole(element.get(TEXT + "start-value"), 1, 0, _MOST),
        doubles_letters=element.get(STYLE + "num-letter-sync") == "true",
    )


def _text(element: _Element, number: int) -> str:
    """LibreOffice spells what is printed in full; before that it was put together."""
    for namespace in (LOEXT, STYLE):
        if (full := element.get(namespace + "num-list-format")) is not None:
            return full
    shown = whole(element.get(TEXT + "display-levels"), 1, 1, number)
    numbers = ".".join(f"%{each}%" for each in range(number - shown + 1, number + 1))
    before, after = element.get(STYLE + "num-prefix", ""), element.get(STYLE + "num-suffix", "")
    return before + numbers + after


@dataclass(slots=True)
class CountedList:
    """A list while its items go by; another list may go on where it stops."""

    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next(self, style: ListStyle, place: int, start: int | None = None) -> Counted:
        """Count an item at a level from 0; `start` is a number that it asks for itself."""
        count = self.counts[place]
        following = style[place].start if count is None else count + 1
        self.counts[place] = following if start is None else start
        self.counts[place + 1 :] = [None] * (LEVELS - place - 1)
        return _counted(style, self.counts, place)


def _counted(style: ListStyle, counts: list[int | None], place: int) -> Counted:
    level = style[place]
    if level.format == _BULLET:
        return Counted(list_kind=ListKind.BULLET, level=place + 1)
    label = " ".join(_printed(style, counts, place).split())
    kind = _KINDS.get(level.format) if _stands_alone(level, place + 1) else None
    if kind is None or not label:
        return Counted(label=label)
    return Counted(label=label, list_kind=kind, level=place + 1, number=counts[place])


def _stands_alone(level: ListLevel, number: int) -> bool:
    before, own, after = level.text.partition(f"%{number}%")
    return bool(own) and before.strip() in _BEFORE and after.strip() in _AFTER


def _printed(style: ListStyle, counts: list[int | None], place: int) -> str:
    """Levels that have no number of their own leave no dot behind."""
    if not style[place].format:
        return _REFERENCE.sub("", style[place].text).strip(". ")
    text = style[place].text
    for each in range(place):
        if not _spelled(style, counts, each):
            text = re.sub(rf"%{each + 1}%\.?", "", text)
    return _REFERENCE.sub(lambda match: _spelled(style, counts, int(match[1]) - 1), text)


def _spelled(style: ListStyle, counts: list[int | None], place: int) -> str:
    if not 0 <= place < LEVELS:
        return ""
    level, count = style[place], counts[place]
    number = level.start if count is None else count
    match level.format:
        case "" | "bullet":
            return ""
        case "a" | "A":
            text = doubled_letters(number) if level.doubles_letters else letters(number)
            return text.upper() if level.format == "A" else text
        case "i" | "I":
            return roman(number).upper() if level.format == "I" else roman(number)
        case _:
            return str(number)
