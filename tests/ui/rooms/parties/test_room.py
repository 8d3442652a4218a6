"""The room Partijen as its user meets it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.journal.edits import parties
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.rooms.parties.room import PartiesRoom
from tests.building import agreement, party
from tests.ui.dialogs.answering import answering, focus
from tests.ui.driving import parties as user
from tests.ui.driving.keys import press, type_text

EVERYONE = [
    "Gemeente Veldhoven",
    "Woonhuis",
    "Thuisborg",
    "Huurders Woonhuis",
    "Bewoners",
    "Woningcorporaties",
]


def _group(session: Session) -> PartyGroup:
    return session.dossier.all(PartyGroup)[0]


def test_parties_stand_under_their_kind_and_groups_at_the_end(room: PartiesRoom) -> None:
    assert user.names(room) == EVERYONE
    assert user.spoken(room)[:2] == ["Gemeenten: 1", "Gemeente Veldhoven, Gemeente, tekent"]
    assert user.spoken(room)[-1] == "Woningcorporaties, groep, 2 partijen, Woonhuis, Thuisborg"


def test_arrows_pass_over_the_headings_and_show_what_is_chosen(room: PartiesRoom) -> None:
    user.press_in_list(room, "Home")
    user.press_in_list(room, "Down")
    assert user.chosen(room) == "Woonhuis"
    assert user.shown(room, "Naam") == "Woonhuis"


def test_a_name_is_kept_when_its_field_is_left_and_undone_in_one_step(
    room: PartiesRoom, session: Session
) -> None:
    user.click_on(room, "Woonhuis")
    user.fill(room, "Statutaire naam", "Stichting Woonhuis – coöperatie")
    user.leave(room)
    assert party(session, "Woonhuis").legal_name == "Stichting Woonhuis – coöperatie"
    session.undo()
    assert user.shown(room, "Statutaire naam") == ""


def test_what_is_typed_is_kept_after_a_pause(
    qtbot: QtBot, room: PartiesRoom, session: Session
) -> None:
    user.click_on(room, "Thuisborg")
    user.fill(room, "Naam", "Thuisborg Zuid")
    qtbot.waitUntil(lambda: "Thuisborg Zuid" in user.names(room))
    assert user.chosen(room) == "Thuisborg Zuid"
    assert QApplication.focusWidget() is user.field(room, "Naam")


def test_choosing_another_party_keeps_what_was_typed_with_the_first(
    room: PartiesRoom, session: Session
) -> None:
    user.click_on(room, "Woonhuis")
    user.fill(room, "Toelichting", "Fuseert in 2027")
    user.click_on(room, "Thuisborg")
    assert party(session, "Woonhuis").note == "Fuseert in 2027"
    assert party(session, "Thuisborg").note == ""
    assert user.shown(room, "Toelichting") == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "mag niet leeg zijn"), ("thuisborg", "Er is al een"), ("N" * 10_000, "langer dan")],
)
def test_a_name_that_cannot_be_is_marked_and_nothing_changes(
    room: PartiesRoom, session: Session, name: str, said: str
) -> None:
    head = session.head
    user.click_on(room, "Woonhuis")
    field = user.field(room, "Naam")
    user.fill(room, "Naam", name)
    user.leave(room)
    assert said in field.toolTip()
    assert session.head == head
    user.click_on(room, "Thuisborg")
    assert user.shown(room, "Naam") == "Thuisborg"
    assert field.toolTip() == ""


def test_other_names_are_separated_by_semicolons(room: PartiesRoom, session: Session) -> None:
    user.click_on(room, "Woonhuis")
    user.fill(room, "Andere namen", "WH; ; Woon-Huis")
    user.leave(room)
    assert party(session, "Woonhuis").aliases == ("WH", "Woon-Huis")
    assert user.shown(room, "Andere namen") == "WH; Woon-Huis"


def test_a_party_can_be_said_not_to_sign(room: PartiesRoom, session: Session) -> None:
    user.click_on(room, "Woonhuis")
    user.press_tick(room, "Tekent de afspraken")
    assert not party(session, "Woonhuis").signs
    assert "tekent niet" in user.spoken(room)[3]


def test_an_actor_becomes_a_party_that_signs_and_back(room: PartiesRoom, session: Session) -> None:
    user.click_on(room, "Bewoners")
    user.choose(room, "Soort", "Andere partij")
    assert party(session, "Bewoners").can_sign
    user.choose(room, "Soort", "Betrokkene die niet tekent")
    assert not party(session, "Bewoners").can_sign


def test_a_tenants_organisation_speaks_for_any_number_of_corporations(
    room: PartiesRoom, session: Session
) -> None:
    user.click_on(room, "Huurders Woonhuis")
    user.tick(room, "Spreekt namens de huurders van", "Woonhuis")
    user.tick(room, "Spreekt namens de huurders van", "Thuisborg")
    both = (party(session, "Woonhuis").id, party(session, "Thuisborg").id)
    assert party(session, "Huurders Woonhuis").represents == both
    user.tick(room, "Spreekt namens de huurders van", "Woonhuis")
    assert party(session, "Huurders Woonhuis").represents == both[1:]


def test_a_merged_party_names_its_successor(room: PartiesRoom, session: Session) -> None:
    user.click_on(room, "Woonhuis")
    user.choose(room, "Opgevolgd door", "Thuisborg")
    assert party(session, "Woonhuis").successor_id == party(session, "Thuisborg").id
    assert any("opgevolgd door Thuisborg" in line for line in user.spoken(room))


def test_a_party_joins_and_leaves_a_group_from_its_own_page(
    room: PartiesRoom, session: Session
) -> None:
    user.click_on(room, "Woonhuis")
    assert user.ticked(room, "Groepen waarin deze partij zit") == ["Woningcorporaties"]
    user.tick(room, "Groepen waarin deze partij zit", "Woningcorporaties")
    assert party(session, "Woonhuis").id not in _group(session).members


def test_members_of_a_group_are_ticked(room: PartiesRoom, session: Session) -> None:
    user.click_on(room, "Woningcorporaties")
    assert user.ticked(room, "Leden") == ["Woonhuis", "Thuisborg"]
    user.tick(room, "Leden", "Bewoners")
    assert party(session, "Bewoners").id in _group(session).members
    assert user.ticked(room, "Leden") == ["Woonhuis", "Thuisborg", "Bewoners"]


def test_a_group_moves_among_the_groups(room: PartiesRoom, session: Session) -> None:
    session.commit(parties.add_group(session.dossier, "Iedereen"))
    user.click_on(room, "Iedereen")
    user.press_in_list(room, "Alt+Up")
    assert user.names(room)[-2:] == ["Iedereen", "Woningcorporaties"]
    assert user.chosen(room) == "Iedereen"
    user.press_in_list(room, "Alt+Up")
    user.press_in_list(room, "Alt+Down")
    assert user.names(room)[-2:] == ["Woningcorporaties", "Iedereen"]


def test_a_group_within_itself_is_refused_in_words(room: PartiesRoom, session: Session) -> None:
    session.commit(parties.add_group(session.dossier, "Iedereen", (_group(session).id,)))
    user.click_on(room, "Woningcorporaties")
    head = session.head
    user.tick(room, "Leden", "Iedereen (groep)")
    assert "kan geen lid zijn van zichzelf" in room.group.problem.sentence()
    assert session.head == head
    assert "Iedereen (groep)" not in user.ticked(room, "Leden")


def test_alt_and_an_arrow_moves_a_party_within_its_kind(
    room: PartiesRoom, session: Session
) -> None:
    user.click_on(room, "Thuisborg")
    user.press_in_list(room, "Alt+Up")
    assert user.names(room)[1:3] == ["Thuisborg", "Woonhuis"]
    assert user.chosen(room) == "Thuisborg"
    head = session.head
    user.press_in_list(room, "Alt+Up")
    assert session.head == head
    user.press_in_list(room, "Alt+Down")
    assert user.names(room) == EVERYONE


def test_delete_takes_a_party_out_everywhere_and_undo_brings_it_back(
    qtbot: QtBot, room: PartiesRoom, session: Session
) -> None:
    before = session.dossier.copy()
    user.click_on(room, "Woonhuis")
    with qtbot.waitSignal(room.desk.happened) as told:
        user.press_in_list(room, "Del")
    assert told.args == ["Partij Woonhuis verwijderd", True]
    assert "Woonhuis" not in user.names(room)
    assert user.chosen(room) == "Thuisborg"
    session.undo()
    assert session.dossier == before
    assert user.names(room) == EVERYONE


def test_a_group_is_taken_out_and_its_members_stay(room: PartiesRoom) -> None:
    user.click_on(room, "Woningcorporaties")
    user.click(room, "Groep verwijderen")
    assert user.names(room) == EVERYONE[:-1]


def test_a_party_is_added_with_the_keyboard_and_chosen(room: PartiesRoom, session: Session) -> None:
    user.click_on(room, "Huurders Woonhuis")

    def fill(dialog: QWidget) -> None:
        type_text(focus(), "Bewonersraad Thuisborg")
        press(focus(), "Enter")

    answering(room.add_party, fill)
    added = party(session, "Bewonersraad Thuisborg")
    assert added.kind is PartyKind.TENANTS_ORGANISATION
    assert user.chosen(room) == "Bewonersraad Thuisborg"


@pytest.mark.parametrize("name", ["", " woonhuis ", "P" * 10_000])
def test_a_name_that_cannot_be_added_is_told_in_the_dialog(
    room: PartiesRoom, session: Session, name: str
) -> None:
    head, seen = session.head, list[bool]()

    def fill(dialog: QDialog) -> None:
        user.fill(dialog, "Naam", name)
        press(dialog, "Enter")
        seen.append(dialog.isVisible() and bool(user.field(dialog, "Naam").toolTip()))
        dialog.reject()

    answering(room.add_party, fill)
    assert seen == [True]
    assert session.head == head


def test_a_group_is_added_with_its_members(room: PartiesRoom, session: Session) -> None:
    def fill(dialog: QWidget) -> None:
        user.fill(dialog, "Naam", "Huurders en bewoners")
        user.tick(dialog, "Leden", "Huurders Woonhuis")
        user.tick(dialog, "Leden", "Bewoners")
        press(user.field(dialog, "Naam"), "Enter")

    answering(room.add_group, fill)
    group = next(g for g in session.dossier.all(PartyGroup) if g.name == "Huurders en bewoners")
    assert group.members == (party(session, "Huurders Woonhuis").id, party(session, "Bewoners").id)
    assert user.chosen(room) == "Huurders en bewoners"


def test_how_often_a_party_leads_counts_its_groups_too(room: PartiesRoom) -> None:
    user.click_on(room, "Woonhuis")
    assert room.party._roles.words() == "Trekker bij 1"
    user.click_on(room, "Thuisborg")
    assert room.party._roles.words() == "Betrokken bij 1"
    user.click_on(room, "Bewoners")
    assert room.party._roles.words() == "Nog bij geen afspraak genoemd"


def test_its_agreements_are_shown_in_their_own_room(
    qtbot: QtBot, room: PartiesRoom, session: Session
) -> None:
    user.click_on(room, "Woonhuis")
    with qtbot.waitSignal(room.desk.room_wanted) as told:
        user.click(room, "Toon de afspraken van Woonhuis")
    assert told.args == ["agreements"]
    assert room.desk.organisation == party(session, "Woonhuis").id


def test_a_party_that_is_wanted_is_chosen_and_other_things_are_not_here(
    room: PartiesRoom, session: Session
) -> None:
    assert room.show_item(party(session, "Thuisborg").id)
    assert user.chosen(room) == "Thuisborg"
    assert not room.show_item(agreement(session, "1.7").id)


def test_an_empty_dossier_says_so_and_offers_the_first_party(
    room: PartiesRoom, session: Session
) -> None:
    session.commit(parties.remove_group(session.dossier, _group(session).id))
    for one in session.dossier.all(Party):
        session.commit(parties.remove_party(session.dossier, one.id))
    assert user.names(room) == []
    assert room._empty.isVisible()


# Logos


def _picture(path: Path) -> Path:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#A1232B"))
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_a_picture_becomes_the_logo_and_can_be_taken_away(
    room: PartiesRoom, session: Session, tmp_path: Path, name: str
) -> None:
    user.click_on(room, "Woonhuis")
    assert room.party.logo.take(_picture(tmp_path / name))
    logo_id = party(session, "Woonhuis").logo_id
    assert session.store.blob(logo_id).media_type.endswith("png" if "png" in name else "jpeg")
    assert room.party.logo._picture.accessibleName() == "Logo van Woonhuis"
    user.click(room, "Weghalen")
    assert party(session, "Woonhuis").logo_id == ""
    session.undo()
    assert party(session, "Woonhuis").logo_id == logo_id


def test_what_is_no_picture_is_refused_in_one_sentence(
    room: PartiesRoom, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "geen.png").write_bytes(b"\x89PNG maar niet heus")
    (tmp_path / "tekst.jpg").write_text("tekst")
    head = session.head
    user.click_on(room, "Woonhuis")
    for path in (tmp_path / "geen.png", tmp_path / "tekst.jpg", tmp_path, tmp_path / "weg.png"):
        assert not room.party.logo.take(path)
        assert room.party.logo.problem.sentence()
    assert session.head == head


def test_half_a_gigabyte_is_refused_without_being_read(room: PartiesRoom, tmp_path: Path) -> None:
    huge = tmp_path / "logo.png"
    with huge.open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    user.click_on(room, "Woonhuis")
    assert not room.party.logo.take(huge)
    assert "500 MB" in room.party.logo.problem.sentence()


# Looks


@pytest.mark.parametrize(("width", "scale"), [(620, 1.0), (1092, 1.0), (1256, 2.0)])
def test_nothing_is_cut_off_sideways(
    room: PartiesRoom, session: Session, look: Theme, width: int, scale: float
) -> None:
    session.commit(
        parties.edit_party(session.dossier, party(session, "Thuisborg").id, name="T" * 900)
    )
    look.set_scale(scale)
    room.resize(width, 700)
    user.click_on(room, "Woonhuis")
    room.grab()
    assert room.width() == width
    for field in ("Naam", "Statutaire naam", "Vestigingsplaats"):
        here = user.field(room, field)
        assert here.mapTo(room, here.rect().topRight()).x() <= width


def test_everything_can_be_reached_with_tab_and_says_its_name(room: PartiesRoom) -> None:
    user.click_on(room, "Huurders Woonhuis")
    room.list.setFocus()
    names = []
    for _ in range(60):
        press(focus(), "Tab")
        here = focus()
        if here is room.list:
            break
        text = getattr(here, "text", None)
        names.append(here.accessibleName() or (text() if callable(text) else ""))
    assert all(names)
    assert {"Naam", "Soort", "Spreekt namens de huurders van", "Toelichting"} <= set(names)
