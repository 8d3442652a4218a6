"""Text, headings, marks and everything around the text of Word files."""

from pathlib import Path

import docx
import pytest

from prestatie_desktop.importing.readers.word import read_word
from prestatie_desktop.importing.source import Form, Piece, Source, Table
from tests.importing.making_word import STYLES, make_word, paragraph, row, run, table


def read(tmp_path: Path, body: str, styles: str = STYLES, **parts: str) -> Source:
    return read_word(
        make_word(tmp_path / "bron.docx", body, styles=styles, parts=parts), "bron.docx"
    )


def texts(source: Source) -> list[str]:
    return [piece.text for piece in source.pieces()]


def only(source: Source) -> Piece:
    (piece,) = source.pieces()
    return piece


def bold(piece: Piece) -> list[str]:
    return [each.text for each in piece.runs if each.bold]


def test_a_file_written_by_a_library_is_read_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Samen wonen", 0)
    document.add_heading("Beschikbaarheid", 1)
    line = document.add_paragraph("Wij bouwen ")
    line.add_run("twintig").bold = True
    line.add_run(" woningen.")
    document.add_paragraph("Eerste punt", style="List Bullet")
    document.add_table(1, 2).cell(0, 1).text = "In een cel"
    document.save(str(tmp_path / "bron.docx"))

    source = read_word(tmp_path / "bron.docx", "Mijn bron.docx")

    assert (source.name, source.form) == ("Mijn bron.docx", Form.WORD)
    assert texts(source) == [
        "Samen wonen", "Beschikbaarheid", "Wij bouwen twintig woningen.", "Eerste punt",
        "In een cel",
    ]  # fmt: skip
    assert [piece.heading for piece in source.pieces()] == [1, 1, 0, 0, 0]
    assert bold(source.pieces()[2]) == ["twintig"]
    assert source.pieces()[3].list_kind == "bullet"
    assert [line.where for line in source.lines] == [
        "alinea 1", "alinea 2", "alinea 3", "alinea 4", "tabel 1, rij 1",
    ]  # fmt: skip


def test_every_line_has_a_piece_and_every_key_is_its_own(tmp_path: Path) -> None:
    source = read(
        tmp_path, paragraph("Een") + table(row("a", "b")) + paragraph("Twee"),
        header=paragraph("Kop"),
    )  # fmt: skip
    pieces = source.pieces()
    assert [piece.key for piece in pieces] == list(range(len(pieces)))
    assert {piece.line for piece in pieces} == set(range(len(source.lines)))


@pytest.mark.parametrize(
    ("style", "level"),
    [("Titel", 1), ("Kop1", 1), ("Kop2", 2), ("Themakop", 2), ("Standaard", 0), ("Vet", 0),
     ("Kopvaninhoudsopgave", 0), ("Bestaatniet", 0)],
)  # fmt: skip
def test_a_heading_is_known_by_its_style_and_what_that_is_based_on(
    tmp_path: Path, style: str, level: int
) -> None:
    assert only(read(tmp_path, paragraph("Wonen", style=style))).heading == level


@pytest.mark.parametrize("name", ["Kop 3", "Heading 3", "heading 3", "Überschrift 3"])
def test_a_heading_is_known_by_the_name_of_its_style_in_other_languages(
    tmp_path: Path, name: str
) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="{name}"/></w:style>'
    assert only(read(tmp_path, paragraph("Wonen", style="X"), STYLES + style)).heading == 3


def test_a_paragraph_may_say_itself_that_it_is_a_heading(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        paragraph("Ja", more='<w:outlineLvl w:val="1"/>')
        + paragraph("Nee", style="Kop1", more='<w:outlineLvl w:val="9"/>'),
    )
    assert [piece.heading for piece in source.pieces()] == [2, 0]


def test_styles_based_on_each_other_in_a_circle_end(tmp_path: Path) -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/>'
        f'<w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("PQ", "QP")
    )
    assert only(read(tmp_path, paragraph("Wonen", style="P"), STYLES + circle)).text == "Wonen"


def test_bold_comes_from_the_run_its_style_and_the_style_of_the_paragraph(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        paragraph(run("los ") + run("zelf", "<w:b/>") + run("niet", '<w:b w:val="0"/>'))
        + paragraph(run("los ") + run("stijl", '<w:rStyle w:val="Zwaar"/>'))
        + paragraph(run("alles ") + run("uit", '<w:b w:val="false"/>'), style="Vet")
        # Bold within bold stands out by not being bold.
        + paragraph(run("alles ") + run("wissel", '<w:rStyle w:val="Zwaar"/>'), style="Vet"),
    )
    assert [bold(piece) for piece in source.pieces()] == [
        ["zelf"],
        ["stijl"],
        ["alles "],
        ["alles "],
    ]


