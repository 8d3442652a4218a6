"""From letters to words and lines."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import pairwise
from statistics import median_low

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.readers.pdf_page import Glyph

# In heights of a letter: a blank between words, and how far letters on one line may dance.
_BLANK, _DANCE = 0.17, 0.2
# How much smaller a raised or lowered letter is at least, and how far it is moved at most.
_SMALL, _RAISED, _LOWERED = 0.85, 0.6, 0.35
# So many letters by themselves are no words.
_SPACED = 6


class Level(Enum):
    """Where a letter stands beside the line."""

    LINE = "line"
    ABOVE = "above"
    BELOW = "below"


@dataclass(slots=True)
class Word:
    """Letters without a blank between them, from left to right."""

    glyphs: list[Glyph]
    levels: list[Level]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass
class Line:
    """Words beside each other on one line. Never empty."""

    words: list[Word]
    base: float
    size: float
    #: Whether a rule is drawn between it and the line above it.
    ruled: bool = field(default=False)

    @cached_property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @cached_property
    def text(self) -> str:
        """What it says."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def is_bold(self) -> bool:
        """Whether all of its letters are bold."""
        return all(glyph.bold for word in self.words for glyph in word.glyphs)

    def chunks(self, apart: float) -> list[tuple[float, float]]:
        """Its stretches of words less than `apart` from each other: where each begins and ends."""
        found = [(self.words[0].x0, self.words[0].x1)]
        for word in self.words[1:]:
            start, end = found[-1]
            if word.x0 - end < apart:
                found[-1] = (start, max(end, word.x1))
            else:
                found.append((word.x0, word.x1))
        return found

    def between(self, x0: float, x1: float) -> "Line | None":
        """The part of it whose words have their middle there."""
        words = [word for word in self.words if x0 <= (word.x0 + word.x1) / 2 < x1]
        return Line(words, self.base, self.size, self.ruled) if words else None


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """All lines from top to bottom. What stands on one height is one line, columns or not."""
    rows = _rows(glyphs)
    _move_raised(rows)
    return [line for row in rows if row and (line := _line(row))]


_Placed = tuple[Glyph, Level]


def _rows(glyphs: Iterable[Glyph]) -> list[list[_Placed]]:
    """Letters on about the same height, row by row."""
    rows: list[list[_Placed]] = []
    last: Glyph | None = None
    first = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        dance = _DANCE * min(glyph.size, last.size) if last else 0
        if last is None or glyph.base - last.base > dance or glyph.base > first + 2 * dance:
            rows.append([])
            first = glyph.base
        rows[-1].append((glyph, Level.LINE))
        last = glyph
    return [row for row in rows if any(glyph.text.strip() for glyph, _ in row)]


def _move_raised(rows: list[list[_Placed]]) -> None:
    """Put the "e" of "1ᵉ" and the "2" of "m²" on the line that they belong to."""
    for above, below in pairwise(rows):
        if not above or not below:
            continue
        high, low = _height(above), _height(below)
        distance = below[0][0].base - above[0][0].base
        if high < _SMALL * low and distance < _RAISED * low:
            above[:] = _moved(above, below, Level.ABOVE)
        elif low < _SMALL * high and distance < _LOWERED * high:
            below[:] = _moved(below, above, Level.BELOW)


def _height(row: Sequence[_Placed]) -> float:
    return median_low(glyph.size for glyph, _ in row)


def _moved(small: list[_Placed], line: list[_Placed], level: Level) -> list[_Placed]:
    """Move the small letters that touch the line; return those that stay where they are."""
    near = 0.4 * _height(line)
    starts = sorted(glyph.x0 for glyph, _ in line)
    ends = sorted(glyph.x1 for glyph, _ in line)
    stay: list[_Placed] = []
    moved_to = float("-inf")
    for glyph, _ in sorted(small):
        touches = _has_within(ends, glyph.x0, near) or _has_within(starts, glyph.x1, near)
        if touches or abs(glyph.x0 - moved_to) < near:
            line.append((glyph, level))
            moved_to = glyph.x1
        else:
            stay.append((glyph, Level.LINE))
    return stay


