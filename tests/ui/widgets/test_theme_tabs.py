import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.widgets.theme_tabs import ThemeTab, ThemeTabs
from tests.ui.widgets.keys import press

TABS = [
    ThemeTab("a", "1", "Beschikbaarheid", 7, 12),
    ThemeTab("b", "2", "Betaalbaarheid", 9, 10),
    ThemeTab("c", "3", "Wonen met zorg", 8, 8),
    ThemeTab("d", "10", "Samenwerking & leefbaarheid", 0, 0),
]


@pytest.fixture
def tabs(qtbot: QtBot, look: Theme) -> ThemeTabs:
    made = ThemeTabs()
    qtbot.addWidget(made)
    made.resize(1200, 66)
    made.set_tabs(TABS, "a")
    made.show()
    return made


def test_all_tabs_are_shown_when_there_is_room(tabs: ThemeTabs) -> None:
    assert tabs.shown() == ["a", "b", "c", "d"]


def test_what_does_not_fit_stands_in_the_list(tabs: ThemeTabs) -> None:
    tabs.resize(380, 66)
    assert tabs.shown() == ["a", "b"]
    assert len(tabs.overflow_menu().actions()) == len(TABS)


def test_the_current_tab_is_always_shown(tabs: ThemeTabs) -> None:
    tabs.resize(200, 66)
    tabs.set_current("d")
    assert "d" in tabs.shown()


def test_the_right_arrow_reaches_tabs_that_are_not_shown(tabs: ThemeTabs, qtbot: QtBot) -> None:
    tabs.resize(200, 66)
    reached: list[str] = []
    tabs.chosen.connect(reached.append)
    for _ in TABS:
        press(tabs.bar(), Qt.Key.Key_Right)
    assert reached == ["b", "c", "d"]
    assert tabs.current() == "d"


@pytest.mark.parametrize(("key", "there"), [(Qt.Key.Key_End, "d"), (Qt.Key.Key_Home, "a")])
def test_home_and_end_go_to_the_ends(tabs: ThemeTabs, key: Qt.Key, there: str) -> None:
    tabs.set_current("b")
    press(tabs.bar(), key)
    assert tabs.current() == there


def test_choosing_in_the_list_opens_the_theme(tabs: ThemeTabs, qtbot: QtBot) -> None:
    menu = tabs.overflow_menu()
    with qtbot.waitSignal(tabs.chosen) as told:
        menu.actions()[2].trigger()
    assert told.args == ["c"]
    assert tabs.current() == "c"


def test_new_figures_keep_the_current_tab_and_tell_nobody(tabs: ThemeTabs, qtbot: QtBot) -> None:
    tabs.set_current("b")
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.set_tabs([ThemeTab("z", "0", "Nieuw", 0, 1), *TABS])
    assert tabs.current() == "b"


def test_when_the_current_theme_is_gone_the_first_is_current(tabs: ThemeTabs) -> None:
    tabs.set_current("d")
    tabs.set_tabs(TABS[:2])
    assert tabs.current() == "a"


def test_a_dossier_without_themes_has_no_tabs(tabs: ThemeTabs) -> None:
    tabs.set_tabs([])
    assert tabs.current() == ""
    assert tabs.shown() == []


def test_only_a_theme_with_agreements_can_be_complete() -> None:
    assert [tab.complete for tab in TABS] == [False, False, True, False]


def test_a_screen_reader_hears_how_far_a_theme_is(tabs: ThemeTabs) -> None:
    bar = QAccessible.queryAccessibleInterface(tabs.bar())
    assert bar.role() == QAccessible.Role.PageTabList
    first = bar.child(0)
    assert first.role() == QAccessible.Role.PageTab
    assert first.text(QAccessible.Text.Name) == "Thema 1 Beschikbaarheid, 7 van 12 akkoord"


def test_large_text_shows_fewer_tabs_and_cuts_none(tabs: ThemeTabs, look: Theme) -> None:
    look.set_scale(2.0)
    assert 0 < len(tabs.shown()) < len(TABS)
    bar = tabs.bar()
    shown = [bar.tabRect(at) for at in range(bar.count()) if bar.isTabVisible(at)]
    assert max(rect.right() for rect in shown) <= tabs.width()
