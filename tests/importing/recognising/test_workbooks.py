"""Lists of projects, agreements and figures in spreadsheets, as corporations and municipalities keep them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from tests.importing.documents.inventing_books import invented_book
from tests.importing.documents.telling import check_books, expect, not_recognised, read
from tests.importing.making_sheets import ods, ods_cell, ods_row, ods_table, workbook_of

Rows = Iterable[Iterable[Any]]


def _ods(path: Path, sheets: Mapping[str, Rows]) -> Path:
    tables = [
        ods_table(
            "".join(ods_row(*(_ods_cell(value) for value in row)) for row in rows), escape(title)
        )
        for title, rows in sheets.items()
    ]
    return ods(path, "".join(tables))


def _ods_cell(value: Any) -> str:
    if isinstance(value, int):
        return ods_cell(str(value), more=f'office:value-type="float" office:value="{value}"')
    return ods_cell(escape(str(value)), more='office:value-type="string"') if value else ods_cell()


def _csv(path: Path, rows: Rows, mark: str) -> Path:
    lines = [mark.join("" if value is None else str(value) for value in row) for row in rows]
    path.write_text("\r\n".join(lines), encoding="cp1252")
    return path


@pytest.mark.parametrize("seed", range(60))
def test_invented_bids_are_recognised_wholly(seed: int, tmp_path: Path) -> None:
    book = invented_book(seed)
    make = (workbook_of, _ods)[seed % 2]
    source, reading = read(make(tmp_path / ("bod.xlsx", "bod.ods")[seed % 2], book.sheets))
    called = {name: one.name for one in reading.parties for name in (one.name, *one.aliases)}
    got = [
        (row.kind, row.corporation, row.values["location"], row.values["homes"])
        for row in reading.rows
    ]
    assert got == [
        (kind, called.get(who, who), where, homes) for kind, who, where, homes in book.rows
    ]
    assert not reading.agreements
    assert not reading.figures
    assert not not_recognised(source, reading)
    assert {one.name for one in reading.parties} <= {
        called.get(who, who) for _, who, _, _ in book.rows
    }
    check_books(source, reading)


PROJECTS: list[list[Any]] = [
    ["Projectenlijst 2026-2028", None, None, None, None, None, None],
    ["Peildatum: 1 oktober 2025", None, None, None, None, None, None],
    [None, None, None, None, None, None, None],
    [
        "Corporatie",
        "Soort ingreep",
        "Projectnaam",
        "Plaats",
        "Aantal woningen",
        "Start",
        "Opmerking",
    ],
    ["Maaswonen", "Nieuwbouw", "Oude Haven", "Maasdorp", 64, 2026, "incl. 10 zorgwoningen"],
    ["Maaswonen", "Sloop", "Rivierstraat", "Maasdorp", 40, 2027, None],
    ["De Zwaluw", "Renovatie", "Vogelflat", "Zwaluwveen", 112, 2026, None],
    ["De Zwaluw", "Aankoop", "Verspreid", "Zwaluwveen", "4 à 6", 2026, "alleen in de Vogelbuurt"],
]
PROJECT_ROWS = """
    nieuwbouw | Maaswonen | Oude Haven | 64
    sloop | Maaswonen | Rivierstraat | 40
    renovatie | De Zwaluw | Vogelflat | 112
    aankoop | De Zwaluw | Verspreid | 4 à 6
"""
TWO = """
    corporatie De Zwaluw
    corporatie Maaswonen
