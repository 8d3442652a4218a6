import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment as Remark
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from prestatie_desktop.importing.readers.sheets import read_xlsx
from prestatie_desktop.importing.source import Form, Source
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.making_sheets import (
    changed,
    grids,
    parts_of_xlsx,
    shared,
    sheet_xml,
    tables,
    workbook,
    workbook_of,
    zipped,
)


def read(path: Path) -> Source:
    return read_xlsx(path, path.name)


def bold_of(source: Source) -> dict[str, list[tuple[str, bool]]]:
    """By place: the runs of each cell."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for piece in source.pieces():
        runs = [(run.text, run.bold) for run in piece.runs]
        found.setdefault(source.lines[piece.line].where, []).extend(runs)
    return found


def test_each_sheet_is_a_table_and_each_filled_cell_a_line(tmp_path: Path) -> None:
    source = read(
        workbook_of(
            tmp_path / "bod.xlsx",
            {"Sloop": [["Straat", "Aantal"], ["Kade", 12]], "Leeg": [], "Verkoop": [["Laan", 7.5]]},
        )
    )

    assert (source.name, source.form, source.notices) == ("bod.xlsx", Form.SHEETS, ())
    assert [table.title for table in tables(source)] == ["Sloop", "Verkoop"]
    assert [table.gap for table in tables(source)] == [False, True]
    assert grids(source) == [[["Straat", "Aantal"], ["Kade", "12"]], [["Laan", "7,5"]]]
    assert [(line.text, line.where) for line in source.lines[2:5]] == [
        ("Kade", "blad Sloop, A2"),
        ("12", "blad Sloop, B2"),
        ("Laan", "blad Verkoop, A1"),
    ]
    assert [(piece.key, piece.line) for piece in source.pieces()] == [(n, n) for n in range(6)]


def test_blank_rows_part_tables_and_blank_columns_around_them_are_left_out(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B1"] = "Overzicht"
        sheet["C3"], sheet["E3"], sheet["E4"] = "Straat", "Aantal", 3
        sheet["D8"] = "los"

    source = read(workbook(tmp_path / "a.xlsx", fill))

    assert grids(source) == [[["Overzicht"]], [["Straat", "", "Aantal"], ["", "", "3"]], [["los"]]]
    assert [table.title for table in tables(source)] == ["Sloop"] * 3
    assert source.lines[-1].where == "blad Sloop, D8"


def test_values_are_shown_as_in_a_dutch_excel(tmp_path: Path) -> None:
    values: list[tuple[Any, str, str]] = [
        (1581, "General", "1581"),
        (1.7, "General", "1,7"),
        (1.1, "0.00", "1,10"),
        (0.31, "0%", "31%"),
        (12.5, '"€" #,##0.00', "€ 12,50"),
        (dt.date(2024, 2, 28), "dd-mm-yyyy", "28-02-2024"),
        (dt.date(2024, 2, 28), "yyyy", "2024"),
        (dt.datetime(2024, 2, 28, 9, 30), "dd-mm-yyyy hh:mm", "28-02-2024 09:30"),  # noqa: DTZ001
        (True, "General", "ja"),
        ("#N/A", "General", "#N/B"),
        ("007", "@", "007"),
        ("circa 10", "General", "circa 10"),
        ("1.7", "General", "1.7"),
        (0.1 + 0.2, "General", "0,3"),
    ]

    def fill(sheet: Worksheet) -> None:
        for row, (value, pattern, _) in enumerate(values, 1):
            cell = sheet.cell(row, 1, value)
            cell.number_format = pattern

    source = read(workbook(tmp_path / "a.xlsx", fill))

    assert [line.text for line in source.lines] == [shown for *_, shown in values]


def test_a_cell_with_line_breaks_is_one_line_with_a_piece_for_each(tmp_path: Path) -> None:
    source = read(
        workbook_of(tmp_path / "a.xlsx", {"A": [["  eerst \n\n  dan\t toch\r\n"], ["x"]]})
    )

    assert [line.text for line in source.lines] == ["eerst\ndan  toch", "x"]
    assert [(p.text, p.line) for p in source.pieces()] == [("eerst", 0), ("dan  toch", 0), ("x", 1)]


def test_bold_cells_and_bold_words_in_a_cell_are_bold(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["C1"] = "Woonplaats", 12, "gewoon"
        sheet["A1"].font = sheet["B1"].font = Font(bold=True)
        lead = TextBlock(InlineFont(b=True), "Gemeente")
        sheet["A2"] = CellRichText(lead, TextBlock(InlineFont(i=True), ", Thuis"))
        sheet["A3"] = CellRichText("vet ", TextBlock(InlineFont(), "niet vet"))
        sheet["A3"].font = Font(bold=True)

    source = read(workbook(tmp_path / "a.xlsx", fill))

    assert bold_of(source) == {
        "blad Sloop, A1": [("Woonplaats", True)],
        "blad Sloop, B1": [("12", True)],
        "blad Sloop, C1": [("gewoon", False)],
        "blad Sloop, A2": [("Gemeente", True), (", Thuis", False)],
        "blad Sloop, A3": [("vet ", True), ("niet vet", False)],
    }
    assert source.pieces()[3].runs[1].italic


def test_bold_words_over_two_lines_are_bold_on_both(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = CellRichText(TextBlock(InlineFont(b=True), "Thuis\nGemeente"), "\nHuurders")

    source = read(workbook(tmp_path / "a.xlsx", fill))

    assert [(p.runs[0].text, p.runs[0].bold) for p in source.pieces()] == [
        ("Thuis", True),
        ("Gemeente", True),
        ("Huurders", False),
    ]


def test_merged_cells_hold_their_text_in_the_first_and_are_blank_for_the_rest(
    tmp_path: Path,
) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (("Thema", "", "Aantal"), ("Wonen", "Kade", 1), ("", "Laan", 2)):
            sheet.append(list(row))
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("A2:A3")

    source = read(workbook(tmp_path / "a.xlsx", fill))

    assert grids(source) == [[["Thema", "", "Aantal"], ["Wonen", "Kade", "1"], ["", "Laan", "2"]]]
    assert source.notices == ()


def test_what_is_out_of_sight_under_merged_cells_is_not_read_and_that_is_said(
    tmp_path: Path,
) -> None:
    cells = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}"><v>9</v></c></row>'
        for row in (1, 2, 3)
    )
    merged = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D1:XFD1048576"/></mergeCells>'
    path = zipped(tmp_path / "a.xlsx", parts_of_xlsx({"A": sheet_xml(cells, merged)}))

    source = read(path)

    assert grids(source) == [[["1"]], [["3", "9"]]]
    assert source.notices == (
        "Niet gelezen omdat ze onzichtbaar onder samengevoegde cellen staan: 3.",
    )


def test_hidden_sheets_rows_and_columns_are_read_and_named(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["a", "b"])
        sheet.append(["c", "d"])
        sheet.row_dimensions[2].hidden = True
        book = sheet.parent
        assert book is not None
        other = book.create_sheet("Kladblok")
        other["A1"] = "geheim"
        other.sheet_state = "veryHidden"
        unused = book.create_sheet("Open")
        unused["A1"] = "x"
        unused.column_dimensions.group("C", "XFD", hidden=True)

    source = read(workbook(tmp_path / "a.xlsx", fill))

    assert [line.text for line in source.lines] == ["a", "b", "c", "d", "geheim", "x"]
    assert source.notices == (
        "Verborgen bladen zijn ook gelezen: Kladblok.",
        "Verborgen rijen en kolommen zijn ook gelezen op: Sloop.",
    )


def test_a_formula_is_read_by_its_result_and_one_without_is_counted(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v>twee</v></c>'
        '<c r="C1"><f>B1</f></c><c r="D1"><f>1</f><v></v></c><c r="E1" t="str"><f>""</f><v/></c>'
        "</row>"
    )
    path = zipped(tmp_path / "a.xlsx", parts_of_xlsx({"Som": sheet_xml(cells)}))

    source = read(path)

    assert [line.text for line in source.lines] == ["2", "twee"]
    (notice,) = source.notices
    assert notice == (
        "Cellen met een formule zonder uitkomst: 2 (Som, C1; Som, D1). Ze zijn als leeg gelezen; "
        "open het bestand eenmaal in Excel, sla het op en lees het dan opnieuw in."
    )


def test_macros_are_not_read_and_that_is_said(tmp_path: Path) -> None:
    plain = workbook_of(tmp_path / "a.xlsx", {"A": [["x"]]})
    macro = (
        b'<Relationship Id="m" Target="vbaProject.bin" '
        b'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
        b"</Relationships>"
    )
    path = changed(
        plain,
        tmp_path / "a.xlsm",
        lambda name, data: (
            data.replace(b"</Relationships>", macro) if name.endswith("workbook.xml.rels") else data
        ),
    )

    source = read(path)

    assert grids(source) == [[["x"]]]
    assert source.notices == ("De macro’s zijn niet gelezen en niet uitgevoerd.",)


def test_notes_come_along_with_who_wrote_them(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "Kade", 12
        sheet["B1"].comment = Remark("Jo Berg:\nklopt dit?", "Jo Berg")
        sheet["D1"].comment = Remark("en hier?", "Bo")

    source = read(workbook(tmp_path / "a.xlsx", fill))
    street, number = source.pieces()

    assert street.comments == ()
    assert [(c.stamp.author, c.text) for c in number.comments] == [
        ("Jo Berg", "klopt dit?"),
        ("Bo", "en hier?"),
    ]


def test_conversations_come_along_once_with_their_answers(tmp_path: Path) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    talk = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    sort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    new = "http://schemas.microsoft.com/office/2017/10/relationships"
    parts = parts_of_xlsx({"A": sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')})
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'<Relationships xmlns="{relations}">'
        f'<Relationship Id="c" Type="{sort}/comments" Target="../comments1.xml"/>'
        f'<Relationship Id="t" Type="{new}/threadedComment" Target="../talk.xml"/></Relationships>'
    )
    parts["xl/_rels/workbook.xml.rels"] = str(parts["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>",
        f'<Relationship Id="p" Type="{new}/person" Target="persons/person.xml"/></Relationships>',
    )
    parts["xl/comments1.xml"] = (
        f'<comments xmlns="{main}"><authors><author>tc={{1}}</author></authors><commentList>'
        '<comment ref="A1" authorId="0"><text><t>[Threaded comment] klopt?</t></text></comment>'
        "</commentList></comments>"
    )
    parts["xl/persons/person.xml"] = (
        f'<personList xmlns="{talk}"><person displayName="Jo" id="1"/></personList>'
    )
    parts["xl/talk.xml"] = (
        f'<ThreadedComments xmlns="{talk}"><threadedComment ref="A1" dT="2024-02-28T10:00:00.00" '
        'personId="1" id="a"><text>klopt?</text></threadedComment><threadedComment ref="A1" '
        'personId="2" id="b" parentId="a"><text>ja</text></threadedComment></ThreadedComments>'
    )

    (piece,) = read(zipped(tmp_path / "a.xlsx", parts)).pieces()

    assert [(c.stamp.author, c.text) for c in piece.comments] == [("Jo", "klopt?"), ("", "ja")]
    assert piece.comments[0].stamp.at == dt.datetime(2024, 2, 28, 10, tzinfo=dt.UTC)


def test_a_sheet_with_only_remarks_is_named(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B1"].comment = Remark("vergeten?", "Bo")

    source = read(workbook(tmp_path / "a.xlsx", fill))

    assert source.lines == ()
    assert source.notices == ("Er staan alleen opmerkingen, en die zijn niet gelezen, op: Sloop.",)


def test_texts_are_read_whether_they_are_shared_inline_or_escaped(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>ter plaatse</t></is></c>'
        '<c t="s"><v>1</v></c></row><row><c t="str"><v>zonder plaats</v></c></row>'
    )
    phonetic = "<si><t>naam</t><rPh sb='0' eb='1'><t>NAAM</t></rPh></si></sst>"
    strings = shared("a_x000D_\nb", "_x005F_x000D_").replace("</sst>", phonetic)
    cells += '<row r="3"><c r="A3" t="s"><v>2</v></c></row>'
    path = zipped(tmp_path / "a.xlsx", parts_of_xlsx({"A": sheet_xml(cells)}, strings))

    assert grids(read(path)) == [
        [["a\nb", "ter plaatse", "_x000D_"], ["zonder plaats", "", ""], ["naam", "", ""]]
    ]


def test_a_workbook_in_strict_open_xml_is_read_too(tmp_path: Path) -> None:
    plain = workbook_of(tmp_path / "a.xlsx", {"A": [["tekst", 7.5]]})
    path = changed(
        plain,
        tmp_path / "strict.xlsx",
        lambda _, data: data.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )

    assert grids(read(path)) == [[["tekst", "7,5"]]]


def test_a_day_spelled_as_a_day_is_read(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="A1" t="d"><v>2024-02-28T00:00:00</v></c>'
        '<c r="B1" t="d"><v>2024-02-28T09:30:00</v></c><c r="C1" t="d"><v>gisteren</v></c></row>'
    )
    path = zipped(tmp_path / "a.xlsx", parts_of_xlsx({"A": sheet_xml(cells)}))

    assert grids(read(path)) == [[["28-02-2024", "28-02-2024 09:30", "gisteren"]]]


def test_drawings_are_not_read_and_that_is_said(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = zipped(
        tmp_path / "a.xlsx",
        parts_of_xlsx({"A": sheet_xml(cells, "<drawing/>"), "B": sheet_xml("")}),
    )

    assert read(path).notices == (
        "Afbeeldingen, grafieken en tekstvakken zijn niet gelezen op: A.",
    )


def test_whoever_watches_sees_how_far_it_is_and_can_stop(tmp_path: Path) -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 20_001))
    sheet = sheet_xml(cells, before='<dimension ref="A1:B20000"/>')
    path = zipped(tmp_path / "a.xlsx", parts_of_xlsx({"Projecten": sheet}))
    told: list[tuple[str, int, int]] = []
    stopping = Watch(lambda *all_: told.append(all_), lambda: len(told) > 2)

    with pytest.raises(StoppedError):
        read_xlsx(path, "a.xlsx", stopping)
    assert len(told) == 3
    told.clear()
    read_xlsx(path, "a.xlsx", Watch(lambda *all_: told.append(all_)))

    reading = [(done, total) for text, done, total in told if text == "Blad Projecten lezen"]
    making = [(done, total) for text, done, total in told if text == "Blad Projecten indelen"]
    assert len(reading) > 2
    assert reading == sorted(reading)
    assert {total for _, total in reading[1:]} == {20_000}
    assert making == [(row, 20_000) for row in range(1, 20_000, 500)]
