"""OpenDocument texts: text, headings, marks, tables and what stands around them."""

from pathlib import Path
from typing import Any

import pytest

from prestatie_desktop.importing.readers.open_text import read_open_text
from prestatie_desktop.importing.source import Form, Piece, Source, Table
from tests.importing.making_open_text import (
    COVERED,
    cell,
    heading,
    items,
    make_flat_open_text,
    make_open_text,
    paragraph,
    row,
    span,
    table,
)


def read(tmp_path: Path, body: str, **parts: Any) -> Source:
    return read_open_text(make_open_text(tmp_path / "bron.odt", body, **parts), "bron.odt")


def texts(source: Source) -> list[str]:
    return [piece.text for piece in source.pieces()]


def only(source: Source) -> Piece:
    (piece,) = source.pieces()
    return piece


def grid(source: Source) -> list[list[str]]:
    (block,) = source.blocks
    assert isinstance(block, Table)
    return [[each.text for each in line.cells] for line in block.rows]


BODY = (
    paragraph("Samen wonen", "P1")
    + heading("Beschikbaarheid")
    + paragraph("<text:span>Wij bouwen </text:span>" + span("twintig", "T1") + " woningen.")
    + items("Eerste punt", style="L1")
    + table(row("a", "b"))
)


def test_a_text_is_read_in_order(tmp_path: Path) -> None:
    source = read(tmp_path, BODY)
    assert (source.name, source.form) == ("bron.odt", Form.OPEN_TEXT)
    assert texts(source) == [
        "Samen wonen", "Beschikbaarheid", "Wij bouwen twintig woningen.", "Eerste punt", "a", "b",
    ]  # fmt: skip
    assert [piece.heading for piece in source.pieces()] == [1, 1, 0, 0, 0, 0]
    assert source.pieces()[3].list_kind == "bullet"
    assert [line.where for line in source.lines] == [
        *(f"alinea {number}" for number in range(1, 5)), *["tabel 1, rij 1"] * 2,
    ]  # fmt: skip
    assert [piece.key for piece in source.pieces()] == list(range(6))


def test_a_flat_file_is_read_the_same(tmp_path: Path) -> None:
    flat = read_open_text(make_flat_open_text(tmp_path / "bron.fodt", BODY), "bron.odt")
    assert flat == read(tmp_path, BODY)


@pytest.mark.parametrize(("written", "level"), [("1", 1), ("3", 3), ("99", 10), ("x", 1)])
def test_a_heading_has_its_level(tmp_path: Path, written: str, level: int) -> None:
    body = heading("Wonen").replace('outline-level="1"', f'outline-level="{written}"')
    assert only(read(tmp_path, body)).heading == level


def test_a_paragraph_in_a_style_of_headings_is_one(tmp_path: Path) -> None:
    kop = '<style:style style:name="Kop_20_2" style:family="paragraph"/>'
    assert only(read(tmp_path, paragraph("Wonen", "Kop_20_2"), styles=kop)).heading == 2


def test_marks_come_from_spans_their_styles_and_the_style_of_the_paragraph(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        paragraph("los " + span("vet", "T1") + span("schuin", "T2"))
        + paragraph(span("hoog", "T3") + span("laag", "T4") + span("benoemd", "T6"))
        + paragraph("alles " + span("niet", "T5"), "P2")
        + paragraph(f'<text:span text:style-name="T1">a{span("b", "T2")}c</text:span>'),
    )
    marks = {
        run.text: (run.bold, run.italic, run.underline, run.superscript, run.subscript)
        for piece in source.pieces()
        for run in piece.runs
    }
    plain = (False, False, False, False, False)
    assert marks == {
        "los ": plain,
        "vet": (True, False, False, False, False),
        "schuin": (False, True, True, False, False),
        "hoog": (False, False, False, True, False),
        "laag": (False, False, False, False, True),
        "benoemd": (True, False, False, False, False),
        "alles ": (True, False, False, False, False),
        "niet": plain,
        "a": (True, False, False, False, False),
        "b": (True, True, True, False, False),
        "c": (True, False, False, False, False),
    }


def test_styles_above_each_other_in_a_circle_end(tmp_path: Path) -> None:
    circle = "".join(
        f'<style:style style:name="{a}" style:family="paragraph" style:parent-style-name="{b}"/>'
        for a, b in ("XY", "YX")
    )
    assert texts(read(tmp_path, paragraph("Wonen", "X"), automatic=circle)) == ["Wonen"]


