"""How a cell of a table looks and is edited."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import (
    LEFT,
    RIGHT,
    elided,
    focus_ring,
    hairline,
    width_of,
    words,
)
from prestatie_desktop.ui.look.tokens import Tone
from prestatie_desktop.ui.widgets.fields import Combo

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)


class CellRole(IntEnum):
    """What a model answers beside Qt's own roles."""

    #: A CellLook, or None for plain text.
    LOOK = int(Qt.ItemDataRole.UserRole) + 1
    #: A list of (key, words) to choose from, or None for free text; EditRole is then the key.
    CHOICES = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLook:
    """How a cell differs from plain text at the left."""

    #: Small and quiet, under the text.
    second: str = ""
    #: Figures stand at the right.
    right: bool = False
    #: Semibold; the first column and totals are so by themselves.
    strong: bool = False
    #: Unknown or nothing: quiet, and never 0.
    soft: bool = False
    #: A row that adds up.
    total: bool = False
    #: An icon before the text.
    glyph: str | None = None
    #: Colours the icon and the second line.
    tone: Tone | None = None
    #: No longer in force.
    struck: bool = False


PLAIN = CellLook()


class CellDelegate(QStyledItemDelegate):
    """Hairlines between rows, a ring round the current cell, a quiet second line."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        look = _look(index)
        text = _text(index)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if look.total or selected:
            painter.fillRect(rect, theme().colour("select" if selected else "head"))
        hairline(painter, rect.bottomLeft(), rect.bottomRight())
        _paint_inside(painter, _inside(rect), text, look, first=index.column() == 0)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(0, 0, -1, -1), 3)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A choice where the model offers one, otherwise a line of raw text."""
        choices = index.data(CellRole.CHOICES)
        if choices:
            combo = Combo(parent)
            combo.set_choices(list(choices), str(index.data(_EDIT) or ""))
            combo.activated.connect(lambda: self._chosen(combo))
            return combo
        editor = QLineEdit(parent)
        editor.setFont(theme().font("ui", 600 if index.column() == 0 else 400))
        look = _look(index)
        editor.setAlignment(RIGHT if look.right else LEFT)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the raw text."""
        if isinstance(editor, Combo):
            editor.setCurrentIndex(max(0, editor.findData(index.data(_EDIT))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the answer to the model."""
        if isinstance(editor, Combo):
            model.setData(index, editor.current_key(), _EDIT)
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Fill the cell, and for a choice at least what its words need."""
        rect = option.rect
        if isinstance(editor, Combo):
            rect.setWidth(max(rect.width(), editor.sizeHint().width()))
            view = editor.parentWidget()
            if view is not None and rect.right() > view.width():
                rect.moveRight(max(view.width(), rect.width()) - 1)
        editor.setGeometry(rect)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show what is cut off, unless the model has something better to say."""
        if event.type() != QEvent.Type.ToolTip or index.data(Qt.ItemDataRole.ToolTipRole):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), cut_off(option, index), view)
        return True

    def displayText(self, value: object, _locale: QLocale | QLocale.Language) -> str:
        """The model's own words; Qt would group digits its own way."""
        return str(value)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave an open list of choices alone."""
        if isinstance(editor, Combo) and event.type() == QEvent.Type.FocusOut:
            view = editor.view()
            if view.isVisible():
                return False
        return super().eventFilter(editor, event)

    def _chosen(self, editor: Combo) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def cut_off(option: QStyleOptionViewItem, index: Index) -> str:
    """The words of a cell that do not fit in it; empty when all fit."""
    look, text = _look(index), _text(index)
    width = _inside(QRectF(option.rect)).width() - (theme().px(24) if look.glyph else 0)
    strong = _is_strong(look, first=index.column() == 0)
    lines = ((text, theme().font("ui", strong)), (look.second, theme().font("small")))
    return "\n".join(line for line, font in lines if elided(line, font, width) != line)


def _paint_inside(
    painter: QPainter, room: QRectF, text: str, look: CellLook, *, first: bool
) -> None:
    px = theme().px
    align = RIGHT if look.right else LEFT
    font = theme().font("ui", _is_strong(look, first=first))
    font.setStrikeOut(look.struck)
    if look.glyph:
        # At the left of a left cell; just before the figures of a right one.
        x = room.right() - width_of(text, font) - px(24) if look.right else room.left()
        box = QRectF(x, room.top(), px(18), room.height())
        paint_glyph(painter, box, look.glyph, look.tone or "ink3", size=17)
        if not look.right:
            room = room.adjusted(px(24), 0, 0, 0)
    ink = "ink3" if look.soft or look.struck else "ink"
    if not look.second:
        words(painter, room, text, font, ink, align=align)
        return
    top = room.center().y() - px(19)
    upper = QRectF(room.left(), top, room.width(), px(20))
    lower = QRectF(room.left(), top + px(19), room.width(), px(18))
    words(painter, upper, text, font, ink, align=align)
    words(painter, lower, look.second, theme().font("small"), look.tone or "ink3", align=align)


def _is_strong(look: CellLook, *, first: bool) -> int:
    return 600 if (first or look.total or look.strong) and not look.soft else 400


def _inside(rect: QRectF) -> QRectF:
    side = theme().px(10)
    return rect.adjusted(side, 0, -side, 0)


def _look(index: Index) -> CellLook:
    look = index.data(CellRole.LOOK)
    return look if isinstance(look, CellLook) else PLAIN


def _text(index: Index) -> str:
    value = index.data(_DISPLAY)
    return "" if value is None else str(value)
