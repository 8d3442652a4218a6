"""The moments as a list of two lines each."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.ui.rooms.versions.points import Point, PointKind
from prestatie_desktop.ui.widgets.cells import CellLook, CellRole
from prestatie_desktop.words.dates import short_moment
from prestatie_desktop.words.translation import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_GLYPHS = {
    PointKind.EDITION: "file-lock-outline",
    PointKind.MOMENT: "bookmark-outline",
    PointKind.START: "flag-outline",
}
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_LOOK = int(CellRole.LOOK)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


class PointModel(QAbstractTableModel):
    """One column: name, and under it when and by whom."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points: list[Point] = []

    def set_points(self, points: list[Point]) -> bool:
        """Show these; False when they were shown already."""
        if points == self._points:
            return False
        self.beginResetModel()
        self._points = points
        self.endResetModel()
        return True

    def point(self, at: int) -> Point | None:
        """A moment by its row."""
        return self._points[at] if 0 <= at < len(self._points) else None

    def place_of(self, point_id: str) -> int | None:
        """The row of a moment."""
        ids = [point.id for point in self._points]
        return ids.index(point_id) if point_id in ids else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many moments."""
        return 0 if parent.isValid() else len(self._points)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The heading of the list."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY and section == 0:
            return tr("Versies en momenten")
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Name, look and note."""
        if not index.isValid():
            return None
        point = self._points[index.row()]
        if role == _DISPLAY:
            return point.name
        if role == _LOOK:
            second = ", ".join(
                filter(None, [short_moment(point.at) if point.at else "", point.person])
            )
            return CellLook(second=second, glyph=_GLYPHS.get(point.kind))
        return (point.note or None) if role == _TIP else None
