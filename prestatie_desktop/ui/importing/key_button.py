"""A button over the whole width, with its key at the right."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import RIGHT, focus_ring, painting, plate, width_of, words
from prestatie_desktop.ui.look.tokens import CONTROL, RADIUS_CONTROL
from prestatie_desktop.ui.widgets.button import Button


class KeyButton(Button):
    """Icon and words at the left; the key says how to do it without the mouse."""

    def __init__(self, text: str, glyph: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(text, glyph, key=key, parent=parent)
        self._own_glyph, self._own_key = glyph, key
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        px = theme().px
        text = width_of(self.text(), theme().font("ui"))
        key = width_of(self._own_key, theme().font("small"))
        return QSize(text + key + px(38 + 26), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Its words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        px, on = theme().px, self.isEnabled()
        room = QRectF(self.rect()).adjusted(px(1), px(1), -px(1), -px(1))
        ink = "ink" if on else "ink3"
        warm = on and (self.underMouse() or self.isDown())
        with painting(self) as painter:
            ground = "hover" if warm else "surface" if on else "window"
            plate(painter, room, RADIUS_CONTROL, fill=ground, edge="edge" if on else "line")
            box = QRectF(room.left() + px(10), room.top(), px(18), room.height())
            paint_glyph(painter, box, self._own_glyph, "ink2" if on else "ink3", size=18)
            text = room.adjusted(px(38), 0, 0, 0)
            words(painter, text, self.text(), theme().font("ui"), ink)
            end = room.adjusted(0, 0, -px(12), 0)
            words(painter, end, self._own_key, theme().font("small"), "ink3", align=RIGHT)
            if self.hasFocus():
                focus_ring(painter, QRectF(self.rect()), RADIUS_CONTROL + 1)
