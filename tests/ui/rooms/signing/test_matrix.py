import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.agreement import AgreementStatus, RoleKind
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.roles import roles_by_party
from prestatie_desktop.domain.signing import SigningMode, SigningRule, SigningScope
from prestatie_desktop.journal.edits import agreements, commitments, signing
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.look.theme import Appearance, Theme
from prestatie_desktop.ui.rooms.signing.findings_dialog import FindingsDialog
from prestatie_desktop.ui.rooms.signing.room import SigningRoom
from tests.building import agreement, party, small_session, theme
from tests.ui.driving.keys import type_text
from tests.ui.driving.signing import (
    answering,
    buttons,
    cell,
    cell_menu,
    choose,
    choose_line,
    fill,
    go_to,
    keys_said,
    parties,
    party_menu,
    press_button,
    press_here,
    rows,
    said,
)
from tests.ui.rooms.signing.conftest import OpenRoom

GEMEENTE, WOONHUIS, THUISBORG = "Gemeente Veldhoven", "Woonhuis", "Thuisborg"
HUURDERS = "Huurders Woonhuis"
#: The offscreen platform has no window manager to raise a menu.
_POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_every_signing_party_has_a_column_and_who_never_signs_has_none(room: SigningRoom) -> None:
    assert parties(room) == [GEMEENTE, WOONHUIS, THUISBORG, HUURDERS]


def test_rows_are_themes_tables_and_agreements_in_reading_order(room: SigningRoom) -> None:
    assert [row.split()[0] for row in rows(room)] == ["1", "Nieuwbouw", "1.7", "1.10", "2", "2.1"]
    assert rows(room)[1] == "Nieuwbouw 2 rijen"


def test_a_table_opens_with_enter_and_folds_again(room: SigningRoom) -> None:
    go_to(room, "Nieuwbouw", WOONHUIS)
    press_here(room, "Enter")
    assert "Kerkveld Woonhuis" in rows(room)
    press_here(room, "Enter")
    assert "Kerkveld Woonhuis" not in rows(room)


def test_a_theme_folds_and_the_current_cell_stays_on_it(room: SigningRoom) -> None:
    go_to(room, "1 Besch", WOONHUIS)
    press_here(room, "Enter")

    assert [row.split()[0] for row in rows(room)] == ["1", "2", "2.1"]
    assert said(room).startswith("thema 1 × Woonhuis")


def test_letters_set_roles_and_delete_takes_them_away(room: SigningRoom, session: Session) -> None:
    go_to(room, "1.10", THUISBORG)
    press_here(room, "T")
    assert cell(room, "1.10", THUISBORG) == "Trekker, tekent"
    press_here(room, "B")
    assert cell(room, "1.10", THUISBORG) == "Betrokken, tekent"
    assert "Del rol weg" in keys_said(room)
    press_here(room, "Del")
    assert cell(room, "1.10", THUISBORG) == "Tekent"
    assert roles_by_party(session.dossier, agreement(session, "1.10").id) == {}


def test_space_makes_a_party_not_sign_and_again_leaves_no_rule_behind(
    room: SigningRoom, session: Session
) -> None:
    go_to(room, "1.10", WOONHUIS)
    press_here(room, "Space")
    assert cell(room, "1.10", WOONHUIS) == "Tekent niet"
    assert "eigen regel" in said(room)
    press_here(room, "Space")
    assert cell(room, "1.10", WOONHUIS) == "Tekent"
    assert session.dossier.all(SigningRule) == ()


def test_a_reservation_asks_its_words_and_shows_them(room: SigningRoom) -> None:
    go_to(room, "2.1", HUURDERS)

    def answer(dialog: QDialog) -> None:
        fill(dialog, "Tekst van het voorbehoud", "na de ledenraad, één keer")
        press_button(dialog, "Voorbehoud vastleggen")

    answering(lambda: press_here(room, "V"), answer)

    assert cell(room, "2.1", HUURDERS) == "Met voorbehoud"
    assert "“na de ledenraad, één keer”" in said(room)


