"""The numbers that Word prints before paragraphs."""

from pathlib import Path

import pytest

from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.importing.readers.office_numbers import doubled_letters, roman
from prestatie_desktop.importing.readers.word import read_word
from prestatie_desktop.importing.source import Piece
from tests.importing.making_word import (
    STYLES,
    cell,
    deleted,
    deleted_end,
    inserted,
    level,
    make_word,
    numbering,
    paragraph,
    row,
    run,
    table,
)


def read(tmp_path: Path, body: str, numbers: str, styles: str = STYLES) -> tuple[Piece, ...]:
    path = make_word(tmp_path / "b.docx", body, styles=styles, parts={"numbering": numbers})
    return read_word(path, "b.docx").pieces()


def labels(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.label for piece in pieces]


def items(*levels: int, number: int = 1) -> str:
    return "".join(paragraph(f"Tekst {each}", number=f"{number}:{each}") for each in levels)


TWO = level(0, "%1.") + level(1, "%1.%2")
STYLED = STYLES + (
    '<w:style w:type="paragraph" w:styleId="K1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Afspraak"><w:name w:val="Afspraak"/><w:pPr><w:numPr>'
    '<w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Onderdeel"><w:name w:val="Onderdeel"/>'
    '<w:basedOn w:val="Afspraak"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>'
)


def test_numbers_go_past_nine_and_start_again_in_each_chapter(tmp_path: Path) -> None:
    pieces = read(tmp_path, items(0, *[1] * 10, 0, 1, 1), numbering(TWO))
    assert labels(pieces) == [
        "1.", *[f"1.{number}" for number in range(1, 11)], "2.", "2.1", "2.2",
    ]  # fmt: skip


def test_the_styles_of_headings_and_agreements_may_carry_the_numbers(tmp_path: Path) -> None:
    family = (
        level(0, "%1", style="K1") + level(1, "%1.%2", style="Afspraak")
        + level(2, "%1.%2.%3", "lowerLetter", style="Onderdeel")
    )  # fmt: skip
    body = "".join(
        paragraph("Tekst", style=style)
        for style in ("K1", "Afspraak", "Onderdeel", "Onderdeel", "Afspraak", "K1", "Afspraak")
    )
    pieces = read(tmp_path, body, numbering(family), STYLED)
    assert labels(pieces) == ["1", "1.1", "1.1.a", "1.1.b", "1.2", "2", "2.1"]
    assert [piece.heading for piece in pieces] == [1, 0, 0, 0, 0, 1, 0]
    assert {piece.list_kind for piece in pieces} == {None}


def test_a_paragraph_may_say_no_to_the_number_of_its_style(tmp_path: Path) -> None:
    body = (
        paragraph("Wel", style="K1")
        + paragraph("Niet", style="K1", more='<w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("Wel", style="K1")
    )
    pieces = read(tmp_path, body, numbering(level(0, "%1")), STYLED)
    assert labels(pieces) == ["1", "", "2"]


def test_words_around_the_number_are_part_of_it(tmp_path: Path) -> None:
    pieces = read(tmp_path, items(0, 0), numbering(level(0, "Artikel %1", start=3)))
    assert labels(pieces) == ["Artikel 3", "Artikel 4"]
    assert pieces[0].list_kind is None


def test_levels_in_capitals_are_printed_as_figures_where_the_level_asks(tmp_path: Path) -> None:
    family = (
        level(0, "%1.", "upperRoman")
        + level(1, "%1.%2", more="<w:isLgl/>")
        + level(2, "%1-%3", "upperLetter")
    )
    assert labels(read(tmp_path, items(0, 0, 1, 2), numbering(family))) == [
        "I.", "II.", "2.1", "II-A",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperRoman", ["I", "II", "III"]),
        ("ordinal", ["1e", "2e", "3e"]),
        ("none", ["", "", ""]),
        ("chineseCounting", ["1", "2", "3"]),
    ],
)
def test_every_sort_of_number(tmp_path: Path, sort: str, expected: list[str]) -> None:
    assert labels(read(tmp_path, items(0, 0, 0), numbering(level(0, "%1", sort)))) == expected


def test_numbers_with_zeros_in_front_are_as_wide_as_the_file_says(tmp_path: Path) -> None:
    family = (
        '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/>'
        "</w:lvl>"
    )
    assert labels(read(tmp_path, items(0, 0), numbering(family))) == ["009", "010"]


@pytest.mark.parametrize(
    ("text", "sort", "kind"),
    [
        ("%1.", "decimal", ListKind.DECIMAL),
        ("%1)", "lowerLetter", ListKind.LETTER),
        ("(%1)", "upperLetter", ListKind.LETTER),
        ("%1.", "lowerRoman", None),
        ("Lid %1", "decimal", None),
    ],
)
def test_a_plain_list_has_its_number_as_a_list_too(
    tmp_path: Path, text: str, sort: str, kind: ListKind | None
) -> None:
    second = read(tmp_path, items(0, 0), numbering(level(0, text, sort)))[1]
    assert second.label
    assert (second.list_kind, second.number) == (kind, 2 if kind else None)


