"""What somebody copied from a page, a document or a sheet."""

import re

from prestatie_desktop.importing.readers.html import read_html
from prestatie_desktop.importing.readers.text import read_text
from prestatie_desktop.importing.source import Form, Source

_NAME = "Klembord"
_STRUCTURE = re.compile(r"<(?:table|p|li|h[1-6])(?=[\s/>])", re.IGNORECASE)
_LETTER = re.compile(r"[^\W_]")


def clipboard_source(html: str | None, text: str) -> Source:
    """Read the clipboard: its html when that has tables, lists or paragraphs, else its text.

    An editor puts text in colours on the clipboard too; that html knows less than the text itself.
    """
    if html and _STRUCTURE.search(html):
        source = read_html(html, _NAME, Form.CLIPBOARD)
        if _letters(source) >= len(_LETTER.findall(text)) * 0.9:
            return source
    return read_text(text or html or "", _NAME, Form.CLIPBOARD)


def _letters(source: Source) -> int:
    return sum(len(_LETTER.findall(f"{piece.label}{piece.text}")) for piece in source.pieces())
