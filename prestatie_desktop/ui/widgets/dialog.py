"""Questions that must be answered before one can go on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row, Thing
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
        self.content = Column(gap=10)
        self._buttons = Row(gap=8)
        self._buttons.addStretch(1)
        self._default: Button | None = None
        whole = Column(self, gap=12, margins=(24, 20, 24, 16))
        whole.add(Text(title, "h1", wrap=True), self._explanation)
        whole.addLayout(self.content, 1)
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

    def _restyle(self) -> None:
        self.setMinimumWidth(theme().px(self._width))
