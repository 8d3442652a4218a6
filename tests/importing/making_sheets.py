"""Real spreadsheet files for tests: with openpyxl where it can make them, else part by part."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from prestatie_desktop.importing.source import Source, Table

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_ODF = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"
    for name, urn in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "manifest": "manifest",
    }.items()
} | {
    "dc": "http://purl.org/dc/elements/1.1/",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
_ODF_SPACES = " ".join(f'xmlns:{name}="{urn}"' for name, urn in _ODF.items())


def grid(table: object) -> list[list[str]]:
    """The texts of a table, row by row."""
    assert isinstance(table, Table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def grids(source: Source) -> list[list[list[str]]]:
    """The texts of all tables."""
    return [grid(block) for block in source.blocks]


def tables(source: Source) -> list[Table]:
    """All blocks, which are tables in a spreadsheet."""
    return [block for block in source.blocks if isinstance(block, Table)]


def workbook(path: Path, fill: Callable[[Worksheet], None], title: str = "Sloop") -> Path:
    """A workbook as openpyxl writes it, with one sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    fill(sheet)
    book.save(path)
    return path


def workbook_of(path: Path, sheets: Mapping[str, Iterable[Iterable[Any]]]) -> Path:
    """A workbook with these values on these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def sheet_xml(cells: str, after: str = "", before: str = "") -> str:
    """A sheet with these rows as XML."""
    return f"<worksheet {_MAIN}>{before}<sheetData>{cells}</sheetData>{after}</worksheet>"


def shared(*texts: str) -> str:
    """The part with the texts of a workbook."""
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    return f"<sst {_MAIN}>{items}</sst>"


def parts_of_xlsx(
    sheets: Mapping[str, str], strings: str = "", styles: str = ""
) -> dict[str, str | bytes]:
    """The parts of a workbook whose sheets are XML, by name."""
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{place}" r:id="r{place}"/>'
        for place, name in enumerate(names, 1)
    )
    relations = "".join(
        _relation(f"r{place}", "worksheet", f"worksheets/sheet{place}.xml")
        for place in range(1, len(names) + 1)
    )
    relations += _relation("s", "sharedStrings", "sharedStrings.xml") if strings else ""
    relations += _relation("y", "styles", "styles.xml") if styles else ""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": f"<Relationships {_RELATIONS}>"
        f"{_relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_TYPES}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships {_RELATIONS}>{relations}</Relationships>",
    }
    for place, name in enumerate(names, 1):
        parts[f"xl/worksheets/sheet{place}.xml"] = sheets[name]
    if strings:
        parts["xl/sharedStrings.xml"] = strings
    if styles:
        parts["xl/styles.xml"] = styles
    return parts


def _relation(own: str, sort: str, target: str) -> str:
    return f'<Relationship Id="{own}" Type="{_TYPES}/{sort}" Target="{target}"/>'


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A file with these parts."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def changed(source: Path, path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The same file with other parts: what `change` gives of each; None leaves it out."""
    with ZipFile(source) as file:
        parts = {name: change(name, file.read(name)) for name in file.namelist()}
    return zipped(path, {name: data for name, data in parts.items() if data is not None})


def content_xml(body: str, styles: str = "") -> str:
    """The main part of an OpenDocument spreadsheet."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF_SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def ods(path: Path, body: str, styles: str = "", named_styles: str = "") -> Path:
    """An OpenDocument spreadsheet with these tables as XML."""
    return zipped(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content_xml(body, styles),
            "styles.xml": f"<office:document-styles {_ODF_SPACES}><office:styles>{named_styles}"
            "</office:styles></office:document-styles>",
            "META-INF/manifest.xml": f"<manifest:manifest {_ODF_SPACES}/>",
        },
    )


def ods_table(rows: str, title: str = "Sloop", more: str = "") -> str:
    """A sheet with these rows as XML; `more` are other attributes."""
    return f'<table:table table:name="{title}" {more}>{rows}</table:table>'


def ods_row(*cells: str, more: str = "") -> str:
    """A row of these cells as XML."""
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def ods_cell(*paragraphs: str, more: str = "") -> str:
    """A cell with these paragraphs; `more` are attributes, or all of the value."""
    words = "".join(f"<text:p>{each}</text:p>" for each in paragraphs)
    return f"<table:table-cell {more}>{words}</table:table-cell>"


def ods_number(kind: str, value: str, *shown: str) -> str:
    """A cell with a value, and the words that are shown."""
    return ods_cell(*shown, more=f'office:value-type="{kind}" office:value="{value}"')
