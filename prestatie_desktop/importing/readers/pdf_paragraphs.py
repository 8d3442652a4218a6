"""From lines to paragraphs: which lines go on where the one before it ended."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from prestatie_desktop.domain.richtext import MAX_LEVEL, ListKind, Run
from prestatie_desktop.importing.readers.pdf_letters import UNKNOWN
from prestatie_desktop.importing.readers.pdf_lines import Line, Word, merged, runs_of
from prestatie_desktop.importing.readers.pdf_page import Box
from prestatie_desktop.importing.source import Comment

# An unknown letter by itself is a bullet of a font of symbols.
_BULLETS = frozenset(f"{UNKNOWN}•▪▫●○◦■□➢❖✓→·‣⁃◆◇►▸")
_DASHES = frozenset("-–—*o§")
# "1.7", "3", "2.1.a", "a)", "Artikel 4": with more text behind it, it begins something new.
_NUMBERED = re.compile(r"^\(?(\d{1,2}(\.\d{1,2}){0,3}\.?[a-z]?|[a-zA-Z])[.):]?$")
_SENTENCE_ENDS = (".", ":", ";", "!", "?")
_LEADERS = re.compile(r"(\.\s?){4,}\s*\d{1,3}$|…\s*\d{1,3}$")
# Words on a line of running text.
_RUNNING = 5
# How wide a letter is at most that did not fit, and how wide most are, in their height.
_LETTER = 0.85
_WIDTH = 0.6
# How far apart lines of a paragraph usually are at most, in their height, and how often wider ones
# are seen before that is usual.
_WIDE, _OFTEN = 1.45, 3
# In heights of a letter.
_SET_APART = 2.5
#: A hyphen at the end of a line.
SOFT = "\u00ad"
#: Between two lines: whether they are one word is not known yet.
BREAK = "\u200b"
_NEVER_FIRST = frozenset(".,;:!?)%")
_DANGLING = (",", "-", "–")
_HYPHENS = ("-", "\u2010", SOFT)
# After these a hyphen at the end of a line is one that stays: "sociaal- en maatschappelijk".
_AFTER_A_HYPHEN = {"en", "of", "en/of", "dan", "noch", "respectievelijk", "tot"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as it is printed, its lines joined."""

    runs: tuple[Run, ...]
    box: Box
    size: float
    page: int
    bullet: bool = False
    level: int = 0
    heading: int = 0
    gap: bool = False
    #: How much room is left behind its last line.
    room: float = 0.0
    #: Whether its last line is one word that fills it.
    is_cut: bool = False
    comments: tuple[Comment, ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is."""
        return all(run.bold for run in self.runs if run.text.strip())

    @property
    def list_kind(self) -> ListKind | None:
        """What sort of list it is an item of."""
        return ListKind.BULLET if self.bullet else None


def paragraphs_of(lines: Sequence[Line], page: int, ends: Mapping[float, float]) -> list[Paragraph]:
    """The paragraphs of a column; `ends` says where lines of a size of letters end at the right.

    A hyphen at the end of a line that may only be there to break a word is left as `SOFT`; between
    lines of a cell that may be too narrow for a word stands `BREAK`.
    """
    pitch = _pitches(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, ends[line.size], pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    found = [_paragraph(group, page, ends[group[-1].size]) for group in groups]
    return _with_gaps(_with_levels(found), pitch)


def _pitches(lines: Iterable[Line]) -> dict[float, float]:
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


def _goes_on(group: list[Line], line: Line, right: float, pitch: dict[float, float]) -> bool:
    last = group[-1]
    usual = pitch.get(line.size, 1.35 * line.size)
    distance = line.base - last.base
    if not _same_size(last, line) or line.ruled or distance > 1.22 * usual + 0.8:
        return False
    if _is_entry(last) or _is_entry(line):
        return False
    if distance < 0.4 * line.size or _is_item(line) or last.is_bold != line.is_bold:
        return distance < 0.4 * line.size
    if _begins_numbered(line) and (
        _has_room(last, line, right) or last.text.endswith(_SENTENCE_ENDS)
    ):
        return False
    return _is_aligned(group, line) and (
        not _has_room(last, line, right) or _is_same_sentence(last, line, right) or _is_broken(last)
    )


def _is_broken(line: Line) -> bool:
    """Whether it ends in the middle of a word."""
    return len(line.text) > 1 and line.text.endswith(_HYPHENS) and line.text[-2].isalnum()


def _is_entry(line: Line) -> bool:
    """Whether it stands by itself: words set far apart, or dots that lead to a number."""
    words = line.words[1:] if _is_item(line) or _begins_numbered(line) else line.words
    gaps = [other.x0 - one.x1 for one, other in pairwise(words)]
    return max(gaps, default=0) > _SET_APART * line.size or _LEADERS.search(line.text) is not None


def _has_room(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of the next line could have stood on this one: then it was ended."""
    first = line.words[0]
    return last.x1 + 0.25 * line.size + (first.x1 - first.x0) < right - 0.5


def _is_same_sentence(last: Line, line: Line, right: float) -> bool:
    """Whether a line that was broken early goes on all the same."""
    runs_on = (last.x1 - last.x0) > 0.6 * (right - last.x0) or len(last.words) >= _RUNNING
    return line.text[0].islower() and runs_on and not last.text.endswith(_SENTENCE_ENDS)


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
    hangs = line.x0 > first.x0 and (_is_item(first) or _begins_numbered(first))
    return hangs or line.x0 < first.x0 - slack


def _is_item(line: Line) -> bool:
    """Whether it begins with a bullet."""
    mark = line.words[0].text
    if mark in _BULLETS or (mark[0] in _BULLETS and mark[0] != UNKNOWN):
        return True
    return mark in _DASHES and len(line.words) > 1


def _begins_numbered(line: Line) -> bool:
    """Whether it begins with a number of its own: "1.7 de", "3 De", and not "42 lid 1"."""
    if len(line.words) < 2:
        return False
    number, following = (word.text for word in line.words[:2])
    is_number = _NUMBERED.match(number) is not None
    return is_number and (not number.isalnum() or not following[0].islower())


def _paragraph(lines: list[Line], page: int, right: float) -> Paragraph:
    words = [word for line in lines for word in line.words]
    joins = [" "] * (len(words) - 1)
    place = 0
    for one, other in pairwise(lines):
        place += len(one.words)
        joins[place - 1] = _join(words, place, other)
        if joins[place - 1] == " " and _is_cut(one, other, right):
            joins[place - 1] = BREAK
    bullet = _is_item(lines[0])
    if bullet:
        words, joins = _without_bullet(words, joins)
    box = Box(
        min(line.x0 for line in lines),
        lines[0].base - 0.8 * lines[0].size,
        max(line.x1 for line in lines),
        lines[-1].base + 0.25 * lines[-1].size,
    )
    return Paragraph(
        runs=runs_of(words, joins),
        box=box,
        size=lines[0].size,
        page=page,
        bullet=bullet,
        room=right - lines[-1].x1,
        is_cut=_is_full(lines[-1], right),
    )


def _without_bullet(words: list[Word], joins: list[str]) -> tuple[list[Word], list[str]]:
    first = words[0]
    if len(first.glyphs) == 1 or first.text in _DASHES:
        # A bullet without text stays: it is all there is.
        return (words[1:], joins[1:]) if len(words) > 1 else (words, joins)
    return [Word(first.glyphs[1:], first.levels[1:]), *words[1:]], joins


def _join(words: list[Word], place: int, line: Line) -> str:
    """What stands between the last word of a line and the first of the next."""
    text, following = words[place - 1].text, line.words[0].text
    if (text.endswith("/") and len(text) > 1) or following[0] in _NEVER_FIRST:
        return ""
    if len(text) < 2 or not text.endswith(_HYPHENS):
        return " "
    if following.lower().strip(",;") in _AFTER_A_HYPHEN or not text[-2].isalnum():
        return " "
    if text.endswith(SOFT) or _breaks_word(text[:-1], following):
        _soften(words, place)
    return ""


def _is_cut(line: Line, following: Line, right: float) -> bool:
    """Whether a word fills its line to the last letter, and seems to go on."""
    first = following.words[0].text
    is_abbreviation = first[1:2] == "." and len(first) > 2
    goes_on = line.text[-1].islower() and first[0].islower() and not is_abbreviation
    return goes_on and _is_full(line, right)


def _is_full(line: Line, right: float) -> bool:
    """Whether it is a single word, with no room for another letter."""
    return len(line.words) == 1 and line.x1 > right - _LETTER * line.size


def _breaks_word(before: str, following: str) -> bool:
    return len(before) > 1 and before[-1].islower() and following[0].islower()


def _soften(words: list[Word], place: int) -> None:
    last = words[place - 1]
    hyphen = last.glyphs[-1]._replace(text=SOFT)
    words[place - 1] = Word([*last.glyphs[:-1], hyphen], last.levels)


def _with_levels(found: list[Paragraph]) -> list[Paragraph]:
    """Give list items the level that their indent shows."""
    indents: list[float] = []
    result = []
    for paragraph in found:
        if not paragraph.bullet:
            indents = [x for x in indents if x < paragraph.box.x0 - 1] if indents else []
            result.append(paragraph)
            continue
        x0 = paragraph.box.x0
        indents = [x for x in indents if x < x0 - 3]
        indents.append(x0)
        result.append(replace(paragraph, level=min(len(indents), MAX_LEVEL)))
    return result


def _with_gaps(found: list[Paragraph], pitch: dict[float, float]) -> list[Paragraph]:
    """Mark paragraphs that stand clearly apart from the one before."""
    result = found[:1]
    for one, other in pairwise(found):
        usual = pitch.get(other.size, 1.35 * other.size)
        apart = other.box.top - one.box.bottom > 0.5 * usual
        result.append(replace(other, gap=apart))
    return result


def joined(one: Paragraph, other: Paragraph) -> Paragraph:
    """A paragraph that went on in another column or on another page."""
    runs, following = list(one.runs), other.runs[0].text
    ending, word = runs[-1].text, one.text.rsplit(" ", 1)[-1]
    if word.endswith("-") and _breaks_word(word[:-1], following):
        runs[-1] = replace(runs[-1], text=ending[:-1] + SOFT)
    elif not word.endswith("-") or word == "-":
        is_cut = one.is_cut and word[-1].islower() and following[0].islower()
        runs[-1] = replace(runs[-1], text=ending + (BREAK if is_cut else " "))
    return replace(
        one,
        runs=merged((*runs, *other.runs)),
        comments=(*one.comments, *other.comments),
        room=other.room,
        is_cut=other.is_cut,
    )


def goes_on(one: Paragraph, other: Paragraph) -> bool:
    """Whether a paragraph on another page is the rest of this one."""
    return other.text[:1].islower() and may_go_on(one, other)


def may_go_on(one: Paragraph, other: Paragraph) -> bool:
    """The same, where a name may be the first word overleaf."""
    return (
        (lacks_room(one, other) or one.text.endswith(_DANGLING))
        and not other.bullet
        and abs(one.size - other.size) <= 0.08 * one.size
        and not is_ended(one)
    )


def lacks_room(one: Paragraph, other: Paragraph) -> bool:
    """Whether the first word of another paragraph did not fit on the last line of this one."""
    first = other.text.split(maxsplit=1)[0]
    return one.room < (_WIDTH * len(first) + 0.25) * one.size


def is_ended(paragraph: Paragraph) -> bool:
    """Whether it ends as a sentence does."""
    return paragraph.text.endswith(_SENTENCE_ENDS)
