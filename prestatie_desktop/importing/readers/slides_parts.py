"""The parts of a presentation that are read, found by their relations as PowerPoint does."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from prestatie_desktop.importing import refusals
from prestatie_desktop.importing.readers.office_package import Package, parsed
from prestatie_desktop.importing.readers.office_relations import (
    Relation,
    relations,
    relations_part,
)
from prestatie_desktop.importing.readers.slides_names import MC, STRICT, A, P, R

_MAIN = "ppt/presentation.xml"
# As many slides as nobody sits through; each is read and drawn up by itself.
_MOST_SLIDES = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideParts:
    """A slide with what it is made after. `layout` and `master` may be missing."""

    number: int
    root: _Element
    relations: dict[str, Relation]
    layout: _Element | None
    master: _Element | None
    notes: _Element | None
    comments: tuple[_Element, ...]


class Presentation:
    """A presentation in an open package. Raises UserError when it is broken."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._seen: dict[str, _Element] = {}
        top = self._relations("").values()
        self._main = next((each.part for each in top if each.sort == "officeDocument"), _MAIN)
        by_id = self._relations(self._main)
        ids = self._root(self._main).iterfind(f"{P}sldIdLst/{P}sldId")
        found = (by_id.get(each.get(R + "id", "")) for each in ids)
        self._slides = [each.part for each in found if each and package.has(each.part)]
        if len(self._slides) > _MOST_SLIDES:
            raise refusals.broken(package.name)

    def __len__(self) -> int:
        return len(self._slides)

    def slides(self) -> Iterator[SlideParts]:
        """The slides in the order in which they are shown."""
        for number, part in enumerate(self._slides, 1):
            yield self._slide(number, part)

    def authors(self) -> list[_Element]:
        """The roots of the parts that name who made comments."""
        sorts = {"commentAuthors", "authors"}
        return self._roots(self._relations(self._main), sorts)

    def read(self, relation: Relation | None) -> _Element | None:
        """The root of what a slide points to; None when it is not there."""
        if relation is None or not self._package.has(relation.part):
            return None
        return self._root(relation.part)

    def _slide(self, number: int, part: str) -> SlideParts:
        own = self._relations(part)
        layout = self._one(own, "slideLayout")
        of_layout = self._relations(layout) if layout else {}
        master = self._one(of_layout, "slideMaster")
        notes = self._one(own, "notesSlide")
        return SlideParts(
            number=number,
            root=self._root(part),
            relations=own,
            layout=self._kept(layout) if layout else None,
            master=self._kept(master) if master else None,
            notes=self._root(notes) if notes else None,
            comments=tuple(self._roots(own, {"comments"})),
        )

    def _one(self, found: dict[str, Relation], sort: str) -> str | None:
        parts = (each.part for each in found.values() if each.sort == sort)
        return next((part for part in parts if self._package.has(part)), None)

    def _roots(self, found: dict[str, Relation], sorts: set[str]) -> list[_Element]:
        return [
            self._root(each.part)
            for each in found.values()
            if each.sort in sorts and self._package.has(each.part)
        ]

    def _kept(self, part: str) -> _Element:
        """A part that many slides are made after."""
        if part not in self._seen:
            self._seen[part] = self._root(part)
        return self._seen[part]

    def _root(self, part: str) -> _Element:
        data = self._package.read(part)
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        root = parsed(data, self._package.name)
        _choose(root)
        return root

    def _relations(self, part: str) -> dict[str, Relation]:
        """What a part points to, by id; of the package when `part` is ""."""
        root = self._package.xml_if_any(relations_part(part))
        return {each.id: each for each in relations(root, part)}


def _choose(root: _Element) -> None:
    """Put the newest spelling that says anything in the place of each choice between spellings."""
    for choice in list(root.iter(MC + "AlternateContent")):
        parent = choice.getparent()
        if parent is None:
            continue
        chosen = next((each for each in choice if len(each)), None)
        place = parent.index(choice)
        for child in () if chosen is None else reversed(list(chosen)):
            parent.insert(place, child)
        parent.remove(choice)


def text_of(element: _Element | None) -> str:
    """All text in an element."""
    found = () if element is None else element.iter(A + "t")
    return "".join(each.text or "" for each in found)
