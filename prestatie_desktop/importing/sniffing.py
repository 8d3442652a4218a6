"""What sort of file something is, by its contents. Its ending decides only where those do not."""

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from prestatie_desktop.importing import archives
from prestatie_desktop.importing.archives import Entry


class Kind(StrEnum):
    """A sort of file. Those from OLD_WORD on are recognised in order to say what to do with them."""

    WORD = "word"
    XLSX = "xlsx"
    SLIDES = "slides"
    OPEN_TEXT = "open_text"
    OPEN_SHEETS = "open_sheets"
    OPEN_SLIDES = "open_slides"
    PDF = "pdf"
    HTML = "html"
    CSV = "csv"
    TEXT = "text"
    OLD_WORD = "old_word"
    OLD_EXCEL = "old_excel"
    OLD_SLIDES = "old_slides"
    OLD_OFFICE = "old_office"
    BINARY_EXCEL = "binary_excel"
    RICH_TEXT = "rich_text"
    PROTECTED = "protected"
    DOSSIER = "dossier"
    PICTURE = "picture"
    PACKED = "packed"
    APPLE = "apple"
    XML = "xml"
    NO_DOCUMENT = "no_document"


_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The number that marks a dossier stands at a fixed place in the header of its database.
_DATABASE, _DOSSIER = b"SQLite format 3\0", slice(68, 72)
_BEGINNINGS = {
    b"{\\rtf": Kind.RICH_TEXT,
    b"\x89PNG\r\n\x1a\n": Kind.PICTURE,
    b"\xff\xd8\xff": Kind.PICTURE,
    b"II*\0": Kind.PICTURE,
    b"MM\0*": Kind.PICTURE,
    b"GIF8": Kind.PICTURE,
    b"\x1f\x8b": Kind.PACKED,
    b"7z\xbc\xaf\x27\x1c": Kind.PACKED,
    b"Rar!\x1a\x07": Kind.PACKED,
    b"\x7fELF": Kind.NO_DOCUMENT,
}


