"""An icon beside words, which say the same: nothing for a screen reader to read."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import painting, plate


class Pic(QWidget):
    """One icon."""

    def __init__(
        self, glyph: str, colour: str = "ink2", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._glyph, self._colour, self._size = glyph, colour, size
        follow(self._restyle)

    def set_glyph(self, glyph: str, colour: str | None = None) -> None:
        """Another icon."""
        self._glyph = glyph
        self._colour = colour or self._colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        with painting(self) as painter:
            paint_glyph(painter, QRectF(self.rect()), self._glyph, self._colour)

    def _restyle(self) -> None:
        size = theme().px(self._size)
        self.setFixedSize(size, size)


class AppMark(QWidget):
    """The program's own sign, a filled square."""

    def __init__(self, size: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        follow(self._restyle)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        with painting(self) as painter:
            rect = QRectF(self.rect())
            plate(painter, rect, self._size * 0.23, fill="accent")
            paint_glyph(painter, rect, "file-sign", "on_accent", size=self._size * 0.66)

    def _restyle(self) -> None:
        size = theme().px(self._size)
        self.setFixedSize(size, size)
