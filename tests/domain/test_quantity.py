import time
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.quantity import EMPTY, Quantity, Unknown, alternatives, read


def quantity(**fields: Any) -> Quantity:
    """A quantity with whole numbers written as strings."""
    for number in fields.keys() & {"value", "lower", "upper", "part_of"}:
        fields[number] = Decimal(fields[number])
    return Quantity(**fields)


READINGS: dict[str, dict[str, Any]] = {
    "147 woningen": {"value": "147"},
    "167": {"value": "167"},
    "2": {"value": "2"},
    "17 woningen": {"value": "17"},
    "72 appartementen zonder lift": {"value": "72"},
    "38 VHE": {"value": "38", "unit": "units"},
    "120 kandidaten": {"value": "120", "unit": "persons"},
    "één woning": {"value": "1"},
    "twee woningen": {"value": "2"},
    "20 nieuwe huurwoningen": {"value": "20"},
    "8 nnb": {"value": "8"},
    "in totaal 24": {"value": "24"},
    "1.581": {"value": "1581"},
    "1\u00a0581": {"value": "1581"},
    "circa 16200 woningen": {"value": "16200", "approximate": True},
    "0": {"value": "0"},
    "Geen": {"value": "0"},
    "geen woningen": {"value": "0"},
    "nihil": {"value": "0"},
    "+65 woningen": {"lower": "65"},
    "65+": {"lower": "65"},
    "65 of meer": {"lower": "65"},
    "> 20": {"lower": "20"},
    "≥ 20": {"lower": "20"},
    "meer dan 20": {"lower": "20"},
    "min. 5": {"lower": "5"},
    "minimaal 85%": {"lower": "85", "unit": "percent"},
    "minimaal circa 10": {"lower": "10", "approximate": True},
    "< 5": {"upper": "5"},
    "5 of minder": {"upper": "5"},
    "niet meer dan 5": {"upper": "5"},
    "max 10": {"upper": "10"},
    "maximaal 10%": {"upper": "10", "unit": "percent"},
    "10-15": {"lower": "10", "upper": "15"},
    "10 – 15 woningen": {"lower": "10", "upper": "15"},
    "10 à 15": {"lower": "10", "upper": "15"},
    "10 tot 15": {"lower": "10", "upper": "15"},
    "10 t/m 15": {"lower": "10", "upper": "15"},
    "tussen 5 en 10": {"lower": "5", "upper": "10"},
    "minimaal 10 en maximaal 20 woningen": {"lower": "10", "upper": "20"},
    "3 (van de 7)": {"value": "3", "part_of": "7"},
    "3 van de 7": {"value": "3", "part_of": "7"},
    "6 woningen (van de 25)": {"value": "6", "part_of": "25"},
    "101 (50 huur en 51 koop)": {"value": "101"},
    "446, waarvan 65 een ondergrens": {"value": "446"},
    "ca. 14 woningen": {"value": "14", "approximate": True},
    "ca.14": {"value": "14", "approximate": True},
    "circa 10": {"value": "10", "approximate": True},
    "+/- 30": {"value": "30", "approximate": True},
    "± 30": {"value": "30", "approximate": True},
    "20?": {"value": "20", "approximate": True},
    "20 (indicatief)": {"value": "20", "approximate": True},
    "ruim 480": {"value": "480", "lower": "480", "approximate": True},
    "bijna 500": {"value": "500", "upper": "500", "approximate": True},
    "Onbekend": {"unknown": Unknown.UNKNOWN},
    "(nog onbekend)": {"unknown": Unknown.NOT_YET_KNOWN},
    "-": {"unknown": Unknown.UNKNOWN},
    "–": {"unknown": Unknown.UNKNOWN},
    "?": {"unknown": Unknown.UNKNOWN},
    "Indien van toepassing": {"unknown": Unknown.IF_APPLICABLE},
    "N.v.t.": {"unknown": Unknown.NOT_APPLICABLE},
    "nvt": {"unknown": Unknown.NOT_APPLICABLE},
    "pm": {"unknown": Unknown.MEMO},
    "p.m.": {"unknown": Unknown.MEMO},
    "P. M.": {"unknown": Unknown.MEMO},
    "Pm appartementen boven commerciële ruimte": {"unknown": Unknown.MEMO},
    "nnb": {"unknown": Unknown.NOT_YET_KNOWN},
    "Nog niet vastgesteld": {"unknown": Unknown.NOT_YET_KNOWN},
    "t.b.": {"unknown": Unknown.TO_BE_DETERMINED},
    "t.b.d.": {"unknown": Unknown.TO_BE_DETERMINED},
    "nader te bepalen": {"unknown": Unknown.TO_BE_DETERMINED},
    "€ 250": {"value": "250", "unit": "euro"},
    "€ 250,-": {"value": "250", "unit": "euro"},
    "€ 1.000,50": {"value": "1000.50", "unit": "euro"},
    "€ 1,5 mln": {"value": "1500000", "unit": "euro"},
    "1 à 2 miljoen euro": {"lower": "1000000", "upper": "2000000", "unit": "euro"},
    "€ 2024": {"value": "2024", "unit": "euro"},
    "-€ 250": {"value": "-250", "unit": "euro"},
    "7,5%": {"value": "7.5", "unit": "percent"},
    "31 %": {"value": "31", "unit": "percent"},
    "3,125%": {"value": "3.125", "unit": "percent"},
    "-0,5 %": {"value": "-0.5", "unit": "percent"},
    "-minimaal 5%": {"upper": "-5", "unit": "percent"},
    "-maximaal 5%": {"lower": "-5", "unit": "percent"},
    "Start sloop van 167 woningen": {"value": "167"},
    "Samenvoegen duplexwoningen naar 9 gezinswoningen": {"value": "9"},
    "Start sloop van 167 woningen in 2024": {"value": "167"},
    "2024 woningen": {"value": "2024"},
    "in 2025: 24": {"value": "24"},
    "12 woningen vanaf 1 juli 2025": {"value": "12"},
    "12 woningen op 01-07-2025 aan de 2e straat 43 – 46c": {"value": "12"},
    "20 per jaar": {"value": "20", "period_years": 1},
    "300 woningen in 2024-2028": {"value": "300", "period_years": 5},
    "Woonpunt verkoopt de komende tien jaar ca. 14 woningen.": {
        "value": "14",
        "approximate": True,
        "period_years": 10,
    },
    "20 woningen onder voorbehoud van subsidie": {"value": "20"},
}
NOT_READ = (
    "1e",
    "2e",
    "1 o",
    "43 – 46c",
    "Spoorringel 43 – 46c",
    "Spoorringel 43 – 46",
    "46c",
    "2024",
    "2024-2028",
    "2028-2024 20 en 30",
    "BAT-0",
    "BAT 2",
    "88 BAT-0 59 BAT-2",
    "3/7",
    "-5",
    "15-10",
    "1,581",
    "16 200",
    "onbekend, 8 woningen",
    "niet 20 woningen",
    "0,5% beneden",
    "CAO-index – 0,5%",
    "CAO-index + 0,5%",
    "CAO-index plus 0,5%",
    "Verdeeld over 10 complexen",
    "Geen idee",
    "Gemengd",
    "nan",
    "NaN",
    "inf",
    "-Infinity",
    "1e400",
    "10^400",
    "9" * 401,
    "9" * 40,
    "10 van " + "9" * 40 + " en",
    "１２",
    "١٢",
    "1²",
    "½",
    "5\x00",
    "\x1b[31m5",
    "\u202e41 woningen",
    "\ud800",
    "\u200b",
    "5" + " " * 300,
    "1.23.456",
)


