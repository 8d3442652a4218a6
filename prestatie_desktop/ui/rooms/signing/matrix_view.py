"""Who signs what, as a table one walks through with the arrows."""

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import LEFT, painting, words
from prestatie_desktop.ui.rooms.signing.cell_delegate import CellDelegate
from prestatie_desktop.ui.rooms.signing.item_header import ItemHeader
from prestatie_desktop.ui.rooms.signing.matrix_model import Fold, Index, MatrixModel
from prestatie_desktop.ui.rooms.signing.party_header import PartyHeader
from prestatie_desktop.ui.rooms.signing.rows import RowKind
from prestatie_desktop.words.translation import tr

#: A party's column is between these, at 100 % text; then the matrix scrolls sideways.
_NARROWEST, _WIDEST = 66, 150
_ITEM_SHARE, _ITEM_NARROWEST, _ITEM_WIDEST = 0.25, 200, 420


_KEYS = {
    Qt.Key.Key_T: "lead",
    Qt.Key.Key_B: "involved",
    Qt.Key.Key_Space: "signs",
    Qt.Key.Key_V: "reservation",
    Qt.Key.Key_Delete: "clear",
    Qt.Key.Key_Backspace: "clear",
}


class MatrixView(QTableView):
    """Arrows walk, Shift extends, letters set; titles and names stay in sight while scrolling.

    `asked(str)` gives what a key means: "lead", "involved", "signs", "reservation", "clear",
    "open" (Enter or a double click). `folding(int)` asks to fold or unfold a row.
    """

    asked = Signal(str)
    folding = Signal(int)
    menu_asked = Signal(object)
    moved = Signal()

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self._corner, self._end = _Corner(self, tr("Afspraak of project")), _Corner(self)
        self.party_header, self.item_header = PartyHeader(self), ItemHeader(self)
        self.setModel(model)
        self.setHorizontalHeader(self.party_header)
        self.setVerticalHeader(self.item_header)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(tr("Wie tekent wat"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _index: self._open())
        self.item_header.pressed.connect(self._pressed)
        self.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        model.modelReset.connect(self._fit)
        follow(self._restyle)

    def matrix(self) -> MatrixModel:
        """Its model."""
        return self._matrix

    def places(self) -> list[tuple[int, int]]:
        """The selected cells, or the current one: rows and columns in reading order."""
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        current = self.currentIndex()
        if not chosen and current.isValid():
            chosen.add((current.row(), current.column()))
        return sorted(chosen)

    def go_to(self, at: int, column: int) -> None:
        """Make a cell the current one and bring it into view."""
        index = self._matrix.index(at, column)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw the cross through another cell."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.party_header.viewport().update()
        self.item_header.viewport().update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters set, Enter opens or folds; the rest is Qt's."""
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        key = Qt.Key(event.key())
        if plain == Qt.KeyboardModifier.NoModifier and key in _KEYS:
            self.asked.emit(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus) and self.currentIndex().isValid():
            self._fold_to(open_=key == Qt.Key.Key_Plus)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters set roles here; searching is Ctrl+F."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the cell under the pointer, or of the current one for the keyboard."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            self.menu_asked.emit(self.viewport().mapToGlobal(rect.center()))
            return
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.go_to(index.row(), index.column())
            self.menu_asked.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current cell to start from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._matrix.rowCount():
            first = min(1, self._matrix.rowCount() - 1)
            self.go_to(first, 0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring leaves, the cross stays."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the parties."""
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        """Keep the corner in its place."""
        super().updateGeometries()
        edge = self.frameWidth()
        self._corner.setGeometry(edge, edge, self.item_header.width(), self.party_header.height())
        self._corner.raise_()
        right = edge + self.item_header.width() + self.viewport().width()
        self._end.setGeometry(right, edge, max(0, self.width() - edge - right),
                              self.party_header.height())  # fmt: skip
        self._end.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the titles of themes run on over the cells, and show whether they are folded."""
        super().paintEvent(event)
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return
        with painting(self.viewport()) as painter:
            for at in range(first, (last if last >= 0 else self._matrix.rowCount() - 1) + 1):
                if self._matrix.rows[at].kind is RowKind.THEME:
                    self._paint_theme(painter, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the sign at the end of a theme folds it."""
        super().mouseReleaseEvent(event)
        at = self.rowAt(event.position().toPoint().y())
        is_theme = at >= 0 and self._matrix.rows[at].kind is RowKind.THEME
        if is_theme and event.position().x() > self._content_right() - theme().px(32):
            self.folding.emit(at)

    def _paint_theme(self, painter: QPainter, at: int) -> None:
        px = theme().px
        row = QRectF(0, self.rowViewportPosition(at), self._content_right(), self.rowHeight(at))
        fold = self._matrix.fold(at)
        name = "chevron-right" if fold is Fold.FOLDED else "chevron-down"
        sign = QRectF(row.right() - px(30), row.top(), px(22), row.height())
        paint_glyph(painter, sign, name, "ink3", size=18)
        cells = [self._matrix.cell(at, column) for column in range(self._matrix.columnCount())]
        if any(cell.mark for cell in cells):
            return
        left = self.item_header.title_left() - self.item_header.width()
        painter.setFont(theme().font("ui", 600))
        painter.setPen(theme().colour("ink"))
        painter.setClipRect(row.adjusted(0, 0, -px(34), 0))
        title = QRectF(left, row.top(), 4000, row.height())
        painter.drawText(title, int(LEFT), self._matrix.head(at).title)
        painter.setClipping(False)

    def _content_right(self) -> int:
        columns = self._matrix.columnCount()
        last = self.columnViewportPosition(columns - 1) + self.columnWidth(columns - 1)
        return min(self.viewport().width(), last)

    def _open(self) -> None:
        at = self.currentIndex().row()
        if at < 0:
            return
        if self._matrix.fold(at) is Fold.NO:
            self.asked.emit("open")
        else:
            self.folding.emit(at)

    def _fold_to(self, *, open_: bool) -> None:
        at = self.currentIndex().row()
        if self._matrix.fold(at) is (Fold.FOLDED if open_ else Fold.OPEN):
            self.folding.emit(at)

    def _pressed(self, at: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(at, max(0, self.currentIndex().column()))
        if self._matrix.fold(at) is not Fold.NO:
            self.folding.emit(at)

    def _fit(self) -> None:
        px = theme().px
        whole = self.width() - 2 * self.frameWidth()
        share = round(whole * _ITEM_SHARE)
        self.item_header.set_width(max(px(_ITEM_NARROWEST), min(px(_ITEM_WIDEST), share)))
        count = self._matrix.columnCount()
        if not count:
            return
        bar = self.verticalScrollBar()
        room = whole - self.item_header.sizeHint().width() - (bar.width() if bar.isVisible() else 0)
        width = max(px(_NARROWEST), min(px(_WIDEST), room // count))
        spare = room - width * count if width > px(_NARROWEST) and width < px(_WIDEST) else 0
        for column in range(count):
            self.setColumnWidth(column, width + (1 if column < spare else 0))

    def _restyle(self) -> None:
        self.item_header.restyle()
        self.party_header.updateGeometry()
        self.updateGeometries()
        self._fit()
        self.viewport().update()


class _Corner(QWidget):
    """What stands above the titles, and above the scroll bar."""

    def __init__(self, view: QTableView, word: str = "") -> None:
        super().__init__(view)
        self._word = word
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word."""
        px = theme().px
        rect = QRectF(self.rect())
        thin = max(1, px(1))
        with painting(self) as painter:
            painter.fillRect(rect, theme().colour("head"))
            base = QRectF(px(16), rect.bottom() - px(28), rect.width() - px(16), px(24))
            words(painter, base, self._word, theme().font("small", 600), "ink2")
            painter.fillRect(
                QRectF(0, rect.height() - thin, rect.width(), thin), theme().colour("line")
            )
