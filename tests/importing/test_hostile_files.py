"""Whole files that mean harm, or that are simply not what one hoped: from the disk to the sentence."""

import re
import tracemalloc
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import limits
from prestatie_desktop.importing.opening import open_source
from prestatie_desktop.importing.source import Source
from tests.importing import making_open_text, making_sheets, making_word
from tests.importing.hostile import HONEST, TEXT, deflated, raw_zip, rezipped
from tests.importing.patience import PATIENCE

#: Which part of each kind of archive holds what people see.
MAIN = {
    "een.docx": "word/document.xml",
    "een.odt": "content.xml",
    "een.xlsx": "xl/worksheets/sheet1.xml",
    "een.ods": "content.xml",
    "een.pptx": "ppt/slides/slide1.xml",
    "een.odp": "content.xml",
}


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        open_source(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert "niet ingelezen; het dossier is niet gewijzigd" in sentence
    assert sentence.endswith(".")
    assert len(re.findall(r"\.(?=\s|$)", sentence)) <= 3
    return sentence


def all_text(source: Source) -> str:
    return "\n".join(line.text for line in source.lines)


@pytest.mark.parametrize("name", MAIN)
def test_a_bomb_in_a_document_is_refused_before_it_takes_memory(tmp_path: Path, name: str) -> None:
    path = HONEST[name](tmp_path / name)
    rezipped(path, {MAIN[name]: b"<a>" + b" " * (60 * limits.MEGABYTE) + b"</a>"})
    tracemalloc.start()
    start = process_time()
    try:
        assert "niet veilig" in refusal(path)
        assert tracemalloc.get_traced_memory()[1] < 20 * limits.MEGABYTE
    finally:
        tracemalloc.stop()
    assert process_time() - start < PATIENCE


@pytest.mark.parametrize("name", MAIN)
def test_entities_that_multiply_are_refused(tmp_path: Path, name: str) -> None:
    path = HONEST[name](tmp_path / name)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>'
    assert "DOCTYPE" in refusal(rezipped(path, {MAIN[name]: xml.encode()}))


@pytest.mark.parametrize("name", MAIN)
def test_no_other_file_on_the_computer_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "geheim.txt").write_text("wachtwoord")
    path = HONEST[name](tmp_path / name)
    xml = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/geheim.txt">]><a>&x;</a>'
    assert "wachtwoord" not in refusal(rezipped(path, {MAIN[name]: xml.encode()})).split("(")[0]


def test_entities_in_a_web_page_are_text(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>Tekst &x;</p>')
    assert "root:" not in all_text(open_source(path))


@pytest.mark.parametrize("name", MAIN)
def test_macros_are_passed_over(tmp_path: Path, name: str) -> None:
    path = HONEST[name](tmp_path / name)
    before = all_text(open_source(path))
    rezipped(path, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(5000)})
    assert all_text(open_source(path)) == before


def test_scripts_and_styles_of_a_web_page_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(
        "<html><head><script>alert('kwaad')</script><style>p{color:kwaad}</style></head><body>"
        "<p onclick='kwaad()'>Wij <script>kwaad()</script>bouwen</p><noscript>x</noscript></body>"
    )
    assert "kwaad" not in all_text(open_source(path))
    assert "bouwen" in all_text(open_source(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("ending", ["txt", "csv", "html"])
def test_text_is_read_in_the_encoding_it_has(tmp_path: Path, encoding: str, ending: str) -> None:
    text = "Coördinatie van officiële woningen – € 25\nDe één zegt: “zoals afgesproken”\n"
    text = f"<html><p>{text}</p></html>" if ending == "html" else text
    path = tmp_path / f"x.{ending}"
    path.write_bytes(text.encode(encoding))
    found = all_text(open_source(path))
    assert "Coördinatie van officiële woningen – € 25" in found
    assert "“zoals afgesproken”" in found


@pytest.mark.parametrize("name", HONEST)
def test_a_file_that_was_cut_off_is_read_or_refused(tmp_path: Path, name: str) -> None:
    path = HONEST[name](tmp_path / name)
    data = path.read_bytes()
    for keep in {1, len(data) // 4, len(data) // 2, len(data) - 1} - {0}:
        path.write_bytes(data[:keep])
        try:
            assert open_source(path).lines
        except UserError as error:
            assert "het dossier is niet gewijzigd" in str(error)  # noqa: PT017


def test_a_workbook_of_something_else_entirely_is_read_as_it_is(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["datum", "km", "liter"],
        ["2026-01-01", 120, 9.5],
        ["2026-01-02", "=B2*2", None],
    ]
    path = making_sheets.workbook_of(tmp_path / "rit.xlsx", {"Auto": rows, "Leeg": []})
    source = open_source(path)
    assert "liter" in all_text(source)


def test_an_empty_document_of_every_kind_has_no_text(tmp_path: Path) -> None:
    paths = [
        making_word.make_word(tmp_path / "x.docx", making_word.paragraph()),
        making_open_text.make_open_text(tmp_path / "x.odt", making_open_text.paragraph()),
        making_sheets.workbook_of(tmp_path / "x.xlsx", {"Leeg": []}),
        making_sheets.ods(tmp_path / "x.ods", making_sheets.ods_table("")),
    ]
    for path in paths:
        assert "bevat geen tekst" in refusal(path)


def test_many_rows_are_read_with_progress(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Locatie", "Aantal", "Corporatie"],
        *(["Laan", n, "Woonzo"] for n in range(5_000)),
    ]
    source = open_source(making_sheets.workbook_of(tmp_path / "x.xlsx", {"Sloop": rows}))
    assert len(source.lines) == 3 * 5_001


def test_an_archive_that_claims_to_be_small_is_no_way_around(tmp_path: Path) -> None:
    types = (
        b'<Types><Override ContentType="application/x.wordprocessingml.document.main+xml"/></Types>'
    )
    body = b"<a>" + b" " * 30_000_000
    path = raw_zip(
        tmp_path / "x.docx",
        [
            (b"[Content_Types].xml", -1, deflated(types), len(types)),
            (b"word/document.xml", -1, deflated(body), 100),
        ],
    )
    assert "niet veilig" in refusal(path)


def test_a_text_of_one_endless_line_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("woord " * 300_000)
    start = process_time()
    assert len(open_source(tmp_path / "x.txt").lines) == 1
    assert process_time() - start < PATIENCE


def test_a_name_with_braces_and_percents_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "{0} %s {x}.txt"
    path.write_text(TEXT)
    assert open_source(path).name == path.name
    path.write_bytes(b"")
    assert "{0} %s {x}.txt" in refusal(path)
