"""A field whose text goes into the dossier after a pause, and says where it was refused."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from prestatie_desktop.ui.bridge import Bridge
from prestatie_desktop.ui.dialogs.problem import refusals
from prestatie_desktop.ui.typing_pause import TypingPause
from prestatie_desktop.ui.widgets.fields import Field


class TypedField(QObject):
    """Between a field and the dossier.

    `write` changes the dossier. What was refused stays in the field, marked with the reason,
    until something else is typed or another party is shown.
    """

    def __init__(
        self,
        field: Field | QPlainTextEdit,
        bridge: Bridge,
        write: Callable[[str], object],
    ) -> None:
        super().__init__(field)
        self._field, self._bridge, self._write = field, bridge, write
        self._stored = ""
        self._refused = False
        self._showing = False
        self._pause = TypingPause(self)
        self._pause.due.connect(self._commit)
        field.textChanged.connect(self._on_typed)
        field.installEventFilter(self)
        bridge.flushing.connect(self._pause.flush)

    def show(self, text: str, *, anew: bool = False) -> None:
        """Show what is stored; `anew` when it is of another party.

        The caret stays where it is when that is shown already, and nothing being typed is lost.
        """
        self._stored = text
        if anew:
            self._pause.cancel()
            self._mark("")
        if self._pause.waiting or self._refused or text == self._text():
            return
        self._showing = True
        if isinstance(self._field, QLineEdit):
            at = self._field.cursorPosition()
            self._field.setText(text)
            self._field.setCursorPosition(0 if anew else min(at, len(text)))
        else:
            self._field.setPlainText(text)
        self._showing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is left is written."""
        if event.type() == QEvent.Type.FocusOut:
            self._pause.flush()
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        if not self._showing:
            self._mark("")
            self._pause.keystroke()

    def _commit(self) -> None:
        text = self._text()
        if text == self._stored:
            return
        with refusals(self._bridge) as heard:
            done = self._write(text)
        if heard:
            self._mark(heard[0])
        elif done is None:
            # Nothing changed: only spaces were typed, or signatures were to be kept.
            self.show(self._stored)

    def _mark(self, reason: str) -> None:
        if self._refused or reason:
            self._refused = bool(reason)
            if reason:
                self._bridge.unsaved.add(self)
            else:
                self._bridge.unsaved.discard(self)
            if isinstance(self._field, Field):
                self._field.set_bad(reason)

    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
