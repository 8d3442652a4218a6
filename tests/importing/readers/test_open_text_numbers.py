"""The numbers that LibreOffice prints before paragraphs and headings."""

from pathlib import Path

import pytest

from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.importing.readers.open_text import read_open_text
from prestatie_desktop.importing.source import Piece
from tests.importing.making_open_text import (
    AUTOMATIC,
    STYLES,
    cell,
    heading,
    items,
    level,
    list_style,
    make_open_text,
    outline,
    paragraph,
    row,
    table,
)

TWO = list_style("L1", level(1, after="."), level(2, shown=2))


def read(tmp_path: Path, body: str, lists: str = TWO, chapters: str = "") -> tuple[Piece, ...]:
    path = make_open_text(
        tmp_path / "b.odt", body, automatic=AUTOMATIC + lists, styles=STYLES + chapters
    )
    return read_open_text(path, "b.odt").pieces()


def labels(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.label for piece in pieces]


def nested(text: str, *inner: str) -> str:
    """An item with a list inside it."""
    return paragraph(text) + items(*inner)


def test_numbers_go_past_nine_and_start_again_in_each_chapter(tmp_path: Path) -> None:
    body = items(nested("Een", *"abcdefghij"), nested("Twee", "k", "l"), style="L1")
    assert labels(read(tmp_path, body)) == [
        "1.", *[f"1.{number}" for number in range(1, 11)], "2.", "2.1", "2.2",
    ]  # fmt: skip


def test_chapters_are_numbered_by_the_outline(tmp_path: Path) -> None:
    body = (
        heading("Wonen") + heading("Bouwen", 2) + heading("Voorwoord", 1, style="P5")
        + heading("Zonder", 1, 'text:is-list-header="true"') + heading("Slopen", 2)
        + heading("Zorg", 1) + heading("Thuis", 2)
        + heading("Nieuw begin", 1, 'text:restart-numbering="true" text:start-value="7"')
    )  # fmt: skip
    pieces = read(tmp_path, body, chapters=outline(level(1), level(2, shown=2)))
    assert labels(pieces) == ["1", "1.1", "", "", "1.2", "2", "2.1", "7"]
    assert {piece.list_kind for piece in pieces} == {None}


def test_headings_that_nobody_numbers_have_no_number(tmp_path: Path) -> None:
    unnumbered = outline(level(1, "", more='loext:num-list-format="%1%"'))
    assert labels(read(tmp_path, heading("Wonen"), chapters=unnumbered)) == [""]
    assert labels(read(tmp_path, heading("Wonen"))) == [""]


def test_a_heading_in_a_list_has_the_number_of_the_list(tmp_path: Path) -> None:
    body = items(heading("Wonen"), style="L1") + items(
        items(heading("Bouwen", 2)), style="L1", more='text:continue-numbering="true"'
    )
    pieces = read(tmp_path, body)
    assert labels(pieces) == ["1.", "1.1"]
    assert [(piece.heading, piece.list_kind) for piece in pieces] == [(1, None), (2, None)]


@pytest.mark.parametrize(
    ("sort", "more", "expected"),
    [
        ("1", "", ["1", "2"]),
        ("a", "", ["a", "b"]),
        ("A", "", ["A", "B"]),
        ("i", "", ["i", "ii"]),
        ("I", "", ["I", "II"]),
        ("", "", ["", ""]),
        ("1", 'text:start-value="9"', ["9", "10"]),
        ("a", 'text:start-value="26"', ["z", "aa"]),
        ("a", 'text:start-value="27" style:num-letter-sync="true"', ["aa", "bb"]),
        ("a", 'text:start-value="27"', ["aa", "ab"]),
        ("1", 'style:num-prefix="Artikel "', ["Artikel 1", "Artikel 2"]),
        ("1", 'loext:num-list-format="Lid %1%)" style:num-prefix="x"', ["Lid 1)", "Lid 2)"]),
    ],
)
def test_every_sort_of_number(tmp_path: Path, sort: str, more: str, expected: list[str]) -> None:
    style = list_style("L1", level(1, sort, more=more))
    assert labels(read(tmp_path, items("x", "y", style="L1"), style)) == expected


def test_each_level_is_printed_in_its_own_sort(tmp_path: Path) -> None:
    style = list_style(
        "L1", level(1), level(2, shown=2), level(3, "a", shown=3, after=")"), level(4, "I")
    )
    body = items(nested("1", paragraph("2") + items(paragraph("3") + items("4", "5"))), style="L1")
    assert labels(read(tmp_path, body, style)) == ["1", "1.1", "1.1.a)", "I", "II"]


