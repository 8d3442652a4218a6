"""A picture of the window, made without showing it to anybody."""

import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.main_window import MainWindow
from prestatie_desktop.ui.open_file import open_file
from prestatie_desktop.ui.settings import Settings


def save_picture(theme: Theme, path: Path, out: Path, *, room: str, size: tuple[int, int]) -> None:
    """Open a dossier in a window of its own, show a room and save what it looks like.

    Raises UserError when the dossier cannot be opened or the picture cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder))
        settings.author = Author("S. Voorbeeld", "")
        file = open_file(path, settings.author or Author(""))
        window = MainWindow(theme, settings)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*size)
        window.show()
        window.show_file(lambda: file)
        assert window.workspace is not None
        window.workspace.show_room(room)
        shown = window.workspace.room(window.workspace.current_room())
        settle()
        while shown.is_busy():
            settle(1)
        image = window.grab()
        window.close()
        with suppress(OSError):
            out.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(out)):
            raise UserError(
                f"De afbeelding kan niet worden geschreven naar {out}; kies een andere map."
            )


def settle(rounds: int = 12) -> None:
    """Let layouts, timers and fonts come to rest."""
    for _ in range(rounds):
        QApplication.processEvents()
    loop = QEventLoop()  # lets threads work meanwhile, which QTest.qWait does not
    QTimer.singleShot(350, loop.quit)
    loop.exec()