def test_a_reservation_one_does_not_want_after_all_changes_nothing(
    room: SigningRoom, session: Session
) -> None:
    go_to(room, "2.1", HUURDERS)
    answering(lambda: press_here(room, "V"), lambda dialog: press_button(dialog, "Annuleren"))

    assert session.dossier.all(SigningRule) == ()


def test_many_cells_change_at_once_and_come_back_in_one_step(
    room: SigningRoom, session: Session
) -> None:
    go_to(room, "1.7", GEMEENTE)
    press_here(room, "Shift+Down", "Shift+Right")
    assert said(room) == "4 vakjes gekozen"
    press_here(room, "Space")
    assert {cell(room, row, who).split(", ")[-1].lower() for row in ("1.7", "1.10")
            for who in (GEMEENTE, WOONHUIS)} == {"tekent niet"}  # fmt: skip
    room.desk.bridge.undo()
    assert session.dossier.all(SigningRule) == ()
    assert cell(room, "1.10", WOONHUIS) == "Tekent"


def test_a_role_for_many_cells_is_one_step(room: SigningRoom, session: Session) -> None:
    go_to(room, "1.7", HUURDERS)
    press_here(room, "Shift+Down", "B")
    assert session.to_undo is not None
    assert session.to_undo.action == "set_roles_many"
    assert cell(room, "1.7", HUURDERS) == cell(room, "1.10", HUURDERS) == "Betrokken, tekent"


def test_a_table_row_sets_all_its_rows(room: SigningRoom) -> None:
    go_to(room, "Nieuwbouw", HUURDERS)
    press_here(room, "Space")
    assert cell(room, "Nieuwbouw", HUURDERS) == "Tekent niet"
    press_here(room, "Enter")
    assert cell(room, "Kerkveld", HUURDERS) == "Tekent niet"
    go_to(room, "Kerkveld", HUURDERS)
    press_here(room, "Space")
    assert cell(room, "Nieuwbouw", HUURDERS) == "Tekent 1 van 2"


def test_a_theme_row_makes_a_rule_for_the_theme(room: SigningRoom, session: Session) -> None:
    go_to(room, "1 Besch", HUURDERS)
    press_here(room, "Space")
    rule = session.dossier.all(SigningRule)[0]
    assert (rule.scope, rule.target_id) == (SigningScope.THEME, theme(session, "1").id)
    assert cell(room, "1.7", HUURDERS) == "Tekent niet"
    go_to(room, "1.7", HUURDERS)
    assert "regel van thema 1" in said(room)


@_POPUPS
def test_the_menu_of_a_party_sets_what_it_signs_by_default(room: SigningRoom) -> None:
    choose_line(party_menu(room, HUURDERS), "Tekent standaard niets")
    assert cell(room, "2.1", HUURDERS) == "Tekent niet"
    choose_line(party_menu(room, HUURDERS), "Tekent standaard alles")
    assert cell(room, "2.1", HUURDERS) == "Tekent"


@_POPUPS
def test_a_group_gets_its_rule_from_the_menu_of_a_cell(room: SigningRoom) -> None:
    go_to(room, "2.1", WOONHUIS)
    choose_line(cell_menu(room), "Voor alle Woningcorporaties", "Tekenen niet")
    assert cell(room, "2.1", THUISBORG) == cell(room, "2.1", WOONHUIS) == "Tekent niet"
    assert cell(room, "2.1", GEMEENTE) == "Tekent"
    assert "eigen regel voor Woningcorporaties" in said(room)


def test_a_role_through_a_group_says_so_and_delete_says_why_not(room: SigningRoom) -> None:
    heard: list[str] = []
    room.desk.happened.connect(lambda text, _undo: heard.append(text))
    go_to(room, "1.7", THUISBORG)
    assert "Betrokken via Woningcorporaties" in said(room)
    press_here(room, "Del")
    assert "groep" in heard[-1]


