import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor, QTextDocument, QTextListFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.richtext import ListKind, RichText, Run, normalise, parse, to_html
from prestatie_desktop.ui.richtext_document import (
    char_format,
    from_document,
    list_format,
    run_of,
    to_document,
)
from tests.strategies.richtext import unruly_rich_texts

pytestmark = pytest.mark.usefixtures("qapp")

CASES = [
    "",
    "<p></p><p></p>",
    "<p></p><p>a</p><p></p>",
    "<p>10 m<sup>2</sup> en H<sub>2</sub>O</p>",
    "<p>a<br/>b<br/></p>",
    "<p><b>vet </b>b<b> vet </b></p>",
    "<p><b><i><u>alles</u></i></b></p>",
    "<p>    vier  spaties\u00a0hard</p>",
    "<p>&gt; # * - 1. _x_ `t` \\ | [a](b) &lt;b&gt; &amp;amp;</p>",
    "<p>€ 10\u00a0000 – ≥ → ëïé 😀</p>",
    '<p>zie <a href="item:a1">afspraak <b>3</b></a> en <a href="item:a2"><u>4</u></a></p>',
    "<p>a</p><ul><li>x</li><li>y</li></ul><p>b</p>",
    "<ul><li></li><li></li></ul>",
    "<ol><li>een</li><li>twee<ul><li>sub</li><li>sub</li></ul></li><li>drie</li></ol><p>na</p>",
    '<ol type="a" start="3"><li>c</li><li>d</li></ol><p>tussen</p><ol type="a" start="5"><li>e</li></ol>',
    "<ol><li>a</li></ol><ol><li>opnieuw</li></ol>",
    '<ol start="9999"><li>a</li></ol><ol start="9999"><li>a</li></ol>',
    "<ul><li>a<ol><li>b</li></ol></li></ul><ol><li>c<ol><li>d</li></ol></li></ol>",
]


@pytest.mark.parametrize("html", CASES)
def test_a_text_comes_back_from_the_document_as_it_was(html: str) -> None:
    document = QTextDocument()
    to_document(document, parse(html))
    assert to_html(from_document(document)) == html


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(unruly_rich_texts)
def test_any_rich_text_comes_back_from_the_document_as_it_was(blocks: RichText) -> None:
    document = QTextDocument()
    to_document(document, blocks, QColor("blue"))
    assert from_document(document) == normalise(blocks)


def test_a_document_is_filled_again_without_traces_of_the_text_before() -> None:
    document = QTextDocument()
    for html in [*CASES, *reversed(CASES)]:
        to_document(document, parse(html))
        assert to_html(from_document(document)) == html


def test_nothing_can_be_undone_when_the_owner_switched_undo_off() -> None:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    to_document(document, parse("<p>a</p>"))
    assert not document.isUndoRedoEnabled()
    assert not document.isUndoAvailable()


def _typed(qtbot: QtBot, html: str = "") -> QTextEdit:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    to_document(edit.document(), parse(html))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    return edit


def test_shift_enter_is_a_line_break_and_enter_a_paragraph(qtbot: QtBot) -> None:
    edit = _typed(qtbot)
    QTest.keyClicks(edit, "een")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(edit, "twee")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "drie")
    assert to_html(from_document(edit.document())) == "<p>een<br/>twee</p><p>drie</p>"


def test_enter_in_a_list_gives_the_next_number(qtbot: QtBot) -> None:
    edit = _typed(qtbot, '<ol type="a" start="3"><li>c</li></ol>')
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "d")
    html = to_html(from_document(edit.document()))
    assert html == '<ol type="a" start="3"><li>c</li><li>d</li></ol>'


def test_typing_after_a_bold_run_that_ends_in_a_blank_stays_bold(qtbot: QtBot) -> None:
    edit = _typed(qtbot, "<p>a <b>vet </b></p>")
    QTest.keyClicks(edit, "en")
    assert to_html(from_document(edit.document())) == "<p>a <b>vet en</b></p>"


def test_an_inserted_item_renumbers_the_items_after_it(qtbot: QtBot) -> None:
    edit = _typed(qtbot, "<ol><li>een</li><li>drie</li></ol>")
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClicks(edit, "twee")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    html = to_html(from_document(edit.document()))
    assert html == "<ol><li>een</li><li>twee</li><li>drie</li></ol>"


def test_a_typed_tab_is_a_blank(qtbot: QtBot) -> None:
    edit = _typed(qtbot, "<p>a</p>")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    QTest.keyClicks(edit, "b")
    assert to_html(from_document(edit.document())) == "<p>a b</p>"


def test_what_is_no_rich_text_is_left_out_and_its_text_kept() -> None:
    document = QTextDocument()
    document.setHtml(
        "<p>a <a href='https://x.nl'>site</a> <img src='x.png'> <font color='red'>rood</font></p>"
    )
    text = "".join(block.text for block in from_document(document))
    assert text.split() == ["a", "site", "rood"]


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        (QTextListFormat.Style.ListUpperAlpha, ListKind.LETTER),
        (QTextListFormat.Style.ListLowerRoman, ListKind.DECIMAL),
        (QTextListFormat.Style.ListSquare, ListKind.BULLET),
    ],
)
def test_other_list_styles_become_the_nearest_of_ours(
    style: QTextListFormat.Style, kind: ListKind
) -> None:
    document = QTextDocument()
    QTextCursor(document).createList(style)
    assert [block.list_kind for block in from_document(document)] == [kind]


def test_a_link_shows_its_colour_and_points_to_its_item() -> None:
    format_ = char_format(Run(text="x", link="a1"), QColor("#0055aa"))
    assert format_.anchorHref() == "item:a1"
    assert format_.foreground().color() == QColor("#0055aa")
    assert run_of("x", format_) == Run(text="x", link="a1")


def test_a_list_is_indented_by_its_level() -> None:
    assert list_format(ListKind.DECIMAL, 2, 5).indent() == 2