def test_the_other_marks_are_read_too(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        paragraph(
            run("a", "<w:i/>") + run("b", '<w:u w:val="single"/>') + run("c", '<w:u w:val="none"/>')
            + run("d", '<w:vertAlign w:val="superscript"/>')
            + run("e", '<w:vertAlign w:val="subscript"/>')
            + run("f", '<w:rStyle w:val="Accent"/>')
        ),
    )  # fmt: skip
    marks = {
        each.text: (each.bold, each.italic, each.underline, each.superscript, each.subscript)
        for each in only(source).runs
    }
    assert marks == {
        "a": (False, True, False, False, False),
        "b": (False, False, True, False, False),
        "c": (False, False, False, False, False),
        "d": (False, False, False, True, False),
        "e": (False, False, False, False, True),
        "f": (True, True, True, False, False),
    }


def test_pieces_that_word_cut_up_are_one_run(tmp_path: Path) -> None:
    source = read(tmp_path, paragraph(run("Twin") + "<w:proofErr/>" + run("tig ") + run("huizen")))
    assert [each.text for each in only(source).runs] == ["Twintig huizen"]


def test_breaks_hyphens_and_symbols_become_characters(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        paragraph(
            "<w:r><w:t>Boven</w:t><w:br/><w:t>onder</w:t><w:noBreakHyphen/><w:t>aan</w:t>"
            '<w:softHyphen/><w:t xml:space="preserve"> en</w:t>'
            '<w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F0B7"/>'
            '<w:sym w:font="Wingdings" w:char="F001"/><w:t>ver\u00adder</w:t></w:r>'
        ),
    )
    assert only(source).text == "Boven\nonder-aan en→••verder"


def test_blanks_that_word_does_not_keep_are_not_kept(tmp_path: Path) -> None:
    body = paragraph("<w:r><w:t> los </w:t></w:r>" + run(" vast ") + "<w:r><w:t>\n</w:t></w:r>")
    assert only(read(tmp_path, body)).text == "los vast"


TAB = "<w:r><w:tab/></w:r>"


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (("1.7", "Wij bouwen."), "1.7 Wij bouwen."),
        (("Afspraak 3", "Wij bouwen."), "Afspraak 3 Wij bouwen."),
        (("Naam", "Functie", "Datum"), "Naam\tFunctie\tDatum"),
        (("2", "Inleiding", "14"), "2\tInleiding\t14"),
        (("Trekker:", "de gemeente"), "Trekker: de gemeente"),
    ],
)
def test_a_tab_is_a_blank_unless_tabs_make_columns(
    tmp_path: Path, cells: tuple[str, ...], text: str
) -> None:
    assert only(read(tmp_path, paragraph(TAB.join(map(run, cells))))).text == text


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_of_fields_only_the_result_is_read(tmp_path: Path) -> None:
    nested = field("IF x", run("ja ") + field("PAGEREF _Toc1", run("12")))
    inside_instruction = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + field("MERGEFIELD soort", run("NIET ZICHTBAAR"))
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("wel")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    simple = '<w:fldSimple w:instr="SEQ Tabel">' + run(" 3") + "</w:fldSimple>"
    assert texts(read(tmp_path, paragraph(nested) + paragraph(inside_instruction + simple))) == [
        "ja 12", "wel 3",
    ]  # fmt: skip


def test_a_table_of_contents_is_read_as_the_paragraphs_it_shows(tmp_path: Path) -> None:
    first = paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:hyperlink w:anchor="_Toc1">' + run("1") + TAB + run("Wonen") + TAB
        + field("PAGEREF _Toc1", run("4", "<w:webHidden/>")) + "</w:hyperlink>"
    )  # fmt: skip
    last = paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    content = f"<w:sdt><w:sdtPr/><w:sdtContent>{first}{last}</w:sdtContent></w:sdt>"
    assert texts(read(tmp_path, content + paragraph("Daarna"))) == ["1\tWonen\t4", "Daarna"]


def test_a_field_that_never_gets_its_result_hides_nothing_after_its_paragraph(
    tmp_path: Path,
) -> None:
    open_field = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("weg"))
    assert texts(read(tmp_path, open_field + paragraph("Daarna"))) == ["Daarna"]


def test_links_content_controls_and_smart_tags_are_looked_into(tmp_path: Path) -> None:
    body = paragraph(
        '<w:hyperlink r:id="rId9">' + run("koppeling ") + "</w:hyperlink>"
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + run("keuze ") + "</w:sdtContent>"
        '</w:sdt><w:smartTag w:element="place">' + run("plaats ") + "</w:smartTag>"
        "<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>"
    )  # fmt: skip
    assert only(read(tmp_path, body)).text == "koppeling keuze plaats x²"


