"""A dossier with two projects behind a bridge, and the table of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.bridge import Bridge
from prestatie_desktop.ui.models.commitment_columns import project_columns
from prestatie_desktop.ui.models.commitment_table import CommitmentTable
from tests.building import small_session


@pytest.fixture
def session() -> Session:
    return small_session()


@pytest.fixture
def bridge(qapp: QApplication, session: Session) -> Iterator[Bridge]:
    made = Bridge(session)
    yield made
    made.close()


@pytest.fixture
def refusals(bridge: Bridge) -> list[str]:
    heard: list[str] = []
    bridge.refused.connect(heard.append)
    return heard


@pytest.fixture
def kind_id(session: Session) -> Id:
    return session.dossier.all(CommitmentKind)[0].id


@pytest.fixture
def table(bridge: Bridge, kind_id: Id) -> CommitmentTable:
    return CommitmentTable(bridge, kind_id, project_columns((2026, 2027)))
