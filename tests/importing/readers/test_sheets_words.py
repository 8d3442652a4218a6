import math

import pytest

from prestatie_desktop.importing.readers.cell_words import (
    boolean_words,
    error_words,
    general_words,
    in_dutch,
    written_words,
)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1581", "1581"),
        ("7.5", "7,5"),
        ("1.7", "1,7"),
        ("0", "0"),
        ("-0", "0"),
        ("-3", "-3"),
        ("100.0", "100"),
        ("1E-5", "0,00001"),
        ("1.2E3", "1200"),
    ],
)
def test_a_number_is_written_in_dutch(written: str, words: str) -> None:
    assert written_words(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("0.30000000000000004", "0,3"),
        ("99.9999999999986", "100"),
        ("33.333333333333336", "33,33333333"),
        ("3.3000000000000003", "3,3"),
    ],
)
def test_noise_of_reckoning_is_not_shown(written: str, words: str) -> None:
    assert written_words(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("123456789012345", "123456789012345"),
        ("1E+20", "1E+20"),
        ("1" * 400, "1" * 400),
        ("NaN", "NaN"),
        ("INF", "INF"),
        ("-inf", "-inf"),
        ("1e999", "1e999"),
        ("geen getal", "geen getal"),
        ("", ""),
    ],
)
def test_huge_and_impossible_numbers_are_still_shown(written: str, words: str) -> None:
    assert written_words(written) == words


def test_a_number_that_is_none_is_an_error_of_excel() -> None:
    assert {general_words(math.nan), general_words(math.inf)} == {"#GETAL!"}


def test_yes_no_and_errors_are_dutch() -> None:
    assert (boolean_words(value=True), boolean_words(value=False)) == ("ja", "nee")
    assert error_words("#N/A") == "#N/B"
    assert error_words("#REF!") == "#VERW!"
    assert error_words("Err:502") == "Err:502"


@pytest.mark.parametrize(
    ("shown", "value", "words"),
    [
        ("7,5", 7.5, "7,5"),
        ("7.5", 7.5, "7,5"),
        ("1.581", 1581, "1.581"),
        ("1.581", 1.581, "1,581"),
        ("1,581.00", 1581, "1.581,00"),
        ("1.581,00", 1581, "1.581,00"),
        ("€ 12.50", 12.5, "€ 12,50"),
        ("12,50 €", 12.5, "12,50 €"),
        ("31.5%", 0.315, "31,5%"),
        ("12.5 m2", 12.5, "12,5 m2"),
        ("-0.33", -1 / 3, "-0,33"),
    ],
)
def test_the_value_decides_whether_a_comma_is_decimal(shown: str, value: float, words: str) -> None:
    assert in_dutch(shown, value) == words


@pytest.mark.parametrize("shown", ["", "circa 10", "...", ",", "1.2E+05", "12", "3.4.5"])
def test_what_cannot_be_the_value_stays_as_it_is_shown(shown: str) -> None:
    assert in_dutch(shown, 7.5) == shown
