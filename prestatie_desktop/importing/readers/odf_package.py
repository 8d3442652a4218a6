"""An OpenDocument file, zipped or flat: its content and its styles."""

from dataclasses import dataclass
from pathlib import Path
from zipfile import is_zipfile

from lxml.etree import _Element

from prestatie_desktop.importing import refusals
from prestatie_desktop.importing.readers.odf_names import MANIFEST
from prestatie_desktop.importing.readers.office_package import Package, parsed


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """The two parts that hold what a person sees. Of a flat file both are the whole of it."""

    content: _Element
    styles: _Element | None


def open_document(path: Path, name: str) -> OpenDocument:
    """Read an OpenDocument file; UserError when it is broken or asks for a password."""
    if not is_zipfile(path):
        return _flat(path, name)
    with Package(path, name) as package:
        _refuse_locked(package)
        return OpenDocument(package.xml("content.xml"), package.xml_if_any("styles.xml"))


def _flat(path: Path, name: str) -> OpenDocument:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refusals.broken(name) from error
    root = parsed(data, name)
    return OpenDocument(root, root)


def _refuse_locked(package: Package) -> None:
    manifest = package.xml_if_any("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(MANIFEST + "encryption-data"), None) is not None:
        raise refusals.protected(package.name)
