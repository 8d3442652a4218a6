"""Keys as a person presses them, accents and chords included."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Type text, one key at a time; "\\n" is Enter."""
    none = Qt.KeyboardModifier.NoModifier
    for character in text:
        # QTest's own typing aborts the program on an accent.
        key = Qt.Key.Key_Return if character == "\n" else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, none, character))


def press(widget: QWidget, keys: str) -> None:
    """Press a key or a chord by its name: "Enter", "Ctrl+Z", "Alt+Up"."""
    sequence = QKeySequence(keys.replace("Enter", "Return"))
    assert sequence.count() == 1, f"{keys!r} is no key"
    combination = sequence[0]  # type: ignore[index]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())
