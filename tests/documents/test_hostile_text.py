"""What a person types or pastes is text on paper: no markup, no crash, nothing off the page."""

import io
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prestatie_desktop.documents import hyphenation
from prestatie_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    ControlCode,
    Cover,
    Document,
    Heading,
    Item,
    Items,
    KeyValues,
    Notice,
    RoleBadge,
    RoleMark,
    Row,
    SignatureBox,
    SignatureGrid,
    SigningParty,
    TableBlock,
    Text,
    Title,
)
from prestatie_desktop.documents.fonts import MISSING, printable
from prestatie_desktop.documents.write_pdf import write_pdf
from prestatie_desktop.domain.richtext import Block as RichBlock
from prestatie_desktop.domain.richtext import ListKind, Run
from tests.documents import pdf_reading

PAGE_WIDTH = 210 * 72 / 25.4
MARGIN = 20 * 72 / 25.4


def everywhere(text: str) -> Document:
    """The text in every place a text can stand."""
    rich = (
        RichBlock(runs=(Run(text=text, bold=True), Run(text=text, superscript=True))),
        RichBlock(runs=(Run(text=text, italic=True),), list_kind=ListKind.BULLET, level=3),
    )
    blocks: tuple[Block, ...] = (
        Title(text=text, subtitle=text, code=ControlCode(code=text, label=text)),
        Cover(title=text, subtitle=text, lines=(text,)),
        Heading(level=1, text=text, number=text, anchor=text),
        Text(content=text),
        Text(content=rich),
        Items(
            items=(
                Item(
                    number=text,
                    content=rich,
                    heading=text,
                    status=text,
                    anchor=text,
                    roles=(RoleMark(badge=RoleBadge.LEAD, label=text, party=text),) * 3,
                ),
            )
        ),
        TableBlock(
            caption=text,
            alt=text,
            columns=(
                Column(title=text, group=text),
                Column(title=text, align=Align.RIGHT, weight=3),
            ),
            rows=(Row(cells=(Cell(content=text, note=text), rich), anchor=text),),
        ),
        KeyValues(pairs=((text, text),)),
        Notice(title=text, text=text),
        SignatureBox(label=text, name_lines=(text,), place_label=text, date_label=text),
        SignatureGrid(parties=(SigningParty(party=text, name=text, function=text, basis=text),)),
    )
    return Document(
        title=text,
        author=text,
        subject=text,
        header=text,
        footer=text,
        watermark=text,
        blocks=blocks,
    )


def pdf(document: Document) -> bytes:
    buffer = io.BytesIO()
    write_pdf(document, buffer)
    return buffer.getvalue()


def paragraph(text: Any) -> bytes:
    return pdf(Document(title="Proef", blocks=(Text(content=text),)))


@pytest.mark.parametrize(
    "text",
    [
        "<font color='red'>rood</font>",
        "<img src='/etc/passwd'/>",
        "<b>niet vet</b> & &amp; &#65; <br/>",
        "<para><bullet>x</bullet></para>",
        '<a href="https://example.org">x</a>',
        "]]> <![CDATA[ x ]]>",
        r"(haakje) \n \\ %PDF- endstream endobj",
    ],
)
def test_markup_stands_on_paper_as_it_was_typed(text: str) -> None:
    data = pdf(everywhere(text))
    assert pdf_reading.whole_text(data).count(text) > 10
    assert list(pdf_reading.picture_boxes(data)) == []
    assert pdf_reading.links(data) == []


def test_control_characters_never_reach_paper() -> None:
    text = "a\x00b\x07c\x1bd\x7fe\u200bf\u202eg\ufeffh\u00adi"
    assert pdf_reading.whole_text(paragraph(text)).startswith("abcdefghi ")


def test_what_the_typeface_cannot_show_is_visibly_replaced() -> None:
    assert printable("a😀b漢c") == f"a{MISSING}b{MISSING}c"
    text = pdf_reading.whole_text(paragraph("woning 😀 en 漢字 en \ud800."))
    assert text.startswith(f"woning {MISSING} en {MISSING}{MISSING} en {MISSING}.")


