"""Buttons: at most one primary on a screen, links for what is at hand."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import (
    LEFT,
    RIGHT,
    focus_ring,
    painting,
    plate,
    width_of,
    words,
)
from prestatie_desktop.ui.look.tokens import CONTROL, RADIUS_CONTROL

Variant = Literal["normal", "primary", "link", "big", "big_primary"]
_BIG = ("big", "big_primary")
_FILLED = ("primary", "big_primary")


class Button(QPushButton):
    """A button with words and perhaps an icon before them.

    `key` is only shown (in the tooltip, and inside the big ones): the shortcut itself belongs to
    an action of the window, so that it works wherever the focus is.
    """

    def __init__(
        self,
        text: str,
        glyph: str | None = None,
        *,
        variant: Variant = "normal",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._glyph, self._variant, self._key = glyph, variant, key
        self.setProperty("k", "own")
        self.setAutoDefault(False)
        if key:
            self.setToolTip(f"{text.replace('&', '')} ({key})")
        across = QSizePolicy.Policy.Minimum if variant in _BIG else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        if variant == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow(self._restyle)

    def set_glyph(self, glyph: str | None) -> None:
        """Another icon."""
        self._glyph = glyph
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        px = theme().px
        width = width_of(self.text().replace("&", ""), self._font()) + 2 * px(self._padding())
        width += px(self._lead()) if self._glyph else 0
        width += px(22) if self._opens_menu() else 0
        if self._variant in _BIG and self._key:
            width += px(24) + width_of(self._key, theme().font("small"))
        height = {"link": 28, "big": 54, "big_primary": 54}.get(self._variant, CONTROL)
        return QSize(width, px(height))

    def minimumSizeHint(self) -> QSize:
        """Its words are never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The ground answers the pointer."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, words, key and ring."""
        px = theme().px
        room = QRectF(self.rect()).adjusted(px(1), px(1), -px(1), -px(1))
        ink = self._ink()
        with painting(self) as painter:
            self._paint_ground(painter, room)
            wide = self.sizeHint().width() - 2 * px(self._padding())
            spread = self._variant in _BIG or self._variant == "link"
            left = room.left() + px(self._padding() - 1)
            x = left if spread else max(left, room.center().x() - wide / 2)
            if self._glyph:
                size = 22 if self._variant in _BIG else 18
                box = QRectF(x, room.top(), px(size), room.height())
                paint_glyph(painter, box, self._glyph, self._glyph_ink(ink), size=size)
                x += px(self._lead())
            text = QRectF(x, room.top(), room.right() - x, room.height())
            words(painter, text, self.text(), self._font(), ink, align=LEFT, mnemonic=True)
            end = room.adjusted(0, 0, -px(14), 0)
            if self._opens_menu():
                box = QRectF(end.right() - px(14), end.top(), px(18), end.height())
                paint_glyph(painter, box, "chevron-down", ink, size=18)
            elif self._variant in _BIG and self._key:
                quiet = ink if self._variant in _FILLED else "ink3"
                words(painter, end, self._key, theme().font("small"), quiet, align=RIGHT)

    def _paint_ground(self, painter: QPainter, room: QRectF) -> None:
        enabled, pressed = self.isEnabled(), self.isDown() or self.isChecked()
        warm = enabled and (self.underMouse() or pressed)
        focused = self.hasFocus()
        if self._variant in _FILLED:
            # The ring lies around the filled part, which makes room for it: nothing jumps.
            gap = theme().px(4) if focused else 0
            inner = room.adjusted(gap, gap, -gap, -gap)
            fill = theme().colour("accent" if enabled else "sunken")
            if warm:
                fill = fill.darker(115) if pressed else fill.lighter(118)
            plate(painter, inner, RADIUS_CONTROL - (3 if focused else 0), fill=fill)
        elif self._variant == "link":
            if warm:
                plate(painter, room, RADIUS_CONTROL, fill="hover")
        else:
            ground = "hover" if warm else "surface" if enabled else "window"
            plate(painter, room, RADIUS_CONTROL, fill=ground, edge="edge" if enabled else "line")
        if focused:
            focus_ring(painter, QRectF(self.rect()), RADIUS_CONTROL + 1)

    def _opens_menu(self) -> bool:
        return self.menu() is not None

    def _font(self) -> QFont:
        if self._variant in _BIG:
            return theme().font("read", 600)
        return theme().font("ui", 600 if self._variant == "primary" else 400)

    def _padding(self) -> int:
        return {"link": 6, "big": 20, "big_primary": 20}.get(self._variant, 13)

    def _lead(self) -> int:
        return 34 if self._variant in _BIG else 25

    def _ink(self) -> str:
        if not self.isEnabled():
            return "ink3"
        if self._variant in _FILLED:
            return "on_accent"
        return "accent" if self._variant == "link" else "ink"

    def _glyph_ink(self, ink: str) -> str:
        return "ink2" if ink == "ink" else ink

    def _restyle(self) -> None:
        self.setFont(self._font())
        self.updateGeometry()
        self.update()
