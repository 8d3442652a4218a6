"""What the shapes of the matrix mean."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.marks import paint_role
from prestatie_desktop.ui.look.states import ROLE_WORD, SIGN_WORD, RoleMark
from prestatie_desktop.ui.widgets.badge import Badge, SignMark
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.layouts import flow
from prestatie_desktop.words.translation import tr


def legend() -> QWidget:
    """All shapes with their words, on as many lines as they need."""
    return flow(*_badges(), gap=12, line_gap=0)


class LegendDialog(Dialog):
    """The same under each other, where the screen has no room for it all the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Legenda"), width=360, parent=parent)
        self.add(*_badges())
        self.add_button(tr("Sluiten"), default=True)


def _badges() -> Iterator[QWidget]:
    for role, word in ROLE_WORD.items():
        yield Badge(tr(word), mark=partial(_role, role), mark_width=19, colour="ink2", role="small")
    for state in SIGN_WORD:
        yield SignMark(state, small=True)
    pin = partial(_glyph, "pin-outline")
    yield Badge(tr("Eigen regel"), mark=pin, mark_width=18, colour="ink2", role="small")


def _role(role: RoleMark, painter: QPainter, rect: QRectF) -> None:
    paint_role(painter, rect, role)


def _glyph(name: str, painter: QPainter, rect: QRectF) -> None:
    paint_glyph(painter, rect, name, "ink3", size=17)
