"""What the program exports to a workbook comes back as it was; what somebody changed in it, changed."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Role, RoleKind
from prestatie_desktop.domain.agreement_set import SetStatus
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, Daeb, YearQuantity
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.quantity import alternatives, read
from prestatie_desktop.domain.richtext import plain
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import Signatory, SigningRule
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.filling.example import fill_example
from prestatie_desktop.importing.own_workbook import (
    compare_own_workbook,
    is_own_workbook,
    read_own_workbook,
)
from prestatie_desktop.importing.watch import StoppedError, Watch
from prestatie_desktop.journal.edits import (
    agreements,
    commitments,
    parties,
    roles,
    themes,
)
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore
from tests.building import (
    agreement,
    empty_session,
    full_session,
    party,
    project,
    small_session,
    theme,
)
from tests.importing.own_workbooks import (
    append,
    column_of,
    drop_columns,
    edited,
    exported,
    pristine,
    put,
    row_of,
    sheet_of,
    taken,
    travelled,
    with_shared_strings,
)

Edit = Callable[[Workbook], object]


@pytest.fixture(scope="module")
def heerlen() -> Dossier:
    store = MemoryStore()
    fill_example(store, "heerlen-2024")
    return store.load()


def everything() -> Dossier:
    """Something of every sort, with what is hard to bring back."""
    session = full_session()
    dossier, commit = session.dossier, session.commit
    first, row = agreement(session, "1.7"), project(session, "Kerkveld")
    link = f'<a href="item:{first.id}"><b>1.7</b></a>'
    rich = f"<p>Zie {link} en<br/>ook m<sup>2</sup>.</p><ul><li>een</li><li>twee</li></ul>"
    commit(agreements.set_text(dossier, agreement(session, "2.1").id, rich))
    commit(agreements.set_number(dossier, first.id, "1.8"))
    values = {"homes": "1,581", "year:2026": "+65", "year:2028": "pm", "daeb": "daeb"}
    commit(commitments.set_values(dossier, row.id, values))
    reading = alternatives("1,581")[0]
    commit(commitments.confirm_reading(dossier, row.id, "homes", reading))
    commit(
        parties.edit_party(dossier, party(session, "Woonhuis").id, aliases=("WH", "Huis; thuis"))
    )
    return session.dossier


def number(dossier: Dossier, wanted: str) -> Agreement:
    return next(a for a in dossier.all(Agreement) if a.number == wanted)


def named(dossier: Dossier, name: str) -> Party:
    return next(p for p in dossier.parties if p.name == name)


def at(dossier: Dossier, location: str) -> Commitment:
    return next(c for c in dossier.all(Commitment) if c.location == location)


def roles_at(dossier: Dossier, item_id: Id) -> set[tuple[str, RoleKind]]:
    names = {one.id: one.name for one in dossier.parties}
    names |= {one.id: one.name for one in dossier.all(PartyGroup)}
    return {(names[role.party_id], role.kind) for role in dossier.roles_of(item_id)}


def change(path: Path, title: str, key: str, text: str, **values: Any) -> Path:
    """Type values in the row that has `text` in its column `key`."""

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, title)
        put(sheet, row_of(sheet, key, text), **values)

    return edited(path, edit)


def refusal(path: Path, into: Dossier) -> str:
    before = into.copy()
    with pytest.raises(UserError) as caught:
        read_own_workbook(path, into)
    assert into == before
    return str(caught.value)


# The way back is exact.


@pytest.mark.parametrize("into", [Dossier, pristine])
@pytest.mark.parametrize("which", ["heerlen", "everything"])
def test_a_dossier_comes_back_as_it_was(
    which: str, into: Callable[[], Dossier], heerlen: Dossier, tmp_path: Path
) -> None:
    dossier = heerlen if which == "heerlen" else everything()
    after, found = taken(exported(dossier, tmp_path), into())
    assert travelled(after) == travelled(dossier)
    assert found.notices == ()


def test_it_comes_back_as_it_was_after_other_programs_saved_it(tmp_path: Path) -> None:
    dossier = everything()
    path = exported(dossier, tmp_path)
    assert travelled(taken(with_shared_strings(path), Dossier())[0]) == travelled(dossier)
    edited(path, lambda _: None)
    assert travelled(taken(path, Dossier())[0]) == travelled(dossier)


def test_into_the_dossier_that_it_came_from_it_changes_nothing(tmp_path: Path) -> None:
    dossier = everything()
    found = compare_own_workbook(exported(dossier, tmp_path), dossier)
    assert found.acts == ()
    assert {count.new + count.changed for count in found.counts} == {0}
    assert {count.not_in_workbook for count in found.counts} == {0}


def test_it_is_one_step_to_undo(tmp_path: Path) -> None:
    path = exported(everything(), tmp_path)
    session = small_session()
    before = session.dossier.copy()
    assert len(session.commit_together(read_own_workbook(path, session.dossier))) == 1
    assert session.dossier != before
    session.undo()
    assert session.dossier == before


def test_a_new_file_begins_with_it(tmp_path: Path) -> None:
    dossier = everything()
    session = Session(MemoryStore(), small_session().author)
    session.commit_together(read_own_workbook(exported(dossier, tmp_path), session.dossier))
    assert travelled(session.dossier) == travelled(dossier)
    assert session.to_undo is None


def test_a_text_of_a_hundred_thousand_characters_goes_over_several_cells(tmp_path: Path) -> None:
    session = small_session()
    words = "één 😀 twee = drie\t" * 5_260
    html = f"<p>{words[:50_000].strip()}</p><p><b>{words[50_000:99_990].strip()}</b></p>"
    html = html.replace("\t", " ")
    session.commit(agreements.set_text(session.dossier, agreement(session, "1.7").id, html))
    path = exported(session.dossier, tmp_path)
    sheet = load_workbook(path)["Afspraken"]
    titles = [cell.value for cell in sheet[1]]
    assert titles[3:7] == ["Tekst", *(f"Tekst (vervolg{n})" for n in ("", " 2", " 3"))]
    after, _ = taken(path, Dossier())
    assert number(after, "1.7").text == html


def test_what_was_adopted_and_changed_after_that_comes_back_as_a_concept(tmp_path: Path) -> None:
    session = full_session()
    assert session.dossier.set.status is SetStatus.ADOPTED
    session.commit(agreements.set_planning(session.dossier, agreement(session, "1.7").id, "Q4"))
    path = exported(session.dossier, tmp_path)
    assert taken(path, Dossier())[0].set.status is SetStatus.CONCEPT
    assert read_own_workbook(path, session.dossier) == ()


def test_a_logo_stays_where_it_is(tmp_path: Path) -> None:
    from prestatie_desktop.domain.blob import Blob

    session = small_session()
    house = party(session, "Woonhuis")
    session.commit(parties.set_logo(session.dossier, house.id, Blob(b"png", "image/png")))
    path = exported(session.dossier, tmp_path)
    assert named(taken(path, Dossier())[0], "Woonhuis").logo_id == ""
    change(path, "Partijen", "Naam", "Woonhuis", Vestigingsplaats="Veldhoven")
    after, _ = taken(path, session.dossier)
    assert named(after, "Woonhuis").seat == "Veldhoven"
    assert named(after, "Woonhuis").logo_id == party(session, "Woonhuis").logo_id != ""


# What somebody changed.


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
    assert [(c.sheet, c.changed) for c in found.counts if c.changed] == [("Afspraken", 1)]


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


# Rows.


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

    found = compare_own_workbook(edited(path, edit), session.dossier)
    assert found.acts == ()
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


# Names and roles.


def test_a_party_may_be_called_by_any_of_its_names(tmp_path: Path) -> None:
    session = small_session()
    house = party(session, "Woonhuis")
    session.commit(
        parties.edit_party(
            session.dossier, house.id, legal_name="Stichting Woonhuis", aliases=("WH",)
        )
    )
    path = exported(session.dossier, tmp_path)
    for name in ("woonhuis", "Stichting  Woonhuis", "wh"):
        change(path, "Inzet", "Locatie of onderwerp", "Zuidrand", Corporatie=name)
        after, _ = taken(path, session.dossier)
        assert at(after, "Zuidrand").corporation_id == house.id


def test_a_party_can_be_renamed_and_called_by_its_new_name_at_once(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)
    change(path, "Partijen", "Naam", "Woonhuis", Naam="Woonhuis Zuid")
    change(path, "Inzet", "Locatie of onderwerp", "Zuidrand", Corporatie="Woonhuis zuid")
    after, _ = taken(path, session.dossier)
    assert at(after, "Zuidrand").corporation_id == party(session, "Woonhuis").id
    assert at(after, "Kerkveld").corporation_id == party(session, "Woonhuis").id


def test_roles_can_be_changed_beside_the_agreement(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)
    change(
        path, "Afspraken", "Nummer", "1.7",
        Trekker="Woningcorporaties", Betrokken="Woonhuis; Gemeente Veldhoven",
    )  # fmt: skip
    after, _ = taken(path, session.dossier)
    assert roles_at(after, number(after, "1.7").id) == {
        ("Woningcorporaties", RoleKind.LEAD),
        ("Woonhuis", RoleKind.INVOLVED),
        ("Gemeente Veldhoven", RoleKind.INVOLVED),
    }
    change(path, "Afspraken", "Nummer", "1.7", Trekker=None, Betrokken=None)
    after, _ = taken(path, session.dossier)
    assert roles_at(after, number(after, "1.7").id) == set()


def test_roles_can_be_changed_on_their_own_sheet(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Rollen")
        put(sheet, row_of(sheet, "Rol", "Betrokken"), Rol="Trekker onbekend")
        place = "Nieuwbouw Kerkveld (Woonhuis)"
        append(sheet, Afspraak_of_inzet=place, Partij="Bewoners", Rol="betrokken")
        append(sheet, Afspraak_of_inzet="afspraak 2.1", Partij="Bewoners", Rol="lead")

    after, _ = taken(edited(path, edit), session.dossier)
    first = roles_at(after, number(after, "1.7").id)
    assert ("Woningcorporaties", RoleKind.UNKNOWN_LEAD) in first
    assert roles_at(after, at(after, "Kerkveld").id) == {("Bewoners", RoleKind.INVOLVED)}
    assert roles_at(after, number(after, "2.1").id) == {("Bewoners", RoleKind.LEAD)}


# Figures.


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


# Into another dossier.


def other_dossier() -> Session:
    """Next year's agreements of the same parties, which have other ids there."""
    session = empty_session()
    dossier, commit = session.dossier, session.commit
    commit(
        parties.add_party(
            dossier, "Stichting Woonhuis", PartyKind.CORPORATION, aliases=("Woonhuis",)
        )
    )
    commit(themes.add_theme(dossier, "Beschikbaar wonen", number="1"))
    commit(
        agreements.add_agreement(
            dossier, theme(session, "1").id, number="1.7", text="<p>Oud.</p>", heading="Bouwen"
        )
    )
    lead = roles.set_role(
        dossier,
        agreement(session, "1.7").id,
        party(session, "Stichting Woonhuis").id,
        RoleKind.INVOLVED,
    )
    commit(lead)
    return session


