"""The least a word processor reads as a document: paragraphs and tables in a .docx."""

import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.benchmarks.contents import Cells

_OPEN = "http://schemas.openxmlformats.org"
_TYPES = (
    f'<Types xmlns="{_OPEN}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_OPEN}/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def write_docx(parts: Iterable[str | Cells], path: Path) -> None:
    """Write the words as a word processor has them, for it to lay out."""
    body = "".join(_paragraph(p) if isinstance(p, str) else _table(p) for p in parts)
    main = f"{_OPEN}/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>'
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _DECLARED + _TYPES)
        file.writestr("_rels/.rels", _DECLARED + _RELATIONS)
        file.writestr("word/document.xml", _DECLARED + document)


def _paragraph(words: str) -> str:
    text = escape(unescape(re.sub(r"<[^>]*>", " ", words)))
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _table(table: Cells) -> str:
    rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in table.rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr>{rows}</w:tbl><w:p/>'


def _cell(lines: tuple[str, ...]) -> str:
    return f"<w:tc>{''.join(map(_paragraph, lines)) or '<w:p/>'}</w:tc>"
