"""What the tags of a page mean: which of them hold others, close others, or change the text."""

import re
from dataclasses import replace

from prestatie_desktop.domain.richtext_states import State
from prestatie_desktop.domain.richtext_tags import Tag

_MAX_SPAN = 1_000
_LISTS = {"ul", "ol"}
CELLS = {"td", "th"}
_PARTS = {"thead", "tbody", "tfoot"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: What closes when one of these begins, and what it never closes beyond.
_STOPPED_BY = {
    "li": _LISTS | CELLS | {"table"},
    "tr": {"table"},
    "td": {"tr", "table"},
    "th": {"tr", "table"},
    "thead": {"table"},
    "tbody": {"table"},
    "tfoot": {"table"},
}
_CLOSES = {"td": CELLS, "th": CELLS} | dict.fromkeys(_PARTS, _PARTS)
_BOUNDS = _LISTS | CELLS | {"li", "tr", "table"}
_PARAGRAPH = {"p"}
_PARAGRAPH_BOUNDS = _BOUNDS | {"div"}
#: Tags with nothing in them.
VOID = {"area", "base", "col", "embed", "img", "input", "link", "meta", "source", "wbr"}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "script", "style", "title",
}  # fmt: skip
#: The attributes that say how text looks or where it stands in a list.
TELLING = ("style", "class", "href", "hidden", "start", "type", "value")
_UNSHOWN = {"template", "iframe", "object", "datalist"}
_STYLE_ENDS = re.compile(r"(?:^|;)\s*(?:visibility:\s*hidden|display:\s*none)")
_COUNT = re.compile(r"\s*([0-9]{1,5})(?![0-9])")
_OUTLINE = re.compile(r"mso-outline-level:\s*([1-6])")
#: Without attributes these change nothing about the text in them.
NEUTRAL = _INLINE - {"a", "b", "del", "em", "i", "strong", "sub", "sup", "u"} | {
    "div", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr", *_HEADINGS,
}  # fmt: skip


def state_within(above: State, tag: Tag) -> State:
    """What holds for text inside the tag."""
    if tag.name in _HEADINGS:
        # That headings are bold is their look, not the emphasis of whoever wrote them.
        tag = Tag("div", tag.attributes)
    state = above.within(tag)
    return replace(state, hidden=True) if _is_unshown(tag) else state


def is_inline(name: str) -> bool:
    """Whether text goes on through it; unknown tags begin a paragraph, those of Office do not."""
    return name in _INLINE or ":" in name


def closed_by(name: str) -> tuple[set[str], set[str]]:
    """What closes where this block begins, and the tags beyond which it closes nothing."""
    if name in _STOPPED_BY:
        return _CLOSES.get(name, {name}), _STOPPED_BY[name]
    return _PARAGRAPH, _PARAGRAPH_BOUNDS


def bounds(name: str) -> set[str]:
    """The tags that an end tag never reaches beyond."""
    if name == "table":
        return set()
    if name in _LISTS:
        return CELLS | {"table"}
    return _STOPPED_BY.get(name, _BOUNDS - {name})


def heading_of(tag: Tag) -> int:
    """The level of the heading that it is, for Word's styles too; 0 when it is none."""
    if tag.name in _HEADINGS or not tag.attributes:
        return _HEADINGS.get(tag.name, 0)
    outline = _OUTLINE.search(tag.attributes.get("style", ""))
    if outline:
        return int(outline[1])
    return int("msotitle" in tag.attributes.get("class", "").lower().split())


def _is_unshown(tag: Tag) -> bool:
    if tag.name in _UNSHOWN:
        return True
    return bool(tag.attributes) and (
        "hidden" in tag.attributes
        or bool(_STYLE_ENDS.search(tag.attributes.get("style", "").lower()))
    )


def spans(tag: Tag | None) -> tuple[int, int]:
    """How many columns and rows a cell covers."""
    if tag is None or not tag.attributes:
        return 1, 1
    return _span(tag.attributes.get("colspan")), _span(tag.attributes.get("rowspan"))


def _span(written: str | None) -> int:
    found = _COUNT.match(written) if written else None
    return min(max(int(found[1]), 1), _MAX_SPAN) if found else 1
