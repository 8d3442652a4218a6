"""Builds real .odt files for tests, spelled as LibreOffice spells them."""

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": f"{_OASIS}office:1.0",
        "text": f"{_OASIS}text:1.0",
        "table": f"{_OASIS}table:1.0",
        "style": f"{_OASIS}style:1.0",
        "draw": f"{_OASIS}drawing:1.0",
        "svg": f"{_OASIS}svg-compatible:1.0",
        "fo": f"{_OASIS}xsl-fo-compatible:1.0",
        "manifest": f"{_OASIS}manifest:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MIME = "application/vnd.oasis.opendocument.text"

#: The named styles of LibreOffice, as far as they matter here.
STYLES = """
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/>
</style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Heading" style:default-outline-level="1">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading"/>
<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis"
 style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
"""
#: Automatic styles, named as LibreOffice names them.
AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P3" style:family="paragraph" style:parent-style-name="Standard">
 <style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="P4" style:family="paragraph" style:parent-style-name="Standard"
 style:master-page-name="Landscape"/>
<style:style style:name="P5" style:family="paragraph" style:parent-style-name="Heading_20_1"
 style:list-style-name=""/>
<style:style style:name="P6" style:family="paragraph" style:parent-style-name="Standard">
 <style:paragraph-properties fo:break-after="page"/></style:style>
<style:style style:name="T1" style:family="text">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"
 style:text-underline-style="solid"/></style:style>
<style:style style:name="T3" style:family="text">
 <style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T4" style:family="text">
 <style:text-properties style:text-position="-33% 58%"/></style:style>
<style:style style:name="T5" style:family="text">
 <style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="T6" style:family="text" style:parent-style-name="Strong_20_Emphasis">
 <style:text-properties style:text-position="0% 100%"/></style:style>
<style:style style:name="T7" style:family="text">
 <style:text-properties text:display="none"/></style:style>
"""


def paragraph(content: str = "", style: str = "Standard") -> str:
    """A paragraph; `content` is text, or XML when it begins with a tag."""
    inside = content if "<" in content else escape(content)
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def heading(text: str, level: int = 1, more: str = "", style: str = "Heading_20_1") -> str:
    return f'<text:h text:style-name="{style}" text:outline-level="{level}" {more}>{text}</text:h>'


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{escape(text)}</text:span>'


def items(*contents: str, style: str = "", more: str = "") -> str:
    """A list; each item is XML, or text when it is no tag."""
    named = f' text:style-name="{style}"' if style else ""
    inside = "".join(
        f"<text:list-item>{each if each.startswith('<') else paragraph(each)}</text:list-item>"
        for each in contents
    )
    return f"<text:list{named} {more}>{inside}</text:list>"


def level(number: int, sort: str = "1", shown: int = 1, after: str = "", more: str = "") -> str:
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{sort}" '
        f'text:display-levels="{shown}" style:num-suffix="{after}" {more}/>'
    )


def list_style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def outline(*levels: str) -> str:
    """The numbering of headings."""
    inside = "".join(levels).replace("list-level-style-number", "outline-level-style")
    return f'<text:outline-style style:name="Outline">{inside}</text:outline-style>'


def info(who: str = "Bo", at: str = "2024-03-01T09:30:00") -> str:
    return (
        f"<office:change-info><dc:creator>{who}</dc:creator><dc:date>{at}</dc:date>"
        "</office:change-info>"
    )


def insertion(name: str, **who: str) -> str:
    return (
        f'<text:changed-region xml:id="{name}" text:id="{name}"><text:insertion>{info(**who)}'
        "</text:insertion></text:changed-region>"
    )


def deletion(name: str, *gone: str, **who: str) -> str:
    """A deletion; each of `gone` is a paragraph."""
    inside = "".join(each if each.startswith("<") else paragraph(each) for each in gone)
    return (
        f'<text:changed-region xml:id="{name}" text:id="{name}"><text:deletion>{info(**who)}'
        f"{inside}</text:deletion></text:changed-region>"
    )


def changes(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def within(name: str, content: str) -> str:
    """Content between the marks of a change."""
    return (
        f'<text:change-start text:change-id="{name}"/>{content}'
        f'<text:change-end text:change-id="{name}"/>'
    )


def gone(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


def annotation(who: str, *lines: str, at: str = "2024-04-02T10:00:00.123000000") -> str:
    inside = "".join(paragraph(each) for each in lines)
    return (
        f'<office:annotation office:name="__Annotation__1" loext:resolved="false">'
        f"<dc:creator>{who}</dc:creator><dc:date>{at}</dc:date>{inside}</office:annotation>"
    )


def cell(*contents: str, more: str = "") -> str:
    inside = "".join(each if each.startswith("<") else paragraph(each) for each in contents)
    return f'<table:table-cell office:value-type="string" {more}>{inside}</table:table-cell>'


COVERED = "<table:covered-table-cell/>"


def row(*cells: str, more: str = "") -> str:
    inside = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<table:table-row {more}>{inside}</table:table-row>"


def table(*rows: str) -> str:
    return (
        '<table:table table:name="Tabel1"><table:table-column '
        f'table:number-columns-repeated="3"/>{"".join(rows)}</table:table>'
    )


def content_part(body: str, automatic: str) -> str:
    return (
        f'{_HEAD}<office:document-content {NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def styles_part(styles: str, automatic: str, masters: str) -> str:
    return (
        f'{_HEAD}<office:document-styles {NAMESPACES} office:version="1.3">'
        f"<office:styles>{styles}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )


def make_open_text(
    path: Path,
    body: str,
    *,
    automatic: str = AUTOMATIC,
    styles: str = STYLES,
    masters: str = "",
    masters_automatic: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> Path:
    """Write an .odt. `masters` are the sorts of pages, with their headers and footers."""
    manifest = (
        f'{_HEAD}<manifest:manifest {NAMESPACES} manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    files: dict[str, str | bytes] = {
        "content.xml": content_part(body, automatic),
        "styles.xml": styles_part(styles, masters_automatic, masters),
        "META-INF/manifest.xml": manifest,
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIME, ZIP_STORED)
        for name, content in (files | dict(parts or {})).items():
            archive.writestr(name, content)
    return path


def make_flat_open_text(path: Path, body: str) -> Path:
    """Write an .fodt: the same in one XML file."""
    path.write_text(
        f'{_HEAD}<office:document {NAMESPACES} office:mimetype="{_MIME}" office:version="1.3">'
        f"<office:styles>{STYLES}</office:styles>"
        f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>",
        encoding="utf-8",
    )
    return path
