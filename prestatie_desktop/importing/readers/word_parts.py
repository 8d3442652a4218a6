"""The parts of a Word file that are read, found by their relations as Word does."""

from dataclasses import dataclass, field
from posixpath import dirname, join, normpath, split

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_package import Package, broken, parsed
from prestatie_desktop.importing.readers.word_names import RELATIONS, W

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
    main = next((part for sort, part in _relations(package, "") if sort == "officeDocument"), _MAIN)
    body = _root(package, main).find(W + "body")
    if body is None:
        raise broken(package.name)
    others: dict[str, list[_Element]] = {}
    for sort, part in _relations(package, main):
        if sort in _READ and package.has(part):
            others.setdefault(sort, []).append(_root(package, part))
    return WordParts(body, others)


def _root(package: Package, part: str) -> _Element:
    data = package.read(part)
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return parsed(data, package.name)


def _relations(package: Package, part: str) -> list[tuple[str, str]]:
    """Sort and name of each part that a part points to; of the package when `part` is ""."""
    folder, file = split(part)
    root = package.xml_if_any(join(folder, "_rels", f"{file}.rels"))
    if root is None:
        return []
    return [
        (each.get("Type", "").rpartition("/")[2], _target(part, each.get("Target", "")))
        for each in root.iter(RELATIONS + "Relationship")
        if each.get("TargetMode") != "External"
    ]


def _target(part: str, target: str) -> str:
    return normpath(join("/", dirname(part), target)).lstrip("/")
