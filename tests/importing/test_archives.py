"""Archives that somebody made to do harm, and honest ones that look like it."""

from pathlib import Path
from time import process_time
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import archives, limits
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.hostile import HONEST, deflated, raw_zip
from tests.importing.patience import PATIENCE

XML = b'<?xml version="1.0"?><a>tekst</a>'


def zipped(path: Path, **files: bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def checked(path: Path) -> tuple[archives.Entry, ...]:
    entries = archives.contents(path, "x.docx")
    archives.verify(path, entries, "x.docx")
    return entries


def refused(path: Path, because: str) -> None:
    with pytest.raises(UserError, match=because) as caught:
        checked(path)
    assert "het dossier is niet gewijzigd" in str(caught.value)


@pytest.mark.parametrize("name", [name for name in HONEST if name[-4:] in {"docx", "xlsx", "pptx"}])
def test_an_honest_office_file_passes(tmp_path: Path, name: str) -> None:
    assert len(checked(HONEST[name](tmp_path / name))) > 3


def test_what_is_in_it_is_read_whole(tmp_path: Path) -> None:
    long = b"<a>" + b"0123456789" * 200_000 + b"</a>"
    path = zipped(tmp_path / "x", kort=b"kort", lang=long, leeg=b"")
    found = {entry.name: entry for entry in checked(path)}
    assert archives.read(path, found["kort"], "x") == b"kort"
    assert archives.read(path, found["leeg"], "x") == b""
    assert archives.read(path, found["lang"], "x", most=limits.MAX_TEXT) == long


def test_a_part_that_is_read_at_once_may_not_be_large(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x", lang=b"0123456789" * 200_000)
    with pytest.raises(UserError, match="niet veilig"):
        archives.read(path, checked(path)[0], "x")


def test_many_equal_rows_are_no_bomb(tmp_path: Path) -> None:
    row = b'<row r="%d"><c r="A%d" t="n"><v>25</v></c><c r="B%d" t="n"><v>25</v></c></row>'
    rows = b"".join(row % (number, number, number) for number in range(200_000))
    path = zipped(tmp_path / "x", blad=b"<sheetData>" + rows + b"</sheetData>")
    (entry,) = checked(path)
    assert entry.unpacked > limits.RATIO_COUNTS_FROM
    assert entry.unpacked > 10 * entry.packed


def test_xml_that_was_packed_a_thousand_times_smaller_is_refused(tmp_path: Path) -> None:
    refused(zipped(tmp_path / "x", blad=b"<a>" + b" " * (9 * limits.MEGABYTE)), "niet veilig")


def test_a_white_picture_is_no_bomb(tmp_path: Path) -> None:
    assert checked(zipped(tmp_path / "x", wit=b"BM" + bytes(9 * limits.MEGABYTE)))


def test_more_than_memory_holds_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    packed = deflated(bytes(1000))
    sizes = [(b"deel%d" % number, -1, packed, 200 * 1024**2) for number in range(4)]
    start = process_time()
    refused(raw_zip(tmp_path / "x", sizes), "niet veilig")
    assert process_time() - start < PATIENCE


def test_a_size_that_is_a_lie_is_found_out(tmp_path: Path) -> None:
    packed = deflated(b"a" * 50_000_000)
    start = process_time()
    refused(raw_zip(tmp_path / "x", [(b"a.xml", -1, packed, 10)]), "niet veilig")
    assert process_time() - start < PATIENCE


def test_a_size_that_is_too_large_is_found_out(tmp_path: Path) -> None:
    refused(raw_zip(tmp_path / "x", [(b"a.xml", -1, deflated(b"abc"), 10)]), "beschadigd")


def test_entries_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    packed = deflated(bytes(1_000_000))
    entries = [(b"a", -1, packed, 1_000_000), *((b"b%d" % n, 0, packed, 9) for n in range(20))]
    refused(raw_zip(tmp_path / "x", entries), "niet veilig")


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    entries = [(b"a.xml", -1, deflated(XML), len(XML))] * 2
    refused(raw_zip(tmp_path / "x", entries), "niet veilig")


@pytest.mark.parametrize("name", [b"../../weg.xml", b"a\\..\\..\\b", b"a\nb", b"n" * 1001, b"\x7f"])
def test_absurd_names_are_refused(tmp_path: Path, name: bytes) -> None:
    refused(raw_zip(tmp_path / "x", [(name, -1, deflated(XML), len(XML))]), "niet veilig")


def test_parts_with_a_password_are_refused_as_such(tmp_path: Path) -> None:
    path = raw_zip(tmp_path / "x", [(b"a.xml", -1, deflated(XML), len(XML))], flags=1)
    refused(path, "beveiligd met een wachtwoord")


def test_a_way_of_packing_that_office_never_uses_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "x", "w", ZIP_BZIP2) as archive:
        archive.writestr("a.xml", XML)
    refused(tmp_path / "x", "niet veilig")


def test_more_parts_than_any_document_has_are_refused(tmp_path: Path) -> None:
    entries = [(b"%d" % n, -1, b"", 0) for n in range(limits.MAX_ENTRIES + 1)]
    refused(raw_zip(tmp_path / "x", entries), "niet veilig")


def test_a_table_of_contents_without_end_is_never_read(tmp_path: Path) -> None:
    entries = [(b"n" * 60_000 + b"%d" % n, -1, b"", 0) for n in range(150)]
    path = raw_zip(tmp_path / "x", entries)
    assert path.stat().st_size > limits.MAX_DIRECTORY
    refused(path, "beschadigd")


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    packed = deflated(b"a" * 50_000_000)
    inner = raw_zip(tmp_path / "inner", [(b"a.xml", -1, packed, 10)])
    assert checked(zipped(tmp_path / "x", **{"word/embeddings/bom.zip": inner.read_bytes()}))


@pytest.mark.parametrize(
    "xml",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>',
        b'\xef\xbb\xbf<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        '<?xml version="1.0"?><!DOCTYPE a []><a/>'.encode("utf-16"),
        "<!DOCTYPE a []><a/>".encode("utf-16-be"),
        "<!DOCTYPE a []><a/>".encode("utf-32-le"),
        b"<!--" + b"-" * 300_000 + b"--><!DOCTYPE a []><a/>",
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a +AFsAXQ-><a/>',
        '<?xml version="1.0" encoding="cp037"?><!DOCTYPE a []><a/>'.encode("cp037"),
    ],
)
def test_xml_with_declarations_of_its_own_is_refused(tmp_path: Path, xml: bytes) -> None:
    refused(zipped(tmp_path / "x", **{"word/document.xml": xml}), "DOCTYPE")
    refused(zipped(tmp_path / "y", **{"beeld.bin": xml}), "DOCTYPE")


