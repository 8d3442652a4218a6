"""Archives (.docx, .xlsx, .odt … are zip files) that somebody may have made to do harm.

`contents` looks at what an archive says of itself, `verify` at whether it is true. Only then does a
reader open it. Nothing is ever unpacked to disk, and an archive in an archive is never opened.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from prestatie_desktop.importing import limits, refusals
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.words.translation import tr

_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_CHUNK = 1 << 18
_ENCRYPTED = 0x1 | 0x40

# What office programs declare their XML to be in; other names are ways to say "<!DOCTYPE" unseen.
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = {
    b"utf-8",
    b"utf8",
    b"us-ascii",
    b"ascii",
    b"iso-8859-1",
    b"iso-8859-15",
    b"windows-1252",
}
_EBCDIC = b"\x4c\x6f\xa7\x94"
_MARKS = (b"<!DOCTYPE", b"<!ENTITY")
_WIDE_MARKS = tuple(
    mark.decode().encode(code)
    for mark in _MARKS
    for code in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)
_LONGEST = max(map(len, _WIDE_MARKS))
# Before the first "<": a mark of the encoding, blanks, and halves of wide characters.
_BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
# Never read as XML here, and honest pictures in SVG do declare a DOCTYPE.
_PICTURE = ".svg"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive: where it begins, and how large it is packed and unpacked."""

    name: str
    start: int
    packed: int
    unpacked: int
    deflated: bool


class _Sips(io.FileIO):
    """A file that is never read in one gulp, whatever size an archive claims for its contents."""

    def read(self, size: int | None = -1, /) -> bytes:
        most = limits.MAX_DIRECTORY
        if size is not None and size > most:
            raise zipfile.BadZipFile
        data = super().read(most + 1 if size is None or size < 0 else size) or b""
        if len(data) > most:
            raise zipfile.BadZipFile
        return data


def contents(path: Path, name: str) -> tuple[Entry, ...]:
    """What is in an archive. Raises UserError when it says of itself what no document says."""
    with _Sips(path) as file:
        try:
            found = zipfile.ZipFile(file).infolist()
            if len(found) > limits.MAX_ENTRIES:
                raise refusals.bomb(name)
            entries = tuple(_entry(file, info, name) for info in found)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise refusals.broken(name) from error
    if _misleads(entries):
        raise refusals.bomb(name)
    return entries


def _entry(file: BinaryIO, info: zipfile.ZipInfo, name: str) -> Entry:
    if info.flag_bits & _ENCRYPTED:
        raise refusals.protected(name)
    if info.compress_type not in {_STORED, _DEFLATED}:
        raise refusals.bomb(name)
    return Entry(
        name=info.filename,
        start=_start(file, info.header_offset),
        packed=info.compress_size,
        unpacked=info.file_size,
        deflated=info.compress_type == _DEFLATED,
    )


def _start(file: BinaryIO, offset: int) -> int:
    """Where the bytes of an entry begin: after a header of its own that ends in a name."""
    if offset < 0:
        raise zipfile.BadZipFile
    file.seek(offset)
    header = file.read(30)
    if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
        raise zipfile.BadZipFile
    name, extra = header[26:28], header[28:]
    return offset + 30 + int.from_bytes(name, "little") + int.from_bytes(extra, "little")


def _misleads(entries: tuple[Entry, ...]) -> bool:
    names = [entry.name for entry in entries]
    return (
        len(set(names)) < len(names)
        or any(map(_is_absurd, names))
        or sum(entry.unpacked for entry in entries) > limits.MAX_UNPACKED
        or _overlap(entries)
    )


def _is_absurd(name: str) -> bool:
    return (
        not name
        or len(name) > limits.MAX_NAME
        or not name.isprintable()
        or ".." in re.split(r"[/\\]", name)
    )


def _overlap(entries: Iterable[Entry]) -> bool:
    """Whether the same bytes are unpacked twice: how a small file becomes an endless one."""
    spans = sorted((entry.start, entry.start + entry.packed) for entry in entries)
    return any(end > following for (_, end), (following, _) in pairwise(spans))


def verify(
    path: Path,
    entries: Iterable[Entry],
    name: str,
    most_xml: int = limits.MAX_XML_IN_PASSING,
    watch: Watch = UNWATCHED,
) -> None:
    """Unpack everything once, piece by piece, and forget it.

    Raises UserError when a size is a lie, when there is more XML than `most_xml` bytes, or when XML
    declares entities of its own.
    """
    xml = 0
    with path.open("rb") as file:
        for entry in entries:
            xml += _verified(file, entry, name, watch)
            if xml > most_xml:
                raise refusals.too_intricate(name)


def _verified(file: BinaryIO, entry: Entry, name: str, watch: Watch) -> int:
    """How many bytes of XML an entry has. What it is shows in its bytes, never in its name."""
    pieces = unpacked(file, entry)
    first = next(pieces, b"")
    is_xml = _is_xml(first) and not entry.name.lower().endswith(_PICTURE)
    if is_xml:
        _refuse_bomb(entry, name)
        pieces = _without_declarations(first, pieces, name)
    size = len(first)
    for piece in pieces:
        watch.at(tr("Uitpakken"))
        size += len(piece)
        if size > entry.unpacked:
            raise refusals.bomb(name)
    if size != entry.unpacked:
        raise refusals.broken(name)
    return size if is_xml else 0


def _is_xml(beginning: bytes) -> bool:
    return beginning.lstrip(_BEFORE).startswith(b"<") or beginning.startswith(_EBCDIC)


def _refuse_bomb(entry: Entry, name: str) -> None:
    if (
        entry.unpacked > limits.RATIO_COUNTS_FROM
        and entry.unpacked > entry.packed * limits.MAX_RATIO
    ):
        raise refusals.bomb(name)


def _without_declarations(first: bytes, pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Go on with `pieces`; raise UserError where the XML declares something."""
    marks = _WIDE_MARKS if b"\0" in first[:64] else _MARKS
    if _has_odd_encoding(first) or _declares(first, marks):
        raise refusals.unsafe_xml(name)
    tail = first[-_LONGEST:]
    for piece in pieces:
        if _declares(tail + piece, marks):
            raise refusals.unsafe_xml(name)
        tail = (tail + piece)[-_LONGEST:]
        yield piece


def _declares(xml: bytes, marks: tuple[bytes, ...]) -> bool:
    return any(mark in xml for mark in marks)


def _has_odd_encoding(beginning: bytes) -> bool:
    found = _ENCODING.match(beginning.lstrip(_BEFORE))
    return beginning.startswith(_EBCDIC) or (
        found is not None and found[1].lower() not in _ENCODINGS
    )


def read(path: Path, entry: Entry, name: str, most: int = limits.MEGABYTE) -> bytes:
    """The bytes of a small entry. Raises UserError when there are more than `most`."""
    data = b""
    with path.open("rb") as file:
        for piece in unpacked(file, entry):
            data += piece
            if len(data) > most:
                raise refusals.bomb(name)
    return data


def unpacked(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    """The bytes of an entry in pieces of a fixed size at most. What is damaged ends it early."""
    file.seek(entry.start)
    left = entry.packed
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    while left > 0 and (packed := file.read(min(left, _CHUNK))):
        left -= len(packed)
        if not entry.deflated:
            yield packed
            continue
        try:
            yield from _inflated(inflate, packed)
        except zlib.error:
            return


def _inflated(inflate: "zlib._Decompress", packed: bytes) -> Iterator[bytes]:
    while not inflate.eof and (piece := inflate.decompress(packed, _CHUNK)):
        yield piece
        packed = inflate.unconsumed_tail
