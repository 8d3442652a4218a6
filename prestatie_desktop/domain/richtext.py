"""Rich text: the wording of an agreement, with bold, lists and references to other items.

Stored as a small HTML subset with one spelling: p, ul, ol (type a, start), li, b, i, u, sup, sub,
br and a (href "item:ID"). In memory it is a tuple of blocks, each with runs of equally marked text.
"""

from prestatie_desktop.domain.richtext_html import parse, to_html
from prestatie_desktop.domain.richtext_normal import LINK_ID, allowed_text, marks, normalise
from prestatie_desktop.domain.richtext_plain import (
    first_sentence,
    from_plain,
    is_blank,
    length,
    letters,
    links,
    marker,
    plain,
    plain_text,
    shortened,
)
from prestatie_desktop.domain.richtext_values import (
    MAX_LEVEL,
    MAX_NUMBER,
    Block,
    ListKind,
    RichText,
    RichTextError,
    Run,
)

MAX_TEXT = 100_000
"""Most characters of plain text in one item."""

__all__ = [
    "LINK_ID",
    "MAX_LEVEL",
    "MAX_NUMBER",
    "MAX_TEXT",
    "Block",
    "ListKind",
    "RichText",
    "RichTextError",
    "Run",
    "allowed_text",
    "first_sentence",
    "from_plain",
    "is_blank",
    "length",
    "letters",
    "links",
    "marker",
    "marks",
    "normalise",
    "parse",
    "plain",
    "plain_text",
    "shortened",
    "to_html",
]
