from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from prestatie_desktop.journal.session import Session
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.parties.room import PartiesRoom
from prestatie_desktop.ui.settings import Settings
from tests.building import small_session


@pytest.fixture
def session() -> Session:
    return small_session()


@pytest.fixture
def room(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[PartiesRoom]:
    desk = Desk(session, Notes("dossier", tmp_path), Settings(tmp_path))
    made = PartiesRoom(desk)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(1250, 820)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    desk.bridge.close()
