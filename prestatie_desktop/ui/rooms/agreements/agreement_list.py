"""A page that scrolls as one: a head of widgets, and under it the agreements.

Rows are painted; over the chosen one lies a card with the live editor.
"""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.paint import focus_ring, hairline
from prestatie_desktop.ui.look.tokens import RADIUS_CARD
from prestatie_desktop.ui.rooms.agreements.agreement_model import AgreementModel
from prestatie_desktop.ui.rooms.agreements.page_places import GAP, PagePlaces
from prestatie_desktop.ui.rooms.agreements.row_dropping import RowDropping
from prestatie_desktop.ui.rooms.agreements.row_look import paint_row
from prestatie_desktop.ui.widgets.row_keys import Move, row_after
from prestatie_desktop.words.translation import tr

_Index = QModelIndex | QPersistentModelIndex


class AgreementList(QListView):
    """The list and its head. `chosen(id)` tells which agreement is the current one."""

    chosen = Signal(str)
    #: Enter on a row, or a double click.
    edit_wanted = Signal()
    #: The context menu of the current row, at a place on the screen.
    menu_wanted = Signal(QPoint)
    remove_wanted = Signal()
    #: The current row wants to go one place up (-1) or down (1).
    shift_wanted = Signal(int)
    #: An agreement was dropped so that it comes to stand at this row.
    dropped = Signal(str, int)

    def __init__(self, model: AgreementModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agreements = model
        self._places = PagePlaces(self, model)
        self._warm = -1
        self._revealing = True
        self.setProperty("k", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Afspraken"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        self._dropping = RowDropping(self, self._places)
        self._dropping.dropped.connect(self.dropped)
        self.setModel(model)
        follow(self._restyle)

    # What stands on the page

    def set_head(self, head: QWidget) -> None:
        """Put widgets above the agreements; they scroll along."""
        self._places.head = head
        head.setParent(self.viewport())
        head.installEventFilter(self)
        head.show()
        self.arrange()

    def set_card(self, card: QWidget) -> None:
        """Have this widget lie over the current row."""
        self._places.card = card
        card.setParent(self.viewport())
        card.installEventFilter(self)
        self.arrange()

    def current_id(self) -> Id:
        """The current agreement; empty when there is none."""
        row = self.currentIndex().row()
        return self._agreements.ids[row] if 0 <= row < len(self._agreements.ids) else ""

    def set_current(self, agreement_id: Id, *, reveal: bool = True) -> bool:
        """Make an agreement the current one; False when it is not shown."""
        row = self._agreements.row_of(agreement_id)
        if row < 0:
            return False
        self._revealing = reveal
        if row != self.currentIndex().row():
            self.setCurrentIndex(self._agreements.index(row))
        self._revealing = True
        self.arrange()
        if reveal:
            self.scrollTo(self._agreements.index(row))
        return True

    def set_none(self) -> None:
        """Have no current agreement."""
        self.setCurrentIndex(QModelIndex())
        self.arrange()

    def forget_looks(self) -> None:
        """Everything may read otherwise: names of parties, numbers in links."""
        self._places.forget_looks()

    def arrange(self) -> None:
        """Put everything in its place again: something in head or card has another height."""
        self._places.arrange()

    def reveal(self, rect: QRect) -> None:
        """Scroll just so far that a part of the page (in viewport pixels) can be seen."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        margin = theme().px(12)
        if rect.top() - margin < 0:
            bar.setValue(bar.value() + rect.top() - margin)
        elif rect.bottom() + margin > room:
            over = rect.bottom() + margin - room
            bar.setValue(bar.value() + min(over, rect.top() - margin))

    # Places

    def visualRect(self, index: _Index) -> QRect:
        """Where a row stands, in viewport pixels."""
        if not index.isValid() or index.row() >= len(self._places.heights):
            return QRect()
        return self._places.rect(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a place; none in the head or the margins."""
        y = point.y() + self.verticalScrollBar().value() - self._places.head_height
        row = self._places.heights.row_at(y)
        if row < 0 or not self._places.rect(row).contains(point):
            return QModelIndex()
        return self._agreements.index(row)

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view."""
        if not index.isValid() or index.row() >= len(self._places.heights) or not self._revealing:
            return
        self._places.measure(index.row())
        rect = self._places.rect(index.row())
        if hint is QAbstractItemView.ScrollHint.PositionAtTop:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - theme().px(12))
        else:
            self.reveal(rect)
        self.arrange()

    def horizontalOffset(self) -> int:
        """Always none."""
        return 0

    def verticalOffset(self) -> int:
        """How far the page is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: _Index) -> bool:
        """No row is ever hidden."""
        return False

    def moveCursor(self, action: Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where the arrows go."""
        row, rows = self.currentIndex().row(), len(self._places.heights)
        to = row_after(action, row, rows, self._places.page_from)
        return self._agreements.index(to) if to >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what was clicked."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What to draw again when the selection changes."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def doItemsLayout(self) -> None:
        """Qt asks for everything to be placed."""
        QAbstractItemView.doItemsLayout(self)
        self.arrange()

    def updateGeometries(self) -> None:
        """The scroll bar follows the height of the page."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setSingleStep(theme().px(40))
        bar.setRange(
            0, max(0, self._places.head_height + self._places.heights.total + theme().px(24) - room)
        )

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The page moved."""
        self.arrange()
        self.viewport().update()

    # Events

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell of the choice, and put the card there."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid() and index.row() < len(self._places.heights):
                self._places.heights.forget(index.row())
        self.chosen.emit(self.current_id())
        self.arrange()
        self.viewport().update()
        if current.isValid() and self._revealing:
            self.scrollTo(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Alt and an arrow moves the agreement, Del removes it."""
        key, has_row = event.key(), self.currentIndex().isValid()
        keypad = Qt.KeyboardModifier.KeypadModifier
        plain = event.modifiers() & ~keypad == Qt.KeyboardModifier.NoModifier
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if has_row and alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif has_row and plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        elif has_row and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            if plain or key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                super().keyPressEvent(event)
            else:
                event.ignore()
            return
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.edit_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is warm."""
        super().mouseMoveEvent(event)
        self._warm_row(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """No row is."""
        super().leaveEvent(event)
        self._warm_row(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The context menu of a row, by mouse or by key."""
        index, place = self.currentIndex(), event.pos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(place)
        elif index.isValid():
            self.scrollTo(index)
            place = self.visualRect(index).topLeft() + QPoint(theme().px(40), theme().px(30))
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere; a chosen agreement that was in view stays in view."""
        super().resizeEvent(event)
        was_seen = self._places.card_seen
        self.arrange()
        if was_seen and event.oldSize().width() != event.size().width():
            self.scrollTo(self.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Head and card grow with what is in them."""
        grown = event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide)
        if grown and watched in (self._places.head, self._places.card):
            self.arrange()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that can be seen; the current one is a card of its own."""
        painter = QPainter(self.viewport())
        try:
            for row in self._places.visible():
                rect = self._places.rect(row)
                agreement = self._agreements.agreement(row)
                if agreement is None or not rect.intersects(event.rect()):
                    continue
                if row == self.currentIndex().row() and self._places.card is not None:
                    continue
                look = self._places.looks.of(self._agreements.dossier, agreement, rect.width())
                paint_row(painter, QRectF(rect), agreement, look, warm=row == self._warm)
                if row + 1 != self.currentIndex().row():
                    line = QRectF(rect).adjusted(0, 0, 0, -1)
                    hairline(painter, line.bottomLeft(), line.bottomRight())
            self._paint_marks(painter)
        finally:
            painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        self._dropping.paint(painter)
        if self.hasFocus() and self.currentIndex().isValid():
            margin = theme().px(GAP) - 4
            rect = self._places.rect(self.currentIndex().row())
            room = QRectF(rect).adjusted(-4, margin, 4, -margin)
            focus_ring(painter, room, RADIUS_CARD + 3)

    def _warm_row(self, row: int) -> None:
        if row != self._warm:
            self._warm = row
            self.viewport().update()

    def _restyle(self) -> None:
        self._places.forget_all()
        self.viewport().update()
