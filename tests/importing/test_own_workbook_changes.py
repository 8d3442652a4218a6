"""What somebody changed in the cells of a workbook is changed in the dossier, and nothing else."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from prestatie_desktop.domain.agreement import AgreementStatus
from prestatie_desktop.domain.commitment import Daeb, YearQuantity
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import Signatory
from prestatie_desktop.importing.own_workbook import (
    read_own_workbook,
)
from prestatie_desktop.journal.edits import (
    agreements,
    commitments,
)
from tests.building import (
    agreement,
    full_session,
    party,
    project,
    small_session,
)
from tests.importing.own_workbooks import (
    append,
    at,
    change,
    column_of,
    edited,
    everything,
    exported,
    number,
    put,
    refusal,
    row_of,
    sheet_of,
    taken,
)


def test_only_what_was_typed_changes_and_the_rest_keeps_what_happened_since(tmp_path: Path) -> None:
    session = small_session()
    first = agreement(session, "1.7")
    path = exported(session.dossier, tmp_path)
    session.commit(agreements.set_planning(session.dossier, first.id, "Q3"))
    session.commit(agreements.set_text(session.dossier, first.id, "<p>Nieuwer.</p>"))
    change(path, "Afspraken", "Nummer", "1.7", Indicator="45 woningen", Status="akkoord")
    after, found = taken(path, session.dossier)
    now = number(after, "1.7")
    assert (now.indicator, now.status) == ("45 woningen", AgreementStatus.AGREED)
    assert (now.planning, now.text) == ("Q3", "<p>Nieuwer.</p>")
    assert len(found.acts[0].changes) == 2
    assert found.sentences() == ("Afspraken: 0 nieuw, 1 gewijzigd, 2 ongewijzigd.",)


def test_a_text_that_was_typed_is_read_as_typed_text_and_keeps_bold_where_nothing_changed(
    tmp_path: Path,
) -> None:
    session = small_session()
    second = agreement(session, "2.1")
    html = "<p>De huur stijgt hooguit <b>2 %</b>.</p><p>Voor iedereen.</p>"
    session.commit(agreements.set_text(session.dossier, second.id, html))
    path = exported(session.dossier, tmp_path)
    typed = "De huur stijgt hooguit 2 %.\nBehalve:\n- nieuwbouw\n- <b>studio’s</b>"
    change(path, "Afspraken", "Nummer", "2.1", Tekst=typed)
    after, _ = taken(path, session.dossier)
    assert number(after, "2.1").text == (
        "<p>De huur stijgt hooguit <b>2 %</b>.</p><p>Behalve:</p>"
        "<ul><li>nieuwbouw</li><li>&lt;b&gt;studio’s&lt;/b&gt;</li></ul>"
    )


def test_what_was_taken_out_of_a_cell_is_nowhere_in_the_file(tmp_path: Path) -> None:
    session = small_session()
    secret = "<p>Onze <b>ondergrens</b> is twaalf.</p>"
    session.commit(agreements.set_text(session.dossier, agreement(session, "1.7").id, secret))
    session.commit(
        commitments.set_values(
            session.dossier, project(session, "Kerkveld").id, {"homes": "circa 8765 stuks"}
        )
    )
    path = exported(session.dossier, tmp_path)
    change(path, "Afspraken", "Nummer", "1.7", Tekst="Onze grens volgt.")
    change(path, "Inzet", "Locatie of onderwerp", "Kerkveld", Woningen="pm")
    with zipfile.ZipFile(path) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Onze grens volgt." in whole
    assert b"ondergrens" not in whole
    assert b"8765" not in whole


@pytest.mark.parametrize(
    ("typed", "raw"),
    [
        (147, "147"),
        (7.5, "7,5"),
        (147.0, "147"),
        ("circa 10", "circa 10"),
        (" +65 ", "+65"),
        ("3 (van de 7)", "3 (van de 7)"),
        ("=1+1", "=1+1"),
        (None, ""),
    ],
)
def test_a_number_is_kept_as_it_was_typed(typed: object, raw: str, tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Inzet")
        row = row_of(sheet, "Locatie of onderwerp", "Kerkveld")
        cell = sheet.cell(row, column_of(sheet, "Woningen"))
        cell.value = typed  # type: ignore[assignment]
        cell.data_type = "s" if isinstance(typed, str) else cell.data_type

    after, _ = taken(edited(path, edit), session.dossier)
    assert at(after, "Kerkveld").homes == read(raw)


def test_a_number_that_reads_the_same_is_no_change(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)
    change(path, "Inzet", "Locatie of onderwerp", "Kerkveld", Woningen=40)
    change(path, "Afspraken", "Nummer", "1.7", Nummer=1.7)
    assert read_own_workbook(path, session.dossier) == ()


def test_years_units_choices_and_days_are_read(tmp_path: Path) -> None:
    session = full_session()
    path = exported(session.dossier, tmp_path)
    place = "Locatie of onderwerp"

    def edit(workbook: Workbook) -> None:
        inzet = sheet_of(workbook, "Inzet")
        inzet.cell(1, inzet.max_column + 1, 2035)
        row = row_of(inzet, place, "Kerkveld")
        put(inzet, row, DAEB="daeb", Hoeveelheid=250, Eenheid="Euro")
        inzet.cell(row, column_of(inzet, "2027"), 12)
        inzet.cell(row, inzet.max_column, "pm")
        person = sheet_of(workbook, "Ondertekenaars")
        put(person, 2, Grondslag="volmacht", Datum_van_het_document=date(2026, 1, 5))
        details = sheet_of(workbook, "Dossier")
        details.cell(row_of(details, "Gegeven", "Datum"), 2, "3 november 2026")

    after, _ = taken(edited(path, edit), session.dossier)
    row = at(after, "Kerkveld")
    assert row.daeb is Daeb.YES
    assert row.amount == read("250", "euro")
    assert row.phasing == (YearQuantity(2027, read("12")), YearQuantity(2035, read("pm")))
    assert after.all(Signatory)[0].document_date == date(2026, 1, 5)
    assert after.set.dated == date(2026, 11, 3)


def test_a_percentage_is_read_as_it_is_shown(tmp_path: Path) -> None:
    session = small_session()

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Inzet")
        cell = sheet.cell(2, column_of(sheet, "Hoeveelheid"))
        cell.value, cell.number_format = 0.07, "0%"

    after, _ = taken(edited(exported(session.dossier, tmp_path), edit), session.dossier)
    assert at(after, "Kerkveld").amount == read("7%", "")


def test_a_confirmed_reading_goes_when_the_number_changes(tmp_path: Path) -> None:
    dossier = everything()
    path = exported(dossier, tmp_path)
    change(path, "Inzet", "Locatie of onderwerp", "Kerkveld", Woningen="1,582")
    after, _ = taken(path, dossier)
    assert at(after, "Kerkveld").homes == read("1,582")


def test_figures_and_their_columns_can_be_changed(tmp_path: Path) -> None:
    session = full_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        tables = sheet_of(workbook, "Cijfertabellen")
        labels = row_of(tables, "Titel", "Labels")
        put(tables, labels, Kolommen="Totaal; Woonhuis; Thuisborg")
        put(tables, row_of(tables, "Titel", "Huren"), Kolommen="Totaal")
        figures = sheet_of(workbook, "Cijfers")
        figures.insert_cols(3)
        figures.cell(1, 3, "Thuisborg")
        figures.cell(2, 3, 25)
        append(figures, Cijfertabel="Labels", Rij=2028, Woonhuis="t.b.")

    after, _ = taken(edited(path, edit), session.dossier)
    labels, rents = after.all(Series)
    assert [column.label for column in labels.columns] == ["Totaal", "Woonhuis", "Thuisborg"]
    assert [column.key for column in labels.columns][:2] == ["t", "w"]
    assert labels.columns[2].party_id == party(session, "Thuisborg").id
    rows = after.of(SeriesRow, "series_id", labels.id)
    assert [row.label for row in rows] == ["2026", "2027", "2028"]
    assert rows[0].cell(labels.columns[2].key) == read("25")
    assert rows[0].cell("w") == read("10")
    assert rows[2].cell("w") == read("t.b.")
    for row in after.of(SeriesRow, "series_id", rents.id):
        assert [cell.column for cell in row.cells] == ["t"]


def test_a_figure_where_its_table_has_no_column_is_named(tmp_path: Path) -> None:
    session = full_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Cijfers")
        sheet.cell(1, sheet.max_column + 1, "Zuid")
        sheet.cell(2, sheet.max_column, 5)

    assert "cel G2: de tabel “Labels” heeft geen kolom “Zuid”; voeg die toe op blad" in refusal(
        edited(path, edit), session.dossier
    )