def kind_of(path: Path, name: str) -> tuple[Kind, tuple[Entry, ...]]:
    """The sort of file, and what is in it when it is an archive. Raises UserError and OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        entries = archives.contents(path, name)
        return _archive_kind(path, entries, name), entries
    return _kind(path, head), ()


def _kind(path: Path, head: bytes) -> Kind:
    if head.startswith(_OLE):
        return _old_office(path)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(_DATABASE):
        return Kind.DOSSIER if head[_DOSSIER] == b"PrAf" else Kind.NO_DOCUMENT
    if head[4:12] in {b"ftypheic", b"ftypmif1"} or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return Kind.PICTURE
    known = (kind for start, kind in _BEGINNINGS.items() if head.startswith(start))
    return next(known, None) or _text_kind(_as_text(head), path.suffix.lower())


# What an archive holds


_MAIN_PART = re.compile(
    rb"(wordprocessingml|ms-word|spreadsheetml|ms-excel|presentationml|ms-powerpoint)"
    rb"\.(\w[\w.]*\.)?main(\+xml)?"
)
_OFFICE = {
    b"wordprocessingml": Kind.WORD,
    b"ms-word": Kind.WORD,
    b"spreadsheetml": Kind.XLSX,
    b"ms-excel": Kind.XLSX,
    b"presentationml": Kind.SLIDES,
    b"ms-powerpoint": Kind.SLIDES,
}
_OPEN = (
    (b"application/vnd.oasis.opendocument.text", Kind.OPEN_TEXT),
    (b"application/vnd.oasis.opendocument.spreadsheet", Kind.OPEN_SHEETS),
    (b"application/vnd.oasis.opendocument.presentation", Kind.OPEN_SLIDES),
)


def _archive_kind(path: Path, entries: Iterable[Entry], name: str) -> Kind:
    parts = {entry.name: entry for entry in entries}
    if part := parts.get("[Content_Types].xml"):
        return _office_kind(archives.read(path, part, name, 4 * 1024**2))
    if part := parts.get("mimetype"):
        return _open_kind(path, part, parts.get("META-INF/manifest.xml"), name)
    if "content.xml" in parts and "META-INF/manifest.xml" in parts:
        # Repacked by a program that left the first entry out.
        return _open_kind(path, parts["META-INF/manifest.xml"], None, name)
    return Kind.APPLE if any(part.endswith(".iwa") for part in parts) else Kind.PACKED


def _office_kind(types: bytes) -> Kind:
    found = _MAIN_PART.search(types)
    if found is None:
        return Kind.NO_DOCUMENT
    if b".binary." in found[0]:
        return Kind.BINARY_EXCEL
    return _OFFICE[found[1]]


def _open_kind(path: Path, part: Entry, manifest: Entry | None, name: str) -> Kind:
    if manifest and b":encryption-data" in archives.read(path, manifest, name, 4 * 1024**2):
        return Kind.PROTECTED
    stated = archives.read(path, part, name)
    return next((kind for start, kind in _OPEN if start in stated), Kind.NO_DOCUMENT)


# Office before 2007


_STREAMS = (
    ("EncryptedPackage", Kind.PROTECTED, ()),
    ("WordDocument", Kind.OLD_WORD, (".doc", ".dot")),
    ("Workbook", Kind.OLD_EXCEL, (".xls", ".xlt")),
    ("Book", Kind.OLD_EXCEL, (".xls", ".xlt")),
    ("PowerPoint Document", Kind.OLD_SLIDES, (".ppt", ".pps", ".pot")),
)


def _old_office(path: Path) -> Kind:
    """By the names of its streams. One may hold another (a sheet in a text): the ending helps."""
    data = path.read_bytes()
    found = [(kind, ends) for stream, kind, ends in _STREAMS if _directory_name(stream) in data]
    by_ending = (kind for kind, ends in found if not ends or path.suffix.lower() in ends)
    return next(by_ending, found[0][0] if found else Kind.OLD_OFFICE)


def _directory_name(stream: str) -> bytes:
    """As it stands in a directory: at the end of the name are zeros."""
    return stream.encode("utf-16-le") + b"\0\0"


# Text


_PAGE = re.compile(r"<(!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_TAG = re.compile(r"</?(table|tr|td|p|div|h[1-6]|ul|ol|li|span|style|script)\b", re.IGNORECASE)
_LEAD = re.compile(r"(\s|<!--.*?-->|<\?xml[^>]*\?>)*", re.DOTALL)
_FLAT = re.compile(r"<office:document\b[^>]*office:mimetype=\"([^\"]+)\"")

_WEB, _SEPARATED = {".html", ".htm", ".xhtml"}, {".csv", ".tsv"}
# Text in which tables may stand as tags.
_PLAIN = {".txt", ".text", ".md", ".markdown"}


def _as_text(head: bytes) -> str:
    """Good enough to see tags and separators."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").decode("latin-1")


def _text_kind(text: str, ending: str) -> Kind:
    lead = _LEAD.match(text)
    start = text[lead.end() :] if lead else text
    tagged = _TAG.match(start) if ending not in _WEB else _TAG.search(text)
    if _PAGE.match(start) or (tagged and ending not in _PLAIN):
        return Kind.HTML
    if text.lstrip().startswith("<?xml") or start.startswith("<office:document"):
        return _xml_kind(text)
    if ending in _SEPARATED or (ending not in {".md", ".markdown"} and _is_tabular(text)):
        return Kind.CSV
    return Kind.TEXT


def _xml_kind(text: str) -> Kind:
    stated = _FLAT.search(text)
    kinds = (kind for start, kind in _OPEN if stated and start.decode() in stated[1])
    return next(kinds, Kind.XML)


def _is_tabular(text: str) -> bool:
    """Whether every line has equally many semicolons: that is no prose."""
    # Of a longer text this is only the beginning, cut off in the middle of a line.
    whole = text if len(text) < _HEAD // 4 else text.rpartition("\n")[0]
    lines = [line for line in whole.splitlines() if line.strip()]
    counts = {line.count(";") for line in lines}
    return len(lines) >= 3 and len(counts) == 1 and counts != {0}
