"""The running text of a PDF: paragraphs, headings, lists, marks."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable, ListItem, PageBreak, Paragraph

from prestatie_desktop.documents.fonts import REGULAR, register
from prestatie_desktop.domain.richtext import ListKind, Run
from prestatie_desktop.importing.source import Form
from tests.importing.making_pdf import (
    BODY,
    SENTENCE,
    body,
    drawn,
    heading,
    lines,
    pdf_of,
    read,
    shown,
    texts,
    typeset,
)


def words(canvas: Canvas, *parts: tuple[str, str, float, float]) -> None:
    """Texts beside each other on one line: font, text, size, how much higher."""
    x = 72.0
    for font, text, size, rise in parts:
        canvas.setFont(font, size)
        canvas.drawString(x, 700 + rise, text)
        x += canvas.stringWidth(text, font, size)


def test_wrapped_lines_are_one_paragraph_and_one_line_of_the_source(tmp_path: Path) -> None:
    source = read(typeset(tmp_path / "x.pdf", [body(SENTENCE * 3), body("Kort."), body(SENTENCE)]))
    assert texts(source) == [(SENTENCE * 3).strip(), "Kort.", SENTENCE.strip()]
    assert [line.text for line in source.lines] == texts(source)
    assert {line.where for line in source.lines} == {"bladzijde 1"}
    assert source.form is Form.PDF


def test_justified_text_is_read_with_single_blanks(tmp_path: Path) -> None:
    style = ParagraphStyle("x", parent=BODY, alignment=4)
    source = read(typeset(tmp_path / "x.pdf", [Paragraph(SENTENCE * 3, style)]))
    assert texts(source) == [(SENTENCE * 3).strip()]


def test_a_line_with_room_for_the_next_word_ends_a_paragraph(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(
            canvas,
            "Deze regel is de langste van de bladzijde en loopt tot de rechterkant door",
            "tot hier.",
            "Daarna begint een alinea zonder witregel die ook weer zo lang is als kan",
            "en eindigt.",
        )

    found = texts(read(drawn(tmp_path / "x.pdf", page)))
    assert [text.split()[0] for text in found] == ["Deze", "Daarna"]


def test_larger_letters_are_headings_by_size(tmp_path: Path) -> None:
    small = ParagraphStyle("small", parent=BODY, fontSize=13, leading=16)
    story = []
    for number in (1, 2):
        story += [heading(f"{number} Thema"), Paragraph(f"{number}.1 Deel", small), body(SENTENCE)]
    source = read(typeset(tmp_path / "x.pdf", story))
    assert [(p.text, p.heading) for p in source.pieces() if p.heading] == [
        ("1 Thema", 1),
        ("1.1 Deel", 2),
        ("2 Thema", 1),
        ("2.1 Deel", 2),
    ]


def test_a_long_introduction_in_larger_letters_is_no_heading(tmp_path: Path) -> None:
    large = ParagraphStyle("large", parent=BODY, fontSize=14, leading=18)
    source = read(typeset(tmp_path / "x.pdf", [Paragraph(SENTENCE * 2, large), body(SENTENCE * 9)]))
    assert [piece.heading for piece in source.pieces()] == [0, 0]


def test_bookmarks_say_what_is_a_heading(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Inleiding", apart=30)
        lines(canvas, SENTENCE[:80], y=670)
        canvas.bookmarkPage("a")
        canvas.addOutlineEntry("Hoofdstuk", "a", 0)
        canvas.addOutlineEntry("Inleiding", "a", 1)

    source = read(drawn(tmp_path / "x.pdf", page))
    assert [piece.heading for piece in source.pieces()] == [2, 0]


def test_bold_and_italic_are_read_from_the_font(tmp_path: Path) -> None:
    text = "<b>Gemeente</b>, Woningcorporaties en <i>anderen</i>"
    (found,) = read(typeset(tmp_path / "x.pdf", [body(text)])).pieces()
    assert found.runs == (
        Run(text="Gemeente", bold=True),
        Run(text=", Woningcorporaties en "),
        Run(text="anderen", italic=True),
    )


def test_letters_that_are_drawn_twice_are_bold_and_read_once(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Gemeente")
        canvas.drawString(72.3, 700, "Gemeente")

    (found,) = read(drawn(tmp_path / "x.pdf", page)).pieces()
    assert found.runs == (Run(text="Gemeente", bold=True),)


def test_letters_with_a_thick_outline_are_bold(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "x.pdf", [b"2 Tr " + shown("Gemeente") + b"0 Tr "])
    (found,) = read(path).pieces()
    assert found.runs == (Run(text="Gemeente", bold=True),)


def test_raised_and_lowered_letters_are_read_in_their_place(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        words(
            canvas,
            ("Helvetica", "53 1", 10, 0),
            ("Helvetica", "e", 6, 4),
            ("Helvetica", " aftop, 12 m", 10, 0),
            ("Helvetica", "2", 6, 4),
            ("Helvetica", " en CO", 10, 0),
            ("Helvetica", "2", 6, -2),
        )

    (found,) = read(drawn(tmp_path / "x.pdf", page)).pieces()
    assert found.text == "53 1e aftop, 12 m2 en CO2"
    assert [run.text for run in found.runs if run.superscript] == ["e", "2"]
    assert [run.text for run in found.runs if run.subscript] == ["2"]


def test_bullets_make_lists_with_levels(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Wij doen dit:")
        lines(canvas, "• bouwen", y=687, x=90)
        lines(canvas, "– in de stad", y=674, x=110)
        lines(canvas, "– daarbuiten", y=661, x=110)
        lines(canvas, "•verkopen", y=648, x=90)
        lines(canvas, "En verder niets.", y=630)

    source = read(drawn(tmp_path / "x.pdf", page))
    assert [(p.text, p.list_kind, p.level) for p in source.pieces()] == [
        ("Wij doen dit:", None, 0),
        ("bouwen", ListKind.BULLET, 1),
        ("in de stad", ListKind.BULLET, 2),
        ("daarbuiten", ListKind.BULLET, 2),
        ("verkopen", ListKind.BULLET, 1),
        ("En verder niets.", None, 0),
    ]


def test_a_bullet_of_a_font_of_symbols_is_a_bullet_and_its_item_may_be_long(tmp_path: Path) -> None:
    items: list[Any] = [ListItem(body(SENTENCE)), ListItem(body("verkopen"))]
    path = typeset(tmp_path / "x.pdf", [ListFlowable(items, bulletType="bullet")])
    source = read(path)
    assert [(p.text, p.list_kind) for p in source.pieces()] == [
        (SENTENCE.strip(), ListKind.BULLET),
        ("verkopen", ListKind.BULLET),
    ]
    assert source.notices == ()


def test_numbers_before_paragraphs_stay_in_the_text(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for place in range(4):
            y = 700 - place * 39
            lines(canvas, f"1.{place}", y=y)
            lines(canvas, "De gemeente doet wat nodig is en dat", "gaat hier verder.", x=110, y=y)

    found = texts(read(drawn(tmp_path / "x.pdf", page)))
    assert found == [
        f"1.{place} De gemeente doet wat nodig is en dat gaat hier verder." for place in range(4)
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("De huur-", "prijs stijgt", "De huurprijs stijgt"),
        ("De sociaal-", "en maatschappelijk", "De sociaal- en maatschappelijk"),
        ("De niet-", "DAEB woningen", "De niet-DAEB woningen"),
        ("Van 2024-", "2028 bouwen", "Van 2024-2028 bouwen"),
        ("Wij sturen e-", "mail rond", "Wij sturen e-mail rond"),
    ],
)
def test_words_that_were_broken_at_the_end_of_a_line_are_whole(
    tmp_path: Path, first: str, second: str, joined: str
) -> None:
    path = pdf_of(tmp_path / "x.pdf", [shown(first) + shown(second, y=687)])
    assert texts(read(path)) == [joined]


def test_hyphens_stay_in_a_document_that_does_not_break_words(tmp_path: Path) -> None:
    page = shown("De voorzitter-") + shown("penningmeester tekent", y=687)
    others = b"".join(shown("een woord of tien " * 5, y=600 - 20 * n, size=8) for n in range(25))
    found = texts(read(pdf_of(tmp_path / "x.pdf", [page + others])))
    assert found[0] == "De voorzitter-penningmeester tekent"


def test_a_director_keeps_his_hyphen(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "x.pdf", [shown("directeur-") + shown("bestuurder", y=687)])
    assert texts(read(path)) == ["directeur-bestuurder"]


def test_a_title_and_the_heading_under_it_are_two(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        lines(canvas, "Prestatieafspraken 2026 van de Gemeente Kust", y=730)
        canvas.setFont("Helvetica-Bold", 13)
        lines(canvas, "Inleiding", y=704)
        canvas.setFont("Helvetica", 10)
        lines(canvas, SENTENCE[:90], SENTENCE[90:170], y=680)

    found = texts(read(drawn(tmp_path / "x.pdf", page)))
    assert found[:2] == ["Prestatieafspraken 2026 van de Gemeente Kust", "Inleiding"]


def test_a_soft_hyphen_is_never_read(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        register()
        canvas.setFont(REGULAR, 10)
        lines(canvas, "De huur\u00ad", "prijs")

    assert texts(read(drawn(tmp_path / "x.pdf", page))) == ["De huurprijs"]


def test_a_hyphen_stays_where_the_document_writes_the_word_with_one(tmp_path: Path) -> None:
    page = shown("De sociaal-") + shown("economische kant", y=687)
    other = shown("Ook de sociaal-economische kant.", y=600)
    found = texts(read(pdf_of(tmp_path / "x.pdf", [page + other])))
    assert found[0] == "De sociaal-economische kant"


def test_a_paragraph_goes_on_overleaf_past_foot_and_head(tmp_path: Path) -> None:
    def edges(canvas: Canvas, page: int) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 810, "Prestatieafspraken 2026")
        canvas.drawString(500, 30, f"Pagina {page} van 3")

    source = read(typeset(tmp_path / "x.pdf", [body(SENTENCE * 70)], edges))
    found = texts(source)
    assert (SENTENCE * 70).strip() in found
    assert found.count("Prestatieafspraken 2026") == 3
    assert [text for text in found if text.startswith("Pagina")] == [
        "Pagina 1 van 3",
        "Pagina 2 van 3",
        "Pagina 3 van 3",
    ]
    assert [line.where for line in source.lines][-1] == "bladzijde 3"


def test_a_new_sentence_overleaf_is_a_new_paragraph(tmp_path: Path) -> None:
    path = typeset(tmp_path / "x.pdf", [body("Eerst dit."), PageBreak(), body("Dan dat.")])
    source = read(path)
    assert texts(source) == ["Eerst dit.", "Dan dat."]
    assert [piece.gap for piece in source.pieces()] == [True, True]


def test_a_short_line_does_not_go_on_overleaf(tmp_path: Path) -> None:
    def edges(first: str) -> Callable[[Canvas], None]:
        return lambda canvas: lines(canvas, first)

    path = drawn(tmp_path / "x.pdf", edges("B. Verzonnen"), edges("bestuurder"))
    assert texts(read(path)) == ["B. Verzonnen", "bestuurder"]
    path = drawn(tmp_path / "x.pdf", edges("Woonzo -"), edges("huurdersvereniging"))
    assert texts(read(path)) == ["Woonzo - huurdersvereniging"]


def test_names_and_functions_under_each_other_are_lines_of_their_own(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Gemeente Kust", "wethouder", "A. de Vries", "namens het college")

    found = texts(read(drawn(tmp_path / "x.pdf", page)))
    assert found == ["Gemeente Kust", "wethouder", "A. de Vries", "namens het college"]


@pytest.mark.parametrize(
    ("line", "following", "count"),
    [
        (
            "Wij doen alles wat de wet ons op dat ene punt allemaal voorschrijft in art.",
            "42 lid 1 zegt.",
            1,
        ),
        (
            "Wij doen alles wat de wet ons op dat ene punt allemaal voorschrijft, kort.",
            "1.2 Daarna dit.",
            2,
        ),
        (
            "Wij doen alles wat de wet ons op dat ene punt allemaal voorschrijft, kort.",
            "3 Daarna dit.",
            2,
        ),
    ],
)
def test_a_number_at_the_start_of_a_line_may_be_in_a_sentence(
    tmp_path: Path, line: str, following: str, count: int
) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, line, following)

    assert len(texts(read(drawn(tmp_path / "x.pdf", page)))) == count


def test_words_between_two_columns_are_read_per_column(tmp_path: Path) -> None:
    long = [f"Dit is regel {n} van de eerste kolom" for n in range(8)]
    other = [f"Hier is regel {n} in de tweede kolom" for n in range(8)]

    def page(canvas: Canvas) -> None:
        lines(canvas, *long)
        lines(canvas, *other, x=320, y=695)

    assert texts(read(drawn(tmp_path / "x.pdf", page))) == [" ".join(long), " ".join(other)]


def test_a_paragraph_goes_on_in_the_next_column(tmp_path: Path) -> None:
    long = ["Deze regel loopt steeds door naar de", *["volgende regel van deze ene alinea en"] * 7]

    def page(canvas: Canvas) -> None:
        lines(canvas, *long)
        lines(canvas, *["daarna nog een regel van die alinea en"] * 5, x=320)

    (found,) = texts(read(drawn(tmp_path / "x.pdf", page)))
    assert found.startswith("Deze regel")
    assert found.endswith("die alinea en")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        lines(canvas, "Eerste regel van de alinea die", "hier verder gaat.", y=500)

    found = texts(read(drawn(tmp_path / "x.pdf", page)))
    assert found == ["Eerste regel van de alinea die hier verder gaat."]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_drawn_sideways_is_read_upright(tmp_path: Path, turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(turn)
        lines(canvas, "Eerste regel van de alinea die", "hier verder gaat.", x=0, y=0)

    found = texts(read(drawn(tmp_path / "x.pdf", page)))
    assert found == ["Eerste regel van de alinea die hier verder gaat."]


def test_text_beside_and_across_the_page_is_read_last(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.rotate(45)
        canvas.drawString(300, 100, "CONCEPT")
        canvas.rotate(45)
        canvas.drawString(300, -30, "Kenmerk 25 oktober")
        canvas.restoreState()
        lines(canvas, "De gewone tekst van de bladzijde")

    assert texts(read(drawn(tmp_path / "x.pdf", page))) == [
        "De gewone tekst van de bladzijde",
        "Kenmerk 25 oktober",
        "CONCEPT",
    ]


def test_joined_letters_and_accents_are_read_as_typed(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "x.pdf", [shown("Officiële coördinatie: § 3 – € 25")])
    assert texts(read(path)) == ["Officiële coördinatie: § 3 – € 25"]


def test_spaced_letters_are_words(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "SAMEN BOUWEN", charSpace=4)

    assert texts(read(drawn(tmp_path / "x.pdf", page))) == ["SAMEN BOUWEN"]


def test_what_stands_outside_the_page_is_not_read(tmp_path: Path) -> None:
    def crop(made: pikepdf.Pdf) -> None:
        made.pages[0].CropBox = pikepdf.Array([50, 50, 545, 792])

    marks = shown("Snijtekens", x=10, y=20) + shown("Onzichtbaar", x=-300) + shown("Tekst")
    assert texts(read(pdf_of(tmp_path / "x.pdf", [marks], crop))) == ["Tekst"]


def test_shapes_are_no_letters(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Tekst")
        canvas.circle(300, 300, 50)
        canvas.rect(100, 100, 50, 50)

    assert texts(read(drawn(tmp_path / "x.pdf", page))) == ["Tekst"]


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 2**32))
def test_no_letter_is_lost_wherever_it_stands(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    random = Random(seed)
    drawn_words: list[str] = []

    def page(canvas: Canvas) -> None:
        for _ in range(random.randint(0, 6)):
            xs = sorted(random.sample(range(40, 560), random.randint(2, 4)))
            ys = sorted(random.sample(range(40, 800), random.randint(2, 4)))
            canvas.grid(xs, ys)
        # Never on the same height: letters on top of each other are one.
        ys, xs = random.sample(range(120, 700), 40), random.sample(range(20, 250), 40)
        for place in range(random.randint(1, 40)):
            turn = random.choice([0] * 20 + [90, 270, 30])
            words = " ".join(f"w{place}x{n}" for n in range(random.randint(1, 2 if turn else 6)))
            drawn_words.extend(words.split())
            canvas.saveState()
            canvas.translate(xs[place], ys[place])
            canvas.rotate(turn)
            canvas.setFont("Helvetica", random.choice([8, 10, 10, 10, 16]))
            canvas.drawString(0, 0, words)
            canvas.restoreState()

    path = drawn(tmp_path_factory.getbasetemp() / "letters.pdf", page)
    visible = Counter("".join(drawn_words))
    got = Counter("".join(line.text for line in read(path).lines))
    assert {letter: got[letter] for letter in visible} == dict(visible)
