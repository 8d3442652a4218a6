"""A small word with an arrow, which opens the choices."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import RIGHT, focus_ring, painting, plate, width_of, words


class RoleButton(QPushButton):
    """Says the part a party has; pressing it offers the others."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("k", "own")
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the word and the arrow."""
        return QSize(width_of(self.text(), theme().font("small")) + theme().px(28), theme().px(28))

    def minimumSizeHint(self) -> QSize:
        """The word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        px, rect = theme().px, QRectF(self.rect())
        with painting(self) as painter:
            if self.underMouse() or self.isDown():
                plate(painter, rect, 4, fill="hover")
            room = rect.adjusted(0, 0, -px(22), 0)
            words(painter, room, self.text(), theme().font("small"), "ink3", align=RIGHT)
            box = QRectF(rect.right() - px(20), rect.top(), px(16), rect.height())
            paint_glyph(painter, box, "chevron-down", "ink2", size=16)
            if self.hasFocus():
                focus_ring(painter, rect, 4)
