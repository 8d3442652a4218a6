"""What stands around an OpenDocument text: notes, headers and footers."""

from collections.abc import Iterator

from lxml.etree import _Element

from prestatie_desktop.importing.readers.odf_names import OFFICE, STYLE
from prestatie_desktop.importing.readers.office_drafts import (
    HEADER,
    Flow,
    Paragraph,
    once_each,
    paragraphs_of,
)
from prestatie_desktop.importing.readers.open_text_blocks import BlockReader, Document

_SORTS = {"footnote": "voetnoot", "endnote": "eindnoot"}
_AROUND = tuple(
    f"{STYLE}{what}{which}" for which in ("", "-left", "-first") for what in ("header", "footer")
)


def notes(document: Document) -> Iterator[Flow]:
    """The notes in the order in which the text calls them; notes in notes come after those."""
    for sort, word in _SORTS.items():
        number = 0
        for note in document.notes:
            if (note.sort == "endnote") == (sort == "endnote"):
                number += 1
                reader = BlockReader(document, f"{word} {number}")
                yield from paragraphs_of(reader.read(note.body))


def headers_and_footers(styles: _Element, document: Document) -> Iterator[Paragraph]:
    """What is printed above and below pages, each text once."""
    return once_each(_around_pages(styles, document))


def _around_pages(styles: _Element, document: Document) -> Iterator[Flow]:
    for page in styles.iterfind(f"{OFFICE}master-styles/{STYLE}master-page"):
        for each in page.iterchildren(*_AROUND):
            if each.get(STYLE + "display") != "false":
                yield from BlockReader(document, HEADER).read(each)
