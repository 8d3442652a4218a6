"""Reads OpenDocument texts (.odt, .ott, .fodt): the text as it is printed, with who changed what."""

from pathlib import Path

from lxml.etree import _Element

from prestatie_desktop.importing import refusals
from prestatie_desktop.importing.readers.odf_lists import list_styles
from prestatie_desktop.importing.readers.odf_names import OFFICE, TEXT
from prestatie_desktop.importing.readers.odf_package import OpenDocument, open_document
from prestatie_desktop.importing.readers.odf_styles import Styles
from prestatie_desktop.importing.readers.office_assembly import Assembly
from prestatie_desktop.importing.readers.office_notices import Notices
from prestatie_desktop.importing.readers.open_text_blocks import BlockReader, Document
from prestatie_desktop.importing.readers.open_text_changes import Changes, regions
from prestatie_desktop.importing.readers.open_text_notes import headers_and_footers, notes
from prestatie_desktop.importing.source import Form, Source
from prestatie_desktop.importing.watch import UNWATCHED, Watch

_DOING = "OpenDocument-tekst lezen"


def read_open_text(path: Path, name: str, watch: Watch = UNWATCHED) -> Source:
    """What an OpenDocument text holds.

    Insertions are in the text and deletions are not. Raises UserError when the file is broken or
    asks for a password.
    """
    watch.at(_DOING)
    opened = open_document(path, name)
    body = opened.content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise refusals.broken(name)
    return _source(opened, body, name, watch)


def _source(opened: OpenDocument, body: _Element, name: str, watch: Watch) -> Source:
    notices = Notices()
    document = _document(opened.content, opened, notices)
    total = sum(1 for _ in body.iter(TEXT + "p", TEXT + "h"))
    assembly = Assembly(watch, _DOING, total)
    assembly.add(BlockReader(document).read(body))
    assembly.add_apart(notes(document))
    if opened.styles is not None:
        around = _document(opened.styles, opened, notices)
        assembly.add_apart(headers_and_footers(opened.styles, around))
    return assembly.source(name, Form.OPEN_TEXT, notices.sentences())


def _document(part: _Element, opened: OpenDocument, notices: Notices) -> Document:
    """What the texts in a part share; each part has automatic styles of its own."""
    return Document(
        Styles(part, opened.styles),
        list_styles(part, opened.styles),
        Changes(regions(part)),
        notices,
    )
