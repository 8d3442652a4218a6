"""Dropping an agreement between two others."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.rooms.agreements.agreement_model import MIME
from prestatie_desktop.ui.rooms.agreements.page_places import PagePlaces

_MOVES = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class RowDropping(QObject):
    """Watches a list; shows where an agreement would come and tells when it is dropped there."""

    #: An agreement was dropped so that it comes to stand at this row.
    dropped = Signal(str, int)

    def __init__(self, view: QAbstractItemView, places: PagePlaces) -> None:
        super().__init__(view)
        self._view, self._places = view, places
        self._row = -1
        view.viewport().installEventFilter(self)

    def paint(self, painter: QPainter) -> None:
        """A line where it would come."""
        if self._row >= 0:
            y = self._places.head_height + self._places.heights.top(self._row)
            y -= self._view.verticalScrollBar().value()
            line = QRectF(self._places.left(), y - 2, self._places.row_width(), 3)
            painter.fillRect(line, theme().colour("focus"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only agreements of this dossier can be dropped."""
        if event.type() == QEvent.Type.DragLeave:
            self._show(-1)
            return True
        if event.type() not in _MOVES or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        y = int(event.position().y())
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
        elif event.type() == QEvent.Type.Drop:
            self._drop(event, y)
        else:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.DragMove:
                self._scroll_near_edges(y)
                self._show(self._places.gap_at(y))
        return True

    def _drop(self, event: QDropEvent, y: int) -> None:
        self._show(-1)
        agreement_id = bytes(event.mimeData().data(MIME).data()).decode()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(agreement_id, self._places.gap_at(y))

    def _scroll_near_edges(self, y: int) -> None:
        edge, bar = theme().px(40), self._view.verticalScrollBar()
        if y < edge or y > self._view.viewport().height() - edge:
            bar.setValue(bar.value() + (-edge // 2 if y < edge else edge // 2))

    def _show(self, row: int) -> None:
        self._row = row
        self._view.viewport().update()
