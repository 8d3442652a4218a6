"""The shapes on a slide in the order in which people read them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_text import whole
from prestatie_desktop.importing.readers.slides_names import A, P
from prestatie_desktop.importing.readers.slides_parts import SlideParts, text_of
from prestatie_desktop.importing.readers.slides_text import TextStyle

_SHAPES = {P + "sp", P + "graphicFrame", P + "grpSp", P + "pic", P + "cxnSp"}
_TITLES = {"title", "ctrTitle"}
# Of a master: which of its placeholders stands for which of a slide.
_MASTER = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "tbl": "body", "chart": "body"}
# About eight millimetres: shapes whose tops differ less stand beside each other.
_ROW = 300_000
_FURTHEST = 10**9
_LONGEST_TITLE, _TITLE_SIZE = 150, 2000


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that may hold text, a table or a drawing."""

    element: _Element
    is_title: bool
    style: TextStyle
    #: From the left and from the top, in 914,400ths of an inch.
    x: int
    y: int


def shapes(slide: SlideParts) -> list[Shape]:
    """The title, then the others from top to bottom, from left to right where they are level."""
    tree = slide.root.find(f"{P}cSld/{P}spTree")
    found = [] if tree is None else list(_in_order(_shapes(tree, slide)))
    if found and not any(shape.is_title for shape in found) and _looks_like_title(found):
        found[0] = replace(found[0], is_title=True)
    return sorted(found, key=lambda shape: not shape.is_title)


def _looks_like_title(found: Sequence[Shape]) -> bool:
    """Whether the first shape has one short line, in larger letters than all others."""
    texts = [text for p in found[0].element.iter(A + "p") if (text := text_of(p).strip())]
    if len(texts) != 1 or len(texts[0]) > _LONGEST_TITLE:
        return False
    others = max((_largest(shape) for shape in found[1:]), default=0)
    return _largest(found[0]) > max(others, _TITLE_SIZE)


def _largest(shape: Shape) -> int:
    """The size of its largest letters, in hundredths of a point; 0 when it does not say."""
    sizes = (each.get("sz") for each in shape.element.iter(A + "rPr"))
    return max((whole(size, 0, 0, _FURTHEST) for size in sizes), default=0)


def _shapes(tree: _Element, slide: SlideParts) -> Iterator[Shape]:
    for element in tree:
        if element.tag in _SHAPES:
            yield _shape(element, slide)


def _shape(element: _Element, slide: SlideParts) -> Shape:
    mark = element.find(f"*/{P}nvPr/{P}ph")
    kind = "" if mark is None else mark.get("type", "obj")
    bases = [] if mark is None else list(_bases(mark, kind, slide))
    x, y = _place([element, *bases])
    return Shape(element, kind in _TITLES, TextStyle(tuple(_styles(kind, bases, slide))), x, y)


def _bases(mark: _Element, kind: str, slide: SlideParts) -> Iterator[_Element]:
    """The placeholders that this one is made after, on the layout and on the master."""
    for root in (slide.layout, slide.master):
        tree = None if root is None else root.find(f"{P}cSld/{P}spTree")
        for element in () if tree is None else tree:
            other = element.find(f"*/{P}nvPr/{P}ph")
            if other is not None and _stands_for(other, mark, kind, is_master=root is slide.master):
                yield element
                break


def _stands_for(other: _Element, mark: _Element, kind: str, *, is_master: bool) -> bool:
    stated = other.get("type", "obj")
    if is_master:
        return stated == _MASTER.get(kind, kind)
    if kind in _TITLES:
        return stated in _TITLES
    return other.get("idx", "0") == mark.get("idx", "0") and stated not in _TITLES


def _place(elements: Iterable[_Element]) -> tuple[int, int]:
    """Where a shape stands: as it says itself, or as what it is made after."""
    for element in elements:
        for path in (f"{P}spPr/{A}xfrm", f"{P}xfrm", f"{P}grpSpPr/{A}xfrm"):
            offset = element.find(f"{path}/{A}off")
            if offset is not None:
                return _length(offset.get("x")), _length(offset.get("y"))
    return _FURTHEST, _FURTHEST


def _length(written: str | None) -> int:
    return whole(written, _FURTHEST, -_FURTHEST, _FURTHEST)


def _styles(kind: str, bases: Iterable[_Element], slide: SlideParts) -> Iterator[_Element]:
    for base in bases:
        if (own := base.find(f"{P}txBody/{A}lstStyle")) is not None:
            yield own
    general = "otherStyle"
    if kind:
        general = "titleStyle" if kind in _TITLES else "bodyStyle"
    if kind in {"dt", "ftr", "sldNum", "hdr"}:
        general = "otherStyle"
    if slide.master is not None:
        of_master = slide.master.find(f"{P}txStyles/{P}{general}")
        if of_master is not None:
            yield of_master


def _in_order(found: Iterable[Shape]) -> Iterator[Shape]:
    rows: list[list[Shape]] = []
    for shape in sorted(found, key=lambda shape: shape.y):
        if rows and shape.y - rows[-1][0].y < _ROW:
            rows[-1].append(shape)
        else:
            rows.append([shape])
    for row in rows:
        yield from sorted(row, key=lambda shape: shape.x)


def inside(group: Shape, slide: SlideParts) -> list[Shape]:
    """The shapes of a group, in order."""
    return list(_in_order(_shapes(group.element, slide)))
