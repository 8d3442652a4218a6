import gc
import time
from pathlib import Path
from random import Random

import pytest

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import limits
from prestatie_desktop.importing.readers.sheets import read_xlsx
from prestatie_desktop.importing.source import Source
from tests.importing.making_sheets import (
    changed,
    grids,
    parts_of_xlsx,
    shared,
    sheet_xml,
    workbook_of,
    zipped,
)
from tests.importing.patience import PATIENCE

BROKEN = "beschadigd"


def read(path: Path) -> Source:
    return read_xlsx(path, path.name)


def made(path: Path, cells: str, after: str = "", strings: str = "", before: str = "") -> Path:
    return zipped(path, parts_of_xlsx({"A": sheet_xml(cells, after, before)}, strings))


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as raised:
        read(path)
    sentence = str(raised.value)
    assert path.name in sentence
    assert "het dossier is niet gewijzigd" in sentence
    return sentence


def is_read(path: Path) -> bool:
    """Whether it can be read; anything but a sentence for the user is an error of ours."""
    try:
        read(path)
    except UserError:
        return False
    return True


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_without_a_part_it_needs_is_refused(tmp_path: Path, part: str) -> None:
    plain = workbook_of(tmp_path / "a.xlsx", {"A": [["x"]]})
    path = changed(plain, tmp_path / "b.xlsx", lambda name, data: None if name == part else data)

    assert BROKEN in refusal(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [b"", b"geen xml", b"<a><b>", b"\0" * 40, b"<a/>"])
def test_a_part_that_is_something_else_is_refused_or_passed_over(
    tmp_path: Path, part: str, content: bytes
) -> None:
    plain = workbook_of(tmp_path / "a.xlsx", {"A": [["x"]]})
    path = changed(plain, tmp_path / "b.xlsx", lambda name, data: content if name == part else data)

    if (part, content) == ("xl/styles.xml", b"<a/>"):
        assert grids(read(path)) == [[["x"]]]
    else:
        assert BROKEN in refusal(path)


@pytest.mark.parametrize("left_out", ["xl/styles.xml", "[Content_Types].xml", "docProps/core.xml"])
def test_a_workbook_without_a_part_that_holds_no_text_is_read(
    tmp_path: Path, left_out: str
) -> None:
    plain = workbook_of(tmp_path / "a.xlsx", {"A": [["x", 7.5]]})
    path = changed(plain, tmp_path / "b.xlsx", lambda n, data: None if n == left_out else data)

    assert grids(read(path)) == [[["x", "7,5"]]]


@pytest.mark.parametrize("number", ["1", "-1", "99999999999999999999", "een", "1.0"])
def test_a_text_that_is_not_there_is_refused(tmp_path: Path, number: str) -> None:
    cells = f'<row r="1"><c r="A1" t="s"><v>{number}</v></c></row>'

    assert BROKEN in refusal(made(tmp_path / "a.xlsx", cells, strings=shared("alleen deze")))


@pytest.mark.parametrize(
    "place", ["A0", "1A", "XFE1", "AAAA1", "A1048577", "A99999999", "a1", "é1"]
)
def test_a_cell_outside_every_sheet_is_refused(tmp_path: Path, place: str) -> None:
    path = made(tmp_path / "a.xlsx", f'<row r="1"><c r="{place}"><v>1</v></c></row>')

    assert BROKEN in refusal(path)


@pytest.mark.parametrize("ref", ["", ":B2", ":", "A1:B", "1:2", "A1:ZZZZ9"])
def test_merged_cells_that_make_no_sense_are_refused(tmp_path: Path, ref: str) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = made(tmp_path / "a.xlsx", cells, f'<mergeCells><mergeCell ref="{ref}"/></mergeCells>')

    assert BROKEN in refusal(path)


def test_a_document_type_is_refused_before_it_can_grow(tmp_path: Path) -> None:
    lol = "".join(f'<!ENTITY l{n} "{"".join([f"&l{n - 1};"] * 10)}">' for n in range(1, 20))
    bomb = f'<!DOCTYPE w [<!ENTITY l0 "lol">{lol}]>'
    cells = '<row r="1"><c r="A1" t="str"><v>&l19;</v></c></row>'
    parts = parts_of_xlsx({"A": bomb + sheet_xml(cells)})
    began = time.process_time()

    assert BROKEN in refusal(zipped(tmp_path / "a.xlsx", parts))
    parts = parts_of_xlsx({"A": sheet_xml(cells)})
    parts["xl/workbook.xml"] = bomb + str(parts["xl/workbook.xml"])
    assert BROKEN in refusal(zipped(tmp_path / "b.xlsx", parts))
    parts = parts_of_xlsx({"A": sheet_xml("")}, bomb + shared("x"))
    assert BROKEN in refusal(zipped(tmp_path / "c.xlsx", parts))
    assert time.process_time() - began < PATIENCE


