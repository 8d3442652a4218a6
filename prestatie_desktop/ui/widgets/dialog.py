"""Questions that must be answered before one can go on."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row, Thing
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Rule
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr


class Dialog(QDialog):
    """A title, an explanation, the content, and a row of buttons.

    Enter presses the default button, Esc cancels. Buttons name what they do, never "OK".
    """

    def __init__(
        self,
        title: str,
        explanation: str = "",
        *,
        width: int = 520,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.setWindowTitle(title)
        self._explanation = Text(explanation, colour="ink2", wrap=True)
        if not explanation:
            self._explanation.hide()
        self.setAccessibleDescription(explanation)
        inside = _Inside()
        self.content = Column(inside, gap=10)
        self._inside, self._page = inside, Page(inside)
        self._buttons = Row(gap=8)
        self._buttons.addStretch(1)
        self._default: Button | None = None
        whole = Column(self, gap=12, margins=(24, 20, 24, 16))
        whole.add(Text(title, "h1", wrap=True), self._explanation)
        whole.addWidget(self._page, 1)
        whole.add(4, Rule(), self._buttons)
        follow(self._restyle)

    def add(self, *things: Thing) -> None:
        """Add content."""
        self.content.add(*things)

    def add_button(
        self, text: str, glyph: str | None = None, *, default: bool = False, accepts: bool = True
    ) -> Button:
        """Add an answer; the default one is filled and is what Enter does.

        `accepts=False` leaves closing the dialog to whoever listens to `clicked`.
        """
        button = Button(text, glyph, variant="primary" if default else "normal")
        if accepts:
            button.clicked.connect(self.accept)
        if default:
            self._default = button
            button.setDefault(True)
        self._buttons.addWidget(button)
        return button

    def add_cancel(self, text: str = "") -> Button:
        """Add the way out, which Esc takes as well."""
        button = Button(text or tr("Annuleren"))
        button.clicked.connect(self.reject)
        self._buttons.addWidget(button)
        return button

    def add_quiet(self, text: str, glyph: str | None = None) -> Button:
        """Add a link at the far left of the buttons, for what is beside the question."""
        button = Button(text, glyph, variant="link")
        self._buttons.insertWidget(0, button)
        return button

    def default_button(self) -> Button | None:
        """What Enter presses."""
        return self._default

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on another button presses that one; anywhere else, the default."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            pressed = focused if isinstance(focused, Button) else self._default
            if pressed is not None and pressed.isEnabled():
                pressed.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its content, or as the screen: then the content scrolls."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self._fitting())
        elif not self._screen().isEmpty():
            self.resize(self.size().boundedTo(self._screen()))
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Grow with the content."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            height = self._fitting().height()
            if height > self.height():
                self.resize(self.width(), height)
        return done

    def _fitting(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        width = max(self.minimumWidth(), layout.totalSizeHint().width(), self._shown_width())
        width = min(width, self._screen().width())
        sides = layout.contentsMargins()
        room = width - sides.left() - sides.right()
        content = self.content
        needed = content.totalSizeHint().height()
        if content.hasHeightForWidth():
            needed = content.totalHeightForWidth(room)
        around = layout.totalSizeHint().height()
        if layout.hasHeightForWidth():
            around = layout.totalHeightForWidth(width)
        around -= self._page.sizeHint().height()
        return QSize(width, min(around + needed, self._screen().height()))

    def _shown_width(self) -> int:
        return self.width() if self.isVisible() else 0

    def _screen(self) -> QSize:
        return self.screen().availableSize() - QSize(24, 48)

    def _restyle(self) -> None:
        self.setMinimumWidth(min(theme().px(self._width), self._screen().width()))


class _Inside(QWidget):
    """What is in a dialog: tables and boxes give way before all of it scrolls."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1
