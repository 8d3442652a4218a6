"""What stands on a page, in the order in which people read it: paragraphs and tables."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.readers.pdf_columns import Band, Shape, bands_of, logical_rows
from prestatie_desktop.importing.readers.pdf_continuing import goes_on, joined
from prestatie_desktop.importing.readers.pdf_lines import Line, lines_of
from prestatie_desktop.importing.readers.pdf_page import Box, PageMarks, Rule
from prestatie_desktop.importing.readers.pdf_paragraphs import Paragraph, paragraphs_of
from prestatie_desktop.importing.readers.pdf_remarks import with_remarks
from prestatie_desktop.importing.readers.pdf_ruled import (
    PageBlock,
    PageTable,
    cell_text,
    ruled_tables,
)

# Words on a line of running text.
_RUNNING = 5
# One such line says where others end when it is this wide; else there must be more that end there.
_WIDE, _NEARLY = 0.6, 0.85


def blocks_of(marks: PageMarks, page: int) -> list[PageBlock]:
    """The blocks of a page, then what runs up, down or askew beside it."""
    blocks = _upright(marks, ruled_tables(marks, page), page)
    for sideways in marks.turned:
        blocks += _upright(sideways.marks, [], page)
    return with_remarks(blocks, marks.remarks) + [_aside(text, page) for text in marks.aside]


def _aside(text: str, page: int) -> Paragraph:
    return Paragraph(runs=(Run(text=text.strip()),), box=Box(0, 0, 0, 0), size=0, page=page)


def _upright(marks: PageMarks, tables: Sequence[PageTable], page: int) -> list[PageBlock]:
    lines = lines_of(marks.glyphs)
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
    # Headings end where the text does.
    body = max(running, key=lambda size: len(running[size]), default=0.0)
    return {
        line.size: max(ends.get(line.size, other), ends.get(body, 0.0) if line.size > body else 0.0)
        for line in lines
    }


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
            cell_text(cell, page, edge)
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
