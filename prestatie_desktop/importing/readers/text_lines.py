"""The lines of a text, and which of them are rows of a table."""

import re
from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from prestatie_desktop.domain.richtext_markers import typed_marker

HEADING = re.compile(r" {0,3}(#{1,6}) +(?=\S)")

_SURROGATES = re.compile("[\ud800-\udfff]")
_TABLE = re.compile(r"<(/?)table(?=[\s/>])[^<>]*>", re.IGNORECASE)
_RULED = re.compile(
    r"\s*+\|?+(?>(?:\s*+:?+-++:?+\s*+\|)+)(?:\s*+:?+-++:?+)?\s*+|\s*+\+(?>(?:[-=:]++\+)+)\s*+"
)


class Kind(Enum):
    """How a line is to be read."""

    TYPED = auto()
    #: A row with tabs between its cells.
    TABS = auto()
    #: A row with pipes between its cells, or the line under the heads of such a table.
    PIPES = auto()
    #: From <table> to </table>.
    TAGS = auto()


class Line(NamedTuple):
    """A line, or what stands before or after a page break in it."""

    text: str
    #: From 1.
    number: int
    #: Whether a blank line or a page break stands before it.
    gap: bool
    #: The line as it stands; "" for what is not the first in it.
    whole: str
    kind: Kind = Kind.TYPED

    @property
    def is_blank(self) -> bool:
        """Whether it is a row of blank cells. Other blank lines are only gaps."""
        return not self.text.strip()


def split(text: str) -> list[str]:
    """The lines as an editor counts them."""
    text = _SURROGATES.sub("\ufffd", text)
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def groups(lines: list[str]) -> Iterator[list[Line]]:
    """Lines that belong together: those of one table, or typed lines without a gap."""
    group: list[Line] = []
    for line in _without_blank_rows(_marked(list(_numbered(lines)))):
        if group and _is_apart(line, group[-1]):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def is_ruled(text: str) -> bool:
    """Whether it is the line under the heads of a table with pipes, or between its rows."""
    return _RULED.fullmatch(text) is not None


def _is_apart(line: Line, before: Line) -> bool:
    return line.kind is not before.kind or (line.gap and line.kind is not Kind.TAGS)


def _numbered(lines: list[str]) -> Iterator[Line]:
    gap = False
    for number, whole in enumerate(lines, 1):
        shown = whole if whole.strip() else ""
        for page, text in enumerate(whole.split("\f")):
            gap = gap or page > 0
            is_blank = not text.strip()
            if is_blank and "\t" not in text:
                gap = True
                continue
            yield Line(text, number, gap, "" if is_blank else shown)
            gap, shown = False, shown if is_blank else ""


def _marked(lines: list[Line]) -> list[Line]:
    _mark_tags(lines)
    at = 0
    while at < len(lines):
        at = _mark_table(lines, at)
    return lines


def _mark_tags(lines: list[Line]) -> None:
    """Mark what stands between the tags of a table; one that never ends is no table."""
    found = [_TABLE.findall(line.text) if "<" in line.text else [] for line in lines]
    last = max((at for at, ends in enumerate(found) if "/" in ends), default=-1)
    depth = 0
    for at in range(last + 1):
        if depth or "" in found[at]:
            lines[at] = lines[at]._replace(kind=Kind.TAGS)
            depth = max(depth + sum(-1 if end else 1 for end in found[at]), 0)


def _mark_table(lines: list[Line], at: int) -> int:
    """Mark the table that begins here, if any, and tell where to go on."""
    end = at
    if _begins_pipes(lines, at):
        end = _end(lines, at, _goes_on_with_pipes)
        kind = Kind.PIPES
    elif _is_tabbed(lines[at]):
        end = _end(lines, at, _goes_on_with_tabs)
        kind = Kind.TABS if _is_table(lines[at:end]) else Kind.TYPED
    for place in range(at, end):
        lines[place] = lines[place]._replace(kind=kind)
    return max(end, at + 1)


def _end(lines: list[Line], at: int, goes_on: Callable[[Line], bool]) -> int:
    """Where the lines end that go on without a gap."""
    end = at + 1
    while end < len(lines) and not lines[end].gap and goes_on(lines[end]):
        end += 1
    return end


def _begins_pipes(lines: list[Line], at: int) -> bool:
    text = lines[at].text.strip()
    if lines[at].kind is not Kind.TYPED or ("|" not in text and "+" not in text):
        return False
    if text.startswith("|") and text.count("|") > 1:
        return True
    if at + 1 == len(lines) or lines[at + 1].gap or lines[at + 1].kind is not Kind.TYPED:
        return False
    below = lines[at + 1].text
    return is_ruled(below) if "|" in text else is_ruled(text) and below.lstrip().startswith("|")


def _goes_on_with_pipes(line: Line) -> bool:
    return line.kind is Kind.TYPED and ("|" in line.text or is_ruled(line.text))


def _is_tabbed(line: Line) -> bool:
    """Whether tabs may make cells of it: they do not after a list marker or in a heading."""
    if "\t" not in line.text or line.kind is not Kind.TYPED or HEADING.match(line.text):
        return False
    marker = typed_marker(line.text)
    return marker is None or "\t" in line.text[marker[2] :].strip(" ")


def _goes_on_with_tabs(line: Line) -> bool:
    """A list item below rows that is indented by a tab stands in their second column."""
    return _is_tabbed(line) or (line.kind is Kind.TYPED and line.text.startswith("\t"))


def _is_table(run: list[Line]) -> bool:
    """Whether there is more than indented text in it."""
    if all(line.is_blank for line in run):
        return False
    return any(line.is_blank or _has_cells(line.text) for line in run)


def _has_cells(text: str) -> bool:
    filled = [cell for cell in text.split("\t") if cell.strip()]
    return len(filled) > 1 or text.rstrip(" ").endswith("\t\t")


def _without_blank_rows(lines: list[Line]) -> Iterator[Line]:
    """Rows of blank cells begin and join tables; elsewhere they are gaps."""
    before: Line | None = None
    for line in lines:
        if line.is_blank:
            gap = line.gap or (before is not None and before.is_blank and before.gap)
            before = line._replace(gap=gap)
            continue
        if before is not None and before.is_blank:
            is_row = line.kind is before.kind is Kind.TABS and not line.gap
            line = line._replace(gap=before.gap if is_row else True)  # noqa: PLW2901
        yield line
        before = line
