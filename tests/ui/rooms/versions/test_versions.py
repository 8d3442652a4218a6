from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.agreement import AgreementStatus, RoleKind
from prestatie_desktop.journal.edits import agreements, editions, roles
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Session
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.models.differences import compare, segments
from prestatie_desktop.ui.rooms.versions.edition_dialog import EditionDialog
from prestatie_desktop.ui.rooms.versions.room import VersionsRoom
from prestatie_desktop.ui.settings import Settings
from tests.building import SECRETARY, agreement, party, small_session
from tests.ui.driving.keys import press, type_text
from tests.ui.driving.signing import answering, press_button

OpenRoom = Callable[[Session], VersionsRoom]


@pytest.fixture
def open_room(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenRoom]:
    rooms: list[VersionsRoom] = []

    def open_(session: Session) -> VersionsRoom:
        desk = Desk(session, Notes("dossier", tmp_path), Settings(tmp_path))
        room = VersionsRoom(desk)
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


def change(session: Session, number: str, text: str) -> None:
    session.commit(agreements.set_text(session.dossier, agreement(session, number).id, text))


def moments(room: VersionsRoom) -> list[str]:
    return [str(room.points.index(at, 0).data()) for at in range(room.points.rowCount())]


def choose_moment(room: VersionsRoom, name: str) -> None:
    room.list.setFocus()
    press(room.list, "Ctrl+Home")
    for _ in range(moments(room).index(name)):
        press(room.list, "Down")


def test_versions_and_named_moments_stand_in_order_of_time(
    open_room: OpenRoom, session: Session
) -> None:
    session.name_moment("Voor het overleg")
    session.commit(editions.adopt(session.dossier, SECRETARY, date(2025, 11, 4)))
    session.name_moment("Na het vaststellen")
    room = open_room(session)
    # An edition carries the clock of the machine, the moments that of the test.
    assert set(moments(room)) == {"Versie 1", "Na het vaststellen", "Voor het overleg",
                                  "Begin van het dossier"}  # fmt: skip
    named = [name for name in moments(room) if name != "Versie 1"]
    assert named == ["Na het vaststellen", "Voor het overleg", "Begin van het dossier"]


def test_what_changed_since_a_moment_is_shown_with_its_words(
    open_room: OpenRoom, session: Session
) -> None:
    session.name_moment("Voor het overleg")
    change(session, "1.7", "<p>Woonhuis bouwt ruim 45 woningen.</p>")
    room = open_room(session)
    choose_moment(room, "Voor het overleg")
    assert room.changes.count_words() == "1 onderdeel"
    (card,) = room.changes.words()
    assert "Afspraak 1.7" in card
    assert "[vervallen: 40]" in card
    assert "[toegevoegd: 45]" in card


def test_a_change_that_was_taken_back_is_no_change(open_room: OpenRoom, session: Session) -> None:
    session.name_moment("Voor het overleg")
    change(session, "1.7", "<p>Anders.</p>")
    session.undo()
    room = open_room(session)
    choose_moment(room, "Voor het overleg")
    assert room.changes.words() == []


def test_a_version_is_compared_with_now_and_follows_new_edits(
    open_room: OpenRoom, session: Session, qtbot: QtBot
) -> None:
    session.commit(editions.adopt(session.dossier, SECRETARY, date(2025, 11, 4)))
    room = open_room(session)
    choose_moment(room, "Versie 1")
    assert room.changes.words() == []
    item, house = agreement(session, "1.10"), party(session, "Woonhuis")
    room.desk.bridge.do(roles.set_role, item.id, house.id, RoleKind.LEAD)
    qtbot.waitUntil(lambda: len(room.changes.words()) == 1, timeout=3000)
    assert "Woonhuis (trekker)" in room.changes.words()[0]


def test_two_moments_are_compared_whichever_is_chosen_first(
    open_room: OpenRoom, session: Session
) -> None:
    session.name_moment("Eerst")
    change(session, "1.7", "<p>Woonhuis bouwt ruim 45 woningen.</p>")
    session.name_moment("Later")
    change(session, "2.1", "<p>Heel anders.</p>")
    room = open_room(session)
    choose_moment(room, "Later")
    until = room.changes._until
    until.setCurrentIndex(until.findText("Eerst"))
    (card,) = room.changes.words()
    assert "[toegevoegd: 45]" in card


def test_the_text_of_then_can_be_read(open_room: OpenRoom, session: Session) -> None:
    session.commit(editions.adopt(session.dossier, SECRETARY, date(2025, 11, 4)))
    change(session, "1.7", "<p>Nieuwe tekst.</p>")
    room = open_room(session)
    choose_moment(room, "Versie 1")
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, EditionDialog)
        seen.append(dialog.words())

    answering(lambda: press_button(room, "Tekst van toen"), look)
    assert "Woonhuis bouwt ruim 40 woningen." in seen[0]
    assert "Woonhuis (trekker)" in seen[0]
    assert "Nieuwe tekst" not in seen[0]


