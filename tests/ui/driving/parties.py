"""The room Partijen in the user's words."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from prestatie_desktop.ui.rooms.parties.room import PartiesRoom
from tests.ui.driving.keys import press, type_text


def the_room(window: QWidget) -> PartiesRoom:
    """The room on this window."""
    if isinstance(window, PartiesRoom):
        return window
    room: PartiesRoom | None = window.findChild(PartiesRoom)
    assert room is not None, "the room Partijen is not here"
    return room


def spoken(window: QWidget) -> list[str]:
    """The list as a screen reader says it, headings included."""
    the_list = the_room(window).list
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(the_list.item(at).data(role)) for at in range(the_list.count())]


def names(window: QWidget) -> list[str]:
    """The names of parties and groups from top to bottom."""
    the_list = the_room(window).list
    items = [the_list.item(at) for at in range(the_list.count())]
    return [item.text() for item in items if item.flags() & Qt.ItemFlag.ItemIsEnabled]


def chosen(window: QWidget) -> str:
    """The name of the chosen party or group."""
    item: QListWidgetItem | None = the_room(window).list.currentItem()
    return item.text() if item else ""


def click_on(window: QWidget, name: str) -> None:
    """Click a party or group in the list."""
    the_list = the_room(window).list
    items = [the_list.item(at) for at in range(the_list.count())]
    # A heading may have the name of a group.
    item = next(i for i in items if i.text() == name and i.flags() & Qt.ItemFlag.ItemIsEnabled)
    the_list.scrollToItem(item)
    place = the_list.visualItemRect(item).center()
    QTest.mouseClick(the_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def press_in_list(window: QWidget, keys: str) -> None:
    """Press a key while the list has the keyboard."""
    the_list = the_room(window).list
    the_list.setFocus()
    press(the_list, keys)
    QApplication.processEvents()


def field(window: QWidget, name: str) -> QLineEdit | QPlainTextEdit:
    """The visible field called so."""
    for one in window.findChildren(QWidget):
        fits = isinstance(one, QLineEdit | QPlainTextEdit) and one.isVisible()
        if fits and one.accessibleName() == name:
            return cast("QLineEdit | QPlainTextEdit", one)
    raise AssertionError(f"no field {name!r}")


def fill(window: QWidget, name: str, text: str) -> None:
    """Type in the field called so, in the place of what stood there."""
    into = field(window, name)
    into.setFocus()
    press(into, "Ctrl+A")
    press(into, "Del")
    if len(text) > 500:
        QGuiApplication.clipboard().setText(text)
        press(into, "Ctrl+V")
    else:
        type_text(into, text)


def leave(window: QWidget) -> None:
    """Go back to the list."""
    the_room(window).list.setFocus()
    QApplication.processEvents()


def shown(window: QWidget, name: str) -> str:
    """What stands in the field called so."""
    here = field(window, name)
    return here.text() if isinstance(here, QLineEdit) else here.toPlainText()


def choose(window: QWidget, name: str, words: str) -> None:
    """Choose from the list called so."""
    combos = [c for c in window.findChildren(QComboBox) if c.isVisible()]
    combo = next(c for c in combos if c.accessibleName() == name)
    combo.setCurrentIndex(combo.findText(words))
    assert combo.currentText() == words
    combo.activated.emit(combo.currentIndex())


def press_tick(window: QWidget, words: str) -> None:
    """Press the space bar on the check box with these words."""
    box = next(b for b in window.findChildren(QCheckBox) if b.isVisible() and b.text() == words)
    box.setFocus()
    press(box, "Space")
    QApplication.processEvents()


def tick(window: QWidget, name: str, line: str) -> None:
    """Tick a line of the list called so with the space bar, or take its tick away."""
    ticks = tick_list(window, name)
    ticks.setFocus()
    press(ticks, "Home")
    for _ in range(ticks.count()):
        if ticks.currentIndex().data() == line:
            press(ticks, "Space")
            QApplication.processEvents()
            return
        press(ticks, "Down")
    raise AssertionError(f"no line {line!r} in {name!r}")


def ticked(window: QWidget, name: str) -> list[str]:
    """The ticked lines of the list called so."""
    ticks = tick_list(window, name)
    items = [ticks.item(at) for at in range(ticks.count())]
    return [i.text() for i in items if i.checkState() is Qt.CheckState.Checked]


def tick_list(window: QWidget, name: str) -> QListWidget:
    """The list of ticks called so."""
    lists = window.findChildren(QListWidget)
    return next(x for x in lists if x.isVisible() and x.accessibleName() == name)


def click(window: QWidget, words: str) -> None:
    """Click the button with these words on it, or called so."""
    for button in window.findChildren(QAbstractButton):
        names_of = (button.text().replace("&", ""), button.accessibleName())
        if button.isVisible() and words in names_of:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            QApplication.processEvents()
            return
    raise AssertionError(f"no button {words!r}")
