"""Answering a dialog that keeps its caller waiting."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

T = TypeVar("T")


def answering(act: Callable[[], T], answer: Callable[[QDialog], object]) -> T:
    """Do something that opens a dialog and answer it; gives what the doing gave."""
    answered: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        focused = QApplication.focusWidget()
        # Keys reach it once it is the active window.
        if isinstance(dialog, QDialog) and focused is not None and dialog.isAncestorOf(focused):
            answered.append(dialog.windowTitle())
            answer(dialog)
        else:
            waiting.start(20)

    waiting = QTimer()
    waiting.setSingleShot(True)
    waiting.timeout.connect(look)
    waiting.start(0)
    result = act()
    waiting.stop()
    assert answered, "no dialog appeared"
    return result


def focus() -> QWidget:
    """What has the keyboard."""
    here = QApplication.focusWidget()
    assert here is not None, "nothing has the keyboard"
    return here
