"""Cells in which one chooses: an arrow says so, and the list opens at once."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import focus_ring, hairline
from prestatie_desktop.ui.widgets.cells import CellDelegate, CellRole
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.table import Table

_Index = QModelIndex | QPersistentModelIndex
_ARROW = 26


class ChoiceDelegate(CellDelegate):
    """As any cell, with an arrow at the right where there is something to choose."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the cell, and the arrow in the room it leaves."""
        if not index.data(CellRole.CHOICES):
            super().paint(painter, option, index)
            return
        rect = QRectF(option.rect)
        words = QStyleOptionViewItem(option)
        words.rect = option.rect.adjusted(0, 0, -theme().px(_ARROW), 0)
        words.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, words, index)
        end = QRectF(words.rect.right() + 1, rect.top(), theme().px(_ARROW), rect.height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(end, theme().colour("select"))
        hairline(painter, end.bottomLeft(), end.bottomRight())
        paint_glyph(painter, end.adjusted(0, 0, -theme().px(6), 0), "chevron-down", "ink3", size=17)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(0, 0, -1, -1), 3)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Open the list of choices."""
        super().setEditorData(editor, index)
        if isinstance(editor, Combo) and not editor.property("opened"):
            editor.setProperty("opened", True)
            QTimer.singleShot(0, editor, editor.showPopup)


def choose_on_click(table: Table, column: int) -> None:
    """A click or Enter on a cell with choices opens them; Enter elsewhere those of `column`."""
    table.setItemDelegate(ChoiceDelegate(table))

    def clicked(index: QModelIndex) -> None:
        if index.data(CellRole.CHOICES):
            table.edit(index)

    def opened(index: QModelIndex) -> None:
        there = index.siblingAtColumn(column)
        if there.data(CellRole.CHOICES):
            table.setCurrentIndex(there)
            table.edit(there)

    table.clicked.connect(clicked)
    table.opened.connect(opened)