def test_white_space_of_the_file_is_one_blank_and_blanks_of_the_text_stay(tmp_path: Path) -> None:
    body = (
        "\n  <text:p>\n   Wij <text:span> bouwen</text:span>\n"
        '   hier<text:s text:c="2"/>en<text:line-break/>daar<text:s/> x\u00adx\n  </text:p>\n'
    )
    assert only(read(tmp_path, body)).text == "Wij bouwen hier  en\ndaar  xx"


def test_tabs_are_blanks_unless_they_make_columns(tmp_path: Path) -> None:
    tab = "<text:tab/>"
    body = paragraph(f"1.7{tab}Wij bouwen") + paragraph(f"Naam{tab}Functie{tab}Datum")
    assert texts(read(tmp_path, body)) == ["1.7 Wij bouwen", "Naam\tFunctie\tDatum"]


def test_sections_links_fields_and_indexes_are_looked_into(tmp_path: Path) -> None:
    body = (
        '<text:section text:name="A">' + paragraph("In een deel") + "</text:section>"
        + "<text:table-of-content><text:table-of-content-source><text:index-title-template>"
        "Sjabloon</text:index-title-template></text:table-of-content-source><text:index-body>"
        "<text:index-title>" + paragraph("Inhoud") + "</text:index-title>"
        + paragraph('<text:a xlink:href="#1">1<text:tab/>Wonen<text:tab/>4</text:a>')
        + "</text:index-body></text:table-of-content>"
        + paragraph("Blad <text:page-number>3</text:page-number><text:bookmark text:name='x'/>!")
    )  # fmt: skip
    assert texts(read(tmp_path, body)) == ["In een deel", "Inhoud", "1\tWonen\t4", "Blad 3!"]


def test_the_text_of_a_box_follows_its_paragraph(tmp_path: Path) -> None:
    box = (
        '<draw:frame draw:name="Kader1"><draw:text-box>' + paragraph("In het kader")
        + "</draw:text-box><svg:title>Niet lezen</svg:title></draw:frame>"
    )  # fmt: skip
    shape = "<draw:custom-shape>" + paragraph("In een vorm") + "</draw:custom-shape>"
    source = read(tmp_path, shape + paragraph(f"Tekst{box} verder") + paragraph("Slot"))
    assert texts(source) == ["In een vorm", "Tekst verder", "In het kader", "Slot"]
    assert [line.where for line in source.lines] == [
        "tekstvak", "alinea 1", "tekstvak", "alinea 2",
    ]  # fmt: skip


def test_pictures_and_embedded_files_are_told(tmp_path: Path) -> None:
    picture = '<draw:frame><draw:image xlink:href="a.png"/></draw:frame>'
    chart = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame>'
    source = read(tmp_path, paragraph(f"Tekst{picture}{chart}") + picture)
    assert source.notices == (
        "2 afbeeldingen zijn niet gelezen: tekst die alleen daarin staat, komt niet mee.",
        "Een grafiek of ingesloten bestand is niet gelezen.",
    )


def test_notes_stand_at_the_end(tmp_path: Path) -> None:
    def note(text: str, sort: str = "footnote") -> str:
        return (
            f'<text:note text:id="ftn1" text:note-class="{sort}"><text:note-citation>1'
            f"</text:note-citation><text:note-body>{paragraph(text)}</text:note-body></text:note>"
        )

    body = paragraph(f"Eerst{note('Noot a')} dan{note('Achteraan', 'endnote')}{note('Noot b')}.")
    source = read(tmp_path, body + paragraph("Slot"))
    assert texts(source) == ["Eerst dan.", "Slot", "Noot a", "Noot b", "Achteraan"]
    assert [line.where for line in source.lines][2:] == ["voetnoot 1", "voetnoot 2", "eindnoot 1"]
    assert source.pieces()[2].gap


