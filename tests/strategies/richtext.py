"""Hypothesis strategies for rich text, for every test that needs some."""

from hypothesis import strategies as st

from prestatie_desktop.domain.richtext import Block, ListKind, RichText, Run, normalise, to_html

_WORDS = [
    "woningen",
    "ruim 480",
    "m",
    "2",
    "vet ",
    " ",
    "    ",
    "\n",
    "€ 10\u00a0000",
    "<b>",
    "&amp;",
    "> geen citaat",
    "e",
    "\u0301",
    "ë–≥→",
    "😀",
    "- ",
    "1. ",
    '"',
    "\t",
    "\u2028",
    "\ufeff",
    "\x00",
]

characters = st.sampled_from("ab \n<>&é€•") | st.integers(0, 0x10FFFF).map(chr)
"""Any character at all, halves of characters too, without the slow start of hypothesis' own."""

texts = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=4).map("".join),
    st.text(characters, max_size=12),
)

runs = st.builds(
    Run,
    text=texts,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    superscript=st.booleans(),
    subscript=st.booleans(),
    link=st.none() | st.sampled_from(["a1", "item-2", "01J:x.y", '"><script>', ""]),
)

blocks = st.builds(
    Block,
    runs=st.lists(runs, max_size=4).map(tuple),
    list_kind=st.none() | st.sampled_from(ListKind),
    level=st.integers(-1, 12),
    number=st.none() | st.integers(-1, 30) | st.integers(9_990, 10_010),
)

unruly_rich_texts: st.SearchStrategy[RichText] = st.lists(blocks, max_size=6).map(tuple)
"""Any blocks a program could make, not in normal form."""

rich_texts: st.SearchStrategy[RichText] = unruly_rich_texts.map(normalise)
"""Normal rich text."""

html_texts: st.SearchStrategy[str] = rich_texts.map(to_html)
"""Canonical html."""
