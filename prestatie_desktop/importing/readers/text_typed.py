"""Typed lines: headings, list items and paragraphs, and the tags that stand among them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from prestatie_desktop.domain.richtext import MAX_LEVEL, ListKind
from prestatie_desktop.domain.richtext_markers import typed_marker
from prestatie_desktop.importing.readers.html_follower import Follower
from prestatie_desktop.importing.readers.html_runs import literal
from prestatie_desktop.importing.readers.text_emphasis import Token
from prestatie_desktop.importing.readers.text_gathering import TextGatherer
from prestatie_desktop.importing.readers.text_inline import marked, tokens
from prestatie_desktop.importing.readers.text_lines import HEADING, Line
from prestatie_desktop.importing.source import Block

_UNDERLINE = re.compile(r" {0,3}(?:(={3,})|-{3,})\s*")
_FENCE = re.compile(r"\s*+(?:`{3,}|~{3,})\s*+[\w-]*+\s*+")
_WORD = re.compile(r"[^\W_]")


class _Typed(NamedTuple):
    """A line and what it is."""

    line: Line
    #: The line without the sign of a heading or a list item.
    text: str
    #: Fields of `Piece`; None when it carries no text for a reader.
    more: dict[str, Any] | None

    @property
    def is_plain(self) -> bool:
        """Whether it goes on with the paragraph before it."""
        return self.more == {}


class Indents:
    """How deep list items stand, by their indents; gaps between items do not end a list."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def level(self, indent: int) -> int:
        """The level of an item, from 1."""
        while self._open and self._open[-1] > indent:
            self._open.pop()
        if not self._open or self._open[-1] < indent:
            self._open.append(indent)
        return len(self._open)

    def clear(self) -> None:
        """The list has ended."""
        self._open.clear()


def read_typed(lines: list[Line], gatherer: TextGatherer, indents: Indents) -> list[Block]:
    """Read typed lines without a gap between them."""
    follower = Follower(gatherer.piece, hides=False)
    for paragraph in _paragraphs(_typed(lines, indents)):
        follower.close_marks()
        texts = marked([tokens(typed.text) for typed in paragraph])
        for typed, text in zip(paragraph, texts, strict=True):
            _follow(typed, text, follower, gatherer)
    return follower.finish()


def read_tags(lines: list[Line], gatherer: TextGatherer) -> list[Block]:
    """Read a table of HTML over lines; markers of lists and headings mean nothing in it."""
    follower = Follower(gatherer.piece, hides=False)
    for line in lines:
        _follow(_Typed(line, line.text, {}), marked([tokens(line.text)])[0], follower, gatherer)
    return follower.finish()


def _follow(typed: _Typed, text: list[Token], follower: Follower, gatherer: TextGatherer) -> None:
    gatherer.begin(typed.line)
    if typed.line.gap:
        follower.blank()
    made = follower.made
    if typed.more:
        follower.begin(**typed.more)
    if typed.more is not None:
        for token in text:
            follower.take(token)
        follower.end_paragraph()
    if follower.made == made:
        follower.aside(literal(typed.line.text))


def _typed(lines: list[Line], indents: Indents) -> Iterator[_Typed]:
    before: _Typed | None = None
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        before = _read(line, below, before, indents)
        yield before


def _read(line: Line, below: Line | None, before: _Typed | None, indents: Indents) -> _Typed:
    if not _WORD.search(line.text) or _FENCE.fullmatch(line.text):
        return _Typed(line, line.text, None)
    if heading := HEADING.match(line.text):
        return _Typed(line, _unclosed(line.text[heading.end() :]), {"heading": len(heading[1])})
    item = typed_marker(line.text)
    if item and item[0].kind is ListKind.BULLET:
        level = min(indents.level(item[1]), MAX_LEVEL)
        return _Typed(line, line.text[item[2] :], {"list_kind": ListKind.BULLET, "level": level})
    if not line.text[0].isspace():
        indents.clear()
    begins = before is None or not before.is_plain
    heading_by = _underlined(below) if begins and below else 0
    return _Typed(line, line.text, {"heading": heading_by} if heading_by else {})


def _unclosed(heading: str) -> str:
    """The heading without the signs that may close it."""
    rest = heading.rstrip().rstrip("#")
    return rest if rest[-1:].isspace() else heading


def _underlined(below: Line) -> int:
    """Which heading the line below makes of a line; 0 for none."""
    found = _UNDERLINE.fullmatch(below.text)
    return 0 if found is None else 1 if found[1] else 2


def _paragraphs(lines: Iterable[_Typed]) -> Iterator[list[_Typed]]:
    paragraph: list[_Typed] = []
    for typed in lines:
        if paragraph and not typed.is_plain:
            yield paragraph
            paragraph = []
        paragraph.append(typed)
    if paragraph:
        yield paragraph
