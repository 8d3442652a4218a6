import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.richtext import allowed_text
from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import limits
from prestatie_desktop.importing.readers.csv_sheet import read_csv
from prestatie_desktop.importing.source import Form, Source
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.making_sheets import grids, tables
from tests.importing.patience import PATIENCE


def read(text: str) -> Source:
    return read_csv(text, "bod.csv")


def test_each_filled_cell_is_a_line_with_its_row_and_column() -> None:
    source = read("straat;aantal\nKade;\n\n\nLaan;3\n")

    assert (source.name, source.form, source.notices) == ("bod.csv", Form.SHEETS, ())
    assert grids(source) == [[["straat", "aantal"], ["Kade", ""]], [["Laan", "3"]]]
    assert [table.title for table in tables(source)] == ["", ""]
    assert [(line.text, line.where) for line in source.lines[2:]] == [
        ("Kade", "rij 2, kolom 1"),
        ("Laan", "rij 5, kolom 1"),
        ("3", "rij 5, kolom 2"),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a;b;c\n1;7,5;x\n2;8,5;y", [["a", "b", "c"], ["1", "7,5", "x"], ["2", "8,5", "y"]]),
        ("1,5;2,5\n3,5;4,5", [["1,5", "2,5"], ["3,5", "4,5"]]),
        ("a\tb\n1\tx; y\n2\tz", [["a", "b"], ["1", "x; y"], ["2", "z"]]),
        ("a|b\n1|2", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2\n3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ('a,b\n"x; y, z",2\n3,4', [["a", "b"], ["x; y, z", "2"], ["3", "4"]]),
        ("a, b, c\n1, 2, 3\n4, 5, 6", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]]),
        ("a;b\n1;2;3\n4", [["a", "b", ""], ["1", "2", "3"], ["4", "", ""]]),
        ("enkel;regel;hier", [["enkel", "regel", "hier"]]),
    ],
)
def test_what_parts_the_cells_is_found_by_what_lines_have_in_common(
    text: str, rows: list[list[str]]
) -> None:
    assert grids(read(text)) == [rows]


def test_lines_above_a_table_do_not_hide_what_parts_its_cells() -> None:
    above = "Overzicht van de verkoop\nOpgesteld door de afdeling wonen\nPeildatum 1 januari\n\n"

    assert grids(read(above + "straat;aantal;jaar\nKade;3;2024"))[1][1] == ["Kade", "3", "2024"]


def test_the_first_line_may_say_what_parts_the_cells() -> None:
    source = read("SEP=,\r\na;x,b\r\n1,2\r\n")

    assert grids(source) == [[["a;x", "b"], ["1", "2"]]]
    assert source.lines[0].where == "rij 1, kolom 1"


@pytest.mark.parametrize(
    "text",
    [
        "Dit is een zin, met komma’s.\nEn nog een, met meer, veel meer.\nKort.",
        "Een regel.\nNog een; met puntkomma.\nDerde.\nVierde.",
        "bedrag\n7,5\n8,5\n9,5",
        "alleen dit",
        'Hij zei "ja".',
    ],
)
def test_text_that_is_no_table_is_one_column_as_it_stands(text: str) -> None:
    assert grids(read(text)) == [[[line] for line in text.split("\n")]]


def test_quotes_may_hold_the_delimiter_quotes_and_line_breaks() -> None:
    source = read('straat;tekst\nKade;"een;\r\n\r\nregel ""s"""\nLaan;12" buis\n')

    assert grids(source) == [
        [["straat", "tekst"], ["Kade", 'een;\nregel "s"'], ["Laan", '12" buis']]
    ]
    assert source.lines[3].text == 'een;\nregel "s"'
    assert [p.line for p in source.pieces()] == [0, 1, 2, 3, 3, 4, 5]
    assert source.lines[5].where == "rij 3, kolom 2"


def test_a_quote_that_never_ends_does_not_swallow_the_rest() -> None:
    source = read('a;b\nKade;"nooit dicht\nLaan;x\nPlein;y\n')

    assert grids(source) == [[["a", "b"], ["Kade", '"nooit dicht'], ["Laan", "x"], ["Plein", "y"]]]


@pytest.mark.parametrize("line", ['q";"\n', 'x;"""y\n', 'x;"y\n', '"', '"\n', '"";"a\n'])
def test_quotes_that_never_end_by_the_thousand_stay_quick(line: str) -> None:
    text = "a;b\n" + line * 20_001
    began = time.process_time()

    source = read(text)

    assert time.process_time() - began < PATIENCE
    assert sum(p.text.count("q") for p in source.pieces()) == text.count("q")


def test_cells_are_kept_as_they_are_written() -> None:
    source = read('nr;naam;deel\n007;circa 10;1.10\n="0031";+65;=A1+B1\n')

    assert grids(source)[0][1:] == [["007", "circa 10", "1.10"], ["0031", "+65", "=A1+B1"]]


def test_a_very_long_cell_is_read() -> None:
    long = "woord " * 50_000

    assert read(f'a;b\n1;"{long}"\n').lines[3].text == long.strip()


@pytest.mark.parametrize("text", ["", "\n\n  \n", ";;;\n;;\n", "\0\0", "sep=;"])
def test_text_without_content_has_no_tables(text: str) -> None:
    source = read(text)

    assert (source.blocks, source.lines) == ((), ())


def test_more_cells_or_lines_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_LINES", 10)

    assert len(read("a;b\n" * 5).lines) == 10
    with pytest.raises(UserError, match=r"bod\.csv.*meer dan 10 regels of cellen.*niet gewijzigd"):
        read("a;b;c\n" * 4)
    with pytest.raises(UserError, match="meer dan 10 regels"):
        read("\r" * 11)


def test_whoever_watches_sees_how_far_it_is_and_can_stop() -> None:
    text = "a;b\n" * 2000
    told: list[tuple[str, int, int]] = []

    read_csv(text, "bod.csv", Watch(lambda *all_: told.append(all_)))

    assert [each for each in told if each[0] == "Regels lezen"] == [
        ("Regels lezen", row, 2000) for row in (1, 501, 1001, 1501)
    ]
    with pytest.raises(StoppedError):
        read_csv(text, "bod.csv", Watch(is_stopped=lambda: True))


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=5), min_size=1, max_size=8))
def test_what_a_csv_writer_writes_is_read_back(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    written.write("sep=;\r\n")
    csv.writer(written, delimiter=";").writerows(rows)

    texts = [line.text for line in read(written.getvalue()).lines]

    told = [allowed_text(cell) for row in rows for cell in row]
    expected = ["\n".join(t for line in cell.split("\n") if (t := line.strip())) for cell in told]
    assert texts == [cell for cell in expected if cell]


@given(st.text(alphabet='ab,;\t|" \r\n1.=', max_size=60))
def test_any_text_is_read_without_losing_a_letter(text: str) -> None:
    source = read_csv(text, "x.csv")

    letters = sorted(c for c in text if c in "ab1.")
    assert sorted(c for piece in source.pieces() for c in piece.text if c in "ab1.") == letters
