from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.bod import BodSubmission, BodText
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.journal.edits import bods, commitments, parties
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.look.theme import Appearance, Theme
from prestatie_desktop.ui.rooms.bod.own_part import part_of
from prestatie_desktop.ui.rooms.bod.room import BodRoom
from prestatie_desktop.ui.rooms.bod.submit_dialog import SubmitDialog
from prestatie_desktop.ui.rooms.bod.submitted import ComparedModel, compared
from tests.building import party, project
from tests.ui.driving import bod as user
from tests.ui.driving import tables
from tests.ui.driving.keys import press, type_text


@pytest.fixture
def limburg(room: BodRoom) -> BodRoom:
    user.choose_corporation(room, "Wonen Limburg")
    return room


def test_cards_say_the_totals_and_what_they_rest_on(limburg: BodRoom) -> None:
    said = user.cards(limburg)
    assert said[0] == "Nieuwbouw: 142, waarvan 65 een ondergrens is"
    assert said[1] == "Renovatie: 48, 23 staat twee keer in de lijst"
    assert "Verkoop: 0, geen voornemens, met toelichting" in said
    assert "Onderzoek: 59, 2 rijen onbekend niet meegeteld" in said


def test_an_empty_kind_says_so_and_takes_a_row(limburg: BodRoom, session: Session) -> None:
    part = user.section(limburg, "B  Sloop")
    assert "geen voornemens" in [c.text() for c in part.findChildren(QLabel) if c.isVisible()]
    tables.press_link(part, "Toch een rij toevoegen")
    table = tables.table_named(limburg, "Sloop")
    box = tables.editor(table)
    type_text(box, "Oude flat")
    press(box, "Enter")
    tables.settle()
    made = project(session, "Oude flat")
    assert made.corporation_id == party(session, "Wonen Limburg").id


def test_the_totals_of_one_and_of_all_stand_under_the_rows(limburg: BodRoom) -> None:
    table = tables.table_named(limburg, "Nieuwbouw")
    said = tables.total(table)
    assert "Totaal Wonen Limburg" in said
    assert "Vijf corporaties samen, ≥ 446, ≥ 446" in said


def test_a_year_is_typed_and_leaves_the_rest_without_a_year(
    limburg: BodRoom, session: Session
) -> None:
    table = tables.table_named(limburg, "Nieuwbouw")
    at = tables.column(table, "Locatie").index("Doorstroomwoningen")
    tables.type_in(table, at, "2026", "12")
    assert tables.column(table, "zonder jaar")[at] == "8"
    assert project(session, "Doorstroomwoningen").in_year(2026).value == 12


def test_less_agreed_than_offered_is_said_beside_the_number(
    limburg: BodRoom, session: Session
) -> None:
    table = tables.table_named(limburg, "Nieuwbouw")
    at = tables.column(table, "Locatie").index("Doorstroomwoningen")
    tables.type_in(table, at, "Afgesproken", "18")
    row = project(session, "Doorstroomwoningen")
    assert (row.offered.raw, row.homes.raw) == ("20 woningen", "18")
    part = limburg.sections[row.kind_id]
    assert part.edited is not None
    assert part.edited.grid.look(row.id, "homes").second == "2 minder"
    assert "≥ 140" in tables.total(table)


def test_a_text_is_written_in_its_own_place(
    limburg: BodRoom, session: Session, qtbot: QtBot
) -> None:
    editor = limburg.texts.fields["conditions"].editor
    editor.setFocus()
    editor.selectAll()
    type_text(editor, "Onder voorbehoud van de RvC.")
    limburg.flush()
    owner = party(session, "Wonen Limburg").id
    texts = {text.heading: text.text for text in session.dossier.of(BodText, "party_id", owner)}
    assert texts["conditions"] == "<p>Onder voorbehoud van de RvC.</p>"
    user.choose_corporation(limburg, "Weller")
    assert "voorbehoud" not in limburg.texts.fields["conditions"].editor.toPlainText()
    assert user.the_room(limburg).desk.bridge.undo() is not None


def test_the_checklist_warns_and_follows_what_is_filled_in(
    limburg: BodRoom, session: Session
) -> None:
    assert any("datum ontbreekt" in line for line in user.checklist(limburg))
    owner = party(session, "Wonen Limburg").id
    limburg.desk.bridge.do(
        bods.submit_bod,
        session.author,
        owner,
        date(2023, 7, 1),
        consulted_on=date(2023, 6, 12),
    )
    tables.settle()
    assert not any("datum ontbreekt" in line for line in user.checklist(limburg))
    assert "Ingediend 1 juli 2023" in user.words(limburg)


def test_handing_in_freezes_the_bod_and_undo_takes_it_back(
    limburg: BodRoom, session: Session, qtbot: QtBot
) -> None:
    def answer(dialog: SubmitDialog) -> None:
        dialog.day.setText("1-7-2023")
        type_text(dialog.consultation, "Huurders zijn gehoord")
        done = dialog.default_button()
        assert done is not None
        done.click()

    answering(answer, limburg.submit)
    (submission,) = session.dossier.all(BodSubmission)
    assert submission.submitted_on == date(2023, 7, 1)
    assert submission.consultation == "Huurders zijn gehoord"
    limburg.desk.bridge.undo()
    tables.settle()
    assert session.dossier.all(BodSubmission) == ()
    assert "Concept, niet ingediend" in user.words(limburg)


