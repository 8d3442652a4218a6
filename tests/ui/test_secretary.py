"""The secretary's year, from first start to signed sheets, with the keyboard alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.driver import App
from tests.ui.driving import agreements, signing
from tests.ui.driving.keys import press, type_text


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    app = App(tmp_path)
    yield app
    app.close()


def focus() -> QWidget:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None, "nothing has the keyboard"
    return widget


def keys(*names: str) -> None:
    for name in names:
        press(focus(), name)
        # A button pressed by its letter shows that it is down before it acts.
        QTest.qWait(150 if name.startswith("Alt+") else 0)


def words(text: str) -> None:
    type_text(focus(), text)
    QApplication.processEvents()


def describe_the_dossier(_dialog: QDialog) -> None:
    keys("Ctrl+A")
    words("Veldhoven")
    keys("Alt+V")
    words("Woonhuis\nThuisborg")
    keys("Alt+V")
    words("Huurders Woonhuis")
    keys("Alt+V")
    keys("Alt+M")


def save_as(path: Path) -> Callable[[QDialog], None]:
    def answer(_dialog: QDialog) -> None:
        keys("Ctrl+A")
        words(f"{path}\n")

    return answer


def new_dossier(app: App, path: Path) -> None:
    app.answering(lambda: app.press("Ctrl+N"), describe_the_dossier, save_as(path))


def test_a_new_dossier_is_made_with_the_keyboard_alone(app: App, tmp_path: Path) -> None:
    path = tmp_path / "Veldhoven.prestatie"
    new_dossier(app, path)

    assert path.is_file()
    assert app.title().startswith("Prestatieafspraken Veldhoven")
    assert app.room() == "agreements"


def test_the_whole_round_from_new_dossier_to_a_signature_that_lapses_and_comes_back(
    app: App, tmp_path: Path
) -> None:
    new_dossier(app, tmp_path / "Veldhoven.prestatie")

    app.press("Ctrl+Enter")
    app.type("Woonhuis bouwt in 2027 ruim 40 sociale huurwoningen.")
    app.press("Esc")
    assert "ruim 40" in agreements.rows(app.window)[0]

    app.press("Ctrl+3")
    assert signing.signed(app.window).startswith("0 van 4")
    signing.go_to(app.window, "1.7", "Huurders Woonhuis")
    signing.press_here(app.window, "Space")
    assert "tekent niet" in signing.cell(app.window, "1.7", "Huurders Woonhuis").lower()

    app.answering(lambda: app.choose_from_menu("adopt"), lambda _: keys("Enter"))
    assert "Vastgesteld: versie 1" in app.state()

    def sign(dialog: QDialog) -> None:
        signing.choose(dialog, "Partij", "Woonhuis")
        signing.fill(dialog, "Naam", "M. Proefpersoon")
        keys("Enter")

    app.answering(lambda: app.choose_from_menu("register"), sign)
    app.wait(lambda: signing.signed(app.window).startswith("1 van 4"))

    app.press("Ctrl+1")
    agreements.press_on_row(app.window, "Enter")
    agreements.press_in_text(app.window, "End")

    def write_on() -> None:
        agreements.write(app.window, " Zeker weten.")
        app.press("Esc")

    titles = app.answering(write_on, lambda _: keys("Alt+T"))
    assert "Woonhuis" in titles[0]
    assert "Zeker weten." in agreements.text(app.window)
    app.press("Ctrl+3")
    app.wait(lambda: signing.signed(app.window).startswith("0 van 4"))
    assert "Woonhuis" in signing.next_step(app.window)
    assert "Concept na versie 1" in app.state()

    app.press("Ctrl+Z")

    app.wait(lambda: signing.signed(app.window).startswith("1 van 4"))
    assert "Vastgesteld: versie 1" in app.state()
