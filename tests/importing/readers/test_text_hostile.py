"""Any text at all: nothing is lost, every line is accounted for, and time stays bounded."""

import re
import unicodedata
from collections import Counter
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prestatie_desktop.importing.readers.text import read_text
from tests.importing.patience import PATIENCE
from tests.importing.readers.reading_text import assert_is_accounted_for
from tests.strategies.richtext import characters

SNIPPETS = [
    "woningen", "1.7", "\t", "\t\t", "\n", "\n\n", " ", "- ", "•\t", "# ", "**", "*", "_", "__", "|",
    "|---|---|", "---", "===", "<p>", "</p>", "<b>", "</b>", "<ul><li>", "</li>", "</ul>", "<table>",
    "<tr><td>", "</td>", "</table>", "<td colspan=3>", "<br>", "<sup>e</sup>", "&amp;", "&#8364;",
    "<hoek>", "< 5", "\f", "\r\n", "\\", "\\*", "[", "](", "](https://x.nl)", "\u00a0", "\u200b", "\x00",
    "\u2028", "e\u0301", "ë", "€", "```", "<!-- x -->", "1.\t", "<h2>", "<ol start=2>", "<hr>", "<del>",
    '<span style="mso-list:Ignore">', '<p style="display:none">', "+---+", "\x85", "\v", "\ud800",
]  # fmt: skip
texts = st.lists(st.sampled_from(SNIPPETS), max_size=25).map("".join) | st.text(
    characters, max_size=40
)
TAG = re.compile(r"<[^<>\n\r]*>|\]\([^)\n\r]*\)|&#?\w+;")
WORD = re.compile(r"[^\W_]+")


def letters(text: str) -> str:
    """Letters and digits without their accents, which may join the letter before a tag."""
    return "".join(WORD.findall(unicodedata.normalize("NFKD", text)))


@given(texts)
@example("<table>\nwoningen\n</table>woningen\t1.7")
@example("a\n<td>\n\t\n</table>")
@settings(max_examples=400)
def test_every_line_is_a_line_with_a_piece_and_no_word_is_lost(text: str) -> None:
    source = read_text(text, "x")
    assert_is_accounted_for(source)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert len(source.lines) == len([line for line in lines if line.strip()])
    read = Counter(letters(" ".join(piece.text for piece in source.pieces())))
    assert Counter(letters(TAG.sub(" ", text))) <= read


@given(
    st.lists(
        st.sampled_from(["woning", "huur", "zorg", "ë", "12", "\t", "\n", "- ", "# ", "* ", " "])
    )
)
def test_words_keep_their_order_and_their_number(parts: list[str]) -> None:
    text = "".join(parts)
    source = read_text(text, "x")
    read = [WORD.findall(piece.text) for piece in source.pieces()]
    assert [word for words in read for word in words] == WORD.findall(text)


@pytest.mark.parametrize(
    "text",
    [
        "<b>" * 100_000 + "x", "<ul><li>" * 100_000 + "x", "<table><tr><td>" * 50_000 + "x</table>",
        "<p>" * 100_000 + "x", "**a " * 50_000, "*a _b [c](d " * 30_000, "[" * 300_000,
        "|" * 300_000, "|-" * 300_000, "<!--" * 100_000, "<p a= " * 100_000, "&#" * 200_000,
        "# a" + " " * 500_000 + "x", "```" + " " * 500_000 + "a!", "<p" + " " * 500_000, "_" * 500_000,
        "<table>\n" + "<tr><td colspan=1000 rowspan=1000>x</td></tr>\n" * 5_000 + "</table>",
        "a\f" * 20_000, "\t\n" * 100_000, "a\n---\n" * 20_000, "\\" * 300_000, "<table>\n" * 20_000,
    ],
    ids=lambda text: ascii(text[:12]),
)  # fmt: skip
def test_a_text_made_to_hurt_takes_no_longer_than_another_of_its_size(text: str) -> None:
    begin = process_time()
    source = read_text(text, "x")
    assert process_time() - begin < PATIENCE
    assert {piece.line for piece in source.pieces()} == set(range(len(source.lines)))


def test_merged_cells_cannot_fill_the_memory() -> None:
    row = "<tr><td colspan=1000 rowspan=1000>x</td></tr>\n"
    source = read_text("<table>\n" + row * 3_000 + "</table>", "x")
    cells = sum(len(row.cells) for block in source.blocks for row in getattr(block, "rows", ()))
    assert cells < 300_000
