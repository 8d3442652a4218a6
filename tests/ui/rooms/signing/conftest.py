"""The room on a dossier of its own, as large as it is in the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from prestatie_desktop.journal.session import Session
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.signing.room import SigningRoom
from prestatie_desktop.ui.settings import Settings
from tests.building import small_session

OpenRoom = Callable[[Session], SigningRoom]


@pytest.fixture
def open_room(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenRoom]:
    rooms: list[SigningRoom] = []

    def open_(session: Session) -> SigningRoom:
        desk = Desk(session, Notes("dossier", tmp_path), Settings(tmp_path))
        room = SigningRoom(desk)
        desk.setParent(room)
        qtbot.addWidget(room)
        room.resize(1252, 795)
        room.show()
        qtbot.waitExposed(room)
        room.activateWindow()
        rooms.append(room)
        return room

    yield open_
    for room in rooms:
        room.desk.bridge.close()


@pytest.fixture
def session() -> Session:
    return small_session()


@pytest.fixture
def room(open_room: OpenRoom, session: Session) -> SigningRoom:
    return open_room(session)
