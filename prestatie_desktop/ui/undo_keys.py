"""Ctrl+Z belongs to the journal: no text box keeps an undo of its own."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Keeps the text box that has the keyboard from claiming the undo keys for itself."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        # A filter on the whole program would be asked about every event there is.
        app.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the menu."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(key) for key in _KEYS):
            event.ignore()
            return True
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)
