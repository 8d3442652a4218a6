"""What stands inside a paragraph of a Word file: text with its marks, changes, remarks and boxes."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_notices import Notices, Unread
from prestatie_desktop.importing.readers.office_symbols import legible, symbol
from prestatie_desktop.importing.readers.office_text import Change, Look, Words, over
from prestatie_desktop.importing.readers.word_names import (
    CHART,
    DIAGRAM,
    MATH,
    MC,
    PARAGRAPH_PROPERTIES,
    PICTURE,
    RUN_PROPERTIES,
    VML,
    XML,
    W,
    chosen,
    is_on,
    stamp_of,
    val,
)
from prestatie_desktop.importing.readers.word_styles import ParagraphStyle, Styles, look_of

_BLANKS = re.compile(r"[\t\n\r]")

_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_UNREAD = {
    CHART + "chart": Unread.OBJECT,
    DIAGRAM + "relIds": Unread.OBJECT,
    W + "object": Unread.OBJECT,
    PICTURE + "pic": Unread.PICTURE,
    VML + "imagedata": Unread.PICTURE,
}
# Instructions of fields, and readings printed small above a word.
_SKIPPED = {
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    W + "instrText",
    W + "delInstrText",
    W + "sdtPr",
    W + "sdtEndPr",
    W + "fldData",
    W + "rt",
    W + "softHyphen",
}


class NoteReference(NamedTuple):
    """Where a foot- or endnote is called."""

    sort: str
    id: str
    change: Change


@dataclass(slots=True)
class Inline:
    """Everything that was found inside one paragraph."""

    words: Words = field(default_factory=Words)
    #: Ids of comments that begin here.
    comments: list[str] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)
    #: The contents of text boxes, with who changed the place where they hang.
    boxes: list[tuple[_Element, Change]] = field(default_factory=list)
    breaks_before: bool = False
    breaks_after: bool = False


class InlineReader:
    """Reads the paragraphs of one running text; fields may go on from one to the next."""

    def __init__(self, styles: Styles, notices: Notices) -> None:
        self._styles, self._notices = styles, notices
        # Of each open field: whether its result has begun.
        self._fields: list[bool] = []
        self._style = styles.paragraph(None)
        self._found = Inline()
        self._readers = {
            W + "ins": self._inserted,
            W + "moveTo": self._inserted,
            W + "del": self._deleted,
            W + "moveFrom": self._deleted,
            W + "br": self._break,
            W + "sym": self._symbol,
            W + "fldChar": self._field,
            W + "commentRangeStart": self._comment,
            W + "commentReference": self._comment,
            W + "footnoteReference": self._note,
            W + "endnoteReference": self._note,
            W + "txbxContent": self._box,
            MC + "AlternateContent": self._alternatives,
        }

    def read(self, paragraph: _Element, style: ParagraphStyle, change: Change) -> Inline:
        """What stands in the paragraph."""
        self._style, self._found = style, Inline()
        self._children(paragraph, style.look, change)
        # The instruction of a field ends with its paragraph: nothing after it may get lost.
        self._fields = [True] * len(self._fields)
        return self._found

    def _children(self, parent: _Element, look: Look, change: Change) -> None:
        for element in parent:
            self._one(element, look, change)

    def _one(self, element: _Element, look: Look, change: Change) -> None:
        tag = element.tag
        if tag in _SKIPPED:
            return
        if tag == W + "r":
            self._children(element, self._look(element), change)
        elif tag in {W + "t", W + "delText", MATH + "t"}:
            self._add(_text(element), look, change)
        elif tag in _SIGNS:
            self._add(_SIGNS[tag], look, change)
        elif tag in self._readers:
            self._readers[tag](element, look, change)
        elif tag in _UNREAD:
            self._notices.count(_UNREAD[tag])
        else:
            self._children(element, look, change)

    def _add(self, text: str, look: Look, change: Change) -> None:
        if not all(self._fields):
            return
        if not look.hidden:
            self._found.words.add(text, look, change)
        elif text.strip():
            self._notices.count(Unread.HIDDEN)

    def _look(self, run: _Element) -> Look:
        properties = run.find(RUN_PROPERTIES)
        if properties is None:
            return self._style.look
        style = self._styles.look(self._style, val(properties, "rStyle"))
        return over(look_of(properties), style)

    def _inserted(self, element: _Element, look: Look, change: Change) -> None:
        self._children(element, look, change._replace(inserted=stamp_of(element)))

    def _deleted(self, element: _Element, look: Look, change: Change) -> None:
        self._children(element, look, change._replace(deleted=stamp_of(element)))

    def _break(self, element: _Element, look: Look, change: Change) -> None:
        if element.get(W + "type") != "page":
            self._add("\n", look, change)
        elif self._found.words.is_blank():
            self._found.breaks_before = True
        else:
            self._found.breaks_after = True
            self._add("\n", look, change)

    def _symbol(self, element: _Element, look: Look, change: Change) -> None:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        self._add(symbol(element.get(W + "font", ""), code), look, change)

    def _field(self, element: _Element, look: Look, change: Change) -> None:
        sort = element.get(W + "fldCharType")
        if sort == "begin":
            self._fields.append(False)
            self._form_field(element, look, change)
        elif sort == "separate" and self._fields:
            self._fields[-1] = True
        elif sort == "end" and self._fields:
            self._fields.pop()

    def _form_field(self, element: _Element, look: Look, change: Change) -> None:
        """A box to tick or a list to choose from has no result; what was chosen stands here."""
        chosen_text = _choice(element.find(W + "ffData"))
        if chosen_text and all(self._fields[:-1]) and not look.hidden:
            self._found.words.add(chosen_text, look, change)

    def _comment(self, element: _Element, _look: Look, _change: Change) -> None:
        self._found.comments.append(element.get(W + "id", ""))

    def _note(self, element: _Element, _look: Look, change: Change) -> None:
        sort = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        self._found.notes.append(NoteReference(sort, element.get(W + "id", ""), change))

    def _box(self, element: _Element, _look: Look, change: Change) -> None:
        self._found.boxes.append((element, change))

    def _alternatives(self, element: _Element, look: Look, change: Change) -> None:
        branch = chosen(element)
        if branch is not None:
            self._children(branch, look, change)


def _text(element: _Element) -> str:
    text = _BLANKS.sub(" ", element.text or "")
    if element.get(XML + "space") != "preserve":
        text = text.strip(" ")
    return legible(text)


def _choice(form: _Element | None) -> str:
    if form is None:
        return ""
    box, choices = form.find(W + "checkBox"), form.find(W + "ddList")
    if box is not None:
        return "☒" if _is_ticked(box) else "☐"
    if choices is not None:
        entries = [val(each) or "" for each in choices.findall(W + "listEntry")]
        place = val(choices, "result") or val(choices, "default") or "0"
        return entries[int(place)] if place.isdecimal() and int(place) < len(entries) else ""
    return ""


def _is_ticked(box: _Element) -> bool:
    state = box.find(W + "checked")
    if state is None:
        state = box.find(W + "default")
    return state is not None and is_on(state)