@pytest.mark.parametrize(("raw", "fields"), READINGS.items())
def test_a_written_number_is_read_as_its_writer_meant_it(raw: str, fields: dict[str, Any]) -> None:
    assert read(raw) == quantity(raw=raw, **fields)


@pytest.mark.parametrize("raw", NOT_READ)
def test_what_is_not_a_clear_count_stays_text(raw: str) -> None:
    assert read(raw) == Quantity(raw=raw, unknown=Unknown.NOT_READ)


@pytest.mark.parametrize("raw", ["", "  ", "\n\t"])
def test_a_blank_cell_is_empty_and_neither_known_nor_zero(raw: str) -> None:
    blank = read(raw)
    assert blank == Quantity(raw=raw)
    assert blank.is_empty
    assert not blank.is_known


def test_the_empty_quantity_is_a_blank_cell() -> None:
    assert read("") == EMPTY


@pytest.mark.parametrize(
    ("raw", "known"), [("0", True), ("Geen", True), ("> 5", True), ("< 5", True), ("pm", False)]
)
def test_a_bound_is_known_and_a_code_is_not(raw: str, known: bool) -> None:
    assert read(raw).is_known is known
    assert not read(raw).is_empty


def test_the_column_gives_the_unit_that_the_text_leaves_out() -> None:
    assert read("24", "persons").unit == "persons"
    assert read("24 VHE", "persons").unit == "units"
    assert read("pm", "euro").unit == "euro"


