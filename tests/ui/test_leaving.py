"""Leaving a dossier loses nothing that was typed, or says so first."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from prestatie_desktop.cli import run
from tests.ui.driver import App, fill
from tests.ui.driving import agreements

TYPED = " Ook in de wijk."
TITLE = "Niet alles is bewaard"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    app = App(tmp_path)
    yield app
    # The dossier of a test may still be out of its place, and nobody is there to answer.
    app.window.workspace = None
    app.close()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("voorbeeld") / "Voorbeeld.prestatie"
    assert run(["new", str(path), "--example", "heerlen-2024"]) == 0
    return path


@pytest.fixture
def path(app: App, example: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Voorbeeld.prestatie"
    shutil.copy(example, path)
    open_and_choose(app, path)
    return path


def open_and_choose(app: App, path: Path) -> None:
    app.open(path)
    # What showed the dossier before is really gone, as it is in the event loop of the program.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    agreements.click_row(app.window, "1.7")


def shown(app: App) -> str:
    return agreements.text(app.window)


def type_and_lose_the_file(app: App, path: Path) -> Path:
    agreements.write(app.window, TYPED)
    away = path.with_name("elders.prestatie")
    path.rename(away)
    return away


def test_opening_the_same_file_again_keeps_what_was_just_typed(app: App, path: Path) -> None:
    agreements.write(app.window, TYPED)
    open_and_choose(app, path)

    assert TYPED in shown(app)
    agreements.write(app.window, " En nog iets.")
    app.window.close_dossier()
    assert app.room() == "", "it could not be left: what was typed was refused"


def test_closing_asks_when_what_was_typed_cannot_be_written(app: App, path: Path) -> None:
    away = type_and_lose_the_file(app, path)

    titles = app.answering(app.window.close, lambda _: app.press("Esc"))
    assert titles == (TITLE,)
    assert app.window.isVisible()
    assert TYPED in shown(app)

    away.rename(path)
    agreements.write(app.window, "!")
    app.window.close_dossier()
    open_and_choose(app, path)
    assert TYPED + "!" in shown(app)


def test_text_that_was_refused_long_ago_is_asked_about_too(app: App, path: Path) -> None:
    type_and_lose_the_file(app, path)
    app.press("Ctrl+2")
    assert app.room() == "parties"

    app.answering(app.window.close_dossier, lambda _: app.press("Enter"))
    assert app.room() == "parties"
    app.answering(app.window.close_dossier, lambda _: app.press("Alt+T"))
    assert app.room() == ""


def test_a_dossier_that_was_changed_in_another_window_says_so(
    app: App, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "ander").mkdir()
    other = App(tmp_path / "ander")
    open_and_choose(other, path)
    agreements.write(other.window, TYPED)
    other.close()

    app.to_the_front()
    agreements.write(app.window, " Van mij.")
    titles = app.answering(app.window.close_dossier, lambda _: app.press("Esc"))
    assert titles == (TITLE,)
    assert " Van mij." in shown(app)


def test_no_other_dossier_takes_the_place_of_one_that_is_not_saved(
    app: App, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Ander.prestatie"
    shutil.copy(path, other)
    type_and_lose_the_file(app, path)

    app.answering(lambda: app.open(other), lambda _: app.press("Esc"))
    assert TYPED in shown(app)
    app.answering(lambda: open_and_choose(app, other), lambda _: app.press("Alt+T"))
    assert TYPED not in shown(app)
    assert QApplication.activeModalWidget() is None


def test_a_note_that_cannot_be_kept_is_asked_about(app: App, path: Path) -> None:
    (app.home / "notes").write_text("hier kan geen map komen", encoding="utf-8")
    fill(app.window, "Eigen notitie", "Tot 40 woningen.")
    app.press("Ctrl+2")

    titles = app.answering(app.window.close, lambda _: app.press("Esc"))
    assert titles == (TITLE,)
    app.press("Ctrl+1")
    fill(app.window, "Eigen notitie", "")
    app.window.close_dossier()
    assert app.room() == ""
    assert path.is_file()
