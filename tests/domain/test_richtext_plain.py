import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.richtext import (
    Block,
    RichTextError,
    allowed_text,
    first_sentence,
    from_plain,
    is_blank,
    length,
    letters,
    links,
    marker,
    plain,
)
from tests.strategies.richtext import characters, html_texts


def test_plain_text_has_a_line_per_paragraph_and_a_marker_per_item() -> None:
    html = (
        "<p>Kop</p><ul><li>x</li></ul>"
        '<ol start="3"><li>c<ol type="a"><li>d</li></ol></li></ol><p>a<br/>b</p>'
    )
    assert plain(html) == "Kop\n• x\n3. c\na. d\na\nb"


def test_a_paragraph_has_no_marker() -> None:
    assert marker(Block()) == ""


@pytest.mark.parametrize(("number", "text"), [(1, "a"), (26, "z"), (27, "aa"), (703, "aaa")])
def test_letters_go_on_after_z(number: int, text: str) -> None:
    assert letters(number) == text


@given(st.text(alphabet="ab\n <&•1. é€"))
def test_plain_text_comes_back_as_it_was(text: str) -> None:
    assert plain(from_plain(text)) == allowed_text(text)


@given(st.text(characters))
def test_any_plain_text_becomes_canonical_html(text: str) -> None:
    assert isinstance(plain(from_plain(text)), str)


@given(html_texts)
def test_length_counts_the_characters_of_the_plain_text(html: str) -> None:
    assert length(html) == len(plain(html))


@pytest.mark.parametrize("html", ["", "<p></p><p> </p>", "<ul><li>\u00a0</li></ul>"])
def test_a_text_without_anything_to_read_is_blank(html: str) -> None:
    assert is_blank(html)


def test_a_text_with_a_word_is_not_blank() -> None:
    assert not is_blank("<p></p><ul><li>a</li></ul>")


def test_links_are_listed_once_in_order_of_reading() -> None:
    html = (
        '<p><a href="item:b">x</a> <a href="item:a">y</a></p><p><a href="item:b"><b>z</b></a></p>'
    )
    assert links(html) == ("b", "a")


def test_plain_text_of_something_else_is_refused() -> None:
    with pytest.raises(RichTextError):
        plain("<div>x</div>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("<p> </p><p>Wij bouwen.</p>", "Wij bouwen."),
        ("<p>Wij bouwen. Wij slopen.</p>", "Wij bouwen."),
        ("<p>Wij bouwen ca. 480 woningen. Daarna niet.</p>", "Wij bouwen ca. 480 woningen."),
        ("<p>Dhr. De Wit bouwt. Klaar</p>", "Dhr. De Wit bouwt."),
        ("<p>Bouwbedrijf B.V. De Wit bouwt</p>", "Bouwbedrijf B.V. De Wit bouwt"),
        ("<p>Bouwt u? Élke dag</p>", "Bouwt u?"),
        ("<p>Regel een<br/>en  twee</p>", "Regel een en twee"),
        ("<ul><li>Eerste punt</li></ul>", "Eerste punt"),
    ],
)
def test_the_first_sentence_is_on_one_line(html: str, expected: str) -> None:
    assert first_sentence(html) == expected


def test_a_long_first_sentence_is_cut_between_words() -> None:
    assert first_sentence("<p>Wij bouwen, slopen en renoveren</p>", 18) == "Wij bouwen…"


def test_one_very_long_word_is_cut_inside() -> None:
    assert first_sentence("<p>woningbouwvereniging</p>", 10) == "woningbou…"


@given(html_texts, st.integers(1, 20))
def test_the_first_sentence_is_never_longer_than_asked(html: str, limit: int) -> None:
    assert len(first_sentence(html, limit)) <= limit
