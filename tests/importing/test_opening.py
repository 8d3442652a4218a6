"""Opening a file of any kind: what is read, and one clear sentence for what is not."""

import os
import socket
from pathlib import Path

import pytest

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import limits, opening, refusals
from prestatie_desktop.importing.opening import FILE_FILTER, SUFFIXES, open_source
from prestatie_desktop.importing.sniffing import Kind
from prestatie_desktop.importing.source import Form, Source
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.hostile import HONEST
from tests.importing.making_sheets import zipped
from tests.importing.test_sniffing import old

FORMS = {
    "een.docx": Form.WORD,
    "een.odt": Form.OPEN_TEXT,
    "een.xlsx": Form.SHEETS,
    "een.ods": Form.SHEETS,
    "een.pptx": Form.SLIDES,
    "een.odp": Form.SLIDES,
    "een.pdf": Form.PDF,
    "open.pdf": Form.PDF,
    "rijk.pdf": Form.PDF,
    "een.txt": Form.TEXT,
    "breed.txt": Form.TEXT,
    "een.md": Form.TEXT,
    "een.csv": Form.SHEETS,
    "een.html": Form.HTML,
}


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        open_source(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert "niet ingelezen; het dossier is niet gewijzigd" in sentence
    return sentence


@pytest.mark.parametrize("name", HONEST)
def test_every_kind_is_read(tmp_path: Path, name: str) -> None:
    source = open_source(HONEST[name](tmp_path / name))
    assert source.form is FORMS[name]
    assert source.name == name
    assert source.lines
    assert source.pieces()


@pytest.mark.parametrize("name", HONEST)
def test_reading_changes_nothing_on_disk(tmp_path: Path, name: str) -> None:
    path = HONEST[name](tmp_path / name)
    before = path.read_bytes()
    open_source(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", HONEST)
def test_reading_tells_what_it_does_and_stops_when_asked(tmp_path: Path, name: str) -> None:
    path = HONEST[name](tmp_path / name)
    told: list[str] = []
    open_source(path, Watch(tell=lambda text, _done, _total: told.append(text)))
    assert told[0] == f"{name} openen"
    with pytest.raises(StoppedError):
        open_source(path, Watch(is_stopped=lambda: True))


def test_what_is_read_goes_by_contents_and_not_by_name(tmp_path: Path) -> None:
    path = HONEST["een.docx"](tmp_path / "een.docx").rename(tmp_path / "brief.xlsx")
    assert open_source(path).form is Form.WORD


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "staat niet (meer) op zijn plaats" in refusal(tmp_path / "weg.docx")
    assert "staat niet (meer) op zijn plaats" in refusal(tmp_path / "weg" / "weg.docx")
    (tmp_path / "link.docx").symlink_to(tmp_path / "weg.docx")
    assert "staat niet (meer) op zijn plaats" in refusal(tmp_path / "link.docx")


@pytest.mark.parametrize("name", ["a\0b.docx", "n" * 300 + ".docx"])
def test_a_name_that_no_disk_has_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="staat niet"):
        open_source(tmp_path / name)


def test_a_link_in_a_circle_is_said_to_be_missing(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "staat niet (meer) op zijn plaats" in refusal(tmp_path / "a")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "map.docx").mkdir()
    assert "is een map" in refusal(tmp_path / "map.docx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_pipes_devices_and_sockets_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    assert "is geen gewoon bestand" in refusal(tmp_path / "pijp.txt")
    assert "is geen gewoon bestand" in refusal(Path("/dev/zero"))
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(tmp_path / "s"))
        assert "is geen gewoon bestand" in refusal(tmp_path / "s")


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "niets.pdf").touch()
    assert "is leeg" in refusal(tmp_path / "niets.pdf")


@pytest.mark.parametrize("text", ["\n\n  \t\n", "\ufeff", " "])
def test_a_file_of_blanks_has_no_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "wit.txt").write_text(text, "utf-8")
    assert "bevat geen tekst" in refusal(tmp_path / "wit.txt")


def test_a_file_that_may_not_be_read_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = HONEST["een.txt"](tmp_path / "een.txt")

    def deny(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening, "kind_of", deny)
    assert "mag niet worden gelezen" in refusal(path)


