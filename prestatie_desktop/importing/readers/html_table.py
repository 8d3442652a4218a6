"""A table of HTML while it is read: merged cells keep their columns, layout is no table."""

from dataclasses import dataclass, field

from prestatie_desktop.importing.source import Block, Cell, Piece, Row, Table, pieces_of

_EMPTY = Cell()


@dataclass(slots=True)
class Fillers:
    """How many empty cells may stand in for merged ones in a whole source: spans are cheap to type."""

    left: int = 200_000

    def take(self, wanted: int) -> int:
        """As many of these as are left."""
        taken = max(min(wanted, self.left), 0)
        self.left -= taken
        return taken


@dataclass(slots=True)
class _RowDraft:
    cells: list[list[Block]] = field(default_factory=list)
    is_head: bool = False
    #: Whether cells were found that are headings, and cells that are not.
    has_heads: bool = False
    has_others: bool = False


class TableDraft:
    """Collects rows of cells. A cell is a list of blocks; tables in it are resolved at the end."""

    def __init__(self, fillers: Fillers, *, gap: bool) -> None:
        self._fillers = fillers
        self._gap = gap
        self._rows: list[_RowDraft] = []
        #: Column → the last row that a merged cell reaches in it.
        self._taken: dict[int, int] = {}

    @property
    def row_number(self) -> int:
        """The row that is being read, from 1; 0 before the first."""
        return len(self._rows)

    def begin_row(self, *, is_head: bool) -> None:
        """Go on with the next row."""
        self._rows.append(_RowDraft(is_head=is_head))

    def add_cell(self, blocks: list[Block], columns: int, rows: int, *, is_head: bool) -> None:
        """Put a cell in its column, over so many columns and rows."""
        draft = self._rows[-1]
        while self._is_taken(len(draft.cells)) and self._fillers.take(1):
            draft.cells.append([])
        first = len(draft.cells)
        draft.cells.append(blocks)
        draft.cells += [[]] * self._fillers.take(columns - 1)
        if rows > 1:
            reach = len(self._rows) + rows - 2
            self._taken.update(dict.fromkeys(range(first, len(draft.cells)), reach))
        if blocks:
            draft.has_heads |= is_head
            draft.has_others |= not is_head

    def blocks(self) -> list[Block]:
        """The table, or what stands in it when it only arranges a page."""
        drafts = [draft for draft in self._rows if any(draft.cells)]
        if not drafts:
            return []
        if _is_layout(drafts):
            return [block for draft in drafts for cell in draft.cells for block in cell]
        rows = tuple(Row(tuple(_cell(cell) for cell in draft.cells)) for draft in drafts)
        return [Table(rows=rows, heads=_heads(drafts), gap=self._gap)]

    def _is_taken(self, column: int) -> bool:
        return self._taken.get(column, -1) >= len(self._rows) - 1


def _cell(blocks: list[Block]) -> Cell:
    if not blocks:
        return _EMPTY
    return Cell(tuple(piece for block in blocks for piece in pieces_of(block)))


def _heads(drafts: list[_RowDraft]) -> int | None:
    count = 0
    for draft in drafts:
        if not draft.is_head and (draft.has_others or not draft.has_heads):
            break
        count += 1
    return count if 0 < count < len(drafts) else None


def _is_layout(drafts: list[_RowDraft]) -> bool:
    """Whether it is one column, or holds a table of several columns itself."""
    if _heads(drafts) is None and all(len(draft.cells) == 1 for draft in drafts):
        return True
    return any(_has_columns(block) for draft in drafts for cell in draft.cells for block in cell)


def _has_columns(block: Block) -> bool:
    if isinstance(block, Piece):
        return False
    return len(block.rows) > 1 and any(len(row.cells) > 1 for row in block.rows)
