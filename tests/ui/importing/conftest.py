"""The program with a folder to import from, and dialogs for files answered by the tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from prestatie_desktop.ui.look.theme import Theme
from tests.ui.driver import App


@pytest.fixture
def app(look: Theme, tmp_path: Path) -> Iterator[App]:
    """The window, on the start screen."""
    home = tmp_path / "thuis"
    home.mkdir()
    running = App(home)
    yield running
    running.close()


@pytest.fixture
def keep_at(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the file dialog is told to keep whatever is saved."""
    path = tmp_path / "Nieuw.prestatie"

    def answer(*_: object, **__: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return path
