"""Lists of projects in Excel, OpenDocument and CSV, each against the barest way to read its cells."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import StringIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml.etree import iterparse
from openpyxl import Workbook, load_workbook

from prestatie_desktop.importing.gathering import Gatherer
from prestatie_desktop.importing.readers.csv_sheet import read_csv
from prestatie_desktop.importing.readers.open_sheets import read_ods
from prestatie_desktop.importing.readers.sheets import read_xlsx
from prestatie_desktop.importing.source import Cell, Form, Row, Source, Table
from tests.benchmarks.table import Line
from tests.benchmarks.taking import in_turns, milliseconds

#: Rows at 100 times.
ROWS = 50_000
SIZES = (1, 10, 100)

_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
_CELL = f"{{{_SPACE}:table:1.0}}table-cell"
_ROW = f"{{{_SPACE}:table:1.0}}table-row"


@dataclass(frozen=True, slots=True)
class _Way:
    write: Callable[[int, Path], Path]
    ours: Callable[[Path], Source]
    against: str
    theirs: Callable[[Path], object]
    aim: str = "≤ 3×"


def reading(folder: Path, repeats: int, sizes: tuple[int, ...] = SIZES) -> Iterator[Line]:
    """A sheet of eight columns, at 500, 5,000 and 50,000 rows.

    The library for CSV makes nothing but texts, in C. So the barest way to make a source of them
    is the second thing that ours is compared to.
    """
    ways = (
        _Way(_write_xlsx, lambda p: read_xlsx(p, p.name), "openpyxl, in passing", _bare_xlsx),
        _Way(_write_ods, lambda p: read_ods(p, p.name), "lxml", _bare_ods),
        _Way(_write_csv, _read_csv, "csv", _bare_csv, aim=""),
        _Way(_write_csv, _read_csv, "csv into a source", _bare_source),
    )
    for way in ways:
        for size in sizes:
            rows = ROWS * size // 100
            path = way.write(rows, folder)
            ours, theirs = in_turns(
                repeats,
                partial(milliseconds, way.ours, path),
                partial(milliseconds, way.theirs, path),
            )
            what = f"read: {rows} rows of {path.suffix}"
            yield Line(what=what, ours=ours, against=way.against, theirs=theirs, aim=way.aim)


def _read_csv(path: Path) -> Source:
    return read_csv(path.read_text("utf-8"), path.name)


def _values(row: int) -> tuple[str | int | float, ...]:
    return (
        f"Kadestraat {row}",
        row % 50,
        f"Stichting Woonplaats {row % 7}",
        row / 2 + 0.5,
        "nieuwbouw",
        "2024, 2027",
        "circa 10",
        f"toelichting nummer {row % 1000}",
    )


def _write_xlsx(rows: int, folder: Path) -> Path:
    """With the texts in a part of their own, as Excel has them."""
    path = folder / f"{rows}.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    for row in range(rows):
        sheet.append(_values(row))
    book.save(path)
    return path


def _bare_xlsx(path: Path) -> int:
    book = load_workbook(path, read_only=True, data_only=True)
    cells = sum(len(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    book.close()
    return cells


def _write_ods(rows: int, folder: Path) -> Path:
    path = folder / f"{rows}.ods"
    body = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, _values(row)))}</table:table-row>"
        for row in range(rows)
    )
    names = " ".join(f'xmlns:{name}="{_SPACE}:{name}:1.0"' for name in ("office", "table", "text"))
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Projecten">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def _ods_cell(value: str | float) -> str:
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    shown = str(value).replace(".", ",")
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def _bare_ods(path: Path) -> int:
    """The texts of all cells, a row at a time."""
    cells = 0
    with ZipFile(path) as archive, archive.open("content.xml") as file:
        for _, row in iterparse(file, tag=_ROW):
            cells += len(["".join(map(str, cell.itertext())) for cell in row.iter(_CELL)])
            row.clear()
    return cells


def _write_csv(rows: int, folder: Path) -> Path:
    path = folder / f"{rows}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(map(_values, range(rows)))
    return path


def _bare_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(StringIO(path.read_text("utf-8"), newline=""), delimiter=";"))


def _bare_source(path: Path) -> Source:
    """Every cell as it is, without asking whether it is blank or what parts it from the next."""
    gatherer = Gatherer()
    rows = []
    for number, record in enumerate(_bare_csv(path), 1):
        cells = []
        for column, text in enumerate(record, 1):
            gatherer.line(text, f"rij {number}, kolom {column}")
            cells.append(Cell((gatherer.plain(text),)))
        rows.append(Row(tuple(cells)))
    gatherer.add(Table(rows=tuple(rows)))
    return gatherer.source(path.name, Form.SHEETS)
