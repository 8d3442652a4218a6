"""The parts of a zipped Office file (Word, OpenDocument), read without trusting what is in them."""

import zlib
from collections.abc import Generator
from pathlib import Path
from typing import Self
from zipfile import BadZipFile, ZipFile

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from prestatie_desktop.importing import refusals

_UNREADABLE = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
)


class Package:
    """An open file of parts. Use it in a `with`; whatever is wrong with it raises UserError."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        try:
            self._zip = ZipFile(path)
        except _UNREADABLE as error:
            raise refusals.broken(name) from error
        # Names of parts are the same in capitals; writers use both.
        self._names = {each.lower(): each for each in self._zip.namelist()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._names

    def read(self, part: str) -> bytes:
        """The bytes of a part."""
        try:
            return self._zip.read(self._names[part.lower()])
        except (KeyError, *_UNREADABLE) as error:
            raise refusals.broken(self.name) from error

    def pieces(self, part: str, size: int = 1 << 18) -> Generator[bytes, None, None]:
        """The bytes of a part in pieces, for what is too large to be in memory at once."""
        try:
            with self._zip.open(self._names[part.lower()]) as file:
                while piece := file.read(size):
                    yield piece
        except (KeyError, *_UNREADABLE) as error:
            raise refusals.broken(self.name) from error

    def xml(self, part: str) -> _Element:
        """The root of a part that must be there."""
        return parsed(self.read(part), self.name)

    def xml_if_any(self, part: str) -> _Element | None:
        """The root of a part that may be missing."""
        return self.xml(part) if self.has(part) else None


def parsed(data: bytes, name: str) -> _Element:
    """The root of an XML document; UserError when it is broken or defines entities."""
    parser = XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = fromstring(data, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise refusals.broken(name) from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(dtd.iterentities()):
        # No Office program writes these, and they are a way to blow up whoever reads them.
        raise refusals.broken(name)
    return root