def test_a_file_cut_off_anywhere_or_with_other_bytes_never_ends_in_a_traceback(
    tmp_path: Path,
) -> None:
    rows = [[f"tekst {n}", n, n / 7, n % 2 == 0] for n in range(60)]
    whole = workbook_of(tmp_path / "a.xlsx", {"A": rows, "B": rows}).read_bytes()
    chance = Random(7)
    path = tmp_path / "b.xlsx"
    refused = 0
    for _ in range(150):
        data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        refused += not is_read(path)

    assert refused > 50


def test_xml_with_other_characters_never_ends_in_a_traceback(tmp_path: Path) -> None:
    cells = (
        '<row r="1" hidden="1"><c r="A1" s="1"><f>1</f><v>45350</v></c>'
        '<c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><r><rPr><b/></rPr><t>vet</t></r>'
        '</is></c></row><row r="2"><c r="A2" t="b"><v>1</v></c></row>'
    )
    whole = sheet_xml(
        cells,
        '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        '<dimension ref="A1:C2"/><cols><col min="1" max="3" hidden="1"/></cols>',
    )
    chance = Random(11)
    letters = '<>/"=0179ACXs \n&;-.éb'
    results = set()
    for _ in range(400):
        xml = list(whole)
        for _ in range(chance.randrange(1, 4)):
            xml[chance.randrange(120, len(xml))] = chance.choice(letters)
        path = zipped(tmp_path / "b.xlsx", parts_of_xlsx({"A": "".join(xml)}, shared("x")))
        results.add(is_read(path))

    assert results == {True, False}


def test_a_lonely_cell_in_the_farthest_corner_costs_nothing(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    path = made(tmp_path / "a.xlsx", cells, before='<dimension ref="A1:XFD1048576"/>')
    began = time.process_time()

    source = read(path)

    assert time.process_time() - began < PATIENCE
    assert grids(source) == [[["1"]], [["2"]]]
    assert source.lines[1].where == "blad A, XFD1048576"


def test_one_cell_far_to_the_right_does_not_make_a_long_list_wide(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="B{row}"><v>{row}</v></c><c r="D{row}"><v>7</v></c></row>'
        for row in range(1, 3000)
    )
    rows += '<row r="3000"><c r="XFD3000"><v>9</v></c></row>'

    (table,) = grids(read(made(tmp_path / "a.xlsx", rows)))

    assert table[0] == ["1", "7", ""]
    assert table[-1] == ["", "", "9"]


def test_cells_that_stand_too_far_apart_are_refused(tmp_path: Path) -> None:
    letters = [f"{a}{b}{c}" for a in "ABC" for b in "ABCDEFGHIJKLMNOPQRST" for c in "ABCDEFGHIJ"]
    cells = "".join(
        f'<row r="{row}"><c r="{letters[row % len(letters)]}{row}"><v>1</v></c></row>'
        for row in range(1, 40_000)
    )
    path = made(tmp_path / "a.xlsx", cells)

    assert "te groot of te ingewikkeld" in refusal(path)


def test_more_cells_than_the_limit_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["x", n] for n in range(10)]
    path = workbook_of(tmp_path / "a.xlsx", {"A": rows, "B": rows})
    monkeypatch.setattr(limits, "MAX_LINES", 40)
    assert len(read(path).lines) == 40

    monkeypatch.setattr(limits, "MAX_LINES", 39)
    assert "meer dan 39 regels of cellen" in refusal(path)


def test_more_lines_in_cells_than_the_limit_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook_of(tmp_path / "a.xlsx", {"A": [["x\n" * 100], ["y\n" * 100]]})
    monkeypatch.setattr(limits, "MAX_LINES", 150)

    assert "meer dan 150 regels of cellen" in refusal(path)


def test_a_text_of_a_million_stretches_is_refused_quickly(tmp_path: Path) -> None:
    strings = shared("x").replace("<t>x</t>", "<r><t>x</t></r>" * 300_000)
    path = made(tmp_path / "a.xlsx", "", strings=strings)

    assert BROKEN in refusal(path)


def test_overlapping_merged_cells_by_the_thousand_stay_quick(tmp_path: Path) -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 2000))
    merged = "".join(f'<mergeCell ref="B{n}:XFD1048576"/>' for n in range(1, 60_000))
    path = made(tmp_path / "a.xlsx", cells, f"<mergeCells>{merged}</mergeCells>")
    began = time.process_time()

    assert len(read(path).lines) == 1999
    assert time.process_time() - began < PATIENCE


def test_a_file_that_is_not_there_or_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert BROKEN in refusal(path)
    path.write_bytes(b"PK\x03\x04 maar verder niets")
    assert BROKEN in refusal(path)


def test_the_search_for_garbage_goes_on_after_reading_or_refusing(tmp_path: Path) -> None:
    path = workbook_of(tmp_path / "a.xlsx", {"A": [["x"]]})

    read(path)
    assert gc.isenabled()
    assert BROKEN in refusal(tmp_path / "b.xlsx")
    assert gc.isenabled()
