"""Columns without rules: text that stands side by side, and tables that are only aligned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from statistics import median

from prestatie_desktop.importing.readers.pdf_lines import Line

# In heights of a letter: how wide a gutter is at least, and how far apart lines still belong together.
_GUTTER, _FAR = 0.9, 4.0
_WIDE_GUTTER = 3.0
# How far below a column or a table, in heights of a letter, what stands there is something else.
_COLUMN_APART, _TABLE_APART = 3.0, 1.8
# How much lower than one line, in heights of a letter, another still stands beside it.
_BESIDE = 0.9
# How much of a column the lines of running text fill, and how many words those have.
_FILLED, _WORDS = 0.6, 4

# Lines in one band: more is no page that somebody reads.
_LONGEST = 400

Span = tuple[float, float]


class Shape(Enum):
    """What a stretch of lines is."""

    PLAIN = "plain"
    COLUMNS = "columns"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Band:
    """Consecutive lines of one shape. `starts` are where its columns begin; PLAIN has one."""

    shape: Shape
    lines: tuple[Line, ...]
    starts: tuple[float, ...] = (float("-inf"),)

    def columns(self) -> list[list[Line]]:
        """The lines of each column from top to bottom."""
        ends = (*self.starts[1:], float("inf"))
        return [
            [part for line in self.lines if (part := line.between(start, end))]
            for start, end in zip(self.starts, ends, strict=True)
        ]


def bands_of(lines: Sequence[Line]) -> list[Band]:
    """Lines from top to bottom, in stretches."""
    bands: list[Band] = []
    plain: list[Line] = []
    place = 0
    while place < len(lines):
        band = _band_at(lines, place) or Band(Shape.PLAIN, (lines[place],))
        place += len(band.lines)
        if band.shape is Shape.PLAIN:
            plain += band.lines
            continue
        if plain:
            bands.append(Band(Shape.PLAIN, tuple(plain)))
            plain = []
        bands.append(band)
    if plain:
        bands.append(Band(Shape.PLAIN, tuple(plain)))
    return bands


def _band_at(lines: Sequence[Line], place: int) -> Band | None:
    """The columns that begin with this line, if any do."""
    found = _stretch(lines, place)
    for apart in (_COLUMN_APART, _TABLE_APART):
        found = _trimmed(found, apart)
        band = _band(found)
        if band is not None:
            return band
    return None


def _band(lines: Sequence[Line]) -> Band | None:
    gutters = _inner(_common_to(lines), lines)
    if not gutters:
        return None
    starts = (float("-inf"), *((start + end) / 2 for start, end in gutters))
    shape = _shape(Band(Shape.TABLE, tuple(lines), starts), gutters)
    return None if shape is None else Band(shape, tuple(lines), starts)


def _chunks(line: Line) -> list[Span]:
    return line.chunks(_GUTTER * line.size)


def _stretch(lines: Sequence[Line], place: int) -> Sequence[Line]:
    """The lines from here down that leave the same strip blank."""
    gutters = _free(lines[place])
    end = place + 1
    most = len(_inner(gutters, lines[place:end]))
    if not most and not _has_neighbour(lines, place):
        return ()
    while end < min(len(lines), place + _LONGEST):
        line, above = lines[end], lines[end - 1]
        if line.base - above.base > _FAR * max(line.size, above.size):
            break
        narrower = _common(gutters, _free(line), _GUTTER * line.size)
        inner = len(_inner(narrower, lines[place : end + 1]))
        if not inner or inner * 2 < most:
            break
        most = max(most, inner)
        gutters = narrower
        end += 1
    return lines[place:end]


def _has_neighbour(lines: Sequence[Line], place: int) -> bool:
    """Whether the next line stands beside this one, a little lower, rather than under it."""
    if place + 1 == len(lines):
        return False
    one, other = lines[place : place + 2]
    return other.base - one.base < _BESIDE * max(one.size, other.size)


def _common_to(lines: Sequence[Line]) -> list[Span]:
    """What stays blank on all of them."""
    gutters = [(float("-inf"), float("inf"))]
    for line in lines:
        gutters = _common(gutters, _free(line), _GUTTER * line.size)
    return gutters


def _free(line: Line) -> list[Span]:
    """Where nothing stands on a line."""
    chunks = _chunks(line)
    between = [(end, start) for (_, end), (start, _) in pairwise(chunks)]
    return [(float("-inf"), chunks[0][0]), *between, (chunks[-1][1], float("inf"))]


def _common(one: Sequence[Span], other: Sequence[Span], width: float) -> list[Span]:
    """Where both are free, over at least `width`."""
    found = []
    first = second = 0
    while first < len(one) and second < len(other):
        start = max(one[first][0], other[second][0])
        end = min(one[first][1], other[second][1])
        if end - start >= width:
            found.append((start, end))
        if one[first][1] < other[second][1]:
            first += 1
        else:
            second += 1
    return found


def _inner(gutters: Iterable[Span], lines: Sequence[Line]) -> list[Span]:
    """Those with text on both sides."""
    left = min((line.x0 for line in lines), default=0.0)
    right = max((line.x1 for line in lines), default=0.0)
    return [(start, end) for start, end in gutters if start >= left - 0.1 and end <= right + 0.1]


def _trimmed(lines: Sequence[Line], apart: float) -> Sequence[Line]:
    """Without the lines at the end that stand apart and on one side: they come after."""
    end = len(lines)
    while end > 1 and len(_chunks(lines[end - 1])) == 1:
        above, line = lines[end - 2 : end]
        if line.base - above.base <= apart * max(line.size, above.size):
            break
        end -= 1
    return lines[:end]


def _crosses(line: Line, gutters: Sequence[Span]) -> bool:
    """Whether it has text on both sides of a gutter."""
    return any(line.x0 < start and line.x1 > end for start, end in gutters)


def _shape(band: Band, gutters: Sequence[Span]) -> Shape | None:
    """What it is; None when it only happens to leave something blank."""
    columns = band.columns()
    if len(columns) == 2 and (_is_marked_list(columns[0]) or _is_contents(columns[1])):
        return Shape.PLAIN
    if _is_running_text(columns, band):
        return Shape.COLUMNS
    both = [line for line in band.lines if _crosses(line, gutters)]
    wide = all(end - start > _WIDE_GUTTER * band.lines[0].size for start, end in gutters)
    least = 2 if wide and len(both) == len(band.lines) else 3
    return Shape.TABLE if len(both) >= least else None


def _is_marked_list(column: Sequence[Line]) -> bool:
    """Bullets, or numbers of paragraphs."""
    return all(len(line.words) == 1 and len(line.text) <= 6 for line in column) and not any(
        line.text.isalpha() and len(line.text) > 1 for line in column
    )


def _is_contents(column: Sequence[Line]) -> bool:
    """Numbers of pages, that never go down."""
    texts = [line.text.strip(".… ") for line in column]
    if not all(text.isdigit() and len(text) <= 3 for text in texts):
        return False
    return len(texts) > 2 and all(int(one) <= int(other) for one, other in pairwise(texts))


def _is_running_text(columns: Sequence[Sequence[Line]], band: Band) -> bool:
    return (
        all(len(column) >= 3 and _is_filled(column) for column in columns)
        and not any(line.ruled for line in band.lines[1:])
        and _stand_side_by_side(columns)
    )


def _stand_side_by_side(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether there is a height at which each of them has text."""
    lowest_start = max(column[0].base for column in columns)
    highest_end = min(column[-1].base for column in columns)
    return highest_end - lowest_start > 2 * columns[0][0].size


