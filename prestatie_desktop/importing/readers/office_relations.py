"""How one part of an Office file points to others (ECMA-376 part 2, relationships)."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath, split

from lxml.etree import _Element

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part points: its id there, the sort of thing ("styles", "slide") and its name."""

    id: str
    sort: str
    part: str


def relations_part(part: str) -> str:
    """The part that says where another points; that of the package when `part` is ""."""
    folder, file = split(part)
    return join(folder, "_rels", f"{file}.rels")


def relations(root: _Element | None, part: str) -> Iterator[Relation]:
    """What stands in the root of the relations of a part; what is outside of the file is left out."""
    for each in () if root is None else root.iter(_RELATIONSHIP):
        if each.get("TargetMode") != "External":
            sort = each.get("Type", "").rpartition("/")[2]
            target = normpath(join("/", dirname(part), each.get("Target", ""))).lstrip("/")
            yield Relation(each.get("Id", ""), sort, target)
