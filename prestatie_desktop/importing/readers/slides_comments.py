"""Remarks beside slides, in the old and the new spelling of PowerPoint."""

from collections.abc import Iterable, Iterator

from lxml.etree import QName, _Element

from prestatie_desktop.importing.readers.office_text import moment
from prestatie_desktop.importing.readers.slides_names import A
from prestatie_desktop.importing.source import Comment, Stamp


def authors(roots: Iterable[_Element]) -> dict[str, str]:
    """The name of each author by id."""
    return {
        each.get("id", ""): each.get("name", "")
        for root in roots
        for each in root
        if isinstance(each.tag, str)
    }


def comments(roots: Iterable[_Element], names: dict[str, str]) -> Iterator[Comment]:
    """The remarks in these parts, answers too, in order."""
    for root in roots:
        for each in root.iter("{*}cm", "{*}reply"):
            text = "\n".join(filter(None, _texts(each)))
            if text:
                author = names.get(each.get("authorId", ""), "")
                yield Comment(Stamp(author, moment(each.get("dt") or each.get("created"))), text)


def _texts(element: _Element) -> Iterator[str]:
    for child in element:
        name = QName(child).localname if isinstance(child.tag, str) else ""
        if name == "text":
            yield (child.text or "").strip()
        elif name == "txBody":
            for paragraph in child.iterfind(A + "p"):
                yield "".join(each.text or "" for each in paragraph.iter(A + "t")).strip()
