import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.commitment import CommitmentKind, KindForm
from prestatie_desktop.journal.edits import commitments
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.panels.commitment_tables import CommitmentTables
from prestatie_desktop.ui.panels.grid_table import GridTable
from tests.building import party, project
from tests.ui.driving import tables as user
from tests.ui.driving.keys import press, type_text
from tests.ui.panels.conftest import Show


@pytest.fixture
def panel(desk: Desk, session: Session, show: Show) -> CommitmentTables:
    made = CommitmentTables(desk, session.dossier.themes[0].id)
    show(made)
    return made


@pytest.fixture
def table(panel: CommitmentTables) -> GridTable:
    return user.table_named(panel, "Nieuwbouw")


def test_a_cell_is_edited_in_place_and_enter_goes_down(table: GridTable, session: Session) -> None:
    user.type_in(table, 0, "Woningen", "48")
    assert project(session, "Kerkveld").homes.raw == "48"
    assert table.currentIndex().row() == 1


def test_the_tip_says_how_a_number_is_read(table: GridTable) -> None:
    box = user.begin_typing(table, 0, "Woningen", "+65")
    assert table.tip().isVisible()
    assert table.tip().words() == "Gelezen als: ten minste 65 woningen"
    press(box, "Esc")
    user.settle()
    assert not table.tip().isVisible()
    assert user.column(table, "Woningen")[0] == "40"


def test_tab_goes_to_the_next_cell(table: GridTable, session: Session) -> None:
    user.type_in(table, 0, "Woningen", "41", "Tab")
    assert table.currentIndex().column() == 2
    box = user.editor(table)
    type_text(box, "EGW")
    press(box, "Enter")
    user.settle()
    assert project(session, "Kerkveld").dwelling_type == "EGW"
    assert project(session, "Kerkveld").homes.raw == "41"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_corporation_is_found_by_a_few_letters(table: GridTable, session: Session) -> None:
    user.type_in(table, 0, "Corporatie", "thuisb")
    user.settle()
    assert project(session, "Kerkveld").corporation_id == party(session, "Thuisborg").id


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_is_refused_can_be_mended(
    table: GridTable, session: Session, refusals: list[str]
) -> None:
    user.type_in(table, 0, "Corporatie", "Nergens Wonen")
    user.settle()
    assert "Nergens Wonen" in refusals[0]
    box = user.editor(table)
    assert box.text() == "Nergens Wonen"
    press(box, "Esc")
    user.settle()
    assert user.column(table, "Corporatie")[0] == "Woonhuis"
    assert len(refusals) == 1


def test_cells_from_a_spreadsheet_are_pasted_in_one_step(
    table: GridTable, desk: Desk, session: Session
) -> None:
    user.go_to(table, 1, "Locatie")
    user.copied_from_excel('Noord\t12\r\n"Oost"\t1.417,5\r\nWest\tonbekend\r\n')
    user.keys(table, "Ctrl+V")
    assert user.column(table, "Locatie") == ["Kerkveld", "Noord", "Oost", "West"]
    assert user.column(table, "Woningen") == ["40", "12", "1.417,5", "onbekend"]
    desk.bridge.undo()
    assert user.column(table, "Locatie") == ["Kerkveld", "Zuidrand"]


def test_cells_are_copied_as_they_were_typed(table: GridTable) -> None:
    user.select(table, (0, "Locatie"), (1, "Woningen"))
    user.keys(table, "Ctrl+C")
    assert user.clipboard() == "Kerkveld\t40\nZuidrand\t+65"


def test_two_million_cells_are_refused(
    table: GridTable, refusals: list[str], session: Session
) -> None:
    head = session.head
    user.go_to(table, 0, "Locatie")
    user.copied_from_excel("\n".join(["\t".join(["1"] * 200)] * 10_000))
    user.keys(table, "Ctrl+V")
    assert session.head == head
    assert "te veel" in refusals[0]


def test_fill_down_and_clear_and_undo(table: GridTable, desk: Desk) -> None:
    user.select(table, (0, "Woningen"), (1, "Woningen"))
    user.keys(table, "Ctrl+D")
    assert user.column(table, "Woningen") == ["40", "40"]
    user.keys(table, "Del")
    assert user.column(table, "Woningen") == ["", ""]
    desk.bridge.undo()
    desk.bridge.undo()
    assert user.column(table, "Woningen") == ["40", "+65"]


