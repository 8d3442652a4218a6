"""Cells of a workbook: text that no spreadsheet takes for a formula, a number or a date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet.worksheet import Worksheet

from prestatie_desktop.exchange.xlsx_look import HEAD, HIDDEN, LONGEST_RAW, PROSE, RAW, style_of
from prestatie_desktop.exchange.xlsx_rows import Grid
from prestatie_desktop.words.workbook.sheets import CELL, EXACT, ID
from prestatie_desktop.words.workbook.showing import Shown
from prestatie_desktop.words.workbook.texts import continued, escaped, pieces

#: Excel makes a formula of a text that begins so, as soon as somebody edits the cell.
_LIKE_A_FORMULA = tuple("=+-@")


@dataclass(frozen=True, slots=True)
class Place:
    """A column as it stands on the sheet: its title, width and style."""

    title: str
    width: int
    style: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A grid as it stands on the sheet: long texts go on in columns of their own."""

    places: tuple[Place, ...]
    rows: tuple[tuple[Shown, ...], ...]


def table(grid: Grid) -> Table:
    """The grid with its hidden columns, and no cell with more than a cell can hold."""
    places: list[Place] = []
    filled: list[list[Sequence[Shown]]] = []
    for place, cells in _whole_columns(grid):
        split = [_pieces(cell) for cell in cells]
        wide = max(map(len, split), default=1)
        places += [
            Place(continued(place.title, n), place.width, place.style, place.hidden)
            for n in range(wide)
        ]
        filled.append([[*cell, *[""] * (wide - len(cell))] for cell in split])
    rows = (tuple(part for cell in row for part in cell) for row in zip(*filled, strict=True))
    return Table(tuple(places), tuple(rows))


def _whole_columns(grid: Grid) -> Iterator[tuple[Place, list[Shown]]]:
    for at, column in enumerate(grid.columns):
        place = Place(column.title, column.width, style_of(column.form))
        yield place, [row.cells[at] for row in grid.rows]
    yield Place(EXACT, 12, HIDDEN, hidden=True), [row.exact for row in grid.rows]
    yield Place(ID, 20, HIDDEN, hidden=True), [row.id for row in grid.rows]


def _pieces(cell: Shown) -> Sequence[Shown]:
    return [cell] if isinstance(cell, date) else pieces(escaped(cell), CELL)


def head(sheet: Worksheet, title: str) -> Cell:
    """What stands above a column."""
    return text(sheet, escaped(title), HEAD)


def cell(sheet: Worksheet, value: Shown, style: str) -> Cell:
    """A cell with a text or a day."""
    if isinstance(value, date):
        made = WriteOnlyCell(sheet)
        made.value = value
        made.style = style
        return made
    return text(sheet, value, PROSE if style == RAW and len(value) > LONGEST_RAW else style)


def text(sheet: Worksheet, value: str, style: str) -> Cell:
    """A cell with a text, whatever it looks like."""
    made = WriteOnlyCell(sheet, value)
    made.data_type = "s"
    made.style = style
    if value.startswith(_LIKE_A_FORMULA):
        made.quotePrefix = True
    return made
