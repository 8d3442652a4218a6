"""Reads presentations of OpenDocument (.odp, .otp): titles, texts, tables, notes."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml.etree import _Element

from prestatie_desktop.importing import refusals
from prestatie_desktop.importing.readers.odf_lists import list_styles
from prestatie_desktop.importing.readers.odf_names import DRAW, OFFICE, STYLE, SVG
from prestatie_desktop.importing.readers.odf_package import OpenDocument, open_document
from prestatie_desktop.importing.readers.odf_styles import Styles
from prestatie_desktop.importing.readers.office_notices import Notices
from prestatie_desktop.importing.readers.open_text_blocks import BlockReader, Document
from prestatie_desktop.importing.readers.open_text_changes import Changes, regions
from prestatie_desktop.importing.readers.slides_deck import Deck
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.words.translation import tr

_PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
_NOTES = _PRESENTATION + "notes"
_CLASS = _PRESENTATION + "class"
_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(cm|mm|in|pt)")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}
# Shapes whose tops differ less stand beside each other.
_ROW = 0.8


def read_open_slides(path: Path, name: str, watch: Watch = UNWATCHED) -> Source:
    """What a presentation holds. Raises UserError when it is broken or asks for a password."""
    opened = open_document(path, name)
    body = opened.content.find(f"{OFFICE}body/{OFFICE}presentation")
    if body is None:
        raise refusals.broken(name)
    deck, notices = Deck(), Notices()
    document = _document(opened, notices)
    hidden = _hidden_styles(opened.content)
    pages = body.findall(DRAW + "page")
    for number, page in enumerate(pages, 1):
        total = len(pages)
        watch.at(tr("Dia {done} van {total} lezen").format(done=number, total=total), number, total)
        if page.get(DRAW + "style-name") in hidden:
            sentence = tr("Dia {number} is in de presentatie verborgen, maar wel ingelezen.")
            deck.notice(sentence.format(number=number))
        _read(page, number, document, deck)
    for sentence in notices.sentences():
        deck.notice(sentence)
    return deck.source(name)


def _document(opened: OpenDocument, notices: Notices) -> Document:
    return Document(
        Styles(opened.content, opened.styles),
        list_styles(opened.content, opened.styles),
        Changes(regions(opened.content)),
        notices,
    )


def _hidden_styles(content: _Element) -> set[str]:
    return {
        style.get(STYLE + "name", "")
        for style in content.iter(STYLE + "style")
        for properties in style.iterfind(STYLE + "drawing-page-properties")
        if properties.get(_PRESENTATION + "visibility") == "hidden"
    }


def _read(page: _Element, number: int, document: Document, deck: Deck) -> None:
    deck.turn(number)
    for shape in _in_order(page):
        is_title = shape.get(_CLASS) == "title"
        deck.add(BlockReader(document, tr("dia")).read([shape]), heading=int(is_title))
    notes = page.find(_NOTES)
    if notes is not None:
        deck.turn(number, tr("notities"))
        for frame in notes.iterfind(DRAW + "frame"):
            if frame.get(_CLASS) == "notes":
                deck.add(BlockReader(document, tr("dia")).read([frame]))


def _in_order(page: _Element) -> list[_Element]:
    """The title, then the shapes from top to bottom, from left to right where they are level."""
    rows: list[list[_Element]] = []
    for shape in sorted(_shapes(page), key=_top):
        if rows and _top(shape) - _top(rows[-1][0]) < _ROW:
            rows[-1].append(shape)
        else:
            rows.append([shape])
    found = (shape for row in rows for shape in sorted(row, key=_left))
    return sorted(found, key=lambda shape: shape.get(_CLASS) != "title")


def _shapes(parent: Iterable[_Element]) -> Iterator[_Element]:
    for element in parent:
        if element.tag == DRAW + "g":
            yield from _shapes(element)
        elif isinstance(element.tag, str) and element.tag.startswith(DRAW):
            yield element


def _top(shape: _Element) -> float:
    return _length(shape.get(SVG + "y"))


def _left(shape: _Element) -> float:
    return _length(shape.get(SVG + "x"))


def _length(written: str | None) -> float:
    """In centimetres."""
    found = _LENGTH.fullmatch(written or "")
    return float(found[1]) * _CENTIMETRES[found[2]] if found else 0.0
