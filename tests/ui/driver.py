"""The window in the user's words: what a person does with keys and mouse, and what he then sees.

Nothing here knows how a dossier is kept or changed: it may not import `journal` or `storage`.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from prestatie_desktop.app import make_window
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.main_window import MainWindow
from prestatie_desktop.ui.settings import Settings
from tests.ui.driving.keys import press, type_text

_PATIENCE_MS = 5_000


class App:
    """The program as one person uses it, with settings in a folder of its own."""

    def __init__(
        self, home: Path, person: str = "S. Voorbeeld", at: str = "Gemeente Heerlen"
    ) -> None:
        settings = QSettings(str(home / "instellingen.ini"), QSettings.Format.IniFormat)
        if person:
            settings.setValue("who/person", person)
            settings.setValue("who/organisation", at)
            settings.sync()
        self.home = home
        self.window: MainWindow = make_window(theme(), Settings(home))
        self.window.resize(1440, 900)
        self.window.show()
        self.to_the_front()

    def close(self) -> None:
        """Close the window as its cross does."""
        self.window.close()
        self.window.deleteLater()
        self.wait()

    def open(self, path: Path) -> None:
        """Open a dossier as a double click on the file does."""
        self.window.open_path(path)
        self.to_the_front()

    def to_the_front(self) -> None:
        """Give the window the keyboard again, as a desktop does when a dialog goes."""
        if QApplication.activeModalWidget() is None:
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window, _PATIENCE_MS)

    # What a person does.

    def press(self, keys: str) -> None:
        """Press a key or a chord ("Ctrl+Z") where the focus is."""
        press(self.focus(), keys)
        self.wait()

    def type(self, text: str) -> None:
        """Type text where the focus is."""
        type_text(self.focus(), text)
        self.wait()

    def click(self, name: str) -> None:
        """Click the button, chip or link with this name."""
        button = self.named(name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=_middle(button))
        self.wait()

    def choose_from_menu(self, key: str) -> None:
        """Choose a line of the menu by its key in the menu tables."""
        self.window.menu_actions[key].trigger()
        self.wait()

    def answering(
        self, act: Callable[[], object], *answers: Callable[[QDialog], object]
    ) -> tuple[str, ...]:
        """Do something that opens dialogs, and answer each in turn; returns their titles."""
        answered: list[str] = []
        seen: list[QDialog] = []
        failures: list[Exception] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or dialog in seen:
                waiting.start(20)
            elif dialog is QApplication.activeWindow():
                seen.append(dialog)
                answered.append(dialog.windowTitle())
                if len(answered) < len(answers):
                    waiting.start(20)
                # A dialog that its answer leaves open would hold the test for ever.
                QTimer.singleShot(_PATIENCE_MS, dialog, dialog.reject)
                try:
                    answers[len(answered) - 1](dialog)
                except Exception as error:  # noqa: BLE001 - raised again outside the dialog
                    failures.append(error)
                    dialog.reject()
            else:
                waiting.start(20)

        waiting = QTimer()
        waiting.setSingleShot(True)
        waiting.timeout.connect(look)
        waiting.start(20)
        act()
        self.wait()
        waiting.stop()
        self.to_the_front()
        if failures:
            raise failures[0]
        assert len(answered) == len(answers), f"only these dialogs appeared: {answered}"
        return tuple(answered)

    # What a person sees.

    def room(self) -> str:
        """The key of the room in front; "" on the start screen."""
        return self.window.workspace.current_room() if self.window.workspace else ""

    def state(self) -> str:
        """What the header says about the dossier: "Concept", "Vastgesteld: versie 1"."""
        assert self.window.workspace is not None
        return self.window.workspace.header.state_words()

    def title(self) -> str:
        """The title bar."""
        return self.window.windowTitle()

    def focus(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def named(self, name: str, within: QWidget | None = None) -> QWidget:
        """The visible widget with this accessible name or these words on it."""
        root = within or QApplication.activeModalWidget() or self.window
        for widget in root.findChildren(QWidget):
            if widget.isVisible() and name in _names(widget):
                return widget
        raise AssertionError(f"nothing on the screen is called {name!r}")

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the screen."""
        root = QApplication.activeModalWidget() or self.window
        return any(
            words in text
            for widget in [root, *root.findChildren(QWidget)]
            if widget.isVisible()
            for text in _texts(widget)
        )

    def wait(self, until: Callable[[], bool] | None = None) -> None:
        """Let the window come to rest, or wait until something is so."""
        QApplication.processEvents()
        if until is None:
            return
        waited = 0
        while not until():
            assert waited < _PATIENCE_MS, "it did not happen in time"
            QTest.qWait(20)
            waited += 20


def fill(dialog: QWidget, field: str, text: str) -> None:
    """Type into the field with this name, in the place of what stood there."""
    for widget in dialog.findChildren(QWidget):
        if widget.accessibleName() == field and isinstance(
            widget, QLineEdit | QTextEdit | QPlainTextEdit
        ):
            widget.setFocus()
            widget.selectAll()
            press(widget, "Del")
            type_text(widget, text)
            return
    raise AssertionError(f"no field is called {field!r}")


def _middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def _names(widget: QWidget) -> tuple[str, ...]:
    words = widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName(), words)


def _texts(widget: QWidget) -> tuple[str, ...]:
    found = [widget.accessibleName(), widget.windowTitle()]
    text = getattr(widget, "text", None)
    if callable(text):
        found.append(str(text()))
    if isinstance(widget, QTextEdit):
        found.append(widget.toPlainText())
    if isinstance(widget, QComboBox):
        found.append(widget.currentText())
    return tuple(found)
