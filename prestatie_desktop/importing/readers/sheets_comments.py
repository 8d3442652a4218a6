"""What people remarked at cells of an Excel file: notes, and conversations with their answers."""

from collections.abc import Iterator
from itertools import chain

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_package import Package
from prestatie_desktop.importing.readers.office_text import moment
from prestatie_desktop.importing.readers.sheets_parts import (
    local,
    named,
    of_sort,
    relations_of,
    tree,
)
from prestatie_desktop.importing.readers.sheets_places import place_of
from prestatie_desktop.importing.readers.sheets_runs import unescaped
from prestatie_desktop.importing.source import Comment, Stamp

#: By row and column of the cell.
Comments = dict[tuple[int, int], tuple[Comment, ...]]

#: For programs that know no conversations Excel writes them a second time, as notes of nobody.
_SHADOW = "tc="


def read_comments(package: Package, part: str, persons: str) -> Comments:
    """The comments of the sheet in this part, those of one cell in order."""
    found = relations_of(package, part)
    notes = tree(package, of_sort(found, "comments"))
    conversations = tree(package, of_sort(found, "threadedComment"))
    names = _names(tree(package, persons))
    comments: dict[tuple[int, int], list[Comment]] = {}
    for place, comment in chain(_notes(notes), _conversations(conversations, names)):
        comments.setdefault(place, []).append(comment)
    return {place: tuple(said) for place, said in comments.items()}


def _notes(root: _Element | None) -> Iterator[tuple[tuple[int, int], Comment]]:
    authors = dict(enumerate((each.text or "").strip() for each in named(root, "author")))
    for each in named(root, "comment"):
        author = authors.get(_number(each.get("authorId", "")), "")
        text = unescaped("".join(part.text or "" for part in named(each, "t"))).strip()
        # Excel begins a note with the name of who writes it.
        text = text.removeprefix(f"{author}:").strip() if author else text
        if text and not author.startswith(_SHADOW):
            yield place_of(each.get("ref", "")), Comment(Stamp(author), text)


def _conversations(
    root: _Element | None, names: dict[str, str]
) -> Iterator[tuple[tuple[int, int], Comment]]:
    for each in () if root is None else root:
        text = "".join(child.text or "" for child in each if local(child.tag) == "text").strip()
        if local(each.tag) == "threadedComment" and text:
            stamp = Stamp(names.get(each.get("personId", ""), ""), moment(each.get("dT")))
            yield place_of(each.get("ref", "")), Comment(stamp, text)


def _names(root: _Element | None) -> dict[str, str]:
    persons = () if root is None else root
    return {each.get("id", ""): each.get("displayName", "") for each in persons}


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 8 else -1
