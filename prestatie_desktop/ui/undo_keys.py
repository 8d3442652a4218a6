"""Ctrl+Z belongs to the journal: no text box keeps an undo of its own."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """An event filter that keeps text boxes from claiming the undo keys for themselves."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the menu."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(key) for key in _KEYS):
            event.ignore()
            return True
        return False
