"""Find as you type: the search box and the list of places under it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from prestatie_desktop.domain.search import Hit, SearchIndex, Where
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import words
from prestatie_desktop.ui.widgets.fields import SearchBox
from prestatie_desktop.words.translation import tr

_LIMIT = 60
_HIT = Qt.ItemDataRole.UserRole

_GLYPHS = {
    Where.AGREEMENT: "format-list-numbered",
    Where.COMMITMENT: "home-plus-outline",
    Where.THEME: "format-list-numbered",
    Where.TEXT_PART: "text-box-outline",
    Where.PARTY: "account-group-outline",
    Where.SERIES: "chart-box-outline",
}


class FindBox(SearchBox):
    """Ctrl+F: type words; Down and Enter go to a place, Esc goes back to where you were."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Zoek in het dossier"), key="Ctrl+F", parent=parent)
        self._desk = desk
        self._index = SearchIndex(desk.dossier)
        self._list = _Hits(self)
        self.textEdited.connect(self._look)
        self.asked.connect(self._go_to_current)
        self.left.connect(self._list.hide)
        self._list.itemClicked.connect(self._go_to)
        desk.bridge.committed.connect(self._on_committed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the places while the box keeps the focus."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key())) if event.key() in steps else None
        if step is not None and self._list.isVisible():
            row = (self._list.currentRow() + step) % max(1, self._list.count())
            self._list.setCurrentRow(row)
            return
        super().keyPressEvent(event)

    def hits(self) -> tuple[str, ...]:
        """The names of the places found, as shown."""
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def _look(self, query: str) -> None:
        found = self._index.find(query, _LIMIT)
        self._list.show_hits(found, query, self)

    def _go_to_current(self, _text: str = "") -> None:
        item = self._list.currentItem()
        if item is not None:
            self._go_to(item)

    def _go_to(self, item: QListWidgetItem) -> None:
        hit = item.data(_HIT)
        if not isinstance(hit, Hit):
            return
        self._list.hide()
        if hit.where is Where.PARTY:
            self._desk.room_wanted.emit("parties")
        self._desk.item_wanted.emit(hit.entity_id)

    def _on_committed(self, entry: Entry) -> None:
        for where in entry.refs:
            self._index.forget(where)

    def focusOutEvent(self, event: object) -> None:
        """The list goes when the box is left."""
        self._list.hide()
        super().focusOutEvent(event)  # type: ignore[arg-type]


class _Hits(QListWidget):
    """The places, in a frame of its own under the box."""

    def __init__(self, box: QWidget) -> None:
        super().__init__()
        self._box = box
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Gevonden plaatsen"))
        self.hide()

    def show_hits(self, hits: tuple[Hit, ...], query: str, box: QWidget) -> None:
        """Fill and show under the box; an honest line when nothing was found."""
        window = box.window()
        if self.parent() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        self.clear()
        for hit in hits:
            item = QListWidgetItem(hit.name)
            item.setData(_HIT, hit)
            item.setToolTip(hit.snippet)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, hit.snippet)
            self.addItem(item)
        if not hits and query.strip():
            self.addItem(tr("Niets gevonden voor ‘{words}’").format(words=query.strip()[:60]))
        self.setVisible(self.count() > 0)
        self.setCurrentRow(0)
        self._place()

    def _place(self) -> None:
        px = theme().px
        rows = min(self.count(), 9)
        width = max(px(460), self._box.width())
        at = self._box.mapTo(self.window(), QPoint(0, self._box.height() + px(4)))
        left = min(at.x(), max(0, self.window().width() - width - px(12)))
        self.setGeometry(left, at.y(), width, rows * px(48) + px(4))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep under the box when the window changes size."""
        if self.isVisible() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)


class _HitDelegate(QStyledItemDelegate):
    """Two lines: what it is called, and the piece of text around the words."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(theme().px(300), theme().px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        assert isinstance(index, QModelIndex)
        px, rect = theme().px, QRectF(option.rect)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, theme().colour("select"))
        hit = index.data(_HIT)
        left = rect.adjusted(px(42), px(4), -px(10), -px(4))
        name = str(index.data())
        if not isinstance(hit, Hit):
            words(painter, left, name, theme().font("ui"), "ink2")
            return
        box = QRectF(rect.left() + px(8), rect.top(), px(26), rect.height())
        paint_glyph(painter, box, _GLYPHS[hit.where], "ink3", size=19)
        half = QRectF(left.left(), left.top(), left.width(), left.height() / 2)
        words(painter, half, name, theme().font("ui", 600), "ink")
        half.translate(0, half.height())
        words(painter, half, hit.snippet, theme().font("small"), "ink3")
