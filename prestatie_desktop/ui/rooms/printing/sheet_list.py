"""The list at the left of the print room: a small picture of each document and its state."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.marks import paint_sign
from prestatie_desktop.ui.look.paint import focus_ring, plate, words
from prestatie_desktop.ui.rooms.printing.listing import Listed, key_of
from prestatie_desktop.words.translation import tr

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 92
PICTURE_WIDTH, PICTURE_HEIGHT = 55, 78
_LISTED = Qt.ItemDataRole.UserRole
_PICTURE = Qt.ItemDataRole.UserRole + 1


class SheetModel(QAbstractListModel):
    """Documents with, once they are known, their first page and number of pages."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Listed] = []
        self._pages: dict[str, int] = {}
        self._pictures: dict[str, QImage] = {}

    def show(self, rows: Sequence[Listed]) -> None:
        """Show other documents; the pictures of those that stay are kept."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_pages(self, key: str, count: int) -> None:
        """A document has this many pages."""
        self._pages[key] = count
        self._tell(key)

    def set_picture(self, key: str, picture: QImage) -> None:
        """What the first page looks like."""
        self._pictures[key] = picture
        self._tell(key)

    def pages(self, key: str) -> int | None:
        """How many pages a document has, or None while nobody knows."""
        return self._pages.get(key)

    def forget(self) -> None:
        """No page count is true any more."""
        self._pages.clear()

    def listed(self, row: int) -> Listed | None:
        """The document in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """Where a document stands; -1 when it is not there."""
        return next((at for at, one in enumerate(self._rows) if key_of(one) == key), -1)

    def rowCount(self, _parent: Index | None = None) -> int:
        """How many documents."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says."""
        one = self.listed(index.row())
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (one.title, self.subtitle(one), one.sign.word)
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.title
        if role == _LISTED:
            return one
        return self._pictures.get(key_of(one)) if role == _PICTURE else None

    def subtitle(self, one: Listed) -> str:
        """2 bladzijden, 11 partijen."""
        count = self.pages(key_of(one))
        return ", ".join(part for part in (page_words(count), one.more) if part)

    def _tell(self, key: str) -> None:
        at = self.index(self.row_of(key))
        self.dataChanged.emit(at, at)


def page_words(count: int | None) -> str:
    """1 bladzijde, 4 bladzijden."""
    if count is None:
        return ""
    return tr("1 bladzijde") if count == 1 else tr("{count} bladzijden").format(count=count)


class SheetList(QListView):
    """The documents under each other; `chosen` gives the key of the one in view."""

    chosen = Signal(str)

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = _Delegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setProperty("k", "bare")
        self.setAccessibleName(tr("Documenten om af te drukken"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current)
        follow(self.doItemsLayout)

    def set_pictures_shown(self, shown: bool) -> None:
        """Without pictures the rows fit a narrow window."""
        if self._delegate.with_pictures != shown:
            self._delegate.with_pictures = shown
            self.doItemsLayout()

    def choose(self, key: str) -> None:
        """Bring a document in view; the first one when it is not there."""
        row = max(0, self._model.row_of(key))
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(row))

    def current_key(self) -> str:
        """The document in view; "" for none."""
        one = self._model.listed(self.currentIndex().row())
        return key_of(one) if one else ""

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if (one := self._model.listed(current.row())) is not None:
            self.chosen.emit(key_of(one))


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: SheetModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.with_pictures = True

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are as high as a picture needs."""
        return QSize(theme().px(120), theme().px(ROW_HEIGHT if self.with_pictures else 78))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Picture, name, pages and state."""
        px = theme().px
        rect = QRectF(option.rect).adjusted(px(7), px(2), -px(7), -px(2))
        one = index.data(_LISTED)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            plate(painter, rect, 8, fill="select", edge="accent")
        elif state & QStyle.StateFlag.State_MouseOver:
            plate(painter, rect, 8, fill="hover")
        if state & QStyle.StateFlag.State_HasFocus and chosen:
            focus_ring(painter, rect, 8)
        text = rect.adjusted(px(10), px(8), -px(6), -px(8))
        if self.with_pictures:
            picture = QRectF(text.left(), rect.top(), px(PICTURE_WIDTH), px(PICTURE_HEIGHT))
            picture.moveTop(rect.center().y() - picture.height() / 2)
            _paint_picture(painter, picture, index.data(_PICTURE))
            text.setLeft(picture.right() + px(12))
        line = text.height() / 3
        top = QRectF(text.left(), text.top(), text.width(), line)
        words(painter, top, one.title, theme().font("ui", 600), "ink")
        second = top.translated(0, line)
        words(painter, second, self._model.subtitle(one), theme().font("ui"), "ink3")
        _paint_sign(painter, QRectF(text.left(), text.top() + 2 * line, text.width(), line), one)
        painter.restore()


def _paint_picture(painter: QPainter, rect: QRectF, picture: QImage | None) -> None:
    painter.fillRect(rect, theme().colour("paper"))
    if picture is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, picture)
    plate(painter, rect.adjusted(-0.5, -0.5, 0.5, 0.5), 2, edge="edge")


def _paint_sign(painter: QPainter, rect: QRectF, one: Listed) -> None:
    px = theme().px
    sign = one.sign
    mark = QRectF(rect.left(), rect.top(), px(20), rect.height())
    if sign.mark == "glyph":
        paint_glyph(painter, mark, sign.glyph, sign.tone, size=18)
    else:
        paint_sign(painter, mark, sign.mark)
    text = rect.adjusted(px(26), 0, 0, 0)
    weight = 400 if sign.tone == "mute" else 600
    colour = "ink2" if sign.tone == "mute" else sign.tone
    words(painter, text, sign.word, theme().font("ui", weight), colour)