def test_the_journal_reads_from_the_latest_to_the_first_and_grows(
    open_room: OpenRoom, session: Session
) -> None:
    room = open_room(session)
    press_button(room, "Logboek")
    lines = room.journal.words()
    assert lines[-1] == "Dossier Prestatieafspraken Veldhoven 2026 begonnen"
    item = agreement(session, "1.7")
    room.desk.bridge.do(agreements.set_status, item.id, AgreementStatus.AGREED)
    assert room.journal.words()[0] == "Status van 1.7: akkoord"
    assert len(room.journal.words()) == len(lines) + 1


def test_the_journal_is_not_read_before_it_is_looked_at(
    open_room: OpenRoom, session: Session
) -> None:
    room = open_room(session)
    assert room.journal.model.rowCount() == 0


def test_the_journal_filters_on_an_item_by_its_number(
    open_room: OpenRoom, session: Session
) -> None:
    change(session, "1.7", "<p>Anders.</p>")
    room = open_room(session)
    press_button(room, "Logboek")
    type_text(room.journal.search, "1.7")
    press(room.journal.search, "Enter")
    assert room.journal.words() == [
        "Tekst van 1.7 gewijzigd",
        "Rol van Woningcorporaties bij 1.7: betrokken",
        "Rol van Woonhuis bij 1.7: trekker",
        "Afspraak 1.7 toegevoegd",
    ]


def test_the_journal_filters_on_words_and_on_a_person(
    open_room: OpenRoom, session: Session
) -> None:
    session.author = Author("B. Ander", "Woonhuis")
    change(session, "2.1", "<p>Anders.</p>")
    room = open_room(session)
    press_button(room, "Logboek")
    room.journal._person.setCurrentIndex(room.journal._person.findText("B. Ander"))
    assert room.journal.words() == ["Tekst van 2.1 gewijzigd"]
    room.journal._person.setCurrentIndex(0)
    type_text(room.journal.search, "GROEP")
    press(room.journal.search, "Enter")
    assert room.journal.words() == ["Groep Woningcorporaties toegevoegd"]


def test_a_line_of_the_journal_opens_with_its_redline(
    open_room: OpenRoom, session: Session
) -> None:
    change(session, "1.7", "<p>Woonhuis bouwt ruim 45 woningen.</p>")
    change(session, "1.7", "<p>Woonhuis bouwt ruim 50 woningen.</p>")
    session.seal()
    room = open_room(session)
    press_button(room, "Logboek")
    table = room.journal.table
    table.setFocus()
    table.setCurrentIndex(room.journal.model.index(1, 0))
    seen: list[str] = []
    answering(
        lambda: press(table, "Enter"),
        lambda dialog: seen.extend(dialog.changes.words()),  # type: ignore[attr-defined]
    )
    assert "[vervallen: 40]" in seen[0]
    assert "[toegevoegd: 45]" in seen[0]


def test_what_was_removed_is_shown_with_what_it_said(open_room: OpenRoom, session: Session) -> None:
    session.name_moment("Eerst")
    session.commit(agreements.remove_agreement(session.dossier, agreement(session, "2.1").id))
    room = open_room(session)
    choose_moment(room, "Eerst")
    assert any("2.1" in card and "Verwijderd" in card for card in room.changes.words())


def test_long_lists_of_changes_come_a_batch_at_a_time(
    open_room: OpenRoom, session: Session
) -> None:
    session.name_moment("Eerst")
    for at in range(50):
        session.commit(
            agreements.add_agreement(
                session.dossier, session.dossier.themes[1].id, number=f"2.{at + 10}"
            )
        )
    room = open_room(session)
    choose_moment(room, "Eerst")
    assert room.changes.count_words() == "50 onderdelen"
    assert len(room.changes.words()) == 20
    press_button(room, "Nog 30 tonen")
    assert len(room.changes.words()) == 40


def test_the_status_of_the_dossier_is_no_difference_in_its_text(session: Session) -> None:
    before = session.dossier.copy()
    session.commit(editions.adopt(session.dossier, SECRETARY, date(2025, 11, 4)))
    assert compare(before, session.dossier) == []


def test_paragraphs_far_from_a_change_are_left_out() -> None:
    old = "".join(f"<p>Alinea {at} blijft.</p>" for at in range(9))
    new = old.replace("Alinea 8 blijft", "Alinea 8 verdwijnt")
    text = "".join(part for part, _ in segments(old, new))
    assert text.startswith("…")
    assert "Alinea 2" not in text
    assert "Alinea 7 blijft" in text


def test_the_models_keep_qts_rules(
    open_room: OpenRoom, session: Session, qtmodeltester: object
) -> None:
    room = open_room(session)
    room.show_side("journal")
    qtmodeltester.check(room.points)  # type: ignore[attr-defined]
    qtmodeltester.check(room.journal.model)  # type: ignore[attr-defined]
