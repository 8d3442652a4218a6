"""The room Wie tekent in the user's words."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from prestatie_desktop.ui.rooms.signing.room import SigningRoom
from tests.ui.driving.keys import press, type_text


def the_room(window: QWidget) -> SigningRoom:
    """The room itself, or the one in a window."""
    room = window if isinstance(window, SigningRoom) else window.findChild(SigningRoom)
    assert room is not None, "the room Wie tekent is not there"
    return room


def parties(window: QWidget) -> list[str]:
    """The names above the columns."""
    model = the_room(window).matrix.model
    columns = range(model.columnCount())
    return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in columns]


def rows(window: QWidget) -> list[str]:
    """The rows from top to bottom."""
    model = the_room(window).matrix.model
    return [str(model.headerData(at, Qt.Orientation.Vertical)) for at in range(model.rowCount())]


def go_to(window: QWidget, row: str, party: str) -> None:
    """Click the cell of a row (its first words) and a party."""
    view = the_room(window).matrix.view
    at = next(at for at, name in enumerate(rows(window)) if name.startswith(row))
    index = view.model().index(at, parties(window).index(party))
    view.scrollTo(index)
    where = view.visualRect(index).center() - QPoint(view.visualRect(index).width() // 3, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    view.setFocus()


def press_here(window: QWidget, *keys: str) -> None:
    """Press keys in the matrix."""
    for key in keys:
        press(the_room(window).matrix.view, key)


def cell(window: QWidget, row: str, party: str) -> str:
    """What stands in a cell, as it is read out: "Trekker, tekent"."""
    model = the_room(window).matrix.model
    at = next(at for at, name in enumerate(rows(window)) if name.startswith(row))
    return str(model.index(at, parties(window).index(party)).data() or "")


def said(window: QWidget) -> str:
    """The line under the matrix."""
    return the_room(window).matrix.line.words()


def keys_said(window: QWidget) -> str:
    """The keys the line names."""
    return the_room(window).matrix.line.keys()


def signed(window: QWidget) -> str:
    """How many have signed: "2 van 4 partijen getekend, 1 op eerdere tekst"."""
    return the_room(window).overview.accessibleName()


def next_step(window: QWidget) -> str:
    """The banner with what to do next."""
    return the_room(window).overview.step_words()


def press_button(window: QWidget, words: str) -> None:
    """Press the visible button with these words."""
    button = next(
        b
        for b in window.findChildren(QAbstractButton)
        if b.isVisible() and b.text().replace("&", "") == words
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def buttons(window: QWidget) -> list[str]:
    """The words on the visible buttons."""
    return [
        b.text().replace("&", "")
        for b in window.findChildren(QAbstractButton)
        if b.isVisible() and b.text()
    ]


def answering(act: Callable[[], object], answer: Callable[[QDialog], object]) -> None:
    """Do something that asks a question, and answer it."""
    answered: list[str] = []
    failures: list[BaseException] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            waiting.start(10)
            return
        answered.append(dialog.windowTitle())
        try:
            answer(dialog)
        except Exception as error:  # noqa: BLE001 - raised again below, outside the dialog
            failures.append(error)
        if dialog.isVisible():
            dialog.reject()

    waiting = QTimer()
    waiting.setSingleShot(True)
    waiting.timeout.connect(look)
    waiting.start(10)
    act()
    QApplication.processEvents()
    waiting.stop()
    if failures:
        raise failures[0]
    assert answered, "no question was asked"


def field(dialog: QWidget, name: str) -> QWidget:
    """The field with this name."""
    found = next(
        (w for w in dialog.findChildren(QWidget) if w.accessibleName() == name and w.isVisible()),
        None,
    )
    assert found is not None, f"no field is called {name!r}"
    return found


def fill(dialog: QWidget, name: str, text: str) -> None:
    """Type into a field, in the place of what stood there."""
    widget = field(dialog, name)
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    widget.setFocus()
    widget.selectAll()
    press(widget, "Del")
    type_text(widget, text)


def choose(dialog: QWidget, name: str, words: str) -> None:
    """Choose from a list by its words."""
    widget = field(dialog, name)
    assert isinstance(widget, QComboBox)
    at = widget.findText(words)
    assert at >= 0, f"{words!r} is not among the choices"
    widget.setCurrentIndex(at)


def party_menu(window: QWidget, party: str) -> QMenu:
    """Press a party's heading and see its menu."""
    header = the_room(window).matrix.view.party_header
    column = parties(window).index(party)
    x = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() - 20)
    )
    return _open_menu()


def cell_menu(window: QWidget) -> QMenu:
    """Ask for the menu of the current cell with the keyboard's menu key."""
    view = the_room(window).matrix.view
    view.menu_asked.emit(view.viewport().mapToGlobal(QPoint(20, 20)))
    return _open_menu()


def choose_line(menu: QMenu, *words: str) -> None:
    """Choose a line of a menu, through its submenus."""
    *through, last = words
    for name in through:
        inside = next(a.menu() for a in menu.actions() if a.text().startswith(name))
        assert isinstance(inside, QMenu)
        menu = inside
    action = next(a for a in menu.actions() if a.text().startswith(last))
    action.trigger()
    while isinstance(opened := QApplication.activePopupWidget(), QMenu):
        opened.close()


def _open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu opened"
    return menu
