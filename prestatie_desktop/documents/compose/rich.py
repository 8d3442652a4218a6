"""Texts of the dossier as they are printed: references carry the number of today."""

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.richtext import Block, RichText, Run, plain
from prestatie_desktop.domain.richtext_links import as_read


def rich(dossier: Dossier, html: str) -> RichText:
    """A stored text to print."""
    return as_read(dossier, html)


def is_blank(html: str) -> bool:
    """Whether a text says nothing."""
    return not plain(html).strip()


def line(text: str, *, italic: bool = False) -> Block:
    """A paragraph of plain words."""
    return Block(runs=(Run(text=text, italic=italic),))


def first_words(html: str, limit: int = 110) -> str:
    """The beginning of a text on one line: its first sentence, cut between words."""
    text = " ".join(plain(html).split())
    end = text.find(". ")
    sentence = text[: end + 1] if end > 0 else text
    if len(sentence) <= limit:
        return sentence
    return f"{sentence[:limit].rsplit(' ', 1)[0].rstrip(',;:')}…"
