"""The few strokes every painted widget is made of, in token colours and 100 % pixels."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.tokens import FOCUS_WIDTH

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def colour_of(name: str | QColor) -> QColor:
    """A token's colour, or a colour as it is."""
    return name if isinstance(name, QColor) else theme().colour(name)


def scaled(size: float) -> int:
    """Pixels at 100 % brought to the text scale in force."""
    return theme().px(size)


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """A painter on a widget that is ended whatever happens."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def plate(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: str | QColor | None = None,
    edge: str | QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rectangle with rounded corners, filled, outlined or both; its outline lies inside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = 0.0
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        stroke = max(1.0, scaled(width * 10) / 10)
        pen = QPen(colour_of(edge), stroke)
        if dashed:
            pen.setDashPattern([2.4, 2.0])
        painter.setPen(pen)
        inset = stroke / 2
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(colour_of(fill))
    inside = rect.adjusted(inset, inset, -inset, -inset)
    round_ = max(0.0, scaled(radius) - inset)
    painter.drawRoundedRect(inside, round_, round_)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The two pixels that say where the keyboard is."""
    plate(painter, rect, radius, edge="focus", width=FOCUS_WIDTH)


def hairline(painter: QPainter, start: QPointF, end: QPointF, colour: str = "line") -> None:
    """A line as thin as the screen can show."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(colour_of(colour), max(1, int(scaled(100) / 100))))
    painter.drawLine(start, end)
    painter.restore()


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: str | QColor,
    *,
    align: Qt.AlignmentFlag = LEFT,
    mnemonic: bool = False,
) -> bool:
    """One line of text, elided to fit; True when something was cut off."""
    painter.setFont(font)
    painter.setPen(colour_of(colour))
    if mnemonic:
        painter.drawText(rect, int(align) | int(Qt.TextFlag.TextShowMnemonic), text)
        return False
    shown = elided(text, font, rect.width())
    painter.drawText(rect, int(align), shown)
    return shown != text


def elided(text: str, font: QFont, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than the room for it."""
    # A pixel of grace: metrics are rounded, and an ellipsis for half a pixel is a pity.
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)


def width_of(text: str, font: QFont) -> int:
    """Whole pixels a line of text needs."""
    return int(QFontMetricsF(font).horizontalAdvance(text)) + 1
