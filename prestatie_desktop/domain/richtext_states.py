"""What pasted html says of the text inside a tag."""

import re
from dataclasses import dataclass, replace
from typing import Self

from prestatie_desktop.domain.richtext_normal import LINK_ID
from prestatie_desktop.domain.richtext_tags import Tag
from prestatie_desktop.domain.richtext_values import ListKind, Run

MARK_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "sup": "superscript",
    "sub": "subscript",
}
NO_MARKS = Run(text="")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_HIDDEN_CLASSES = {"msodel", "msocommentreference", "msocommenttext"}
_WORD_LEVEL = re.compile(r"\blevel([1-9])\b")
_SMALL_NUMBER = re.compile(r"\s*([0-9]{1,4})\s*")


@dataclass(frozen=True, slots=True)
class State:
    """What holds for text inside the tag `tag`: its marks, its place in lists, what to skip."""

    tag: str = ""
    run: Run = NO_MARKS
    in_link: bool = False
    hidden: bool = False
    marker: bool = False
    pre: bool = False
    kind: ListKind | None = None
    level: int = 0
    start: int = 1
    number: int | None = None
    word_level: int | None = None

    def within(self, tag: Tag) -> Self:
        """Return what holds inside `tag`, opened here."""
        style = _style(tag.attributes.get("style", ""))
        word_list = style.get("mso-list", "")
        word_level = _WORD_LEVEL.search(word_list)
        in_link = self.in_link or tag.name == "a"
        inside = replace(
            self,
            tag=tag.name,
            in_link=in_link,
            run=_marked(self.run, tag, style, in_link=in_link),
            hidden=self.hidden or _is_hidden(tag, style),
            marker=self.marker or word_list == "ignore",
            pre=self.pre or tag.name == "pre",
            number=_small_number(tag.attributes.get("value", "")),
            word_level=int(word_level[1]) if word_level else None,
        )
        if tag.name in ("ul", "ol"):
            start = _small_number(tag.attributes.get("start", ""))
            kind = _list_kind(tag, style)
            return replace(inside, kind=kind, level=self.level + 1, start=start or 1)
        if tag.name == "table":
            return replace(inside, kind=None, level=0)
        return inside


def _style(text: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in text.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _is_hidden(tag: Tag, style: dict[str, str]) -> bool:
    return (
        tag.name == "del"
        or style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("mso-element", "").startswith("comment")
        or not _HIDDEN_CLASSES.isdisjoint(tag.attributes.get("class", "").lower().split())
    )


def _list_kind(tag: Tag, style: dict[str, str]) -> ListKind:
    if tag.name == "ul":
        return ListKind.BULLET
    spelled = style.get("list-style-type") or style.get("list-style") or ""
    if tag.attributes.get("type", "") in ("a", "A") or "alpha" in spelled or "latin" in spelled:
        return ListKind.LETTER
    return ListKind.DECIMAL


def _marked(run: Run, tag: Tag, style: dict[str, str], *, in_link: bool) -> Run:
    if tag.name in MARK_TAGS:
        run = _with_mark(run, MARK_TAGS[tag.name])
    elif tag.name in _HEADINGS:
        run = replace(run, bold=True)
    elif tag.name == "a":
        target = tag.attributes.get("href", "").strip().removeprefix("item:")
        is_item = tag.attributes.get("href", "").strip() == f"item:{target}"
        run = replace(run, link=target if is_item and LINK_ID.fullmatch(target) else None)
    run = _raised(_drawn(run, style), style)
    # Links elsewhere are underlined by whoever made them; that is no emphasis of the author.
    return replace(run, underline=False) if in_link else run


def _drawn(run: Run, style: dict[str, str]) -> Run:
    if weight := style.get("font-weight"):
        heavy = weight[:3] in ("600", "700", "800", "900")
        run = replace(run, bold=heavy or weight.startswith("bold"))
    if slope := style.get("font-style"):
        run = replace(run, italic=slope in ("italic", "oblique"))
    if line := style.get("text-decoration") or style.get("text-decoration-line"):
        run = replace(run, underline="underline" in line or (run.underline and line != "none"))
    return run


def _raised(run: Run, style: dict[str, str]) -> Run:
    height = style.get("vertical-align")
    if height == "super":
        return _with_mark(run, "superscript")
    if height == "sub":
        return _with_mark(run, "subscript")
    if height == "baseline":
        return replace(run, superscript=False, subscript=False)
    return run


def _with_mark(run: Run, mark: str) -> Run:
    if mark in ("superscript", "subscript"):
        return replace(run, superscript=mark == "superscript", subscript=mark == "subscript")
    return replace(
        run,
        bold=run.bold or mark == "bold",
        italic=run.italic or mark == "italic",
        underline=run.underline or mark == "underline",
    )


def _small_number(text: str) -> int | None:
    number = _SMALL_NUMBER.fullmatch(text)
    return int(number[1]) if number else None
