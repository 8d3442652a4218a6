"""A program that says when its window was painted, and when the first edit was in the file.

Started as `start_child.py BEGAN [DOSSIER]`; BEGAN is the monotonic clock when the process was
asked for. Without a dossier it is the emptiest window there is.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


class Painted(QObject):
    """Calls back once, when a widget and everything in it was painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._then = widget, then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # What lies inside is painted after this; a posted event comes when all of it is done,
            # and an urgent one before whatever the program itself does then.
            urgent = Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), urgent)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self._then()
        return super().event(event)


def say(what: str) -> None:
    sys.stdout.write(f"{what} {(time.monotonic() - float(sys.argv[1])) * 1000}\n")
    sys.stdout.flush()


def empty_window() -> None:
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1440, 900)
    Painted(window, lambda: say("painted"))
    Painted(window, app.quit)
    window.show()
    app.exec()


def our_window(path: Path) -> None:
    from prestatie_desktop import app

    make_window = app.make_window

    def watched_window(*args: Any, **more: Any) -> "MainWindow":
        window = make_window(*args, **more)
        Painted(window, lambda: say("painted"))
        window.dossier_opened.connect(lambda: edit_when_painted(window))
        return window

    app.make_window = watched_window
    app.run_window(path)


def edit_when_painted(window: "MainWindow") -> None:
    assert window.workspace is not None
    Painted(window.workspace, lambda: edit(window))


def edit(window: "MainWindow") -> None:
    from prestatie_desktop.domain.agreement import Agreement
    from prestatie_desktop.journal.edits.agreements import set_text

    assert window.workspace is not None
    say("shown")
    assert window.workspace.current_room() == "agreements"
    first = window.workspace.desk.dossier.all(Agreement)[0]
    assert window.workspace.desk.bridge.do(set_text, first.id, "<p>De eerste wijziging.</p>")
    say("edited")
    QApplication.quit()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        our_window(Path(sys.argv[2]))
    else:
        empty_window()
