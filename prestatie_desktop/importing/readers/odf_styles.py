"""What the styles of an OpenDocument file say of paragraphs and of text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from lxml.etree import _Element

from prestatie_desktop.importing.readers.odf_names import FO, OFFICE, STYLE, TEXT
from prestatie_desktop.importing.readers.office_headings import heading_by_name
from prestatie_desktop.importing.readers.office_text import AS_IT_STANDS, Look, over

# More than any program makes; a file may lie about it, also in a circle.
_LONGEST_CHAIN = 60
_CODED = re.compile(r"_([0-9a-fA-F]{1,6})_")
_FAMILY, _NAME, _PARENT = STYLE + "family", STYLE + "name", STYLE + "parent-style-name"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph is by its style."""

    look: Look = AS_IT_STANDS
    #: Of a paragraph that is no heading by itself.
    heading: int = 0
    begins_page: bool = False
    ends_page: bool = False
    #: Whether the style takes the paragraph out of every numbering.
    is_unnumbered: bool = False


class Styles:
    """The styles that one part of a file can use: its own automatic ones and the named ones."""

    def __init__(self, part: _Element, named: _Element | None) -> None:
        self._styles = {
            (each.get(_FAMILY, ""), each.get(_NAME, "")): each for each in _all(part, named)
        }
        self.paragraph = cache(self._paragraph)
        self.text = cache(self._text)

    def _paragraph(self, name: str | None) -> ParagraphStyle:
        """What the paragraph style with this name says."""
        chain = list(self._chain("paragraph", name))
        return ParagraphStyle(
            look=_look_of_chain(chain),
            heading=next(filter(None, map(_heading, chain)), 0),
            begins_page=_breaks(chain, "break-before") or _begins_master(chain),
            ends_page=_breaks(chain, "break-after"),
            is_unnumbered=_first(chain, STYLE + "list-style-name") == "",
        )

    def _text(self, name: str | None) -> Look:
        """How text with this style looks, where it differs from its paragraph."""
        return _look_of_chain(list(self._chain("text", name)))

    def _chain(self, family: str, name: str | None) -> Iterator[_Element]:
        """The style, those above it, and the default of the family."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name or ""))
            if style is None:
                return
            yield style
            if not name:
                return
            name = style.get(_PARENT)


def _all(part: _Element, named: _Element | None) -> Iterator[_Element]:
    """Named styles first, so that automatic ones of the same name win. A default has no name."""
    if named is not None:
        yield from named.iterfind(f"{OFFICE}styles/{STYLE}default-style")
        yield from named.iterfind(f"{OFFICE}styles/{STYLE}style")
    yield from part.iterfind(f"{OFFICE}automatic-styles/{STYLE}style")


def _look_of_chain(chain: list[_Element]) -> Look:
    look = AS_IT_STANDS
    for style in reversed(chain):
        look = over(look_of(style.find(STYLE + "text-properties")), look)
    return look


class Properties(Protocol):
    """What has attributes, by name."""

    def get(self, key: str, /) -> str | None:
        """The attribute; None when it is not said."""


def look_of(properties: Properties | None) -> Look:
    """How text looks by its own properties."""
    if properties is None:
        return AS_IT_STANDS
    return Look(
        bold=_is(properties.get(FO + "font-weight"), _is_bold),
        italic=_is(properties.get(FO + "font-style"), lambda style: style != "normal"),
        underline=_is(properties.get(STYLE + "text-underline-style"), lambda line: line != "none"),
        rise=_rise(properties.get(STYLE + "text-position")),
        hidden=_is(properties.get(TEXT + "display"), lambda display: display == "none"),
    )


def _is(written: str | None, test: Callable[[str], bool]) -> bool | None:
    return None if written is None else test(written)


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdecimal() and int(weight) >= 600)


def _rise(position: str | None) -> int | None:
    """Above the line is "super" or a percentage, below it "sub" or a negative one."""
    if position is None:
        return None
    where = position.split(" ")[0]
    if where.startswith(("sub", "-")):
        return -1
    return 0 if where.strip("0%") == "" else 1


def _heading(style: _Element) -> int | None:
    name = style.get(STYLE + "display-name") or decoded(style.get(_NAME, ""))
    return heading_by_name(name)


def decoded(name: str) -> str:
    """The name of a style as people see it: `Heading_20_1` is "Heading 1"."""
    return _CODED.sub(lambda match: _character(match[1]), name)


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number < 0xD800 else "_"


def _breaks(chain: list[_Element], name: str) -> bool:
    for style in chain:
        properties = style.find(STYLE + "paragraph-properties")
        written = None if properties is None else properties.get(FO + name)
        if written is not None:
            return written == "page"
    return False


def _begins_master(chain: list[_Element]) -> bool:
    """A paragraph that asks for another sort of page begins one."""
    return bool(_first(chain, STYLE + "master-page-name"))


def _first(chain: list[_Element], attribute: str) -> str | None:
    return next((each.get(attribute) for each in chain if attribute in each.attrib), None)
