"""What a file is shows in its contents; its ending decides only where those do not."""

import sqlite3
from pathlib import Path
from zipfile import ZipFile

import pytest

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.sniffing import Kind, kind_of
from prestatie_desktop.storage.file_format import APPLICATION_ID
from tests.importing import making_open_text
from tests.importing.hostile import HONEST, rezipped
from tests.importing.making_sheets import zipped

KINDS = {
    "een.docx": Kind.WORD,
    "een.odt": Kind.OPEN_TEXT,
    "een.xlsx": Kind.XLSX,
    "een.ods": Kind.OPEN_SHEETS,
    "een.pptx": Kind.SLIDES,
    "een.odp": Kind.OPEN_SLIDES,
    "een.pdf": Kind.PDF,
    "open.pdf": Kind.PDF,
    "rijk.pdf": Kind.PDF,
    "een.txt": Kind.TEXT,
    "breed.txt": Kind.TEXT,
    "een.md": Kind.TEXT,
    "een.csv": Kind.CSV,
    "een.html": Kind.HTML,
}


def sniffed(path: Path, data: bytes | None = None) -> Kind:
    if data is not None:
        path.write_bytes(data)
    return kind_of(path, path.name)[0]


@pytest.mark.parametrize("name", HONEST)
def test_every_kind_is_known(tmp_path: Path, name: str) -> None:
    assert sniffed(HONEST[name](tmp_path / name)) is KINDS[name]


@pytest.mark.parametrize("ending", ["txt", "doc", ""])
@pytest.mark.parametrize(
    "name", ["een.docx", "een.xlsx", "een.pptx", "een.ods", "een.pdf", "een.html"]
)
def test_a_wrong_ending_does_not_matter(tmp_path: Path, name: str, ending: str) -> None:
    path = tmp_path / f"bestand.{ending}"
    HONEST[name](tmp_path / name).rename(path)
    assert sniffed(path) is KINDS[name]


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        ("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", Kind.WORD),
        ("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", Kind.WORD),
        ("vnd.ms-word.document.macroEnabled.main+xml", Kind.WORD),
        ("vnd.ms-word.template.macroEnabledTemplate.main+xml", Kind.WORD),
        ("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", Kind.XLSX),
        ("vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", Kind.XLSX),
        ("vnd.ms-excel.sheet.macroEnabled.main+xml", Kind.XLSX),
        ("vnd.ms-excel.sheet.binary.macroEnabled.main", Kind.BINARY_EXCEL),
        ("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", Kind.SLIDES),
        ("vnd.openxmlformats-officedocument.presentationml.template.main+xml", Kind.SLIDES),
        ("vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml", Kind.SLIDES),
        ("vnd.ms-powerpoint.presentation.macroEnabled.main+xml", Kind.SLIDES),
        ("vnd.ms-visio.drawing.main+xml", Kind.NO_DOCUMENT),
    ],
)
def test_templates_and_files_with_macros_are_documents(
    tmp_path: Path, content_type: str, kind: Kind
) -> None:
    part = f'<Types><Override PartName="/x" ContentType="application/{content_type}"/></Types>'
    assert sniffed(zipped(tmp_path / "x", {"[Content_Types].xml": part, "x": "<x/>"})) is kind


@pytest.mark.parametrize(
    ("mime", "kind"),
    [
        ("text", Kind.OPEN_TEXT),
        ("text-template", Kind.OPEN_TEXT),
        ("spreadsheet", Kind.OPEN_SHEETS),
        ("presentation-template", Kind.OPEN_SLIDES),
        ("graphics", Kind.NO_DOCUMENT),
    ],
)
def test_templates_of_opendocument_are_documents(tmp_path: Path, mime: str, kind: Kind) -> None:
    stated = f"application/vnd.oasis.opendocument.{mime}"
    assert sniffed(zipped(tmp_path / "x", {"mimetype": stated, "content.xml": "<x/>"})) is kind


def test_opendocument_without_its_first_part_is_known_by_its_list_of_parts(tmp_path: Path) -> None:
    whole = making_open_text.make_open_text(tmp_path / "x", making_open_text.paragraph("Tekst"))
    parts: dict[str, str | bytes] = {
        "content.xml": "<x/>",
        "META-INF/manifest.xml": _manifest(whole),
    }
    assert sniffed(zipped(tmp_path / "y", parts)) is Kind.OPEN_TEXT


def _manifest(path: Path) -> bytes:
    with ZipFile(path) as archive:
        return archive.read("META-INF/manifest.xml")


def test_opendocument_with_a_password_is_known(tmp_path: Path) -> None:
    path = HONEST["een.odt"](tmp_path / "x.odt")
    manifest = b'<manifest:encryption-data manifest:checksum="x"/>'
    assert sniffed(rezipped(path, {"META-INF/manifest.xml": manifest})) is Kind.PROTECTED


def test_opendocument_in_one_xml_file_is_known(tmp_path: Path) -> None:
    path = making_open_text.make_flat_open_text(tmp_path / "x", making_open_text.paragraph("Tekst"))
    assert sniffed(path) is Kind.OPEN_TEXT


