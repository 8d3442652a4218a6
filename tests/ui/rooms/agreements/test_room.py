"""The room as its user meets it: tabs, rows, keys, filter, and what stands beside the agreement."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.agreement import AgreementStatus, RoleKind
from prestatie_desktop.domain.agreement_set import TextPart, TextPartKind
from prestatie_desktop.journal.edits import agreements as edits
from prestatie_desktop.journal.edits import roles, text_parts, themes
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.rooms.agreements.room import AgreementsRoom
from tests.building import agreement, empty_session, party, theme
from tests.ui.driving import agreements as user
from tests.ui.rooms.agreements.conftest import Heard, OpenRoom

_ACTIONS = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def test_there_is_a_tab_for_each_theme_with_its_progress_and_one_for_the_text(
    room: AgreementsRoom, session: Session
) -> None:
    assert user.tabs(room) == [
        "Thema 1 Beschikbaarheid, 0 van 2 akkoord",
        "Thema 2 Betaalbaarheid, 0 van 1 akkoord",
        "Tekst",
    ]
    room.desk.bridge.do(edits.set_status, agreement(session, "2.1").id, AgreementStatus.AGREED)
    assert user.tabs(room)[1] == "Thema 2 Betaalbaarheid, 1 van 1 akkoord"


def test_arrows_choose_and_what_is_chosen_stands_beside_it(
    room: AgreementsRoom, session: Session
) -> None:
    chosen: list[str] = []
    room.desk.item_chosen.connect(chosen.append)
    user.press_on_row(room, "Home")
    assert (user.chosen(room), user.title_beside(room)) == ("1.7", "Afspraak 1.7")
    user.press_on_row(room, "Down")
    assert (user.chosen(room), user.title_beside(room)) == ("1.10", "Afspraak 1.10")
    assert chosen[-1] == agreement(session, "1.10").id


def test_an_item_that_is_wanted_is_found_under_its_own_tab(
    room: AgreementsRoom, session: Session
) -> None:
    assert room.show_item(agreement(session, "2.1").id)
    assert user.numbers(room) == ["2.1"]
    assert user.chosen(room) == "2.1"
    assert not room.show_item("nergens")


def test_alt_and_an_arrow_moves_the_agreement_and_keeps_it_chosen(
    room: AgreementsRoom,
) -> None:
    user.click_row(room, "1.10")
    user.press_on_row(room, "Alt+Up")
    assert user.numbers(room) == ["1.10", "1.7"]
    assert user.chosen(room) == "1.10"
    user.press_on_row(room, "Alt+Up")
    assert user.numbers(room) == ["1.10", "1.7"]
    user.press_on_row(room, "Alt+Down")
    assert user.numbers(room) == ["1.7", "1.10"]


def test_delete_removes_says_so_and_chooses_the_next(
    room: AgreementsRoom, heard: Heard, qtbot: QtBot
) -> None:
    user.click_row(room, "1.7")
    user.press_on_row(room, "Del")
    assert user.numbers(room) == ["1.10"]
    assert user.chosen(room) == "1.10"
    assert heard.happened == ["Afspraak 1.7 verwijderd"]
    room.desk.bridge.undo()
    assert user.numbers(room) == ["1.7", "1.10"]


def test_ctrl_enter_adds_after_the_chosen_one_and_one_writes_at_once(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    user.press_on_row(room, "Ctrl+Enter")
    assert user.numbers(room) == ["1.7", "1.11", "1.10"]
    assert user.chosen(room) == "1.11"
    assert room.page.card.editor.hasFocus()
    user.write(room, "Nieuw: coöperatie")
    room.desk.bridge.flush()
    assert agreement(session, "1.11").text == "<p>Nieuw: coöperatie</p>"


def test_the_menu_duplicates_with_roles_and_moves_to_another_theme(
    room: AgreementsRoom, session: Session, heard: Heard
) -> None:
    commands = room.page._commands
    one = agreement(session, "1.7")
    user.choose_from(commands.menu(one.id, room.page.begin), "Dupliceren")
    copy = agreement(session, "1.11")
    assert copy.text == one.text
    assert {(r.party_id, r.kind) for r in session.dossier.roles_of(copy.id)} == {
        (r.party_id, r.kind) for r in session.dossier.roles_of(one.id)
    }
    assert user.chosen(room) == "1.11"
    menu = commands.menu(copy.id, room.page.begin)
    user.choose_from(menu, "Verplaatsen naar thema", "2  Betaalbaarheid")
    assert agreement(session, "1.11").theme_id == theme(session, "2").id
    assert heard.happened == ["Afspraak 1.11 staat nu in Betaalbaarheid"]
    assert user.numbers(room) == ["1.7", "1.10"]


def test_f8_goes_to_the_next_open_point_across_themes(
    room: AgreementsRoom, session: Session, heard: Heard
) -> None:
    for number in ("1.7", "1.10"):
        room.desk.bridge.do(edits.set_status, agreement(session, number).id, AgreementStatus.AGREED)
    user.press_on_row(room, "F8")
    assert user.chosen(room) == "2.1"
    room.desk.bridge.do(edits.set_status, agreement(session, "2.1").id, AgreementStatus.AGREED)
    user.press_on_row(room, "F8")
    assert heard.happened == ["Er staan geen punten meer open"]


def test_a_filter_says_honestly_what_is_not_shown(room: AgreementsRoom, session: Session) -> None:
    room.desk.filter_on(party(session, "Woonhuis").id)
    assert user.numbers(room) == ["1.7"]
    words = room.page.head.filter_words()
    assert words == "1 van 2 afspraken; alleen Woonhuis"
    room.desk.bridge.do(
        roles.set_role, agreement(session, "1.10").id, party(session, "Woonhuis").id,
        RoleKind.INVOLVED,
    )  # fmt: skip
    assert user.numbers(room) == ["1.7", "1.10"]
    room.desk.filter_on(party(session, "Gemeente Veldhoven").id)
    assert user.numbers(room) == []
    room.page.head.show_all_wanted.emit()
    assert user.numbers(room) == ["1.7", "1.10"]
    assert room.page.head.filter_words() == ""


def test_dropping_an_agreement_puts_it_where_the_line_was(
    room: AgreementsRoom, session: Session
) -> None:
    the_list = room.page.list
    data = room.page.model.mimeData([room.page.model.index(1)])
    place = the_list.visualRect(room.page.model.index(0)).topLeft() + QPoint(30, 3)
    entering = _entering(data, place)
    QApplication.sendEvent(the_list.viewport(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(the_list.viewport(), _drop(data, place))
    assert user.numbers(room) == ["1.10", "1.7"]
    assert user.chosen(room) == "1.10"


def test_dropping_an_agreement_on_a_tab_moves_it_to_that_theme(
    room: AgreementsRoom, session: Session
) -> None:
    data = room.page.model.mimeData([room.page.model.index(1)])
    bar = room.tabs.bar()
    place = bar.tabRect(1).center()
    entering = _entering(data, place)
    QApplication.sendEvent(bar, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(bar, _drop(data, place))
    assert agreement(session, "1.10").theme_id == theme(session, "2").id


def _entering(data: QMimeData, place: QPoint) -> QDragEnterEvent:
    return QDragEnterEvent(
        place, _ACTIONS, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )


def _drop(data: QMimeData, place: QPoint) -> QDropEvent:
    return QDropEvent(
        QPointF(place),
        _ACTIONS,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_dossier_without_themes_offers_to_add_one(open_room: OpenRoom) -> None:
    session = empty_session()
    room = open_room(session)
    assert room._stack.currentWidget() is room._nothing
    session.commit(themes.add_theme(session.dossier, "Wonen"))
    assert user.tabs(room)[0] == "Thema 1 Wonen, 0 van 0 akkoord"
    assert user.rows(room) == []
    assert room.page.head.is_empty_shown()


def test_removing_the_theme_shown_shows_another(room: AgreementsRoom, session: Session) -> None:
    room._themes.remove(theme(session, "1").id)
    assert user.numbers(room) == ["2.1"]
    room.desk.bridge.undo()
    assert len(user.tabs(room)) == 3


def test_themes_move_by_the_menu_of_their_tab(room: AgreementsRoom, session: Session) -> None:
    user.choose_from(room._themes.menu(theme(session, "1").id), "Naar rechts")
    assert [t.number for t in session.dossier.themes] == ["2", "1"]
    assert user.tabs(room)[0].startswith("Thema 2")
    assert user.numbers(room) == ["1.7", "1.10"]


def test_the_running_text_is_written_under_its_own_tab(
    room: AgreementsRoom, session: Session
) -> None:
    bridge = room.desk.bridge
    bridge.do(text_parts.add_text_part, TextPartKind.PREAMBLE, "Waarom")
    bridge.do(text_parts.add_text_part, TextPartKind.CLOSING, "Slot")
    user.open_tab(room, "Tekst")
    first = session.dossier.all(TextPart)[0]
    card = room.text_parts.card(first.id)
    from tests.ui.driving.keys import type_text

    card.editor.setFocus()
    type_text(card.editor, "Samen één doel")
    bridge.flush()
    assert session.dossier.get(TextPart, first.id).text == "<p>Samen één doel</p>"
    user.choose_from(room.text_parts.part_menu(first.id), "Omlaag")
    assert [part.title for part in session.dossier.all(TextPart)] == ["Slot", "Waarom"]
    user.choose_from(room.text_parts.part_menu(first.id), "Verwijderen")
    assert [part.title for part in session.dossier.all(TextPart)] == ["Slot"]


def test_the_introduction_is_written_in_place(room: AgreementsRoom, session: Session) -> None:
    from tests.ui.driving.keys import press, type_text

    editor = room.page.head.introduction.editor
    editor.setFocus()
    type_text(editor, "Wij zorgen voor genoeg woningen.")
    press(editor, "Ctrl+Z")
    assert theme(session, "1").introduction == ""
    type_text(editor, "Samen.")
    room.page.list.setFocus()
    assert theme(session, "1").introduction == "<p>Samen.</p>"


def test_what_changed_while_the_room_was_away_is_there_when_it_comes_back(
    room: AgreementsRoom, session: Session
) -> None:
    room.hide()
    session.commit(edits.set_text(session.dossier, agreement(session, "1.7").id, "<p>Anders</p>"))
    session.commit(themes.add_theme(session.dossier, "Zorg"))
    room.show()
    assert user.text(room) == "Anders"
    assert len(user.tabs(room)) == 4


def test_f4_hides_what_stands_beside_and_that_is_remembered(
    room: AgreementsRoom, session: Session, open_room: OpenRoom
) -> None:
    user.press_on_row(room, "F4")
    assert room.inspector.isHidden()
    again = open_room(session)
    assert again.inspector.isHidden()
    user.press_on_row(again, "F4")
    assert not again.inspector.isHidden()


def test_a_screen_reader_finds_every_agreement_in_the_list(room: AgreementsRoom) -> None:
    spoken = QAccessible.queryAccessibleInterface(room.page.list)
    assert spoken.text(QAccessible.Text.Name) == "Afspraken"
    rows = [spoken.child(at) for at in range(spoken.childCount())]
    names = [row.text(QAccessible.Text.Name) for row in rows]
    assert "1.10 De gemeente wijst een contactpersoon aan. (Voorstel)" in names


def test_the_context_menu_comes_by_mouse_on_a_row_and_by_key_for_the_chosen_one(
    room: AgreementsRoom,
) -> None:
    the_list = room.page.list
    wanted: list[str] = []
    room.page.list.menu_wanted.disconnect()
    the_list.menu_wanted.connect(lambda _place: wanted.append(user.chosen(room)))
    place = the_list.visualRect(room.page.model.index(1)).center()
    reasons = QContextMenuEvent.Reason
    for reason, where in ((reasons.Mouse, place), (reasons.Keyboard, QPoint(0, 0))):
        event = QContextMenuEvent(reason, where, the_list.viewport().mapToGlobal(where))
        QApplication.sendEvent(the_list.viewport() if reason is reasons.Mouse else the_list, event)
    assert wanted == ["1.10", "1.10"]
    above = QContextMenuEvent(reasons.Mouse, QPoint(2, 2), QPoint(2, 2))
    QApplication.sendEvent(the_list.viewport(), above)
    assert len(wanted) == 2


def test_the_menu_of_the_text_has_no_undo_of_its_own(room: AgreementsRoom) -> None:
    user.click_row(room, "1.7")
    names = [a.text().split("\t")[0] for a in room.page.card.editor.text_menu().actions()]
    assert names == ["Knippen", "Kopiëren", "Plakken", "Plakken zonder opmaak", "Alles selecteren"]


def test_the_running_text_has_the_whole_width(room: AgreementsRoom) -> None:
    user.open_tab(room, "Tekst")
    assert room.inspector.isHidden()
    user.open_tab(room, "Betaalbaarheid")
    assert not room.inspector.isHidden()
    assert user.title_beside(room) == "Afspraak 2.1"


@pytest.mark.parametrize("width", [600, 900, 1440])
def test_at_twice_the_size_everything_keeps_its_place(
    room: AgreementsRoom, look: Theme, qtbot: QtBot, width: int
) -> None:
    card, the_list = room.page.card, room.page.list
    grid = card.layout()
    assert grid is not None
    look.set_scale(2.0)
    room.resize(width, 820)
    user.press_on_row(room, "End")
    qtbot.waitUntil(lambda: card.height() >= grid.totalHeightForWidth(card.width()))
    assert the_list.visualRect(the_list.currentIndex()).contains(card.geometry())
    assert card.editor.height() >= card.editor.document().size().height() - 1
    assert card.tools.geometry().right() <= card.width()