def test_bullets_have_a_level_and_no_number(tmp_path: Path) -> None:
    family = level(0, "\uf0b7", "bullet") + level(1, "o", "bullet") + level(2, "Let op:", "bullet")
    pieces = read(tmp_path, items(0, 1, 0, 2), numbering(family))
    assert [(piece.list_kind, piece.level, piece.label) for piece in pieces] == [
        ("bullet", 1, ""), ("bullet", 2, ""), ("bullet", 1, ""), (None, 0, "Let op:"),
    ]  # fmt: skip


def test_a_level_of_bullets_prints_nothing_in_the_number_of_another(tmp_path: Path) -> None:
    family = level(0, "%1.") + level(1, "-", "bullet") + level(2, "%1.%2%3")
    assert labels(read(tmp_path, items(0, 1, 2), numbering(family)))[-1] == "1.1"


def test_two_lists_of_one_family_count_on(tmp_path: Path) -> None:
    again = '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    body = items(0, 0) + items(0, number=7) + items(0)
    assert labels(read(tmp_path, body, numbering(TWO, numbers=again))) == ["1.", "2.", "3.", "4."]


def test_a_list_that_starts_again_does_so_once(tmp_path: Path) -> None:
    again = (
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = items(0, 1, 0) + items(0, 1, 0, number=7) + items(0)
    assert labels(read(tmp_path, body, numbering(TWO, numbers=again))) == [
        "1.", "1.1", "2.", "5.", "5.1", "6.", "7.",
    ]  # fmt: skip


def test_a_list_may_look_different_from_its_family(tmp_path: Path) -> None:
    other = (
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "%1)", "lowerLetter") + "</w:lvlOverride></w:num>"
    )  # fmt: skip
    body = items(0) + items(0, number=7)
    assert labels(read(tmp_path, body, numbering(TWO, numbers=other))) == ["1.", "b)"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("", ["1", "1", "1", "1"]), ('<w:lvlRestart w:val="0"/>', ["1", "2", "3", "4"]),
     ('<w:lvlRestart w:val="1"/>', ["1", "2", "3", "1"])],
)  # fmt: skip
def test_a_level_starts_again_after_the_levels_it_says(
    tmp_path: Path, restart: str, expected: list[str]
) -> None:
    family = level(0, "%1.") + level(1, "%1.%2") + level(2, "%3", more=restart)
    pieces = read(tmp_path, items(0, 1, 2, 1, 2, 1, 2, 0, 1, 2), numbering(family))
    assert [piece.label for piece in pieces if piece.text == "Tekst 2"] == expected


def test_a_level_above_that_was_not_used_yet_counts_as_its_first_number(tmp_path: Path) -> None:
    assert labels(read(tmp_path, items(1, 1), numbering(TWO))) == ["1.1", "1.2"]


def test_a_list_style_stands_for_the_numbering_it_names(tmp_path: Path) -> None:
    families = ('<w:numStyleLink w:val="Afspraken"/>', '<w:styleLink w:val="Afspraken"/>' + TWO)
    pieces = read(tmp_path, items(0) + items(1, number=2), numbering(*families))
    assert labels(pieces) == ["1.", "1.1"]


def test_an_empty_paragraph_is_counted_and_not_read(tmp_path: Path) -> None:
    body = items(0) + paragraph(number="1:0") + items(0)
    pieces = read(tmp_path, body, numbering(TWO))
    assert labels(pieces) == ["1.", "3."]


def test_a_cell_with_nothing_but_its_number_has_that_as_text(tmp_path: Path) -> None:
    def line(*texts: str) -> str:
        return row(cell(paragraph(number="1:1")), *texts)

    body = table(row("Nr", "Afspraak"), line("Bouwen"), line("Slopen"), line(""))
    pieces = read(tmp_path, body, numbering(TWO))
    assert [piece.text for piece in pieces] == ["Nr", "Afspraak", "1.1", "Bouwen", "1.2", "Slopen"]
    assert labels(pieces) == [""] * 6


def test_what_was_deleted_is_not_counted_and_what_was_inserted_is(tmp_path: Path) -> None:
    gone = paragraph(deleted("Weg"), number="1:0", more=deleted_end())
    new = paragraph(inserted(run("Nieuw")), number="1:0")
    pieces = read(tmp_path, items(0) + gone + new + items(0), numbering(TWO))
    assert [(piece.label, piece.text) for piece in pieces] == [
        ("1.", "Tekst 0"), ("", ""), ("2.", "Nieuw"), ("3.", "Tekst 0"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["99:0", "x:0", "1:99", "1:-3", "1:x"])
def test_a_number_that_is_not_defined_is_no_reason_to_stop(tmp_path: Path, number: str) -> None:
    (piece,) = read(tmp_path, paragraph("Tekst", number=number), numbering(TWO))
    assert piece.text == "Tekst"


def test_the_number_is_seen_with_the_line(tmp_path: Path) -> None:
    path = make_word(tmp_path / "b.docx", items(0, 1), parts={"numbering": numbering(TWO)})
    assert [line.text for line in read_word(path, "b").lines] == ["1. Tekst 0", "1.1 Tekst 1"]


def test_letters_double_after_z_and_what_cannot_be_written_is_a_figure() -> None:
    assert [doubled_letters(number) for number in (1, 26, 27, 53, 0, 10**9)] == [
        "a", "z", "aa", "aaa", "0", "1000000000",
    ]  # fmt: skip
    assert [roman(number) for number in (4, 9, 49, 1999, 0, 4000)] == [
        "iv", "ix", "xlix", "mcmxcix", "0", "4000",
    ]  # fmt: skip