@pytest.mark.parametrize("unit", ["euro", "percent"])
def test_in_a_column_of_amounts_2024_is_no_year_and_a_minus_is_a_minus(unit: str) -> None:
    assert read("2024", unit).value == 2024
    assert read("-2,5", unit).value == Decimal("-2.5")


@pytest.mark.parametrize(
    ("raw", "others"),
    [
        ("+65 woningen", [{"value": "65"}]),
        ("-", [{"value": "0"}, {"unknown": Unknown.NOT_APPLICABLE}]),
        ("2024", [{"value": "2024"}]),
        ("1,581", [{"value": "1.581"}, {"value": "1581"}]),
        ("16 200", [{"value": "16"}, {"value": "200"}]),
        ("50 huur en 50 koop", [{"value": "50"}]),
        ("2 Skilpod woningen", [{"value": "2"}]),
        ("-5", []),
        ("15-10", []),
        ("167", []),
        ("", []),
        ("pm", []),
        ("\x00", []),
    ],
)
def test_other_meanings_are_offered(raw: str, others: list[dict[str, Any]]) -> None:
    assert alternatives(raw) == tuple(quantity(raw=raw, **fields) for fields in others)


def test_a_chosen_reading_differs_only_in_being_confirmed() -> None:
    chosen = replace(alternatives("+65")[0], confirmed=True)
    assert chosen == quantity(raw="+65", value="65", confirmed=True)


ODD_TEXT = st.text() | st.text(alphabet="0123456789.,-+€%() eamvdnbptcirwo>/", max_size=80)
COLUMN = st.sampled_from(["homes", "units", "persons", "euro", "percent", ""])


@given(ODD_TEXT, COLUMN)
def test_any_text_is_read_without_losing_a_character(raw: str, unit: str) -> None:
    for reading in (read(raw, unit), *alternatives(raw, unit)):
        assert reading.raw == raw
        numbers = [reading.value, reading.lower, reading.upper, reading.part_of]
        assert all(number is None or number.is_finite() for number in numbers)
        assert reading.is_known or reading.is_empty or reading.unknown is not None
        assert not (reading.is_known and reading.unknown)


@given(st.integers(min_value=0, max_value=10**6))
def test_a_number_with_its_unit_is_read_as_that_number(number: int) -> None:
    assert read(f"{number} woningen").value == number


@given(st.integers(min_value=1000, max_value=10**9))
def test_thousands_may_be_grouped_with_dots(number: int) -> None:
    assert read(f"{number:,}".replace(",", ".")).value == number


@pytest.mark.parametrize(
    "raw",
    [
        "1" * 100_000,
        "a" * 100_000,
        "\x00" * 100_000,
        "a" * 300,
        "1 " * 150,
        "de " * 100,
        "in " * 100,
        "circa " * 50,
        "van de " * 42,
        "(" * 300,
        "+" * 300,
        "12-" * 100,
        "1.111" * 60,
        "woning" * 50,
        "p. m. " * 50,
    ],
)
def test_absurd_text_is_refused_quickly(raw: str) -> None:
    start = time.perf_counter()
    assert not read(raw).is_known
    assert time.perf_counter() - start < 0.5
