"""The first column of the matrix, which stays while one scrolls sideways: number and title."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QToolTip

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import LEFT, elided, width_of, words
from prestatie_desktop.ui.look.tokens import ROW
from prestatie_desktop.ui.rooms.signing.heads import RowHead
from prestatie_desktop.ui.rooms.signing.matrix_model import Fold, MatrixModel
from prestatie_desktop.ui.rooms.signing.rows import RowKind
from prestatie_desktop.words.translation import tr


class ItemHeader(QHeaderView):
    """A press on a theme or table folds it; on an item it chooses the item."""

    pressed = Signal(int)

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._width = 300
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(10)
        self.setAccessibleName(tr("Afspraken en projecten"))

    def restyle(self) -> None:
        """Take over the scale in force."""
        self.setDefaultSectionSize(theme().px(ROW))

    def set_width(self, width: int) -> None:
        """Room for the titles, in pixels."""
        if width != self._width:
            self._width = width
            self.geometriesChanged.emit()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as it was given."""
        return QSize(self._width, 100)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which row was pressed."""
        at = self.logicalIndexAt(event.position().toPoint())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(at)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip: rules of the row, and the title when it was cut off."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.logicalIndexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(at) if at >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one row's head."""
        model = self._model()
        row = model.row_at(logical)
        if row is None:
            return
        head, room = model.head(logical), QRectF(rect)
        thin = max(1, theme().px(1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme().colour(self._ground(row.kind, logical)))
        line = theme().colour("line")
        painter.fillRect(QRectF(room.left(), room.bottom() - thin, room.width(), thin), line)
        if row.kind is RowKind.THEME:
            self._paint_theme(painter, room, head)
        else:
            self._paint_row(painter, room, head, model.fold(logical))
        painter.restore()

    def _ground(self, kind: RowKind, at: int) -> str:
        if kind is RowKind.THEME:
            return "head"
        return "select" if self._view.currentIndex().row() == at else "surface"

    def title_left(self) -> int:
        """Where the title of a theme begins; the view paints what does not fit here."""
        return theme().px(42)

    def _paint_theme(self, painter: QPainter, room: QRectF, head: RowHead) -> None:
        px = theme().px
        font = theme().font("ui", 600)
        x = room.left() + px(16)
        number = QRectF(x, room.top(), px(26), room.height())
        words(painter, number, head.number, font, "ink")
        painter.setFont(font)
        painter.setPen(theme().colour("ink"))
        painter.setClipRect(room)
        title = QRectF(room.left() + self.title_left(), room.top(), 4000, room.height())
        painter.drawText(title, int(LEFT), head.title)

    def _paint_row(self, painter: QPainter, room: QRectF, head: RowHead, fold: Fold) -> None:
        px = theme().px
        strong = theme().font("ui", 600)
        strong.setStrikeOut(head.struck)
        ink = "ink3" if head.struck else "ink"
        x = room.left() + px(16)
        if head.nested:
            x += px(58)
        else:
            words(painter, QRectF(x, room.top(), px(56), room.height()), head.number, strong,
                  "ink3" if head.struck else "ink2")  # fmt: skip
            x += px(58)
        end = room.right() - px(8)
        if fold is not Fold.NO:
            self._paint_chevron(painter, room, fold)
            end = room.right() - px(30)
        elif head.glyph:
            self._paint_glyph(painter, room, head.glyph)
            end = room.right() - px(30)
        font = theme().font("ui")
        title = head.title
        if fold is not Fold.NO and head.second:
            title = f"{head.title}, {head.second}"
        shown = elided(title, font, end - x)
        words(painter, QRectF(x, room.top(), end - x, room.height()), shown, font, ink)
        if fold is Fold.NO and head.second:
            after = x + width_of(shown, font) + px(8)
            if end - after > px(40):
                quiet = QRectF(after, room.top(), end - after, room.height())
                words(painter, quiet, head.second, theme().font("small"), "ink3")

    def _paint_chevron(self, painter: QPainter, room: QRectF, fold: Fold) -> None:
        if fold is Fold.NO:
            return
        name = "chevron-right" if fold is Fold.FOLDED else "chevron-down"
        self._paint_glyph(painter, room, name)

    def _paint_glyph(
        self, painter: QPainter, room: QRectF, name: str, *, after: int | None = None
    ) -> None:
        px = theme().px
        x = room.right() - (px(28) if after is None else after)
        paint_glyph(painter, QRectF(x, room.top(), px(20), room.height()), name, "ink3", size=17)

    def _tip(self, at: int) -> str:
        model = self._model()
        if model.row_at(at) is None:
            return ""
        head = model.head(at)
        name = " ".join(filter(None, [head.number, head.title]))
        if head.second:
            name = f"{name}, {head.second}"
        return "\n".join(filter(None, [name, head.tip]))

    def _model(self) -> MatrixModel:
        model = self._view.model()
        assert isinstance(model, MatrixModel)
        return model
