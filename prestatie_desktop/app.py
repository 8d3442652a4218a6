"""The program with its window: the only place that knows every room."""

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from prestatie_desktop import __version__
from prestatie_desktop.errors import UserError
from prestatie_desktop.ui.collecting import WindowCollector
from prestatie_desktop.ui.look.theme import Appearance, Theme
from prestatie_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def run_window(path: Path | None = None) -> int:
    """Open the window, on a dossier when one is given; returns when it is closed."""
    app = make_app()
    WindowCollector(app)
    settings = Settings()
    theme = Theme(app, appearance=appearance(settings), scale=settings.text_scale)
    window = make_window(theme, settings, empty=True)
    sys.excepthook = _crash
    # What the window shows takes longer to import than the window itself. A timer of no time
    # alone would run before the screen asks for the first paint.
    window.first_painted.connect(lambda: QTimer.singleShot(0, lambda: _begin(window, path)))
    window.show()
    return app.exec()


def make_app() -> QApplication:
    """Qt's application, with our name on it."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Prestatie Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("prestatie-desktop")
    return app


def make_window(theme: Theme, settings: Settings, *, empty: bool = False) -> "MainWindow":
    """The window, not shown yet."""
    from prestatie_desktop.ui.main_window import MainWindow

    return MainWindow(theme, settings, empty=empty)


def appearance(settings: Settings) -> Appearance:
    """The user's choice of light or dark."""
    try:
        return Appearance(settings.appearance)
    except ValueError:
        return Appearance.SYSTEM


def _begin(window: "MainWindow", path: Path | None) -> None:
    from prestatie_desktop.log import start_log

    start_log()
    window.furnish(start=path is None)
    if window.settings.author is None:
        window.menu_actions["who"].trigger()
    if path is not None:
        window.open_path(path)


def _crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from prestatie_desktop.log import log_bug
    from prestatie_desktop.ui.dialogs.crash import show_crash, show_sentence

    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    if isinstance(error, UserError):
        # A disk may go while something is only read: that is no bug.
        show_sentence(str(error))
        return
    log_bug(error.with_traceback(trace))
    show_crash(error)


def picture(
    path: Path,
    out: Path,
    *,
    look: str = "light",
    room: str = "agreements",
    size: tuple[int, int] = (1440, 900),
    scale: float = 1.0,
) -> None:
    """Save a picture of the window on a dossier; works without a screen.

    Raises UserError when the dossier cannot be opened or the picture cannot be written.
    """
    from prestatie_desktop.ui.picture import save_picture

    app = make_app()
    theme = Theme(app, appearance=Appearance(look), scale=scale)
    save_picture(theme, path, out, room=room, size=size)
