"""Headings known by the name of their style, in the languages that office programs speak."""

import re

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre|rubrik|overskrift|titolo|título) ?([1-9])")
_TITLES = {"title", "titel"}


def heading_by_name(name: str) -> int | None:
    """The level of headings with a style of this name; None when it says nothing of headings."""
    lowered = name.strip().lower()
    if lowered in _TITLES:
        return 1
    match = _HEADING.fullmatch(lowered)
    return int(match[1]) if match else None
