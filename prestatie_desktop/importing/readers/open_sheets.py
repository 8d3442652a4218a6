"""OpenDocument spreadsheets: .ods, .ots and, as one XML file, .fods."""

from pathlib import Path
from zipfile import is_zipfile

from prestatie_desktop.garbage import without_collecting
from prestatie_desktop.importing import limits, refusals
from prestatie_desktop.importing.readers.odf_names import MANIFEST, OFFICE
from prestatie_desktop.importing.readers.office_package import Package
from prestatie_desktop.importing.readers.open_sheets_cells import OpenCellTarget, OpenSheet
from prestatie_desktop.importing.readers.open_sheets_styles import OpenStyles
from prestatie_desktop.importing.readers.sheets import bad_sheets_refused
from prestatie_desktop.importing.readers.sheets_notices import SheetNotices
from prestatie_desktop.importing.readers.sheets_parts import SheetPart, tree
from prestatie_desktop.importing.readers.sheets_tables import Sheet, Tables, sheet_place
from prestatie_desktop.importing.readers.sheets_xml import BadSheetError, Pieces, stream
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.words.translation import tr


def read_ods(path: Path, name: str, watch: Watch = UNWATCHED) -> Source:
    """Every sheet with something on it as tables, in order; `name` is what the user calls the file.

    Raises UserError when the file is broken, locked or too large, StoppedError when the watch says
    so.
    """
    with without_collecting(), bad_sheets_refused(name):
        if not is_zipfile(path):
            return _Reading(name, watch, OpenStyles()).source(_flat(path, name))
        with Package(path, name) as package:
            _refuse_locked(package)
            reading = _Reading(name, watch, _styles(package))
            return reading.source(package.pieces("content.xml"))


def _flat(path: Path, name: str) -> Pieces:
    try:
        with path.open("rb") as file:
            while piece := file.read(1 << 18):
                yield piece
    except OSError as error:
        raise refusals.of_system(name, error) from error


def _refuse_locked(package: Package) -> None:
    manifest = tree(package, "META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(MANIFEST + "encryption-data"), None) is not None:
        raise refusals.protected(package.name)


def _styles(package: Package) -> OpenStyles:
    """The styles with names of their own; those made in passing stand with the cells."""
    styles = OpenStyles()
    root = tree(package, "styles.xml")
    named = None if root is None else root.find(OFFICE + "styles")
    for element in () if named is None else named.iter("{*}*"):
        styles.start(str(element.tag), {str(key): str(value) for key, value in element.items()})
    return styles


class _Reading:
    """One spreadsheet while it is read."""

    def __init__(self, name: str, watch: Watch, styles: OpenStyles) -> None:
        self._name, self._watch = name, watch
        self._target = OpenCellTarget(styles)
        self._tables = Tables(name, watch)
        self._notices = SheetNotices()
        self._cells = 0

    def source(self, pieces: Pieces) -> Source:
        """Everything in it."""
        stream(pieces, self._target, self._after_piece)
        if not self._target.is_spreadsheet:
            raise BadSheetError
        return self._tables.source(self._notices.sentences())

    def _after_piece(self) -> None:
        for sheet in self._target.sheets:
            self._cells += sheet.found.cells
            self._refuse_too_many(self._cells)
            _add(sheet, self._tables, self._notices)
        self._target.sheets.clear()
        if (now := self._target.now) is not None:
            self._watch.at(tr("Blad {title} lezen").format(title=now.title), now.found.row)
            self._refuse_too_many(self._cells + now.found.cells)

    def _refuse_too_many(self, cells: int) -> None:
        if cells > limits.MAX_LINES:
            raise refusals.too_many_lines(self._name, limits.MAX_LINES)


def _add(sheet: OpenSheet, tables: Tables, notices: SheetNotices) -> None:
    place = sheet_place(sheet.title)
    found = sheet.found
    tables.add(Sheet(title=sheet.title, rows=found.rows, place=place, comments=sheet.comments))
    part = SheetPart(sheet.title, "", sheet.hidden)
    notices.seen(part, found, covered=sheet.covered, comments=len(sheet.comments))