@pytest.mark.parametrize("name", HONEST)
def test_a_file_that_vanishes_halfway_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    path = HONEST[name](tmp_path / name)

    def vanish(*_: object) -> None:
        path.unlink(missing_ok=True)

    with pytest.raises(UserError, match="staat niet"):
        open_source(path, Watch(tell=vanish))


def test_a_disk_that_fails_is_not_blamed_on_the_file() -> None:
    assert "controleer de verbinding" in str(refusals.of_system("x", OSError(5, ""))).lower()
    assert "beschadigd" in str(refusals.of_system("x", OSError(22, "")))


@pytest.mark.parametrize(
    ("name", "size", "most"),
    [("groot.pdf", limits.MAX_FILE + 1, "200 MB"), ("groot.txt", limits.MAX_TEXT + 1, "50 MB")],
)
def test_a_file_that_is_too_large_is_refused_unread(
    tmp_path: Path, name: str, size: int, most: str
) -> None:
    with (tmp_path / name).open("wb") as file:
        file.write(b"Tekst\n")
        file.truncate(size)
    assert f"is groter dan {most}" in refusal(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("x.doc", old("WordDocument"), "Open het in Word of LibreOffice en kies Opslaan als .docx"),
        ("x.xls", old("Workbook"), "Open het in Excel of LibreOffice en kies Opslaan als .xlsx"),
        ("x.ppt", old("PowerPoint Document"), "LibreOffice en kies Opslaan als .pptx"),
        ("x.docx", old("EncryptedPackage"), "beveiligd met een wachtwoord"),
        ("x.msg", old("Bericht"), "Sla het op als .docx"),
        ("x.rtf", b"{\\rtf1 tekst}", "Opslaan als .docx"),
        ("x.png", b"\x89PNG\r\n\x1a\n....", "tekstherkenning"),
        ("x.xml", b"<?xml version='1.0'?><a/>", "is een XML-bestand"),
        ("x.prestatie", b"SQLite format 3\0".ljust(68, b"\0") + b"PrAf", "Dossier openen"),
        ("x.exe", b"\x7fELF\x02\x01\x01", "is geen document met tekst"),
        ("x.gz", b"\x1f\x8b\x08\x00", "Pak het eerst uit"),
    ],
)
def test_what_is_not_read_comes_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, advice: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert advice in refusal(tmp_path / name)


def test_archives_that_are_no_documents_come_with_what_to_do(tmp_path: Path) -> None:
    assert "Pak het eerst uit" in refusal(zipped(tmp_path / "a.zip", {"brief.docx": "x"}))
    assert "Pages" in refusal(zipped(tmp_path / "a.pages", {"Index/Document.iwa": "x"}))


def test_noise_is_no_document(tmp_path: Path) -> None:
    for name, beginning in (("x.txt", b""), ("x.html", b"<html>")):
        (tmp_path / name).write_bytes(beginning + bytes(range(256)) * 20)
        assert "is geen document met tekst" in refusal(tmp_path / name)


def test_a_stumbling_library_is_a_damaged_file_and_stands_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(*_: object) -> Source:
        raise RuntimeError("diep in een bibliotheek")

    monkeypatch.setitem(opening._READERS, Kind.TEXT, stumble)
    assert "is beschadigd" in refusal(HONEST["een.txt"](tmp_path / "een.txt"))
    assert "diep in een bibliotheek" in caplog.text


def test_memory_that_runs_out_is_a_file_that_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def burst(*_: object) -> Source:
        raise MemoryError

    monkeypatch.setitem(opening._READERS, Kind.TEXT, burst)
    assert "te groot" in refusal(HONEST["een.txt"](tmp_path / "een.txt"))


@pytest.mark.parametrize("name", HONEST)
def test_more_lines_than_memory_holds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = HONEST[name](tmp_path / name)
    monkeypatch.setattr(limits, "MAX_LINES", 1)
    assert "heeft meer dan 1 regels of cellen" in refusal(path)


def test_a_name_is_shown_as_far_as_it_can_be() -> None:
    assert refusals.quoted("af\ud800\n.docx") == "“af??.docx”"


def test_a_dialog_offers_what_can_be_read() -> None:
    first = FILE_FILTER.split(";;")[0]
    assert first.startswith("Documenten (*.docx")
    assert all(f"*{suffix}" in first for suffix in SUFFIXES)
    assert {Path(name).suffix for name in HONEST} <= set(SUFFIXES)
    assert FILE_FILTER.endswith("Alle bestanden (*)")
