"""The parts of an Excel file that are read, found by their relations as Excel does."""

from contextlib import closing
from dataclasses import dataclass
from posixpath import dirname, join, normpath, split

from lxml.etree import _Element

from prestatie_desktop.importing import refusals
from prestatie_desktop.importing.readers.office_package import Package, parsed
from prestatie_desktop.importing.readers.sheets_xml import BadSheetError

#: The names of elements in the usual namespace and in that of "Strict Open XML".
SPACES = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)

_MAIN = "xl/workbook.xml"
#: Of a part that is not the cells of a sheet: it stands in memory as a tree.
_MOST_BYTES = 32 * 1024 * 1024
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
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
    main = of_sort(relations(package, ""), "officeDocument") or _MAIN
    root = tree(package, main)
    if root is None or local(root.tag) != "workbook":
        raise BadSheetError
    found = relations(package, main)
    return Workbook(
        sheets=tuple(_sheets(root, found)),
        strings=of_sort(found, "sharedStrings"),
        styles=of_sort(found, "styles"),
        persons=of_sort(found, "person"),
        from_1904=any(_is_on(each.get("date1904")) for each in named(root, "workbookPr")),
        has_macros=any(sort in _MACROS for sort, _ in found.values()),
    )


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """By id: sort and name of each part that a part points to; of the package when it is ""."""
    folder, file = split(part)
    root = tree(package, join(folder, "_rels", f"{file}.rels"))
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            normpath(join("/", dirname(part), each.get("Target", ""))).lstrip("/"),
        )
        for each in (() if root is None else root.iter(_RELATIONSHIP))
        if each.get("TargetMode") != "External"
    }


def of_sort(found: dict[str, tuple[str, str]], sort: str) -> str:
    """The first part of a sort; "" when there is none."""
    return next((part for each, part in found.values() if each == sort), "")


def _sheets(root: _Element, found: dict[str, tuple[str, str]]) -> list[SheetPart]:
    """The sheets with cells, in order; not those that are one chart, or hold macros."""
    sheets = []
    for each in named(root, "sheet"):
        relation = next((value for key, value in each.items() if local(key) == "id"), "")
        sort, part = found.get(str(relation), ("", ""))
        if not part:
            raise BadSheetError
        if sort == "worksheet":
            hidden = each.get("state", "visible") != "visible"
            sheets.append(SheetPart(" ".join(each.get("name", "").split()), part, hidden))
    return sheets


def _is_on(value: str | None) -> bool:
    return value in {"1", "true", "on"}
