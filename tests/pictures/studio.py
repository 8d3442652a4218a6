"""One window to take pictures of, with what lies over it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from prestatie_desktop.app import make_window
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.main_window import MainWindow
from prestatie_desktop.ui.settings import Settings
from prestatie_desktop.ui.workspace import Workspace

#: What a scene hands a picture to: its name, and what is on the screen.
Keep = Callable[[str, QImage], None]


class Studio:
    """The program as one person sees it; `take` is a picture of what is on the screen now."""

    def __init__(self, home: Path, keep: Keep, size: tuple[int, int]) -> None:
        self.home, self._keep = home, keep
        self.window: MainWindow = make_window(theme(), Settings(home))
        self.window.resize(*size)
        self.window.move(0, 0)
        self.window.show()
        self.window.activateWindow()
        settle()

    @property
    def workspace(self) -> Workspace:
        """The open dossier."""
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def desk(self) -> Desk:
        """What the rooms are given."""
        return self.workspace.desk

    def open(self, path: Path) -> None:
        """Open a dossier."""
        self.window.open_path(path)
        settle()

    def room(self, key: str) -> Any:
        """Bring a room to the front and wait until it has everything."""
        self.workspace.show_room(key)
        room = self.workspace.room(key.partition(":")[0])
        settle()
        while room.is_busy():
            wait(20)
        return room

    def act(self, key: str) -> Callable[[], None]:
        """A line of the menu, to be chosen."""
        return self.window.menu_actions[key].trigger

    def take(self, name: str, *, at_once: bool = False) -> None:
        """A picture of the window with its menus, lists and tips."""
        if not at_once:
            self.window.activateWindow()
            settle()
        self.keep(name, with_popups(self.window))

    def keep(self, name: str, image: QImage) -> None:
        """Hand over a picture that was taken elsewhere."""
        self._keep(name, image)

    def take_dialog(
        self, name: str, act: Callable[[], object], before: Callable[[QDialog], object] = id
    ) -> None:
        """Do something that opens a dialog, take its picture and cancel it."""
        taken: list[str] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            before(dialog)
            settle()
            self._keep(name, dialog.grab().toImage())
            taken.append(name)
            dialog.reject()

        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(look)
        timer.start(20)
        act()
        timer.stop()
        settle(2)
        if not taken:
            raise AssertionError("no dialog opened")

    def take_menu(self, name: str, act: Callable[[], object]) -> None:
        """Do something that opens a menu, take the picture of the whole, and close it."""
        taken: list[str] = []

        def look() -> None:
            self.take(name)
            taken.append(name)
            close_popups()

        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(look)
        timer.start(20)
        act()
        while not taken:
            wait(20)

    def close(self) -> None:
        """Let go of the dossier and the window."""
        close_popups()
        self.window.close()
        self.window.deleteLater()
        settle(2)


def with_popups(window: QWidget) -> QImage:
    """A window with the menus, lists and tips that lie over it."""
    image = window.grab().toImage()
    painter = QPainter(image)
    for over in _over(window):
        painter.drawPixmap(over.pos() - window.pos(), over.grab())
    painter.end()
    return image


def settle(rounds: int = 8) -> None:
    """Let layouts, timers and fonts come to rest."""
    for _ in range(rounds):
        QApplication.processEvents()
    wait(170)  # codes are computed, and toasts have faded in
    QApplication.processEvents()


def wait(milliseconds: int) -> None:
    """Let the window work, and the threads beside it."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def close_popups() -> None:
    """Close menus that stand open."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _over(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible()
        and widget is not window
        and not isinstance(widget, QDialog | QMainWindow)
    ]