def test_what_was_handed_in_stays_readable(
    limburg: BodRoom, session: Session, qtmodeltester: ModelTester
) -> None:
    owner = party(session, "Wonen Limburg").id
    limburg.desk.bridge.do(bods.submit_bod, session.author, owner, date(2023, 7, 1))
    row = project(session, "Doorstroomwoningen")
    limburg.desk.bridge.do(commitments.set_values, row.id, {"homes": "18"})
    tables.settle()
    tables.press_link(limburg, "Wat is ingediend")
    from prestatie_desktop.journal.snapshot import snapshot

    (submission,) = session.dossier.all(BodSubmission)
    frozen = snapshot(session.store, submission.snapshot_id)
    lines = {line.name: line for line in compared(frozen, session.dossier, owner)}
    assert (lines["Doorstroomwoningen"].before, lines["Doorstroomwoningen"].now) == ("20", "18")
    assert lines["Doorstroomwoningen"].apart == "2 minder"
    assert lines["Nieuwbouw"].apart == "2 minder"
    model = ComparedModel(list(lines.values()))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    tables.press_link(limburg, "Indiening intrekken")
    assert session.dossier.all(BodSubmission) == ()


def test_the_dialog_needs_a_day_that_exists(limburg: BodRoom) -> None:
    dialog = SubmitDialog("Woonhuis", 2, date(2025, 7, 1), limburg)
    done = dialog.default_button()
    assert done is not None
    assert done.isEnabled()
    dialog.day.setText("31-2-2025")
    assert not done.isEnabled()
    dialog.day.setText("")
    assert not done.isEnabled()
    dialog.deleteLater()


def test_roles_are_read_with_groups_expanded(limburg: BodRoom, session: Session) -> None:
    owner = party(session, "Wonen Limburg").id
    found = [part_of(session.dossier, theme.id, owner) for theme in session.dossier.themes]
    assert any(agreements for part in found for agreements in part.values())
    asked: list[str] = []
    limburg.desk.item_wanted.connect(asked.append)
    first = next(a for part in found for agreements in part.values() for a in agreements)
    label = next(label for label in limburg.part.findChildren(QLabel) if first.id in label.text())
    label.linkActivated.emit(first.id)
    assert asked == [first.id]


def test_a_row_of_another_corporation_is_shown_when_asked_for(
    limburg: BodRoom, session: Session
) -> None:
    row = project(session, "Slakhorst")
    assert limburg.show_item(row.id)
    assert limburg.party_id == row.corporation_id
    assert not limburg.show_item("nothing")


def test_printing_asks_for_the_bod(limburg: BodRoom) -> None:
    asked: list[str] = []
    limburg.desk.room_wanted.connect(asked.append)
    tables.press_link(limburg, "Bod afdrukken")
    assert asked == ["print:bod"]


def test_choosing_my_organisation_shows_its_bod(room: BodRoom, session: Session) -> None:
    weller = party(session, "Weller").id
    room.desk.filter_on(weller)
    assert room.party_id == weller


def test_without_corporations_the_room_says_what_to_do(room: BodRoom, session: Session) -> None:
    gone = [p.id for p in session.dossier.all(Party) if p.kind is PartyKind.CORPORATION]
    for party_id in gone:
        room.desk.bridge.do(parties.edit_party, party_id, kind=PartyKind.OTHER)
    tables.settle()
    assert "Nog geen corporaties" in user.words(room)
    room.desk.bridge.undo()
    tables.settle()
    assert "Nog geen corporaties" not in user.words(room)


def test_a_kind_that_comes_or_goes_is_a_part_of_the_bod(room: BodRoom, session: Session) -> None:
    before = len(room.sections)
    room.desk.bridge.do(commitments.add_kind, "Warmtenet")
    assert len(room.sections) == before + 1
    room.desk.bridge.undo()
    assert len(room.sections) == before
    assert session.dossier.count(CommitmentKind) > 0
    assert session.dossier.count(Commitment) > 0


def test_a_narrow_room_has_its_checklist_under_the_bod(room: BodRoom) -> None:
    room.resize(820, 700)
    tables.settle()
    assert not room.readiness.isVisible()
    assert "Klaar om in te dienen?" in user.words(room)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_it_stands_at_every_size_and_in_the_dark(
    room: BodRoom, look: Theme, scale: float, appearance: Appearance
) -> None:
    look.set_appearance(appearance)
    look.set_scale(scale)
    tables.settle()
    assert room.minimumSizeHint().width() <= 1_100
    assert not room.grab().isNull()


def answering(answer: Callable[[SubmitDialog], None], act: Callable[[], None]) -> None:
    seen: list[SubmitDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SubmitDialog)
        seen.append(dialog)
        answer(dialog)

    QTimer.singleShot(50, look)
    act()
    assert seen
