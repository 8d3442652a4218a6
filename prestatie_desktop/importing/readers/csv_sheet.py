"""CSV files and other text with a cell between delimiters: one sheet without a name."""

import csv
import re
from collections.abc import Generator, Iterator
from io import StringIO
from itertools import chain, islice
from typing import Literal

from prestatie_desktop.garbage import without_collecting
from prestatie_desktop.importing import limits, refusals
from prestatie_desktop.importing.readers.sheets_cells import Rows
from prestatie_desktop.importing.readers.sheets_delimiter import (
    declared_delimiter,
    likely_delimiter,
)
from prestatie_desktop.importing.readers.sheets_runs import Runs, plain_runs
from prestatie_desktop.importing.readers.sheets_tables import EVERY, Sheet, Tables
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.words.translation import tr

#: A cell with text that a program wrote as a formula, to keep Excel from taking 007 for 7.
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
#: A line after the last, to see whether a quote that never ends swallows it.
_END = "einde"
#: How many quotes that never end are taken for ordinary characters; more, and all quotes are.
_MOST_LOOSE = 20


def read_csv(text: str, name: str, watch: Watch = UNWATCHED) -> Source:
    """The cells of a text; text without a delimiter is one column. Cells are kept as written.

    Raises UserError when there are too many cells, StoppedError when the watch says so.
    """
    if max(text.count("\n"), text.count("\r")) > limits.MAX_LINES:
        raise refusals.too_many_lines(name, limits.MAX_LINES)
    lines = list(StringIO(text, newline=""))
    declared = declared_delimiter(lines[0]) if lines else ""
    if declared:
        del lines[0]
    csv.field_size_limit(max(limits.MAX_TEXT, csv.field_size_limit()))
    records = _records(lines, declared or likely_delimiter(lines))
    tables = Tables(name, watch)
    with without_collecting():
        rows = _rows(records, len(lines), name, watch)
        tables.add(Sheet(title="", rows=rows, place=_place))
    return tables.source(())


def _place(row: int, column: int) -> str:
    return f"rij {row}, kolom {column}"


def _rows(records: Iterator[list[str]], total: int, name: str, watch: Watch) -> Rows:
    rows: Rows = {}
    # A list repeats itself: what was seen before is the same value.
    seen: dict[str, Runs] = {"": ()}
    cells = 0
    for number, record in enumerate(records, 1):
        if number % EVERY == 1:
            watch.at(tr("Regels lezen"), number, max(number, total))
        row: dict[int, Runs] = {}
        for column, cell in enumerate(record, 1):
            runs = seen.get(cell)
            if runs is None:
                runs = seen[cell] = _runs(cell)
            if runs:
                row[column] = runs
        if row:
            rows[number] = row
            cells += len(row)
        if cells > limits.MAX_LINES:
            raise refusals.too_many_lines(name, limits.MAX_LINES)
    return rows


def _runs(cell: str) -> Runs:
    kept = _KEPT_AS_TEXT.fullmatch(cell) if cell.startswith("=") else None
    return plain_runs(kept[1] if kept else cell)


def _records(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """The cells of each record, which may go on after the end of a line."""
    if not delimiter:
        yield from ([line] for line in lines)
        return
    begin: int | None = 0
    for attempt in range(_MOST_LOOSE + 1):
        if begin is not None:
            quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if attempt < _MOST_LOOSE else csv.QUOTE_NONE
            begin = yield from _until_loose_quote(lines, begin, delimiter, quoting)


def _until_loose_quote(
    lines: list[str], begin: int, delimiter: str, quoting: Literal[0, 3]
) -> Generator[list[str], None, int | None]:
    """The records from a line on. A quote that never ends would swallow the rest of the file.

    It is an ordinary character then: the line it is on is a record, and the next line is returned.
    """
    reader = csv.reader(
        chain(islice(lines, begin, None), (_END,)), delimiter=delimiter, quoting=quoting
    )
    here = begin
    for record in reader:
        if here == len(lines):
            return None
        if begin + reader.line_num > len(lines):
            yield next(csv.reader([lines[here]], delimiter=delimiter, quoting=csv.QUOTE_NONE))
            return here + 1
        yield record
        here = begin + reader.line_num
    return None
