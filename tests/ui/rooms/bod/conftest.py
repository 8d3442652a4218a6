"""The room on the example, as large as it is in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from prestatie_desktop.filling.example import fill_example
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.bod.room import BodRoom
from prestatie_desktop.ui.settings import Settings


@pytest.fixture
def session() -> Session:
    store = MemoryStore()
    fill_example(store, "heerlen-2024")
    return Session(store, Author("S. Voorbeeld", "Gemeente Heerlen"))


@pytest.fixture
def room(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[BodRoom]:
    desk = Desk(session, Notes("dossier", tmp_path), Settings(tmp_path))
    made = BodRoom(desk)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(1252, 795)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    desk.bridge.close()
