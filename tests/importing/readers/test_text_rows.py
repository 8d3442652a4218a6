"""Tables of plain text: tabs or pipes between the cells."""

import pytest

from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.importing.readers.text import read_text
from prestatie_desktop.importing.source import Source
from tests.importing.readers.reading_text import assert_is_accounted_for, bold, pieces, table, told


def read(text: str) -> Source:
    source = read_text(text, "bron.txt")
    assert_is_accounted_for(source)
    return source


def test_rows_below_each_other_are_one_table_and_empty_cells_keep_their_place() -> None:
    source = read("Nr\tTekst\tPartij\n1.7\t\tGemeente\n1.8\tWij bouwen\t\n")
    assert told(source) == [
        [["Nr", "Tekst", "Partij"], ["1.7", "", "Gemeente"], ["1.8", "Wij bouwen", ""]]
    ]
    assert [len(row.cells) for row in table(source).rows] == [3, 3, 3]
    assert table(source).heads is None


def test_all_cells_of_a_row_stand_on_its_line() -> None:
    source = read("Vooraf\n\n1.7\t<p>een</p> <p>twee</p>\tPartij\n1.8\tdrie\tPartij")
    assert [piece.line for piece in source.pieces()] == [0, 1, 1, 1, 1, 2, 2, 2]
    assert source.lines[1].text == "1.7\t<p>een</p> <p>twee</p>\tPartij"
    assert source.lines[1].where == "regel 3"


def test_a_number_and_a_text_are_a_row_of_two_cells() -> None:
    assert told(read("1.7\tWij bouwen")) == [[["1.7", "Wij bouwen"]]]


def test_a_blank_line_ends_a_table_and_the_next_stands_after_a_gap() -> None:
    source = read("a\tb\n\nc\td\n \ne\tf")
    assert told(source) == [[["a", "b"]], [["c", "d"]], [["e", "f"]]]
    assert [block.gap for block in source.blocks] == [False, True, True]


def test_rows_of_blank_cells_begin_and_join_tables_and_are_left_out() -> None:
    source = read("# Kop\n\n\t\t\t\na\tb\n\t\nc\td\n\t\t\nDaarna")
    assert told(source) == ["Kop", [["a", "b"], ["c", "d"]], "Daarna"]
    assert [block.gap for block in source.blocks] == [False, True, True]


def test_a_row_of_blank_cells_by_itself_is_a_gap() -> None:
    source = read("een\n\t\ntwee\n\t\t\t\n")
    assert [(piece.text, piece.gap) for piece in pieces(source)] == [("een", False), ("twee", True)]


def test_a_row_with_one_filled_cell_is_a_row_among_rows_and_text_elsewhere() -> None:
    assert told(read("\tCorporatie A\tCorporatie B\n2026\t12\t\n\t13")) == [
        [["", "Corporatie A", "Corporatie B"], ["2026", "12", ""], ["", "13"]]
    ]
    assert told(read("\tingesprongen tekst\n\tnog meer")) == ["ingesprongen tekst", "nog meer"]
    assert told(read("Geen\t\t\t")) == [[["Geen", "", "", ""]]]


def test_signs_of_lists_and_headings_in_a_row_are_cells() -> None:
    assert told(read("#\tAfspraak\tPartij\n-\t5\t6\n1.\tSloop\t12")) == [
        [["#", "Afspraak", "Partij"], ["-", "5", "6"], ["1.", "Sloop", "12"]]
    ]


def test_a_list_under_a_row_is_no_row() -> None:
    source = read("1.7\tWij doen samen:\n-\tplanten\n•\tbouwen")
    assert told(source) == [[["1.7", "Wij doen samen:"]], "planten", "bouwen"]
    assert [piece.list_kind for piece in pieces(source)] == [ListKind.BULLET] * 2


def test_an_item_indented_by_a_tab_under_a_row_stands_in_its_second_column() -> None:
    source = read("1.7\tWij doen samen:\n\t- planten")
    assert told(source) == [[["1.7", "Wij doen samen:"], ["", "planten"]]]


