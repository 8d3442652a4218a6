"""Tracked changes and comments in Word files: the result is read, what was changed stays with it."""

from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from prestatie_desktop.importing.readers.word import read_word
from prestatie_desktop.importing.source import Comment, Piece, Source, Stamp
from tests.importing.making_word import (
    cell,
    comment,
    commented,
    deleted,
    deleted_end,
    inserted,
    make_word,
    paragraph,
    row,
    run,
    table,
)

BO = Stamp("Bo", datetime(2024, 3, 1, 9, 30, tzinfo=UTC))


def read(tmp_path: Path, body: str, **parts: str) -> Source:
    return read_word(make_word(tmp_path / "b.docx", body, parts=parts), "b.docx")


def before(piece: Piece) -> str:
    return "".join(each.run.text for each in piece.tracked if each.inserted is None)


def after(piece: Piece) -> str:
    return "".join(each.run.text for each in piece.tracked if each.deleted is None)


def test_insertions_are_in_the_text_and_deletions_are_not(tmp_path: Path) -> None:
    body = paragraph(
        run("Wij bouwen ") + deleted("tien") + inserted(run("twintig", "<w:b/>")) + run(" huizen.")
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
    assert [each.text for each in piece.runs if each.bold] == ["twintig"]


def test_text_without_changes_has_no_track(tmp_path: Path) -> None:
    formatted = run("vet", '<w:b/><w:rPrChange w:id="1" w:author="Bo"><w:rPr/></w:rPrChange>')
    (piece,) = read(tmp_path, paragraph(formatted)).pieces()
    assert piece.tracked == ()


def test_what_one_wrote_and_another_deleted_is_in_neither_text(tmp_path: Path) -> None:
    both = inserted(deleted("misschien ", who="An"), who="Bo")
    (piece,) = read(tmp_path, paragraph(run("Wij ") + both + run("bouwen"))).pieces()
    assert piece.text == "Wij bouwen"
    assert before(piece) == "Wij bouwen"
    middle = piece.tracked[1]
    assert middle.inserted is not None
    assert middle.deleted is not None
    assert (middle.inserted.author, middle.deleted.author) == ("Bo", "An")


def test_moved_text_is_gone_from_its_old_place_and_new_in_the_other(tmp_path: Path) -> None:
    who = 'w:id="3" w:author="Bo" w:date="2024-03-01T09:30:00Z"'
    old = (
        f'<w:moveFromRangeStart {who} w:name="m"/><w:moveFrom {who}>{run("verhuisd")}</w:moveFrom>'
    )
    new = f"<w:moveTo {who}>{run('verhuisd')}</w:moveTo>"
    source = read(tmp_path, paragraph(run("Oud ") + old) + paragraph(run("Nieuw ") + new))
    assert [piece.text for piece in source.pieces()] == ["Oud", "Nieuw verhuisd"]
    assert [before(piece) for piece in source.pieces()] == ["Oud verhuisd", "Nieuw "]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-03-01T09:30:00Z", datetime(2024, 3, 1, 9, 30, tzinfo=UTC)),
        ("2024-03-01T09:30:00", datetime(2024, 3, 1, 9, 30, tzinfo=UTC)),
        ("2024-03-01T09:30:00+02:00", datetime(2024, 3, 1, 7, 30, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("1 maart", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_utc_and_one_that_cannot_be_read_is_none(
    tmp_path: Path, written: str, expected: datetime | None
) -> None:
    (piece,) = read(tmp_path, paragraph(inserted(run("nieuw"), at=written))).pieces()
    assert piece.tracked[0].inserted == Stamp("Bo", expected)


def test_newer_word_says_the_time_in_utc_beside_the_local_one(tmp_path: Path) -> None:
    utc = 'w16du:dateUtc="2024-03-01T08:30:00Z"'
    new = inserted(run("nieuw")).replace(' w:date="', f' {utc} w:date="')
    (piece,) = read(tmp_path, paragraph(new)).pieces()
    assert piece.tracked[0].inserted == Stamp("Bo", datetime(2024, 3, 1, 8, 30, tzinfo=UTC))


def test_a_deleted_paragraph_stays_as_a_piece_without_text(tmp_path: Path) -> None:
    body = (
        paragraph("Eerst")
        + paragraph(deleted("Geschrapt"), more=deleted_end())
        + paragraph("Daarna")
    )
    source = read(tmp_path, body)
    assert [piece.text for piece in source.pieces()] == ["Eerst", "", "Daarna"]
    assert [line.text for line in source.lines] == ["Eerst", "Daarna"]
    gone = source.pieces()[1]
    assert (gone.runs, before(gone), after(gone), gone.line) == ((), "Geschrapt", "", 0)
    assert not source.pieces()[2].gap


def test_a_paragraph_deleted_before_the_first_line_stands_on_that_line(tmp_path: Path) -> None:
    body = paragraph(deleted("Geschrapt"), more=deleted_end()) + paragraph("Daarna")
    assert [piece.line for piece in read(tmp_path, body).pieces()] == [0, 0]


def test_a_document_of_which_all_was_deleted_has_no_lines_and_no_pieces(tmp_path: Path) -> None:
    source = read(tmp_path, paragraph(deleted("Alles")))
    assert (source.lines, source.blocks) == ((), ())


def test_paragraphs_whose_end_was_deleted_become_one(tmp_path: Path) -> None:
    body = (
        paragraph(run("Wij bouwen"), more=deleted_end())
        + paragraph(run(" en slopen"), more=deleted_end())
        + paragraph(" niets.")
        + paragraph("Slot")
    )
    first, last = read(tmp_path, body).pieces()
    assert first.text == "Wij bouwen en slopen niets."
    assert before(first) == "Wij bouwen\n en slopen\n niets."
    assert last.text == "Slot"


def test_a_paragraph_deleted_from_the_end_of_the_one_before_leaves_that_one_whole(
    tmp_path: Path,
) -> None:
    body = paragraph(run("Blijft"), more=deleted_end()) + paragraph(deleted("Gaat"))
    pieces = read(tmp_path, body + paragraph("Slot")).pieces()
    assert [piece.text for piece in pieces] == ["Blijft", "", "Slot"]
    assert [before(piece) for piece in pieces] == ["", "Gaat", ""]


def test_an_end_deleted_before_a_table_joins_nothing(tmp_path: Path) -> None:
    body = paragraph(run("Voor"), more=deleted_end()) + table(row("a", "b")) + paragraph("Na")
    assert [piece.text for piece in read(tmp_path, body).pieces()] == ["Voor", "a", "b", "Na"]


def test_a_new_paragraph_was_nothing_before(tmp_path: Path) -> None:
    mark = '<w:rPr><w:ins w:id="7" w:author="Bo" w:date="2024-03-01T09:30:00Z"/></w:rPr>'
    body = paragraph("Oud") + paragraph(inserted(run("Nieuw")), more=mark) + paragraph("Slot")
    pieces = read(tmp_path, body).pieces()
    assert [piece.text for piece in pieces] == ["Oud", "Nieuw", "Slot"]
    assert (before(pieces[1]), after(pieces[1])) == ("", "Nieuw")


def test_a_deleted_row_is_kept_apart_from_the_text(tmp_path: Path) -> None:
    gone = '<w:del w:id="8" w:author="Bo" w:date="2024-03-01T09:30:00Z"/>'
    new = gone.replace("w:del", "w:ins")
    body = table(row("a", "1"), row("b", "2", properties=gone), row("c", "3", properties=new))
    source = read(tmp_path, body)
    assert [line.text for line in source.lines] == ["a", "1", "c", "3"]
    assert [piece.text for piece in source.pieces()] == ["a", "1", "", "", "c", "3"]
    assert [before(piece) for piece in source.pieces()] == ["", "", "b", "2", "", ""]
    assert {piece.line for piece in source.pieces()[2:4]} == {1}
    assert source.pieces()[4].tracked[0].inserted == BO


APRIL = datetime(2024, 4, 2, 10, tzinfo=UTC)


def test_a_comment_goes_to_the_paragraph_where_it_begins(tmp_path: Path) -> None:
    body = (
        paragraph("Eerst")
        + paragraph(run("Wij ") + commented(5, run("bouwen")))
        + '<w:commentRangeStart w:id="6"/>'
        + table(row("a", "b"))
        + '<w:commentRangeEnd w:id="6"/>'
        + paragraph(run("Slot") + '<w:r><w:commentReference w:id="6"/></w:r>')
    )
    source = read(
        tmp_path, body, comments=comment(5, "An", "Hoeveel?") + comment(6, "Bo", "Klopt dit?")
    )
    assert [each for each in source.pieces() if each.comments] == [
        source.pieces()[1], source.pieces()[2],
    ]  # fmt: skip
    assert source.pieces()[1].comments == (Comment(Stamp("An", APRIL), "Hoeveel?"),)


def test_answers_follow_the_comment_they_belong_to(tmp_path: Path) -> None:
    body = paragraph(commented(1, run("Een"))) + paragraph(commented(2, run("Twee")))
    source = read(
        tmp_path,
        body,
        comments=comment(1, "An", "Vraag") + comment(2, "An", "Anders") + comment(3, "Bo", "Ja"),
        commentsExtended=(
            '<w15:commentEx w15:paraId="00000001" w15:done="0"/>'
            '<w15:commentEx w15:paraId="00000002" w15:done="0"/>'
            '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="00000001" w15:done="0"/>'
        ),
    )
    assert [[each.text for each in piece.comments] for piece in source.pieces()] == [
        ["Vraag", "Ja"], ["Anders"],
    ]  # fmt: skip


def test_a_comment_of_several_paragraphs_keeps_its_lines(tmp_path: Path) -> None:
    long = comment(1, "An", "Eerst").replace("</w:comment>", f"{paragraph('Dan')}</w:comment>")
    (piece,) = read(tmp_path, paragraph(commented(1, run("Tekst"))), comments=long).pieces()
    assert piece.comments[0].text == "Eerst\nDan"


def test_no_comment_is_lost_wherever_it_hangs(tmp_path: Path) -> None:
    nowhere = comment(1, "An", "Nergens")
    empty = comment(2, "An", "Lege alinea")
    last = comment(3, "An", "Einde")
    unread = comment(4, "An", "In wat niet gelezen wordt")
    body = (
        paragraph(commented(2, ""))
        + paragraph("Eerst")
        + table(row("a", cell(paragraph("b"))))
        + paragraph("<w:r><w:ruby><w:rt>" + commented(4, "") + "</w:rt></w:ruby></w:r>")
        + '<w:commentRangeStart w:id="3"/>'
    )
    source = read(tmp_path, body, comments=nowhere + empty + last + unread)
    assert [[each.text for each in piece.comments] for piece in source.pieces()] == [
        ["Nergens", "Lege alinea"], [], ["Einde", "In wat niet gelezen wordt"],
    ]  # fmt: skip


def test_a_comment_on_deleted_text_stays_with_it(tmp_path: Path) -> None:
    body = paragraph("Eerst") + paragraph(commented(1, deleted("Weg")), more=deleted_end())
    source = read(tmp_path, body + paragraph("Slot"), comments=comment(1, "An", "Jammer"))
    assert [bool(piece.comments) for piece in source.pieces()] == [False, True, False]


def test_a_comment_written_by_a_library_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    words = document.add_paragraph("Eerst").runs
    document.add_comment(words, text="Let op", author="An", initials="A")
    document.save(str(tmp_path / "b.docx"))
    (piece,) = read_word(tmp_path / "b.docx", "b.docx").pieces()
    assert [(each.stamp.author, each.text) for each in piece.comments] == [("An", "Let op")]
