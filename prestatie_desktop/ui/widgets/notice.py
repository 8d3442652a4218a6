"""Something to mind, with what can be done about it; and what an empty place means."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.paint import painting, plate
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row, flow
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text

NoticeTone = Literal["warn", "bad", "ok", "accent"]
_GLYPHS: dict[NoticeTone, str] = {
    "warn": "alert-outline",
    "bad": "alert-octagon-outline",
    "ok": "check-circle-outline",
    "accent": "information-outline",
}


class Notice(QWidget):
    """A banner with a bar at its left: a title, an explanation, at most two actions.

    `acted(int)` gives the number of the action, 0 or 1.
    """

    acted = Signal(int)

    def __init__(
        self,
        tone: NoticeTone,
        title: str,
        explanation: str = "",
        *,
        actions: tuple[str, ...] = (),
        glyph: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        assert len(actions) <= 2, "two actions at most"
        self._tone: NoticeTone = tone
        self._glyph = glyph
        self._pic = Pic(glyph or _GLYPHS[tone], tone, 20)
        self._title = Text(title, weight=600, wrap=True)
        self._explanation = Text(explanation, "small", colour="ink2", wrap=True)
        # Shown before it stands in a layout, a widget would be a window of its own for a moment.
        if not explanation:
            self._explanation.hide()
        if not title:
            self._title.hide()
        text = Column(gap=1)
        text.add(self._title, self._explanation)
        message = Row(gap=10)
        upright = Qt.AlignmentFlag.AlignTop
        message.addWidget(self._pic, 0, Qt.AlignmentFlag.AlignVCenter if title else upright)
        message.addLayout(text, 1)
        self._whole = Row(self, gap=10, margins=(16, 9, 12, 9))
        self._whole.addLayout(message, 1)
        self.buttons: list[Button] = []
        for at, action in enumerate(actions):
            button = Button(action)
            button.clicked.connect(lambda _=False, number=at: self.acted.emit(number))
            self.buttons.append(button)
        if self.buttons:
            self._whole.addWidget(flow(*self.buttons), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(". ".join(part for part in (title, explanation) if part))
        follow(self.update)

    def set_message(self, tone: NoticeTone, title: str, explanation: str = "") -> None:
        """Say something else, with the same actions."""
        self._tone = tone
        self._pic.set_glyph(self._glyph or _GLYPHS[tone], tone)
        self._title.set_text(title)
        self._title.setVisible(bool(title))
        self._explanation.set_text(explanation)
        self._explanation.setVisible(bool(explanation))
        self.setAccessibleName(". ".join(part for part in (title, explanation) if part))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions under the words where beside them leaves too little room."""
        needed = theme().px(260) + sum(button.sizeHint().width() for button in self.buttons)
        beside = QBoxLayout.Direction.LeftToRight
        below = QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(beside if self.width() >= needed else below)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and its bar."""
        rect = QRectF(self.rect())
        bar = QRectF(rect.left(), rect.top(), theme().px(8), rect.height())
        with painting(self) as painter:
            plate(painter, bar, 4, fill=self._tone)
            plate(painter, rect.adjusted(theme().px(4), 0, 0, 0), 4, fill=f"{self._tone}_soft")
            square = QRectF(bar.left() + theme().px(4), bar.top(), theme().px(6), bar.height())
            painter.fillRect(square, theme().colour(f"{self._tone}_soft"))


class EmptyState(QWidget):
    """What it means that there is nothing here, and the one thing to do about it."""

    acted = Signal()

    def __init__(
        self,
        title: str,
        explanation: str = "",
        *,
        action: str = "",
        action_glyph: str | None = "plus",
        key: str = "",
        glyph: str = "text-box-outline",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        whole = Column(self, gap=8, margins=(24, 32, 24, 32))
        whole.addStretch(1)
        whole.addWidget(Pic(glyph, "ink3", 40), 0, middle)
        whole.addWidget(Text(title, "h2", wrap=True, align=Qt.AlignmentFlag.AlignCenter))
        if explanation:
            text = Text(explanation, colour="ink2", wrap=True, align=Qt.AlignmentFlag.AlignCenter)
            whole.addWidget(text)
        self.button: Button | None = None
        if action:
            self.button = Button(action, action_glyph, key=key)
            self.button.clicked.connect(self.acted)
            whole.addSpacing(4)
            whole.addWidget(self.button, 0, middle)
        whole.addStretch(1)
