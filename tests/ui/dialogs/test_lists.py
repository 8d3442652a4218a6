"""The dossier's own lists, changed in place."""

import pytest
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.journal.edits import choices
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.lists import ListsDialog
from tests.ui.dialogs.answering import focus
from tests.ui.driving import start as user
from tests.ui.driving.keys import press, type_text


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, session: Session) -> ListsDialog:
    session.commit(choices.add_choice(session.dossier, ChoiceList.PRICE, "Goedkoop"))
    made = ListsDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _cells(dialog: ListsDialog, column: int = 0) -> list[str]:
    model = dialog._table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def _edit(qtbot: QtBot, dialog: ListsDialog, column: int, text: str) -> None:
    table = dialog._table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, column))
    press(table, "F2")
    editor = focus()
    press(editor, "Ctrl+A")
    if len(text) > 500:
        user.paste(editor, text)
    else:
        type_text(editor, text)
    with qtbot.waitSignal(table.itemDelegate().closeEditor):
        press(editor, "Enter")


def test_a_table_gets_another_name_and_that_is_one_step(
    qtbot: QtBot, dialog: ListsDialog, session: Session
) -> None:
    _edit(qtbot, dialog, 0, "Bouwen én kopen")
    assert _cells(dialog) == ["Bouwen én kopen"]
    session.undo()
    assert _cells(dialog) == ["Nieuwbouw"]


def test_enter_after_a_new_name_adds_it_and_waits_for_the_next(
    dialog: ListsDialog, session: Session
) -> None:
    user.fill(dialog, "Naam van wat erbij komt", "Sloop")
    press(focus(), "Enter")
    type_text(focus(), "Verkoop\n")
    assert _cells(dialog) == ["Nieuwbouw", "Sloop", "Verkoop"]
    assert session.dossier.count(CommitmentKind) == 3
    assert dialog.isVisible()


def test_a_table_goes_with_its_rows_and_comes_back_with_them(
    dialog: ListsDialog, session: Session
) -> None:
    dialog._table.setFocus()
    press(dialog._table, "Del")
    assert _cells(dialog) == []
    assert session.dossier.count(Commitment) == 0
    assert any("met 2 rijen" in name for name in _texts(dialog))
    user.click(dialog, "Ongedaan maken")
    assert _cells(dialog) == ["Nieuwbouw"]
    assert session.dossier.count(Commitment) == 2


def test_a_class_is_recognised_by_its_other_spellings(
    qtbot: QtBot, dialog: ListsDialog, session: Session
) -> None:
    user.click(dialog, "Prijsklassen")
    assert _cells(dialog) == ["Goedkoop"]
    _edit(qtbot, dialog, 1, "kwaliteitskorting; ; tot € 454")
    assert session.dossier.all(Choice)[0].aliases == ("kwaliteitskorting", "tot € 454")
    assert _cells(dialog, 1) == ["kwaliteitskorting; tot € 454"]


@pytest.mark.parametrize(
    ("name", "said"), [("   ", "mag niet leeg zijn"), ("K" * 10_000, "langer dan 2000 tekens")]
)
def test_a_name_that_cannot_be_is_told_and_the_list_stays(
    qtbot: QtBot, dialog: ListsDialog, name: str, said: str
) -> None:
    _edit(qtbot, dialog, 0, name)
    assert said in dialog._problem.sentence()
    assert _cells(dialog) == ["Nieuwbouw"]
    user.fill(dialog, "Naam van wat erbij komt", name)
    user.click(dialog, "Toevoegen")
    assert said in dialog._problem.sentence()
    assert _cells(dialog) == ["Nieuwbouw"]


def test_an_empty_list_has_nothing_to_take_out(dialog: ListsDialog) -> None:
    user.click(dialog, "Woningtypen")
    assert not user.button(dialog, "Verwijderen").isEnabled()
    press(dialog._table, "Del")
    user.fill(dialog, "Naam van wat erbij komt", "Eengezins\n")
    assert _cells(dialog) == ["Eengezins"]
    assert user.button(dialog, "Verwijderen").isEnabled()


def _texts(dialog: ListsDialog) -> list[str]:
    return [dialog._toast._text.words()]
