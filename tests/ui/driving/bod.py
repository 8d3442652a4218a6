"""The room of the bod in the user's words."""

from PySide6.QtWidgets import QLabel, QWidget

from prestatie_desktop.ui.rooms.bod.room import BodRoom
from prestatie_desktop.ui.rooms.bod.section import BodSection
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.figures import StatCard
from prestatie_desktop.ui.widgets.text import Text
from tests.ui.driving.keys import press
from tests.ui.driving.tables import settle


def the_room(window: QWidget) -> BodRoom:
    """The room on this window."""
    found = window if isinstance(window, BodRoom) else window.findChild(BodRoom)
    assert isinstance(found, BodRoom)
    return found


def choose_corporation(window: QWidget, name: str) -> None:
    """Choose whose bod is shown, by the keyboard."""
    who: Combo = the_room(window).who
    who.setFocus()
    press(who, "Home")
    for _ in range(who.count()):
        if who.currentText() == name:
            break
        press(who, "Down")
    settle()
    assert who.currentText() == name


def cards(window: QWidget) -> list[str]:
    """The figures at a glance as a screen reader says them."""
    found = the_room(window).cards.findChildren(StatCard)
    return [card.accessibleName() for card in found if card.isVisible()]


def section(window: QWidget, name: str) -> BodSection:
    """The part of the bod with this heading ("B  Sloop")."""
    for part in the_room(window).findChildren(BodSection):
        if part.isVisible() and name in [label.text() for label in part.findChildren(QLabel)]:
            return part
    raise AssertionError(f"no part is called {name!r}")


def words(window: QWidget) -> list[str]:
    """Every line of text on the screen."""
    labels = the_room(window).findChildren(QLabel)
    return [
        label.words() if isinstance(label, Text) else label.text()
        for label in labels
        if label.isVisible()
    ]


def checklist(window: QWidget) -> list[str]:
    """The lines of the checklist as a screen reader says them."""
    room = the_room(window)
    found = room.readiness if room.readiness.isVisible() else room.findChild(QWidget)
    assert found is not None
    names = [c.accessibleName() for c in found.findChildren(QWidget) if c.isVisible()]
    return [name for name in names if ": " in name]
