"""A table of figures as it was recognised, to look at."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from prestatie_desktop.domain.quantity import read
from prestatie_desktop.importing.reading import FoundFigures
from prestatie_desktop.ui.widgets.cells import CellLook, CellRole
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.words.cells import short_quantity

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
#: More rows than this are seen in the source only.
_MOST = 60


class _Figures(QAbstractTableModel):
    def __init__(self, figures: FoundFigures) -> None:
        super().__init__()
        self._figures = figures
        self._rows = figures.rows[:_MOST]

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._figures.columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            figures = self._figures
            return figures.columns[section - 1].label if section else figures.row_label
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return int(right) if section and role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        label, figures = self._rows[index.row()]
        if not index.column():
            return label if role == _DISPLAY else None
        raw = figures[index.column() - 1] if index.column() <= len(figures) else ""
        quantity = read(raw, self._figures.unit)
        if role == _DISPLAY:
            return short_quantity(quantity) or "–"
        if role == CellRole.LOOK:
            return CellLook(right=True, soft=not quantity.is_known)
        return raw if role == Qt.ItemDataRole.ToolTipRole else None


def figures_table(figures: FoundFigures) -> Table:
    """The figures by row and party."""
    table = Table(fit_rows=True, name=figures.title)
    table.setEditTriggers(Table.EditTrigger.NoEditTriggers)
    model = _Figures(figures)
    model.setParent(table)
    table.setModel(model)
    table.set_columns([110, *(118 for _ in figures.columns)], stretch=0)
    return table
