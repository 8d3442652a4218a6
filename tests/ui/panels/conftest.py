"""Panels on a small dossier, as wide as they are in the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.journal.session import Session
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.settings import Settings
from tests.building import small_session

Show = Callable[[QWidget], None]


@pytest.fixture
def session() -> Session:
    return small_session()


@pytest.fixture
def desk(qapp: object, session: Session, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(session, Notes("dossier", tmp_path), Settings(tmp_path))
    yield made
    made.bridge.close()


@pytest.fixture
def refusals(desk: Desk) -> list[str]:
    heard: list[str] = []
    desk.bridge.refused.connect(heard.append)
    return heard


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def show_(panel: QWidget) -> None:
        qtbot.addWidget(panel)
        panel.resize(860, 600)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()

    return show_
