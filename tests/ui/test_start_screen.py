"""The first thing one sees, without a dossier."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from prestatie_desktop.journal.entry import Author
from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.recent_list import readable_path
from prestatie_desktop.ui.settings import RecentFile, Settings
from prestatie_desktop.ui.start_screen import StartScreen
from tests.ui.dialogs.answering import focus
from tests.ui.driving import start as user
from tests.ui.driving.keys import press


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path)
    made.author = Author("S. Voorbeeld", "Gemeente Heerlen")
    for age, title in ((9, "Kader Heerlen"), (1, "Bod Wonen Limburg 2025"), (0, "Heerlen 2024")):
        path = tmp_path / f"{title}.prestatie"
        path.touch()
        at = (datetime.now(UTC) - timedelta(days=age)).isoformat()
        made.remember(RecentFile(path, title, "Concept", at))
    return made


@pytest.fixture
def screen(qtbot: QtBot, settings: Settings) -> StartScreen:
    return _opened(qtbot, settings)


def _opened(qtbot: QtBot, settings: Settings, width: int = 1280) -> StartScreen:
    made = StartScreen(settings)
    qtbot.addWidget(made)
    made.resize(width, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _titles(screen: StartScreen) -> list[str]:
    return [name.split(",")[0] for name in user.recent(screen)]


def test_enter_begins_a_new_dossier_at_once(qtbot: QtBot, screen: StartScreen) -> None:
    with qtbot.waitSignal(screen.new_wanted):
        press(focus(), "Enter")


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Dossier openen", "open_wanted"),
        ("Voorbeeld bekijken: Heerlen 2024", "example_wanted"),
        ("Naam en organisatie wijzigen", "who_wanted"),
    ],
)
def test_every_button_asks_for_what_it_says(
    qtbot: QtBot, screen: StartScreen, words: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(screen, signal)):
        user.click(screen, words)


def test_the_latest_dossier_stands_first_with_its_state_place_and_time(
    screen: StartScreen,
) -> None:
    assert _titles(screen) == ["Heerlen 2024", "Bod Wonen Limburg 2025", "Kader Heerlen"]
    assert "Concept" in user.recent(screen)[0]
    assert "Heerlen 2024.prestatie" in user.recent(screen)[0]
    assert "vandaag" in user.recent(screen)[0]


def test_arrows_move_through_the_list_and_enter_opens(qtbot: QtBot, screen: StartScreen) -> None:
    user.go_to_card(screen, 0)
    press(focus(), "Down")
    assert user.cards(screen)[1].hasFocus()
    press(focus(), "Down")
    press(focus(), "Down")
    press(focus(), "Up")
    with qtbot.waitSignal(screen.file_wanted) as told:
        press(focus(), "Enter")
    assert Path(told.args[0]).name == "Bod Wonen Limburg 2025.prestatie"


def test_a_click_opens(qtbot: QtBot, screen: StartScreen) -> None:
    with qtbot.waitSignal(screen.file_wanted):
        QTest.mouseClick(user.cards(screen)[2], Qt.MouseButton.LeftButton)


def test_a_file_that_is_gone_says_so_and_can_be_taken_from_the_list(
    qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "Kader Heerlen.prestatie").unlink()
    screen = _opened(qtbot, settings)
    qtbot.waitUntil(lambda: "Bestand niet gevonden" in user.recent(screen)[2])
    assert "Bestand niet gevonden" not in user.recent(screen)[0]
    user.click(screen, "Uit de lijst halen")
    assert _titles(screen) == ["Heerlen 2024", "Bod Wonen Limburg 2025"]


def test_delete_takes_one_away_and_undo_puts_it_back_in_its_place(
    screen: StartScreen, tmp_path: Path
) -> None:
    user.go_to_card(screen, 1)
    press(focus(), "Del")
    assert _titles(screen) == ["Heerlen 2024", "Kader Heerlen"]
    assert (tmp_path / "Bod Wonen Limburg 2025.prestatie").exists()
    assert user.cards(screen)[1].hasFocus()
    user.click(screen, "Ongedaan maken")
    assert _titles(screen) == ["Heerlen 2024", "Bod Wonen Limburg 2025", "Kader Heerlen"]


def test_the_list_can_be_emptied_and_brought_back(screen: StartScreen, settings: Settings) -> None:
    user.click(screen, "Lijst wissen")
    assert user.recent(screen) == []
    assert settings.recent == ()
    user.click(screen, "Ongedaan maken")
    assert len(_titles(screen)) == 3


@pytest.mark.parametrize("name", ["Heerlen 2024.prestatie", "Bod.XLSX", "Afspraken.docx"])
def test_a_dossier_or_document_that_is_dropped_is_taken_and_another_file_is_not(
    qtbot: QtBot, screen: StartScreen, tmp_path: Path, name: str
) -> None:
    with qtbot.waitSignal(screen.dropped) as told:
        assert user.drop(screen, tmp_path / name)
    assert told.args[0] == (tmp_path / name,)
    with qtbot.assertNotEmitted(screen.dropped):
        assert not user.drop(screen, tmp_path / "foto.jpg")


def test_before_the_first_name_it_asks_for_one(qtbot: QtBot, tmp_path: Path) -> None:
    screen = _opened(qtbot, Settings(tmp_path / "nieuw"))
    assert user.button(screen, "Invullen").isVisible()
    assert user.recent(screen) == []


@pytest.mark.parametrize(("width", "scale"), [(720, 1.0), (1280, 1.0), (1440, 2.0)])
def test_everything_fits_in_the_width_of_the_window(
    qtbot: QtBot, settings: Settings, look: Theme, *, width: int, scale: float
) -> None:
    long = RecentFile(
        Path.home() / ("m" * 120), "W" * 10_000, "Vastgesteld, 8 van 11 getekend", "?"
    )
    settings.remember(long)
    look.set_scale(scale)
    screen = _opened(qtbot, settings, width)
    screen.grab()
    for widget in [*user.cards(screen), user.button(screen, "Nieuw dossier")]:
        right = widget.mapTo(screen, widget.rect().topRight()).x()
        assert right <= width
    assert screen.minimumSizeHint().width() <= width


def test_a_path_is_told_in_words_people_use() -> None:
    home = Path.home()
    assert readable_path(home / "Bod" / "a.prestatie") == "Persoonlijke map › Bod › a.prestatie"
    deep = home / "een" / "twee" / "drie" / "a.prestatie"
    assert readable_path(deep) == "Persoonlijke map › een › … › a.prestatie"
