"""What a workbook cannot say is named by sheet and cell, and the dossier stays as it was."""

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.exchange.xlsx_export import workbook_bytes
from prestatie_desktop.importing.own_workbook import (
    is_own_workbook,
    read_own_workbook,
)
from prestatie_desktop.importing.watch import StoppedError, Watch
from prestatie_desktop.journal.edits import (
    parties,
    themes,
)
from tests.building import (
    full_session,
    party,
    small_session,
)
from tests.importing.own_workbooks import (
    change,
    column_of,
    edited,
    exported,
    pristine,
    refusal,
    sheet_of,
    taken,
)


@pytest.fixture(scope="module")
def full() -> tuple[Dossier, bytes]:
    dossier = full_session().dossier
    return dossier, workbook_bytes(dossier)


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
    title: str,
    key: str,
    text: str,
    values: dict[str, Any],
    sentence: str,
    full: tuple[Dossier, bytes],
    tmp_path: Path,
) -> None:
    dossier, data = full
    path = tmp_path / "werkboek.xlsx"
    path.write_bytes(data)
    said = refusal(change(path, title, key, text, **values), dossier)
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


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("seen", []),
        ("rest", {"rank": 5}),
        ("rest", {"onbekend": ""}),
        ("rest", {"rank": "i", "key": None}),
        ("kept", {"homes": 5}),
        ("kept", {"homes": {"unit": "kamers"}}),
        ("kept", {"homes": {"value": "1E+999999999"}}),
        ("kept", {"homes": {"value": "NaN"}}),
        ("kept", {"homes": {"onzin": 1}}),
        ("kept", {"price": {"parts": [{"count": "1E+99999"}]}}),
        ("kept", {"location": ["Kerkveld"]}),
        ("kept", {"kind_id": 5}),
    ],
)
def test_what_a_stranger_hid_in_a_row_is_refused_or_left_alone(
    key: str, value: object, full: tuple[Dossier, bytes], tmp_path: Path
) -> None:
    path = tmp_path / "werkboek.xlsx"
    path.write_bytes(full[1])

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Inzet")
        cell = sheet.cell(2, column_of(sheet, "exact"))
        cell.value = json.dumps({**json.loads(str(cell.value)), key: value})

    said = refusal(edited(path, edit), Dossier())
    assert said.startswith("Blad “Inzet”, cel AA2: wat hier verborgen staat is beschadigd")
