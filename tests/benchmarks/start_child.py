"""A program that says when its window was painted, and when the first edit was in the file.

Started as `start_child.py BEGAN [DOSSIER]`; BEGAN is the monotonic clock when the process was
asked for. Without a dossier it is the emptiest window there is.
"""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def say(what: str) -> None:
    sys.stdout.write(f"{what} {(time.monotonic() - float(sys.argv[1])) * 1000}\n")
    sys.stdout.flush()


class EmptyWindow(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        say("painted")
        QApplication.quit()


def empty_window() -> None:
    app = QApplication(sys.argv[:1])
    window = EmptyWindow()
    window.resize(1440, 900)
    window.show()
    app.exec()


def our_window(path: Path) -> None:
    from prestatie_desktop import app

    make_window = app.make_window

    def watched_window(*args: Any, **more: Any) -> "MainWindow":
        window = make_window(*args, **more)
        window.first_painted.connect(lambda: say("painted"))
        window.dossier_opened.connect(lambda: edit(window))
        return window

    app.make_window = watched_window
    app.run_window(path)


def edit(window: "MainWindow") -> None:
    from prestatie_desktop.domain.agreement import Agreement
    from prestatie_desktop.journal.edits.agreements import set_text

    assert window.workspace is not None
    assert window.workspace.current_room() == "agreements"
    # Lay out and paint what is waiting to be: nobody edits what he does not see.
    QApplication.processEvents()
    say("shown")
    first = window.workspace.desk.dossier.all(Agreement)[0]
    assert window.workspace.desk.bridge.do(set_text, first.id, "<p>De eerste wijziging.</p>")
    say("edited")
    window.close()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        our_window(Path(sys.argv[2]))
    else:
        empty_window()
