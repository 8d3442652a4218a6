"""The grounds everything stands on."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.paint import focus_ring, hairline, painting, scaled
from prestatie_desktop.ui.look.tokens import RADIUS_CARD
from prestatie_desktop.ui.widgets.layouts import NONE, Column, Margins, Row, Thing

Kind = Literal[
    "card", "chosen", "item", "soft", "side", "left", "bar", "foot", "rail", "drop", "sunken"
]


class Panel(QFrame):
    """A ground with things on it, under each other or (`across`) beside each other."""

    def __init__(
        self,
        kind: Kind,
        *things: Thing,
        across: bool = False,
        gap: int = 8,
        margins: Margins = NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("k", kind)
        layout = Row if across else Column
        self.body: Row | Column = layout(self, gap=gap, margins=margins)
        self.add(*things)

    def add(self, *things: Thing) -> None:
        """Add things in order."""
        self.body.add(*things)

    def set_kind(self, kind: Kind) -> None:
        """Become another ground: an item that is chosen turns into a card."""
        self.setProperty("k", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()


class Card(Panel):
    """A white rounded panel. `clickable` makes it one large button, with Enter and Space.

    `name` is what a screen reader says of it.
    """

    clicked = Signal()

    def __init__(
        self,
        *things: Thing,
        across: bool = False,
        gap: int = 8,
        margins: Margins = (16, 12, 16, 12),
        clickable: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", *things, across=across, gap=gap, margins=margins, parent=parent)
        self.setAccessibleName(name)
        self._clickable = clickable
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press it."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._clickable and event.key() in keys:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press it."""
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and inside and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the ring when the keyboard is here."""
        super().paintEvent(event)
        if self._clickable and self.hasFocus():
            with painting(self) as painter:
                focus_ring(painter, QRectF(self.rect()), RADIUS_CARD)


class Rule(QWidget):
    """A hairline between things."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._upright = upright
        follow(self._restyle)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        rect = QRectF(self.rect())
        with painting(self) as painter:
            end = rect.bottomLeft() if self._upright else rect.topRight()
            hairline(painter, rect.topLeft(), end)

    def _restyle(self) -> None:
        width = max(1, scaled(1))
        if self._upright:
            self.setFixedWidth(width)
        else:
            self.setFixedHeight(width)
