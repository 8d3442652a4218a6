"""The tags, marks and entities within a line: those of HTML, and those of Markdown."""

import re
from functools import lru_cache
from html import unescape
from html.entities import html5

from prestatie_desktop.domain.richtext_tags import tags_and_text
from prestatie_desktop.importing.readers.text_emphasis import Token, emphasised

_NAMES = (
    "b|strong|i|em|u|sup|sub|br|span|font|small|big|ins|s|strike|mark|code"
    "|p|ul|ol|li|div|h[1-6]|hr|pre|center|blockquote|img"
)
_TABLE_NAMES = "table|thead|tbody|tfoot|tr|td|th|caption|col|colgroup"
_ATTRIBUTE = r"""\s++[\w:-]++\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=]++)"""
_TAG = re.compile(
    rf"(?<!\\)<(?:/(?:{_NAMES}|a)\s*|(?:{_NAMES})(?>(?:{_ATTRIBUTE})*)\s*+/?"
    rf"|a(?>(?:{_ATTRIBUTE})+)\s*+"
    rf"|/?(?:{_TABLE_NAMES})(?=[\s/>])[^<>]*|!--[^<>]*--)>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([a-zA-Z][a-zA-Z0-9]{1,31}));")


def tokens(text: str) -> list[Token]:
    """The tags in a line and the text between them; what is no known tag is text."""
    if "<" not in text:
        return [text]
    found: list[Token] = []
    at = 0
    for tag in _TAG.finditer(text):
        found += [text[at : tag.start()], *_parsed(tag[0])]
        at = tag.end()
    return [token for token in [*found, text[at:]] if token != ""]


def marked(lines: list[list[Token]]) -> list[list[Token]]:
    """The lines of a paragraph with the marks of Markdown as tags, and entities as they are read."""
    return [[_decoded(token) for token in line] for line in emphasised(lines)]


@lru_cache(maxsize=1024)
def _parsed(tag: str) -> tuple[Token, ...]:
    return tuple(tags_and_text(tag))


def _decoded(token: Token) -> Token:
    return _ENTITY.sub(_character, token) if isinstance(token, str) and "&" in token else token


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    return unescape(entity[0]) if name is None else html5.get(f"{name};", entity[0])
