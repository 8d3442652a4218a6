import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.widgets.rail import Rail
from tests.ui.widgets.keys import press

ROOMS = ("afspraken", "partijen", "bod")


@pytest.fixture
def rail(qtbot: QtBot, look: Theme) -> Rail:
    made = Rail()
    qtbot.addWidget(made)
    for key, glyph in zip(ROOMS, ("format-list-numbered", "account-outline", "home"), strict=True):
        made.add_room(key, glyph, key.capitalize())
    made.add_room("instellingen", "cog-outline", "Instellingen", at_foot=True)
    made.resize(188, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _item(rail: Rail, word: str) -> QPushButton:
    return next(item for item in rail.findChildren(QPushButton) if item.text() == word)


def test_the_first_room_is_current(rail: Rail) -> None:
    assert rail.current() == "afspraken"


def test_a_click_chooses_a_room(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.chosen) as told:
        QTest.mouseClick(_item(rail, "Bod"), Qt.MouseButton.LeftButton)
    assert told.args == ["bod"]
    assert rail.current() == "bod"


def test_a_click_on_the_current_room_keeps_it_current(rail: Rail, qtbot: QtBot) -> None:
    QTest.mouseClick(_item(rail, "Afspraken"), Qt.MouseButton.LeftButton)
    assert rail.current() == "afspraken"


def test_the_program_may_move_without_saying_so(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.chosen):
        rail.set_current("partijen")
    assert rail.current() == "partijen"


@pytest.mark.parametrize(
    ("key", "word"),
    [
        (Qt.Key.Key_Down, "Partijen"),
        (Qt.Key.Key_Up, "Instellingen"),
        (Qt.Key.Key_End, "Instellingen"),
        (Qt.Key.Key_Home, "Afspraken"),
    ],
)
def test_arrows_move_the_focus_and_choose_nothing(
    rail: Rail, qtbot: QtBot, key: Qt.Key, word: str
) -> None:
    _item(rail, "Afspraken").setFocus()
    with qtbot.assertNotEmitted(rail.chosen):
        press(_item(rail, "Afspraken"), key)
    assert _item(rail, word).hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_choose_what_has_the_focus(rail: Rail, qtbot: QtBot, key: Qt.Key) -> None:
    _item(rail, "Bod").setFocus()
    with qtbot.waitSignal(rail.chosen):
        press(_item(rail, "Bod"), key)
    assert rail.current() == "bod"


def test_tab_stops_once_at_the_rail(rail: Rail) -> None:
    stops = [
        item.text()
        for item in rail.findChildren(QPushButton)
        if item.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["Afspraken"]


def test_a_screen_reader_hears_the_room_and_its_count(rail: Rail) -> None:
    rail.set_count("afspraken", "67", "67 afspraken")
    heard = QAccessible.queryAccessibleInterface(_item(rail, "Afspraken"))
    assert heard.text(QAccessible.Text.Name) == "Afspraken"
    assert heard.text(QAccessible.Text.Description) == "67 afspraken"
    assert heard.state().checked


def test_the_narrow_rail_is_narrow_and_tells_the_count_in_a_tooltip(rail: Rail) -> None:
    rail.set_count("bod", "12")
    wide = rail.width()
    rail.set_narrow(narrow=True)
    assert rail.width() < wide
    assert _item(rail, "Bod").toolTip() == "Bod  12"


def test_the_rail_grows_with_the_text(rail: Rail, look: Theme) -> None:
    before = rail.width()
    look.set_scale(1.5)
    assert rail.width() == pytest.approx(1.5 * before, abs=1)