def test_a_declaration_on_the_seam_of_two_pieces_is_seen(tmp_path: Path) -> None:
    for shift in range(-12, 3):
        xml = b"<a>" + b"x" * ((1 << 18) - 3 + shift) + b"<!DOCTYPE b []></a>"
        with ZipFile(tmp_path / "x", "w") as archive:
            archive.writestr("a.xml", xml)
        refused(tmp_path / "x", "DOCTYPE")


def test_words_that_look_like_a_declaration_are_text(tmp_path: Path) -> None:
    assert checked(zipped(tmp_path / "x", **{"a.xml": b"<a>&lt;!DOCTYPE html&gt;</a>"}))


def test_a_drawing_may_declare_what_it_is(tmp_path: Path) -> None:
    svg = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>'
    assert checked(zipped(tmp_path / "x", **{"word/media/a.svg": svg}))


def test_more_xml_than_stands_in_memory_as_a_tree_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x", a=b"<a>" + b"tekst" * 1000, b=b"<a>" + b"tekst" * 1000)
    entries = archives.contents(path, "x")
    archives.verify(path, entries, "x", most_xml=10_006)
    with pytest.raises(UserError, match="te groot of te ingewikkeld"):
        archives.verify(path, entries, "x", most_xml=10_005)


@pytest.mark.parametrize("keep", [4, 30, 100, -1, -10, -30])
def test_an_archive_that_was_cut_off_is_broken(tmp_path: Path, keep: int) -> None:
    path = zipped(tmp_path / "x", a=XML * 10, b=XML)
    path.write_bytes(path.read_bytes()[:keep])
    refused(path, "beschadigd")


def test_damaged_bytes_are_found_before_a_reader_meets_them(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x", a=bytes(range(256)) * 50)
    data = bytearray(path.read_bytes())
    data[40:60] = b"\xff" * 20
    path.write_bytes(data)
    refused(path, "beschadigd")


def test_unpacking_stops_when_asked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x", a=bytes(2_000_000))
    entries = archives.contents(path, "x")
    with pytest.raises(StoppedError):
        archives.verify(path, entries, "x", watch=Watch(is_stopped=lambda: True))
