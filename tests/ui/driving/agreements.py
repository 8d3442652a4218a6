"""The room Afspraken in the user's words."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from prestatie_desktop.ui.rooms.agreements.room import AgreementsRoom
from tests.ui.driving.keys import press, type_text


def the_room(window: QWidget) -> AgreementsRoom:
    """The room on this window."""
    if isinstance(window, AgreementsRoom):
        return window
    found = window.findChild(AgreementsRoom)
    assert found is not None, "the room Afspraken is not there"
    return found


def tabs(window: QWidget) -> list[str]:
    """What stands on the tabs, as a screen reader says it."""
    bar = the_room(window).tabs.bar()
    return [bar.accessibleTabName(at) for at in range(bar.count())]


def open_tab(window: QWidget, name: str) -> None:
    """Go to the tab with this name, with the keyboard."""
    bar = the_room(window).tabs.bar()
    bar.setFocus()
    press(bar, "Home")
    for _ in range(bar.count()):
        if bar.tabText(bar.currentIndex()) == name:
            return
        press(bar, "Right")
    raise AssertionError(f"no tab {name!r} in {tabs(window)}")


def rows(window: QWidget) -> list[str]:
    """The agreements of the theme shown, as a screen reader says them."""
    model = the_room(window).page.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def numbers(window: QWidget) -> list[str]:
    """The numbers of the agreements of the theme shown, from top to bottom."""
    return [row.split(" ")[0] for row in rows(window)]


def chosen(window: QWidget) -> str:
    """The number of the chosen agreement; "" when none is."""
    here = the_room(window).page.list.currentIndex()
    return str(here.data()).split(" ")[0] if here.isValid() else ""


def click_row(window: QWidget, number: str) -> None:
    """Click the agreement with this number."""
    the_list = the_room(window).page.list
    index = the_list.model().index(numbers(window).index(number), 0)
    the_list.scrollTo(index)
    place = the_list.visualRect(index).topLeft() + QPoint(120, 24)
    QTest.mouseClick(the_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def press_on_row(window: QWidget, keys: str) -> None:
    """Press a key while the list of agreements has the keyboard."""
    the_list = the_room(window).page.list
    the_list.setFocus()
    press(the_list, keys)
    QApplication.processEvents()


def write(window: QWidget, text: str) -> None:
    """Type at the end of the text of the chosen agreement."""
    editor = the_room(window).page.card.editor
    editor.setFocus()
    press(editor, "Ctrl+End")
    type_text(editor, text)


def press_in_text(window: QWidget, keys: str) -> None:
    """Press a key in the text of the chosen agreement."""
    press(the_room(window).page.card.editor, keys)
    QApplication.processEvents()


def text(window: QWidget) -> str:
    """The words that stand in the chosen card."""
    return the_room(window).page.card.editor.toPlainText()


def choose_from(menu: QMenu, *words: str) -> None:
    """Choose a line of a menu, through its submenus."""
    for word in words:
        found = [a for a in menu.actions() if a.text().split("\t")[0] == word]
        assert found, f"{word!r} is not in {[a.text() for a in menu.actions()]}"
        inside = found[0].menu()
        if isinstance(inside, QMenu):
            menu = inside
        else:
            found[0].trigger()
    QApplication.processEvents()


def title_beside(window: QWidget) -> str:
    """What the panel at the right is about."""
    return the_room(window).inspector.title()
