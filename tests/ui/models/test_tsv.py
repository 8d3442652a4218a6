import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.errors import UserError
from prestatie_desktop.ui.models.tsv import from_tsv, to_tsv

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=12)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_is_copied_is_pasted_again(rows: list[list[str]]) -> None:
    wide = max(map(len, rows))
    block = [row + ["x"] * (wide - len(row)) for row in rows]
    assert from_tsv(to_tsv(block)) == block


@given(st.text(max_size=60))
def test_any_text_is_some_cells(text: str) -> None:
    block = from_tsv(text)
    assert block
    assert all(row for row in block)


def test_a_spreadsheet_puts_quotes_around_cells_with_line_ends() -> None:
    assert from_tsv('"Kerk\nveld"\t"zeg ""ja"""\r\nZuid\t3\r\n') == [
        ["Kerk\nveld", 'zeg "ja"'],
        ["Zuid", "3"],
    ]


def test_a_sign_for_inches_is_no_quote() -> None:
    assert from_tsv('5" buis\t"half\n3') == [['5" buis', '"half'], ["3"]]


def test_a_single_line_end_is_no_empty_row() -> None:
    assert from_tsv("a\n") == [["a"]]
    assert from_tsv("\n") == [[""]]


def test_two_million_cells_are_refused_with_a_sentence() -> None:
    with pytest.raises(UserError, match=r"2\.000\.000 cellen.*niets gewijzigd"):
        from_tsv("\n".join(["\t".join(["1"] * 200)] * 10_000))
