"""What a spreadsheet finds in the workbook: readable sheets, and nothing that it could take wrongly."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from prestatie_desktop.cli import run
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.errors import UserError
from prestatie_desktop.exchange.xlsx_export import workbook_bytes, write_xlsx
from prestatie_desktop.filling.example import fill_example
from prestatie_desktop.journal.edits import agreements, commitments, parties
from prestatie_desktop.journal.store import MemoryStore
from prestatie_desktop.words.workbook.sheets import LEFT_BEHIND, SHEETS
from prestatie_desktop.words.workbook.showing import View, choice_name, columns
from tests.building import agreement, full_session, party, project, small_session

DOCS = Path(__file__).parents[2] / "docs" / "workbook.md"


@pytest.fixture(scope="module")
def heerlen() -> Dossier:
    store = MemoryStore()
    fill_example(store, "heerlen-2024")
    return store.load()


@pytest.fixture(scope="module")
def workbook(heerlen: Dossier) -> Workbook:
    return load_workbook(BytesIO(workbook_bytes(heerlen)))


def sheets(workbook: Workbook) -> list[Worksheet]:
    """All sheets but the hidden one."""
    return [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]


def cell(sheet: Worksheet, row: int, title: str) -> Cell:
    at = [one.value for one in sheet[1]].index(title)
    found = sheet[row][at]
    assert isinstance(found, Cell)
    return found


def dimensions(sheet: Worksheet) -> dict[str, ColumnDimension]:
    """The columns by their titles."""
    titles = [str(one.value) for one in sheet[1]]
    return {
        title: sheet.column_dimensions[get_column_letter(at)] for at, title in enumerate(titles, 1)
    }


def row_with(sheet: Worksheet, title: str, text: str) -> int:
    at = [one.value for one in sheet[1]].index(title)
    return [row[at].value for row in sheet.rows].index(text) + 1


def test_the_sheets_stand_in_the_order_of_the_description(workbook: Workbook) -> None:
    assert [sheet.title for sheet in sheets(workbook)] == [sheet.title for sheet in SHEETS]
    counts = {sheet.title: sheet.max_row - 1 for sheet in sheets(workbook)}
    assert (counts["Afspraken"], counts["Inzet"], counts["Rollen"]) == (67, 92, 146)
    assert (counts["Cijfers"], counts["Ondertekenaars"], counts["Bodteksten"]) == (12, 11, 27)


def test_an_agreement_reads_as_it_does_on_the_screen(workbook: Workbook) -> None:
    sheet = workbook["Afspraken"]
    row = row_with(sheet, "Nummer", "1.10")
    assert cell(sheet, row, "Thema").value == "1 Beschikbaarheid"
    seventh = row_with(sheet, "Nummer", "1.7")
    assert cell(sheet, seventh, "Trekker").value == "Gemeente Heerlen"
    assert cell(sheet, seventh, "Betrokken").value == "Woningcorporaties"
    lists = [r for r in sheet.iter_rows(min_row=2) if "\n• " in str(r[3].value)]
    assert lists


def test_a_row_of_the_bod_holds_what_was_written(workbook: Workbook) -> None:
    sheet = workbook["Inzet"]
    row = row_with(sheet, "Locatie of onderwerp", "Slakhorst")
    told = {title: cell(sheet, row, title).value for title in ("Soort", "Corporatie", "Woningen")}
    assert told == {"Soort": "Nieuwbouw", "Corporatie": "Woonpunt", "Woningen": "147 woningen"}
    assert cell(sheet, row, "Toegankelijkheid").value == "88 BAT-0 59 BAT-2"


def test_figures_stand_under_the_names_of_their_parties(workbook: Workbook) -> None:
    sheet = workbook["Cijfers"]
    assert [one.value for one in sheet[1]][:4] == ["Cijfertabel", "Rij", "Weller", "Wonen Limburg"]
    assert cell(sheet, 2, "Rij").value == "2022"
    assert cell(sheet, 2, "Weller").value == "598"
    assert "t.b." in [one.value for one in sheet[4]]


def test_headings_stay_in_sight_filter_and_print_on_every_page(workbook: Workbook) -> None:
    for sheet in sheets(workbook)[1:]:
        assert re.fullmatch("[A-D]2", str(sheet.freeze_panes))
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert all(one.font.bold for one in sheet[1])
    for sheet in sheets(workbook):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_columns_are_as_wide_as_what_they_hold_and_texts_wrap(workbook: Workbook) -> None:
    sheet = workbook["Afspraken"]
    widths = {title: at.width for title, at in dimensions(sheet).items()}
    assert widths["Tekst"] >= 60
    assert all(width >= 9 for width in widths.values())
    assert cell(sheet, 2, "Tekst").alignment.wrap_text
    assert cell(sheet, 2, "Tekst").alignment.vertical == "top"


def test_the_columns_for_the_way_back_are_the_last_and_hidden(workbook: Workbook) -> None:
    for sheet in sheets(workbook)[1:]:
        *shown, exact, last = dimensions(sheet)
        assert (exact, last) == ("exact", "id")
        hidden = {title for title, at in dimensions(sheet).items() if at.hidden}
        assert hidden == {"exact", "id"}
        assert shown
    details = workbook["Dossier"]
    hidden = {
        str(details.cell(at, 1).value) for at, row in details.row_dimensions.items() if row.hidden
    }
    assert hidden == {"exact", "id"}


def test_choices_can_be_made_from_a_list(workbook: Workbook) -> None:
    told = {
        str(one.sqref).partition(":")[0]: one
        for one in workbook["Afspraken"].data_validations.dataValidation
    }
    status = told["H2"]
    assert status.formula1 == '"Voorstel,Besproken,Akkoord,Aangehouden,Vervallen"'
    assert status.showErrorMessage
    corporation = next(
        one
        for one in workbook["Inzet"].data_validations.dataValidation
        if str(one.sqref).startswith("B2")
    )
    assert corporation.formula1.startswith("'Partijen'!$A$2:")
    assert not corporation.showErrorMessage


def test_numbers_are_texts_that_no_spreadsheet_changes(workbook: Workbook) -> None:
    """Not one number, formula or error; what was typed keeps its format in rows still to come."""
    for sheet in sheets(workbook):
        for row in sheet.rows:
            assert {one.data_type for one in row if one.value is not None} <= {"s", "d"}
    agreements_ = workbook["Afspraken"]
    assert cell(agreements_, 2, "Nummer").number_format == "@"
    homes = cell(workbook["Inzet"], 2, "Woningen")
    assert homes.number_format == "@"
    assert workbook["Inzet"].column_dimensions[homes.column_letter].number_format == "@"


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 45", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "#REF!"]
)
def test_a_text_that_looks_like_a_formula_is_a_text(text: str) -> None:
    session = small_session()
    dossier = session.dossier
    session.commit(agreements.set_remark(dossier, agreement(session, "1.7").id, text))
    session.commit(
        commitments.set_values(dossier, project(session, "Kerkveld").id, {"homes": text})
    )
    session.commit(parties.edit_party(dossier, party(session, "Woonhuis").id, name=text))
    data = workbook_bytes(dossier)
    book = load_workbook(BytesIO(data))
    row = row_with(book["Afspraken"], "Nummer", "1.7")
    for found in (
        cell(book["Afspraken"], row, "Opmerking"),
        cell(book["Inzet"], 2, "Woningen"),
        cell(book["Partijen"], row_with(book["Partijen"], "Naam", text), "Naam"),
    ):
        assert (found.value, found.data_type) == (text, "s")
        assert found.quotePrefix == (text[0] in "=+-@")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if "worksheets" in name]
    assert not any(b"<f>" in part or b"<f " in part or b' t="e"' in part for part in parts)


def test_characters_that_cannot_be_written_do_no_harm() -> None:
    session = small_session()
    row = project(session, "Kerkveld")
    odd = "\x00\x0b\x1f\ud800\ufffe" + "goed\r\n\tzo 😀 _x0041_ שלום"
    session.dossier.put(replace(row, note=odd, location=odd))
    book = load_workbook(BytesIO(workbook_bytes(session.dossier)))
    said = cell(book["Inzet"], 2, "Toelichting").value
    assert said == "goed\n\tzo 😀 _x005F_x0041_ שלום"


def test_the_same_dossier_gives_the_same_bytes(heerlen: Dossier) -> None:
    first = workbook_bytes(heerlen)
    assert workbook_bytes(heerlen.copy()) == first
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = archive.read("docProps/core.xml")
    assert b"created" not in about
    assert b"modified" not in about


def test_what_is_nobody_elses_does_not_travel() -> None:
    """No journal and so no authors, no signatures, no versions, no bods as they were handed in."""
    session = full_session()
    first = agreement(session, "1.7")
    session.commit(agreements.set_planning(session.dossier, first.id, "vervallen plan"))
    session.commit(agreements.set_planning(session.dossier, first.id, "Q4"))
    with zipfile.ZipFile(BytesIO(workbook_bytes(session.dossier))) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode()
    for word in ("vervallen plan", "S. Voorbeeld", session.store.head):
        assert word not in whole
    for sort in ("edition", "signature_sheet", "signature", "bod_submission"):
        assert session.dossier.all(SORTS[sort])
        assert not any(thing.id in whole for thing in session.dossier.all(SORTS[sort]))


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    dossier = small_session().dossier
    path = tmp_path / "uit.xlsx"
    path.write_text("ouder", encoding="utf-8")
    write_xlsx(dossier, path)
    assert path.read_bytes() == workbook_bytes(dossier)
    with pytest.raises(UserError, match="bestaat niet; er is niets geschreven"):
        write_xlsx(dossier, tmp_path / "weg" / "uit.xlsx")
    assert [one.name for one in tmp_path.iterdir()] == ["uit.xlsx"]


def test_the_command_line_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier, path = tmp_path / "een.prestatie", tmp_path / "uit.xlsx"
    assert run(["new", str(dossier)]) == 0
    assert run(["export", str(dossier), "--format", "xlsx", "--out", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(path)
    assert "Afspraken" in load_workbook(path).sheetnames


def test_it_tells_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    workbook_bytes(small_session().dossier, lambda *step: told.append(step))
    assert [done for _, done, _ in told] == list(range(len(SHEETS)))
    assert told[2] == ("Blad Afspraken", 2, len(SHEETS))


def test_every_field_of_every_thing_travels_or_is_named_as_left_behind() -> None:
    """A field that is added to a thing has a column, or travels hidden, from then on."""
    staying = {"edition", "signature_sheet", "signature", "bod_submission"}
    assert {sheet.sort for sheet in SHEETS} == {
        sort for name, sort in SORTS.items() if name not in staying
    }
    assert dict(LEFT_BEHIND) == {SORTS["party"]: ("logo_id",)}


def described() -> dict[str, str]:
    """The page, sheet by sheet."""
    page = DOCS.read_text(encoding="utf-8")
    return dict(re.findall(r"^### ([^\n]+)\n(.*?)(?=^##|\Z)", page, flags=re.MULTILINE | re.DOTALL))


def test_the_page_describes_every_sheet_and_column_and_no_others() -> None:
    page = described()
    assert list(page) == [sheet.title for sheet in SHEETS]
    for sheet in SHEETS:
        rows = re.findall(r"^\| ([^|]+?) \|", page[sheet.title], flags=re.MULTILINE)
        titles = [
            title for title in rows if title not in {"kolom", "gegeven"} and "---" not in title
        ]
        grown = {"years": ["*jaren*"], "figures": ["*koppen*"], "": []}[sheet.growth.value]
        assert set(titles) == {column.title for column in sheet.columns} | set(grown)


def test_the_page_names_every_choice(workbook: Workbook) -> None:
    page = described()
    for sheet in SHEETS:
        for column in sheet.columns:
            for choice in column.choices or ():
                assert choice_name(choice) in page[sheet.title], (sheet.title, column.title)


def test_every_title_on_a_sheet_is_another(heerlen: Dossier) -> None:
    for sheet in SHEETS:
        titles = [column.title for column in columns(View(heerlen), sheet)]
        assert len(set(titles)) == len(titles)
