"""The paragraphs and tables of a Word file, in the order of reading."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml.etree import _Element

from prestatie_desktop.domain.richtext import MAX_LEVEL
from prestatie_desktop.importing.readers.office_drafts import (
    Flow,
    Paragraph,
    bearer,
    joined,
)
from prestatie_desktop.importing.readers.office_notices import Notices, Unread
from prestatie_desktop.importing.readers.office_text import UNCHANGED, Change
from prestatie_desktop.importing.readers.word_comments import Comments
from prestatie_desktop.importing.readers.word_counting import Counting
from prestatie_desktop.importing.readers.word_inline import Inline, InlineReader, NoteReference
from prestatie_desktop.importing.readers.word_names import (
    MC,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    TABLE,
    W,
    chosen,
    has_on,
    stamp_of,
    val,
)
from prestatie_desktop.importing.readers.word_styles import (
    ParagraphStyle,
    Styles,
    numbering_of,
    outline_level,
)
from prestatie_desktop.importing.readers.word_tables import table_flows
from prestatie_desktop.importing.source import Comment, Stamp

_INSERTING = {W + "ins", W + "moveTo"}
_DELETING = {W + "del", W + "moveFrom"}
_SKIPPED = {PARAGRAPH_PROPERTIES, W + "sectPr", W + "tcPr", W + "sdtPr", W + "sdtEndPr"}
_COMMENT = {W + "commentRangeStart", W + "commentReference"}
_OTHER_FILE = {W + "altChunk", W + "subDoc"}


class _Found(NamedTuple):
    """A paragraph that was read, before it is counted."""

    draft: Paragraph
    style: ParagraphStyle
    properties: _Element | None
    inline: Inline


class Document:
    """What all parts of the text share: styles, counts, comments, and the notes that were called."""

    def __init__(self, styles: Styles, counting: Counting, comments: Comments) -> None:
        self.styles, self.counting, self.comments = styles, counting, comments
        self.notices = Notices()
        self.notes: list[NoteReference] = []


class BlockReader:
    """Reads one running text: the body, a note, a header. `where` says it, "" for the body."""

    def __init__(self, document: Document, where: str = "") -> None:
        self._document, self._where = document, where
        self._inline = InlineReader(document.styles, document.notices)
        #: Comments that were called between paragraphs.
        self._comments: list[Comment] = []

    def read(self, parent: _Element, change: Change = UNCHANGED) -> Iterator[Flow]:
        """The whole of a running text."""
        yield from self.flows(parent, change)
        if self._comments:
            yield Paragraph(comments=self._comments)

    def flows(self, parent: _Element, change: Change = UNCHANGED) -> Iterator[Flow]:
        """The paragraphs and tables inside an element."""
        chain: list[_Found] = []
        for element, its_change in _blocks(parent, change, self._call):
            if element.tag == PARAGRAPH:
                chain.append(self._read(element, its_change))
                if chain[-1].draft.joins is None:
                    yield from self._finished(chain)
                    chain = []
            else:
                yield from self._finished(chain)
                chain = []
                yield from table_flows(element, its_change, self.flows)
        yield from self._finished(chain)

    def _call(self, element: _Element) -> None:
        """Something stands between the paragraphs."""
        if element.tag in _COMMENT:
            self._comments += self._document.comments.at([element.get(W + "id", "")])
        elif element.tag in _OTHER_FILE:
            self._document.notices.count(Unread.OBJECT)

    def _read(self, element: _Element, change: Change) -> _Found:
        properties = element.find(PARAGRAPH_PROPERTIES)
        style = self._document.styles.paragraph(val(properties, "pStyle"))
        inline = self._inline.read(element, style, change)
        level = outline_level(properties)
        draft = Paragraph(
            stretches=inline.words.stretches(),
            heading=style.heading if level is None else level,
            comments=[*self._comments, *self._document.comments.at(inline.comments)],
            gap=inline.breaks_before or _begins_page(properties, style),
            where=self._where,
            joins=change.deleted or _deleted_end(properties),
        )
        self._comments = []
        self._document.notes += inline.notes
        return _Found(draft, style, properties, inline)

    def _finished(self, chain: list[_Found]) -> Iterator[Flow]:
        """Paragraphs that run into each other, and the boxes that hang on them."""
        if not chain:
            return
        stays = bearer([each.draft for each in chain])
        for found in chain:
            if found.draft is stays and (stays.has_text or stays.joins is None):
                self._number(found)
        for draft in joined([each.draft for each in chain]):
            draft.joins = None
            yield draft
        for found in chain:
            for box, change in found.inline.boxes:
                yield from self._box(box, change)
            if found.inline.breaks_after or _ends_section(found.properties):
                yield Paragraph()

    def _box(self, box: _Element, change: Change) -> Iterator[Flow]:
        reader = BlockReader(self._document, self._where or "tekstvak")
        return reader.read(box, change)

    def _number(self, found: _Found) -> None:
        """Count the paragraph, and write down what Word prints before it."""
        number, place = self._numbering(found)
        if not number:
            return
        counted = self._document.counting.next(number, place)
        draft = found.draft
        draft.label = counted.label
        if counted.list_kind is not None and not draft.heading:
            draft.list_kind, draft.number = counted.list_kind, counted.number
            draft.level = min(counted.level, MAX_LEVEL)

    def _numbering(self, found: _Found) -> tuple[str, int]:
        """Which numbering and which level from 0; "" for none."""
        style = found.style
        own, place = numbering_of(found.properties)
        number = style.numbering if own is None else own
        if place is None:
            place = self._document.counting.level_of_style(number, style.id)
        if place is None and own is None:
            place = style.numbering_level
        return ("" if number == "0" else number), place or 0


def _blocks(
    parent: _Element, change: Change, call: Callable[[_Element], None]
) -> Iterator[tuple[_Element, Change]]:
    """The paragraphs and tables below an element; `call` gets whatever stands between them."""
    for element in parent:
        tag = element.tag
        if tag in {PARAGRAPH, TABLE}:
            yield element, change
        elif tag in _SKIPPED:
            continue
        elif tag == MC + "AlternateContent":
            branch = chosen(element)
            yield from () if branch is None else _blocks(branch, change, call)
        elif tag in _INSERTING:
            yield from _blocks(element, change._replace(inserted=stamp_of(element)), call)
        elif tag in _DELETING:
            yield from _blocks(element, change._replace(deleted=stamp_of(element)), call)
        else:
            call(element)
            yield from _blocks(element, change, call)


def _deleted_end(properties: _Element | None) -> Stamp | None:
    mark = None if properties is None else properties.find(RUN_PROPERTIES)
    found = () if mark is None else (mark.find(tag) for tag in _DELETING)
    return next((stamp_of(each) for each in found if each is not None), None)


def _begins_page(properties: _Element | None, style: ParagraphStyle) -> bool:
    if properties is None or properties.find(W + "pageBreakBefore") is None:
        return style.begins_page
    return has_on(properties, "pageBreakBefore")


def _ends_section(properties: _Element | None) -> bool:
    section = None if properties is None else properties.find(W + "sectPr")
    return section is not None and val(section, "type") != "continuous"
