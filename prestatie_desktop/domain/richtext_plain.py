"""Rich text as plain text, for lists, search and counting."""

import re

from prestatie_desktop.domain.richtext_html import parse, to_html
from prestatie_desktop.domain.richtext_normal import allowed_text
from prestatie_desktop.domain.richtext_values import Block, ListKind, RichText, Run

ELLIPSIS = "…"
_SENTENCE_END = re.compile(r"(\S+)[.!?…](?=\s+[^\W\d_a-zß-ÿ]|$)")
_ABBREVIATIONS = re.compile(
    r"afd|art|bijv|blz|ca|cf|dhr|drs?|enz|etc|evt|excl|fam|gem|incl|ing|ir|jl|max|mevr|min|mr|mw"
    r"|nl|nrs?|prof|resp|sr|st|tel|vgl",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]|.*\..*")


def plain(html: str) -> str:
    """Return the text: a line per paragraph, list items after "• ", "1. " or "a. ".

    Raises RichTextError when `html` is not canonical.
    """
    return plain_text(parse(html))


def plain_text(blocks: RichText) -> str:
    """Return the text of these blocks, as `plain` does."""
    return "\n".join(marker(block) + block.text for block in blocks)


def marker(block: Block) -> str:
    """Return what stands before a list item, blank included; nothing before a paragraph."""
    if block.list_kind is None:
        return ""
    if block.list_kind is ListKind.BULLET:
        return "• "
    number = block.number or 1
    return f"{letters(number) if block.list_kind is ListKind.LETTER else number}. "


def letters(number: int) -> str:
    """Return the letter of an item: 1 is a, 26 is z, 27 is aa."""
    text = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) + text
    return text


def from_plain(text: str) -> str:
    """Return the canonical html of plain text: every line a paragraph, nothing interpreted."""
    if not text:
        return ""
    return to_html(tuple(Block(runs=(Run(text=line),)) for line in allowed_text(text).split("\n")))


def is_blank(html: str) -> bool:
    """Return whether there is nothing to read; empty list items count as nothing."""
    return not any(block.text.strip() for block in parse(html))


def length(html: str) -> int:
    """Return the number of characters of the plain text."""
    return len(plain(html))


def links(html: str) -> tuple[str, ...]:
    """Return the ids of the items this text points to, each once, in order of reading."""
    found = (run.link for block in parse(html) for run in block.runs)
    return tuple(dict.fromkeys(link for link in found if link is not None))


def first_sentence(html: str, limit: int = 80) -> str:
    """Return the first sentence on one line in at most `limit` characters, cut between words."""
    for block in parse(html):
        if line := " ".join(block.text.split()):
            return shortened(_sentence(line), limit)
    return ""


def shortened(line: str, limit: int) -> str:
    """Return the line in at most `limit` characters (at least 1), with an ellipsis if cut."""
    if len(line) <= limit:
        return line
    room = line[:limit]
    words = room.rpartition(" ")[0].rstrip(" ,;:.–-")
    return (words or room[: limit - 1]) + ELLIPSIS


def _sentence(line: str) -> str:
    for end in _SENTENCE_END.finditer(line):
        word = end[1].lstrip("(‘“'\"")
        if not _ABBREVIATIONS.fullmatch(word) and not _INITIALS.fullmatch(word):
            return line[: end.end()]
    return line