def test_headers_and_footers_are_read_once_each_with_their_own_styles(tmp_path: Path) -> None:
    masters = (
        '<style:master-page style:name="Standard"><style:header>' + paragraph("Concept", "P1")
        + "</style:header><style:footer>" + paragraph("Blad 1") + "</style:footer>"
        '<style:footer-first style:display="false">' + paragraph("Uit") + "</style:footer-first>"
        '</style:master-page><style:master-page style:name="Landscape"><style:header>'
        + paragraph("Concept") + "</style:header></style:master-page>"
    )  # fmt: skip
    own = (
        '<style:style style:name="P1" style:family="paragraph">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    source = read(tmp_path, paragraph("Tekst"), masters=masters, masters_automatic=own)
    assert texts(source) == ["Tekst", "Concept", "Blad 1"]
    concept = source.pieces()[1]
    # P1 is a title in the text and bold in the header.
    assert (concept.heading, concept.runs[0].bold, concept.gap) == (0, True, True)
    assert source.lines[1].where == "kop- of voettekst"


def test_a_gap_follows_an_empty_paragraph_and_a_page(tmp_path: Path) -> None:
    body = (
        paragraph("a") + paragraph() + paragraph("b") + paragraph("c", "P3") + paragraph("d")
        + paragraph("e", "P4") + paragraph("f", "P6") + paragraph("g")
        + paragraph("<text:soft-page-break/>h") + paragraph() + table(row("x", "y"))
    )  # fmt: skip
    source = read(tmp_path, body)
    assert [piece.text for piece in source.pieces() if piece.gap] == ["b", "c", "e", "g"]
    assert [block.gap for block in source.blocks if isinstance(block, Table)] == [True]


def test_hidden_text_is_left_out_and_told(tmp_path: Path) -> None:
    section = '<text:section text:display="none">' + paragraph("weg") + "</text:section>"
    body = (
        section
        + paragraph("zichtbaar" + span(" geheim", "T7"))
        + paragraph(
            'a<text:hidden-text text:is-hidden="true" text:string-value="b">b</text:hidden-text>'
        )
    )
    source = read(tmp_path, body)
    assert texts(source) == ["zichtbaar", "a"]
    assert source.notices == ("3 stukken verborgen tekst zijn niet ingelezen.",)


def test_merged_and_repeated_cells_keep_columns_under_each_other(tmp_path: Path) -> None:
    body = table(
        row(cell("breed", more='table:number-columns-spanned="2"'), COVERED, "c"),
        row(cell("hoog", more='table:number-rows-spanned="2"'), "b", "c"),
        row(COVERED, "b2", "c2"),
        row(cell(more='table:number-columns-repeated="2"'), "c3"),
    )
    assert grid(read(tmp_path, body)) == [
        ["breed", "", "c"],
        ["hoog", "b", "c"],
        ["", "b2", "c2"],
        ["", "", "c3"],
    ]


def test_absurd_repetitions_are_kept_within_bounds(tmp_path: Path) -> None:
    much = 'table:number-columns-repeated="1000000000"'
    many = 'table:number-rows-repeated="1000000000"'
    source = read(tmp_path, table(row(cell("x", more=much), cell("y", more=much), more=many)))
    assert [len(line) for line in grid(source)] == [64]
    assert texts(source) == ["x", "y"]
    assert len(only(read(tmp_path, paragraph('a<text:s text:c="999999999"/>b'))).text) < 50


def test_rows_of_heads_are_counted_and_blank_rows_left_out(tmp_path: Path) -> None:
    body = table(
        f"<table:table-header-rows>{row('Jaar', '2025')}</table:table-header-rows>",
        f"<table:table-rows>{row('', '')}{row('a', '1')}</table:table-rows>",
    )
    source = read(tmp_path, body)
    assert grid(source) == [["Jaar", "2025"], ["a", "1"]]
    assert [block.heads for block in source.blocks if isinstance(block, Table)] == [1]
    assert source.lines[-1].where == "tabel 1, rij 3"


def test_a_cell_holds_its_paragraphs_lists_and_tables(tmp_path: Path) -> None:
    inner = table(row("x", "y"))
    party = paragraph(span("Gemeente", "T1")) + paragraph("Corporaties")
    source = read(tmp_path, table(row("1.1", cell(party), cell(items("een", "twee"), inner))))
    assert grid(source) == [["1.1", "Gemeente\nCorporaties", "een\ntwee\nx\ny"]]
    assert [run.bold for run in source.pieces()[1].runs] == [True]
    assert [piece.list_kind for piece in source.pieces()] == [
        None, None, None, "bullet", "bullet", None, None,
    ]  # fmt: skip


def test_a_table_that_only_draws_a_box_is_read_as_what_is_in_it(tmp_path: Path) -> None:
    boxed = table(row(cell("Kader", table(row("x", "y")))))
    assert [type(block) for block in read(tmp_path, boxed).blocks] == [Piece, Table]
