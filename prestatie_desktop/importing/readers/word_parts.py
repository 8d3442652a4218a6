"""The parts of a Word file that are read, found by their relations as Word does."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from prestatie_desktop.importing import refusals
from prestatie_desktop.importing.readers.office_package import Package, parsed
from prestatie_desktop.importing.readers.office_relations import (
    Relation,
    relations,
    relations_part,
)
from prestatie_desktop.importing.readers.word_names import W

_MAIN = "word/document.xml"
# Files saved as "Strict Open XML" spell the same in other namespaces.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


@dataclass(frozen=True, slots=True)
class WordParts:
    """The body of the text, and the roots of other parts by sort ("styles", "header")."""

    body: _Element
    others: dict[str, list[_Element]] = field(default_factory=dict)

    def first(self, sort: str) -> _Element | None:
        """The only part of a sort; None when there is none."""
        return next(iter(self.others.get(sort, [])), None)


_READ = {
    "styles",
    "numbering",
    "comments",
    "commentsExtended",
    "footnotes",
    "endnotes",
    "header",
    "footer",
}


def word_parts(package: Package) -> WordParts:
    """All parts that hold text or say how to read it; UserError when the text is missing."""
    main = next((r.part for r in _relations(package, "") if r.sort == "officeDocument"), _MAIN)
    body = _root(package, main).find(W + "body")
    if body is None:
        raise refusals.broken(package.name)
    others: dict[str, list[_Element]] = {}
    for each in _relations(package, main):
        if each.sort in _READ and package.has(each.part):
            others.setdefault(each.sort, []).append(_root(package, each.part))
    return WordParts(body, others)


def _root(package: Package, part: str) -> _Element:
    data = package.read(part)
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return parsed(data, package.name)


def _relations(package: Package, part: str) -> list[Relation]:
    return list(relations(package.xml_if_any(relations_part(part)), part))
