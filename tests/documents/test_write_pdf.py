"""The PDFs are read back: what they say, where it stands, and that nothing else is in them."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prestatie_desktop.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Item,
    Items,
    KeepTogether,
    Row,
    RowKind,
    SignatureBox,
    TableBlock,
    Text,
)
from prestatie_desktop.documents.write_pdf import Cancelled, write_pdf
from prestatie_desktop.domain.richtext import Block as RichBlock
from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.errors import UserError
from tests.documents import demo, pdf_reading

MM = 72 / 25.4
PAGE = (210 * MM, 297 * MM)


def written(*blocks: Block, **more: str) -> bytes:
    return pdf(Document(title="Proef", blocks=blocks, **more))


def pdf(*documents: Document) -> bytes:
    buffer = io.BytesIO()
    write_pdf(documents, buffer)
    return buffer.getvalue()


def assert_in_order(text: str, *parts: str) -> None:
    place = 0
    for part in parts:
        found = text.find(part, place)
        assert found >= 0, f"{part!r} does not follow in {text[place : place + 300]!r}"
        place = found + len(part)


@pytest.mark.parametrize("name", demo.ALL)
def test_every_document_is_a4_with_embedded_subsets_and_nothing_outside_the_margins(
    name: str,
) -> None:
    data = pdf(demo.ALL[name]())
    assert all(size == pytest.approx(PAGE, abs=0.1) for size in pdf_reading.page_sizes(data))
    fonts = pdf_reading.fonts(data)
    assert fonts
    for font, embedded in fonts.items():
        assert embedded, font
        assert "+SourceSansPro" in font
    boxes = [
        *pdf_reading.text_boxes(data),
        *pdf_reading.drawn_boxes(data),
        *pdf_reading.picture_boxes(data),
    ]
    for _, box in boxes:
        watermark = box.height > 300
        if not watermark:
            assert box.left >= 20 * MM - 1
            assert box.right <= PAGE[0] - 20 * MM + 1
        assert box.bottom > 10 * MM
        assert box.top < PAGE[1] - 8 * MM


def test_a_signature_sheet_says_everything_in_reading_order() -> None:
    text = pdf_reading.whole_text(pdf(demo.sheet()))
    assert_in_order(
        text,
        "Ondertekenblad",
        "Prestatieafspraken Lindeveen 2026",
        "Controlecode",
        "7F3A-91C2-D04E",
        "Dit blad hoort bij",
        "Partij Stichting Wonen Zuiderlinde",
        "Gevestigd te Lindeveen",
        "Voorbehoud bij 2.4",
        "Handtekening",
        "Plaats",
        "Datum",
        "Items waarvoor deze partij tekent",
        "Nr. Afspraak Rol",
        "1.1 Nieuwbouw aan de Molenkade: 108 sociale huurwoningen betrokken",
        "5.12",
    )


def test_every_page_says_which_of_how_many_it_is_and_later_pages_whose() -> None:
    pages = pdf_reading.page_texts(pdf(demo.sheet()))
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert f"bladzijde {number} van 3" in page
        assert "Prestatieafspraken Lindeveen 2026, versie 7" in page
    header = "Ondertekenblad Stichting Wonen Zuiderlinde"
    assert [header in page for page in pages] == [False, True, True]


def test_documents_in_one_file_are_numbered_each_by_itself() -> None:
    pages = pdf_reading.page_texts(pdf(demo.sheet(), demo.combined(), demo.sheet(rows=2)))
    assert [re.findall(r"bladzijde \d+ van \d+", page) for page in pages] == [
        ["bladzijde 1 van 3"],
        ["bladzijde 2 van 3"],
        ["bladzijde 3 van 3"],
        ["bladzijde 1 van 2"],
        ["bladzijde 2 van 2"],
        ["bladzijde 1 van 1"],
    ]


def test_the_same_document_twice_in_one_file_is_two_documents() -> None:
    document = demo.sheet(rows=2)
    pages = pdf_reading.page_texts(pdf(document, document))
    assert [page.count("bladzijde 1 van 1") for page in pages] == [1, 1]


def test_a_long_table_repeats_its_header_on_every_page_and_keeps_every_row_once() -> None:
    rows = tuple(Row(cells=(f"rij{index:04}", "woord")) for index in range(700))
    columns = (Column(title="Kolomkop een"), Column(title="Kolomkop twee"))
    pages = pdf_reading.page_texts(written(TableBlock(columns=columns, rows=rows)))
    assert len(pages) > 10
    assert all(page.count("Kolomkop een Kolomkop twee") == 1 for page in pages)
    together = " ".join(pages)
    assert_in_order(together, *(f"rij{index:04}" for index in range(700)))
    assert all(together.count(f"rij{index:04}") == 1 for index in range(700))


def test_a_header_that_need_not_repeat_stands_once() -> None:
    rows = tuple(Row(cells=(str(index),)) for index in range(100))
    table = TableBlock(columns=(Column(title="Eenmaal"),), rows=rows, repeat_header=False)
    assert pdf_reading.whole_text(written(table)).count("Eenmaal") == 1


@pytest.mark.parametrize("before", range(20, 60))
def test_a_groups_name_never_ends_a_page_and_a_total_never_begins_one(before: int) -> None:
    rows = (
        *(Row(cells=(f"gewoon {index}", "x")) for index in range(before)),
        Row(cells=("Groepsnaam",), kind=RowKind.GROUP),
        Row(cells=("eerste van groep", "1")),
        Row(cells=("Totaal", "1"), kind=RowKind.TOTAL),
    )
    columns = (Column(title="Kop"), Column(title="Aantal"))
    pages = pdf_reading.page_texts(written(TableBlock(columns=columns, rows=rows)))
    for page in pages:
        if "Groepsnaam" in page:
            assert "eerste van groep" in page
        if "Totaal" in page:
            assert "eerste van groep" in page


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    words = " ".join(f"woord{index:04}" for index in range(3000))
    columns = (Column(title="Nr"), Column(title="Tekst", weight=5))
    rows = (Row(cells=("1", words)), Row(cells=("2", "daarna")))
    text = pdf_reading.whole_text(written(TableBlock(columns=columns, rows=rows)))
    assert all(text.count(f"woord{index:04}") == 1 for index in range(3000))
    assert "daarna" in text


@pytest.mark.parametrize("make", [demo.sheet, demo.combined])
def test_every_signature_box_is_at_least_25_mm_high_inside(make: type) -> None:
    data = pdf(make())
    boxes = [box for _, box in pdf_reading.drawn_boxes(data) if box.height > 20 * MM]
    assert len(boxes) == (1 if make is demo.sheet else 11)
    for box in boxes:
        line = 1.0
        assert box.height - 2 * line >= 25 * MM
        assert box.width >= 60 * MM


def test_a_signature_box_never_parts_from_its_place_and_date() -> None:
    for lines in range(30, 60):
        filler = Text(content="\n".join("regel" for _ in range(lines)))
        pages = pdf_reading.page_texts(written(filler, SignatureBox(name_lines=("J. Naam",))))
        (page,) = [page for page in pages if "Handtekening" in page]
        assert_in_order(page, "Handtekening", "J. Naam")
        assert "Plaats" in page
        assert "Datum" in page


def test_equal_documents_give_equal_bytes() -> None:
    for make in demo.ALL.values():
        assert pdf(make()) == pdf(make())


def test_the_file_tells_its_title_language_author_and_subject() -> None:
    shown = pdf_reading.metadata(pdf(demo.sheet()))
    assert shown["/Title"] == "Ondertekenblad Stichting Wonen Zuiderlinde"
    assert shown["/Author"] == "Gemeente Lindeveen"
    assert shown["/Subject"] == "Prestatieafspraken Lindeveen 2026"
    assert shown["language"] == "nl-NL"
    assert shown["shows title"] == "True"


def test_headings_stand_in_the_outline_with_their_page() -> None:
    entries = pdf_reading.outline(pdf(demo.bod()))
    assert entries[:3] == [(0, "Bod 2026", 0), (1, "1 Voornemens", 1), (2, "1.2 Sloop", 3)]
    assert entries[-1] == (3, "Bijeen", 4)


def test_an_outline_whose_levels_jump_is_still_an_outline() -> None:
    blocks = (Heading(level=5, text="diep"), Heading(level=1, text="hoog"))
    assert pdf_reading.outline(written(*blocks)) == [(0, "diep", 0), (1, "hoog", 0)]


def test_a_heading_never_ends_a_page() -> None:
    for lines in range(36, 56):
        filler = Text(content="\n".join("regel" for _ in range(lines)))
        table = TableBlock(
            caption="Bijschrift", columns=(Column(title="Kop"),), rows=(Row(cells=("cel",)),)
        )
        blocks = (Heading(level=1, text="Hoofdkop"), Heading(level=2, text="Onderkop"), table)
        pages = pdf_reading.page_texts(written(filler, *blocks))
        (page,) = [page for page in pages if "Hoofdkop" in page]
        assert_in_order(page, "Hoofdkop", "Onderkop", "Bijschrift", "Kop", "cel")


def test_a_link_leads_to_the_item_and_is_plain_text_when_the_item_is_not_printed() -> None:
    data = pdf(demo.agreements())
    assert "een vervallen afspraak" in pdf_reading.whole_text(data)
    links = pdf_reading.links(data)
    assert len(links) == 6
    assert {target for _, target in links} == {0}


def test_a_link_leads_to_a_heading_in_its_own_document_only() -> None:
    link = Text(content=(RichBlock(runs=(Run(text="zie daar", link="x1"),)),))
    target = Heading(level=1, text="Daar", anchor="item:x1")
    assert pdf_reading.links(pdf(_one(link, target), _one(link))) == [(0, 0)]
    assert pdf_reading.links(pdf(_one(link, target), _one(link, target))) == [(0, 0), (1, 1)]


def _one(*blocks: Block) -> Document:
    return Document(title="Proef", blocks=blocks)


def test_a_concept_says_so_on_every_page() -> None:
    assert all("CONCEPT" in page for page in pdf_reading.page_texts(pdf(demo.bod())))
    assert all("CONCEPT" not in page for page in pdf_reading.page_texts(pdf(demo.sheet())))


def test_blocks_kept_together_move_together() -> None:
    for lines in range(40, 52):
        filler = Text(content="\n".join("regel" for _ in range(lines)))
        kept = KeepTogether(blocks=tuple(Text(content=f"deel {n}") for n in range(6)))
        pages = pdf_reading.page_texts(written(filler, kept))
        (page,) = [page for page in pages if "deel 0" in page]
        assert_in_order(page, *(f"deel {n}" for n in range(6)))


def test_a_long_agreement_keeps_every_word_over_the_pages() -> None:
    words = [f"woord{index:05}" for index in range(8000)]
    item = Item(number="1.1", content=" ".join(words), status="Akkoord")
    pages = pdf_reading.page_texts(written(Items(items=(item,))))
    text = " ".join(pages)
    assert len(pages) > 8
    assert_in_order(text, *words)
    assert text.count("1.1") == 1


def test_progress_rises_to_the_whole() -> None:
    seen: list[tuple[int, int]] = []
    write_pdf(
        [demo.bod(), demo.sheet(rows=500)],
        io.BytesIO(),
        progress=lambda done, total: seen.append((done, total)),
    )
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]
    assert len({done for done, _ in seen}) > 20


def test_cancelling_leaves_no_file_and_the_old_one_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "blad.pdf"
    target.write_bytes(b"van gisteren")
    steps: list[int] = []

    def after_a_while() -> bool:
        steps.append(1)
        return len(steps) > 5

    with pytest.raises(Cancelled):
        write_pdf(demo.sheet(rows=3000), target, cancelled=after_a_while)
    assert target.read_bytes() == b"van gisteren"
    assert [path.name for path in tmp_path.iterdir()] == ["blad.pdf"]
    assert len(steps) == 6


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "blad.pdf"
    target.write_bytes(b"van gisteren")
    write_pdf(demo.sheet(), target)
    assert target.read_bytes() == pdf(demo.sheet())
    assert [path.name for path in tmp_path.iterdir()] == ["blad.pdf"]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="bestaat niet; er is niets opgeslagen"):
        write_pdf(demo.sheet(rows=1), tmp_path / "weg" / "blad.pdf")


def test_a_target_that_is_a_folder_is_said(tmp_path: Path) -> None:
    target = tmp_path / "map.pdf"
    target.mkdir()
    with pytest.raises(UserError, match=r"map\.pdf is een map"):
        write_pdf(demo.sheet(rows=1), target)
    assert [path.name for path in tmp_path.iterdir()] == ["map.pdf"]


def test_a_disk_that_takes_no_more_leaves_nothing_half_written(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="Windows sets no such limit")
    target = tmp_path / "blad.pdf"
    target.write_bytes(b"van gisteren")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(UserError, match=r"er is niets (veranderd|opgeslagen)"):
            write_pdf(demo.sheet(), target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert target.read_bytes() == b"van gisteren"
    assert [path.name for path in tmp_path.iterdir()] == ["blad.pdf"]


def test_an_empty_document_is_one_page() -> None:
    assert pdf_reading.page_texts(written(footer="leeg")) == ["leeg bladzijde 1 van 1"]


def test_lists_show_their_numbers_letters_and_bullets() -> None:
    text = pdf_reading.whole_text(pdf(demo.agreements()))
    assert_in_order(text, "• ten minste 65", "– waarvan de helft")
    assert_in_order(text, "1. eerst", "2. dan", "a. bijlage met kaart", "b. bijlage met lijst")


def test_the_pdf_library_is_loaded_only_when_something_is_printed() -> None:
    code = (
        "import sys, prestatie_desktop.documents.write_pdf, prestatie_desktop.documents.pictures;"
        "sys.exit(any(name.split('.')[0] in {'reportlab', 'PIL', 'pyphen'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=40, deadline=None)
@example([(RowKind.GROUP, 180), (RowKind.TOTAL, 92), (RowKind.TOTAL, 0)], 0, 1)
@given(
    st.lists(st.tuples(st.sampled_from(RowKind), st.integers(0, 300)), min_size=1, max_size=60),
    st.integers(0, 45),
    st.sampled_from([1, 3, 9]),
)
def test_every_row_of_any_table_stands_on_paper_once(
    sizes: list[tuple[RowKind, int]], before: int, weight: int
) -> None:
    words = "woord huurderstevredenheidsonderzoek nieuwbouw/sloop "
    rows = tuple(
        Row(
            cells=(f"K{index:03}K {words * (size // 30)}",)
            if kind is RowKind.GROUP
            else (f"K{index:03}K", words * (size // 4)),
            kind=kind,
        )
        for index, (kind, size) in enumerate(sizes)
    )
    columns = (Column(title="Kop", weight=3), Column(title="Tekst", weight=weight))
    filler = Text(content="\n".join("regel" for _ in range(before)))
    table = TableBlock(columns=columns, rows=rows)
    text = pdf_reading.whole_text(written(filler, table, KeepTogether(blocks=(table,))))
    assert [text.count(f"K{index:03}K") for index in range(len(rows))] == [2] * len(rows)
