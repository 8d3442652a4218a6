"""Dragging a row by the edge at its left to another place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QTableView

from prestatie_desktop.ui.look.current import theme

#: Where one takes hold of a row, at 100 % text; the room before its words.
_EDGE = 10


class RowDrag(QObject):
    """Watches a table; `moved` is told the row and by how many places it goes."""

    def __init__(self, table: QTableView, moved: Callable[[int, int], object]) -> None:
        super().__init__(table)
        self._table, self._moved = table, moved
        self._row, self._gap = -1, -1
        table.viewport().setMouseTracking(True)
        table.viewport().installEventFilter(self)

    def paint(self, painter: QPainter) -> None:
        """Show between which rows it would come."""
        if self._gap < 0:
            return
        high = theme().px(3)
        y = self._line_of(self._gap) - high / 2
        rect = QRectF(0, max(0.0, y), self._table.viewport().width(), high)
        painter.fillRect(rect, theme().colour("accent"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press on the edge, drag, let go."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        where = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            left = event.button() == Qt.MouseButton.LeftButton
            self._row = self._table.rowAt(where.y()) if left and self._on_edge(where) else -1
            return self._row >= 0
        if event.type() == QEvent.Type.MouseMove:
            self._over(where)
            return self._row >= 0
        if event.type() == QEvent.Type.MouseButtonRelease and self._row >= 0:
            self._drop()
            return True
        return super().eventFilter(watched, event)

    def _over(self, where: QPoint) -> None:
        shape = Qt.CursorShape.SizeVerCursor if self._on_edge(where) else Qt.CursorShape.ArrowCursor
        if self._row < 0:
            self._table.viewport().setCursor(shape)
            return
        at = self._table.rowAt(where.y())
        last = self._table.model().rowCount()
        if at < 0:
            gap = 0 if where.y() < 0 else last
        else:
            middle = self._line_of(at) + self._table.rowHeight(at) / 2
            gap = at if where.y() < middle else at + 1
        if gap != self._gap:
            self._gap = gap
            self._table.viewport().update()

    def _drop(self) -> None:
        row, gap = self._row, self._gap
        self._row = self._gap = -1
        self._table.viewport().update()
        if gap < 0:
            self._table.setCurrentIndex(self._table.model().index(row, 0))
            return
        to = gap - 1 if gap > row else gap
        if to != row:
            self._moved(row, to - row)

    def _on_edge(self, where: QPoint) -> bool:
        first = -self._table.horizontalScrollBar().value()
        return first <= where.x() <= first + theme().px(_EDGE) and self._table.rowAt(where.y()) >= 0

    def _line_of(self, gap: int) -> float:
        last = self._table.model().rowCount() - 1
        if gap > last:
            return self._table.rowViewportPosition(last) + self._table.rowHeight(last)
        return self._table.rowViewportPosition(gap)
