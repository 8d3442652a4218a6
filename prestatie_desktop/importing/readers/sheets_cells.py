"""The cells of one sheet of an Excel file, as they go by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from prestatie_desktop.importing.readers.cell_words import boolean_words, error_words
from prestatie_desktop.importing.readers.sheets_dates import iso_words
from prestatie_desktop.importing.readers.sheets_parts import SPACES
from prestatie_desktop.importing.readers.sheets_places import (
    MAX_COLUMNS,
    MAX_ROWS,
    column_number,
    place_of,
)
from prestatie_desktop.importing.readers.sheets_runs import Runs, plain_runs, unescaped
from prestatie_desktop.importing.readers.sheets_strings import SharedStrings, runs_of
from prestatie_desktop.importing.readers.sheets_styles import Style
from prestatie_desktop.importing.readers.sheets_xml import BadSheetError, Grower

#: By number of the row and of the column, both from 1: what stands in each cell that is not blank.
Rows = dict[int, dict[int, Runs]]

_READ = ("c", "row", "f", "is", "mergeCell", "dimension", "col", "drawing", "sheetData")
_NAMED = 3
#: More than any sheet has.
_MOST_MERGED = 1_000_000
_NAMES = {space + name: name for space in SPACES for name in _READ}


@dataclass(slots=True)
class Found:
    """What a sheet holds, beside its texts."""

    rows: Rows = field(default_factory=dict)
    #: How many cells are filled.
    cells: int = 0
    #: The row where the reading is, and the last row if the sheet says which that is, else 0.
    row: int = 0
    last_row: int = 0
    #: Ranges of merged cells ("A1:B2").
    merged: list[str] = field(default_factory=list)
    #: How many formulas have no result, and the places of the first.
    unknown: int = 0
    first_unknown: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    has_hidden_rows: bool = False
    has_drawings: bool = False
    #: Whether there is a place for cells at all.
    is_sheet: bool = False

    def note_unknown(self, row: int, column: int) -> None:
        """A formula without a result stands there."""
        self.unknown += 1
        if self.unknown <= _NAMED:
            self.first_unknown.append((row, column))


class CellTarget:
    """Puts the cells that go by into `found`."""

    def __init__(self, found: Found, strings: SharedStrings, styles: dict[str, Style]) -> None:
        self.found = found
        self._strings, self._styles = strings, styles
        self._plain = Style()
        self._row: dict[int, Runs] = {}
        self._row_digits = ""
        self._column = 0
        self._cell: Mapping[str, str] = {}
        self._text: list[str] = []
        self._is_formula = self._is_hidden = False
        self._grower: Grower | None = None
        self._inline: Grower | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._grower is not None:
            self._grower.start(tag, attributes)
            return
        name = _NAMES.get(tag)
        if name == "c":
            self._cell, self._text = attributes, []
            self._is_formula, self._inline = False, None
        elif name == "row":
            self._begin_row(attributes)
        elif name == "is":
            self._grower = self._inline = Grower(tag, attributes)
        elif name is not None and name != "f":
            self._note(name, attributes)

    def data(self, text: str) -> None:
        """Text goes by: of the value, or of a formula."""
        if self._grower is None:
            self._text.append(text)
        else:
            self._grower.data(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._grower is not None:
            if self._grower.end():
                self._grower = None
            return
        name = _NAMES.get(tag)
        if name == "c":
            self._end_cell()
        elif name == "f":
            self._is_formula, self._text = True, []

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        written = attributes.get("r") or str(self.found.row + 1)
        self.found.row = _whole(written, MAX_ROWS)
        self._row_digits = written
        self._is_hidden = attributes.get("hidden") in {"1", "true"}
        self._row = self.found.rows.get(self.found.row, {})
        self._column = 0

    def _end_cell(self) -> None:
        column = self._go_to_place()
        runs = self._runs("".join(self._text))
        if not runs:
            return
        if not self._row:
            self.found.rows[self.found.row] = self._row
            self.found.has_hidden_rows |= self._is_hidden
        self._row[column] = runs
        self.found.cells += 1

    def _go_to_place(self) -> int:
        """The column of the cell; a cell that does not say follows the one before it."""
        written = self._cell.get("r")
        if not written:
            self._column += 1
            return self._column
        letters = written.rstrip("0123456789")
        digits = written[len(letters) :]
        if digits != self._row_digits:
            self._begin_row({"r": digits})
        self._column = column_number(letters)
        return self._column

    def _runs(self, value: str) -> Runs:
        kind = self._cell.get("t", "n")
        style = self._styles.get(self._cell.get("s", "0"), self._plain)
        if self._inline is not None:
            return runs_of(self._inline.root, bold=style.bold)
        if not value.strip():
            if self._is_formula and kind != "str":
                self.found.note_unknown(self.found.row, self._column)
            return ()
        if kind == "s":
            return self._strings.at(value, bold=style.bold)
        if kind == "n":
            return style.number(value.strip())
        return plain_runs(_words(kind, value), bold=style.bold)

    def _note(self, name: str, attributes: Mapping[str, str]) -> None:
        found = self.found
        if name == "mergeCell":
            found.merged.append(attributes.get("ref", ""))
        elif name == "dimension":
            found.last_row = _last_row(attributes.get("ref", ""))
        elif name == "drawing":
            found.has_drawings = True
        elif name == "sheetData":
            found.is_sheet = True
        elif attributes.get("hidden") in {"1", "true"}:
            first = _whole(attributes.get("min", ""), MAX_ROWS)
            last = _whole(attributes.get("max", ""), MAX_ROWS)
            found.hidden_columns.append(range(first, last + 1))
        if len(found.merged) > _MOST_MERGED or len(found.hidden_columns) > MAX_COLUMNS:
            raise BadSheetError


def _words(kind: str, value: str) -> str:
    if kind == "b":
        return boolean_words(value=value.strip() not in {"0", "false"})
    if kind == "e":
        return error_words(value)
    return iso_words(value) if kind == "d" else unescaped(value)


def _whole(written: str, most: int) -> int:
    if written.isdecimal() and len(written) <= 7 and 0 < int(written) <= most:
        return int(written)
    raise BadSheetError


def _last_row(ref: str) -> int:
    """The last row of a range; 0 when the range makes no sense, for it is only said in passing."""
    try:
        return place_of(ref.rpartition(":")[2])[0]
    except BadSheetError:
        return 0