def _has_within(values: list[float], value: float, distance: float) -> bool:
    place = bisect_left(values, value - distance)
    return place < len(values) and values[place] <= value + distance


def _line(row: list[_Placed]) -> Line | None:
    row.sort(key=lambda placed: placed[0].x0)
    words = _closed_up(list(_words(row)))
    if not words:
        return None
    on_line = [glyph for glyph, level in row if level is Level.LINE and glyph.text.strip()]
    sizes = Counter(round(glyph.size, 1) for glyph in on_line)
    bases = [glyph.base for glyph in on_line]
    return Line(words, median_low(bases), sizes.most_common(1)[0][0]) if on_line else None


def _words(row: list[_Placed]) -> Iterator[Word]:
    word: Word | None = None
    blank = True
    for glyph, level in row:
        if not glyph.text.strip():
            blank = True
            continue
        if word is not None and _is_shadow(word.glyphs[-1], glyph):
            # Drawn twice, a hair apart, to look bold.
            word.glyphs[-1] = word.glyphs[-1]._replace(bold=True)
            continue
        if word is not None and not _is_apart(word, glyph, blank=blank):
            word.glyphs.append(glyph)
            word.levels.append(level)
        else:
            if word is not None:
                yield word
            word = Word([glyph], [level])
        blank = False
    if word is not None:
        yield word


def _closed_up(words: list[Word]) -> list[Word]:
    """Words again where somebody s p a c e d their letters."""
    single = sum(len(word.glyphs) == 1 for word in words)
    if single < _SPACED or single < 0.8 * len(words):
        return words
    gaps = [other.x0 - one.x1 for one, other in pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 4]
    closed = [words[0]]
    for word, gap in zip(words[1:], gaps, strict=True):
        if gap > 1.8 * usual:
            closed.append(word)
        else:
            last = closed[-1]
            closed[-1] = Word([*last.glyphs, *word.glyphs], [*last.levels, *word.levels])
    return closed


def _is_shadow(one: Glyph, other: Glyph) -> bool:
    return (
        one.text == other.text
        and one.size == other.size
        and abs(one.x0 - other.x0) < 0.1 * one.size
        and abs(one.base - other.base) < 0.05 * one.size
    )


def _is_apart(word: Word, glyph: Glyph, *, blank: bool) -> bool:
    gap = glyph.x0 - word.glyphs[-1].x1
    size = max(glyph.size, word.glyphs[-1].size)
    return gap > _BLANK * size or (blank and gap > -_BLANK * size)


def runs_of(words: Sequence[Word], joins: Sequence[str]) -> tuple[Run, ...]:
    """Words as marked text; `joins` stands between them, one fewer than there are words."""
    found: list[Run] = []
    for place, word in enumerate(words):
        if place:
            found.append(_like(found[-1], joins[place - 1]))
        found += map(_run, word.glyphs, word.levels)
    return merged(found)


def _run(glyph: Glyph, level: Level) -> Run:
    return Run(
        text=glyph.text,
        bold=glyph.bold,
        italic=glyph.italic,
        superscript=level is Level.ABOVE,
        subscript=level is Level.BELOW,
    )


def _like(run: Run, text: str) -> Run:
    return Run(text=text, bold=run.bold, italic=run.italic)


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours that look alike as one."""
    found: list[list[Run]] = []
    for run in runs:
        if found and _same_marks(found[-1][0], run):
            found[-1].append(run)
        else:
            found.append([run])
    return tuple(map(_joined, found))


def _same_marks(one: Run, other: Run) -> bool:
    return (
        one.bold == other.bold
        and one.italic == other.italic
        and one.superscript == other.superscript
        and one.subscript == other.subscript
    )


def _joined(same: list[Run]) -> Run:
    first = same[0]
    return Run(
        text="".join(run.text for run in same),
        bold=first.bold,
        italic=first.italic,
        superscript=first.superscript,
        subscript=first.subscript,
    )
