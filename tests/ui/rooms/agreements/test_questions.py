"""The questions this room asks, answered with the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTableWidget

from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.rooms.agreements.link_dialog import LinkDialog, found
from prestatie_desktop.ui.rooms.agreements.room import AgreementsRoom
from tests.building import agreement, theme
from tests.ui.driving import agreements as user
from tests.ui.driving.keys import press, type_text
from tests.ui.rooms.agreements.conftest import Heard

Answer = Callable[[QDialog], None]


def answering(ask: Callable[[], object], answer: Answer) -> str:
    """Ask, answer the dialog that comes, and tell its title."""
    titles: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        titles.append(dialog.windowTitle())
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(50, look)
    ask()
    assert titles, "nothing was asked"
    return titles[0]


def filling(**fields: str) -> Answer:
    """Type into fields by their names and press Enter."""

    def answer(dialog: QDialog) -> None:
        for box in dialog.findChildren(QLineEdit):
            if box.accessibleName() in fields:
                box.selectAll()
                press(box, "Del")
                type_text(box, fields[box.accessibleName()])
        press(dialog, "Enter")

    return answer


def test_another_number_is_asked_and_a_taken_one_refused_in_words(
    room: AgreementsRoom, session: Session, heard: Heard
) -> None:
    one = agreement(session, "1.10").id
    commands = room._commands
    title = answering(lambda: commands.ask_number(one), filling(Nummer="1.8"))
    assert title == "Nummer van afspraak 1.10"
    assert user.numbers(room) == ["1.7", "1.8"]
    answering(lambda: commands.ask_number(one), filling(Nummer="1.7"))
    assert heard.refused == [
        "Er is al een afspraak 1.7; er is niets gewijzigd. Kies een ander nummer."
    ]
    answering(lambda: commands.ask_number(one), lambda dialog: press(dialog, "Esc"))
    assert user.numbers(room) == ["1.7", "1.8"]


def test_renumbering_shows_what_becomes_of_each_number_first(
    room: AgreementsRoom, session: Session, heard: Heard
) -> None:
    shown: list[tuple[str, str]] = []

    def answer(dialog: QDialog) -> None:
        table = dialog.findChild(QTableWidget)
        assert table is not None
        for row in range(table.rowCount()):
            now, then = (table.model().index(row, column).data() for column in range(2))
            shown.append((str(now), str(then)))
        press(dialog, "Enter")

    answering(room.renumber, answer)
    assert shown == [("1.7", "1.7 (blijft)"), ("1.10", "1.8")]
    assert user.numbers(room) == ["1.7", "1.8"]
    assert heard.happened == ["Thema 1 is hernummerd"]


def test_a_theme_is_added_shown_and_changed(room: AgreementsRoom, session: Session) -> None:
    answering(room.add_theme, filling(Titel="Wonen met zorg", **{"Korte naam": "Zorg"}))
    assert user.tabs(room)[2] == "Thema 3 Zorg, 0 van 0 akkoord"
    assert room.page.head.is_empty_shown()
    answering(room.edit_theme, filling(**{"Korte naam": "Zorg en welzijn"}))
    assert theme(session, "3").short_title == "Zorg en welzijn"
    room.add_agreement()
    assert user.numbers(room) == ["3.1"]
    assert not room.page.head.is_empty_shown()


def test_a_text_part_is_added_under_the_tab_text(room: AgreementsRoom) -> None:
    answering(room.add_text_part, filling(Titel="Waarom wij dit doen"))
    assert [card.editor.accessibleName() for card in room.text_parts.cards()] == [
        "Tekst van Waarom wij dit doen"
    ]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("", ["1.7", "1.10", "2.1"]), ("1.1", ["1.10"]), ("CONTACT", ["1.10"]), ("zzz", [])],
)
def test_an_agreement_is_found_by_number_and_words(
    session: Session, typed: str, numbers: list[str]
) -> None:
    assert [one.number for one in found(session.dossier, typed)] == numbers


def test_a_reference_is_put_in_with_the_keyboard(room: AgreementsRoom, session: Session) -> None:
    user.click_row(room, "1.10")
    user.write(room, " Zie ")

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, LinkDialog)
        search = dialog.findChildren(QLineEdit)[0]
        type_text(search, "huur")
        press(search, "Down")
        press(search, "Enter")

    answering(lambda: user.press_in_text(room, "Ctrl+K"), answer)
    room.desk.bridge.flush()
    target = agreement(session, "2.1").id
    assert agreement(session, "1.10").text.endswith(f'Zie <a href="item:{target}">2.1</a></p>')
    assert room.focusWidget() is room.page.card.editor
