"""A small table that is only looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.ui.widgets.cells import PLAIN, CellLook, CellRole
from prestatie_desktop.ui.widgets.table import Table

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
Cells = Sequence[tuple[str, CellLook]]


class PlainModel(QAbstractTableModel):
    """Words and how they look, cell by cell."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: list[Cells] = []

    def show(self, rows: list[Cells], heads: Sequence[str] | None = None) -> None:
        """Show these rows, and perhaps other headings."""
        self.beginResetModel()
        self._rows = rows
        self._heads = self._heads if heads is None else tuple(heads)
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The headings, above figures at the right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self._heads[section]
        right = bool(self._rows) and self._look(0, section).right
        if role == Qt.ItemDataRole.TextAlignmentRole and right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        """What stands in a cell."""
        if role == _DISPLAY:
            return self._rows[index.row()][index.column()][0]
        return self._look(index.row(), index.column()) if role == CellRole.LOOK else None

    def _look(self, row: int, column: int) -> CellLook:
        cells = self._rows[row]
        return cells[column][1] if column < len(cells) else PLAIN


def plain_table(
    heads: Sequence[str], widths: Sequence[int], name: str, *, stretch: int = 0
) -> tuple[Table, PlainModel]:
    """The table and its rows."""
    table = Table(fit_rows=True, name=name)
    table.setEditTriggers(Table.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
    model = PlainModel(heads, table)
    table.setModel(model)
    table.set_columns(widths, stretch=stretch)
    return table, model
