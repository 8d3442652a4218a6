"""Presentations of PowerPoint: what is read of them, and in which order."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx import Presentation
from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

from prestatie_desktop.domain.richtext import ListKind, Run
from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.opening import open_source
from prestatie_desktop.importing.readers.slides import read_slides
from prestatie_desktop.importing.source import Form, Piece, Source, Table
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.hostile import rezipped

TITLE_SLIDE, CONTENT, TITLE_ONLY, BLANK = 0, 1, 5, 6


def made(path: Path, *slides: tuple[int, Callable[[Slide], None]]) -> Path:
    """A presentation of slides, each with a layout and what fills it."""
    deck: Deck = Presentation()
    for layout, fill in slides:
        fill(deck.slides.add_slide(deck.slide_layouts[layout]))
    deck.save(str(path))
    return path


def titled(slide: Slide, text: str) -> None:
    assert slide.shapes.title is not None
    slide.shapes.title.text = text


def box(slide: Slide, text: str, left: float, top: float, size: float = 0) -> TextFrame:
    frame: TextFrame = slide.shapes.add_textbox(
        Inches(left), Inches(top), Inches(3), Inches(1)
    ).text_frame
    frame.text = text
    if size:
        frame.paragraphs[0].runs[0].font.size = Pt(size)
    return frame


def read(path: Path) -> Source:
    return read_slides(path, path.name)


def texts(source: Source) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Piece)]


def table(source: Source) -> Table:
    (found,) = [block for block in source.blocks if isinstance(block, Table)]
    return found


def cells(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]


def changed(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """The file with one part edited by hand."""
    with ZipFile(path) as archive:
        xml = archive.read(part).decode()
    edited = change(xml)
    assert edited != xml
    return rezipped(path, {part: edited.encode()})


def test_titles_are_headings_and_points_are_lists(tmp_path: Path) -> None:
    def first(slide: Slide) -> None:
        titled(slide, "Sprong\vvooruit")
        slide.placeholders[1].text_frame.text = "Jaarschijf 2026"

    def second(slide: Slide) -> None:
        titled(slide, "Beschikbaarheid")
        frame = slide.placeholders[1].text_frame
        frame.text = "Bouwen"
        deeper = frame.add_paragraph()
        deeper.level = 1
        deeper.text = "in de stad"

    source = read(made(tmp_path / "x.pptx", (TITLE_SLIDE, first), (CONTENT, second)))
    assert [(p.text, p.heading, p.list_kind, p.level) for p in source.pieces()] == [
        ("Sprong vooruit", 1, None, 0),
        ("Jaarschijf 2026", 0, None, 0),
        ("Beschikbaarheid", 1, None, 0),
        ("Bouwen", 0, ListKind.BULLET, 1),
        ("in de stad", 0, ListKind.BULLET, 2),
    ]
    assert [piece.gap for piece in source.pieces()] == [True, True, True, True, False]
    assert [line.where for line in source.lines] == ["dia 1"] * 2 + ["dia 2"] * 3
    assert source.form is Form.SLIDES


def test_marks_are_kept(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        paragraph = box(slide, "Gemeente", 1, 1).paragraphs[0]
        paragraph.runs[0].font.bold = True
        for text in (", 12 m", "2", " en "):
            paragraph.add_run().text = text
        paragraph.runs[2].font._element.set("baseline", "30000")
        last = paragraph.add_run()
        last.text, last.font.italic, last.font.underline = "meer", True, True

    (found,) = read(made(tmp_path / "x.pptx", (BLANK, fill))).pieces()
    assert found.runs == (
        Run(text="Gemeente", bold=True),
        Run(text=", 12 m"),
        Run(text="2", superscript=True),
        Run(text=" en "),
        Run(text="meer", italic=True, underline=True),
    )


def test_numbered_points_have_the_number_that_is_shown(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        frame = slide.placeholders[1].text_frame
        frame.text = "een"
        for text in ("twee", "letter", "drie", "weer een"):
            frame.add_paragraph().text = text
        frame.paragraphs[2].level = 1
        for place, scheme in enumerate(
            ["arabicPeriod", "arabicPeriod", "alphaLcParenR", "arabicPeriod", "romanUcParenBoth"]
        ):
            properties = frame.paragraphs[place]._p.get_or_add_pPr()
            mark = properties.makeelement(
                "{http://schemas.openxmlformats.org/drawingml/2006/main}buAutoNum", {"type": scheme}
            )
            properties.append(mark)
        mark.set("startAt", "4")

    source = read(made(tmp_path / "x.pptx", (CONTENT, fill)))
    assert [(p.label, p.number, p.list_kind) for p in source.pieces()] == [
        ("1.", 1, ListKind.DECIMAL),
        ("2.", 2, ListKind.DECIMAL),
        ("a)", 1, ListKind.LETTER),
        ("3.", 3, ListKind.DECIMAL),
        ("(IV)", 4, ListKind.DECIMAL),
    ]
    assert source.lines[0].text == "1. een"


def test_shapes_are_read_from_top_to_bottom_and_left_to_right(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        box(slide, "onder", 1, 6)
        box(slide, "rechts", 5, 3)
        box(slide, "links", 1, 3.1)
        group = slide.shapes.add_group_shape()
        inner = group.shapes.add_textbox(Inches(3), Inches(4.5), Inches(2), Inches(1))
        inner.text_frame.text = "in een groep"
        titled(slide, "Titel")

    assert texts(read(made(tmp_path / "x.pptx", (TITLE_ONLY, fill)))) == [
        "Titel",
        "links",
        "rechts",
        "in een groep",
        "onder",
    ]


def test_a_slide_without_title_begins_with_its_largest_line(tmp_path: Path) -> None:
    def large(slide: Slide) -> None:
        box(slide, "Zorg en wonen", 1, 0.3, size=32)
        box(slide, "gewone tekst", 1, 2, size=18)

    def small(slide: Slide) -> None:
        box(slide, "geen kop", 1, 0.3, size=18)
        box(slide, "ook niet", 1, 2, size=18)

    source = read(made(tmp_path / "x.pptx", (BLANK, large), (BLANK, small)))
    assert [piece.heading for piece in source.pieces()] == [1, 0, 0, 0]


def test_titles_that_are_repeated_are_all_kept(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        titled(slide, "Beschikbaarheid")

    assert (
        texts(read(made(tmp_path / "x.pptx", *[(TITLE_ONLY, fill)] * 3))) == ["Beschikbaarheid"] * 3
    )


def test_tables_keep_their_cells_marks_and_merged_places(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        frame = slide.shapes.add_table(4, 3, Inches(1), Inches(1), Inches(6), Inches(2))
        for row in (0, 1, 3):
            for column in range(3):
                frame.table.cell(row, column).text = f"{row}{column}"
        merged = frame.table.cell(1, 0)
        merged.text = "samen"
        frame.table.cell(1, 1).text = ""
        merged.merge(frame.table.cell(1, 1))
        merged.text_frame.paragraphs[0].runs[0].font.bold = True
        more: Any = merged.text_frame
        more.add_paragraph().text = "tweede"

    found = table(read(made(tmp_path / "x.pptx", (BLANK, fill))))
    assert cells(found) == [
        ["00", "01", "02"],
        ["samen\ntweede", "", "12"],
        ["30", "31", "32"],
    ]
    assert found.heads == 1
    assert found.rows[1].cells[0].pieces[0].runs[0].bold


def test_a_table_without_a_row_of_heads_says_so(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        frame = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(6), Inches(2))
        frame.table.first_row = False
        for place in range(4):
            frame.table.cell(place // 2, place % 2).text = str(place)

    assert table(read(made(tmp_path / "x.pptx", (BLANK, fill)))).heads is None


def test_notes_come_after_their_slide(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        titled(slide, "Titel")
        assert slide.notes_slide.notes_text_frame is not None
        slide.notes_slide.notes_text_frame.text = "Nog bespreken"

    source = read(made(tmp_path / "x.pptx", (TITLE_ONLY, fill), (TITLE_ONLY, fill)))
    assert [(line.text, line.where) for line in source.lines] == [
        ("Titel", "dia 1"),
        ("Nog bespreken", "dia 1, notities"),
        ("Titel", "dia 2"),
        ("Nog bespreken", "dia 2, notities"),
    ]


def test_hidden_slides_are_read_and_told(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        titled(slide, "Verborgen")
        slide._element.set("show", "0")

    source = read(made(tmp_path / "x.pptx", (TITLE_ONLY, fill)))
    assert texts(source) == ["Verborgen"]
    assert source.notices == ("Dia 1 is in de presentatie verborgen, maar wel ingelezen.",)


def chart(slide: Slide, *, number_format: str = "General") -> None:
    new: Any = ChartData
    data = new(number_format=number_format)
    data.categories = ["2024", "2025"]
    data.add_series("Woonzo", (1, 2.5))
    data.add_series("Thuis", (3, None))
    sizes = (Inches(1), Inches(1), Inches(4), Inches(3))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *sizes, data)


def test_the_figures_behind_a_chart_are_a_table(tmp_path: Path) -> None:
    found = table(read(made(tmp_path / "x.pptx", (BLANK, chart))))
    assert cells(found) == [["", "Woonzo", "Thuis"], ["2024", "1", "3"], ["2025", "2,5", ""]]
    assert found.heads == 1


def test_percentages_in_a_chart_are_read_as_they_are_shown(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        chart(slide, number_format="0%")

    assert cells(table(read(made(tmp_path / "x.pptx", (BLANK, fill)))))[2] == ["2025", "250%", ""]


DIAGRAM = """<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>
<dgm:pt modelId="0" type="doc"/>
<dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Bouwen</a:t></a:r></a:p></dgm:t></dgm:pt>
<dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Kiezen</a:t></a:r></a:p></dgm:t></dgm:pt>
<dgm:pt modelId="3"><dgm:t><a:p><a:r><a:t>samen</a:t></a:r></a:p></dgm:t></dgm:pt>
<dgm:pt modelId="4"><dgm:t><a:p><a:r><a:t>los</a:t></a:r></a:p></dgm:t></dgm:pt>
</dgm:ptLst><dgm:cxnLst>
<dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="0" destId="2" srcOrd="1"/>
<dgm:cxn srcId="1" destId="3" srcOrd="0"/><dgm:cxn srcId="3" destId="1" srcOrd="0"/>
<dgm:cxn srcId="4" destId="2" type="presOf"/>
</dgm:cxnLst></dgm:dataModel>"""


def test_the_texts_of_a_diagram_are_a_list(tmp_path: Path) -> None:
    path = made(tmp_path / "x.pptx", (BLANK, chart))
    with ZipFile(path) as archive:
        relations = archive.read("ppt/slides/_rels/slide1.xml.rels").decode()
    relations = relations.replace(
        "</Relationships>",
        '<Relationship Id="d1" Type="http://x/diagramData" Target="../diagrams/data1.xml"/>'
        "</Relationships>",
    )
    rezipped(
        path,
        {
            "ppt/diagrams/data1.xml": DIAGRAM.encode(),
            "ppt/slides/_rels/slide1.xml.rels": relations.encode(),
        },
    )
    shape = (
        '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:dm="d1"/>'
    )
    changed(path, "ppt/slides/slide1.xml", lambda xml: re.sub(r"<c:chart .*?/>", shape, xml))
    source = read(path)
    assert [(piece.text, piece.level) for piece in source.pieces()] == [
        ("Kiezen", 1),
        ("samen", 2),
        ("Bouwen", 1),
        ("los", 1),
    ]


def test_what_is_embedded_and_not_read_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "x.pptx", (BLANK, chart))
    changed(
        path, "ppt/slides/slide1.xml", lambda xml: re.sub(r"<c:chart .*?/>", "<p:oleObj/>", xml)
    )
    assert read(path).notices == (
        "Op dia 1 staat een grafiek of ingesloten bestand dat niet is gelezen.",
    )


def test_a_slide_that_is_a_picture_is_told(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        slide.shapes.add_picture(str(tmp_path / "scan.png"), Pt(0), Pt(0))

    Image.new("RGB", (4, 4)).save(tmp_path / "scan.png")
    path = made(tmp_path / "x.pptx", (BLANK, fill))
    assert read(path).notices == ("Dia 1 is een afbeelding; tekst daarin kan niet worden gelezen.",)
    with pytest.raises(UserError, match="bevat geen tekst"):
        open_source(path)


def test_the_number_of_a_slide_is_read_as_it_is_shown(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        box(slide, "x", 1, 1)

    path = made(tmp_path / "x.pptx", (BLANK, fill), (BLANK, fill))
    field = '<a:fld id="{1}" type="slidenum"><a:rPr/><a:t>‹nr.›</a:t></a:fld>'
    changed(path, "ppt/slides/slide2.xml", lambda xml: re.sub(r"<a:r>.*</a:r>", field, xml))
    assert texts(read(path)) == ["x", "2"]


def test_of_two_spellings_of_a_shape_one_is_read(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        box(slide, "nieuw", 1, 1)

    path = made(tmp_path / "x.pptx", (BLANK, fill))
    namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    def twice(xml: str) -> str:
        (shape,) = re.findall(r"<p:sp>.*</p:sp>", xml, re.DOTALL)
        old = shape.replace("nieuw", "oud")
        choice = (
            f'<mc:AlternateContent xmlns:mc="{namespace}"><mc:Choice Requires="p14">{shape}'
            f"</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
        )
        return xml.replace(shape, choice)

    assert texts(read(changed(path, "ppt/slides/slide1.xml", twice))) == ["nieuw"]


def test_remarks_beside_a_slide_stand_at_its_first_piece(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        titled(slide, "Titel")

    path = made(tmp_path / "x.pptx", (TITLE_ONLY, fill))
    main = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    relation = '<Relationship Id="c1" Type="http://x/{}" Target="{}"/></Relationships>'
    rezipped(
        path,
        {
            "ppt/comments/comment1.xml": f'<p:cmLst {main}><p:cm authorId="7" '
            'dt="2026-03-01T10:00:00"><p:text>Klopt dit?</p:text></p:cm></p:cmLst>'.encode(),
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst {main}><p:cmAuthor id="7" name="Bo"/>'
            "</p:cmAuthorLst>".encode(),
        },
    )
    for part, sort, target in (
        ("ppt/slides/_rels/slide1.xml.rels", "comments", "../comments/comment1.xml"),
        ("ppt/_rels/presentation.xml.rels", "commentAuthors", "commentAuthors.xml"),
    ):
        with ZipFile(path) as archive:
            xml = archive.read(part).decode()
        added = xml.replace("</Relationships>", relation.format(sort, target))
        rezipped(path, {part: added.encode()})
    (piece,) = read(path).pieces()
    (comment,) = piece.comments
    assert (comment.text, comment.stamp.author) == ("Klopt dit?", "Bo")
    assert comment.stamp.at is not None


@pytest.mark.parametrize("sort", ["template", "slideshow"])
def test_templates_and_shows_are_read(tmp_path: Path, sort: str) -> None:
    def fill(slide: Slide) -> None:
        titled(slide, "Titel")

    path = made(tmp_path / "x.potx", (TITLE_ONLY, fill))
    changed(
        path, "[Content_Types].xml", lambda xml: xml.replace("presentation.main", f"{sort}.main")
    )
    assert texts(open_source(path)) == ["Titel"]


def test_a_presentation_in_the_strict_spelling_is_read(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        titled(slide, "Titel")

    path = made(tmp_path / "x.pptx", (TITLE_ONLY, fill))
    for old, new in (
        ("schemas.openxmlformats.org/presentationml/2006", "purl.oclc.org/ooxml/presentationml"),
        ("schemas.openxmlformats.org/drawingml/2006", "purl.oclc.org/ooxml/drawingml"),
        (
            "schemas.openxmlformats.org/officeDocument/2006/relationships",
            "purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ):
        for part in ("ppt/presentation.xml", "ppt/slides/slide1.xml"):
            with ZipFile(path) as archive:
                xml = archive.read(part).decode().replace(old, new)
            rezipped(path, {part: xml.encode()})
    assert texts(read(path)) == ["Titel"]


def test_slides_without_text_in_groups_without_end_are_read(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        shapes = slide.shapes
        for _ in range(60):
            shapes = shapes.add_group_shape().shapes  # type: ignore[assignment]
        shapes.add_textbox(*[Pt(9)] * 4).text_frame.text = "diep"

    assert texts(read(made(tmp_path / "x.pptx", (BLANK, fill)))) == ["diep"]


@pytest.mark.parametrize("part", ["ppt/presentation.xml", "ppt/slides/slide1.xml"])
@pytest.mark.parametrize("xml", [b"", b"geen xml", b"<a><b></a>"])
def test_a_broken_part_is_a_damaged_file(tmp_path: Path, part: str, xml: bytes) -> None:
    path = made(tmp_path / "x.pptx", (TITLE_ONLY, lambda slide: titled(slide, "Titel")))
    with pytest.raises(UserError, match="is beschadigd"):
        open_source(rezipped(path, {part: xml}))


def test_a_slide_that_is_missing_is_passed_over(tmp_path: Path) -> None:
    path = made(tmp_path / "x.pptx", *[(TITLE_ONLY, lambda slide: titled(slide, "Titel"))] * 2)
    changed(
        path, "ppt/_rels/presentation.xml.rels", lambda xml: xml.replace("slide1.xml", "weg.xml")
    )
    assert texts(read(path)) == ["Titel"]


def test_progress_is_told_per_slide_and_reading_stops_when_asked(tmp_path: Path) -> None:
    path = made(tmp_path / "x.pptx", *[(TITLE_ONLY, lambda slide: titled(slide, "Titel"))] * 2)
    told: list[tuple[str, int, int]] = []
    read_slides(path, "x.pptx", Watch(tell=lambda *progress: told.append(progress)))
    assert told == [("Dia 1 van 2 lezen", 1, 2), ("Dia 2 van 2 lezen", 2, 2)]
    with pytest.raises(StoppedError):
        read_slides(path, "x.pptx", Watch(is_stopped=lambda: True))