def test_a_row_is_added_and_typed_in_at_once(table: GridTable, session: Session) -> None:
    user.keys(table, "Ctrl+Enter")
    box = user.editor(table)
    type_text(box, "Nieuwstraat ë")
    press(box, "Enter")
    user.settle()
    assert project(session, "Nieuwstraat ë").homes.is_empty
    assert "leeg" in user.total(table)


def test_rows_are_removed_with_a_way_back(table: GridTable, desk: Desk) -> None:
    heard: list[tuple[str, bool]] = []
    desk.happened.connect(lambda text, undoable: heard.append((text, undoable)))
    user.go_to(table, 0, "Locatie")
    user.keys(table, "Ctrl+Del")
    assert user.column(table, "Locatie") == ["Zuidrand"]
    assert heard == [("Rij Kerkveld verwijderd", True)]
    assert table.currentIndex().row() == 0
    desk.bridge.undo()
    assert user.column(table, "Locatie") == ["Kerkveld", "Zuidrand"]


def test_alt_and_arrows_move_a_row_and_the_cursor_goes_along(table: GridTable) -> None:
    user.go_to(table, 0, "Woningen")
    user.keys(table, "Alt+Down")
    assert user.column(table, "Locatie") == ["Zuidrand", "Kerkveld"]
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)
    user.keys(table, "Alt+Up")
    assert user.column(table, "Locatie") == ["Kerkveld", "Zuidrand"]


def test_a_row_is_dragged_by_its_edge(table: GridTable, desk: Desk) -> None:
    user.drag_row(table, 0, 1)
    assert user.column(table, "Locatie") == ["Zuidrand", "Kerkveld"]
    desk.bridge.undo()
    assert user.column(table, "Locatie") == ["Kerkveld", "Zuidrand"]
    user.drag_row(table, 1, 0)
    assert user.column(table, "Locatie") == ["Zuidrand", "Kerkveld"]
    user.drag_row(table, 0, 0)
    assert user.column(table, "Locatie") == ["Zuidrand", "Kerkveld"]


def test_a_click_on_a_head_sorts_and_the_third_gives_the_own_order_back(table: GridTable) -> None:
    for shown in (["Kerkveld", "Zuidrand"], ["Zuidrand", "Kerkveld"], ["Kerkveld", "Zuidrand"]):
        user.click_head(table, user.heads(table)[0])
        assert user.column(table, user.heads(table)[0]) == shown


def test_what_is_typed_is_kept_before_anything_else_happens(
    table: GridTable, desk: Desk, session: Session
) -> None:
    user.begin_typing(table, 0, "Woningen", "99")
    desk.bridge.flush()
    assert project(session, "Kerkveld").homes.raw == "99"


def test_undo_while_typing_takes_back_what_was_typed(
    table: GridTable, desk: Desk, session: Session
) -> None:
    user.begin_typing(table, 0, "Woningen", "99")
    desk.bridge.undo()
    assert project(session, "Kerkveld").homes.raw == "40"


def test_the_current_row_is_the_chosen_item(table: GridTable, desk: Desk, session: Session) -> None:
    user.go_to(table, 1, "Locatie")
    assert desk.chosen_item == project(session, "Zuidrand").id


def test_a_filter_on_an_organisation_says_what_it_hides(
    panel: CommitmentTables, table: GridTable, desk: Desk, session: Session
) -> None:
    desk.filter_on(party(session, "Thuisborg").id)
    assert user.column(table, "Locatie") == ["Zuidrand"]
    words = [label.text() for label in panel.findChildren(type(panel._title)) if label.isVisible()]
    assert "1 van 2 rijen; alleen Thuisborg" in words
    user.press_link(panel, "Alles tonen")
    assert len(user.column(table, "Locatie")) == 2


def test_columns_are_chosen_and_remembered(
    panel: CommitmentTables, desk: Desk, session: Session
) -> None:
    menu = QMenu(panel)
    shown = panel.table()
    assert shown is not None
    assert shown.table.columns_menu is not None
    shown.table.columns_menu(menu)
    choose(menu, "Postcode").trigger()
    assert "Postcode" in user.heads(shown.table)
    again = CommitmentTables(desk, session.dossier.themes[0].id)
    other = again.table()
    assert other is not None
    assert "Postcode" in user.heads(other.table)
    again.deleteLater()


