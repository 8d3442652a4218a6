"""What is the matter with what was filled in: said where one is working, not in another window."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.bridge import Bridge
from prestatie_desktop.ui.widgets.fields import Field
from prestatie_desktop.ui.widgets.layouts import Row
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text


class Problem(QWidget):
    """A line with a sign that is only there while something is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text(colour="bad", wrap=True)
        line = Row(self, gap=8)
        line.addWidget(Pic("alert-circle-outline", "bad", 18))
        line.addWidget(self._text, 1)
        self._field: Field | None = None
        self.hide()

    def show_at(self, field: Field | None, sentence: str) -> None:
        """Say it, mark the field and go there."""
        self.clear()
        self._field = field
        self._text.set_text(sentence)
        self.setAccessibleName(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        if field is not None:
            field.set_bad(sentence)
            field.setFocus()
            field.selectAll()

    def clear(self, field: Field | None = None) -> None:
        """It is fine again; with a field only when the problem was there."""
        if field is not None and field is not self._field:
            return
        if self._field is not None:
            self._field.set_bad("")
        self._field = None
        self._text.set_text("")
        self.hide()

    def sentence(self) -> str:
        """What it says; empty when nothing is wrong."""
        return self._text.words()


@contextmanager
def refusals(bridge: Bridge) -> Iterator[list[str]]:
    """Hear why something is refused while it is tried."""
    heard: list[str] = []

    def hear(sentence: str) -> None:
        heard.append(sentence)

    bridge.refused.connect(hear)
    try:
        yield heard
    finally:
        bridge.refused.disconnect(hear)
