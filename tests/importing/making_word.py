"""Builds real .docx files for tests, spelled as Word spells them."""

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'mc:Ignorable="w14 w15 w16du"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

#: As Dutch Word names its styles: invariant names, Dutch ids.
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri"/><w:sz w:val="22"/></w:rPr>
</w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>
<w:basedOn w:val="Standaard"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/>
<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Themakop"><w:name w:val="Themakop"/>
<w:basedOn w:val="Kop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Kopvaninhoudsopgave"><w:name w:val="TOC Heading"/>
<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Vet"><w:name w:val="Vette alinea"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Zwaar"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Accent"><w:name w:val="Accent"/>
<w:basedOn w:val="Zwaar"/><w:rPr><w:i/><w:u w:val="single"/></w:rPr></w:style>
"""


def run(text: str, properties: str = "") -> str:
    """A run, with the identifiers of editing sessions that Word leaves everywhere."""
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidR="00A1B2C3">{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str = "", *, style: str = "", number: str = "", more: str = "") -> str:
    """A paragraph of text, or of runs when `content` begins with a tag. `number`: "3" or "3:1"."""
    inside = content if content.startswith("<") or not content else run(content)
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        num, _, level = number.partition(":")
        properties += f'<w:numPr><w:ilvl w:val="{level or 0}"/><w:numId w:val="{num}"/></w:numPr>'
    return (
        '<w:p w14:paraId="2A1B0C3D" w14:textId="77777777" w:rsidR="00A1B2C3" w:rsidRDefault="00D4">'
        f"<w:pPr>{properties}{more}</w:pPr>{inside}</w:p>"
    )


def inserted(content: str, who: str = "Bo", at: str = "2024-03-01T09:30:00Z") -> str:
    return f'<w:ins w:id="90" w:author="{who}" w:date="{at}">{content}</w:ins>'


def deleted(text: str, who: str = "Bo", at: str = "2024-03-01T09:30:00Z") -> str:
    gone = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f'<w:del w:id="91" w:author="{who}" w:date="{at}">{gone}</w:del>'


def deleted_end(who: str = "Bo", at: str = "2024-03-01T09:30:00Z") -> str:
    """Paragraph properties that say the paragraph mark was deleted."""
    return f'<w:rPr><w:del w:id="92" w:author="{who}" w:date="{at}"/></w:rPr>'


def cell(*paragraphs: str, properties: str = "") -> str:
    inside = "".join(paragraphs) or paragraph()
    return f'<w:tc><w:tcPr><w:tcW w:w="2000"/>{properties}</w:tcPr>{inside}</w:tc>'


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; a cell that is not a tag is text."""
    inside = "".join(each if each.startswith("<") else cell(paragraph(each)) for each in cells)
    return f'<w:tr w:rsidR="00A1"><w:trPr>{properties}</w:trPr>{inside}</w:tr>'


def table(*rows: str) -> str:
    return f'<w:tbl><w:tblPr><w:tblW w:w="0"/></w:tblPr><w:tblGrid/>{"".join(rows)}</w:tbl>'


def level(
    place: int,
    text: str,
    sort: str = "decimal",
    *,
    start: int = 1,
    more: str = "",
    style: str = "",
) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{sort}"/>'
        f'{linked}{more}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def numbering(*families: str, numbers: str = "") -> str:
    """Numbering definitions; number 1 is the first family, 2 the second. More in `numbers`."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="multilevel"/>{each}'
        "</w:abstractNum>"
        for place, each in enumerate(families)
    )
    plain = "".join(
        f'<w:num w:numId="{place + 1}"><w:abstractNumId w:val="{place}"/></w:num>'
        for place in range(len(families))
    )
    return abstract + plain + numbers


def comment(number: int, who: str, text: str, at: str = "2024-04-02T10:00:00Z") -> str:
    """A comment; its paragraph has the id `0000000N`."""
    return (
        f'<w:comment w:id="{number}" w:author="{who}" w:date="{at}" w:initials="X">'
        f'<w:p w14:paraId="{number:08}"><w:r><w:annotationRef/></w:r>{run(text)}</w:p></w:comment>'
    )


def commented(number: int, content: str) -> str:
    """Runs with a comment on them."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def part(root: str, content: str) -> str:
    return f"{_HEAD}<{root} {NAMESPACES}>{content}</{root}>"


def make_word(
    path: Path, body: str, *, styles: str = STYLES, parts: Mapping[str, str] | None = None
) -> Path:
    """Write a .docx. `parts` are further parts by sort: numbering, comments, header, footnotes …"""
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    every = {"styles": part("w:styles", styles)} | {
        sort: content
        if content.startswith("<?xml")
        else part(_ROOTS.get(sort, f"w:{sort}"), content)
        for sort, content in (parts or {}).items()
    }
    files = {
        "[Content_Types].xml": _content_types(list(every)),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": part("w:document", f"<w:body>{body}{section}</w:body>"),
        "word/_rels/document.xml.rels": _relations({sort: f"{sort}.xml" for sort in every}),
    } | {f"word/{sort}.xml": content for sort, content in every.items()}
    return write_parts(path, files)


def write_parts(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a zip file of parts."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


_ROOTS = {
    "header": "w:hdr",
    "header2": "w:hdr",
    "footer": "w:ftr",
    "commentsExtended": "w15:commentsEx",
}


def _relations(parts: Mapping[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{sort.rstrip("2")}" Target="{target}"/>'
        for number, (sort, target) in enumerate(parts.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types(parts: list[str]) -> str:
    sort = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    lines = "".join(
        f'<Override PartName="/word/{each}.xml" ContentType="{sort}.{each}+xml"/>' for each in parts
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        f'ContentType="{sort}.document.main+xml"/>{lines}</Types>'
    )
