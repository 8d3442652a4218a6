"""What the styles of a Word file say: how text looks, what is a heading, what is numbered."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_headings import heading_by_name
from prestatie_desktop.importing.readers.office_text import AS_IT_STANDS, Look, over, whole
from prestatie_desktop.importing.readers.word_names import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    W,
    has_on,
    is_on,
    val,
)

# More than any program makes; a file may lie about it, also in a circle.
_LONGEST_CHAIN = 60

_RISE = {"superscript": 1, "subscript": -1}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph is by its style."""

    id: str
    look: Look
    heading: int
    #: Which numbering, "" for none, and its level from 0; None where the numbering says so.
    numbering: str
    numbering_level: int | None
    begins_page: bool


class Styles:
    """The styles of one file."""

    def __init__(self, root: _Element | None) -> None:
        elements = [] if root is None else root.findall(W + "style")
        self._styles = {
            (each.get(W + "type", "paragraph"), each.get(W + "styleId", "")): each
            for each in elements
        }
        self._default = next((_id(each) for each in elements if _is_default(each)), "")
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = look_of(defaults)
        self.paragraph = cache(self._paragraph)
        self._character = cache(self._character_look)
        self.look = cache(self._look)

    def _paragraph(self, style_id: str | None) -> ParagraphStyle:
        """What the style with this id says; None: the style of paragraphs that name none."""
        name = style_id if ("paragraph", style_id) in self._styles else self._default
        chain = list(self._chain("paragraph", name or ""))
        number, level = _numbering(chain)
        return ParagraphStyle(
            id=name or "",
            look=over(_look_of_chain(chain), self._base),
            heading=_heading(chain),
            numbering=number,
            numbering_level=level,
            begins_page=_begins_page(chain),
        )

    def _look(self, paragraph: ParagraphStyle, style_id: str | None) -> Look:
        """How text looks in a paragraph, with a character style or without."""
        if style_id is None:
            return paragraph.look
        character = self._character(style_id)
        look = over(character, paragraph.look)
        # Word's switches: bold text in a bold paragraph stands out by not being bold.
        return look._replace(
            bold=bool(character.bold) != bool(paragraph.look.bold),
            italic=bool(character.italic) != bool(paragraph.look.italic),
        )

    def _character_look(self, style_id: str) -> Look:
        return _look_of_chain(list(self._chain("character", style_id)))

    def _chain(self, sort: str, style_id: str) -> Iterator[_Element]:
        """The style and those it is based on."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get((sort, style_id))
            if style is None:
                return
            yield style
            style_id = val(style, "basedOn") or ""


def look_of(properties: _Element | None) -> Look:
    """How text looks by its own properties."""
    if properties is None or not len(properties):
        return AS_IT_STANDS
    found = {element.tag: element for element in properties}
    underline, rise = found.get(W + "u"), found.get(W + "vertAlign")
    return Look(
        bold=_switch(found.get(W + "b")),
        italic=_switch(found.get(W + "i")),
        underline=None if underline is None else val(underline) not in {None, "none"},
        rise=None if rise is None else _RISE.get(val(rise) or "", 0),
        hidden=_switch(found.get(W + "vanish")),
    )


def _switch(element: _Element | None) -> bool | None:
    return None if element is None else is_on(element)


def outline_level(properties: _Element | None) -> int | None:
    """The heading that paragraph properties make of it, 0 for body text; None: they do not say."""
    written = val(properties, "outlineLvl")
    if written is None:
        return None
    level = whole(written, 9, 0, 9)
    return 0 if level == 9 else level + 1


def numbering_of(properties: _Element | None) -> tuple[str | None, int | None]:
    """Which numbering and which level from 0, as far as paragraph properties say; "0" for none."""
    number = None if properties is None else properties.find(W + "numPr")
    level = val(number, "ilvl")
    return val(number, "numId"), None if level is None else whole(level, 0, 0, 8)


def _numbering(chain: list[_Element]) -> tuple[str, int | None]:
    found = [numbering_of(style.find(PARAGRAPH_PROPERTIES)) for style in chain]
    number = next((number for number, _ in found if number is not None), "0")
    level = next((level for _, level in found if level is not None), None)
    return ("" if number == "0" else number), level


def _heading(chain: list[_Element]) -> int:
    for style in chain:
        level = outline_level(style.find(PARAGRAPH_PROPERTIES))
        if level is None:
            level = _heading_by_name(style)
        if level is not None:
            return level
    return 0


def _heading_by_name(style: _Element) -> int | None:
    by_name = heading_by_name(val(style, "name") or "")
    return heading_by_name(_id(style)) if by_name is None else by_name


def _begins_page(chain: list[_Element]) -> bool:
    for style in chain:
        properties = style.find(PARAGRAPH_PROPERTIES)
        if properties is not None and properties.find(W + "pageBreakBefore") is not None:
            return has_on(properties, "pageBreakBefore")
    return False


def _look_of_chain(chain: list[_Element]) -> Look:
    look = AS_IT_STANDS
    for style in reversed(chain):
        look = over(look_of(style.find(RUN_PROPERTIES)), look)
    return look


def _id(style: _Element) -> str:
    return style.get(W + "styleId", "")


def _is_default(style: _Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default", "0") in {
        "1",
        "true",
        "on",
    }
