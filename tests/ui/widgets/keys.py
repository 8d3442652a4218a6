from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """A key on a widget, also where QTest cannot type (accents) or ask for a window's focus."""
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, none, text))
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, none, text))