def test_characters_with_an_equal_the_typeface_knows_are_not_lost() -> None:
    assert printable("e\u0301\u00e9n Ａ１ zacht\u2011hard") == "één A1 zacht-hard"


def test_the_signs_of_the_field_stand_on_paper_unchanged() -> None:
    signs = "ë ï é € – — → ≥ ≤ × ² ³ ° ½ “ ” „ … ± −"
    assert pdf_reading.whole_text(paragraph(signs)).startswith(signs)


def assert_nothing_runs_off(data: bytes, *, watermark: bool = True) -> None:
    for _, box in pdf_reading.text_boxes(data):
        if watermark and box.height > 100:
            continue
        assert box.left >= MARGIN - 6
        assert box.right <= PAGE_WIDTH - MARGIN + 6


@pytest.mark.parametrize(
    "word",
    ["w" * 300, "Huurderstevredenheidsonderzoeksresultaten" * 8, "a-" * 200, "https://x.nl/" * 30],
)
def test_long_words_do_not_run_off_the_page(word: str) -> None:
    assert_nothing_runs_off(pdf(everywhere(word)))


def test_a_long_dutch_word_is_broken_where_dutch_allows_it() -> None:
    table = TableBlock(
        columns=(Column(title="x"), Column(title="y", weight=6)),
        rows=(Row(cells=("huurderstevredenheidsonderzoek", "")),),
    )
    data = pdf(Document(title="Proef", blocks=(table,)))
    assert "huurderstevredenheidsonderzoek" in pdf_reading.whole_text(data)
    first, *rest = re.split("[\x02\ufffe]\\s*", raw_line(data, "huur"))
    assert rest
    assert first in {head for head, _ in hyphenation.pairs("huurderstevredenheidsonderzoek")}
    assert "huurderstevredenheids" in {
        head for head, _ in hyphenation.pairs("huurderstevredenheidsonderzoek")
    }


def raw_line(data: bytes, start: str) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        text = str(document[0].get_textpage().get_text_bounded())
    return next(line for line in text.splitlines() if line.startswith(start))


def test_a_hundred_thousand_characters_in_one_place_still_print() -> None:
    text = "een afspraak van lange adem " * 3600
    item = Items(items=(Item(number="1.1", content=text),))
    assert len(pdf_reading.page_texts(pdf(Document(title="Proef", blocks=(item,))))) > 20


hard = st.text(
    st.one_of(
        st.sampled_from(" \n\t\xa0\u00ad\u2028<>&;()\\-–'\"/.,e\u0301"),
        st.characters(),
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(hard)
def test_any_text_in_any_place_prints_and_stays_on_the_page(text: str) -> None:
    assert_nothing_runs_off(pdf(everywhere(text)))


runs = st.builds(
    Run,
    text=hard,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    superscript=st.booleans(),
    link=st.sampled_from([None, "a", "weg"]),
)
some_runs = st.lists(runs, max_size=6).map(tuple)
list_items = st.builds(
    RichBlock,
    runs=some_runs,
    list_kind=st.sampled_from(ListKind),
    level=st.integers(1, 9),
    number=st.integers(1, 9999),
)
rich_blocks = st.lists(st.builds(RichBlock, runs=some_runs) | list_items, max_size=6).map(tuple)


@settings(max_examples=100, deadline=None)
@given(rich_blocks)
def test_any_rich_text_prints_in_wide_and_narrow_places(content: Any) -> None:
    narrow = TableBlock(
        columns=(Column(title="x"), Column(title="y", weight=9)),
        rows=(Row(cells=(content, "z")),),
    )
    blocks: tuple[Block, ...] = (
        Heading(level=1, text="Hier", anchor="item:a"),
        Text(content=content),
        narrow,
    )
    assert_nothing_runs_off(pdf(Document(title="Proef", blocks=blocks)))
