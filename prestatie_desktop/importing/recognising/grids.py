"""A table as a grid of texts, and what its columns look like."""

from collections.abc import Sequence
from dataclasses import dataclass

from prestatie_desktop.importing.recognising.cells import Looks, looks
from prestatie_desktop.importing.recognising.vocabulary import one_line
from prestatie_desktop.importing.source import Cell, Piece, Table

#: So many rows tell what a column holds; looking at all of a long list says no more.
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its cells as lines of text, each row as wide as the widest."""

    block: int
    table: Table
    texts: tuple[tuple[str, ...], ...]
    width: int

    def sample(self, head: int | None) -> tuple[tuple[str, ...], ...]:
        """Rows below the head that show what the columns hold."""
        start = 0 if head is None else head + 1
        return self.texts[start : start + _SAMPLE]

    def cell(self, row: int, column: int) -> Cell:
        """A cell; an empty one where the row is shorter."""
        cells = self.table.rows[row].cells
        return cells[column] if column < len(cells) else Cell()

    def pieces(self, row: int) -> tuple[Piece, ...]:
        """The pieces of a row."""
        return tuple(piece for cell in self.table.rows[row].cells for piece in cell.pieces)


def grid_of(block: int, table: Table) -> Grid:
    """The grid of a table."""
    width = max((len(row.cells) for row in table.rows), default=0)
    texts = tuple(
        (*(one_line(cell.text) for cell in row.cells), *[""] * (width - len(row.cells)))
        for row in table.rows
    )
    return Grid(block, table, texts, width)


@dataclass(frozen=True, slots=True)
class Profile:
    """How much of a column looks like what."""

    filled: int
    counts: tuple[tuple[Looks, int], ...]
    length: float

    def share(self, wanted: Looks) -> float:
        """The part of its filled cells that can be taken for this; unknowns say neither."""
        said = [
            (one, n) for one, n in self.counts if wanted & Looks.UNKNOWN or not one & Looks.UNKNOWN
        ]
        total = sum(count for _, count in said)
        return sum(count for one, count in said if one & wanted) / total if total else 0.0


def profiles(rows: Sequence[Sequence[str]], width: int) -> tuple[Profile, ...]:
    """The profile of every column of some rows."""
    return tuple(_profile([row[column] for row in rows]) for column in range(width))


def _profile(texts: Sequence[str]) -> Profile:
    counts: dict[Looks, int] = {}
    filled = [text for text in texts if text and not looks(text) & Looks.DECORATION]
    for text in filled:
        found = looks(text)
        counts[found] = counts.get(found, 0) + 1
    length = sum(map(len, filled)) / len(filled) if filled else 0.0
    return Profile(len(filled), tuple(counts.items()), length)


def only_text(row: Sequence[str]) -> str:
    """The text of a row of which one cell is filled; "" when more are, or none."""
    filled = [text for text in row if text]
    return filled[0] if len(filled) == 1 else ""
