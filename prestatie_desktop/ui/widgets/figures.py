"""Figures at a glance: a card with one number, and so many of so many."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import painting, plate
from prestatie_desktop.ui.look.tokens import Tone
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.panel import Card
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text

SegmentState = Literal["done", "stale", "open"]


class StatCard(Card):
    """A name, a large number, and what the number does not say in words under it."""

    def __init__(
        self,
        name: str,
        glyph: str,
        *,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap=1, margins=(16, 10, 14, 11), clickable=clickable, parent=parent)
        self._name = name
        self._figure = Text("", "display")
        self._alert = Pic("alert-outline", "warn", 15)
        self._note = Text("", "small", colour="ink3", wrap=True)
        top, under = Row(gap=8), Row(gap=5)
        top.addWidget(Pic(glyph, "ink3"))
        top.addWidget(Text(name, colour="ink2", elide=True), 1)
        under.addWidget(self._alert)
        under.addWidget(self._note, 1)
        assert isinstance(self.body, Column)
        self.body.addLayout(top)
        self.body.addWidget(self._figure)
        self.body.addLayout(under)
        self._alert.hide()

    def set_figure(self, figure: str, note: str = "", *, tone: Tone = "mute") -> None:
        """Show a number and its reservation; the tone `warn` adds an alert before it."""
        # A word ("onbekend") is longer than a figure.
        self._figure.set_role("display" if figure[-1:].isdigit() else "h1")
        self._figure.set_text(figure)
        self._note.set_text(note)
        plain = tone == "mute"
        self._note.set_colour("ink3" if plain else tone, weight=400 if plain else 600)
        self._alert.setVisible(tone in ("warn", "bad"))
        self.setAccessibleName(f"{self._name}: {figure}" + (f", {note}" if note else ""))


class Segments(QWidget):
    """One little box for each of a few parties: done, on an earlier text, still open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: tuple[SegmentState, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        follow(self.updateGeometry)

    def set_states(self, states: Sequence[SegmentState], spoken: str) -> None:
        """Show these in this order; `spoken` says the same in words."""
        self._states = tuple(states)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Boxes of 26 wide."""
        return QSize(theme().px(30) * max(1, len(self._states)), theme().px(26))

    def minimumSizeHint(self) -> QSize:
        """With many parties the boxes become narrow strips."""
        return QSize(theme().px(8) * max(1, len(self._states)), theme().px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        if not self._states:
            return
        px = theme().px
        step = self.width() / len(self._states)
        gap = min(px(4), step / 4)
        with painting(self) as painter:
            for at, state in enumerate(self._states):
                box = QRectF(at * step, px(2), step - gap, px(22))
                roomy = box.width() >= px(16)
                if state == "done":
                    plate(painter, box, 4, fill="ok")
                    if roomy:
                        paint_glyph(painter, box, "check-bold", "surface", size=14)
                elif state == "stale":
                    plate(painter, box, 4, fill="warn_soft", edge="warn", width=1.3, dashed=True)
                    if roomy:
                        paint_glyph(painter, box, "history", "warn", size=14)
                else:
                    plate(painter, box, 4, edge="edge", width=1.2)
