"""Sheets as tables of a source, whatever program made them."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from prestatie_desktop.importing import limits, refusals
from prestatie_desktop.importing.gathering import Gatherer
from prestatie_desktop.importing.readers.sheets_blocks import blocks
from prestatie_desktop.importing.readers.sheets_cells import Rows
from prestatie_desktop.importing.readers.sheets_comments import Comments
from prestatie_desktop.importing.readers.sheets_places import column_letters
from prestatie_desktop.importing.readers.sheets_runs import Runs, lines, text_of
from prestatie_desktop.importing.source import Cell, Comment, Form, Row, Source, Table
from prestatie_desktop.importing.watch import Watch
from prestatie_desktop.words.translation import tr

#: Columns of a table beyond which the blank ones are left out.
_WIDE = 256
#: Places of tables, blank ones too: cells that stand far apart take room that nobody sees.
_MOST_PLACES = 10 * limits.MAX_LINES
#: How many rows go by between two looks at the watch.
EVERY = 500

_BLANK = Cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on one sheet. `place` says in words where a row and column are."""

    title: str
    rows: Rows
    place: Callable[[int, int], str]
    comments: Comments = field(default_factory=dict)


def sheet_place(title: str) -> Callable[[int, int], str]:
    """Places on a sheet of a workbook: "blad Sloop, B12"."""
    return lambda row, column: f"blad {title}, {column_letters(column)}{row}"


class Tables:
    """Makes tables of sheets, in order."""

    def __init__(self, name: str, watch: Watch) -> None:
        self._name, self._watch = name, watch
        self._gatherer = Gatherer()
        self._places = self._breaks = 0
        self._is_first = True

    def add(self, sheet: Sheet) -> None:
        """Put a sheet after those before it, a table for each block of rows.

        Raises UserError when there are too many cells, StoppedError when the watch says so.
        """
        comments = _on_filled_cells(sheet)
        numbers = sorted(sheet.rows)
        for block in blocks(numbers):
            rows = self._rows(sheet, block, comments)
            self._gatherer.add(Table(rows=rows, title=sheet.title, gap=not self._is_first))
            self._is_first = False

    def source(self, notices: Sequence[str]) -> Source:
        """All of it."""
        return self._gatherer.source(self._name, Form.SHEETS, tuple(notices))

    def _rows(self, sheet: Sheet, block: Sequence[int], comments: Comments) -> tuple[Row, ...]:
        columns = _columns(sheet.rows, block)
        self._claim(len(columns) * len(block))
        rows = []
        for done, number in enumerate(block):
            if done % EVERY == 0:
                self._watch.at(
                    tr("Blad {title} indelen").format(title=sheet.title), number, block[-1]
                )
            cells = [_BLANK] * len(columns)
            for column, runs in sorted(sheet.rows[number].items()):
                place = sheet.place(number, column)
                cells[columns[column]] = self._cell(runs, place, comments.get((number, column), ()))
            rows.append(Row(tuple(cells)))
        return tuple(rows)

    def _claim(self, places: int) -> None:
        self._places += places
        if self._places > _MOST_PLACES:
            raise refusals.too_intricate(self._name)

    def _cell(self, runs: Runs, place: str, comments: tuple[Comment, ...]) -> Cell:
        gatherer = self._gatherer
        text = runs[0].text if len(runs) == 1 else text_of(runs)
        if "\n" not in text and not comments:
            gatherer.line(text, place)
            return Cell((gatherer.piece(runs),))
        self._breaks += text.count("\n")
        if self._breaks > limits.MAX_LINES:
            raise refusals.too_many_lines(self._name, limits.MAX_LINES)
        parts = lines(runs)
        gatherer.line("\n".join(map(text_of, parts)), place)
        pieces = [gatherer.piece(parts[0], comments=comments)]
        pieces += [gatherer.piece(part) for part in parts[1:]]
        return Cell(tuple(pieces))


def _columns(rows: Rows, block: Sequence[int]) -> Mapping[int, int]:
    """By column: its place in the table, the same for all rows of the block."""
    filled = sorted({column for number in block for column in rows[number]})
    if filled[-1] - filled[0] < _WIDE:
        filled = list(range(filled[0], filled[-1] + 1))
    return {column: place for place, column in enumerate(filled)}


def _on_filled_cells(sheet: Sheet) -> Comments:
    """The comments, each at a cell that is filled: at a blank one, at the last filled one before."""
    loose = [place for place in sheet.comments if place[1] not in sheet.rows.get(place[0], {})]
    if not loose or not sheet.rows:
        return sheet.comments
    filled = sorted((row, column) for row, cells in sheet.rows.items() for column in cells)
    comments: dict[tuple[int, int], list[Comment]] = {}
    for place, said in sorted(sheet.comments.items(), key=lambda item: item[0]):
        at = filled[max(bisect_right(filled, place) - 1, 0)]
        comments.setdefault(at, []).extend(said)
    return {place: tuple(said) for place, said in comments.items()}