def old(*streams: str) -> bytes:
    """The beginning of a file of Office 97 with streams of these names."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names


@pytest.mark.parametrize(
    ("name", "streams", "kind"),
    [
        ("x.doc", ["Root Entry", "WordDocument"], Kind.OLD_WORD),
        ("x.xls", ["Root Entry", "Workbook"], Kind.OLD_EXCEL),
        ("x.xls", ["Root Entry", "Book"], Kind.OLD_EXCEL),
        ("x.ppt", ["Root Entry", "PowerPoint Document"], Kind.OLD_SLIDES),
        ("x.docx", ["Root Entry", "EncryptionInfo", "EncryptedPackage"], Kind.PROTECTED),
        ("x.doc", ["Root Entry", "WordDocument", "ObjectPool", "Workbook"], Kind.OLD_WORD),
        ("x.xls", ["Root Entry", "Workbook", "MBD1", "WordDocument"], Kind.OLD_EXCEL),
        ("x.docx", ["Root Entry", "Workbook"], Kind.OLD_EXCEL),
        ("x.msg", ["Root Entry", "__properties_version1.0"], Kind.OLD_OFFICE),
    ],
)
def test_office_of_before_2007_is_known_by_what_is_in_it(
    tmp_path: Path, name: str, streams: list[str], kind: Kind
) -> None:
    assert sniffed(tmp_path / name, old(*streams)) is kind


def test_a_dossier_is_known_and_any_other_database_is_no_document(tmp_path: Path) -> None:
    for path, number in ((tmp_path / "een", APPLICATION_ID), (tmp_path / "ander", 1)):
        with sqlite3.connect(path) as database:
            database.execute(f"PRAGMA application_id = {number}")
            database.execute("CREATE TABLE t (a)")
        database.close()
    assert sniffed(tmp_path / "een") is Kind.DOSSIER
    assert sniffed(tmp_path / "ander") is Kind.NO_DOCUMENT


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (rb"{\rtf1\ansi tekst}", Kind.RICH_TEXT),
        (b"\x89PNG\r\n\x1a\n...", Kind.PICTURE),
        (b"\xff\xd8\xff\xe0...", Kind.PICTURE),
        (b"II*\0...", Kind.PICTURE),
        (b"MM\0*...", Kind.PICTURE),
        (b"RIFF....WEBP", Kind.PICTURE),
        (b"....ftypheic", Kind.PICTURE),
        (b"\x1f\x8b....", Kind.PACKED),
        (b"7z\xbc\xaf\x27\x1c", Kind.PACKED),
        (b"x" * 1000 + b"%PDF-1.4", Kind.PDF),
        (b"x" * 1024 + b"%PDF-1.4", Kind.TEXT),
        (b'<?xml version="1.0"?><rekening/>', Kind.XML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html><html><p>Tekst</p></html>', Kind.HTML),
        (b"\xef\xbb\xbf  <!-- leeg --> <HTML><P>Tekst</P></HTML>", Kind.HTML),
        ("<!doctype html><p>Tekst</p>".encode("utf-16"), Kind.HTML),
        (b"<table><tr><td>Plein</td></tr></table>", Kind.HTML),
        (b"Wij zeggen <b>ja</b>.", Kind.TEXT),
    ],
)
def test_other_kinds_are_known_by_how_they_begin(
    tmp_path: Path, beginning: bytes, kind: Kind
) -> None:
    assert sniffed(tmp_path / "x", beginning) is kind


def test_text_with_a_table_in_tags_stays_text(tmp_path: Path) -> None:
    tagged = b"<table><tr><td>Plein</td></tr></table>\n\n# Thema\n"
    assert sniffed(tmp_path / "x.md", tagged) is Kind.TEXT
    assert sniffed(tmp_path / "x.txt", b"# Thema\n" + tagged) is Kind.TEXT
    assert sniffed(tmp_path / "x.html", b"Zomaar <p>tekst") is Kind.HTML


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("x.csv", "een regel", Kind.CSV),
        ("x.tsv", "a\tb", Kind.CSV),
        ("x", "a;b\n1;2\n3;4\n", Kind.CSV),
        ("x.txt", "a;b;c\n1;2;3\n\n3;4;5", Kind.CSV),
        ("x.txt", "aa;bb;cc\n" * 2000, Kind.CSV),
        ("x.txt", "a;b\n1;2\n", Kind.TEXT),
        ("x.txt", "Wij doen dit; en dat.\nOok dit.\nEn dat; en dat.\n", Kind.TEXT),
        ("x.md", "a;b\n1;2\n3;4\n", Kind.TEXT),
        ("x.txt", "a\tb\n1\t2\n3\t4\n", Kind.TEXT),
    ],
)
def test_separated_values_are_known_by_ending_or_by_equal_lines(
    tmp_path: Path, name: str, text: str, kind: Kind
) -> None:
    assert sniffed(tmp_path / name, text.encode()) is kind


def test_other_archives_are_no_documents(tmp_path: Path) -> None:
    assert sniffed(zipped(tmp_path / "x.zip", {"brief.docx": "x"})) is Kind.PACKED
    assert sniffed(zipped(tmp_path / "x.pages", {"Index/Document.iwa": "x"})) is Kind.APPLE
    assert sniffed(zipped(tmp_path / "y", {"[Content_Types].xml": "<Types/>"})) is Kind.NO_DOCUMENT


def test_a_list_of_parts_without_end_is_not_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x", {"[Content_Types].xml": "<Types>" + " " * 5_000_000})
    with pytest.raises(UserError, match="niet veilig"):
        sniffed(path)
