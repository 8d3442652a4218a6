"""A long list whose rows are painted and may each be of another height.

Only what can be seen is measured; the rest is guessed, and what one is reading stays in its place
when a guess turns out wrong.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollBar, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.paint import focus_ring
from prestatie_desktop.ui.models.row_heights import RowHeights
from prestatie_desktop.ui.widgets.row_keys import Move, row_after

Index = QModelIndex | QPersistentModelIndex


class RowList(QListView):
    """The base of such a list: `guesses`, `measured` and `paint_row` say how its rows look."""

    #: The context menu of what is selected, at a place on the screen.
    menu_wanted = Signal(QPoint)
    #: The current row changed; -1 for none.
    moved = Signal(int)

    def __init__(self, model: QAbstractListModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heights = RowHeights()
        self._width = -1
        self._arranging = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that rows never change their width; but nothing to see when all fit.
        self.setVerticalScrollBar(_QuietBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setModel(model)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_changed)
        follow(self.restyle)

    # How rows look

    def guesses(self, _width: int) -> Iterable[int]:
        """A height for each row without laying it out."""
        return ()

    def measured(self, _row: int, _width: int) -> int:
        """The height of a row."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, row: int, rect: QRectF) -> None:
        """Draw a row."""
        raise NotImplementedError

    def forget_looks(self) -> None:
        """Rows may look different: whoever keeps them laid out forgets that."""

    # Which row

    def current_row(self) -> int:
        """The row the keyboard is at; -1 for none."""
        return self.currentIndex().row()

    def selected_rows(self) -> list[int]:
        """The selected rows, in order."""
        return sorted(
            {
                row
                for one in ranges_of(self.selectionModel().selection())
                for row in range(one.top(), one.bottom() + 1)
            }
        )

    def go_to(self, row: int, *, select: Iterable[int] = ()) -> None:
        """Make a row the current one, and select it or these."""
        model = self.model()
        if not 0 <= row < model.rowCount():
            return
        self.setCurrentIndex(model.index(row, 0))
        rows = list(select)
        if rows:
            self.selectionModel().select(
                selection_of(model, rows), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.scrollTo(model.index(row, 0))

    def reveal(self, row: int) -> None:
        """Bring a row to the upper part of the view, where it is not to be seen already."""
        if not 0 <= row < len(self.heights):
            return
        rect = self.rect_of(row)
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            bar = self.verticalScrollBar()
            # A far row stands where guesses put it: measured on arrival, it is placed again.
            for _ in range(3):
                bar.setValue(self.heights.top(row) - self.viewport().height() // 4)

    # Places

    def rect_of(self, row: int) -> QRect:
        """Where a row stands, in viewport pixels."""
        y = self.heights.top(row) - self.verticalScrollBar().value()
        return QRect(0, y, self.viewport().width(), self.heights.height(row))

    def visible(self) -> range:
        """The rows that can be seen."""
        if not len(self.heights):
            return range(0)
        top = self.verticalScrollBar().value()
        last = self.heights.row_at(top + self.viewport().height())
        return range(self.heights.row_at(top), last + 1)

    def visualRect(self, index: Index) -> QRect:
        """Where a row stands, for Qt."""
        if not index.isValid() or index.row() >= len(self.heights):
            return QRect()
        return self.rect_of(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a place."""
        row = self.heights.row_at(point.y() + self.verticalScrollBar().value())
        if row < 0 or not self.rect_of(row).contains(point):
            return QModelIndex()
        return self.model().index(row, 0)

    def scrollTo(
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view, moving no further than needed."""
        if not index.isValid() or index.row() >= len(self.heights):
            return
        self._measure(index.row())
        rect, bar = self.rect_of(index.row()), self.verticalScrollBar()
        room, margin = self.viewport().height(), theme().px(6)
        if rect.top() < margin:
            bar.setValue(bar.value() + rect.top() - margin)
        elif rect.bottom() > room - margin:
            over = rect.bottom() + margin - room
            bar.setValue(bar.value() + min(over, rect.top() - margin))
        self.arrange()

    def moveCursor(self, action: Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where the keys go."""
        to = row_after(action, self.current_row(), len(self.heights), self._page_from)
        return self.model().index(to, 0) if to >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what lies between two rows."""
        if not len(self.heights):
            return
        value = self.verticalScrollBar().value()
        first = self.heights.row_at(rect.top() + value)
        last = self.heights.row_at(max(rect.top(), rect.bottom() - 1) + value)
        model = self.model()
        chosen = QItemSelection(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What to draw again when the selection changes."""
        seen = self.visible()
        region = QRegion()
        for one in ranges_of(selection):
            for row in range(max(one.top(), seen.start), min(one.bottom() + 1, seen.stop)):
                region += self.rect_of(row)
        return region

    def horizontalOffset(self) -> int:
        """Always none for Qt: what scrolls sideways does so within its row."""
        return 0

    def verticalOffset(self) -> int:
        """How far the list is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """No row is ever hidden."""
        return False

    # Arranging

    def arrange(self) -> None:
        """Measure what can be seen; the first row within the view stays where it is."""
        if self._arranging:
            return
        self._arranging = True
        try:
            self._take_width()
            bar = self.verticalScrollBar()
            anchor, at = self._anchor()
            for _ in range(4):
                if not self._measure_visible():
                    break
            self.updateGeometries()
            if 0 <= anchor < len(self.heights):
                shift = self.heights.top(anchor) - bar.value() - at
                if shift:
                    bar.setValue(bar.value() + shift)
                    self._measure_visible()
                    self.updateGeometries()
        finally:
            self._arranging = False

    def restyle(self) -> None:
        """Other letters or colours."""
        self._width = -1
        self.forget_looks()
        self.arrange()
        self.viewport().update()

    def doItemsLayout(self) -> None:
        """Qt asks for everything to be placed."""
        QAbstractItemView.doItemsLayout(self)
        self.arrange()

    def updateGeometries(self) -> None:
        """The scroll bar follows the height of all rows."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setSingleStep(theme().px(40))
        bar.setRange(0, max(0, self.heights.total - room) if len(self.heights) else 0)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The list moved."""
        self.arrange()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere; a current row that was in view stays in view."""
        super().resizeEvent(event)
        row = self.current_row()
        seen = row in self.visible()
        self.arrange()
        if seen and event.oldSize().width() != event.size().width():
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of it."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)
        self.moved.emit(current.row())
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of the row under the pointer, or of the current one by key."""
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(place)
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
        elif self.current_row() >= 0:
            self.scrollTo(self.currentIndex())
            place = self.visualRect(self.currentIndex()).topLeft()
            place += QPoint(theme().px(40), theme().px(24))
        if self.current_row() >= 0:
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that can be seen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            for row in self.visible():
                rect = self.rect_of(row)
                if rect.intersects(event.rect()):
                    self.paint_row(painter, row, QRectF(rect))
            if self.hasFocus() and self.currentIndex().isValid():
                self.paint_focus(painter, QRectF(self.visualRect(self.currentIndex())))
        finally:
            painter.end()

    def paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        """The ring around the current row."""
        focus_ring(painter, rect.adjusted(1, 1, -1, -1), 4)

    def _anchor(self) -> tuple[int, int]:
        value = self.verticalScrollBar().value()
        if not len(self.heights):
            return -1, 0
        row = self.heights.row_at(value)
        if self.heights.top(row) < value and row + 1 < len(self.heights):
            row += 1
        return row, self.heights.top(row) - value

    def _take_width(self) -> None:
        width = self.viewport().width()
        if width != self._width:
            self._width = width
            self.forget_looks()
            self.heights.guess_all(self.guesses(width))

    def _measure_visible(self) -> bool:
        before = self.heights.total if len(self.heights) else 0
        for row in self.visible():
            self._measure(row)
        return bool(len(self.heights)) and self.heights.total != before

    def _measure(self, row: int) -> None:
        if not self.heights.is_measured(row):
            self.heights.measure(row, self.measured(row, self._width))

    def _page_from(self, row: int, way: int) -> int:
        y = self.heights.top(row) + way * int(self.viewport().height() * 0.8)
        to = self.heights.row_at(y)
        return to if to != row else row + way

    def _on_reset(self) -> None:
        self._width = -1
        self.forget_looks()
        self.arrange()
        self.viewport().update()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.forget_looks()
        for row in range(first.row(), min(last.row() + 1, len(self.heights))):
            self.heights.forget(row)
        self.arrange()
        self.viewport().update()


class _QuietBar(QScrollBar):
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def ranges_of(selection: QItemSelection) -> list[QItemSelectionRange]:
    """The ranges of a selection; its annotation does not say that it has any."""
    return [selection.at(at) for at in range(selection.count())]


def selection_of(model: QAbstractItemModel, rows: Iterable[int]) -> QItemSelection:
    """These rows as Qt's selection, neighbours as one range."""
    chosen = QItemSelection()
    for first, last in runs_of(rows):
        chosen.append(QItemSelectionRange(model.index(first, 0), model.index(last, 0)))
    return chosen


def runs_of(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rows as (first, last) of each unbroken run."""
    found: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
