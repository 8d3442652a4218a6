"""XML of workbooks, read while it goes by: never a tree of a whole sheet in memory."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Protocol, Union

from lxml.etree import XMLParser, XMLSyntaxError

#: A part of a file, bit by bit.
Pieces = Generator[bytes, None, None]


class BadSheetError(Exception):
    """What was read is not what a spreadsheet holds."""


class Target(Protocol):
    """Is told of everything in an XML document, in order."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text goes by, maybe only the first part of it."""


def stream(pieces: Pieces, target: Target, after_piece: Callable[[], None]) -> None:
    """Tell the target everything. Raises BadSheetError for XML that is broken."""
    # Any: a target need not have everything that a target may have.
    guarded: Any = _Guarded(target)
    # Without entities at all lxml gives "&#38;" for an ampersand in an attribute.
    parser = XMLParser(target=guarded, resolve_entities="internal", no_network=True)
    with closing(pieces):
        try:
            for piece in pieces:
                parser.feed(piece)
                after_piece()
            parser.close()
        except XMLSyntaxError as error:
            raise BadSheetError from error


class _Guarded:
    """A target that accepts no document type: no spreadsheet has one, and it may hide a bomb."""

    def __init__(self, target: Target) -> None:
        self.start, self.end, self.data = target.start, target.end, target.data

    def doctype(self, *_: object) -> None:
        raise BadSheetError

    def close(self) -> None:
        """Needed by the parser."""


@dataclass(slots=True)
class Node:
    """A small element with all that is in it."""

    tag: str
    attributes: Mapping[str, str]
    children: list[Union["Node", str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is, whatever the namespace."""
        return self.tag.rpartition("}")[2]

    def nodes(self) -> Iterator["Node"]:
        """The elements directly in it."""
        return (child for child in self.children if isinstance(child, Node))

    def text(self) -> str:
        """All text in it, at any depth."""
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)


_MOST_NODES = 20_000


class Grower:
    """Makes a small tree of what goes by: what stands in one cell."""

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.root = Node(tag, attributes)
        self._stack = [self.root]
        self._left = _MOST_NODES

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins in it. Raises BadSheetError when there are too many."""
        self._left -= 1
        if self._left < 0:
            raise BadSheetError
        node = Node(tag, attributes)
        self._stack[-1].children.append(node)
        self._stack.append(node)

    def data(self, text: str) -> None:
        """Text goes by."""
        self._stack[-1].children.append(text)

    def end(self) -> bool:
        """An element ends; whether that was the whole."""
        self._stack.pop()
        return not self._stack
