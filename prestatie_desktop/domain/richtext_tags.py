"""Splits any text into tags and text, in linear time and without ever failing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*+)")
_ATTRIBUTE = re.compile(
    r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?"""
)
_BETWEEN = re.compile(r"[\s/=]*+")
_ANY_TAG = re.compile(r"<[^<>]*+>?")
# Python refuses to read a number of thousands of digits; no character has one.
_HUGE_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
_UNREAD = ("script", "style", "title", "xml", "textarea", "noscript")
"""Elements whose inside is not text for a reader."""
_ENDS = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in _UNREAD}


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag or an end tag; names in lower case, values without entities."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    is_end: bool = False


def tags_and_text(html: str) -> Iterator[Tag | str]:
    """Yield every tag and every stretch of text of `html` in order; comments are left out."""
    at = 0
    while at < len(html):
        found = html.find("<", at)
        if found != at:
            end = len(html) if found < 0 else found
            yield _text(html[at:end])
            at = end
        elif html.startswith(("<!", "<?"), at):
            at = _after_declaration(html, at)
        elif name := _NAME.match(html, at):
            tag, at = _tag(html, name)
            if tag is None:
                # No end anywhere: what follows cannot be trusted to be tags, yet it is text.
                yield _text(_ANY_TAG.sub("", html[at:]))
                return
            yield tag
            if tag.name in _ENDS and not tag.is_end and not html.endswith("/>", 0, at):
                end_tag = _ENDS[tag.name].search(html, at)
                at = end_tag.start() if end_tag else len(html)
        else:
            yield "<"
            at += 1


def _text(text: str) -> str:
    return unescape(_HUGE_NUMBER.sub("", text))


def _after_declaration(html: str, at: int) -> int:
    mark = "-->" if html.startswith("<!--", at) else ">"
    end = html.find(mark, at + 2)
    return len(html) if end < 0 else end + len(mark)


def _tag(html: str, name: re.Match[str]) -> tuple[Tag | None, int]:
    """Return the tag and where it ends; without an end: nothing, and where its name begins."""
    attributes: dict[str, str] = {}
    at = name.end()
    while True:
        between = _BETWEEN.match(html, at)
        at = between.end() if between else at
        if html.startswith(">", at):
            break
        attribute = _ATTRIBUTE.match(html, at)
        if attribute is None:
            return None, name.start()
        value = attribute[2] or attribute[3] or attribute[4] or ""
        attributes.setdefault(attribute[1].lower(), _text(value))
        at = attribute.end()
    return Tag(name[1].lower(), attributes, html.startswith("</", name.start())), at + 1
