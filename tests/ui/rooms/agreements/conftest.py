"""A room on a dossier of its own, as large as it is in the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from prestatie_desktop.journal.session import Session
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.agreements.room import AgreementsRoom
from prestatie_desktop.ui.settings import Settings
from tests.building import small_session

OpenRoom = Callable[..., AgreementsRoom]


class Heard(QObject):
    """What the room told the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.refused: list[str] = []
        self.happened: list[str] = []
        desk.bridge.refused.connect(self.refused.append)
        desk.happened.connect(lambda text, _undoable: self.happened.append(text))


@pytest.fixture
def open_room(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenRoom]:
    """Opens a room on a session; the same settings and notes for all of one test."""
    rooms: list[AgreementsRoom] = []

    def open_(session: Session) -> AgreementsRoom:
        desk = Desk(session, Notes("dossier", tmp_path), Settings(tmp_path))
        room = AgreementsRoom(desk)
        desk.setParent(room)
        room.resize(1250, 820)
        room.show()
        qtbot.waitExposed(room)
        rooms.append(room)
        return room

    yield open_
    for room in rooms:
        room.desk.bridge.close()
        room.close()
        room.deleteLater()
    # Without an event loop Qt would keep them, and style them again in every later test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def session() -> Session:
    return small_session()


@pytest.fixture
def room(open_room: OpenRoom, session: Session) -> AgreementsRoom:
    return open_room(session)


@pytest.fixture
def heard(room: AgreementsRoom) -> Heard:
    return Heard(room.desk)
