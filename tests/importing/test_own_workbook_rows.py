"""Rows of a workbook that are new, copied, moved or taken out, and columns that are."""

from pathlib import Path

from openpyxl import Workbook

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Role, RoleKind
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.richtext import plain
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import SigningRule
from prestatie_desktop.importing.own_workbook import (
    compare_own_workbook,
    read_own_workbook,
)
from tests.building import (
    full_session,
    small_session,
)
from tests.importing.own_workbooks import (
    append,
    at,
    change,
    column_of,
    drop_columns,
    edited,
    everything,
    exported,
    named,
    number,
    put,
    refusal,
    roles_at,
    row_of,
    sheet_of,
    taken,
    travelled,
)


def test_a_new_row_comes_after_the_row_above_it(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Afspraken")
        row = row_of(sheet, "Nummer", "1.10")
        sheet.insert_rows(row)
        values = {
            "Nummer": 1.8,
            "Thema": "1",
            "Tekst": "Tussenin.",
            "Trekker": "woonhuis; THUISBORG",
        }
        put(sheet, row, **values)
        last = append(sheet, Thema="Betaalbaarheid", Tekst="Achteraan.")
        assert last == sheet.max_row

    after, found = taken(edited(path, edit), session.dossier)
    numbers = [[a.number for a in after.agreements_of(t.id)] for t in after.themes]
    assert numbers == [["1.7", "1.8", "1.10"], ["2.1", "2.2"]]
    new = number(after, "1.8")
    assert (new.text, new.status) == ("<p>Tussenin.</p>", AgreementStatus.PROPOSED)
    assert roles_at(after, new.id) == {("Woonhuis", RoleKind.LEAD), ("Thuisborg", RoleKind.LEAD)}
    assert next(c.new for c in found.counts if c.sheet == "Afspraken") == 2


def test_a_new_row_above_the_others_comes_first(tmp_path: Path) -> None:
    session = small_session()

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Inzet")
        sheet.insert_rows(2)
        put(sheet, 2, Soort="Nieuwbouw", Corporatie="Woonhuis", Locatie_of_onderwerp="Voorop")

    after, _ = taken(edited(exported(session.dossier, tmp_path), edit), session.dossier)
    kind = after.all(CommitmentKind)[0]
    assert [row.location for row in after.of(Commitment, "kind_id", kind.id)] == [
        "Voorop", "Kerkveld", "Zuidrand",
    ]  # fmt: skip


def test_a_new_party_has_what_every_new_party_has(tmp_path: Path) -> None:
    session = small_session()

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Partijen")
        append(sheet, Naam="Zorgplein", Soort="andere partij", Andere_namen="ZP; Het plein")
        append(sheet, Naam="Wijkraad", Soort="Betrokkene die niet tekent")
        append(sheet_of(workbook, "Rollen"), Afspraak_of_inzet="1.7", Partij="zp", Rol="Betrokken")

    after, _ = taken(edited(exported(session.dossier, tmp_path), edit), session.dossier)
    new = named(after, "Zorgplein")
    assert (new.kind, new.signs, new.aliases) == (PartyKind.OTHER, True, ("ZP", "Het plein"))
    assert not named(after, "Wijkraad").signs
    assert ("Zorgplein", RoleKind.INVOLVED) in roles_at(after, number(after, "1.7").id)


def test_a_copied_row_is_a_new_one_with_the_layout_of_the_old(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Afspraken")
        row = row_of(sheet, "Nummer", "2.1")
        copied = [cell.value for cell in sheet[row]]
        sheet.append(copied)
        sheet.cell(sheet.max_row, column_of(sheet, "Nummer"), "2.2")

    after, found = taken(edited(path, edit), session.dossier)
    old, new = number(after, "2.1"), number(after, "2.2")
    assert new.id != old.id
    assert new.text == old.text == "<p>De huur stijgt hooguit <b>2 %</b>.</p>"
    assert new.rank > old.rank
    assert [(c.new, c.changed) for c in found.counts if c.sheet == "Afspraken"] == [(1, 0)]


def test_a_row_that_was_taken_out_stays_in_the_dossier(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Inzet")
        sheet.delete_rows(row_of(sheet, "Locatie of onderwerp", "Kerkveld"))
        put(sheet, 2, Buurt="Zuid")

    found = compare_own_workbook(edited(path, edit), session.dossier)
    assert len(found.acts[0].changes) == 1
    assert found.sentences() == (
        "Inzet: 0 nieuw, 1 gewijzigd, 0 ongewijzigd; 1 niet in het werkboek, die blijven staan.",
    )
    assert [c.not_in_workbook for c in found.counts if c.sheet == "Inzet"] == [1]


def test_in_another_file_it_is_not_there_and_what_belonged_to_it_goes_along(tmp_path: Path) -> None:
    session = full_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Afspraken")
        sheet.delete_rows(row_of(sheet, "Nummer", "2.1"))
        series = sheet_of(workbook, "Cijfertabellen")
        series.delete_rows(row_of(series, "Titel", "Labels"))

    after, found = taken(edited(path, edit), Dossier())
    assert {a.number for a in after.all(Agreement)} == {"1.7", "1.10"}
    assert [s.title for s in after.all(Series)] == ["Huren"]
    assert len(after.all(SeriesRow)) == 2
    assert len(after.all(SigningRule)) == 2
    assert len(found.notices) == 3
    assert found.notices[0] == (
        "Rij 2 van blad “Cijfers” hoort bij iets wat uit het werkboek is gehaald."
    )


def test_what_still_points_at_it_is_named(tmp_path: Path) -> None:
    session = full_session()

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Afspraken")
        sheet.delete_rows(row_of(sheet, "Nummer", "1.7"))

    path = edited(exported(session.dossier, tmp_path), edit)
    assert refusal(path, Dossier()).endswith(
        ": “1.7” staat niet op blad “Afspraken”; voeg het daar toe of verbeter de naam. "
        "Er is niets ingelezen; het dossier is niet gewijzigd."
    )


def test_the_order_of_rows_and_columns_means_nothing(tmp_path: Path) -> None:
    dossier = everything()
    path = exported(dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        for sheet in workbook.worksheets[1:-1]:
            rows = [[cell.value for cell in row] for row in sheet.rows]
            sheet.delete_rows(1, sheet.max_row)
            sheet.append(["Overzicht voor dinsdag"])
            sheet.append([])
            for row in [rows[0], [], *reversed(rows[1:])]:
                sheet.append([*reversed(row), None, "Eigen kolom" if row is rows[0] else "x"])

    edited(path, edit)
    after, found = taken(path, dossier)
    assert after == dossier
    assert found.notices[0] == "Kolom “Eigen kolom” op blad “Thema’s” is niet ingelezen."
    assert travelled(taken(path, Dossier())[0]) == travelled(dossier)


def test_sorting_the_visible_columns_only_confuses_nothing(tmp_path: Path) -> None:
    dossier = everything()
    path = exported(dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        for title in ("Afspraken", "Inzet", "Rollen", "Partijen"):
            sheet = sheet_of(workbook, title)
            width = column_of(sheet, "exact") - 1
            rows = [[cell.value for cell in row[:width]] for row in sheet.rows][1:]
            for at_, row in enumerate(reversed(rows), start=2):
                for column, value in enumerate(row, start=1):
                    sheet.cell(at_, column).value = value

    assert read_own_workbook(edited(path, edit), dossier) == ()


def test_without_hidden_columns_rows_are_known_by_their_names(tmp_path: Path) -> None:
    session = full_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        for sheet in workbook.worksheets[1:-1]:
            drop_columns(sheet, "exact", "id")
        details = sheet_of(workbook, "Dossier")
        details.delete_rows(row_of(details, "Gegeven", "exact"), 2)

    edited(path, edit)
    assert read_own_workbook(path, session.dossier) == ()
    change(path, "Afspraken", "Nummer", "1.7", Planning="Q2")
    change(path, "Inzet", "Locatie of onderwerp", "Zuidrand", Woningen="70")
    after, found = taken(path, session.dossier)
    assert number(after, "1.7").planning == "Q2"
    assert at(after, "Zuidrand").homes == read("70")
    assert len(found.acts[0].changes) == 2
    fresh, _ = taken(path, Dossier())
    assert {a.number: plain(a.text) for a in fresh.all(Agreement)} == {
        a.number: plain(a.text) for a in session.dossier.all(Agreement)
    }
    assert len(fresh.all(Role)) == len(session.dossier.all(Role))


def test_a_workbook_with_a_few_sheets_only_brings_those(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        for sheet in workbook.worksheets:
            if sheet.title not in {"Inzet", "prestatie-werkboek-1"}:
                workbook.remove(sheet)
        put(
            sheet_of(workbook, "Inzet"), 2, Toelichting="Getekend met de buurt.", Trekker="Bewoners"
        )

    after, found = taken(edited(path, edit), session.dossier)
    assert at(after, "Kerkveld").note == "Getekend met de buurt."
    assert roles_at(after, at(after, "Kerkveld").id) == {("Bewoners", RoleKind.LEAD)}
    assert [count.sheet for count in found.counts] == ["Inzet"]
