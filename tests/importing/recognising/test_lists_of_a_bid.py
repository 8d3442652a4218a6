"""Lists of projects as corporations keep them: codes, postcodes, titles and names between the rows."""

from pathlib import Path

from prestatie_desktop.importing.decisions import ColumnMap, Decisions
from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.recognising.recognise import recognise
from prestatie_desktop.importing.source import Form, Source
from tests.importing.documents.telling import expect, not_recognised, read
from tests.importing.making_sheets import workbook_of

HEAD = ["Activiteit", "Adres", "Aantal woningen", "PC4", "DAEB/niet-DAEB"]


def test_a_column_named_with_a_digit_is_a_head_like_any_other(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Bod 2026: overzicht van projecten"],
        [*HEAD, "Partij"],
        ["Onderzoek", "Duinlaan", "+15", 2035, "DAEB", "Wonen Kustdorp"],
        ["Nieuwbouw", "Hoge Akker", "pm", "3412 AB", "niet-DAEB", "Wonen Kustdorp"],
        ["Sloop", "Oude Ven", 18, 3411, "DAEB", "Wonen Kustdorp"],
    ]
    reading = expect(
        workbook_of(tmp_path / "bod.xlsx", {"Projecten": rows}),
        parties="corporatie Wonen Kustdorp",
        rows="""
            onderzoek | Wonen Kustdorp | Duinlaan | +15
            nieuwbouw | Wonen Kustdorp | Hoge Akker | pm
            sloop | Wonen Kustdorp | Oude Ven | 18
        """,
    )
    assert [row.values["postcode"] for row in reading.rows] == ["2035", "3412 AB", "3411"]


def test_names_between_the_rows_say_whose_the_rows_below_are(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [*HEAD],
        ["Habekust"],
        ["Sloop", "Oude Ven", 18, 3411, "DAEB"],
        ["Nieuwbouw", "Hoge Akker", 22, 3411, "DAEB"],
        ["De Goede Kade"],
        ["Verkoop", "Duinlaan", 4, 3412, "DAEB"],
    ]
    expect(
        workbook_of(tmp_path / "bod.xlsx", {"Bod": rows}),
        parties="""
            corporatie Habekust
            corporatie De Goede Kade
        """,
        rows="""
            sloop | Habekust | Oude Ven | 18
            nieuwbouw | Habekust | Hoge Akker | 22
            verkoop | De Goede Kade | Duinlaan | 4
        """,
    )


def test_parts_of_town_between_the_rows_are_no_parties(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Activiteit", "Adres", "Aantal woningen", "Corporatie"],
        ["Centrum"],
        ["Sloop", "Oude Ven", 18, "Wonen Kustdorp"],
        ["Wijk Duinzicht"],
        ["Verkoop", "Duinlaan", 4, "Wonen Kustdorp"],
        ["Verkoop", "Kade", 2, "Wonen Kustdorp"],
    ]
    reading = expect(
        workbook_of(tmp_path / "bod.xlsx", {"Bod": rows}),
        parties="corporatie Wonen Kustdorp",
        rows="""
            sloop | Wonen Kustdorp | Oude Ven | 18
            verkoop | Wonen Kustdorp | Duinlaan | 4
            verkoop | Wonen Kustdorp | Kade | 2
        """,
    )
    places = [row.values["neighbourhood"] for row in reading.rows]
    assert places == ["Centrum", "Wijk Duinzicht", "Wijk Duinzicht"]


def test_a_title_above_a_sheet_of_one_kind_is_no_project(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Bod 2026: overzicht van projecten"],
        [],
        ["Corporatie", "Adres", "Aantal woningen"],
        ["Wonen Kustdorp", "Duinlaan", 4],
        ["Wonen Kustdorp", "Kade", 2],
    ]
    _, reading = read(workbook_of(tmp_path / "bod.xlsx", {"Verkoop": rows}))
    assert [row.values["location"] for row in reading.rows] == ["Duinlaan", "Kade"]


def test_a_source_without_anything_holds_nothing() -> None:
    reading = recognise(Source(name="leeg", form=Form.HTML, blocks=(), lines=()))
    assert reading.parts() == (reading.cover,)


def test_a_head_row_that_was_chosen_for_a_longer_table_fits_a_shorter_one(tmp_path: Path) -> None:
    rows = [["", "2025", "2026"], ["Woonhuis", "3", "4"], ["Thuisborg", "5", "6"]]
    source, before = read(workbook_of(tmp_path / "a.xlsx", {"Cijfers": rows}))
    chosen = ColumnMap(use=TableUse.FIGURES, head=9, columns=("label", "", ""))
    reading = recognise(source, Decisions(columns={before.tables[0].signature: chosen}))
    assert reading.tables[0].head is None
    assert not_recognised(source, reading) == []
