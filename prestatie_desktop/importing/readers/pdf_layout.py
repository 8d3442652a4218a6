"""What stands on a page, in the order in which people read it: paragraphs and tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.readers.pdf_columns import Band, Shape, bands_of, logical_rows
from prestatie_desktop.importing.readers.pdf_grid import Grid, Place, grids_of
from prestatie_desktop.importing.readers.pdf_lines import Line, lines_of
from prestatie_desktop.importing.readers.pdf_page import Box, Glyph, PageMarks, Rule
from prestatie_desktop.importing.readers.pdf_paragraphs import (
    Paragraph,
    goes_on,
    joined,
    paragraphs_of,
)

# Words on a line of running text.
_RUNNING = 5
# One such line says where others end when it is this wide; else there must be more that end there.
_WIDE, _NEARLY = 0.6, 0.85
# A frame around most of a page, with most of the text in one cell, is no table.
_FRAME = 0.6

CellText = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTable:
    """A table on a page."""

    rows: tuple[tuple[CellText, ...], ...]
    box: Box
    page: int
    gap: bool = True


PageBlock = Paragraph | PageTable


def blocks_of(marks: PageMarks, page: int) -> list[PageBlock]:
    """The blocks of a page, then what runs up, down or askew beside it."""
    blocks = _upright(marks, page)
    for turned in marks.turned:
        blocks += _upright(turned, page)
    return blocks + [_askew(text, page) for text in marks.askew]


def _askew(text: str, page: int) -> Paragraph:
    return Paragraph(runs=(Run(text=text.strip()),), box=Box(0, 0, 0, 0), size=0, page=page)


def _upright(marks: PageMarks, page: int) -> list[PageBlock]:
    tables, loose = _tables(marks, page)
    lines = lines_of(loose)
    _note_rules(lines, marks.across)
    right = _right_sides(lines, marks.width)
    blocks: list[PageBlock] = []
    for table in [*tables, None]:
        above = [line for line in lines if table is None or line.base < table.box.bottom]
        lines = lines[len(above) :]
        for band in bands_of(above):
            blocks += _band_blocks(band, page, right)
        if table is not None:
            blocks.append(table)
    return blocks


def _tables(marks: PageMarks, page: int) -> tuple[list[PageTable], list[Glyph]]:
    """The tables with rules, and the letters that stand in none."""
    tables: list[PageTable] = []
    loose = marks.glyphs
    for grid in grids_of(marks.across, marks.down):
        inside = [glyph for glyph in loose if _in(grid.box, glyph)]
        table = _table(grid, inside, page)
        if table is not None and not _is_frame(table, inside, marks):
            loose = [glyph for glyph in loose if not _in(grid.box, glyph)]
            tables.append(table)
    return tables, loose


def _in(box: Box, glyph: Glyph) -> bool:
    return box.holds((glyph.x0 + glyph.x1) / 2, glyph.middle)


def _table(grid: Grid, glyphs: Iterable[Glyph], page: int) -> PageTable | None:
    inside: dict[Place, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if (owner := grid.owner((glyph.x0 + glyph.x1) / 2, glyph.middle)) is not None:
            inside[owner].append(glyph)
    ends = grid.ends()
    texts = {
        place: _cell_text(found, grid.xs[place[1]], ends[place], page)
        for place, found in inside.items()
    }
    if len({column for (_, column), text in texts.items() if text}) < 2:
        return None
    rows = (
        tuple(texts.get((row, column), ()) for column in range(len(grid.xs) - 1))
        for row in range(len(grid.ys) - 1)
    )
    return PageTable(rows=tuple(filter(any, rows)), box=grid.box, page=page)


def _cell_text(glyphs: Iterable[Glyph], left: float, right: float, page: int) -> CellText:
    lines = lines_of(glyphs)
    if not lines:
        return ()
    padding = max(0.0, min(line.x0 for line in lines) - left)
    edge = right - min(padding, 0.2 * (right - left))
    return _cell(lines, page, edge)


def _cell(lines: Sequence[Line], page: int, edge: float) -> CellText:
    """The paragraphs of a cell that ends at `edge`."""
    edge = max(edge, *(line.x1 for line in lines)) if lines else edge
    return tuple(paragraphs_of(lines, page, dict.fromkeys({x.size for x in lines}, edge)))


def _is_frame(table: PageTable, inside: Sequence[Glyph], marks: PageMarks) -> bool:
    """Whether it is the frame of a page rather than a table."""
    texts = [sum(len(p.text) for p in cell) for row in table.rows for cell in row if cell]
    return (
        len(texts) <= 3
        and table.box.area > _FRAME * marks.width * marks.height
        and max(texts) > _FRAME * len(inside)
    )


def _note_rules(lines: Sequence[Line], rules: Sequence[Rule]) -> None:
    """Mark the lines that have a rule between them and the line above."""
    heights = sorted((rule for rule in rules if rule.end - rule.start > 20), reverse=True)
    above: float | None = None
    for line in lines:
        top = line.base - 0.6 * line.size
        while heights and heights[-1].at < (top if above is None else above):
            heights.pop()
        line.ruled = bool(heights) and heights[-1].at <= top and above is not None
        above = line.base


def _right_sides(lines: Sequence[Line], width: float = 0.0) -> dict[float, float]:
    """For each size of letters, where lines end at the right.

    That is where the longest lines of running text do; on a page of that `width` without any,
    where a page with equal margins does.
    """
    margin = min((line.x0 for line in lines), default=0.0)
    widest = max((line.x1 for line in lines), default=0.0)
    running: dict[float, list[float]] = defaultdict(list)
    for line in lines:
        if len(line.words) >= _RUNNING:
            running[line.size].append(line.x1)
    ends = {
        size: max(found)
        for size, found in running.items()
        if max(found) > _WIDE * width or sum(x1 > _NEARLY * max(found) for x1 in found) > 1
    }
    other = max(ends.values(), default=max(widest, width - margin))
    return {line.size: ends.get(line.size, other) for line in lines}


def _band_blocks(band: Band, page: int, ends: Mapping[float, float]) -> list[PageBlock]:
    if band.shape is Shape.TABLE:
        return [_aligned_table(band, page)]
    found: list[PageBlock] = []
    for column in band.columns():
        sides = ends if band.shape is Shape.PLAIN else _right_sides(column)
        paragraphs = paragraphs_of(column, page, sides)
        if found and isinstance(last := found[-1], Paragraph) and goes_on(last, paragraphs[0]):
            found[-1] = joined(last, paragraphs.pop(0))
        found += paragraphs
    return found


def _aligned_table(band: Band, page: int) -> PageTable:
    """A table without rules."""
    edges = [max((line.x1 for line in column), default=0.0) for column in band.columns()]
    rows = tuple(
        tuple(
            _cell(cell, page, edge)
            for cell, edge in zip(
                Band(Shape.TABLE, tuple(row), band.starts).columns(), edges, strict=True
            )
        )
        for row in logical_rows(band)
    )
    first, last = band.lines[0], band.lines[-1]
    box = Box(
        min(line.x0 for line in band.lines),
        first.base - 0.8 * first.size,
        max(line.x1 for line in band.lines),
        last.base + 0.25 * last.size,
    )
    return PageTable(rows=rows, box=box, page=page)
