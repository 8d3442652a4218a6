"""From vaststellen to signatures, and back when the text changes."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.party import PartyGroup
from prestatie_desktop.domain.signing import Edition, Medium, Signature, SignatureSheet
from prestatie_desktop.journal.edits import agreements, editions, parties, themes
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.dialogs import lapse
from prestatie_desktop.ui.rooms.signing.control_code import clean_code, sheets_with
from prestatie_desktop.ui.rooms.signing.register_dialog import RegisterDialog
from prestatie_desktop.ui.rooms.signing.room import SigningRoom
from tests.building import SECRETARY, agreement, party, theme
from tests.ui.driving.signing import (
    answering,
    buttons,
    cell,
    choose,
    fill,
    go_to,
    next_step,
    party_menu,
    press_button,
    said,
    signed,
)

WOONHUIS = "Woonhuis"
_TODAY = date.today()  # noqa: DTZ011 - dialogs begin with the day on the calendar


def adopt(room: SigningRoom) -> None:
    answering(
        lambda: press_button(room, "Vaststellen…"),
        lambda dialog: press_button(dialog, "Vaststellen"),
    )


def sign(room: SigningRoom, name: str) -> None:
    dossier = room.desk.dossier
    found = next(p for p in dossier.parties if p.name == name)
    sheet = dossier.of(SignatureSheet, "party_id", found.id)[-1]
    room.desk.bridge.do(editions.register_signature, SECRETARY, sheet.id, "J. Voorbeeld", _TODAY)


def change_text(room: SigningRoom, number: str, text: str) -> None:
    found = next(a for a in room.desk.dossier.all(Agreement) if a.number == number)
    room.desk.bridge.do(agreements.set_text, found.id, text)
    room.desk.signing_changed.emit()


def sheet_of(session: Session, name: str) -> SignatureSheet:
    return session.dossier.of(SignatureSheet, "party_id", party(session, name).id)[-1]


def test_before_the_first_version_the_step_is_to_adopt(room: SigningRoom) -> None:
    assert signed(room) == "0 van 4 partijen getekend"
    assert "vaststellen" in next_step(room)
    assert "4 partijen hebben nog geen ondertekenaar" in next_step(room)
    assert "Vaststellen…" in buttons(room)
    assert "Ondertekening vastleggen" not in buttons(room)


def test_adopting_shows_what_is_frozen_and_issues_a_sheet_to_each_party(
    room: SigningRoom, session: Session
) -> None:
    heard: list[tuple[str, bool]] = []
    room.desk.happened.connect(lambda text, undo: heard.append((text, undo)))

    def answer(dialog: QDialog) -> None:
        assert "3 afspraken en 2 rijen inzet" in dialog.accessibleDescription()
        fill(dialog, "Titel", "Versie voor ondertekening")
        press_button(dialog, "Vaststellen")

    answering(lambda: press_button(room, "Vaststellen…"), answer)

    edition = session.dossier.all(Edition)[0]
    assert (edition.title, edition.adopted_on) == ("Versie voor ondertekening", _TODAY)
    assert session.dossier.count(SignatureSheet) == 4
    assert heard[-1] == ("Versie 1 vastgesteld; 4 bladen klaar om te tekenen", True)
    assert "Ondertekening vastleggen" in buttons(room)
    assert "Vaststellen…" not in buttons(room)


def test_cancelling_adopts_nothing(room: SigningRoom, session: Session) -> None:
    answering(
        lambda: press_button(room, "Vaststellen…"), lambda dialog: press_button(dialog, "Annuleren")
    )
    assert session.dossier.all(Edition) == ()


def test_a_day_that_is_no_day_cannot_be_adopted_on(room: SigningRoom, session: Session) -> None:
    def answer(dialog: QDialog) -> None:
        fill(dialog, "Datum", "31 februari 2026")
        press_button(dialog, "Vaststellen")
        assert dialog.isVisible()

    answering(lambda: press_button(room, "Vaststellen…"), answer)
    assert session.dossier.all(Edition) == ()


def test_a_signature_is_registered_by_the_code_on_the_paper(
    room: SigningRoom, session: Session
) -> None:
    adopt(room)
    code = sheet_of(session, "Thuisborg").code

    def answer(dialog: QDialog) -> None:
        fill(dialog, "Controlecode", code.lower().replace("-", " "))
        assert isinstance(dialog, RegisterDialog)
        assert "van Thuisborg" in dialog.said()
        fill(dialog, "Naam", "B. Estuurder")
        fill(dialog, "Plaats", "Veldhoven")
        choose(dialog, "Wijze", "Digitaal")
        press_button(dialog, "Vastleggen")

    answering(lambda: press_button(room, "Ondertekening vastleggen"), answer)

    signature = session.dossier.all(Signature)[0]
    assert signature.sheet_id == sheet_of(session, "Thuisborg").id
    assert (signature.signatory, signature.place) == ("B. Estuurder", "Veldhoven")
    assert signature.medium is Medium.DIGITAL
    assert signed(room) == "1 van 4 partijen getekend"
    assert cell(room, "1.7", "Thuisborg") == "Betrokken, getekend"


def test_a_wrong_code_is_refused_in_words(room: SigningRoom, session: Session) -> None:
    adopt(room)

    def answer(dialog: QDialog) -> None:
        fill(dialog, "Controlecode", "0000-0000-0000")
        assert isinstance(dialog, RegisterDialog)
        assert dialog.said().startswith("Geen uitgegeven blad heeft deze code")
        fill(dialog, "Naam", "Iemand")
        press_button(dialog, "Vastleggen")

    answering(lambda: press_button(room, "Ondertekening vastleggen"), answer)
    assert session.dossier.all(Signature) == ()


@pytest.mark.parametrize("typed", ["", "7F3A", "x" * 40, "é–€", "0000-0000-000O"])
def test_half_a_code_or_nonsense_finds_no_sheet(room: SigningRoom, typed: str) -> None:
    adopt(room)
    assert sheets_with(room.desk.dossier, typed) == ()


def test_letters_read_as_digits_are_put_right() -> None:
    assert clean_code("o1-Sz gI") == "015261"


def test_a_change_makes_a_signature_stale_and_undo_makes_it_valid_again(
    room: SigningRoom, session: Session
) -> None:
    adopt(room)
    for name in ("Gemeente Veldhoven", WOONHUIS):
        sign(room, name)
    assert signed(room) == "2 van 4 partijen getekend"

    change_text(room, "1.7", "<p>Woonhuis bouwt ruim 45 woningen.</p>")

    assert signed(room) == "0 van 4 partijen getekend, 2 op eerdere tekst"
    assert "daarna veranderde 1.7" in next_step(room)
    assert cell(room, "1.7", WOONHUIS) == "Trekker, op eerdere tekst"
    assert cell(room, "1.10", WOONHUIS) == "Getekend"
    go_to(room, "1.7", WOONHUIS)
    assert f"blad {sheet_of(session, WOONHUIS).code}" in said(room)

    room.desk.bridge.undo()
    room.desk.signing_changed.emit()
    assert signed(room) == "2 van 4 partijen getekend"


def test_the_codes_follow_by_themselves_when_nobody_types(room: SigningRoom, qtbot: QtBot) -> None:
    adopt(room)
    sign(room, WOONHUIS)
    found = next(a for a in room.desk.dossier.all(Agreement) if a.number == "2.1")
    room.desk.bridge.do(agreements.set_text, found.id, "<p>Anders.</p>")
    qtbot.waitUntil(lambda: signed(room).endswith("1 op eerdere tekst"), timeout=3000)


def test_the_difference_shows_the_words_that_changed(room: SigningRoom) -> None:
    adopt(room)
    sign(room, "Gemeente Veldhoven")
    change_text(room, "1.7", "<p>Woonhuis bouwt ruim 45 woningen.</p>")
    seen: list[str] = []

    def answer(dialog: QDialog) -> None:
        seen.extend(dialog.changes.words())  # type: ignore[attr-defined]

    answering(lambda: press_button(room, "Verschil bekijken"), answer)

    assert len(seen) == 1
    assert "Afspraak 1.7" in seen[0]
    assert "[vervallen: 40]" in seen[0]
    assert "[toegevoegd: 45]" in seen[0]


def test_what_changed_besides_the_items_is_said_by_its_name(
    room: SigningRoom, session: Session
) -> None:
    adopt(room)
    sign(room, WOONHUIS)
    bridge, woonhuis = room.desk.bridge, party(session, WOONHUIS)
    bridge.do(parties.edit_party, woonhuis.id, legal_name="Stichting Woonhuis")
    room.desk.signing_changed.emit()
    assert next_step(room).endswith("daarna veranderde de statutaire naam.")

    group = session.dossier.all(PartyGroup)[0]
    bridge.do(parties.edit_group, group.id, members=(woonhuis.id,))
    room.desk.signing_changed.emit()
    assert next_step(room).endswith("de statutaire naam en de samenstelling van een groep.")


def test_the_difference_names_other_things_a_party_signed(
    room: SigningRoom, session: Session
) -> None:
    adopt(room)
    sign(room, WOONHUIS)
    bridge = room.desk.bridge
    bridge.do(themes.set_introduction, theme(session, "1").id, "<p>Een inleiding.</p>")
    woonhuis = party(session, WOONHUIS)
    bridge.do(parties.edit_party, woonhuis.id, legal_name="Stichting Woonhuis")
    group = session.dossier.all(PartyGroup)[0]
    bridge.do(parties.add_group, "De kern", (woonhuis.id,))
    inner = session.dossier.all(PartyGroup)[1]
    bridge.do(parties.edit_group, group.id, members=(inner.id,))
    room.desk.signing_changed.emit()
    seen: list[str] = []

    def answer(dialog: QDialog) -> None:
        seen.extend(dialog.changes.words())  # type: ignore[attr-defined]

    answering(lambda: press_button(room, "Verschil bekijken"), answer)

    assert any("Stichting Woonhuis" in card for card in seen)
    assert any("Een inleiding." in card for card in seen)
    assert any("Groep" in card and "Thuisborg" in card for card in seen)


def test_after_a_change_a_new_sheet_comes_from_a_new_version(
    room: SigningRoom, session: Session
) -> None:
    adopt(room)
    sign(room, WOONHUIS)
    change_text(room, "1.7", "<p>Woonhuis bouwt ruim 45 woningen.</p>")
    answering(
        lambda: press_button(room, "Nieuw blad"), lambda dialog: press_button(dialog, "Vaststellen")
    )

    assert {edition.number for edition in session.dossier.all(Edition)} == {1, 2}
    assert "het nieuwe blad" in next_step(room)
    wanted: list[str] = []
    room.desk.room_wanted.connect(wanted.append)
    press_button(room, "Blad afdrukken")
    assert wanted == ["print:signatures"]


def test_an_old_sheet_that_comes_in_late_is_registered_as_earlier_text(
    room: SigningRoom, session: Session
) -> None:
    adopt(room)
    code = sheet_of(session, WOONHUIS).code
    change_text(room, "1.7", "<p>Woonhuis bouwt ruim 45 woningen.</p>")

    def answer(dialog: QDialog) -> None:
        fill(dialog, "Controlecode", code)
        assert isinstance(dialog, RegisterDialog)
        assert "op eerdere tekst" in dialog.said()
        fill(dialog, "Naam", "B. Estuurder")
        press_button(dialog, "Vastleggen")

    answering(lambda: press_button(room, "Ondertekening vastleggen"), answer)
    assert signed(room) == "0 van 4 partijen getekend, 1 op eerdere tekst"


def test_a_date_before_the_version_is_refused_and_nothing_recorded(
    room: SigningRoom, session: Session
) -> None:
    adopt(room)
    refused: list[str] = []
    room.desk.bridge.refused.connect(refused.append)

    def answer(dialog: QDialog) -> None:
        fill(dialog, "Controlecode", sheet_of(session, WOONHUIS).code)
        fill(dialog, "Naam", "B. Estuurder")
        fill(dialog, "Datum", f"{_TODAY - timedelta(days=3):%d-%m-%Y}")
        press_button(dialog, "Vastleggen")

    answering(lambda: press_button(room, "Ondertekening vastleggen"), answer)
    assert "kan daar niet vóór liggen" in refused[0]
    assert session.dossier.all(Signature) == ()


def test_when_all_have_signed_the_banner_says_so(room: SigningRoom) -> None:
    adopt(room)
    for name in ("Gemeente Veldhoven", WOONHUIS, "Thuisborg", "Huurders Woonhuis"):
        sign(room, name)
    assert signed(room) == "4 van 4 partijen getekend"
    assert next_step(room).startswith("Alle partijen hebben getekend")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_signatories_and_signatures_are_kept_in_the_dialog_of_a_party(
    room: SigningRoom, session: Session
) -> None:
    from tests.ui.driving.signing import choose_line

    adopt(room)
    sign(room, WOONHUIS)

    def person(dialog: QDialog) -> None:
        fill(dialog, "Naam", "É. de Vries")
        fill(dialog, "Functie", "bestuurder")
        choose(dialog, "Grondslag", "Volmacht")
        fill(dialog, "Document", "besluit RvC")
        fill(dialog, "Van datum", "3-11-2025")
        fill(dialog, "In opdracht van", "A. Baas")
        press_button(dialog, "Toevoegen")

    def about(dialog: QDialog) -> None:
        answering(lambda: press_button(dialog, "Ondertekenaar toevoegen"), person)
        lines = dialog.signatories.words()  # type: ignore[attr-defined]
        assert lines == [
            "É. de Vries (i.o. A. Baas), bestuurder · Volmacht: besluit RvC, 3 november 2025"
        ]
        press_button(dialog, "Intrekken")

    menu = party_menu(room, WOONHUIS)
    answering(lambda: choose_line(menu, "Ondertekenaars en"), about)

    assert session.dossier.all(Signature) == ()
    assert signed(room) == "0 van 4 partijen getekend"


def test_before_a_signature_lapses_it_is_asked_and_enter_keeps_the_text(
    room: SigningRoom, session: Session
) -> None:
    adopt(room)
    sign(room, WOONHUIS)
    room.desk.bridge.ask_before_lapse = lambda parties: lapse.ask(room, parties)
    now = agreement(session, "1.7")

    def keep(dialog: QDialog) -> None:
        from tests.ui.driving.keys import press

        assert "De handtekening van Woonhuis" in dialog.windowTitle()
        press(dialog.focusWidget(), "Enter")

    answering(lambda: change_text(room, "1.7", "<p>Anders.</p>"), keep)
    assert agreement(session, "1.7") == now

    answering(
        lambda: change_text(room, "1.7", "<p>Anders.</p>"),
        lambda dialog: press_button(dialog, "Toch wijzigen"),
    )
    assert agreement(session, "1.7").text == "<p>Anders.</p>"
