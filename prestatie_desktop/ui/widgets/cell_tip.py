"""A word under the cell that is being edited: how what is typed will be read."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.paint import painting, plate
from prestatie_desktop.ui.widgets.layouts import Row
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr


class CellTip(QWidget):
    """Dark, small, never in the way of the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = Text("", "small", colour="on_toast", weight=600)
        keys = Text(tr("Enter bewaart  ·  Esc herstelt"), "small", colour="on_toast")
        pic = Pic("text-search", "on_toast", 15)
        Row(self, gap=8, margins=(10, 5, 10, 5)).add(pic, self._text, keys)
        self.hide()

    def show_under(self, cell: QRect, text: str) -> None:
        """Say `text` under a cell (in the parent's coordinates), or above where it would not fit."""
        self._text.set_text(text)
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        gap = theme().px(5)
        below = cell.bottom() + gap
        fits = below + self.height() <= parent.height()
        y = below if fits else cell.top() - gap - self.height()
        x = max(0, min(cell.left(), parent.width() - self.width()))
        self.move(x, y)
        self.show()
        self.raise_()

    def words(self) -> str:
        """What it says."""
        return self._text.words()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        with painting(self) as painter:
            plate(painter, QRectF(self.rect()), 6, fill="toast")