def test_a_level_of_bullets_leaves_no_dot_behind(tmp_path: Path) -> None:
    style = list_style(
        "L1",
        '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>',
        level(2, shown=2, after="."),
    )
    assert labels(read(tmp_path, items(nested("x", "y"), style="L1"), style)) == ["", "1."]


@pytest.mark.parametrize(
    ("sort", "after", "kind"),
    [("1", ".", ListKind.DECIMAL), ("a", ")", ListKind.LETTER), ("i", ".", None),
     ("1", "e lid", None)],
)  # fmt: skip
def test_a_plain_list_has_its_number_as_a_list_too(
    tmp_path: Path, sort: str, after: str, kind: ListKind | None
) -> None:
    style = list_style("L1", level(1, sort, after=after))
    second = read(tmp_path, items("x", "y", style="L1"), style)[1]
    assert (second.list_kind, second.number) == (kind, 2 if kind else None)


def test_a_list_without_a_style_has_bullets(tmp_path: Path) -> None:
    pieces = read(tmp_path, items(nested("x", "y")))
    assert [(piece.list_kind, piece.level) for piece in pieces] == [("bullet", 1), ("bullet", 2)]


def test_a_list_goes_on_only_where_it_says_so(tmp_path: Path) -> None:
    goes_on = 'text:continue-numbering="true"'
    body = (
        items("a", "b", style="L1") + paragraph("tussen") + items("c", style="L1", more=goes_on)
        + items("d", style="L1")
    )  # fmt: skip
    assert labels(read(tmp_path, body)) == ["1.", "2.", "", "3.", "1."]


def test_a_list_may_go_on_with_one_further_back(tmp_path: Path) -> None:
    body = (
        items("a", "b", style="L1", more='xml:id="list11"')
        + items("x", style="L1", more='xml:id="list22"')
        + items("c", style="L1", more='xml:id="list33" text:continue-list="list11"')
        + items("d", style="L1", more='text:continue-list="list33"')
        + items("y", style="L1", more='text:continue-list="list22"')
    )
    assert labels(read(tmp_path, body)) == ["1.", "2.", "1.", "3.", "4.", "2."]


def test_a_list_within_a_list_goes_on_after_a_paragraph_in_between(tmp_path: Path) -> None:
    body = (
        items(nested("Een", "a", "b"), style="L1")
        + paragraph("tussen")
        + items(items("c"), style="L1", more='text:continue-numbering="true"')
    )
    assert labels(read(tmp_path, body)) == ["1.", "1.1", "1.2", "", "1.3"]


def test_an_item_may_ask_for_a_number_and_may_have_none(tmp_path: Path) -> None:
    body = (
        '<text:list text:style-name="L1">'
        f"<text:list-header>{paragraph('kop')}</text:list-header>"
        f'<text:list-item text:start-value="5">{paragraph("x")}{paragraph("vervolg")}'
        f"</text:list-item><text:list-item>{paragraph('y')}</text:list-item></text:list>"
    )
    pieces = read(tmp_path, body)
    assert labels(pieces) == ["", "5.", "", "6."]
    assert [piece.list_kind for piece in pieces] == [None, "decimal", None, "decimal"]


def test_a_cell_with_nothing_but_its_number_has_that_as_text(tmp_path: Path) -> None:
    def number(more: str) -> str:
        return cell(items(paragraph(), style="L1", more=more))

    body = table(row(number('xml:id="l1"'), "Bouwen"), row(number('text:continue-list="l1"'), "x"))
    assert [piece.text for piece in read(tmp_path, body)] == ["1.", "Bouwen", "2.", "x"]


@pytest.mark.parametrize(
    "odd",
    ['text:level="99"', 'text:level="-1"', 'text:level="x"', 'text:display-levels="99"',
     'text:start-value="99999999999999"', 'loext:num-list-format="%0%%99%%"'],
)  # fmt: skip
def test_nonsense_in_a_list_style_is_no_reason_to_stop(tmp_path: Path, odd: str) -> None:
    style = list_style("L1", f'<text:list-level-style-number {odd} style:num-format="a"/>')
    assert [piece.text for piece in read(tmp_path, items("x", style="L1"), style)] == ["x"]
