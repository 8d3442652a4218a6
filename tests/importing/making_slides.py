"""Real .odp files for tests, spelled as LibreOffice spells them."""

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.importing.making_open_text import NAMESPACES

_MIME = "application/vnd.oasis.opendocument.presentation"
_PRESENTATION = 'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'


def frame(kind: str, content: str, x: float = 1, y: float = 5) -> str:
    """A frame of a class ("title", "outline", "notes"; "" for a loose one) with text."""
    stated = f' presentation:class="{kind}"' if kind else ""
    place = f'svg:x="{x}cm" svg:y="{y}cm" svg:width="10cm" svg:height="2cm"'
    return f"<draw:frame{stated} {place}><draw:text-box>{content}</draw:text-box></draw:frame>"


def line(text: str) -> str:
    """A paragraph."""
    return f"<text:p>{escape(text)}</text:p>"


def page(content: str, notes: str = "", style: str = "dp1") -> str:
    """A slide."""
    noted = frame("notes", line(notes)) if notes else ""
    return (
        f'<draw:page draw:name="p" draw:style-name="{style}">{content}'
        f"<presentation:notes>{noted}</presentation:notes></draw:page>"
    )


def make_open_slides(
    path: Path, slides: Iterable[tuple[str, Iterable[str]]] = (), pages: str = ""
) -> Path:
    """A presentation of slides with a title and lines, then of `pages`."""
    body = "".join(
        page(
            frame("title", line(title), y=1)
            + frame("outline", f"<text:list><text:list-item>{''.join(map(line, lines))}"
                    "</text:list-item></text:list>")
        )
        for title, lines in slides
    )  # fmt: skip
    styles = (
        '<style:style style:name="dp1" style:family="drawing-page"/>'
        '<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties '
        'presentation:visibility="hidden"/></style:style>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} '
        f"{_PRESENTATION}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:presentation>{body}{pages}</office:presentation></office:body>"
        "</office:document-content>"
    )
    manifest = f'<manifest:manifest {NAMESPACES}><manifest:file-entry manifest:full-path="/"/>'
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIME, ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f"{manifest}</manifest:manifest>")
    return path