def _is_filled(column: Sequence[Line]) -> bool:
    widths = [line.x1 - line.x0 for line in column]
    words = [len(line.words) for line in column]
    return median(widths) > _FILLED * max(widths) and median(words) >= _WORDS


def logical_rows(band: Band) -> list[list[Line]]:
    """The lines of each row of a table without posts: a cell may have several."""
    keyed = [line.x0 < band.starts[1] for line in band.lines[1:]]
    far = _far(band.lines)
    ruled = [line.ruled for line in band.lines[1:]]
    if sum(ruled) >= 3 and sum(ruled) >= 0.6 * sum(keyed):
        begins = ruled
    elif sum(far) >= max(2, len(far) / 5):
        begins = [any(both) for both in zip(far, ruled, strict=True)]
    else:
        begins = [any(both) for both in zip(keyed, ruled, strict=True)]
    rows = [[band.lines[0]]]
    for line, is_new in zip(band.lines[1:], begins, strict=True):
        if is_new:
            rows.append([])
        rows[-1].append(line)
    return rows


def _far(lines: Sequence[Line]) -> list[bool]:
    """For each line after the first whether it stands further down than lines of one cell do."""
    distances = [other.base - one.base for one, other in pairwise(lines)]
    usual = sorted(distances)[len(distances) // 4] if distances else 0
    return [distance > 1.25 * usual for distance in distances]
