"""Who does what and who signed, as a shape: readable in grey, small, and from three metres.

Roles are lettered squares. For signing the shape says how, a filled shape says done.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import CENTRE, colour_of, plate, words
from prestatie_desktop.ui.look.states import ROLE_LETTER, RoleMark, SignState


def paint_role(painter: QPainter, rect: QRectF, role: RoleMark) -> None:
    """T filled, B outlined, ? dashed, as a square in the middle of the rectangle."""
    side = min(rect.width(), rect.height(), theme().px(19))
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    ink = "warn" if role == "unknown_lead" else "accent"
    fill = "accent" if role == "lead" else None
    painter.save()
    plate(painter, box, 4, fill=fill, edge=ink, width=1.4, dashed=role == "unknown_lead")
    letter = "on_accent" if role == "lead" else ink
    words(painter, box, ROLE_LETTER[role], theme().font("small", 700), letter, align=CENTRE)
    painter.restore()


def paint_sign(painter: QPainter, rect: QRectF, state: SignState) -> None:
    """Draw a signing state in the middle of a rectangle of at least 18 by 18."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _SHAPES[state](painter, rect)
    painter.restore()


def _signs(painter: QPainter, rect: QRectF) -> None:
    radius = theme().px(8) - theme().scale * 0.85
    painter.setPen(QPen(colour_of("ink2"), 1.7 * theme().scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.center(), radius, radius)


def _signed(painter: QPainter, rect: QRectF) -> None:
    radius = 8.4 * theme().scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of("ok"))
    painter.drawEllipse(rect.center(), radius, radius)
    paint_glyph(painter, rect, "check-bold", "surface", size=11)


def _reservation(painter: QPainter, rect: QRectF) -> None:
    _diamond(painter, rect, filled=False)


def _signed_reservation(painter: QPainter, rect: QRectF) -> None:
    _diamond(painter, rect, filled=True)


def _diamond(painter: QPainter, rect: QRectF, *, filled: bool) -> None:
    reach = 10 * theme().scale
    middle = rect.center()
    painter.setPen(QPen(colour_of("warn"), 1.4 * theme().scale))
    painter.setBrush(colour_of("warn" if filled else "surface"))
    painter.drawPolygon(
        QPolygonF(
            [
                middle + QPointF(0, -reach),
                middle + QPointF(reach, 0),
                middle + QPointF(0, reach),
                middle + QPointF(-reach, 0),
            ]
        )
    )
    letter = "surface" if filled else "warn"
    words(painter, rect, "V", theme().font("small", 700), letter, align=CENTRE)


def _stale(painter: QPainter, rect: QRectF) -> None:
    side = theme().px(20)
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    plate(painter, box, 5, fill="warn_soft", edge="warn", width=1.3, dashed=True)
    paint_glyph(painter, box, "history", "warn", size=14)


def _not(painter: QPainter, rect: QRectF) -> None:
    paint_glyph(painter, rect, "minus", "ink3", size=15)


_SHAPES: Final[dict[SignState, Callable[[QPainter, QRectF], None]]] = {
    "signs": _signs,
    "reservation": _reservation,
    "not": _not,
    "signed": _signed,
    "signed_reservation": _signed_reservation,
    "stale": _stale,
}
