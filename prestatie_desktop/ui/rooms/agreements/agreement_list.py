"""A page that scrolls as one: a head of widgets, and under it the agreements.

Rows are painted; over the chosen one lies a card with the live editor. Heights are guessed until
a row is seen, and what one is reading stays where it is when a guess turns out wrong.
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
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
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
from prestatie_desktop.ui.rooms.agreements.agreement_model import MIME, AgreementModel
from prestatie_desktop.ui.rooms.agreements.row_heights import RowHeights
from prestatie_desktop.ui.rooms.agreements.row_look import RowLooks, guesses, paint_row
from prestatie_desktop.words.translation import tr

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
SIDE = 24
_GAP = 6


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
        self._heights = RowHeights()
        self._looks = RowLooks()
        self._width = -1
        self._head: QWidget | None = None
        self._card: QWidget | None = None
        self._head_height = 0
        self._warm = -1
        self._drop_row = -1
        self._arranging = False
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
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.rowsMoved.connect(self._on_moved)
        model.dataChanged.connect(self._on_changed)
        self.setModel(model)
        follow(self._restyle)

    # What stands on the page

    def set_head(self, head: QWidget) -> None:
        """Put widgets above the agreements; they scroll along."""
        self._head = head
        head.setParent(self.viewport())
        head.installEventFilter(self)
        head.show()
        self.arrange()

    def set_card(self, card: QWidget) -> None:
        """Have this widget lie over the current row."""
        self._card = card
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
        self._looks.forget_all()
        for row in range(len(self._heights)):
            self._heights.forget(row)
        self.arrange()

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
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        return self._rect(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a place; none in the head or the margins."""
        y = point.y() + self.verticalScrollBar().value() - self._head_height
        row = self._heights.row_at(y)
        if row < 0 or not self._rect(row).contains(point):
            return QModelIndex()
        return self._agreements.index(row)

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view."""
        if not index.isValid() or index.row() >= len(self._heights) or not self._revealing:
            return
        self._measure(index.row())
        rect = self._rect(index.row())
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

    def moveCursor(self, action: _Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where the arrows go."""
        last = len(self._heights) - 1
        row = self.currentIndex().row()
        if last < 0:
            return QModelIndex()
        if row < 0:
            return self._agreements.index(last if action == _Move.MoveEnd else 0)
        to = {
            _Move.MoveUp: row - 1,
            _Move.MovePrevious: row - 1,
            _Move.MoveDown: row + 1,
            _Move.MoveNext: row + 1,
            _Move.MoveHome: 0,
            _Move.MoveEnd: last,
            _Move.MovePageUp: self._page(row, -1),
            _Move.MovePageDown: self._page(row, 1),
        }.get(action, row)
        return self._agreements.index(min(max(to, 0), last))

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
        bar.setRange(0, max(0, self._head_height + self._heights.total + theme().px(24) - room))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The page moved."""
        self.arrange()
        self.viewport().update()

    # Events

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell of the choice, and put the card there."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid() and index.row() < len(self._heights):
                self._heights.forget(index.row())
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
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Head and card grow with what is in them."""
        grown = event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide)
        if grown and watched in (self._head, self._card):
            self.arrange()
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only agreements of this dossier can be dropped."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would come, and scroll near the edges."""
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        y = int(event.position().y())
        edge, bar = theme().px(40), self.verticalScrollBar()
        if y < edge or y > self.viewport().height() - edge:
            bar.setValue(bar.value() + (-edge // 2 if y < edge else edge // 2))
        self._drop_row = self._gap_at(y)
        event.acceptProposedAction()
        self.viewport().update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It would come nowhere."""
        self._drop_row = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """It comes there."""
        self._drop_row = -1
        self.viewport().update()
        if event.mimeData().hasFormat(MIME):
            agreement_id = bytes(event.mimeData().data(MIME).data()).decode()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(agreement_id, self._gap_at(int(event.position().y())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that can be seen; the current one is a card of its own."""
        painter = QPainter(self.viewport())
        try:
            for row in self._visible():
                rect = self._rect(row)
                agreement = self._agreements.agreement(row)
                if agreement is None or not rect.intersects(event.rect()):
                    continue
                if row == self.currentIndex().row() and self._card is not None:
                    continue
                look = self._looks.of(self._agreements.dossier, agreement, rect.width())
                paint_row(painter, QRectF(rect), agreement, look, warm=row == self._warm)
                if row + 1 != self.currentIndex().row():
                    line = QRectF(rect).adjusted(0, 0, 0, -1)
                    hairline(painter, line.bottomLeft(), line.bottomRight())
            self._paint_marks(painter)
        finally:
            painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        if self._drop_row >= 0:
            y = self._head_height + self._heights.top(self._drop_row)
            y -= self.verticalScrollBar().value()
            line = QRectF(self._left(), y - 2, self._row_width(), 3)
            painter.fillRect(line, theme().colour("focus"))
        if self.hasFocus() and self.currentIndex().isValid():
            margin = theme().px(_GAP) - 4
            rect = self._rect(self.currentIndex().row())
            room = QRectF(rect).adjusted(-4, margin, 4, -margin)
            focus_ring(painter, room, RADIUS_CARD + 3)

    # Arranging

    def arrange(self) -> None:
        """Measure what can be seen and put head and card in their places.

        The first row that begins within the view stays where it is on the screen.
        """
        if self._arranging:
            return
        self._arranging = True
        try:
            self._take_width()
            bar = self.verticalScrollBar()
            anchor, at = self._anchor()
            self._measure_head()
            for _ in range(4):
                if not self._measure_visible():
                    break
            self.updateGeometries()
            if anchor >= 0 and anchor < len(self._heights):
                shift = self._page_top(anchor) - bar.value() - at
                if shift:
                    bar.setValue(bar.value() + shift)
                    self._measure_visible()
                    self.updateGeometries()
            self._place_widgets()
        finally:
            self._arranging = False

    def _anchor(self) -> tuple[int, int]:
        value = self.verticalScrollBar().value()
        if value < self._head_height or not len(self._heights):
            return -1, 0
        row = self._heights.row_at(value - self._head_height)
        if self._page_top(row) < value and row + 1 < len(self._heights):
            row += 1
        return row, self._page_top(row) - value

    def _take_width(self) -> None:
        width = self._row_width()
        if width == self._width:
            return
        self._width = width
        self._guess_all()

    def _guess_all(self) -> None:
        self._heights.guess_all(guesses(self._agreements.all(), self._width))

    def _measure_head(self) -> None:
        if self._head is None:
            return
        width = self.viewport().width()
        layout = self._head.layout()
        if layout is not None and layout.hasHeightForWidth():
            self._head_height = layout.totalHeightForWidth(width)
        else:
            self._head_height = self._head.sizeHint().height()

    def _measure_visible(self) -> bool:
        before = self._heights.total
        current = self.currentIndex().row()
        if 0 <= current < len(self._heights):
            self._measure(current)
        for row in self._visible():
            self._measure(row)
        return self._heights.total != before

    def _measure(self, row: int) -> None:
        if row == self.currentIndex().row() and self._card is not None:
            self._heights.measure(row, self._card_height() + theme().px(2 * _GAP))
        elif not self._heights.is_measured(row):
            agreement = self._agreements.agreement(row)
            if agreement is not None:
                look = self._looks.of(self._agreements.dossier, agreement, self._width)
                self._heights.measure(row, look.height)

    def _card_height(self) -> int:
        assert self._card is not None
        layout = self._card.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self._width)
        return self._card.sizeHint().height()

    def _place_widgets(self) -> None:
        value = self.verticalScrollBar().value()
        if self._head is not None:
            self._head.setGeometry(0, -value, self.viewport().width(), self._head_height)
        if self._card is not None:
            row = self.currentIndex().row()
            shown = 0 <= row < len(self._heights)
            if shown:
                gap = theme().px(_GAP)
                self._card.setGeometry(self._rect(row).adjusted(0, gap, 0, -gap))
            self._card.setVisible(shown)

    def _visible(self) -> range:
        if not len(self._heights):
            return range(0)
        value = self.verticalScrollBar().value() - self._head_height
        bottom = value + self.viewport().height()
        if bottom < 0:
            return range(0)
        return range(self._heights.row_at(value), self._heights.row_at(bottom) + 1)

    def _rect(self, row: int) -> QRect:
        y = self._page_top(row) - self.verticalScrollBar().value()
        return QRect(self._left(), y, self._row_width(), self._heights.height(row))

    def _page_top(self, row: int) -> int:
        return self._head_height + self._heights.top(row)

    def _left(self) -> int:
        return theme().px(SIDE)

    def _row_width(self) -> int:
        return max(1, self.viewport().width() - 2 * theme().px(SIDE))

    def _page(self, row: int, way: int) -> int:
        y = self._heights.top(row) + way * int(self.viewport().height() * 0.8)
        to = self._heights.row_at(y)
        return to if to != row else row + way

    def _gap_at(self, y: int) -> int:
        within = y + self.verticalScrollBar().value() - self._head_height
        row = max(0, self._heights.row_at(within))
        if not len(self._heights):
            return 0
        middle = self._heights.top(row) + self._heights.height(row) // 2
        return row + 1 if within > middle else row

    def _warm_row(self, row: int) -> None:
        if row != self._warm:
            self._warm = row
            self.viewport().update()

    # What the model tells

    def _on_reset(self) -> None:
        self._looks.forget_all()
        self._guess_all()
        self.arrange()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            agreement = self._agreements.agreement(row)
            self._heights.insert(row, next(guesses([agreement] if agreement else [], self._width)))

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.remove(first, last)

    def _on_moved(
        self, _from: QModelIndex, row: int, _last: int, _to: QModelIndex, before: int
    ) -> None:
        self._heights.move(row, before - 1 if before > row else before)
        self.arrange()
        self.viewport().update()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._looks.forget(self._agreements.ids[row])
            self._heights.forget(row)
            self.viewport().update(self._rect(row))
        self.arrange()

    def _restyle(self) -> None:
        self._width = -1
        self._looks.forget_all()
        self.arrange()
        self.viewport().update()
