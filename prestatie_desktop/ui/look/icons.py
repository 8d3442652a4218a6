"""Icons from the shipped subset of Material Design Icons, drawn in the colours in force."""

import json
from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from prestatie_desktop.paths import resources
from prestatie_desktop.ui.look.paint import CENTRE, colour_of, scaled


@cache
def codepoints() -> dict[str, str]:
    """The character of every icon we ship."""
    text = (resources() / "icons" / "codepoints.json").read_text(encoding="utf-8")
    return {name: chr(int(code, 16)) for name, code in json.loads(text).items()}


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(resources() / "icons" / "icons.ttf"))
    return QFontDatabase.applicationFontFamilies(number)[0]


def paint_glyph(
    painter: QPainter,
    rect: QRectF | QRect,
    name: str,
    colour: str | QColor,
    *,
    size: float | None = None,
) -> None:
    """Draw an icon in the middle of a rectangle.

    `size` is in pixels at 100 % text; without it the icon fills the rectangle.
    """
    box = QRectF(rect)
    font = QFont(_family())
    font.setPixelSize(
        max(1, scaled(size) if size is not None else round(min(box.width(), box.height())))
    )
    painter.save()
    painter.setFont(font)
    painter.setPen(colour_of(colour))
    painter.drawText(box, int(CENTRE), codepoints()[name])
    painter.restore()


def icon(name: str, colour: str = "ink2", size: int = 18) -> QIcon:
    """An icon for actions, menus and lists. It takes its colour anew each time it is drawn."""
    assert name in codepoints(), name
    return QIcon(_Glyph(name, colour, size))


class _Glyph(QIconEngine):
    def __init__(self, name: str, colour: str, size: int) -> None:
        super().__init__()
        self._name, self._colour, self._size = name, colour, size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        disabled = mode == QIcon.Mode.Disabled
        paint_glyph(painter, rect, self._name, "edge" if disabled else self._colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        drawn.setDevicePixelRatio(scale)
        return drawn

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        own = scaled(self._size)
        return size.boundedTo(QSize(own, own)) if size.isValid() else QSize(own, own)

    def clone(self) -> QIconEngine:
        return _Glyph(self._name, self._colour, self._size)
