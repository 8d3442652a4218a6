"""The sheets of an OpenDocument spreadsheet, as their cells go by."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from prestatie_desktop.importing.readers.odf_names import OFFICE, TABLE
from prestatie_desktop.importing.readers.office_text import Look
from prestatie_desktop.importing.readers.open_sheets_drafts import CellDraft
from prestatie_desktop.importing.readers.open_sheets_styles import OpenStyles
from prestatie_desktop.importing.readers.open_sheets_words import (
    cell_comments,
    cell_runs,
    is_drawing,
    plain_runs_of,
)
from prestatie_desktop.importing.readers.sheets_cells import Found
from prestatie_desktop.importing.readers.sheets_comments import Comments
from prestatie_desktop.importing.readers.sheets_places import MAX_COLUMNS, MAX_ROWS
from prestatie_desktop.importing.readers.sheets_runs import Runs
from prestatie_desktop.importing.readers.sheets_xml import BadSheetError, Node

_BODY = OFFICE + "spreadsheet"
_SHEET = TABLE + "table"
_COLUMN = TABLE + "table-column"
_ROW = TABLE + "table-row"
_CELL = TABLE + "table-cell"
_COVERED = TABLE + "covered-table-cell"
#: A copy of a sheet of another file, kept for formulas.
_FOREIGN = TABLE + "table-source"
_SHAPES = TABLE + "shapes"

_STYLED = TABLE + "style-name"
_DEFAULT = TABLE + "default-cell-style-name"
_COLUMNS_REPEATED = TABLE + "number-columns-repeated"
_ROWS_REPEATED = TABLE + "number-rows-repeated"
_HIDDEN = {"collapse", "filter"}


@dataclass(slots=True)
class OpenSheet:
    """A sheet that has gone by."""

    title: str
    hidden: bool
    found: Found = field(default_factory=Found)
    comments: Comments = field(default_factory=dict)
    #: How many filled cells are out of sight under merged ones.
    covered: int = 0
    is_foreign: bool = False
    #: Last column and style of each stretch of columns.
    column_ends: list[int] = field(default_factory=list)
    column_styles: list[str] = field(default_factory=list)


class OpenCellTarget:
    """Puts each sheet that has gone by into `sheets`; `now` is the one that goes by."""

    def __init__(self, styles: OpenStyles) -> None:
        self.sheets: list[OpenSheet] = []
        self.now: OpenSheet | None = None
        self.is_spreadsheet = False
        self._styles = styles
        self._looks: dict[str, Look] = {}
        self._seen: dict[tuple[object, ...], Runs] = {}
        self._row: dict[int, Runs] = {}
        self._row_attributes: Mapping[str, str] = {}
        self._column = 0
        self._draft = CellDraft()
        # How deep the reading is in shapes that float over the cells.
        self._shapes = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._draft.is_open:
            self._draft.start(tag, attributes)
        elif self._shapes or tag == _SHAPES:
            self._shapes += 1
        elif tag in {_CELL, _COVERED}:
            self._draft.begin(tag, attributes)
        elif tag == _ROW:
            self._row, self._row_attributes, self._column = {}, attributes or {}, 0
        elif tag == _SHEET:
            hidden = self._styles.is_hidden(attributes.get(_STYLED, ""))
            self.now = OpenSheet(" ".join(attributes.get(TABLE + "name", "").split()), hidden)
        elif self.now is None:
            self.is_spreadsheet |= tag == _BODY
            self._styles.start(tag, attributes)
        elif tag == _COLUMN:
            self._columns(self.now, attributes)
        elif tag == _FOREIGN:
            self.now.is_foreign = True

    def data(self, text: str) -> None:
        """Text goes by."""
        if self._draft.is_open:
            self._draft.data(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._draft.is_open:
            if self._draft.end():
                self._end_cell(self._draft)
        elif self.now is None:
            return
        elif self._shapes:
            self._shapes -= 1
            self.now.found.has_drawings = True
        elif tag == _ROW:
            self._end_row(self.now)
        elif tag == _SHEET:
            if self.is_spreadsheet and self.now.title and not self.now.is_foreign:
                self.sheets.append(self.now)
            self.now = None

    def _columns(self, sheet: OpenSheet, attributes: Mapping[str, str]) -> None:
        before = sheet.column_ends[-1] if sheet.column_ends else 0
        last = min(before + _repeats(attributes, _COLUMNS_REPEATED), MAX_COLUMNS)
        sheet.column_ends.append(last)
        sheet.column_styles.append(attributes.get(_DEFAULT, ""))
        if attributes.get(TABLE + "visibility") in _HIDDEN:
            sheet.found.hidden_columns.append(range(before + 1, last + 1))

    def _end_cell(self, cell: CellDraft) -> None:
        if self.now is None:
            raise BadSheetError
        first = self._column + 1
        self._column += _repeats(cell.attributes, _COLUMNS_REPEATED)
        words = cell.words()
        if not words and words is not None and OFFICE + "value-type" not in cell.attributes:
            self._note_formula(cell, self.now, first)
            return
        look = self._look(cell, self.now, first)
        if words is None:
            runs = self._marked_runs(cell.tree(), look, self.now, first)
        else:
            runs = self._plain_runs(words, cell, look)
        if runs:
            self._put(runs, cell, self.now, first)

    def _marked_runs(self, cell: Node, look: Look, sheet: OpenSheet, column: int) -> Runs:
        comments = cell_comments(cell)
        if comments:
            sheet.comments[sheet.found.row + 1, column] = comments
        sheet.found.has_drawings |= any(is_drawing(child) for child in cell.nodes())
        return cell_runs(cell, self._styles, look)

    def _plain_runs(self, words: str, cell: CellDraft, look: Look) -> Runs:
        """A list repeats itself: what was seen before is the same value."""
        key = (words, look.bold, *cell.attributes.items())
        runs = self._seen.get(key)
        if runs is None:
            runs = self._seen[key] = plain_runs_of(cell.attributes, words, look)
        return runs

    def _put(self, runs: Runs, cell: CellDraft, sheet: OpenSheet, first: int) -> None:
        if self._column > MAX_COLUMNS:
            raise BadSheetError
        if cell.tag == _COVERED:
            sheet.covered += 1
        elif self._column == first:
            self._row[first] = runs
        else:
            self._row.update(dict.fromkeys(range(first, self._column + 1), runs))

    def _note_formula(self, cell: CellDraft, sheet: OpenSheet, column: int) -> None:
        if TABLE + "formula" in cell.attributes:
            sheet.found.note_unknown(sheet.found.row + 1, column)

    def _look(self, cell: CellDraft, sheet: OpenSheet, column: int) -> Look:
        """How the cell looks by its own style, or that of its row, or that of its column."""
        name = cell.attributes.get(_STYLED) or self._row_attributes.get(_DEFAULT)
        if not name:
            place = bisect_left(sheet.column_ends, column)
            name = sheet.column_styles[place] if place < len(sheet.column_ends) else ""
        look = self._looks.get(name)
        if look is None:
            look = self._looks[name] = Look(bold=self._styles.look("table-cell", name).bold)
        return look

    def _end_row(self, sheet: OpenSheet) -> None:
        found, row = sheet.found, self._row
        first = found.row + 1
        found.row += _repeats(self._row_attributes, _ROWS_REPEATED)
        if not row:
            return
        if found.row > MAX_ROWS:
            raise BadSheetError
        found.rows.update(dict.fromkeys(range(first, found.row + 1), row))
        found.cells += len(row) * (found.row + 1 - first)
        found.has_hidden_rows |= self._row_attributes.get(TABLE + "visibility") in _HIDDEN


def _repeats(attributes: Mapping[str, str], name: str) -> int:
    written = attributes.get(name)
    if written is None or not written.isdecimal() or len(written) > 8:
        return 1
    return int(written) or 1