"""
TITLES = "Projectenlijst 2026-2028\nPeildatum: 1 oktober 2025"


def test_a_list_of_projects_below_a_title(tmp_path: Path) -> None:
    reading = expect(
        workbook_of(tmp_path / "projecten.xlsx", {"Blad1": PROJECTS}),
        parties=TWO,
        rows=PROJECT_ROWS,
    )
    assert reading.rows[0].values["neighbourhood"] == "Maasdorp"
    assert "incl. 10 zorgwoningen" in reading.rows[0].values["note"]
    assert "2026" in reading.rows[0].values["note"]


def test_the_same_list_as_open_document_and_with_semicolons_and_commas(tmp_path: Path) -> None:
    expect(_ods(tmp_path / "projecten.ods", {"Blad1": PROJECTS}), parties=TWO, rows=PROJECT_ROWS)
    for mark, name in ((";", "punt.csv"), (",", "komma.csv"), ("\t", "tab.csv")):
        expect(_csv(tmp_path / name, PROJECTS, mark), parties=TWO, rows=PROJECT_ROWS)


def test_a_sheet_for_each_kind(tmp_path: Path) -> None:
    head = ["Locatie", "Aantal", "Type", "Corporatie"]
    sheets: dict[str, Rows] = {
        "Nieuwbouw": [head, ["Oude Haven", 64, "appartementen met lift", "Maaswonen"]],
        "Sloop": [head, ["Rivierstraat", 40, "portieketage", "Maaswonen"]],
        "Renovatie": [head, ["Vogelflat", 112, "galerijflat", "De Zwaluw"]],
        "Verkoop": [head, ["Verspreid bezit", "max. 8", "eengezins", "De Zwaluw"]],
        "Inponden": [head, ["Vogelbuurt", "nnb", "eengezins", "De Zwaluw"]],
        "Onderzoek": [head, ["Kerkplein", "ca. 30", "eengezins", "Maaswonen"]],
    }
    rows = """
        nieuwbouw | Maaswonen | Oude Haven | 64
        sloop | Maaswonen | Rivierstraat | 40
        renovatie | De Zwaluw | Vogelflat | 112
        verkoop | De Zwaluw | Verspreid bezit | max. 8
        aankoop | De Zwaluw | Vogelbuurt | nnb
        onderzoek | Maaswonen | Kerkplein | ca. 30
    """
    expect(workbook_of(tmp_path / "een.xlsx", sheets), parties=TWO, rows=rows)
    expect(_ods(tmp_path / "een.ods", sheets), parties=TWO, rows=rows)


def test_a_sheet_for_each_corporation(tmp_path: Path) -> None:
    head = ["Ingreep", "Complex", "Woningen"]
    sheets: dict[str, Rows] = {
        "Maaswonen": [head, ["Nieuwbouw", "Oude Haven", 64], ["Sloop", "Rivierstraat", 40]],
        "De Zwaluw": [head, ["Renovatie", "Vogelflat", 112], ["Sloop", "Merelpad", 6]],
    }
    expect(
        workbook_of(tmp_path / "bod.xlsx", sheets),
        parties=TWO,
        rows="""
            nieuwbouw | Maaswonen | Oude Haven | 64
            sloop | Maaswonen | Rivierstraat | 40
            renovatie | De Zwaluw | Vogelflat | 112
            sloop | De Zwaluw | Merelpad | 6
        """,
    )


def test_years_as_columns_below_two_rows_of_heads_with_subtotals(tmp_path: Path) -> None:
    rows: Rows = [
        ["Bod Maaswonen 2026-2028"],
        [],
        ["Project", "Corporatie", "Aantal woningen per jaar", None, None, None],
        [None, None, 2026, 2027, 2028, "Totaal"],
        ["Nieuwbouw"],
        ["Oude Haven", "Maaswonen", 30, 34, 0, 64],
        ["Kerkplein", "Maaswonen", 0, 0, 18, 18],
        ["Subtotaal nieuwbouw", None, 30, 34, 18, 82],
        ["Sloop"],
        ["Rivierstraat", "Maaswonen", 0, 40, 0, 40],
        ["Subtotaal sloop", None, 0, 40, 0, 40],
    ]
    expect(
        workbook_of(tmp_path / "bod.xlsx", {"Programma": rows}),
        parties="corporatie Maaswonen",
        rows="""
            nieuwbouw | Maaswonen | Oude Haven | 64 | 2026: 30 | 2027: 34 | 2028: 0
            nieuwbouw | Maaswonen | Kerkplein | 18 | 2026: 0 | 2027: 0 | 2028: 18
            sloop | Maaswonen | Rivierstraat | 40 | 2026: 0 | 2027: 40 | 2028: 0
        """,
    )


def test_a_list_of_agreements_with_the_lead_in_bold(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Afspraken 2026"
    for row in (
        ["Thema", "Nr.", "Afspraak", "Trekker", "Betrokkenen", "Deadline", "KPI", "Voortgang"],
        ["Wonen", "1.1", "Maaswonen vernieuwt het dak van de Vogelflat vóór de winter.", "Maaswonen",
         "Gemeente Maasdorp; Huurdersbond Maas", "1-11-2026", "dak gereed", "In bespreking"],
        ["Wonen", "1.2", "De gemeente Maasdorp zoekt een plek voor vijftig flexwoningen.",
         "Gemeente Maasdorp", "Maaswonen", "Q1", "raadsbesluit", "Akkoord"],
        ["Zorg", "2.1", "Huurdersbond Maas houdt een spreekuur in de bibliotheek van het dorp.",
         "Huurdersbond Maas", "Maaswonen", "maandelijks", "12 keer", "Akkoord"],
    ):  # fmt: skip
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    book.save(tmp_path / "lijst.xlsx")
    expect(
        tmp_path / "lijst.xlsx",
        parties="""
            gemeente Gemeente Maasdorp
            corporatie Maaswonen
            huurders Huurdersbond Maas
        """,
        themes="""
            1 Wonen
            2 Zorg
        """,
        agreements="""
            1.1 Maaswonen vernieuwt het dak … vóór de winter. | trekker: Maaswonen | betrokken: Gemeente Maasdorp, Huurdersbond Maas | planning: 1-11-2026 | indicator: dak gereed | status: besproken
            1.2 De gemeente Maasdorp zoekt … voor vijftig flexwoningen. | trekker: Gemeente Maasdorp | betrokken: Maaswonen | planning: Q1 | indicator: raadsbesluit | status: akkoord
            2.1 Huurdersbond Maas houdt een … van het dorp. | trekker: Huurdersbond Maas | betrokken: Maaswonen | planning: maandelijks | indicator: 12 keer | status: akkoord
        """,
    )


def test_numbers_of_agreements_that_excel_took_for_decimals_keep_their_zero(tmp_path: Path) -> None:
    rows: Rows = [
        ["Nr", "Afspraak", "Wie"],
        *(
            [
                number,
                f"Maaswonen doet in 2026 iets goeds voor de buurt, namelijk zaak {place}.",
                "Maaswonen",
            ]
            for place, number in enumerate([1.8, 1.9, 1.1, 1.11, 2.1], 1)
        ),
    ]
    reading = expect(
        workbook_of(tmp_path / "lijst.xlsx", {"Afspraken": rows}),
        themes="""
            1 Thema 1
            2 Thema 2
        """,
        agreements="""
            1.8 Maaswonen doet in 2026 … namelijk zaak 1. | trekker onbekend: Maaswonen
            1.9 Maaswonen doet in 2026 … namelijk zaak 2. | trekker onbekend: Maaswonen
            1.10 Maaswonen doet in 2026 … namelijk zaak 3. | trekker onbekend: Maaswonen
            1.11 Maaswonen doet in 2026 … namelijk zaak 4. | trekker onbekend: Maaswonen
            2.1 Maaswonen doet in 2026 … namelijk zaak 5. | trekker onbekend: Maaswonen
        """,
    )
    assert len({one.number for one in reading.agreements}) == 5


def test_a_monitor_with_a_sheet_of_labels_and_one_of_stock(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "EFG-labels": [
            ["Aantal woningen met EFG-label"],
            ["Jaar", "Maaswonen", "De Zwaluw"],
            [2024, 512, 88],
            [2025, 430, 60],
            [2026, "t.b.", 31],
        ],
        "Voorraad": [
            ["Type", "Maaswonen", "De Zwaluw", "Totaal"],
            ["Eengezins", 1200, 340, 1540],
            ["Meergezins", 800, 610, 1410],
            ["Totaal", 2000, 950, 2950],
        ],
    }
    expect(
        workbook_of(tmp_path / "monitor.xlsx", sheets),
        parties=TWO,
        figures="""
            reeks EFG-labels | Maaswonen, De Zwaluw
              2024: 512, 88
              2025: 430, 60
              2026: t.b., 31
            matrix Voorraad | Maaswonen, De Zwaluw
              Eengezins: 1200, 340
              Meergezins: 800, 610
            totaal 2950
        """,
    )


def test_a_workbook_about_something_else_holds_nothing(tmp_path: Path) -> None:
    rows: Rows = [
        ["Datum", "Omschrijving", "Bedrag", "Rekening"],
        ["2026-01-04", "Koffie en thee", 12.5, "NL00"],
        ["2026-01-09", "Zaalhuur", 80, "NL01"],
    ]
    source = workbook_of(tmp_path / "kas.xlsx", {"Kasboek": rows})
    opened, reading = read(source)
    check_books(opened, reading)
    assert not reading.agreements
    assert not reading.rows
    assert not reading.parties


def test_themes_in_a_column_and_numbers_with_letters(tmp_path: Path) -> None:
    rows: Rows = [
        ["Afspraken 2026"],
        ["Thema", "Nr", "Afspraak", "Trekker"],
        ["Wonen", "WON-01", "Maaswonen vernieuwt het dak van de Vogelflat vóór de winter.", "Maaswonen"],
        ["Wonen", "WON-02", "De gemeente zoekt een plek voor vijftig flexwoningen.", "Gemeente Maasdorp"],
        ["Zorg", "ZOR-01", "Er komt een spreekuur in de bibliotheek van het dorp.", "Maaswonen"],
    ]  # fmt: skip
    for name, book in (("a.xlsx", workbook_of), ("a.ods", _ods)):
        expect(
            book(tmp_path / name, {"Lijst": rows}),
            parties="""
                gemeente Gemeente Maasdorp
                corporatie Maaswonen
            """,
            themes="""
                1 Wonen
                2 Zorg
            """,
            agreements="""
                WON-01 Maaswonen vernieuwt het dak … vóór de winter. | trekker: Maaswonen
                WON-02 De gemeente zoekt een plek voor vijftig flexwoningen. | trekker: Gemeente Maasdorp
                ZOR-01 Er komt een spreekuur … van het dorp. | trekker: Maaswonen
            """,
        )


def test_words_for_columns_inside_names_of_parties(tmp_path: Path) -> None:
    heads = ["Gemeente Oud- en Nieuw-Maas", "Waterweg Wonen", "Wonen Wierden", "Huurders Wierden"]
    rows: Rows = [
        ["Nr", "Afspraak", *heads],
        ["1.1", "Het dak van de Vogelflat wordt vernieuwd vóór de winter.", None, "x", None, "x"],
        ["1.2", "Er komt een plek voor vijftig flexwoningen aan de rand van het dorp.", "x", "x", "x", None],
        ["2.1", "Er komt een spreekuur in de bibliotheek van het dorp.", "x", None, "x", "x"],
    ]  # fmt: skip
    expect(
        workbook_of(tmp_path / "lijst.xlsx", {"Lijst": rows}),
        parties="""
            gemeente Gemeente Oud- en Nieuw-Maas
            corporatie Waterweg Wonen
            corporatie Wonen Wierden
            huurders Huurders Wierden
        """,
        themes="""
            1 Thema 1
            2 Thema 2
        """,
        agreements="""
            1.1 Het dak van de … vóór de winter. | trekker onbekend: Waterweg Wonen, Huurders Wierden
            1.2 Er komt een plek … van het dorp. | trekker onbekend: Gemeente Oud- en Nieuw-Maas, Waterweg Wonen, Wonen Wierden
            2.1 Er komt een spreekuur … van het dorp. | trekker onbekend: Gemeente Oud- en Nieuw-Maas, Wonen Wierden, Huurders Wierden
        """,
    )


def test_projects_with_codes_plans_and_long_notes(tmp_path: Path) -> None:
    note = "Afhankelijk van de subsidie die nog moet komen en van de bewoners van de wijk."
    rows: Rows = [
        ["Planning", "Projectnummer", "Activiteit", "Adres", "VHE", "Organisatie", "Opmerkingen"],
        [2026, "P84", "Nieuwbouw", "Hoge Weg", 24, "Maaswonen", note],
        ["2026-2027", "P40", "Sloop", "Oude School", "ca. 40", "De Zwaluw", note],
        [2027, "P41", "Sloop", "Lindelaan", 8, "Maaswonen", note],
    ]
    reading = expect(
        workbook_of(tmp_path / "bod.xlsx", {"Bod": rows}),
        parties=TWO,
        rows="""
            nieuwbouw | Maaswonen | Hoge Weg | 24
            sloop | De Zwaluw | Oude School | ca. 40
            sloop | Maaswonen | Lindelaan | 8
        """,
    )
    assert note in reading.rows[0].values["note"]
    assert "P84" in reading.rows[0].values["note"]
