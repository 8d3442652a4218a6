"""What stands around the running text of a Word file: notes, headers and footers."""

from collections.abc import Iterator

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_drafts import (
    HEADER,
    Flow,
    Paragraph,
    once_each,
    paragraphs_of,
)
from prestatie_desktop.importing.readers.word_blocks import BlockReader, Document
from prestatie_desktop.importing.readers.word_names import W
from prestatie_desktop.importing.readers.word_parts import WordParts

_SORTS = {"footnote": "voetnoot", "endnote": "eindnoot"}


def notes(parts: WordParts, document: Document) -> Iterator[Flow]:
    """The notes that the text calls, in that order."""
    for sort, word in _SORTS.items():
        bodies = _notes_of(parts.first(sort + "s"), sort)
        called = [each for each in document.notes if each.sort == sort and each.id in bodies]
        for number, (_, note_id, change) in enumerate(called, 1):
            if note_id in bodies:
                reader = BlockReader(document, f"{word} {number}")
                yield from paragraphs_of(reader.read(bodies.pop(note_id), change))


def headers_and_footers(parts: WordParts, document: Document) -> Iterator[Paragraph]:
    """What is printed above and below pages, each text once."""
    roots = (*parts.others.get("header", ()), *parts.others.get("footer", ()))
    return once_each(flow for root in roots for flow in BlockReader(document, HEADER).read(root))


def _notes_of(root: _Element | None, sort: str) -> dict[str, _Element]:
    """Notes by their id, without the rules that are drawn above them."""
    found = [] if root is None else root.findall(W + sort)
    return {
        each.get(W + "id", ""): each for each in found if each.get(W + "type", "normal") == "normal"
    }