def test_who_promises_a_project_leads_it(room: SigningRoom) -> None:
    go_to(room, "Nieuwbouw", WOONHUIS)
    press_here(room, "Enter")
    assert cell(room, "Kerkveld", WOONHUIS) == "Trekker, tekent"
    assert cell(room, "Kerkveld", THUISBORG) == "Tekent"


def test_what_was_dropped_is_signed_by_nobody_and_says_so(
    room: SigningRoom, session: Session
) -> None:
    heard: list[str] = []
    room.desk.happened.connect(lambda text, _undo: heard.append(text))
    room.desk.bridge.do(
        agreements.set_status, agreement(session, "2.1").id, AgreementStatus.DROPPED
    )
    go_to(room, "2.1", WOONHUIS)
    press_here(room, "Space")
    assert cell(room, "2.1", WOONHUIS) == ""
    assert "vervallen" in heard[-1]


def test_enter_opens_the_choices_of_a_cell(room: SigningRoom, session: Session) -> None:
    go_to(room, "1.10", WOONHUIS)

    def answer(dialog: QDialog) -> None:
        press_button(dialog, "Trekker")
        press_button(dialog, "Tekent niet")
        press_button(dialog, "Overnemen")

    answering(lambda: press_here(room, "Enter"), answer)

    assert cell(room, "1.10", WOONHUIS) == "Trekker, tekent niet"


def test_filters_show_only_what_they_count(room: SigningRoom, session: Session) -> None:
    go_to(room, "1.10", WOONHUIS)
    press_here(room, "Space")
    press_button(room, "Alleen afwijkingen 1")
    assert [row.split()[0] for row in rows(room)] == ["1", "1.10"]
    for name in (GEMEENTE, THUISBORG, HUURDERS):
        go_to(room, "1.10", name)
        press_here(room, "Space")
    press_button(room, "Niemand tekent 1")
    assert [row.split()[0] for row in rows(room)] == ["1", "1.10"]
    press_button(room, "Alle items")
    assert len(rows(room)) == 6


def test_a_role_without_signature_is_found_and_filtered(room: SigningRoom) -> None:
    go_to(room, "1.7", WOONHUIS)
    press_here(room, "Space")
    press_button(room, "Rol maar tekent niet 1")
    assert [row.split()[0] for row in rows(room)] == ["1", "1.7"]


def test_an_empty_filter_says_what_it_means_and_leads_back(room: SigningRoom) -> None:
    press_button(room, "Niemand tekent 0")
    assert rows(room) == []
    press_button(room, "Alles tonen")
    assert len(rows(room)) == 6


def test_my_organisation_narrows_the_rows(room: SigningRoom, session: Session) -> None:
    room.desk.filter_on(party(session, WOONHUIS).id)
    assert [row.split()[0] for row in rows(room)] == ["1", "Nieuwbouw", "1.7", "2"][:3]


def test_an_item_is_found_even_in_a_folded_table(room: SigningRoom, session: Session) -> None:
    from tests.building import project

    assert room.show_item(project(session, "Zuidrand").id)
    assert said(room).startswith("Zuidrand")


def test_another_edit_keeps_the_current_cell(room: SigningRoom, session: Session) -> None:
    go_to(room, "1.10", THUISBORG)
    theme_id = theme(session, "1").id
    room.desk.bridge.do(agreements.add_agreement, theme_id, number="1.1", text="<p>Nieuw.</p>")
    assert said(room).startswith("1.10 × Thuisborg")


def test_other_letters_do_nothing(room: SigningRoom, session: Session) -> None:
    head = session.head
    go_to(room, "1.10", THUISBORG)
    type_text(room.matrix.view, "qxë5")
    assert session.head == head


def test_a_dossier_without_parties_says_what_to_do(open_room: OpenRoom) -> None:
    from tests.building import empty_session

    room = open_room(empty_session())
    wanted: list[str] = []
    room.desk.room_wanted.connect(wanted.append)
    press_button(room, "Naar Partijen")
    assert wanted == ["parties"]


