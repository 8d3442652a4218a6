"""Tracked changes and comments in OpenDocument texts."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prestatie_desktop.importing.readers.open_text import read_open_text
from prestatie_desktop.importing.source import Comment, Piece, Source, Stamp
from tests.importing.making_open_text import (
    annotation,
    changes,
    deletion,
    gone,
    heading,
    insertion,
    items,
    make_open_text,
    paragraph,
    row,
    span,
    table,
    within,
)

BO = Stamp("Bo", datetime(2024, 3, 1, 9, 30, tzinfo=UTC))


def read(tmp_path: Path, body: str, **more: Any) -> Source:
    return read_open_text(make_open_text(tmp_path / "b.odt", body, **more), "b.odt")


def before(piece: Piece) -> str:
    return "".join(each.run.text for each in piece.tracked if each.inserted is None)


def after(piece: Piece) -> str:
    return "".join(each.run.text for each in piece.tracked if each.deleted is None)


def test_insertions_are_in_the_text_and_deletions_are_not(tmp_path: Path) -> None:
    body = changes(insertion("ct1"), deletion("ct2", "tien")) + paragraph(
        "Wij bouwen " + gone("ct2") + within("ct1", span("twintig", "T1")) + " huizen."
    )
    (piece,) = read(tmp_path, body).pieces()
    assert piece.text == "Wij bouwen twintig huizen."
    assert (before(piece), after(piece)) == ("Wij bouwen tien huizen.", piece.text)
    assert [(each.run.text, each.deleted, each.inserted) for each in piece.tracked] == [
        ("Wij bouwen ", None, None),
        ("tien", BO, None),
        ("twintig", None, BO),
        (" huizen.", None, None),
    ]
    assert piece.tracked[2].run.bold


def test_blanks_around_a_deletion_are_those_of_the_text(tmp_path: Path) -> None:
    body = changes(deletion("ct1", "<text:p><text:s/>nieuwe</text:p>")) + paragraph(
        f"Twintig{gone('ct1')} huizen"
    )
    (piece,) = read(tmp_path, body).pieces()
    assert (before(piece), after(piece)) == ("Twintig nieuwe huizen", "Twintig huizen")


def test_deleted_text_may_also_stand_in_the_text_itself(tmp_path: Path) -> None:
    body = changes(deletion("ct1", paragraph())) + paragraph(
        "Wij " + within("ct1", "nooit ") + "bouwen"
    )
    (piece,) = read(tmp_path, body).pieces()
    assert (before(piece), after(piece), piece.text) == (
        "Wij nooit bouwen", "Wij bouwen", "Wij bouwen",
    )  # fmt: skip


def test_what_one_wrote_and_another_deleted_is_in_neither_text(tmp_path: Path) -> None:
    both = deletion("ct1", "misschien ", who="An").replace(
        "</text:deletion>",
        "</text:deletion><text:insertion><office:change-info><dc:creator>Bo</dc:creator>"
        "</office:change-info></text:insertion>",
    )
    (piece,) = read(tmp_path, changes(both) + paragraph(f"Wij {gone('ct1')}bouwen")).pieces()
    assert (before(piece), after(piece)) == ("Wij bouwen", "Wij bouwen")
    assert piece.tracked[1].deleted == Stamp("An", BO.at)
    assert piece.tracked[1].inserted == Stamp("Bo", None)


def test_new_paragraphs_were_nothing_before(tmp_path: Path) -> None:
    body = (
        changes(insertion("ct1"))
        + paragraph('Oud<text:change-start text:change-id="ct1"/>')
        + paragraph("Nieuw")
        + paragraph('Ook nieuw<text:change-end text:change-id="ct1"/>')
        + paragraph("Slot")
    )
    pieces = read(tmp_path, body).pieces()
    assert [(piece.text, before(piece)) for piece in pieces] == [
        ("Oud", ""), ("Nieuw", ""), ("Ook nieuw", ""), ("Slot", ""),
    ]  # fmt: skip
    assert [bool(piece.tracked) for piece in pieces] == [False, True, True, False]


def test_a_deleted_paragraph_stays_as_a_piece_without_text(tmp_path: Path) -> None:
    body = (
        changes(deletion("ct1", "Geschrapt", paragraph()))
        + paragraph("Eerst")
        + paragraph(f"{gone('ct1')}Daarna")
    )
    source = read(tmp_path, body)
    assert [(piece.text, before(piece)) for piece in source.pieces()] == [
        ("Eerst", ""), ("", "Geschrapt"), ("Daarna", ""),
    ]  # fmt: skip
    assert [line.text for line in source.lines] == ["Eerst", "Daarna"]
    assert source.pieces()[1].line == 0


def test_a_paragraph_deleted_from_the_end_of_the_one_before_is_one_too(tmp_path: Path) -> None:
    body = changes(deletion("ct1", paragraph(), "Geschrapt")) + paragraph(f"Eerst{gone('ct1')}")
    pieces = read(tmp_path, body + paragraph("Slot")).pieces()
    assert [(piece.text, before(piece)) for piece in pieces] == [
        ("Eerst", ""), ("", "Geschrapt"), ("Slot", ""),
    ]  # fmt: skip


def test_paragraphs_joined_by_a_deletion_were_apart_before(tmp_path: Path) -> None:
    body = changes(deletion("ct1", "<text:p><text:s/>nooit</text:p>", "Geheel", "en")) + paragraph(
        f"Wij bouwen{gone('ct1')} samen."
    )
    (piece,) = read(tmp_path, body).pieces()
    assert before(piece) == "Wij bouwen nooit\nGeheel\nen samen."
    assert piece.text == "Wij bouwen samen."


def test_a_deletion_in_the_text_itself_may_go_over_paragraphs(tmp_path: Path) -> None:
    body = (
        changes(deletion("ct1", paragraph()))
        + paragraph('Begin <text:change-start text:change-id="ct1"/>weg')
        + paragraph("helemaal weg")
        + paragraph('ook<text:change-end text:change-id="ct1"/> eind')
        + paragraph("Slot")
    )
    first, last = read(tmp_path, body).pieces()
    assert (first.text, before(first)) == ("Begin  eind", "Begin weg\nhelemaal weg\nook eind")
    assert last.text == "Slot"


def test_paragraphs_deleted_as_a_whole_stand_between_others(tmp_path: Path) -> None:
    lost = (heading("Kop"), items("a", "b"), table(row("c", "d")))
    body = changes(deletion("ct1", *lost)) + paragraph("Eerst") + gone("ct1") + paragraph("Slot")
    pieces = read(tmp_path, body).pieces()
    assert [before(piece) for piece in pieces] == ["", "Kop", "a", "b", "c", "d", ""]
    assert [piece.text for piece in pieces] == ["Eerst", *[""] * 5, "Slot"]


def test_a_comment_in_deleted_text_stays_with_it(tmp_path: Path) -> None:
    lost = (paragraph(f"weg{annotation('An', 'Jammer')}"),)
    whole = changes(deletion("ct1", *lost)) + paragraph("Eerst") + gone("ct1") + paragraph("Slot")
    assert [len(piece.comments) for piece in read(tmp_path, whole).pieces()] == [0, 1, 0]
    within_text = changes(deletion("ct1", *lost)) + paragraph(f"Eerst {gone('ct1')}nu")
    assert [len(piece.comments) for piece in read(tmp_path, within_text).pieces()] == [1]


def test_a_deletion_is_put_back_once_however_often_it_is_called(tmp_path: Path) -> None:
    body = changes(deletion("ct1", "weg")) + paragraph(f"a{gone('ct1') * 1000}b")
    (piece,) = read(tmp_path, body).pieces()
    assert before(piece) == "awegb"


def test_a_deletion_that_holds_itself_ends(tmp_path: Path) -> None:
    body = changes(deletion("ct1", paragraph(f"weg{gone('ct1')}"))) + paragraph(f"a{gone('ct1')}")
    (piece,) = read(tmp_path, body).pieces()
    assert before(piece) == "aweg"


def test_a_change_that_is_not_described_is_no_change(tmp_path: Path) -> None:
    body = paragraph("a" + within("ct9", "b") + gone("ct8") + "c")
    (piece,) = read(tmp_path, body).pieces()
    assert (piece.text, piece.tracked) == ("abc", ())


def test_an_item_that_was_deleted_is_not_counted(tmp_path: Path) -> None:
    style = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="1"/></text:list-style>'
    )
    body = changes(deletion("ct1", paragraph())) + items(
        "a",
        paragraph('<text:change-start text:change-id="ct1"/>b'),
        paragraph('<text:change-end text:change-id="ct1"/>c'),
        style="L1",
    )
    pieces = read(tmp_path, body, automatic=style).pieces()
    assert [(piece.label, piece.text) for piece in pieces] == [("1", "a"), ("", ""), ("2", "c")]


APRIL = datetime(2024, 4, 2, 10, 0, 0, 123000, tzinfo=UTC)


def test_a_comment_goes_to_its_paragraph_and_answers_follow(tmp_path: Path) -> None:
    body = paragraph("Eerst") + paragraph(
        f"Wij {annotation('An', 'Hoeveel?', 'Graag snel.')}{annotation('Bo', 'Twintig.')}bouwen"
        '<office:annotation-end office:name="__Annotation__1"/>'
    )
    first, second = read(tmp_path, body).pieces()
    assert (first.comments, second.text) == ((), "Wij bouwen")
    assert second.comments == (
        Comment(Stamp("An", APRIL), "Hoeveel?\nGraag snel."),
        Comment(Stamp("Bo", APRIL), "Twintig."),
    )


def test_no_comment_is_lost_wherever_it_hangs(tmp_path: Path) -> None:
    body = (
        paragraph(annotation("An", "Leeg"))
        + annotation("An", "Los")
        + paragraph("Eerst")
        + table(row("a", "b"))
        + paragraph(annotation("An", "Einde"))
        + annotation("An", "Achteraan")
    )
    pieces = read(tmp_path, body).pieces()
    assert [[each.text for each in piece.comments] for piece in pieces] == [
        ["Leeg", "Los"], [], ["Einde", "Achteraan"],
    ]  # fmt: skip
