"""What one types goes into the dossier after a pause, and what changes there comes back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.ui.bridge import Bridge, EditFunction
from prestatie_desktop.ui.dialogs.problem import refusals
from prestatie_desktop.ui.rooms.agreements.rich_editor import RichEditor
from prestatie_desktop.ui.typing_pause import TypingPause


class TextBinding(QObject):
    """An editor for one text of the dossier at a time.

    What is refused (too long, or a signature would lapse) stays in the editor and is kept, also
    when another text is shown in between, until it is taken after all or given up.
    """

    #: Whether the shown text is not in the dossier because it was refused.
    unsaved = Signal(bool)

    def __init__(self, editor: RichEditor, bridge: Bridge, edit: EditFunction) -> None:
        super().__init__(editor)
        self._editor, self._bridge, self._edit = editor, bridge, edit
        self._read: Callable[[Id], str | None] = lambda _: None
        self._target: Id = ""
        self._refused: dict[Id, str] = {}
        self._pause = TypingPause(self)
        self._pause.due.connect(self._commit)
        editor.typed.connect(self._on_typed)
        editor.exited.connect(self.flush)
        editor.undo_wanted.connect(bridge.undo)
        editor.redo_wanted.connect(bridge.redo)
        bridge.flushing.connect(self.flush)

    def bind(self, target: Id, read: Callable[[Id], str | None]) -> None:
        """Show the text of something; `read` gives None when it is gone."""
        if target != self._target:
            self.flush()
            self._target = target
        self._read = read
        self.refresh()

    @property
    def is_unsaved(self) -> bool:
        """Whether what is shown was refused."""
        return self._target in self._refused

    def refresh(self) -> None:
        """Show the text as it is in the dossier, unless something else is being typed."""
        stored = self._read(self._target) if self._target else None
        if stored is None or self._pause.waiting:
            return
        self._editor.show_html(self._refused.get(self._target, stored))
        self.unsaved.emit(self.is_unsaved)

    def flush(self) -> None:
        """Commit what was typed and is waiting."""
        self._pause.flush()

    def give_up(self) -> None:
        """Forget what was refused and show the text of the dossier."""
        self._pause.cancel()
        self._take(self._target)
        self.refresh()

    def _on_typed(self) -> None:
        if self._target:
            self._pause.keystroke()

    def _commit(self) -> None:
        target, html = self._target, self._editor.html()
        stored = self._read(target) if target else None
        if stored is None:
            return
        taken = html == stored or self._bridge.type(self._edit, target, html) is not None
        if taken:
            self._take(target)
        else:
            self._refused[target] = html
            self._bridge.unsaved.add(target)
        if target == self._target:
            self.unsaved.emit(self.is_unsaved)

    def _take(self, target: Id) -> None:
        self._refused.pop(target, None)
        self._bridge.unsaved.discard(target)


class FieldBinding(QObject):
    """A plain field: `write` is called after a pause, when it is left and before other actions.

    What was refused stays in the field until another text is shown there.
    """

    def __init__(
        self,
        field: QLineEdit | QPlainTextEdit,
        bridge: Bridge,
        write: Callable[[str], object],
    ) -> None:
        super().__init__(field)
        self._field, self._bridge, self._write = field, bridge, write
        self._setting = False
        self._pause = TypingPause(self)
        self._pause.due.connect(self._commit)
        field.textChanged.connect(self._on_typed)
        if isinstance(field, QLineEdit):
            field.editingFinished.connect(self.flush)
        bridge.flushing.connect(self.flush)

    def show(self, text: str) -> None:
        """Show the text as it is; the caret stays when it is shown already."""
        shown = self._text()
        # A blank at the end of what is being typed is not kept, but must not vanish either.
        typing = self._field.hasFocus() and text.split() == shown.split()
        if self._pause.waiting or text == shown or typing:
            return
        self._bridge.unsaved.discard(self)
        self._setting = True
        try:
            if isinstance(self._field, QLineEdit):
                at = self._field.cursorPosition()
                self._field.setText(text)
                self._field.setCursorPosition(min(at, len(text)))
            else:
                self._field.setPlainText(text)
        finally:
            self._setting = False

    def flush(self) -> None:
        """Write what was typed and is waiting."""
        self._pause.flush()

    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _on_typed(self) -> None:
        if not self._setting:
            self._pause.keystroke()

    def _commit(self) -> None:
        with refusals(self._bridge) as heard:
            self._write(self._text())
        if heard:
            self._bridge.unsaved.add(self)
        else:
            self._bridge.unsaved.discard(self)
