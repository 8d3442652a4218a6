"""The first rows of a table as they stand in the source, and how their numbers are read."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.ui.importing.found_fields import NUMBERS, reading_of
from prestatie_desktop.ui.importing.layout_choices import Sheet
from prestatie_desktop.ui.widgets.cells import CellLook, CellRole
from prestatie_desktop.words.translation import tr

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ROWS, COLUMNS = 20, 40


class SheetModel(QAbstractTableModel):
    """At most twenty rows under the headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._rows: list[tuple[str, ...]] = []

    def show(self, sheet: Sheet | None) -> None:
        """Show another table."""
        self.beginResetModel()
        self._sheet = sheet
        self._rows = []
        if sheet is not None:
            first = 0 if sheet.layout.head is None else sheet.layout.head + 1
            for row in sheet.table.rows[first : first + ROWS]:
                self._rows.append(tuple(" ".join(cell.text.split()) for cell in row.cells))
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """How many columns are shown."""
        if parent.isValid() or self._sheet is None:
            return 0
        return min(COLUMNS, self._sheet.width)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """What stands above the columns in the source."""
        if orientation is not Qt.Orientation.Horizontal or self._sheet is None:
            return None
        labels = self._sheet.layout.labels
        label = labels[section] if section < len(labels) else ""
        if role == Qt.ItemDataRole.TextAlignmentRole and self.is_number(section):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == _DISPLAY:
            return " ".join(label.split()) or tr("Kolom {number}").format(number=section + 1)
        return label if role == Qt.ItemDataRole.ToolTipRole and label else None

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        """A cell, with how it is read under it."""
        row = self._rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role == _DISPLAY:
            return text
        if role == CellRole.LOOK:
            return self._look(index.column(), text)
        return text if role == Qt.ItemDataRole.ToolTipRole and len(text) > 20 else None

    def is_number(self, column: int) -> bool:
        """Whether a column is read as numbers."""
        if self._sheet is None:
            return False
        layout = self._sheet.layout
        field = layout.columns[column] if column < len(layout.columns) else ""
        is_figure = layout.use is TableUse.FIGURES and column > 0
        return is_figure or field in NUMBERS or field.startswith("year:")

    def _look(self, column: int, text: str) -> CellLook:
        assert self._sheet is not None
        layout = self._sheet.layout
        field = layout.columns[column] if column < len(layout.columns) else ""
        if self.is_number(column):
            said = reading_of(field or "homes", text)
            return CellLook(right=True, second=said)
        used = layout.use in (TableUse.TEXT, TableUse.NOTHING) or bool(field)
        return CellLook(soft=not used and layout.use is not TableUse.FIGURES)
