"""The paragraphs and tables of an OpenDocument text, in the order of reading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from prestatie_desktop.domain.richtext import MAX_LEVEL
from prestatie_desktop.importing.readers.odf_lists import (
    LEVELS,
    OUTLINE,
    PLAIN,
    CountedList,
    ListStyle,
)
from prestatie_desktop.importing.readers.odf_names import DRAW, OFFICE, SVG, TABLE, TEXT
from prestatie_desktop.importing.readers.odf_styles import ParagraphStyle, Styles
from prestatie_desktop.importing.readers.office_drafts import Flow, Paragraph, bearer, joined
from prestatie_desktop.importing.readers.office_notices import Notices, Unread
from prestatie_desktop.importing.readers.office_numbers import Counted
from prestatie_desktop.importing.readers.office_text import whole
from prestatie_desktop.importing.readers.open_text_changes import Changes
from prestatie_desktop.importing.readers.open_text_inline import (
    PARAGRAPHS,
    InlineReader,
    Note,
    comment_of,
    paragraphs_in,
)
from prestatie_desktop.importing.readers.open_text_lists import Lists, Spot
from prestatie_desktop.importing.readers.open_text_tables import table_flows
from prestatie_desktop.importing.source import Comment

_SKIPPED = {
    TEXT + "tracked-changes",
    TEXT + "sequence-decls",
    TEXT + "variable-decls",
    TEXT + "user-field-decls",
    TEXT + "dde-connection-decls",
    OFFICE + "forms",
    OFFICE + "scripts",
    OFFICE + "annotation-end",
    SVG + "title",
    SVG + "desc",
}
_ITEMS = {TEXT + "list-item", TEXT + "list-header"}
_OBJECTS = {DRAW + "object", DRAW + "object-ole"}
#: What is handled as one, besides paragraphs.
_WHOLE = {TABLE + "table", TEXT + "change"}


class Document:
    """What the texts of one part of a file share: styles, counts, changes, and notes so far."""

    def __init__(
        self,
        styles: Styles,
        lists: dict[str, ListStyle],
        changes: Changes,
        notices: Notices,
    ) -> None:
        self.styles, self.changes, self.notices = styles, changes, notices
        self.lists = Lists(lists)
        self.outline, self.outline_style = CountedList(), lists.get(OUTLINE, PLAIN)
        self.notes: list[Note] = []


@dataclass(slots=True)
class _Chain:
    """Paragraphs whose ends were deleted, until one ends."""

    drafts: list[Paragraph] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    ends_page: bool = False

    @property
    def has_text(self) -> bool:
        return any(each.has_text for each in self.drafts)

    @property
    def goes_on(self) -> bool:
        return bool(self.drafts) and self.drafts[-1].joins is not None


class BlockReader:
    """Reads one running text: the body, a note, a header. `where` says it, "" for the body."""

    def __init__(self, document: Document, where: str = "") -> None:
        self._document, self._where = document, where
        self._inline = InlineReader(document.styles, document.changes, document.notices)
        #: Comments that were made between paragraphs.
        self._comments: list[Comment] = []

    def read(self, elements: Iterable[_Element]) -> Iterator[Flow]:
        """The whole of a running text."""
        yield from self.flows(elements)
        if self._comments:
            yield Paragraph(comments=self._comments)

    def flows(self, elements: Iterable[_Element]) -> Iterator[Flow]:
        """The paragraphs and tables among elements and within them."""
        chain = _Chain()
        for element, spot in self._blocks(elements, None):
            if element.tag in PARAGRAPHS:
                self._read(element, spot, chain)
                if not chain.goes_on:
                    yield from self._finished(chain)
                    chain = _Chain()
                continue
            yield from self._finished(chain)
            chain = _Chain()
            yield from self._other(element)
        yield from self._finished(chain)

    def _blocks(
        self, elements: Iterable[_Element], spot: Spot | None
    ) -> Iterator[tuple[_Element, Spot | None]]:
        """What is read as a whole: paragraphs with their place in a list, tables, boxes."""
        for element in elements:
            tag = str(element.tag)
            if tag in _SKIPPED or tag.endswith("-source"):
                continue
            if tag in PARAGRAPHS or tag in _WHOLE or (tag.startswith(DRAW) and not self._where):
                yield element, spot
            elif tag == TEXT + "list":
                yield from self._list(element, self._document.lists.opened(element, spot))
            elif tag == TEXT + "section" and _is_hidden(element):
                self._document.notices.count(Unread.HIDDEN)
            elif not self._marks(element):
                yield from self._blocks(self._shown(element), spot)

    def _list(self, element: _Element, spot: Spot) -> Iterator[tuple[_Element, Spot | None]]:
        for item in element:
            if item.tag not in _ITEMS:
                continue
            place = self._document.lists.item(item, spot)
            is_first = item.tag == TEXT + "list-item"
            for each, inner in self._blocks(item, place):
                # Only the first paragraph of an item has a number; lists within it have their own.
                yield each, inner if is_first or inner is not place else None
                is_first = False

    def _marks(self, element: _Element) -> bool:
        """Note what stands between paragraphs; whether there was nothing more to it."""
        if element.tag == TEXT + "change-start":
            self._document.changes.start(element)
        elif element.tag == TEXT + "change-end":
            self._document.changes.end(element)
        elif element.tag == OFFICE + "annotation":
            self._comments.append(comment_of(element))
        else:
            return False
        return True

    def _shown(self, element: _Element) -> Iterable[_Element]:
        """What is read of an element; a picture and an embedded file are only counted."""
        if element.tag != DRAW + "frame" or element.find(DRAW + "text-box") is not None:
            return element
        if any(element.find(tag) is not None for tag in _OBJECTS):
            self._document.notices.count(Unread.OBJECT)
            return ()
        if element.find(DRAW + "image") is not None:
            self._document.notices.count(Unread.PICTURE)
        return element

    def _other(self, element: _Element) -> Iterator[Flow]:
        if element.tag == TABLE + "table":
            yield from table_flows(element, self.flows)
        elif element.tag == TEXT + "change":
            yield from self._deleted(element)
        else:
            yield from self._box(element)

    def _deleted(self, element: _Element) -> Iterator[Flow]:
        """Paragraphs that were deleted as a whole."""
        changes = self._document.changes
        region = changes.taken(element)
        if region is None:
            return
        for paragraph in paragraphs_in(region.content):
            inline = self._inline.read(paragraph, changes.within(region.change))
            inline.chain[-1].comments = inline.comments
            self._document.notes += inline.notes
            yield from inline.chain

    def _box(self, element: _Element) -> Iterator[Flow]:
        return BlockReader(self._document, self._where or "tekstvak").read([element])

    def _read(self, element: _Element, spot: Spot | None, chain: _Chain) -> None:
        """Read a paragraph, and go on with those before it whose ends were deleted."""
        style = self._document.styles.paragraph(element.get(TEXT + "style-name"))
        inline = self._inline.read(element)
        stays = bearer(inline.chain)
        is_heading = element.tag == TEXT + "h"
        stays.heading = _level(element) if is_heading else style.heading
        if stays.has_text or (stays.joins is None and not chain.has_text):
            self._number(element, stays, style, spot)
        inline.chain[0].gap = style.begins_page
        stays.comments = [*self._comments, *inline.comments]
        self._comments = []
        self._document.notes += inline.notes
        for draft in inline.chain:
            draft.where = self._where
        chain.drafts += inline.chain
        chain.boxes += inline.boxes
        chain.ends_page = chain.ends_page or style.ends_page

    def _number(
        self, element: _Element, draft: Paragraph, style: ParagraphStyle, spot: Spot | None
    ) -> None:
        counted = self._counted(element, style, spot)
        draft.label = counted.label
        if counted.list_kind is not None and not draft.heading:
            draft.list_kind, draft.number = counted.list_kind, counted.number
            draft.level = min(counted.level, MAX_LEVEL)

    def _counted(self, element: _Element, style: ParagraphStyle, spot: Spot | None) -> Counted:
        if spot is not None:
            return spot.next()
        is_out = style.is_unnumbered or element.get(TEXT + "is-list-header") == "true"
        if element.tag != TEXT + "h" or is_out:
            return Counted()
        document, start = self._document, None
        if element.get(TEXT + "restart-numbering") == "true":
            start = whole(element.get(TEXT + "start-value"), 1, 0, 9999)
        counted = document.outline.next(document.outline_style, _level(element) - 1, start)
        # Headings that nobody numbers have no bullet either.
        return Counted(label=counted.label)

    def _finished(self, chain: _Chain) -> Iterator[Flow]:
        for draft in joined(chain.drafts) if chain.drafts else ():
            draft.joins = None
            yield draft
        for box in chain.boxes:
            yield from self._box(box)
        if chain.ends_page:
            yield Paragraph()


def _level(heading: _Element) -> int:
    return whole(heading.get(TEXT + "outline-level"), 1, 1, LEVELS)


def _is_hidden(section: _Element) -> bool:
    return section.get(TEXT + "display") == "none" or section.get(TEXT + "is-hidden") == "true"