def test_in_another_dossier_things_are_known_by_name_and_nothing_is_emptied(tmp_path: Path) -> None:
    source, target = small_session(), other_dossier()
    before = target.dossier
    after, _ = taken(exported(source.dossier, tmp_path), before)
    assert after.set == before.set
    house, first = named(after, "Woonhuis"), number(after, "1.7")
    assert house.id == before.parties[0].id
    assert (first.id, first.heading) == (agreement(target, "1.7").id, "Bouwen")
    assert first.text == "<p>Woonhuis bouwt ruim 40 woningen.</p>"
    assert [t.number for t in after.themes] == ["1", "2"]
    assert at(after, "Kerkveld").corporation_id == house.id
    assert roles_at(after, first.id) == {
        ("Woonhuis", RoleKind.LEAD), ("Woningcorporaties", RoleKind.INVOLVED),
    }  # fmt: skip
    again, _ = taken(exported(source.dossier, tmp_path), after)
    assert again == after


def test_references_in_texts_point_at_what_they_are_here(tmp_path: Path) -> None:
    source, target = small_session(), other_dossier()
    old = agreement(source, "1.7").id
    html = f'<p>Zie <a href="item:{old}">1.7</a>.</p>'
    source.commit(agreements.set_text(source.dossier, agreement(source, "2.1").id, html))
    after, _ = taken(exported(source.dossier, tmp_path), target.dossier)
    here = agreement(target, "1.7").id
    assert number(after, "2.1").text == html.replace(old, here)