def test_a_box_to_tick_shows_whether_it_is_ticked(tmp_path: Path) -> None:
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>'
        "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
        "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert only(read(tmp_path, paragraph(box + run(" akkoord")))).text == "☒ akkoord"


def text_box(*paragraphs: str) -> str:
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_the_text_of_a_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    body = paragraph(run("Tekst") + text_box(paragraph("In het kader"))) + paragraph("Verder")
    source = read(tmp_path, body)
    assert texts(source) == ["Tekst", "In het kader", "Verder"]
    assert [line.where for line in source.lines] == ["alinea 1", "tekstvak", "alinea 2"]


def test_notes_stand_at_the_end_in_the_order_of_the_text(tmp_path: Path) -> None:
    def note(number: int, text: str, sort: str = "") -> str:
        return f'<w:footnote w:id="{number}" {sort}>{paragraph(text)}</w:footnote>'

    body = paragraph(
        run("Eerst") + '<w:r><w:footnoteReference w:id="4"/></w:r>' + run(" dan")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    ) + paragraph("Slot")  # fmt: skip
    source = read(
        tmp_path, body,
        footnotes=note(-1, "streep", 'w:type="separator"') + note(2, "Noot b") + note(4, "Noot a"),
        endnotes=f'<w:endnote w:id="1">{paragraph("Achteraan")}</w:endnote>',
    )  # fmt: skip
    assert texts(source) == ["Eerst dan", "Slot", "Noot a", "Noot b", "Achteraan"]
    assert [line.where for line in source.lines][2:] == ["voetnoot 1", "voetnoot 2", "eindnoot 1"]
    assert source.pieces()[2].gap


def test_headers_and_footers_are_read_once_each(tmp_path: Path) -> None:
    source = read(
        tmp_path, paragraph("Tekst"),
        header=paragraph("Concept") + table(row("Gemeente", "2025")),
        header2=paragraph("Concept"),
        footer=paragraph(run("Pagina ") + field("PAGE", run("3"))),
    )  # fmt: skip
    assert texts(source) == ["Tekst", "Concept", "Gemeente", "2025", "Pagina 3"]
    assert {line.where for line in source.lines[1:]} == {"kop- of voettekst"}


def test_a_gap_follows_an_empty_paragraph_a_page_and_a_section(tmp_path: Path) -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = (
        paragraph("a") + paragraph("b") + paragraph() + paragraph("c") + paragraph(page)
        + paragraph("d") + paragraph(page + run("e"))
        + paragraph("f", more='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
        + paragraph("g") + paragraph("h", more="<w:pageBreakBefore/>") + paragraph("i")
        + paragraph() + table(row("x"), row("y")) + paragraph("j")
    )  # fmt: skip
    source = read(tmp_path, body)
    gaps = {piece.text: piece.gap for piece in source.pieces()}
    assert [text for text, gap in gaps.items() if gap] == ["c", "d", "e", "g", "h"]
    assert [block.gap for block in source.blocks if isinstance(block, Table)] == [True]


def test_hidden_text_is_left_out_and_told(tmp_path: Path) -> None:
    source = read(tmp_path, paragraph(run("zichtbaar") + run(" geheim", "<w:vanish/>")))
    assert texts(source) == ["zichtbaar"]
    assert source.notices == ("Een stuk verborgen tekst is niet ingelezen.",)


def test_charts_and_embedded_files_are_told(tmp_path: Path) -> None:
    chart = (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId8"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    source = read(tmp_path, paragraph(chart) + '<w:altChunk r:id="rId7"/>' + paragraph("Tekst"))
    assert source.notices == ("2 grafieken of ingesloten bestanden zijn niet gelezen.",)


def test_a_file_saved_as_strict_open_xml_is_read(tmp_path: Path) -> None:
    path = make_word(tmp_path / "gewoon.docx", paragraph("Wonen", style="Kop1"))
    strict = tmp_path / "strikt.docx"
    strict.write_bytes(_respelled(path, strict))
    assert read_word(strict, "strikt.docx").pieces()[0].heading == 1


def _respelled(path: Path, other: Path) -> bytes:
    from zipfile import ZipFile

    from tests.importing.making_word import write_parts

    with ZipFile(path) as archive:
        files = {
            name: archive.read(name)
            .replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            .replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            for name in archive.namelist()
        }
    return write_parts(other, files).read_bytes()