def test_a_long_table_is_folded_until_asked(
    panel: CommitmentTables, table: GridTable, desk: Desk, session: Session
) -> None:
    user.go_to(table, 0, "Locatie")
    user.copied_from_excel("\n".join(f"Straat {at}\t{at}" for at in range(30)))
    user.keys(table, "Ctrl+V")
    assert table.model().rowCount() == 6
    assert "Alle 30 rijen" in user.total(table)
    low = table.sizeHint().height()
    user.press_link(panel, "Nog 24 rijen tonen")
    assert table.model().rowCount() == 30
    assert table.sizeHint().height() > low
    user.press_link(panel, "Minder rijen tonen")
    assert table.model().rowCount() == 6


def test_an_item_that_is_folded_away_is_shown_when_asked_for(
    panel: CommitmentTables, table: GridTable, session: Session
) -> None:
    user.go_to(table, 0, "Locatie")
    user.copied_from_excel("\n".join(f"Straat {at}" for at in range(12)))
    user.keys(table, "Ctrl+V")
    assert panel.show_item(project(session, "Straat 11").id)
    assert table.currentIndex().row() == 11
    assert not panel.show_item("nothing")


def test_a_new_kind_gets_a_chip_and_says_that_it_is_empty(
    panel: CommitmentTables, desk: Desk, session: Session
) -> None:
    theme_id = session.dossier.themes[0].id
    desk.bridge.do(commitments.add_kind, "Huurbeleid", theme_id=theme_id, form=KindForm.FREE)
    kind = session.dossier.all(CommitmentKind)[1]
    assert panel.chips.chip(kind.id).text() == "Huurbeleid 0"
    panel.show_kind(kind.id)
    user.settle()
    words = [label.text() for label in panel.findChildren(type(panel._title)) if label.isVisible()]
    assert "geen voornemens" in words
    user.press_link(panel, "Rij toevoegen aan Huurbeleid")
    table = user.table_named(panel, "Huurbeleid")
    box = user.editor(table)
    type_text(box, "Huurstijging")
    press(box, "Enter")
    user.settle()
    assert user.column(table, "Onderwerp") == ["Huurstijging"]
    assert panel.chips.chip(kind.id).text() == "Huurbeleid 1"


def test_a_theme_without_tables_only_offers_one(desk: Desk, session: Session, show: Show) -> None:
    panel = CommitmentTables(desk, session.dossier.themes[1].id)
    show(panel)
    assert panel.table() is None
    assert panel.height() >= panel.sizeHint().height()
    assert not panel.chips.isVisible()


def test_the_menu_gives_a_row_its_parties(table: GridTable, session: Session, desk: Desk) -> None:
    user.go_to(table, 0, "Locatie")
    menu = table.menu()
    roles = choose(menu, "Partijen en rollen").menu()
    assert isinstance(roles, QMenu)
    woonhuis = choose(roles, "Woonhuis").menu()
    assert isinstance(woonhuis, QMenu)
    choose(woonhuis, "Trekker").trigger()
    (role,) = session.dossier.roles_of(project(session, "Kerkveld").id)
    assert role.kind is RoleKind.LEAD
    menu.deleteLater()


def test_the_menu_settles_a_number_with_two_meanings(table: GridTable, session: Session) -> None:
    user.go_to(table, 1, "Woningen")
    menu = table.menu()
    meant = choose(menu, "Bedoeld als…").menu()
    assert isinstance(meant, QMenu)
    choose(meant, "65 woningen").trigger()
    assert project(session, "Zuidrand").homes.value == 65
    menu.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_number_that_can_mean_more_than_one_thing_asks_after_enter(
    table: GridTable, session: Session
) -> None:
    user.type_in(table, 0, "Woningen", "1900")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert [action.text() for action in popup.actions()] == ["1.900 woningen"]
    popup.actions()[0].trigger()
    popup.close()
    assert project(session, "Kerkveld").homes.value == 1900


def test_it_fits_at_twice_the_text(panel: CommitmentTables, table: GridTable, look: Theme) -> None:
    look.set_scale(2.0)
    user.settle()
    assert panel.minimumSizeHint().width() <= 1_000


def choose(menu: QMenu, words: str) -> QAction:
    for action in menu.actions():
        if action.text().split("\t")[0] == words:
            return action
    raise AssertionError(f"{words!r} is not in {[a.text() for a in menu.actions()]}")
