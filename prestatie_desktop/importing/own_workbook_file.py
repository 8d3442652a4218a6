"""The cells of a workbook that this program made, as somebody left them."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import archives, limits, refusals
from prestatie_desktop.importing.watch import UNWATCHED, StoppedError, Watch
from prestatie_desktop.words.translation import tr
from prestatie_desktop.words.workbook.forms import Column, Form, Growth, Sheet
from prestatie_desktop.words.workbook.sheets import EXACT, ID, MARK, SHEETS, UPRIGHT, VERSION
from prestatie_desktop.words.workbook.showing import figure_column, year_column
from prestatie_desktop.words.workbook.texts import continues, folded, unescaped

T = TypeVar("T")
#: The number of a row, and its cells as openpyxl gives them.
_Row = tuple[int, Sequence[Any]]

_MARK = re.compile(rf'\bname="{MARK}([0-9]{{1,6}})"')
_CONTENTS = "xl/workbook.xml"
_YEAR = re.compile(r"(?:19|20|21)\d\d")

#: The heading stands in one of the first rows.
_HEADING_WITHIN = 20
_MAX_CELLS = 5_000_000
#: Rows after which it is asked whether to go on.
_LOOK_EVERY = 200
_MAX_ROWS = 1_048_576


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed in one or more cells of a row that belong together."""

    #: In one cell: a text, number, day or moment; in several a text.
    value: Any
    #: "H12".
    address: str
    is_error: bool = False
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row: by the key of a column what stands there."""

    at: int
    cells: dict[str, Typed]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: the columns that were found on it, and its rows."""

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: tuple[TypedRow, ...]
    #: Titles of columns that the program does not know.
    strange: tuple[str, ...] = ()


#: Columns for the way back; what they hold is no field.
HIDDEN = frozenset({ID, EXACT})
_HIDDEN_COLUMNS = tuple(Column(title, title, Form.LINE, 0) for title in sorted(HIDDEN))


def version_of(path: Path) -> int | None:
    """The version of a workbook that this program made; None for every other file."""
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo(_CONTENTS)
            if info.file_size > limits.MEGABYTE:
                return None
            found = _MARK.search(archive.read(info).decode("utf-8", "replace"))
    except (OSError, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError):
        return None
    except (zipfile.BadZipFile, zlib.error):
        return None
    return int(found[1]) if found else None


def refuse_newer(path: Path, version: int) -> None:
    """Raises UserError for a workbook of a program that knows more than this one."""
    if version > VERSION:
        raise refusals.refused(
            path.name,
            tr("is gemaakt met een nieuwere versie van Prestatie Desktop"),
            tr("Werk het programma bij, of vraag om een export uit deze versie."),
        )


def read_tables(path: Path, watch: Watch = UNWATCHED) -> dict[str, Table]:
    """The sheets by their title; a sheet that was taken out is not there.

    Raises UserError for a file that cannot be read, StoppedError when asked to stop.
    """
    name = path.name
    with _told(name):
        archives.verify(path, archives.contents(path, name), name, watch=watch)
        rows = _all_rows(path, watch)
    return {sheet.title: _table(sheet, found) for sheet, found in rows}