def test_the_model_keeps_qts_rules(open_room: OpenRoom, qtmodeltester: object) -> None:
    room = open_room(small_session())
    model = room.matrix.model
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    go_to(room, "Nieuwbouw", WOONHUIS)
    press_here(room, "Enter")
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_rows_that_are_not_looked_at_are_not_worked_out(open_room: OpenRoom, qtbot: QtBot) -> None:
    session = small_session()
    kind = session.dossier.all(CommitmentKind)[0]
    for _ in range(300):
        session.commit(commitments.add_commitment(session.dossier, kind.id))
    room = open_room(session)
    go_to(room, "Nieuwbouw", WOONHUIS)
    press_here(room, "Enter")
    assert room.matrix.model.rowCount() > 300
    assert len(room.matrix.model._cells) < 60


def test_titles_and_names_stay_in_sight_while_scrolling(room: SigningRoom) -> None:
    room.resize(480, 500)
    view = room.matrix.view
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert view.horizontalScrollBar().value() > 0
    assert view.item_header.isVisible()
    assert view.item_header.x() < view.viewport().x()


def test_a_reservation_for_many_cells_is_one_step(session: Session) -> None:
    cells = [(agreement(session, n).id, party(session, WOONHUIS).id) for n in ("1.7", "2.1")]
    act = signing.set_signing_many(
        session.dossier, cells, SigningMode.WITH_RESERVATION, reservation="na besluit"
    )
    session.commit(act)
    assert {r.reservation for r in session.dossier.all(SigningRule)} == {"na besluit"}
    assert RoleKind.LEAD in roles_by_party(session.dossier, cells[0][0]).values()


def test_findings_are_listed_and_lead_to_what_they_are_about(room: SigningRoom) -> None:
    go_to(room, "1.7", WOONHUIS)
    press_here(room, "Space")
    go_to(room, "2.1", GEMEENTE)
    seen: list[str] = []

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, FindingsDialog)
        seen.extend(dialog.list.item(at).text() for at in range(dialog.list.count()))
        press_button(dialog, "Ga erheen")

    # One role without a signature, and four parties without anybody to sign.
    answering(lambda: press_button(room, "5 bevindingen"), answer)

    assert seen[0] == "Afspraak 1.7: Woonhuis heeft een rol, maar tekent hier niet voor."
    assert said(room).startswith("1.7 ×")


@_POPUPS
def test_a_group_named_at_an_item_is_in_the_menu_of_everyones_cell(room: SigningRoom) -> None:
    go_to(room, "1.7", GEMEENTE)

    def answer(dialog: QDialog) -> None:
        fill(dialog, "Tekst van het voorbehoud", "na instemming")
        press_button(dialog, "Voorbehoud vastleggen")

    menu = cell_menu(room)
    answering(
        lambda: choose_line(menu, "Voor alle Woningcorporaties", "Tekenen met voorbehoud"), answer
    )
    assert cell(room, "1.7", THUISBORG) == "Betrokken, met voorbehoud"
    assert cell(room, "1.7", GEMEENTE) == "Tekent"


def test_with_large_letters_lists_replace_chips_and_the_legend_is_a_button(
    room: SigningRoom, look: Theme
) -> None:
    look.set_scale(2.0)
    room.resize(1250, 690)
    QApplication.processEvents()
    assert "Alle items" not in buttons(room)
    go_to(room, "1.10", WOONHUIS)
    press_here(room, "Space")
    choose(room, "Welke items", "Alleen afwijkingen 1")
    assert [row.split()[0] for row in rows(room)] == ["1", "1.10"]
    seen: list[str] = []
    answering(
        lambda: press_button(room, "Legenda"), lambda dialog: seen.append(dialog.windowTitle())
    )
    assert seen == ["Legenda"]


def test_dark_and_light_can_change_while_the_room_is_open(room: SigningRoom, look: Theme) -> None:
    light = room.grab().toImage().pixelColor(2, 2)
    look.set_appearance(Appearance.DARK)
    assert room.grab().toImage().pixelColor(600, 400) != light
