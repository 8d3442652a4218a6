"""Chips that filter: filled means on."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import focus_ring, painting, plate, width_of, words
from prestatie_desktop.ui.look.tokens import CHIP, RADIUS_CHIP
from prestatie_desktop.ui.widgets.layouts import Flow


class FilterChip(QPushButton):
    """One filter, on or off. Listen to `toggled(bool)`, or to `clicked` for a person's hand."""

    def __init__(
        self,
        text: str,
        glyph: str | None = None,
        *,
        on: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._glyph = glyph
        self.setCheckable(True)
        self.setChecked(on)
        self.setProperty("k", "own")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def sizeHint(self) -> QSize:
        """Room for the bold words, so that turning it on moves nothing."""
        px = theme().px
        lead = 24 if self._glyph else 0
        return QSize(width_of(self.text(), theme().font("small", 600)) + px(22 + lead), px(CHIP))

    def minimumSizeHint(self) -> QSize:
        """Its words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        px = theme().px
        on = self.isChecked()
        rect = QRectF(self.rect())
        ink = "accent" if on else "ink2" if self.isEnabled() else "ink3"
        with painting(self) as painter:
            fill = "accent_soft" if on else "hover" if self.underMouse() else None
            plate(painter, rect, RADIUS_CHIP, fill=fill, edge="accent" if on else "line")
            x = rect.left() + px(11)
            if self._glyph:
                box = QRectF(x, rect.top(), px(18), rect.height())
                paint_glyph(painter, box, self._glyph, ink, size=17)
                x += px(24)
            room = QRectF(x, rect.top(), rect.right() - x, rect.height())
            words(painter, room, self.text(), self._font(), ink)
            if self.hasFocus():
                focus_ring(painter, rect, RADIUS_CHIP)

    def _font(self) -> QFont:
        return theme().font("small", 600 if self.isChecked() else 400)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class ChipChoice(QWidget):
    """A line of chips of which one is on; arrows move between them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, gap=6)
        self._group = QButtonGroup(self)
        self._chips: dict[str, FilterChip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.buttonClicked.connect(self._clicked)

    def set_choices(self, choices: list[tuple[str, str, str | None]], current: str) -> None:
        """Show (key, words, icon) for each choice; chips that stay keep their focus."""
        if [key for key, _, _ in choices] != list(self._chips):
            self._rebuild(choices)
        for key, text, _ in choices:
            self._chips[key].setText(text)
            self._chips[key].updateGeometry()
        self.set_current(current)

    def set_current(self, key: str) -> None:
        """Turn another one on, without a signal."""
        if key in self._chips:
            self._chips[key].setChecked(True)

    def current(self) -> str:
        """The key of the one that is on; empty when there is none."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def chip(self, key: str) -> FilterChip:
        """One of the chips."""
        return self._chips[key]

    def _rebuild(self, choices: list[tuple[str, str, str | None]]) -> None:
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {key: FilterChip(text, glyph) for key, text, glyph in choices}
        for chip in self._chips.values():
            self._group.addButton(chip)
            self._flow.addWidget(chip)

    def _clicked(self) -> None:
        self.chosen.emit(self.current())
