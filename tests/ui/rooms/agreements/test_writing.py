"""Writing the text of an agreement: what is typed is in the dossier, and nothing typed is lost."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.agreement import MAX_TEXT
from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.journal.edits import agreements as edits
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.rooms.agreements.room import AgreementsRoom
from prestatie_desktop.ui.typing_pause import LATEST_MS, PAUSE_MS
from tests.building import agreement
from tests.ui.driving import agreements as user
from tests.ui.rooms.agreements.conftest import Heard


def stored(session: Session, number: str) -> str:
    return agreement(session, number).text


def test_typed_text_is_committed_after_a_pause_accents_and_all(
    room: AgreementsRoom, session: Session, qtbot: QtBot
) -> None:
    user.click_row(room, "1.10")
    user.write(room, " Vóór 1 juli: ≥ € 12,50.")
    assert "Vóór" not in stored(session, "1.10")
    with qtbot.waitSignal(room.desk.bridge.committed, timeout=PAUSE_MS + 1_000):
        pass
    assert stored(session, "1.10") == (
        "<p>De gemeente wijst een contactpersoon aan. Vóór 1 juli: ≥ € 12,50.</p>"
    )


def test_who_types_on_and_on_is_committed_all_the_same(
    room: AgreementsRoom, session: Session, qtbot: QtBot
) -> None:
    user.click_row(room, "1.10")
    typed = 0
    while "aan.x" not in stored(session, "1.10") and typed < 40:
        user.write(room, "x")
        qtbot.wait(100)
        typed += 1
    assert PAUSE_MS // 100 < typed <= LATEST_MS // 100 + 3


def test_another_action_finds_the_typed_text_in_the_dossier(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    user.write(room, " Erbij.")
    user.click_row(room, "1.10")
    assert stored(session, "1.7").endswith("Erbij.</p>")
    assert user.chosen(room) == "1.10"
    assert user.text(room) == "De gemeente wijst een contactpersoon aan."


def test_the_caret_stays_while_the_text_is_committed(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    editor = room.page.card.editor
    user.write(room, "!")
    user.press_in_text(room, "Ctrl+Home")
    for _ in range(8):
        user.press_in_text(room, "Right")
    at = editor.textCursor().position()
    room.desk.bridge.flush()
    assert editor.textCursor().position() == at == 8


def test_undo_in_the_text_is_undo_of_the_journal(room: AgreementsRoom, session: Session) -> None:
    before = stored(session, "1.7")
    user.click_row(room, "1.7")
    user.write(room, " Dit ook.")
    user.press_in_text(room, "Ctrl+Z")
    assert stored(session, "1.7") == before
    assert user.text(room) == "Woonhuis bouwt ruim 40 woningen."
    user.press_in_text(room, "Ctrl+Y")
    assert user.text(room) == "Woonhuis bouwt ruim 40 woningen. Dit ook."


def test_undo_takes_back_what_was_done_elsewhere_before(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    room.desk.bridge.do(edits.set_planning, agreement(session, "1.7").id, "Q2")
    room.page.card.edit()
    user.press_in_text(room, "Ctrl+Z")
    assert agreement(session, "1.7").planning == ""


def test_escape_leaves_the_text_for_the_list(room: AgreementsRoom, qtbot: QtBot) -> None:
    user.click_row(room, "1.7")
    user.press_on_row(room, "Enter")
    assert room.page.card.editor.hasFocus()
    user.press_in_text(room, "Esc")
    assert room.page.list.hasFocus()


@pytest.mark.parametrize(("keys", "tag"), [("Ctrl+B", "b"), ("Ctrl+I", "i"), ("Ctrl+U", "u")])
def test_the_keys_of_a_word_processor_mark_text(
    room: AgreementsRoom, session: Session, keys: str, tag: str
) -> None:
    user.click_row(room, "1.10")
    user.press_on_row(room, "Enter")
    user.press_in_text(room, "Ctrl+A")
    user.press_in_text(room, keys)
    room.desk.bridge.flush()
    assert stored(session, "1.10") == (
        f"<p><{tag}>De gemeente wijst een contactpersoon aan.</{tag}></p>"
    )
    user.press_in_text(room, keys)
    room.desk.bridge.flush()
    assert stored(session, "1.10") == "<p>De gemeente wijst een contactpersoon aan.</p>"


def test_marks_and_lists_of_the_menu_reach_the_dossier(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.10")
    card = room.page.card
    card.editor.selectAll()
    user.choose_from(card.tools.menu(), "Superscript")
    user.choose_from(card.tools.menu(), "Lijst met a, b, c")
    room.desk.bridge.flush()
    assert stored(session, "1.10") == (
        '<ol type="a"><li><sup>De gemeente wijst een contactpersoon aan.</sup></li></ol>'
    )
    user.choose_from(card.tools.menu(), "Subscript")
    user.choose_from(card.tools.menu(), "Opsomming")
    room.desk.bridge.flush()
    assert stored(session, "1.10") == (
        "<ul><li><sub>De gemeente wijst een contactpersoon aan.</sub></li></ul>"
    )
    card.editor.toggle_list(ListKind.BULLET)
    card.editor.toggle_subscript()
    room.desk.bridge.flush()
    assert stored(session, "1.10") == "<p>De gemeente wijst een contactpersoon aan.</p>"


def test_what_is_pasted_from_elsewhere_is_cleaned(room: AgreementsRoom, session: Session) -> None:
    user.click_row(room, "1.10")
    source = QMimeData()
    source.setHtml(
        "<style>p{color:red}</style><p><font color='red'>Rood</font> <b>vet</b>"
        "<img src='http://x/y.png'><script>alert(1)</script></p><ul><li>een</li></ul>"
    )
    editor = room.page.card.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(source)
    room.desk.bridge.flush()
    html = stored(session, "1.10")
    assert "Rood <b>vet</b>" in html
    assert "<ul><li>een</li></ul>" in html
    assert not any(word in html for word in ("font", "img", "script", "color"))


def test_pasting_plain_keeps_the_letters_only(room: AgreementsRoom, session: Session) -> None:
    user.click_row(room, "1.10")
    copied = QMimeData()
    copied.setHtml("<b>dik</b>")
    copied.setText("dik")
    QGuiApplication.clipboard().setMimeData(copied)
    user.write(room, " ")
    user.press_in_text(room, "Ctrl+Shift+V")
    room.desk.bridge.flush()
    assert stored(session, "1.10").endswith("aan. dik</p>")


def test_too_much_text_is_refused_in_words_and_stays_to_be_saved(
    room: AgreementsRoom, session: Session, heard: Heard
) -> None:
    before = stored(session, "1.10")
    user.click_row(room, "1.10")
    editor = room.page.card.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertPlainText("lang " * (MAX_TEXT // 5))
    room.desk.bridge.flush()
    assert stored(session, "1.10") == before
    assert "100.000" in heard.refused[0]
    assert room.page.card.binding.is_unsaved

    user.click_row(room, "1.7")
    assert not room.page.card.binding.is_unsaved
    user.click_row(room, "1.10")
    assert "lang lang" in user.text(room)

    room.page.card.binding.give_up()
    assert user.text(room) == "De gemeente wijst een contactpersoon aan."
    assert not room.page.card.binding.is_unsaved


def test_text_that_may_not_lapse_a_signature_is_not_lost(
    room: AgreementsRoom, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.click_row(room, "1.10")
    before = stored(session, "1.10")
    monkeypatch.setattr(room.desk.bridge, "_may_lapse", lambda _act: False)
    user.write(room, " Toch.")
    room.desk.bridge.flush()
    assert stored(session, "1.10") == before
    assert user.text(room).endswith("Toch.")
    assert room.page.card.binding.is_unsaved


def test_a_reference_shows_the_number_of_today(room: AgreementsRoom, session: Session) -> None:
    user.click_row(room, "1.10")
    editor = room.page.card.editor
    user.write(room, " Zie ")
    editor.insert_link(agreement(session, "2.1").id, "2.1")
    room.desk.bridge.flush()
    assert stored(session, "1.10").endswith(
        f'Zie <a href="item:{agreement(session, "2.1").id}">2.1</a></p>'
    )
    room.desk.bridge.do(edits.set_number, agreement(session, "2.1").id, "2.9")
    assert user.text(room).endswith("Zie 2.9")
    user.write(room, " ook")
    room.desk.bridge.flush()
    assert stored(session, "1.10").endswith('">2.9</a> ook</p>')


def test_a_change_from_elsewhere_comes_into_the_text_with_the_caret_at_its_words(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.7")
    user.press_on_row(room, "Enter")
    user.press_in_text(room, "Ctrl+End")
    room.desk.bridge.do(
        edits.set_text, agreement(session, "1.7").id, "<p>Ook Woonhuis bouwt 40 woningen.</p>"
    )
    editor = room.page.card.editor
    assert user.text(room) == "Ook Woonhuis bouwt 40 woningen."
    assert editor.textCursor().atEnd()


def test_lines_pasted_without_marks_become_the_list_they_look_like(
    room: AgreementsRoom, session: Session
) -> None:
    user.click_row(room, "1.10")
    copied = QMimeData()
    copied.setText("- een aanspreekpunt\n- een planning\n")
    editor = room.page.card.editor
    editor.selectAll()
    editor.insertFromMimeData(copied)
    room.desk.bridge.flush()
    assert stored(session, "1.10") == "<ul><li>een aanspreekpunt</li><li>een planning</li></ul>"
