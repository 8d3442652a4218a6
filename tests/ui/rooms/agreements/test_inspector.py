"""What stands beside the chosen agreement, and what one can do there."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.agreement import AgreementStatus, Obligation, Role, RoleKind
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.signing import SignatureSheet, SigningMode, SigningScope
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.journal.edits import agreements as edits
from prestatie_desktop.journal.edits import editions, parties, signing
from prestatie_desktop.journal.history import history_of
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.rooms.agreements.history_section import segments, steps
from prestatie_desktop.ui.rooms.agreements.room import AgreementsRoom
from prestatie_desktop.ui.widgets.badge import RoleBadge, SignMark
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.text import Text
from tests.building import SECRETARY, Clock, agreement, party, project, small_session
from tests.ui.driving import agreements as user
from tests.ui.driving.keys import press, type_text
from tests.ui.rooms.agreements.conftest import OpenRoom


def choose(combo: Combo, key: str) -> None:
    """Choose from the opened list."""
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_fields_are_committed_and_show_again_what_undo_brings_back(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    fields = room.inspector.fields
    choose(fields.status, "akkoord")
    choose(fields.obligation, "effort")
    fields.planning.setFocus()
    type_text(fields.planning, "Vóór juli")
    press(fields.planning, "Enter")
    now = agreement(session, "1.7")
    assert now.status is AgreementStatus.AGREED
    assert now.obligation is Obligation.EFFORT
    assert now.planning == "Vóór juli"
    room.desk.bridge.undo()
    assert fields.planning.text() == ""
    room.desk.bridge.undo()
    assert fields.obligation.current_key() == ""


def test_what_is_typed_beside_an_agreement_is_never_written_to_the_next(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    box = room.inspector.fields.remark
    box.setFocus()
    type_text(box, "Afstemmen met de raad\nin mei")
    user.click_row(room, "1.10")
    assert agreement(session, "1.7").remark == "Afstemmen met de raad\nin mei"
    assert agreement(session, "1.10").remark == ""
    assert box.toPlainText() == ""


def test_a_blank_typed_at_the_end_does_not_vanish_under_ones_hands(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    field = room.inspector.fields.planning
    field.setFocus()
    type_text(field, "Heel ")
    room.desk.bridge.flush()
    type_text(field, "2024")
    room.desk.bridge.flush()
    assert agreement(session, "1.7").planning == "Heel 2024"


def test_a_question_has_an_owner_and_none_when_it_is_answered(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    fields = room.inspector.fields
    assert fields.owner.isHidden()
    fields.question.setFocus()
    type_text(fields.question, "Wie betaalt?")
    room.desk.bridge.flush()
    assert not fields.owner.isHidden()
    woonhuis = party(session, "Woonhuis").id
    choose(fields.owner, woonhuis)
    assert agreement(session, "1.7").question_owner_id == woonhuis
    fields.question.selectAll()
    press(fields.question, "Del")
    room.desk.bridge.flush()
    assert agreement(session, "1.7").question_owner_id == ""
    assert fields.owner.isHidden()


def test_municipalities_are_asked_only_when_there_are_several(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    assert room.inspector.fields.municipality_boxes() == {}
    session.commit(parties.add_party(session.dossier, "Gemeente Eersel", PartyKind.MUNICIPALITY))
    boxes = room.inspector.fields.municipality_boxes()
    assert {name: box.isChecked() for name, box in boxes.items()} == {
        "Gemeente Veldhoven": True,
        "Gemeente Eersel": True,
    }
    boxes["Gemeente Eersel"].click()
    assert agreement(session, "1.7").municipalities == (party(session, "Gemeente Veldhoven").id,)
    room.inspector.fields.municipality_boxes()["Gemeente Eersel"].click()
    assert agreement(session, "1.7").municipalities == ()


def test_roles_are_given_changed_and_taken_away(room: AgreementsRoom, session: Session) -> None:
    user.click_row(room, "1.10")
    part = room.inspector.roles
    user.choose_from(part.party_menu(), "Thuisborg")
    user.choose_from(part.party_menu(), "Woningcorporaties")
    one = agreement(session, "1.10")
    assert {r.kind for r in session.dossier.roles_of(one.id)} == {
        RoleKind.LEAD,
        RoleKind.INVOLVED,
    }
    lead = next(r for r in session.dossier.roles_of(one.id) if r.kind is RoleKind.LEAD)
    user.choose_from(part.role_menu(lead), "Trekker onbekend")
    badges = [b.accessibleName() for b in part.findChildren(RoleBadge) if b.isVisible()]
    assert badges == ["Trekker onbekend: Thuisborg", "Betrokken: Woningcorporaties"]
    user.choose_from(part.role_menu(session.dossier.get(Role, lead.id)), "Geen rol")
    assert [r.kind for r in session.dossier.roles_of(one.id)] == [RoleKind.INVOLVED]


def test_a_group_says_who_is_in_it(room: AgreementsRoom) -> None:
    user.click_row(room, "1.10")
    menu: QMenu = room.inspector.roles.party_menu()
    tips = [a.toolTip() for a in menu.actions() if a.text() == "Woningcorporaties"]
    assert tips == ["Leden: Woonhuis, Thuisborg"]


def test_the_own_note_stays_out_of_the_dossier_and_comes_back(
    room: AgreementsRoom, session: Session, tmp_path: Path
) -> None:
    user.click_row(room, "1.7")
    box = room.inspector.note.box
    box.setFocus()
    type_text(box, "Kanarie: ons ondergrens is 35")
    before = session.head
    user.click_row(room, "1.10")
    assert session.head == before
    assert box.toPlainText() == ""
    assert room.desk.notes.of(agreement(session, "1.7").id) == "Kanarie: ons ondergrens is 35"
    user.click_row(room, "1.7")
    assert box.toPlainText() == "Kanarie: ons ondergrens is 35"


def sign_marks(room: AgreementsRoom) -> list[str]:
    marks = room.inspector.signing.findChildren(SignMark)
    return [mark.accessibleName() for mark in marks if mark.isVisible()]


def sign(session: Session, name: str) -> None:
    """Adopt the dossier as it is, and have one party sign it."""
    dossier, commit, day = session.dossier, session.commit, date(2025, 11, 3)
    someone = party(session, name).id
    commit(editions.adopt(dossier, SECRETARY, day))
    sheet = next(s for s in dossier.all(SignatureSheet) if s.party_id == someone)
    commit(editions.register_signature(dossier, SECRETARY, sheet.id, "M. de Boer", day))


def test_before_a_signed_agreement_is_changed_the_card_says_whose_signature_lapses(
    session: Session, open_room: OpenRoom, qtbot: QtBot
) -> None:
    sign(session, "Woonhuis")
    room = open_room(session)
    user.click_row(room, "1.10")
    assert room.page.card.signed_words() == (
        "Getekend door 1 partij. Wijzigen zet hun handtekening op “op eerdere tekst”: Woonhuis."
    )
    room.desk.bridge.do(edits.set_text, agreement(session, "1.7").id, "<p>Anders</p>")
    room.desk.signing_changed.emit()
    assert room.page.card.signed_words() == ""
    qtbot.waitUntil(lambda: "Woonhuis: Op eerdere tekst" in sign_marks(room))


def test_who_signs_is_told_with_the_exceptions(room: AgreementsRoom, session: Session) -> None:
    user.click_row(room, "1.10")
    assert sign_marks(room)[0] == "Gemeente Veldhoven: Tekent"
    session.commit(
        signing.set_signing(
            session.dossier,
            SigningScope.ITEM,
            agreement(session, "1.10").id,
            party(session, "Thuisborg").id,
            SigningMode.WITH_RESERVATION,
            reservation="Onder voorbehoud van de raad",
        )
    )
    room.desk.signing_changed.emit()
    QApplication.processEvents()
    assert "Thuisborg: Met voorbehoud" in sign_marks(room)
    assert room.inspector.signing.count.words() == "4 van 4 partijen"


def test_history_tells_a_burst_of_typing_as_one_change_of_the_text() -> None:
    clock = Clock()
    session = small_session(clock=clock)
    clock.pace = timedelta(seconds=2)
    one = agreement(session, "1.7")
    for text in ("<p>Woonhuis bouwt 50</p>", "<p>Woonhuis bouwt 50 huizen.</p>"):
        session.commit(edits.set_text(session.dossier, one.id, text))
    events = history_of(session.store, session.dossier, {ref(agreement(session, "1.7"))})
    told = list(steps(events, ref(one)))
    assert (told[0].old, told[0].new) == (
        "<p>Woonhuis bouwt ruim 40 woningen.</p>",
        "<p>Woonhuis bouwt 50 huizen.</p>",
    )
    assert [h.entry.action for h in told] == ["set_text", "add_agreement"]


def test_history_shows_the_words_that_changed(
    room: AgreementsRoom, session: Session, qtbot: QtBot
) -> None:
    user.click_row(room, "1.7")
    room.desk.bridge.do(edits.set_status, agreement(session, "1.7").id, AgreementStatus.AGREED)

    def told() -> list[str]:
        texts = room.inspector.history.findChildren(Text)
        return [text.words() for text in texts if text.isVisible()]

    qtbot.waitUntil(lambda: "Status van 1.7: akkoord" in told())
    assert "Afspraak 1.7 toegevoegd" in told()


def test_a_redline_keeps_only_what_is_around_the_change() -> None:
    long = "woord " * 60
    found = segments(f"<p>{long}oud {long}</p>", f"<p>{long}nieuw {long}</p>")
    assert [kind for _, kind in found if kind != "same"] == ["deleted", "inserted"]
    assert sum(len(text) for text, _ in found) < 200
    assert segments("<p>een</p>", "<p><b>een</b></p>")[0][1] == "same"


def test_nothing_chosen_is_said_in_words(open_room: OpenRoom, session: Session) -> None:
    room = open_room(session)
    user.open_tab(room, "Tekst")
    assert user.title_beside(room) == ""


def test_previous_and_next_walk_through_the_theme(room: AgreementsRoom) -> None:
    user.click_row(room, "1.7")
    room.inspector.next_wanted.emit()
    assert user.title_beside(room) == "Afspraak 1.10"
    room.inspector.next_wanted.emit()
    assert user.title_beside(room) == "Afspraak 1.10"
    room.inspector.previous_wanted.emit()
    assert user.title_beside(room) == "Afspraak 1.7"


def test_folded_sections_stay_folded(
    open_room: OpenRoom, session: Session, room: AgreementsRoom
) -> None:
    room.inspector.section("history").set_folded(True)
    assert open_room(session).inspector.section("history").is_folded()
    assert not open_room(session).inspector.section("roles").is_folded()


def test_who_comes_back_from_a_row_finds_the_agreement_beside_it_again(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    row = project(session, "Kerkveld").id
    room.desk.choose_item(row)
    assert "Kerkveld" in user.title_beside(room)
    user.click_row(room, "1.7")
    assert user.title_beside(room) == "Afspraak 1.7"

    room.desk.choose_item(row)
    room.page.card.editor.setFocus(Qt.FocusReason.TabFocusReason)
    assert user.title_beside(room) == "Afspraak 1.7"

    room.desk.choose_item(row)
    assert room.show_item(agreement(session, "1.7").id)
    assert user.title_beside(room) == "Afspraak 1.7"