def test_marks_and_items_in_cells_are_read() -> None:
    source = read(
        "1.7\t<p>→ Wij:</p> <ul> <li>•  planten</li> </ul>\tAlle <b>Gemeente</b> **Zuid**\t"
    )
    found = source.pieces()
    assert [piece.text for piece in found] == ["1.7", "→ Wij:", "planten", "Alle Gemeente Zuid"]
    assert found[2].list_kind is ListKind.BULLET
    assert bold(found[3]) == ["Gemeente", "Zuid"]


def test_a_mark_that_nobody_closed_ends_with_its_cell() -> None:
    found = read("<b>vet\tniet\nniet\tniet").pieces()
    assert [bool(bold(piece)) for piece in found] == [True, False, False, False]


@pytest.mark.parametrize(("cell", "text"), [("- 5", "- 5"), ("-", "-"), ("– 12 %", "– 12 %")])
def test_a_dash_before_a_figure_in_a_cell_stays(cell: str, text: str) -> None:
    assert told(read(f"Saldo\t{cell}")) == [[["Saldo", text]]]


def test_a_row_of_tags_only_stands_before_its_table() -> None:
    source = read("a\tb\n<p></p>\t<p> </p>\nc\td")
    assert told(source) == ["<p></p> <p> </p>", [["a", "b"], ["c", "d"]]]
    assert [piece.line for piece in source.pieces()] == [1, 0, 0, 2, 2]


def test_a_row_of_nothing_that_can_be_shown_is_accounted_for() -> None:
    assert told(read("\u200b\t\u200b\n")) == ["\ufffd"]


def test_a_table_with_pipes_has_its_head_and_keeps_the_line_under_it() -> None:
    source = read(
        "Vooraf\n\n| Nr | Afspraak |\n|:---|---:|\n| 1.1 | **Wij** bouwen<br>snel |\n| 1.2 | |\n\nNa"
    )
    assert told(source) == [
        "Vooraf", "|:---|---:|",
        [["Nr", "Afspraak"], ["1.1", "Wij bouwen\nsnel"], ["1.2", ""]], "Na",
    ]  # fmt: skip
    assert (table(source).heads, table(source).gap) == (1, True)
    assert len(source.lines) == 6


def test_pipes_at_the_ends_may_be_missing_when_there_is_a_line_under_the_heads() -> None:
    assert told(read("Nr | Afspraak\n--- | ---\n1 | bouwen\n2 | slopen\ntekst")) == [
        "--- | ---", [["Nr", "Afspraak"], ["1", "bouwen"], ["2", "slopen"]], "tekst",
    ]  # fmt: skip


def test_rows_with_pipes_at_their_ends_are_a_table_without_a_head_too() -> None:
    source = read("| a | b |\n| c | d |")
    assert told(source) == [[["a", "b"], ["c", "d"]]]
    assert table(source).heads is None


def test_a_frame_of_signs_is_a_table() -> None:
    source = read("+----+-----+\n| Nr | Wat |\n+====+=====+\n| 1  | huis|\n+----+-----+")
    assert told(source)[-1] == [["Nr", "Wat"], ["1", "huis"]]
    assert len(source.lines) == 5


@pytest.mark.parametrize("text", ["wonen | zorg | leefbaarheid", "a|b\nc|d", "| los", "x || y"])
def test_a_pipe_in_a_line_makes_no_table(text: str) -> None:
    assert told(read(text)) == text.split("\n")


def test_an_escaped_pipe_is_text_and_a_row_of_blank_cells_is_kept_as_it_stands() -> None:
    assert told(read("| a \\| b | c |\n|   |   |")) == ["| | |", [["a | b", "c"]]]


def test_a_million_tabs_in_a_line_are_a_row() -> None:
    (row,) = table(read("a" + "\t" * 1_000_000 + "b")).rows
    assert len(row.cells) == 1_000_001
    assert row.cells[-1].text == "b"
