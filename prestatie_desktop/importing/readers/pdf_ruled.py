"""The tables on a page that are drawn with rules, and the text in their cells."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from prestatie_desktop.importing.readers.pdf_grid import Grid, Place, grids_of
from prestatie_desktop.importing.readers.pdf_lines import Line, lines_of
from prestatie_desktop.importing.readers.pdf_page import Box, Glyph, PageMarks, Sideways
from prestatie_desktop.importing.readers.pdf_paragraphs import Paragraph, paragraphs_of

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
    #: Whether it is only a table when it is the rest of one: a row with text in one cell.
    is_rest: bool = False


PageBlock = Paragraph | PageTable


def ruled_tables(marks: PageMarks, page: int) -> list[PageTable]:
    """The tables from top to bottom. Their letters are taken from the page."""
    found = []
    for grid in grids_of(marks.across, marks.down):
        table = _table(grid, marks, page)
        if table is not None and not _is_frame(table, marks):
            found.append(table)
            marks.glyphs = [each for each in marks.glyphs if not grid.box.holds(*_centre(each))]
            for sideways in marks.turned:
                taken = _words_by_cell(grid, sideways).values()
                ids = {id(glyph) for glyphs in taken for glyph in glyphs}
                left = [each for each in sideways.marks.glyphs if id(each) not in ids]
                sideways.marks.glyphs = left
    return found


def _centre(glyph: Glyph) -> tuple[float, float]:
    return (glyph.x0 + glyph.x1) / 2, glyph.middle


def _table(grid: Grid, marks: PageMarks, page: int) -> PageTable | None:
    texts = _texts(grid, marks, page)
    columns = {column for (_, column), text in texts.items() if text}
    if not columns or (len(columns) == 1 and len(grid.ys) > 2):
        return None
    rows = (
        tuple(texts.get((row, column), ()) for column in range(len(grid.xs) - 1))
        for row in range(len(grid.ys) - 1)
    )
    filled = tuple(filter(any, rows))
    return PageTable(rows=filled, box=grid.box, page=page, is_rest=len(columns) == 1)


def _texts(grid: Grid, marks: PageMarks, page: int) -> Mapping[Place, CellText]:
    """What each cell says: what runs as all text does, then what runs up or down in it."""
    ends = grid.ends()
    texts: dict[Place, CellText] = {
        place: _upright(found, grid.xs[place[1]], ends[place], page)
        for place, found in _by_cell(grid, marks.glyphs).items()
    }
    for sideways in marks.turned:
        for place, found in _words_by_cell(grid, sideways).items():
            texts[place] = (*texts.get(place, ()), *cell_text(lines_of(found), page, 0.0))
    return texts


def _by_cell(grid: Grid, glyphs: Iterable[Glyph]) -> dict[Place, list[Glyph]]:
    found: dict[Place, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if (owner := grid.owner(*_centre(glyph))) is not None:
            found[owner].append(glyph)
    return found


def _words_by_cell(grid: Grid, sideways: Sideways) -> dict[Place, list[Glyph]]:
    """Text beside the others is often longer than its cell is high: words stay whole."""
    found: dict[Place, list[Glyph]] = defaultdict(list)
    for line in lines_of(sideways.marks.glyphs):
        for word in line.words:
            centre = (word.x0 + word.x1) / 2, word.glyphs[0].middle
            if (owner := grid.owner(*sideways.place(*centre))) is not None:
                found[owner] += word.glyphs
    return found


def _upright(glyphs: Iterable[Glyph], left: float, right: float, page: int) -> CellText:
    lines = lines_of(glyphs)
    padding = max(0.0, min((line.x0 for line in lines), default=left) - left)
    return cell_text(lines, page, right - min(padding, 0.2 * (right - left)))


def cell_text(lines: Sequence[Line], page: int, edge: float) -> CellText:
    """The paragraphs of a cell that ends at `edge`, or where its longest line does."""
    edge = max(edge, *(line.x1 for line in lines)) if lines else edge
    return tuple(paragraphs_of(lines, page, dict.fromkeys({x.size for x in lines}, edge)))


def _is_frame(table: PageTable, marks: PageMarks) -> bool:
    texts = [sum(len(p.text) for p in cell) for row in table.rows for cell in row if cell]
    return (
        1 < len(texts) <= 3
        and table.box.area > _FRAME * marks.width * marks.height
        and max(texts) > _FRAME * sum(texts)
    )
