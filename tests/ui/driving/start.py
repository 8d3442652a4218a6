"""The start screen and the assistant for a new dossier in the user's words."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from prestatie_desktop.ui.recent_list import RecentCard
from prestatie_desktop.ui.start_screen import StartScreen
from tests.ui.driving.keys import press, type_text


def the_screen(window: QWidget) -> StartScreen:
    """The start screen of this window."""
    if isinstance(window, StartScreen):
        return window
    screen: StartScreen | None = window.findChild(StartScreen)
    assert screen is not None, "the start screen is not here"
    return screen


def cards(window: QWidget) -> list[RecentCard]:
    """The dossiers that were open before, from top to bottom."""
    QApplication.processEvents()
    found = [card for card in the_screen(window).findChildren(RecentCard) if card.isVisible()]
    return sorted(found, key=lambda card: card.mapTo(window, card.rect().topLeft()).y())


def recent(window: QWidget) -> list[str]:
    """What a screen reader says of the dossiers that were open before."""
    return [card.accessibleName() for card in cards(window)]


def go_to_card(window: QWidget, at: int) -> None:
    """Put the keyboard on one of the dossiers."""
    cards(window)[at].setFocus()


def button(window: QWidget, words: str) -> QAbstractButton:
    """The visible button with these words on it, or called so."""
    for one in window.findChildren(QAbstractButton):
        names = (one.text().replace("&", ""), one.accessibleName())
        if one.isVisible() and words in names:
            return one
    raise AssertionError(f"no button {words!r}")


def click(window: QWidget, words: str) -> None:
    """Click the button with these words."""
    QTest.mouseClick(button(window, words), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def drop(window: QWidget, path: Path) -> bool:
    """Drop a file on the screen; whether it was taken."""
    screen = the_screen(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(screen.rect().center())
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(place.toPoint(), copy, data, buttons, none)
    entering.ignore()
    QApplication.sendEvent(screen, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(screen, QDropEvent(place, copy, data, buttons, none))
    return True


def box(dialog: QWidget, name: str) -> QPlainTextEdit:
    """The box of names called so."""
    return next(b for b in dialog.findChildren(QPlainTextEdit) if b.accessibleName() == name)


def field(dialog: QWidget, name: str) -> QLineEdit:
    """The field called so."""
    return next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == name)


def fill(dialog: QWidget, name: str, text: str) -> None:
    """Type into the field or box called so, in the place of what stood there."""
    boxes = {b.accessibleName(): b for b in dialog.findChildren(QPlainTextEdit)}
    into: QPlainTextEdit | QLineEdit = boxes.get(name) or field(dialog, name)
    into.setFocus()
    press(into, "Ctrl+A")
    press(into, "Del")
    if len(text) > 500:
        paste(into, text)
    else:
        type_text(into, text)


def paste(into: QWidget, text: str) -> None:
    """Paste text."""
    QGuiApplication.clipboard().setText(text)
    press(into, "Ctrl+V")


def choose(dialog: QWidget, name: str, words: str) -> None:
    """Choose from the list called so, with the keyboard."""
    combo = next(c for c in dialog.findChildren(QComboBox) if c.accessibleName() == name)
    combo.setFocus()
    press(combo, "Home")
    for _ in range(combo.count()):
        if combo.currentText() == words:
            combo.activated.emit(combo.currentIndex())
            return
        press(combo, "Down")
    raise AssertionError(f"{words!r} is no choice of {name!r}")


def themes(dialog: QWidget) -> QListWidget:
    """The list of themes of the assistant."""
    return next(w for w in dialog.findChildren(QListWidget) if w.accessibleName() == "Thema’s")
