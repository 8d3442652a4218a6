from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.words.workbook.texts import (
    continued,
    continues,
    escaped,
    pieces,
    unescaped,
    visible,
)

any_text = st.text(
    st.sampled_from("ab_x0041F5_\n\r\t😀\x00\ud800é ") | st.characters(), max_size=60
)


@given(any_text, st.integers(2, 9))
def test_pieces_are_the_text_again_and_none_is_too_long(text: str, most: int) -> None:
    found = pieces(text, most)
    assert "".join(found) == text
    assert all(len(p.encode("utf-16-le", "surrogatepass")) // 2 <= most for p in found)


def test_a_character_of_two_units_is_never_cut() -> None:
    assert pieces("😀😀😀", 3) == ["😀", "😀", "😀"]


@given(any_text)
def test_an_escaped_text_is_the_text_again(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_what_spreadsheets_take_for_a_character_is_escaped() -> None:
    assert escaped("_x000D_ en _x00_") == "_x005F_x000D_ en _x00_"


@given(any_text)
def test_what_is_visible_can_be_written_and_stays_so(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert visible(shown) == shown
    assert not set(shown) & set("\x00\x0b\r\ud800\ufffe\uffff")


def test_line_breaks_are_one_and_the_same() -> None:
    assert visible("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_the_columns_in_which_one_goes_on_name_it() -> None:
    titles = [continued("Tekst", n) for n in range(3)]
    assert titles == ["Tekst", "Tekst (vervolg)", "Tekst (vervolg 2)"]
    assert [continues(title) for title in titles] == [("Tekst", 0), ("Tekst", 1), ("Tekst", 2)]
    assert continues("Tekst (vervolg 1)") == ("Tekst (vervolg 1)", 0)
