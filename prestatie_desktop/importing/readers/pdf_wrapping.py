"""Which lines of a column go on where the one before it ended."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from prestatie_desktop.importing.readers.pdf_letters import UNKNOWN
from prestatie_desktop.importing.readers.pdf_line_ends import SENTENCE_ENDS, is_broken
from prestatie_desktop.importing.readers.pdf_lines import Line

# An unknown letter by itself is a bullet of a font of symbols.
_BULLETS = frozenset(f"{UNKNOWN}•▪▫●○◦■□➢❖✓→·‣⁃◆◇►▸")
#: Signs that are a bullet when a blank follows.
DASHES = frozenset("-–—*o§")
# "1.7", "3", "2.1.a", "a)": with more text behind it, it begins something new.
_NUMBERED = re.compile(r"^\(?(\d{1,2}(\.\d{1,2}){0,3}\.?[a-z]?|[a-zA-Z])[.):]?$")
_LEADERS = re.compile(r"(\.\s?){4,}\s*\d{1,3}$|…\s*\d{1,3}$")
# Words on a line of running text.
_RUNNING = 5
# In heights of a letter: words that are set so far apart are no sentence.
_SET_APART = 2.5
# How far apart lines of a paragraph usually are at most, in their height, and how often wider ones
# are seen before that is usual.
_WIDE, _OFTEN = 1.45, 3


def pitches(lines: Iterable[Line]) -> dict[float, float]:
    """For each size of letters the usual distance from line to line.

    A wide one is only usual when it is seen more often.
    """
    counts: dict[float, Counter[float]] = {}
    for one, other in pairwise(lines):
        distance = round(other.base - one.base, 1)
        if _same_size(one, other) and 0 < distance < 2.2 * one.size:
            counts.setdefault(other.size, Counter())[distance] += 1
    found: dict[float, float] = {}
    for size, counter in counts.items():
        most = max(counter.values())
        distance = min(value for value, count in counter.items() if count == most)
        if most >= _OFTEN or distance <= _WIDE * size:
            found[size] = distance
    return found


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.03 * max(one.size, other.size) + 0.15


def goes_on(group: list[Line], line: Line, right: float, pitch: Mapping[float, float]) -> bool:
    """Whether a line belongs to the paragraph of those before it; lines end at `right`."""
    last = group[-1]
    usual = pitch.get(line.size, 1.35 * line.size)
    distance = line.base - last.base
    if not _same_size(last, line) or line.ruled or distance > 1.22 * usual + 0.8:
        return False
    if _is_entry(last) or _is_entry(line):
        return False
    if distance < 0.4 * line.size or is_item(line) or last.is_bold != line.is_bold:
        return distance < 0.4 * line.size
    if _begins_numbered(line) and (
        _has_room(last, line, right) or last.text.endswith(SENTENCE_ENDS)
    ):
        return False
    return _is_aligned(group, line) and (
        not _has_room(last, line, right) or _is_same_sentence(last, line, right) or is_broken(last)
    )


def _is_entry(line: Line) -> bool:
    """Whether it stands by itself: words set far apart, or dots that lead to a number."""
    words = line.words[1:] if is_item(line) or _begins_numbered(line) else line.words
    gaps = [other.x0 - one.x1 for one, other in pairwise(words)]
    return max(gaps, default=0) > _SET_APART * line.size or _LEADERS.search(line.text) is not None


def _has_room(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of the next line could have stood on this one: then it was ended."""
    first = line.words[0]
    return last.x1 + 0.25 * line.size + (first.x1 - first.x0) < right - 0.5


def _is_same_sentence(last: Line, line: Line, right: float) -> bool:
    """Whether a line that was broken early goes on all the same."""
    runs_on = (last.x1 - last.x0) > 0.6 * (right - last.x0) or len(last.words) >= _RUNNING
    return line.text[0].islower() and runs_on and not last.text.endswith(SENTENCE_ENDS)


def _is_aligned(group: list[Line], line: Line) -> bool:
    first, last, slack = group[0], group[-1], 0.8 * line.size
    if abs(line.x0 - last.x0) <= slack:
        return True
    if abs((line.x0 + line.x1) - (last.x0 + last.x1)) <= slack:
        # Centred.
        return True
    if len(group) > 1:
        return False
    # The second line of a paragraph may hang, or stand before the first.
    hangs = line.x0 > first.x0 and (is_item(first) or _begins_numbered(first))
    return hangs or line.x0 < first.x0 - slack


def is_item(line: Line) -> bool:
    """Whether it begins with a bullet."""
    mark = line.words[0].text
    if mark in _BULLETS or (mark[0] in _BULLETS and mark[0] != UNKNOWN):
        return True
    return mark in DASHES and len(line.words) > 1


def _begins_numbered(line: Line) -> bool:
    """Whether it begins with a number of its own: "1.7 de", "3 De", and not "42 lid 1"."""
    if len(line.words) < 2:
        return False
    number, following = (word.text for word in line.words[:2])
    is_number = _NUMBERED.match(number) is not None
    return is_number and (not number.isalnum() or not following[0].islower())
