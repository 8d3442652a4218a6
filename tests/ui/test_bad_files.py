"""What is no dossier is told in one sentence, and the dossier that is open stays open."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from prestatie_desktop.cli import run
from tests.ui.driver import App


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    app = App(tmp_path)
    yield app
    app.close()


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def another_program_s(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE adres (id TEXT)")


def from_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9999")


SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "bestaat niet"),
    "text": (lambda path: path.write_text("Geachte heer,"), "is geen dossier"),
    "half": (cut_off, "is niet compleet"),
    "another program's": (another_program_s, "is geen dossier"),
    "newer": (from_the_future, "nieuwere versie"),
}


@pytest.mark.parametrize(("spoil", "words"), SPOILED.values(), ids=SPOILED)
def test_what_is_no_dossier_is_told_and_the_open_one_stays(
    app: App, tmp_path: Path, spoil: Callable[[Path], object], words: str
) -> None:
    good, bad = tmp_path / "goed.prestatie", tmp_path / "fout.prestatie"
    for path in (good, bad):
        assert run(["new", str(path)]) == 0
    spoil(bad)
    app.open(good)
    title, said = app.title(), []

    def read(dialog: QDialog) -> None:
        said.append(dialog.accessibleDescription())
        app.press("Enter")

    assert app.answering(lambda: app.open(bad), read) == ("Dat kan niet",)
    assert "fout.prestatie" in said[0]
    assert words in said[0]
    assert app.title() == title
    assert app.room() == "agreements"


def test_notes_that_cannot_be_read_are_told_and_the_dossier_opens(app: App, tmp_path: Path) -> None:
    path = tmp_path / "goed.prestatie"
    assert run(["new", str(path), "--example", "heerlen-2024"]) == 0
    app.open(path)
    assert app.window.file is not None
    notes = app.home / "notes" / f"{app.window.file.session.dossier.set.id}.notities"
    app.window.close_dossier()
    notes.parent.mkdir(exist_ok=True)
    notes.write_bytes(b"geen notities" * 100)
    said = []

    def read(dialog: QDialog) -> None:
        said.append(dialog.accessibleDescription())
        app.press("Enter")

    app.answering(lambda: app.open(path), read)

    assert "eigen notities" in said[0]
    assert app.room() == "agreements"
