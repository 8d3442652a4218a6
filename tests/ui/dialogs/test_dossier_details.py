"""What the dossier is about, changed in one step."""

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.agreement_set import SetKind, SetStatus
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.dossier_details import DossierDetailsDialog
from tests.ui.dialogs.answering import focus
from tests.ui.driving import start as user
from tests.ui.driving.keys import press


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> DossierDetailsDialog:
    made = DossierDetailsDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_everything_changed_is_one_step_to_undo(
    dialog: DossierDetailsDialog, session: Session
) -> None:
    before = session.dossier.set
    user.fill(dialog, "Titel", "Afspraken Brabantse Kempen")
    user.choose(dialog, "Soort", "Regionale afspraken")
    user.fill(dialog, "Laatste jaar", "2028")
    user.fill(dialog, "Titel van het kader", "Kader")
    user.fill(dialog, "Datum van de afspraken", "14 nov 2025")
    press(dialog, "Enter")

    now = session.dossier.set
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (now.title, now.kind) == ("Afspraken Brabantse Kempen", SetKind.REGIONAL)
    assert (now.first_year, now.last_year) == (2026, 2028)
    assert (now.framework_title, now.dated) == ("Kader", date(2025, 11, 14))
    session.undo()
    assert session.dossier.set == before


def test_the_status_is_a_step_of_its_own(dialog: DossierDetailsDialog, session: Session) -> None:
    user.choose(dialog, "Status", "Onderhandelakkoord")
    press(dialog, "Enter")
    assert session.dossier.set.status is SetStatus.NEGOTIATED
    assert session.to_undo is not None
    assert session.to_undo.action == "set_dossier_status"


def test_nothing_changed_is_no_step(dialog: DossierDetailsDialog, session: Session) -> None:
    head = session.head
    press(dialog, "Enter")
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert session.head == head


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("Titel", "", "De titel mag niet leeg zijn"),
        ("Titel", "T" * 10_000, "langer dan 2000 tekens"),
        ("Eerste jaar", "2031", "Deze jaren kunnen niet"),
        ("Eerste jaar", "twee", "Dit is geen jaar"),
        ("Laatste jaar", "", "Dit is geen jaar"),
        ("Datum van de afspraken", "32-13-2025", "Dit is geen datum"),
    ],
)
def test_what_cannot_be_is_told_in_the_window_and_nothing_changes(
    dialog: DossierDetailsDialog, session: Session, field: str, text: str, said: str
) -> None:
    head = session.head
    user.fill(dialog, field, text)
    press(dialog, "Enter")
    assert said in dialog._problem.sentence()
    assert dialog.isVisible()
    assert session.head == head


def test_escape_changes_nothing(dialog: DossierDetailsDialog, session: Session) -> None:
    head = session.head
    user.fill(dialog, "Titel", "Anders")
    press(focus(), "Esc")
    assert session.head == head