# What cannot be.


@pytest.mark.parametrize(
    ("title", "key", "text", "values", "sentence"),
    [
        ("Afspraken", "Nummer", "1.7", {"Status": "klaar"},
         "Blad “Afspraken”, cel H2: “klaar” kan niet in kolom “Status”; kies uit: Voorstel, "),
        ("Afspraken", "Nummer", "1.7", {"Nummer": "1.10"},
         "Blad “Afspraken”, cel A2: dit nummer komt twee keer voor"),
        ("Afspraken", "Nummer", "1.10", {"Nummer": 1.7}, "dit nummer komt twee keer voor"),
        ("Afspraken", "Nummer", "1.7", {"Nummer": "9" * 21}, "het nummer is langer dan 20 tekens"),
        ("Afspraken", "Nummer", "1.7", {"Thema": "Zorg"},
         "cel B2: “Zorg” staat niet op blad “Thema’s”; voeg het daar toe of verbeter de naam"),
        ("Afspraken", "Nummer", "1.7", {"Thema": None}, "in kolom “Thema” mag niet niets staan"),
        ("Afspraken", "Nummer", "1.7", {"Nummer": date(2026, 7, 1)},
         "in kolom “Nummer” heeft het rekenprogramma er een datum van gemaakt (1-7-2026)"),
        ("Inzet", "Locatie of onderwerp", "Kerkveld", {"Woningen": date(2026, 4, 3)},
         "cel D2: in kolom “Woningen” heeft het rekenprogramma er een datum van gemaakt"),
        ("Inzet", "Locatie of onderwerp", "Kerkveld", {"Woningen": "7" * 1_001},
         "hier staan meer dan 1.000 tekens"),
        ("Inzet", "Locatie of onderwerp", "Kerkveld", {"Woningen": "#REF!"},
         "cel D2: hier staat de fout #REF!"),
        ("Inzet", "Locatie of onderwerp", "Kerkveld", {"Soort": "Nieuwbouw; Sloop"},
         "staat niet op blad “Tabellen”"),
        ("Inzet", "Locatie of onderwerp", "Kerkveld", {"Eenheid": "kamers"},
         "kies uit: woningen, vhe, personen, euro, procent, geen"),
        ("Partijen", "Naam", "Woonhuis", {"Naam": "Bewoners"}, "deze naam komt twee keer voor"),
        ("Partijen", "Naam", "Woonhuis", {"Naam": " "}, "in kolom “Naam” mag niet niets staan"),
        ("Partijen", "Naam", "Woonhuis", {"Tekent": "misschien"}, "kies ja of nee"),
        ("Groepen", "Naam", "Woningcorporaties", {"Leden": "Woningcorporaties"},
         "een groep kan geen lid zijn van zichzelf"),
        ("Rollen", "Rol", "Betrokken", {"Partij": "Woonhuis"}, "deze partij heeft hier al een rol"),
        ("Rollen", "Rol", "Betrokken", {"Afspraak of inzet": "Zeepost"},
         "staat niet op blad “Afspraken” of “Inzet”"),
        ("Dossier", "Gegeven", "Eerste jaar", {"Waarde": "volgend jaar"},
         "cel B4: “volgend jaar” is geen jaar"),
        ("Dossier", "Gegeven", "Laatste jaar", {"Waarde": 2025}, "cel B5: deze jaren kunnen niet"),
        ("Dossier", "Gegeven", "Datum", {"Waarde": "morgen"}, "cel B7: “morgen” is geen datum"),
        ("Dossier", "Gegeven", "Titel", {"Waarde": "x" * 2_001}, "langer dan 2000 tekens"),
        ("Wie tekent", "Reikwijdte", "Alles", {"Voorbehoud": None},
         "een voorbehoud heeft woorden nodig"),
        ("Cijfers", "Rij", "2026", {"Cijfertabel": "Onbekend"}, "staat niet op blad “Cijfertabellen”"),
        ("Afspraken", "Nummer", "1.7", {"exact": "{}"},
         "cel Q2: wat hier verborgen staat is beschadigd"),
        ("Bodteksten", "Corporatie", "Woonhuis", {"Onderdeel": "Slotwoord"}, "kies uit: Aanbiedingsbrief"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named_by_sheet_and_cell_and_nothing_is_changed(  # noqa: PLR0917
    title: str, key: str, text: str, values: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    session = full_session()
    path = change(exported(session.dossier, tmp_path), title, key, text, **values)
    said = refusal(path, session.dossier)
    assert sentence in said
    assert said.startswith(f"Blad “{title}”, cel ")
    assert said.endswith("Er is niets ingelezen; het dossier is niet gewijzigd.")


def test_a_name_of_two_things_is_not_guessed(tmp_path: Path) -> None:
    session = small_session()
    for name in ("Woonhuis", "Thuisborg"):
        one = party(session, name)
        session.commit(parties.edit_party(session.dossier, one.id, aliases=("de stichting",)))
    path = exported(session.dossier, tmp_path)
    change(path, "Inzet", "Locatie of onderwerp", "Kerkveld", Corporatie="De stichting")
    assert "“De stichting” kan op meer dan één plaats slaan" in refusal(path, session.dossier)


def test_a_title_that_stands_twice_is_refused(tmp_path: Path) -> None:
    session = small_session()

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Inzet")
        sheet.cell(1, sheet.max_column + 1, "Woningen")

    path = edited(exported(session.dossier, tmp_path), edit)
    assert "cel AC1: de kolom “Woningen” staat er twee keer" in refusal(path, session.dossier)


def test_a_workbook_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = exported(small_session().dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        workbook["prestatie-werkboek-1"].title = "prestatie-werkboek-2"

    assert is_own_workbook(path)
    edited(path, edit)
    with pytest.raises(UserError, match="is gemaakt met een nieuwere versie van Prestatie Desktop"):
        is_own_workbook(path)


def test_other_files_are_not_ours(tmp_path: Path) -> None:
    other = tmp_path / "ander.xlsx"
    Workbook().save(other)
    text = tmp_path / "tekst.xlsx"
    text.write_text('<sheet name="prestatie-werkboek-1"/>', encoding="utf-8")
    for path in (other, text, tmp_path, tmp_path / "niet.xlsx"):
        assert not is_own_workbook(path)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("xl/worksheets/sheet3.xml", b"<sheetData>", b"<sheetData><rij>"),
        ("xl/worksheets/sheet3.xml", b'<row r="2">', b'<row r="9999999999">'),
        ("xl/workbook.xml", b"<workbook ", b"<!DOCTYPE x [<!ENTITY y 'z'>]><workbook "),
        ("xl/styles.xml", b"<styleSheet", b"<stijlblad"),
    ],
)
def test_a_damaged_workbook_is_refused_in_a_sentence(
    name: str, old: bytes, new: bytes, tmp_path: Path
) -> None:
    path = exported(small_session().dossier, tmp_path)
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    assert refusal(path, Dossier()).startswith("“werkboek.xlsx” ")


def test_it_can_be_stopped(tmp_path: Path) -> None:
    path = exported(small_session().dossier, tmp_path)
    seen: list[str] = []
    watch = Watch(lambda text, *_: seen.append(text), lambda: "Blad Inzet" in seen)
    with pytest.raises(StoppedError):
        read_own_workbook(path, Dossier(), watch)


def test_the_themes_of_a_new_dossier_stay_when_somebody_wrote_in_them(tmp_path: Path) -> None:
    dossier = pristine()
    written = themes.set_introduction(dossier, dossier.themes[0].id, "<p>Van ons.</p>")
    from prestatie_desktop.journal.change import apply_all

    apply_all(dossier, written.changes)
    after, _ = taken(exported(small_session().dossier, tmp_path), dossier)
    assert after.find(Theme, dossier.themes[0].id) is not None
    assert after.set.id == dossier.set.id
