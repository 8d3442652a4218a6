from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.breakdown import read_price
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.quantity import alternatives, read
from prestatie_desktop.domain.totals import total
from prestatie_desktop.domain.unknown import Unknown
from prestatie_desktop.words.quantities import (
    UNKNOWN_WORDS,
    describe,
    describe_breakdown,
    describe_total,
    format_amount,
    format_number,
    format_percent,
)

PRICES = tuple(
    Choice(id=key, list=ChoiceList.PRICE, key=key, label=label)
    for key, label in (("a", "Betaalbaar 1"), ("b", "Betaalbaar 2"), ("c", "Duur"))
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("6371", "6.371"),
        ("1234567.5", "1.234.567,5"),
        ("0.50", "0,5"),
        ("1500000.0", "1.500.000"),
        ("10", "10"),
        ("1E+3", "1.000"),
        ("-0.0", "0"),
        ("-12.25", "-12,25"),
    ],
)
def test_numbers_have_dutch_points_and_commas(number: str, text: str) -> None:
    assert format_number(Decimal(number)) == text


@pytest.mark.parametrize(
    ("euros", "text"),
    [
        ("250", "€\u00a0250"),
        ("250.00", "€\u00a0250"),
        ("879.66", "€\u00a0879,66"),
        ("1184.825", "€\u00a01.184,83"),
        ("0.5", "€\u00a00,50"),
        ("-3", "€\u00a0-3"),
    ],
)
def test_amounts_show_cents_only_where_there_are_any(euros: str, text: str) -> None:
    assert format_amount(Decimal(euros)) == text


def test_a_percent_sign_keeps_to_its_number() -> None:
    assert format_percent(Decimal("0.5")) == "0,5\u00a0%"


@given(st.integers(min_value=0, max_value=10**12))
def test_a_formatted_number_is_read_back(number: int) -> None:
    assert read(f"{format_number(Decimal(number))} woningen").value == number


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        ("147", "147 woningen"),
        ("1", "1 woning"),
        ("Geen", "geen woningen"),
        ("38 VHE", "38 vhe"),
        ("1 persoon", "1 persoon"),
        ("120 kandidaten", "120 personen"),
        ("+65 woningen", "ten minste 65 woningen"),
        ("minimaal circa 10", "ten minste ongeveer 10 woningen"),
        ("maximaal 10%", "ten hoogste 10 %"),
        ("10-15", "10 tot 15 woningen"),
        ("circa 10 à 15", "ongeveer 10 tot 15 woningen"),
        ("ca. 14 woningen", "ongeveer 14 woningen"),
        ("ruim 480", "ruim 480 woningen"),
        ("bijna 500", "bijna 500 woningen"),
        ("3 (van de 7)", "3 van de 7"),
        ("€ 1,5 mln", "€ 1.500.000"),
        ("komende tien jaar 14 woningen", "14 woningen in 10 jaar"),
        ("20 per jaar", "20 woningen per jaar"),
        ("Onbekend", "onbekend"),
        ("p.m.", "pro memorie"),
        ("nnb", "nog niet bekend"),
        ("t.b.", "nog te bepalen"),
        ("N.v.t.", "niet van toepassing"),
        ("Indien van toepassing", "indien van toepassing"),
        ("Gemengd", "niet gelezen"),
    ],
)
def test_a_quantity_is_described_as_it_was_read(raw: str, text: str) -> None:
    assert plain(describe(read(raw))) == text


def test_the_other_reading_is_described_apart() -> None:
    assert [describe(each) for each in alternatives("+65")] == ["65 woningen"]


def test_every_code_has_its_word() -> None:
    assert set(UNKNOWN_WORDS) == set(Unknown)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("64 Betaalbaar 1 3 Betaalbaar 2", "64 Betaalbaar 1, 3 Betaalbaar 2"),
        ("circa 9 duur", "ongeveer 9 Duur"),
        ("betaalbaar", "Betaalbaar 1 of Betaalbaar 2"),
        ("20 betaalbaar 1 tot duur", "20 Betaalbaar 1 t/m Duur"),
        ("8 nnb", "8 nog niet bekend"),
        ("pm", "pro memorie"),
        ("Gemengd", "niet gelezen"),
        ("", ""),
    ],
)
def test_a_breakdown_is_described_with_the_labels_of_its_list(raw: str, text: str) -> None:
    assert describe_breakdown(read_price(raw, PRICES), PRICES) == text


def test_classes_with_a_gap_between_them_are_summed_up() -> None:
    four = (*PRICES, Choice(id="d", list=ChoiceList.PRICE, key="d", label="Vrij"))
    text = describe_breakdown(read_price("betaalbaar/vrij", four), four)
    assert text == "Betaalbaar 1 of Betaalbaar 2 of Vrij"


def test_a_class_that_left_the_list_keeps_its_key() -> None:
    assert describe_breakdown(read_price("9 duur", PRICES), PRICES[:2]) == "9 c"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (["381", "+65"], "446, waarvan 65 een ondergrens is"),
        (["3", "pm"], "3; 1 rij onbekend niet meegeteld"),
        (["3", "pm", "nnb"], "3; 2 rijen onbekend niet meegeteld"),
        (["pm"], "niet te bepalen; 1 rij onbekend niet meegeteld"),
        (["1.581", "Gemengd"], "1.581; 1 rij niet gelezen niet meegeteld"),
        (
            ["41", "komende 10 jaar ca. 14"],
            "55, waarvan 14 bij benadering, waarvan 14 over meer jaren",
        ),
        (
            ["€ 250", "maximaal € 5", "7%", ""],
            (
                "€ 250; 1 rij met alleen een bovengrens niet meegeteld; "
                "1 rij in een andere eenheid niet meegeteld; 1 rij leeg niet meegeteld"
            ),
        ),
        ([], "0"),
    ],
)
def test_a_total_says_what_it_could_not_count(rows: list[str], text: str) -> None:
    assert plain(describe_total(total(map(read, rows)))) == text
