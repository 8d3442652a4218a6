"""A source as rows to look at: a paragraph each, or a row of a table with its cells."""

import re
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prestatie_desktop.importing.reading import Account, Fate
from prestatie_desktop.importing.source import Cell, Piece, Row, Source, Table

_COLUMN = re.compile(r", kolom \d+$")
#: Seen first where the cells of one row had different fates.
_ORDER = (Fate.NOT_RECOGNISED, Fate.RECOGNISED, Fate.ATTACHED, Fate.IGNORED)
#: Rows of a table that decide how wide its columns are.
_MEASURED = 60
#: Letters of a cell that do so.
_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What stands on one row: a paragraph, or the cells of a row of a table."""

    where: str
    cells: tuple[Cell, ...]
    #: The table it is a row of; None for a paragraph.
    table: Table | None
    #: Place of its block in the source.
    block: int
    #: Whether a blank line, a page or another table stands before it.
    gap: bool

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything on it, from left to right."""
        return tuple(piece for cell in self.cells for piece in cell.pieces)

    @property
    def text(self) -> str:
        """What it says, with tabs between cells."""
        return "\t".join(cell.text for cell in self.cells)


class SourceRows:
    """The rows of a source, and where each of its pieces stands."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._at: list[tuple[int, int]] = []
        self._row_of = array("l")
        self._lengths = array("l")
        for block, thing in enumerate(source.blocks):
            if isinstance(thing, Piece):
                self._take(block, -1, (thing,))
            else:
                for at, row in enumerate(thing.rows):
                    self._take(block, at, _pieces(row))

    def __len__(self) -> int:
        return len(self._at)

    def row(self, at: int) -> SourceRow:
        """One row."""
        block, place = self._at[at]
        thing = self.source.blocks[block]
        if isinstance(thing, Piece):
            return SourceRow(self._where((thing,)), (Cell((thing,)),), None, block, thing.gap)
        cells = thing.rows[place].cells
        where = short_where(self._where(_pieces(thing.rows[place])), thing.title)
        return SourceRow(where, cells, thing, block, place == 0)

    def row_of(self, piece: int) -> int:
        """The row on which a piece stands; -1 for one that is nowhere."""
        return self._row_of[piece] if 0 <= piece < len(self._row_of) else -1

    def rows_of(self, pieces: Iterable[int]) -> tuple[int, ...]:
        """The rows on which these stand, each once, in order."""
        rows = {self.row_of(piece) for piece in pieces}
        return tuple(sorted(rows - {-1}))

    def length(self, at: int) -> int:
        """How many characters its longest cell has: a guess at its height."""
        return self._lengths[at]

    def _take(self, block: int, place: int, pieces: tuple[Piece, ...]) -> None:
        if not pieces and place >= 0:
            return
        for piece in pieces:
            missing = piece.key + 1 - len(self._row_of)
            if missing > 0:
                self._row_of.extend([-1] * missing)
            self._row_of[piece.key] = len(self._at)
        self._at.append((block, place))
        longest = max((len(piece.text) for piece in pieces), default=0)
        # A cell has a share of the width only.
        self._lengths.append(longest * (1 if place < 0 else max(1, len(pieces))))

    def _where(self, pieces: tuple[Piece, ...]) -> str:
        return self.source.lines[pieces[0].line].where if pieces else ""


def short_where(where: str, title: str) -> str:
    """Where a row of a table stands, without its sheet, which is above it, and its column."""
    return _COLUMN.sub("", where.removeprefix(f"blad {title}, "))


def fate_of(pieces: Iterable[Piece], accounts: Mapping[int, Account]) -> Fate | None:
    """What became of them, the one to look at first; None when all are blank."""
    found = {accounts[piece.key].fate for piece in pieces if piece.key in accounts}
    return next((fate for fate in _ORDER if fate in found), None)


@dataclass(frozen=True, slots=True)
class ColumnSize:
    """How much stands in a column of a table."""

    #: Letters of its longest line; 0 for an empty column.
    longest: int
    #: Letters of all its cells that were looked at.
    total: int
    #: Letters of its longest word.
    word: int


def column_sizes(table: Table) -> tuple[ColumnSize, ...]:
    """By the first rows of a table."""
    sizes: list[ColumnSize] = []
    for row in table.rows[:_MEASURED]:
        for at, cell in enumerate(row.cells):
            if at == len(sizes):
                sizes.append(ColumnSize(0, 0, 0))
            sizes[at] = _widened(sizes[at], cell)
    return tuple(sizes)


def _widened(size: ColumnSize, cell: Cell) -> ColumnSize:
    for piece in cell.pieces:
        text = piece.text[:_LOOKED_AT]
        word = max(map(len, text.split()), default=0)
        size = ColumnSize(
            max(size.longest, len(text)), size.total + len(text), max(size.word, word)
        )
    return size


def _pieces(row: Row) -> tuple[Piece, ...]:
    return tuple(piece for cell in row.cells for piece in cell.pieces)
