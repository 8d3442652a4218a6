"""Reads presentations (.pptx, .potx, .ppsx, .pptm): titles, texts, tables, notes.

Macros and media are not looked at.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_drafts import Flow
from prestatie_desktop.importing.readers.office_package import Package
from prestatie_desktop.importing.readers.slides_comments import authors, comments
from prestatie_desktop.importing.readers.slides_deck import Deck
from prestatie_desktop.importing.readers.slides_names import DGM, A, C, P, R
from prestatie_desktop.importing.readers.slides_objects import chart, diagram, table
from prestatie_desktop.importing.readers.slides_parts import Presentation, SlideParts
from prestatie_desktop.importing.readers.slides_shapes import Shape, inside, shapes
from prestatie_desktop.importing.readers.slides_text import TextStyle, paragraphs
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.words.translation import tr


def read_slides(path: Path, name: str, watch: Watch = UNWATCHED) -> Source:
    """What a presentation holds. Raises UserError when it is broken."""
    deck = Deck()
    with Package(path, name) as package:
        presentation = Presentation(package)
        names = authors(presentation.authors())
        total = len(presentation)
        for slide in presentation.slides():
            done = slide.number
            watch.at(tr("Dia {done} van {total} lezen").format(done=done, total=total), done, total)
            deck.turn(done)
            deck.comment(comments(slide.comments, names))
            _read(slide, presentation, deck)
            _read_notes(slide, deck)
    return deck.source(name)


def _read(slide: SlideParts, presentation: Presentation, deck: Deck) -> None:
    if slide.root.get("show") in {"0", "false"}:
        deck.notice(
            tr("Dia {number} is in de presentatie verborgen, maar wel ingelezen.").format(
                number=slide.number
            )
        )
    found = [_add(shape, slide, presentation, deck) for shape in shapes(slide)]
    if not any(found) and next(slide.root.iter(P + "pic"), None) is not None:
        deck.notice(
            tr("Dia {number} is een afbeelding; tekst daarin kan niet worden gelezen.").format(
                number=slide.number
            )
        )


def _add(shape: Shape, slide: SlideParts, presentation: Presentation, deck: Deck) -> bool:
    if shape.element.tag == P + "grpSp":
        found = [_add(each, slide, presentation, deck) for each in inside(shape, slide)]
        return any(found)
    if shape.element.tag == P + "graphicFrame":
        return _add_object(shape, slide, presentation, deck)
    body = shape.element.find(P + "txBody")
    if body is None:
        return False
    return deck.add(paragraphs(body, shape.style, slide.number), heading=int(shape.is_title))


def _add_object(shape: Shape, slide: SlideParts, presentation: Presentation, deck: Deck) -> bool:
    flows = _object(shape, slide, presentation)
    if flows is None:
        deck.notice(
            tr(
                "Op dia {number} staat een grafiek of ingesloten bestand dat niet is gelezen."
            ).format(number=slide.number)
        )
        return False
    return deck.add(flows)


def _object(shape: Shape, slide: SlideParts, presentation: Presentation) -> list[Flow] | None:
    """A table, chart or diagram; None for anything else."""
    for data in shape.element.iter(A + "graphicData"):
        for child in data:
            if child.tag == A + "tbl":
                return table(child, slide.number)
            if child.tag == C + "chart":
                root = presentation.read(slide.relations.get(child.get(R + "id", "")))
                return None if root is None else chart(root)
            if child.tag == DGM + "relIds":
                root = presentation.read(slide.relations.get(child.get(R + "dm", "")))
                return None if root is None else diagram(root, slide.number)
    return None


def _read_notes(slide: SlideParts, deck: Deck) -> None:
    if slide.notes is None:
        return
    deck.turn(slide.number, tr("notities"))
    for body in _note_bodies(slide):
        deck.add(paragraphs(body, TextStyle(), slide.number))


def _note_bodies(slide: SlideParts) -> Iterator[_Element]:
    """The notes themselves, and not the picture of the slide, its number or the date."""
    assert slide.notes is not None
    for shape in slide.notes.iter(P + "sp"):
        mark = shape.find(f"*/{P}nvPr/{P}ph")
        body = shape.find(P + "txBody")
        if body is not None and mark is not None and mark.get("type") == "body":
            yield body
