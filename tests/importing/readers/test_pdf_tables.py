"""Tables in a PDF: with rules all around, with some, with none; over several pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Spacer, Table

from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.importing.source import Piece
from prestatie_desktop.importing.source import Table as SourceTable
from tests.importing.making_pdf import (
    SENTENCE,
    body,
    drawn,
    grid,
    lines,
    read,
    tables,
    texts,
    typeset,
)

ROWS: list[list[Any]] = [
    ["Locatie", "Aantal", "Corporatie"],
    ["Lange Laan", "25 woningen", "Woonzo"],
    ["Plein", "3 (van de 7)", "Thuis"],
    ["Kade", "circa 10", "Woonzo"],
]


def borderless(rows: list[list[Any]], widths: list[float], *style: tuple[Any, ...]) -> Table:
    every: Any = [("VALIGN", (0, 0), (-1, -1), "TOP"), *style]
    return Table(rows, colWidths=widths, style=every)


def test_a_table_with_rules_is_read_cell_by_cell_and_not_as_text(tmp_path: Path) -> None:
    story = [body("Ervoor."), grid(ROWS, [120, 120, 120]), Spacer(1, 12), body("Erna.")]
    source = read(typeset(tmp_path / "x.pdf", story))
    assert tables(source) == [ROWS]
    assert texts(source) == ["Ervoor.", "Erna."]
    assert [type(block) for block in source.blocks] == [Piece, SourceTable, Piece]
    assert [line.text for line in source.lines][1:4] == ROWS[0]


def test_long_cells_are_wrapped_lists_and_marks_too(tmp_path: Path) -> None:
    text = body(f"{SENTENCE}<br/>• <b>bouwen</b><br/>• verkopen")
    source = read(typeset(tmp_path / "x.pdf", [grid([["1.1", text, "Gemeente"]], [50, 250, 90])]))
    (table,) = source.blocks
    assert isinstance(table, SourceTable)
    number, cell, party = table.rows[0].cells
    assert (number.text, party.text) == ("1.1", "Gemeente")
    assert [piece.text for piece in cell.pieces] == [SENTENCE.strip(), "bouwen", "verkopen"]
    assert [piece.list_kind for piece in cell.pieces] == [None, ListKind.BULLET, ListKind.BULLET]
    assert cell.pieces[1].runs[0].bold
    assert table.heads is None


def test_cells_that_were_merged_are_empty_but_for_the_first(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Samen", "", "c"], ["Onder", "b", "c"], ["", "bb", "cc"]]
    merged = [("SPAN", (0, 0), (1, 0)), ("SPAN", (0, 1), (0, 2))]
    source = read(typeset(tmp_path / "x.pdf", [grid(rows, [80, 80, 80], merged)]))
    assert tables(source) == [rows]


def test_a_table_that_is_open_at_the_sides_keeps_its_outer_columns(tmp_path: Path) -> None:
    inner: list[tuple[Any, ...]] = [("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)]
    path = typeset(tmp_path / "x.pdf", [borderless(ROWS, [120, 120, 120], *inner)])
    assert tables(read(path)) == [ROWS]


@pytest.mark.parametrize("turn", [90, 270])
def test_heads_that_run_up_or_down_stay_in_their_cells(tmp_path: Path, turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([70, 170, 200, 230], [600, 620, 680])
        lines(canvas, "Afspraak", "Bouwen", x=75, y=640, apart=34)
        lines(canvas, "x", x=210, y=606)
        for place, name in enumerate(["Gemeente", "Woonzo"]):
            canvas.saveState()
            canvas.translate(188 + 30 * place, 640)
            canvas.rotate(turn)
            canvas.drawCentredString(0, 0, name)
            canvas.restoreState()

    source = read(drawn(tmp_path / "x.pdf", page))
    assert tables(source) == [[["Afspraak", "Gemeente", "Woonzo"], ["Bouwen", "", "x"]]]
    assert texts(source) == []


def test_rules_that_are_drawn_as_thin_areas_make_a_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for place in range(3):
            canvas.rect(70, 600 + 20 * place, 200, 0.5, stroke=0, fill=1)
            canvas.rect(70 + 100 * place, 600, 0.5, 40, stroke=0, fill=1)
        for row in range(2):
            for column in range(2):
                canvas.drawString(75 + 100 * column, 626 - 20 * row, f"cel {row}{column}")

    assert tables(read(drawn(tmp_path / "x.pdf", page))) == [
        [["cel 00", "cel 01"], ["cel 10", "cel 11"]]
    ]


def test_cells_that_are_coloured_areas_make_a_table(tmp_path: Path) -> None:
    fills = [
        ("BACKGROUND", (column, row), (column, row), colors.Color(0.9, 0.9, 0.5 + row / 9))
        for row in range(4)
        for column in range(3)
    ]
    path = typeset(tmp_path / "x.pdf", [borderless(ROWS, [120, 120, 120], *fills)])
    assert tables(read(path)) == [ROWS]


def test_rules_between_rows_alone_make_a_table_with_long_cells(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["1.1", body(SENTENCE), "Gemeente"] for _ in range(4)]
    under: list[tuple[Any, ...]] = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)]
    path = typeset(tmp_path / "x.pdf", [borderless(rows, [60, 250, 100], *under)])
    assert tables(read(path)) == [[["1.1", SENTENCE.strip(), "Gemeente"]] * 4]


def test_rows_that_stand_apart_make_a_table_with_long_cells(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["1.1", body(SENTENCE), "Gemeente"] for _ in range(4)]
    path = typeset(tmp_path / "x.pdf", [borderless(rows, [60, 250, 100])])
    assert tables(read(path)) == [[["1.1", SENTENCE.strip(), "Gemeente"]] * 4]


def test_aligned_columns_without_any_rule_are_a_table(tmp_path: Path) -> None:
    story = [body(SENTENCE), borderless(ROWS, [120, 120, 120]), body(SENTENCE)]
    source = read(typeset(tmp_path / "x.pdf", story))
    assert tables(source) == [ROWS]
    assert texts(source) == [SENTENCE.strip()] * 2


def test_a_table_of_contents_is_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for place, title in enumerate(["Inleiding", "Wonen", "Zorg", "Leefbaarheid"]):
            canvas.drawString(72, 700 - 14 * place, title)
            canvas.drawRightString(500, 700 - 14 * place, str(3 + 2 * place))

    source = read(drawn(tmp_path / "x.pdf", page))
    assert texts(source) == ["Inleiding 3", "Wonen 5", "Zorg 7", "Leefbaarheid 9"]


def test_a_box_around_text_is_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, 650, 400, 70)
        canvas.line(60, 690, 460, 690)
        lines(canvas, "Let op", "Deze regel staat in een kader.", apart=25)

    source = read(drawn(tmp_path / "x.pdf", page))
    assert texts(source) == ["Let op", "Deze regel staat in een kader."]


def test_the_grid_of_a_chart_is_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([100, 150, 200], [500, 550, 600])
        lines(canvas, "2024", "2025", x=60, y=595, apart=45)

    source = read(drawn(tmp_path / "x.pdf", page))
    assert tables(source) == []
    assert texts(source) == ["2024", "2025"]


def test_a_table_goes_on_overleaf_past_foot_and_head(tmp_path: Path) -> None:
    def edges(canvas: Canvas, page: int) -> None:
        canvas.drawString(72, 815, "Prestatieafspraken")
        canvas.drawString(500, 30, str(page))

    rows: list[list[Any]] = [[f"1.{n}", body(SENTENCE), "Gemeente"] for n in range(60)]
    source = read(typeset(tmp_path / "x.pdf", [grid(rows, [50, 300, 90])], edges))
    (table,) = tables(source)
    assert [row[0] for row in table] == [f"1.{n}" for n in range(60)]
    assert texts(source).count("Prestatieafspraken") >= 3
    whole = source.blocks[1]
    assert isinstance(whole, SourceTable)
    last = whole.rows[-1].cells[0].pieces[0]
    assert source.lines[last.line].where == f"bladzijde {texts(source)[-1]}"


def test_heads_that_are_repeated_overleaf_stay_rows(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Nr", "Tekst"], *([f"1.{n}", body(SENTENCE)] for n in range(60))]
    table = Table(rows, colWidths=[50, 300], repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 1, 0)])
    (found,) = tables(read(typeset(tmp_path / "x.pdf", [table])))
    assert found.count(["Nr", "Tekst"]) >= 2
    assert len(found) == 60 + found.count(["Nr", "Tekst"])


def test_another_table_overleaf_is_another_table(tmp_path: Path) -> None:
    story = [grid(ROWS, [120, 120, 120]), PageBreak(), grid([["a", "b"]] * 2, [50, 50])]
    assert tables(read(typeset(tmp_path / "x.pdf", story))) == [ROWS, [["a", "b"]] * 2]


def test_a_row_that_is_cut_by_the_edge_of_the_page_is_whole(tmp_path: Path) -> None:
    def first(canvas: Canvas) -> None:
        canvas.grid([70, 120, 300, 400], [40, 80])
        canvas.drawString(75, 68, "1.1")
        lines(
            canvas,
            "De gemeente bouwt in dit jaar samen",
            "met de corporaties en met al de",
            x=125,
            y=68,
        )
        canvas.drawString(305, 68, "Gemeente")

    def second(canvas: Canvas) -> None:
        canvas.grid([70, 120, 300, 400], [740, 760, 780])
        canvas.drawString(125, 768, "huurders samen.")
        canvas.drawString(75, 746, "1.2")
        canvas.drawString(125, 746, "Iets anders.")

    assert tables(read(drawn(tmp_path / "x.pdf", first, second))) == [
        [
            [
                "1.1",
                "De gemeente bouwt in dit jaar samen met de corporaties en met al de huurders samen.",
                "Gemeente",
            ],
            ["1.2", "Iets anders.", ""],
        ]
    ]


def test_a_form_of_the_same_shape_overleaf_is_another_table(tmp_path: Path) -> None:
    def form(number: str, y: float) -> Callable[[Canvas], None]:
        def page(canvas: Canvas) -> None:
            canvas.grid([70, 150, 400], [y, y + 20, y + 40])
            lines(canvas, "Nummer", "Afspraak", x=75, y=y + 26, apart=20)
            lines(canvas, number, "Wij bouwen", x=155, y=y + 26, apart=20)

        return page

    path = drawn(tmp_path / "x.pdf", form("1.1", 60), form("1.2", 720))
    assert tables(read(path)) == [
        [["Nummer", "1.1"], ["Afspraak", "Wij bouwen"]],
        [["Nummer", "1.2"], ["Afspraak", "Wij bouwen"]],
    ]


def test_a_table_that_ended_halfway_a_page_does_not_go_on(tmp_path: Path) -> None:
    def page(y: float) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.grid([70, 150, 400], [y, y + 20])
            lines(canvas, f"a{y}", x=75, y=y + 6)
            lines(canvas, "b", x=155, y=y + 6)

        return draw

    assert len(tables(read(drawn(tmp_path / "x.pdf", page(600), page(720))))) == 2
    assert len(tables(read(drawn(tmp_path / "x.pdf", page(60), page(720))))) == 1


def narrow(*texts: str, width: float = 60) -> Callable[[Canvas], None]:
    """A cell with these lines, as narrow as that, beside one with `x`."""

    def page(canvas: Canvas) -> None:
        height = 13 * len(texts) + 8
        canvas.grid([70, 70 + width, 400], [700 - height, 700])
        lines(canvas, *texts, x=75, y=688)
        lines(canvas, "x", x=300, y=688)

    return page


def word_width(text: str) -> float:
    return stringWidth(text, "Helvetica", 10) + 10


@pytest.mark.parametrize(
    ("texts_", "elsewhere", "whole"),
    [
        (["aftoppingsgr", "ens"], "", "aftoppingsgrens"),
        (["aftoppingsgr", "ens"], "tot de aftoppingsgrens", "aftoppingsgrens"),
        (["wooncoac", "h."], "", "wooncoach."),
        (["zorgwoningen", "met lift"], "De zorgwoningen in de stad", "zorgwoningen met lift"),
        (["Vosstraat", "e.o."], "", "Vosstraat e.o."),
        (["Stichting", "Woonpalet"], "", "Stichting Woonpalet"),
        (["goedkoop/", "betaalbaar"], "", "goedkoop/betaalbaar"),
    ],
)
def test_a_word_that_was_cut_because_its_cell_is_narrow_is_whole(
    tmp_path: Path, texts_: list[str], elsewhere: str, whole: str
) -> None:
    width = max(map(word_width, texts_))

    def other(canvas: Canvas) -> None:
        lines(canvas, elsewhere)

    path = drawn(tmp_path / "x.pdf", narrow(*texts_, width=width), other)
    assert tables(read(path)) == [[[whole, "x"]]]


def test_two_lines_of_one_word_with_room_to_spare_are_two_words(tmp_path: Path) -> None:
    path = drawn(tmp_path / "x.pdf", narrow("eerste zin", "tweede", width=200))
    assert tables(read(path)) == [[["eerste zin\ntweede", "x"]]]


def rows_over_pages(last: list[str], first: list[str]) -> list[Callable[[Canvas], None]]:
    """A table of two pages: the last row of the first and the first row of the second."""

    def page(cells: list[str], y: float) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.grid([70, 130, 330, 400], [y, y + 20])
            for x, text in zip((75, 135, 335), cells, strict=True):
                canvas.drawString(x, y + 6, text)

        return draw

    return [page(last, 40), page(first, 760)]


LONG = "Alle huizen in de wijk die samen met de"


@pytest.mark.parametrize(
    ("last", "first", "count"),
    [
        (["1.1", LONG, "x"], ["", "Rozenbuurt worden gesloopt.", ""], 1),
        (["1.1", LONG, "x"], ["", "bewoners gesloopt worden.", ""], 1),
        (["1.1", LONG[:-3] + ".", "x"], ["", "Rozenbuurt wordt gesloopt.", ""], 2),
        (["1.1", "Kort", "x"], ["", "Rozenbuurt wordt gesloopt.", ""], 2),
        (["1.1", LONG, "x"], ["1.2", "Rozenbuurt wordt gesloopt.", "y"], 2),
        (["zorgwoninge", LONG, "x"], ["n", "bewoners gesloopt worden.", ""], 1),
        (["1.1", LONG, "x"], ["1.2", "bewoners worden gehoord.", "y"], 2),
    ],
)
def test_what_pages_cut_is_told_from_a_new_row(
    tmp_path: Path, last: list[str], first: list[str], count: int
) -> None:
    (table,) = tables(read(drawn(tmp_path / "x.pdf", *rows_over_pages(last, first))))
    assert len(table) == count
    if count == 1:
        assert table[0][1] == f"{last[1]} {first[1]}"


def test_a_box_with_a_coloured_bar_is_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(70, 690, 12, 30, fill=1)
        canvas.rect(82, 690, 300, 30)
        lines(canvas, "Let op: dit staat in een kader.", x=90)

    source = read(drawn(tmp_path / "x.pdf", page))
    assert texts(source) == ["Let op: dit staat in een kader."]


def test_two_people_beside_each_other_are_two_columns(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "A. de Vries", "wethouder")
        lines(canvas, "B. Jansen", "bestuurder", x=320)

    assert tables(read(drawn(tmp_path / "x.pdf", page))) == [
        [["A. de Vries", "B. Jansen"], ["wethouder", "bestuurder"]]
    ]


@pytest.mark.parametrize("count", [100, 1000])
def test_a_drawing_of_many_rules_takes_no_time(tmp_path: Path, count: int) -> None:
    def page(canvas: Canvas) -> None:
        for place in range(count):
            canvas.line(10 + place / 2, 10, 10 + place / 2, 500)
            canvas.line(10, 10 + place / 2, 500, 10 + place / 2)
        lines(canvas, "Kaart van de gemeente", y=600)

    assert texts(read(drawn(tmp_path / "x.pdf", page))) == ["Kaart van de gemeente"]
