"""Items × parties as Qt's table: rows are worked out when they are looked at, and then kept."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.ui.rooms.signing.cell_words import brief, header_words
from prestatie_desktop.ui.rooms.signing.cells import EMPTY, Cell, CellReader, Progress
from prestatie_desktop.ui.rooms.signing.heads import RowHead, head_of
from prestatie_desktop.ui.rooms.signing.rows import Row, RowKind, table_of

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# Comparing ints is twice as fast as comparing the enum for every cell of every frame.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_HORIZONTAL = Qt.Orientation.Horizontal


class Fold(IntEnum):
    """Whether a row folds others."""

    NO = 0
    FOLDED = 1
    OPEN = 2


class MatrixModel(QAbstractTableModel):
    """Columns are the signing parties; what a row is called is its vertical header."""

    def __init__(self, dossier: Dossier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._reader = CellReader(dossier, Progress())
        self._rows: list[Row] = []
        self._places: dict[tuple[RowKind, Id], int] | None = None
        self._cells: dict[Row, tuple[Cell, ...]] = {}
        self._heads: dict[Row, RowHead] = {}

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties of the columns."""
        return self._reader.parties

    @property
    def rows(self) -> Sequence[Row]:
        """What the rows stand for."""
        return self._rows

    @property
    def reader(self) -> CellReader:
        """Answers about rules at this moment."""
        return self._reader

    def set_rows(self, rows: list[Row]) -> None:
        """Show other rows, and everything about them anew."""
        reader = CellReader(self._dossier, self._reader.progress)
        same_columns = [p.id for p in reader.parties] == [p.id for p in self._reader.parties]
        if rows == self._rows and same_columns:
            self.refresh()
            return
        self.beginResetModel()
        self._reader = reader
        self._rows, self._places = rows, None
        self._cells.clear()
        self._heads.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Work everything out again; the rows stay the same."""
        self._reader = CellReader(self._dossier, self._reader.progress)
        self._cells.clear()
        self._heads.clear()
        self._tell_all()

    def set_progress(self, progress: Progress) -> None:
        """Show who has signed."""
        self._reader.progress = progress
        self._cells.clear()
        self._tell_all()

    def touch(self, item_ids: set[Id]) -> None:
        """Work out again what stands at some items and at the tables they are rows of."""
        tables = {table_of(self._dossier, item_id) for item_id in item_ids} - {""}
        keys = [(RowKind.ITEM, i) for i in item_ids] + [(RowKind.TABLE, t) for t in tables]
        for kind, entity_id in keys:
            at = self.place_of(kind, entity_id)
            if at is None:
                continue
            self._cells.pop(self._rows[at], None)
            self._heads.pop(self._rows[at], None)
            self._tell(at, at)

    def place_of(self, kind: RowKind, entity_id: Id) -> int | None:
        """The row of a theme, table or item; None when it is not shown."""
        if self._places is None:
            self._places = {(row.kind, row.id): at for at, row in enumerate(self._rows)}
        return self._places.get((kind, entity_id))

    def row_at(self, at: int) -> Row | None:
        """What a row stands for."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def cell(self, at: int, column: int) -> Cell:
        """What stands in a cell."""
        row = self._rows[at]
        cells = self._cells.get(row)
        if cells is None:
            cells = self._cells[row] = self._reader.cells(row)
        return cells[column] if column < len(cells) else EMPTY

    def head(self, at: int) -> RowHead:
        """What stands at the left of a row."""
        row = self._rows[at]
        head = self._heads.get(row)
        if head is None:
            head = self._heads[row] = head_of(self._dossier, row)
        return head

    def fold(self, at: int) -> Fold:
        """Whether a row folds others, and whether it does now."""
        row = self._rows[at]
        if row.kind is RowKind.ITEM:
            return Fold.NO
        following = self._rows[at + 1] if at + 1 < len(self._rows) else None
        if following is None or following.kind <= row.kind:
            return Fold.FOLDED
        if row.kind is RowKind.TABLE:
            inside = following.kind is RowKind.ITEM
            return Fold.OPEN if inside and table_of(self._dossier, following.id) else Fold.FOLDED
        return Fold.OPEN

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many parties sign."""
        return 0 if parent.isValid() else len(self._reader.parties)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Words for the screen reader, the clipboard and the tooltip; marks are painted."""
        if role not in (_DISPLAY, _TIP, _SPOKEN) or not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == _TIP:
            return cell.reservation or None
        return brief(cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Names of parties and items."""
        if orientation == _HORIZONTAL:
            return self._party_data(section, role)
        if not 0 <= section < len(self._rows):
            return None
        if role in (_DISPLAY, _SPOKEN):
            head = self.head(section)
            return " ".join(filter(None, [head.number, head.title, head.second]))
        return (self.head(section).tip or None) if role == _TIP else None

    def _party_data(self, section: int, role: int) -> Any:
        if not 0 <= section < len(self.parties) or role not in (_DISPLAY, _TIP, _SPOKEN):
            return None
        party = self.parties[section]
        if role == _DISPLAY:
            return party.name
        return header_words(party, self._reader.progress.states.get(party.id))

    def _tell_all(self) -> None:
        self._tell(0, len(self._rows) - 1)
        if self.parties:
            self.headerDataChanged.emit(_HORIZONTAL, 0, len(self.parties) - 1)

    def _tell(self, first: int, last: int) -> None:
        if last < first or not self.parties:
            return
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.parties) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)
