"""The print room in the user's words."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget

from prestatie_desktop.ui.rooms.printing.room import PrintingRoom
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.ui.widgets.text import Text
from tests.ui.driving.keys import press

_PATIENCE_MS = 20_000


def the_room(window: QWidget) -> PrintingRoom:
    """The room on this window."""
    if isinstance(window, PrintingRoom):
        return window
    found = window.findChild(PrintingRoom)
    assert found is not None, "the print room is not there"
    return found


def wait_until(so: Callable[[], bool], patience: int = _PATIENCE_MS) -> None:
    """Let the window work, and what works beside it, until something is so."""
    waited = 0
    while not so():
        assert waited < patience, "it did not happen in time"
        # Not QTest.qWait: while it waits no other thread gets its turn.
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()
        waited += 20


def documents(window: QWidget) -> list[str]:
    """What the list says, as a screen reader says it."""
    model = the_room(window).list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def in_view(window: QWidget) -> str:
    """The name of the document in view."""
    return str(the_room(window).list.currentIndex().data() or "")


def choose_document(window: QWidget, name: str) -> None:
    """Go to a document in the list with the keyboard."""
    shown = the_room(window).list
    shown.setFocus()
    press(shown, "Home")
    for _ in range(shown.model().rowCount()):
        if shown.currentIndex().data() == name:
            return
        press(shown, "Down")
    raise AssertionError(f"no document {name!r} in {documents(window)}")


def wait_for_pages(window: QWidget) -> None:
    """Until the document in view is there, and every document is counted."""
    room = the_room(window)
    wait_until(lambda: room.preview.page_count > 0)
    wait_until(lambda: all("bladzijde" in line for line in documents(window)))


def page_place(window: QWidget) -> str:
    """What stands under the page: "Bladzijde 1 van 4"."""
    room = the_room(window)
    names = [text.accessibleName() for text in room.preview.findChildren(Text)]
    return next(name for name in names if "ladzijde" in name)


def choose(window: QWidget, field: str, words: str) -> None:
    """Choose from the list with this name, with the keyboard."""
    choices = the_room(window).choices
    combo = {
        "Document": choices.document,
        "Versie": choices.version,
        "Printer": choices.printer,
    }[field]
    combo.setFocus()
    press(combo, "Home")
    for _ in range(combo.count()):
        if combo.currentText() == words:
            return
        press(combo, "Down")
    raise AssertionError(f"{field} has no {words!r}")


def offered(window: QWidget, field: str) -> list[str]:
    """What there is to choose from."""
    choices = the_room(window).choices
    combo = choices.version if field == "Versie" else choices.document
    return [combo.itemText(at) for at in range(combo.count())]


def tick(window: QWidget, words: str) -> None:
    """Press the box that begins with these words."""
    for box in the_room(window).choices.findChildren(QCheckBox):
        if box.isVisible() and box.text().startswith(words):
            box.setFocus()
            press(box, "Space")
            return
    raise AssertionError(f"no box {words!r}")


def boxes(window: QWidget) -> dict[str, bool]:
    """The boxes that can be ticked, and whether they are."""
    found = the_room(window).choices.findChildren(QCheckBox)
    return {box.text(): box.isChecked() for box in found if box.isVisible()}


def summary(window: QWidget) -> str:
    """How much will be printed: "4 bladen, 15 bladzijden"."""
    texts = [text.words() for text in the_room(window).choices.findChildren(Text)]
    return next(words for words in texts if words[:1].isdigit())


def warnings(window: QWidget) -> list[str]:
    """The banners at the right."""
    settle()
    found = the_room(window).choices.findChildren(Notice)
    return [notice.accessibleName() for notice in found if notice.isVisible()]


def button(window: QWidget, begins: str) -> QAbstractButton:
    """The button whose words begin so."""
    for found in the_room(window).findChildren(QAbstractButton):
        if found.isVisible() and found.text().startswith(begins):
            return found
    raise AssertionError(f"no button {begins!r}")


def settle() -> None:
    """Let the window come to rest."""
    for _ in range(5):
        QApplication.processEvents()
