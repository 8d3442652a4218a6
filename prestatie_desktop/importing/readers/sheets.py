"""Excel files: .xlsx, .xltx, and .xlsm without its macros.

The sheets are read here and not with openpyxl. Its quick way of reading knows no merged cells,
bold stretches, comments or formulas without a result, and fills every row up to the last column of
the sheet; its full way keeps the whole workbook in memory; and both refuse a workbook for damage in
parts that hold no text.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prestatie_desktop.garbage import without_collecting
from prestatie_desktop.importing import limits, refusals
from prestatie_desktop.importing.readers.office_package import Package
from prestatie_desktop.importing.readers.sheets_cells import CellTarget, Found
from prestatie_desktop.importing.readers.sheets_comments import Comments, read_comments
from prestatie_desktop.importing.readers.sheets_merges import take_covered
from prestatie_desktop.importing.readers.sheets_notices import SheetNotices
from prestatie_desktop.importing.readers.sheets_parts import SheetPart, Workbook, tree, workbook
from prestatie_desktop.importing.readers.sheets_strings import SharedStrings, StringTarget
from prestatie_desktop.importing.readers.sheets_styles import Style, read_styles
from prestatie_desktop.importing.readers.sheets_tables import Sheet, Tables, sheet_place
from prestatie_desktop.importing.readers.sheets_xml import BadSheetError, stream
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.words.translation import tr


def read_xlsx(path: Path, name: str, watch: Watch = UNWATCHED) -> Source:
    """Every sheet with something on it as tables, in order; `name` is what the user calls the file.

    Raises UserError when the file is broken or too large, StoppedError when the watch says so.
    """
    with without_collecting(), bad_sheets_refused(name), Package(path, name) as package:
        return _Reading(package, name, watch).source()


@contextmanager
def bad_sheets_refused(name: str) -> Iterator[None]:
    """Tell the user when a file turns out to be no spreadsheet."""
    try:
        yield
    except BadSheetError as error:
        raise refusals.broken(name) from error


class _Reading:
    """One workbook while it is read."""

    def __init__(self, package: Package, name: str, watch: Watch) -> None:
        self._package, self._name, self._watch = package, name, watch
        self._book: Workbook = workbook(package)
        self._strings = SharedStrings()
        self._styles: dict[str, Style] = {}
        self._cells = 0

    def source(self) -> Source:
        """Everything in it."""
        self._read_strings()
        look = tree(self._package, self._book.styles)
        self._styles = read_styles(look, from_1904=self._book.from_1904)
        notices = SheetNotices(has_macros=self._book.has_macros)
        tables = Tables(self._name, self._watch)
        for part in self._book.sheets:
            self._add(part, tables, notices)
        return tables.source(notices.sentences())

    def _read_strings(self) -> None:
        if self._book.strings:
            pieces = self._package.pieces(self._book.strings)
            doing = tr("Teksten van de werkmap lezen")
            stream(pieces, StringTarget(self._strings), lambda: self._watch.at(doing))

    def _add(self, part: SheetPart, tables: Tables, notices: SheetNotices) -> None:
        found = self._found(part)
        covered = take_covered(found.rows, found.merged)
        comments: Comments = read_comments(self._package, part.part, self._book.persons)
        place = sheet_place(part.title)
        tables.add(Sheet(title=part.title, rows=found.rows, place=place, comments=comments))
        notices.seen(part, found, covered=covered, comments=len(comments))

    def _found(self, part: SheetPart) -> Found:
        found = Found()
        doing = tr("Blad {title} lezen").format(title=part.title)
        pieces = self._package.pieces(part.part)
        target = CellTarget(found, self._strings, self._styles)
        stream(pieces, target, lambda: self._tell(found, doing))
        if not found.is_sheet:
            raise BadSheetError
        self._cells += found.cells
        return found

    def _tell(self, found: Found, doing: str) -> None:
        self._watch.at(doing, found.row, found.last_row if found.last_row >= found.row else 0)
        if self._cells + found.cells > limits.MAX_LINES:
            raise refusals.too_many_lines(self._name, limits.MAX_LINES)