def _all_rows(path: Path, watch: Watch) -> list[tuple[Sheet, list[_Row]]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings(), path.open("rb") as file:
        # What openpyxl does not know of a file (other programs' extras) is of no use here.
        warnings.simplefilter("ignore")
        workbook = load_workbook(file, read_only=True, data_only=True)
        there = {folded(sheet.title): sheet for sheet in workbook.worksheets}
        present = [sheet for sheet in SHEETS if folded(sheet.title) in there]
        found: list[tuple[Sheet, list[_Row]]] = []
        for done, sheet in enumerate(present):
            rows = _rows(there[folded(sheet.title)], path.name)
            found.append((sheet, list(watched(rows, watch, sheet, done, len(present)))))
        return found


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except (UserError, StoppedError):
        raise
    except OSError as error:
        raise refusals.of_system(name, error) from error
    except Exception as error:
        # A damaged workbook fails anywhere in the library that reads it.
        raise refusals.broken(name) from error


def watched(rows: Iterable[T], watch: Watch, sheet: Sheet, done: int, total: int) -> Iterator[T]:
    """The rows of a sheet, with somebody who watches: the sheet is number `done` of `total`."""
    text = tr("Blad {name}").format(name=sheet.title)
    watch.at(text, done, total)
    for at, row in enumerate(rows, start=1):
        if at % _LOOK_EVERY == 0:
            watch.at(text, done, total)
        yield row


def _table(sheet: Sheet, rows: list[_Row]) -> Table:
    if sheet.upright:
        rows = _turned(rows)
    head = _heading(sheet, rows)
    if head is None:
        return Table(sheet, (), ())
    titles = [_title(cell) for cell in rows[head][1]]
    parts, strange = _parts(sheet, titles, rows[head][1])
    typed = (_typed_row(at, cells, parts) for at, cells in rows[head + 1 :])
    return Table(
        sheet,
        tuple({part.column.key: part.column for part in parts if part is not None}.values()),
        tuple(row for row in typed if row is not None),
        strange,
    )


def _rows(worksheet: Any, name: str) -> Iterator[_Row]:
    """The rows with their number. What a sheet says of its own size is not believed."""
    worksheet.reset_dimensions()
    cells = 0
    for at, row in enumerate(worksheet.iter_rows(), start=1):
        cells += len(row)
        if at > _MAX_ROWS or cells > _MAX_CELLS:
            raise refusals.too_intricate(name)
        if row:
            yield at, row


def _turned(rows: Iterable[_Row]) -> list[_Row]:
    """A sheet with titles below each other as one with titles beside each other."""
    told = (row for _, row in rows if _title(row[0]) not in {"", UPRIGHT[0]})
    pairs = [(row[0], row[1] if len(row) > 1 else None) for row in told]
    return [(1, [title for title, _ in pairs]), (2, [value for _, value in pairs])]


def _title(cell: Any) -> str:
    value = getattr(cell, "value", None)
    return "" if value is None else " ".join(unescaped(str(value)).split())


def _heading(sheet: Sheet, rows: Sequence[_Row]) -> int | None:
    """The row with the most titles that belong to the sheet."""
    titles = {folded(column.title) for column in sheet.columns} | HIDDEN
    counts = [
        sum(folded(_title(cell)) in titles for cell in cells) for _, cells in rows[:_HEADING_WITHIN]
    ]
    return counts.index(max(counts)) if any(counts) else None


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands in one column of the sheet: a column, or the next part of it."""

    column: Column
    number: int


def _parts(
    sheet: Sheet, titles: Sequence[str], cells: Sequence[Any]
) -> tuple[list[_Part | None], tuple[str, ...]]:
    """What each column holds, and the titles that mean nothing here."""
    own = {folded(column.title): column for column in (*sheet.columns, *_HIDDEN_COLUMNS)}
    found: list[_Part | None] = []
    for title, cell in zip(titles, cells, strict=True):
        base, number = continues(title)
        column = own.get(folded(base)) or _grown(sheet, base)
        part = None if column is None else _Part(column, number)
        if part is not None and part in found:
            what = tr("de kolom “{title}” staat er twee keer; haal er een weg").format(title=title)
            raise wrong(sheet, cell.coordinate, what)
        found.append(part)
    known = zip(titles, found, strict=True)
    return found, tuple(title for title, part in known if title and part is None)


def _grown(sheet: Sheet, title: str) -> Column | None:
    if sheet.growth is Growth.YEARS and _YEAR.fullmatch(title):
        return year_column(int(title))
    if sheet.growth is Growth.FIGURES and title:
        return figure_column(title)
    return None


def _typed_row(at: int, cells: Sequence[Any], parts: Sequence[_Part | None]) -> TypedRow | None:
    found: dict[str, dict[int, Typed]] = {}
    for cell, part in zip(cells, parts, strict=False):
        if part is not None and getattr(cell, "value", None) is not None:
            found.setdefault(part.column.key, {})[part.number] = _typed(cell)
    row = TypedRow(at, {key: _joined(several) for key, several in found.items()})
    return row if row.cells else None


def _typed(cell: Any) -> Typed:
    return Typed(
        cell.value,
        cell.coordinate,
        is_error=cell.data_type == "e",
        is_percent="%" in str(cell.number_format or ""),
    )


def _joined(parts: dict[int, Typed]) -> Typed:
    several = [parts[number] for number in sorted(parts)]
    if len(several) == 1:
        return several[0]
    return Typed("".join(str(part.value) for part in several), several[0].address)


def wrong(sheet: Sheet, address: str, what: str) -> UserError:
    """What is wrong in a cell, in a sentence that begins with its place."""
    where = tr("Blad “{sheet}”, cel {address}: ").format(sheet=sheet.title, address=address)
    return UserError(
        f"{where}{what}. {tr('Er is niets ingelezen; het dossier is niet gewijzigd.')}"
    )
