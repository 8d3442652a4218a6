"""A short word about what just happened, with the way back."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.paint import CENTRE, painting, plate, width_of, words
from prestatie_desktop.ui.look.tokens import RADIUS_CONTROL
from prestatie_desktop.ui.widgets.layouts import Row
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

SHOWN_FOR = 8_000


class Toast(QWidget):
    """Stands at the bottom in the middle of its parent for 8 s, longer while one points at it.

    Never the only trace of what it tells. `acted` comes when its link is pressed.
    """

    acted = Signal()
    gone = Signal()

    def __init__(self, parent: QWidget, *, above_bottom: int = 44) -> None:
        """`above_bottom` keeps the parent's lowest strip free (pixels at 100 %)."""
        super().__init__(parent)
        self._above = above_bottom
        self._left = SHOWN_FOR
        self._pic = Pic("check", "on_toast")
        self._text = Text("", colour="on_toast", elide=True)
        self._link = _Link(self)
        self._key = Text("", "small", colour="on_toast")
        Row(self, gap=12, margins=(16, 8, 16, 8)).add(self._pic, self._text, self._link, self._key)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.dismiss)
        self._link.clicked.connect(self._act)
        self._link.installEventFilter(self)
        parent.installEventFilter(self)
        follow(self._place)
        self.hide()

    def say(
        self,
        text: str,
        *,
        action: str | None = None,
        key: str = "Ctrl+Z",
        glyph: str = "check",
    ) -> None:
        """Tell something; the link is "Ongedaan maken" unless `action` says otherwise.

        An empty `action` leaves the link out.
        """
        link = tr("Ongedaan maken") if action is None else action
        self._pic.set_glyph(glyph)
        self._text.set_text(text)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._key.set_text(key)
        self._key.setVisible(bool(link and key))
        self._left = SHOWN_FOR
        self.show()
        self.raise_()
        self._place()
        self._timer.start(SHOWN_FOR)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._spoken()))

    def dismiss(self) -> None:
        """Go away."""
        if self.isVisible():
            self._timer.stop()
            self.hide()
            self.gone.emit()

    def remaining(self) -> int:
        """Milliseconds it will still stand there if nobody points at it."""
        return self._timer.remainingTime() if self._timer.isActive() else self._left

    def is_paused(self) -> bool:
        """Whether it waits for the pointer or the focus to leave."""
        return self.isVisible() and not self._timer.isActive()

    def link(self) -> QPushButton:
        """The link that undoes."""
        return self._link

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while one points at it."""
        self._pause()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on."""
        self._resume()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size and the link's focus."""
        kind = event.type()
        if watched is self._link and kind == QEvent.Type.FocusIn:
            self._pause()
        elif watched is self._link and kind == QEvent.Type.FocusOut:
            self._resume()
        elif watched is self.parent() and kind == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        with painting(self) as painter:
            plate(painter, QRectF(self.rect()), RADIUS_CONTROL, fill="toast")

    def _pause(self) -> None:
        if self._timer.isActive():
            self._left = self._timer.remainingTime()
            self._timer.stop()

    def _resume(self) -> None:
        if self.is_paused() and not self._link.hasFocus() and not self.underMouse():
            # Long enough to come back when the pointer slipped off.
            self._timer.start(max(self._left, 1_000))

    def _act(self) -> None:
        self.dismiss()
        self.acted.emit()

    def _spoken(self) -> str:
        parts = [self._text.words(), self._link.text(), self._key.words()]
        return ". ".join(part for part in parts if part)

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        room = parent.width() - theme().px(32)
        size = self.sizeHint().boundedTo(QSize(max(room, 0), 1 << 16))
        self.resize(size)
        x = (parent.width() - size.width()) // 2
        self.move(x, parent.height() - size.height() - theme().px(self._above))


class _Link(QPushButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("k", "own")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(width_of(self.text(), theme().font("ui", 600)) + px(12), px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        font = theme().font("ui", 600)
        font.setUnderline(self.underMouse())
        with painting(self) as painter:
            words(painter, rect, self.text(), font, "toast_link", align=CENTRE)
            if self.hasFocus():
                plate(painter, rect, 4, edge="toast_link", width=2)
