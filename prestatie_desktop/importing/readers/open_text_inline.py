"""What stands inside a paragraph of an OpenDocument text: marks, changes, remarks and boxes."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from prestatie_desktop.importing.readers.odf_names import (
    DRAW,
    OFFICE,
    TABLE,
    TEXT,
)
from prestatie_desktop.importing.readers.odf_styles import Styles
from prestatie_desktop.importing.readers.office_drafts import Paragraph
from prestatie_desktop.importing.readers.office_notices import Notices, Unread
from prestatie_desktop.importing.readers.office_symbols import legible
from prestatie_desktop.importing.readers.office_text import Change, Look, Words, over, whole
from prestatie_desktop.importing.readers.open_text_changes import Changes, Region, stamp_of
from prestatie_desktop.importing.source import Comment, Stamp

PARAGRAPHS = {TEXT + "p", TEXT + "h"}
_BLOCKS = {*PARAGRAPHS, TEXT + "list", TABLE + "table"}
_SKIPPED = {
    TEXT + "number",
    TEXT + "ruby-text",
    TEXT + "script",
    TEXT + "note-citation",
    OFFICE + "annotation-end",
    OFFICE + "event-listeners",
}
# A row of blanks only serves to move text aside.
_MOST_BLANKS = 20
_WHITE = re.compile(r"[ \t\r\n]+")


class Note(NamedTuple):
    """A foot- or endnote, where it is called."""

    sort: str
    body: _Element
    change: Change


@dataclass(slots=True)
class Inline:
    """Everything that was found inside one paragraph."""

    #: The paragraph; more than one where the ends between them were deleted.
    chain: list[Paragraph] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    #: What hangs on the paragraph and holds paragraphs itself.
    boxes: list[_Element] = field(default_factory=list)


class InlineReader:
    """Reads the paragraphs of one part of a file; changes may go on from one to the next."""

    def __init__(self, styles: Styles, changes: Changes, notices: Notices) -> None:
        self._styles, self._changes, self._notices = styles, changes, notices
        self._found, self._words = Inline(), Words()
        self._after_blank = True
        self._deleting: Change | None = None
        self._readers = {
            TEXT + "span": self._span,
            TEXT + "a": self._span,
            TEXT + "s": self._blanks,
            TEXT + "tab": self._tab,
            TEXT + "line-break": self._line_break,
            TEXT + "note": self._note,
            OFFICE + "annotation": self._comment,
            TEXT + "change-start": self._change_starts,
            TEXT + "change-end": self._change_ends,
            TEXT + "change": self._change,
            TEXT + "hidden-text": self._hidden,
            TEXT + "hidden-paragraph": self._hidden,
        }

    def read(self, paragraph: _Element, change: Change | None = None) -> Inline:
        """What stands in the paragraph; `change` is that of one kept apart from the text."""
        self._found, self._words, self._after_blank = Inline(), Words(), True
        self._deleting = change
        self._children(paragraph, self._styles.paragraph(paragraph.get(TEXT + "style-name")).look)
        self._end_paragraph(self._now().deleted)
        return self._found

    def _now(self) -> Change:
        return self._changes.now if self._deleting is None else self._deleting

    def _children(self, parent: _Element, look: Look) -> None:
        self._white(parent.text, look)
        for element in parent:
            self._one(element, look)
            self._white(element.tail, look)

    def _one(self, element: _Element, look: Look) -> None:
        tag = str(element.tag)
        if tag in _SKIPPED:
            return
        if tag in self._readers:
            self._readers[tag](element, look)
        elif tag in _BLOCKS or tag.startswith(DRAW):
            self._found.boxes.append(element)
        else:
            self._children(element, look)

    def _white(self, text: str | None, look: Look) -> None:
        """Add text as it is spelled in the file: a stretch of white space there is one blank."""
        if not text:
            return
        text = _WHITE.sub(" ", text)
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self._add(text, look)
            self._after_blank = text.endswith(" ")

    def _add(self, text: str, look: Look) -> None:
        if not look.hidden:
            self._words.add(legible(text), look, self._now())
        elif text.strip():
            self._notices.count(Unread.HIDDEN)
        self._after_blank = False

    def _end_paragraph(self, joins: Stamp | None) -> None:
        self._found.chain.append(Paragraph(stretches=self._words.stretches(), joins=joins))
        self._words, self._after_blank = Words(), True

    def _span(self, element: _Element, look: Look) -> None:
        self._children(element, over(self._styles.text(element.get(TEXT + "style-name")), look))

    def _blanks(self, element: _Element, look: Look) -> None:
        self._add(" " * whole(element.get(TEXT + "c"), 1, 0, _MOST_BLANKS), look)

    def _tab(self, _element: _Element, look: Look) -> None:
        self._add("\t", look)

    def _line_break(self, _element: _Element, look: Look) -> None:
        self._add("\n", look)

    def _hidden(self, element: _Element, look: Look) -> None:
        hides = element.get(TEXT + "is-hidden") == "true"
        self._children(element, look._replace(hidden=hides or look.hidden))

    def _note(self, element: _Element, _look: Look) -> None:
        body = element.find(TEXT + "note-body")
        if body is not None:
            sort = element.get(TEXT + "note-class", "footnote")
            self._found.notes.append(Note(sort, body, self._now()))

    def _comment(self, element: _Element, _look: Look) -> None:
        self._found.comments.append(comment_of(element))

    def _change_starts(self, element: _Element, _look: Look) -> None:
        self._changes.start(element)

    def _change_ends(self, element: _Element, _look: Look) -> None:
        self._changes.end(element)

    def _change(self, element: _Element, _look: Look) -> None:
        region = self._changes.taken(element) if self._deleting is None else None
        if region is not None:
            after_blank, self._deleting = self._after_blank, self._changes.within(region.change)
            self._deleted(region)
            self._deleting, self._after_blank = None, after_blank

    def _deleted(self, region: Region) -> None:
        """Put back what was deleted here; where it had paragraphs of its own, so it has again."""
        for number, paragraph in enumerate(paragraphs_in(region.content)):
            if number:
                self._end_paragraph(self._now().deleted)
            self._after_blank = True
            style = self._styles.paragraph(paragraph.get(TEXT + "style-name"))
            self._children(paragraph, style.look)


def paragraphs_in(elements: tuple[_Element, ...]) -> list[_Element]:
    """The outermost paragraphs among elements and within them."""
    found = []
    for element in elements:
        if element.tag in PARAGRAPHS:
            found.append(element)
        else:
            found += paragraphs_in(tuple(element))
    return found


def comment_of(element: _Element) -> Comment:
    """A remark in the margin."""
    lines = (_plain(each) for each in element.iter(*PARAGRAPHS))
    return Comment(stamp_of(element), "\n".join(line for line in lines if line))


def _plain(paragraph: _Element) -> str:
    """The text of a paragraph in a comment."""
    parts = [paragraph.text or ""]
    for element in paragraph.iterdescendants():
        if element.tag == TEXT + "line-break":
            parts.append("\n")
        elif element.tag in {TEXT + "s", TEXT + "tab"}:
            parts.append(" ")
        parts += [element.text or "", element.tail or ""]
    return "".join(parts).strip()
