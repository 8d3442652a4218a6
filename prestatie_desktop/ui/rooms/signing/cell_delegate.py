"""How a cell of the matrix is painted: a slot for the role, a slot for the signing."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.marks import paint_role, paint_sign
from prestatie_desktop.ui.look.paint import CENTRE, focus_ring, plate, words
from prestatie_desktop.ui.look.states import RoleMark, SignState
from prestatie_desktop.ui.rooms.signing.cells import Cell
from prestatie_desktop.ui.rooms.signing.matrix_model import MatrixModel
from prestatie_desktop.ui.rooms.signing.rows import RowKind

Index = QModelIndex | QPersistentModelIndex
_SLOT = 24


class CellDelegate(QStyledItemDelegate):
    """Marks come from a small stock of pictures: a screen holds hundreds of the same few."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._stock: dict[tuple[str, str, float], QPixmap] = {}
        theme().changed.connect(self._stock.clear)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        model = self._view.model()
        assert isinstance(model, MatrixModel)
        rect = QRectF(option.rect)
        at, column = index.row(), index.column()
        row = model.rows[at]
        current = self._view.currentIndex()
        here = current.row() == at and current.column() == column
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = self._ground(row.kind, at, column, current, selected=selected and not here)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        line = theme().colour("line")
        thin = max(1, theme().px(1))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - thin, rect.width(), thin), line)
        if row.kind is not RowKind.THEME and _starts_group(model, column):
            painter.fillRect(QRectF(rect.left(), rect.top(), thin, rect.height()), line)
        self._paint_cell(painter, rect, model.cell(at, column))
        if here:
            if self._view.hasFocus():
                focus_ring(painter, rect.adjusted(1, 1, -1, -2), 4)
            else:
                plate(painter, rect.adjusted(1, 1, -1, -2), 4, edge="edge", width=1.5)

    def _ground(
        self, kind: RowKind, at: int, column: int, current: QModelIndex, *, selected: bool
    ) -> QColor | None:
        if selected:
            return theme().colour("accent_soft")
        if kind is RowKind.THEME:
            return theme().colour("head")
        if current.isValid() and (current.row() == at or current.column() == column):
            return theme().colour("select")
        return None

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        px = theme().px
        middle = rect.center()
        slot = px(_SLOT)
        if cell.role is not None:
            self._put(painter, "role", cell.role.value, middle.x() - px(3) - slot, middle.y())
        if cell.mark is not None:
            self._put(painter, "sign", cell.mark, middle.x() + px(3), middle.y())
        elif cell.share:
            room = QRectF(middle.x() - px(4), rect.top(), rect.right() - middle.x(), rect.height())
            words(painter, room, cell.share, theme().font("small"), "ink2", align=CENTRE)

    def _put(self, painter: QPainter, sort: str, name: str, x: float, y: float) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF()
        key = (sort, name, ratio)
        picture = self._stock.get(key)
        if picture is None:
            picture = self._stock[key] = _picture(sort, name, ratio)
        painter.drawPixmap(round(x), round(y - theme().px(_SLOT) / 2), picture)


def _picture(sort: str, name: str, ratio: float) -> QPixmap:
    side = theme().px(_SLOT)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(0, 0, side, side)
    if sort == "role":
        role: RoleMark = name  # type: ignore[assignment]
        paint_role(painter, room, role)
    else:
        mark: SignState = name  # type: ignore[assignment]
        paint_sign(painter, room, mark)
    painter.end()
    return picture


def _starts_group(model: MatrixModel, column: int) -> bool:
    parties = model.parties
    return column == 0 or parties[column].kind is not parties[column - 1].kind
