"""The parts of an Excel file that are read, found by their relations as Excel does."""

from contextlib import closing
from dataclasses import dataclass

from lxml.etree import _Element

from prestatie_desktop.importing import refusals
from prestatie_desktop.importing.readers.office_package import Package, parsed
from prestatie_desktop.importing.readers.office_relations import (
    Relation,
    relations,
    relations_part,
)
from prestatie_desktop.importing.readers.sheets_xml import BadSheetError

#: The names of elements in the usual namespace and in that of "Strict Open XML".
SPACES = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)

_MAIN = "xl/workbook.xml"
#: Of a part that is not the cells of a sheet: it stands in memory as a tree.
_MOST_BYTES = 32 * 1024 * 1024
_MACROS = {"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"}


def local(tag: object) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def named(root: _Element | None, name: str) -> list[_Element]:
    """All elements with this name, at any depth, in either namespace."""
    return [] if root is None else list(root.iter(*(space + name for space in SPACES)))


def tree(package: Package, part: str) -> _Element | None:
    """The root of a small part; None when there is none. UserError when it is not small."""
    if not part or not package.has(part):
        return None
    data = bytearray()
    with closing(package.pieces(part)) as pieces:
        for piece in pieces:
            data += piece
            if len(data) > _MOST_BYTES:
                raise refusals.too_intricate(package.name)
    return parsed(bytes(data), package.name)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook: its name and where its cells are."""

    title: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a workbook says of itself. Parts that are not there are ""."""

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    persons: str
    from_1904: bool
    has_macros: bool


def workbook(package: Package) -> Workbook:
    """Read it. Raises BadSheetError when this is no workbook."""
    main = of_sort(relations_of(package, ""), "officeDocument") or _MAIN
    root = tree(package, main)
    if root is None or local(root.tag) != "workbook":
        raise BadSheetError
    found = relations_of(package, main)
    return Workbook(
        sheets=tuple(_sheets(root, found)),
        strings=of_sort(found, "sharedStrings"),
        styles=of_sort(found, "styles"),
        persons=of_sort(found, "person"),
        from_1904=any(_is_on(each.get("date1904")) for each in named(root, "workbookPr")),
        has_macros=any(each.sort in _MACROS for each in found.values()),
    )


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """What a part points to, by id; of the package when `part` is ""."""
    root = tree(package, relations_part(part))
    return {each.id: each for each in relations(root, part)}


def of_sort(found: dict[str, Relation], sort: str) -> str:
    """The first part of a sort; "" when there is none."""
    return next((each.part for each in found.values() if each.sort == sort), "")


def _sheets(root: _Element, found: dict[str, Relation]) -> list[SheetPart]:
    """The sheets with cells, in order; not those that are one chart, or hold macros."""
    sheets = []
    for each in named(root, "sheet"):
        relation = next((value for key, value in each.items() if local(key) == "id"), "")
        target = found.get(str(relation))
        if target is None:
            raise BadSheetError
        if target.sort == "worksheet":
            hidden = each.get("state", "visible") != "visible"
            sheets.append(SheetPart(" ".join(each.get("name", "").split()), target.part, hidden))
    return sheets


def _is_on(value: str | None) -> bool:
    return value in {"1", "true", "on"}
