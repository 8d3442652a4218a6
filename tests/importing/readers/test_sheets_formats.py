import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.importing.readers.sheets_formats import BUILT_IN, number_format

ACCOUNTING = '_ "€"\\ * #,##0.00_ ;_ "€"\\ * \\-#,##0.00_ ;_ "€"\\ * "-"??_ ;_ @_ '
DAY = 45350  # 28 February 2024


@pytest.mark.parametrize(
    ("pattern", "value", "words"),
    [
        ("General", 1581, "1581"),
        ("General", 7.5, "7,5"),
        ("0", 1581, "1581"),
        ("0.00", 1.1, "1,10"),
        ("0.00", 2.675, "2,68"),
        ("0.0#", 7.5, "7,5"),
        ("#.##", 3, "3"),
        ("#.##", 0.5, "0,5"),
        ("#,##0", 1581, "1.581"),
        ("#,##0", 1234567, "1.234.567"),
        ("0%", 0.31, "31%"),
        ("0.0%", 0.315, "31,5%"),
        ("0 %", 0.5, "50 %"),
        ("0.00E+00", 123456, "1,23E+05"),
        ("#,##0,", 1234567, "1.235"),
        ("000", 7, "007"),
        ('0" woningen"', 12, "12 woningen"),
        ('General" stuks"', 7.5, "7,5 stuks"),
        ("@", 7.5, "7,5"),
    ],
)
def test_a_number_is_shown_by_its_format(pattern: str, value: float, words: str) -> None:
    assert number_format(pattern)(value) == words


@pytest.mark.parametrize(
    ("pattern", "value", "words"),
    [
        ('"€"\\ #,##0.00', 12.5, "€ 12,50"),
        ("[$€-413]\\ #,##0.00", -12.5, "-€ 12,50"),
        ("[$€-2]\\ #,##0", 12.5, "€ 13"),
        (ACCOUNTING, 12.5, "€ 12,50"),
        (ACCOUNTING, -1234.5, "€ -1.234,50"),
        (ACCOUNTING, 0, "€ -"),
        ('#,##0.00\\ "€"', 1250, "1.250,00 €"),
    ],
)
def test_amounts_have_their_sign(pattern: str, value: float, words: str) -> None:
    assert number_format(pattern)(value) == words


@pytest.mark.parametrize(
    ("pattern", "value", "words"),
    [
        ("0.0;(0.0)", -5, "(5,0)"),
        ("[Red]0.0;[Blue]-0.0", -3, "-3,0"),
        ("0;0;\\n\\v\\t", 0, "nvt"),
        ('"ja";;"nee"', 1, "ja"),
        ('"ja";;"nee"', 0, "nee"),
        ("[>=1000]#,##0;0.0", 7.25, "7,3"),
        ("[>=1000]#,##0;0.0", 7250, "7.250"),
        ("[=1]0\\ \\w;[<>1]0\\ \\w\\n", 2, "2 wn"),
        ("0", -0.2, "0"),
    ],
)
def test_a_format_has_parts_for_other_numbers(pattern: str, value: float, words: str) -> None:
    assert number_format(pattern)(value) == words


@pytest.mark.parametrize(
    ("pattern", "value", "words"),
    [
        ("dd-mm-yyyy", DAY, "28-02-2024"),
        ("dd/mm/yyyy;@", DAY, "28-02-2024"),
        ("d-m-yy", DAY, "28-2-24"),
        ("yyyy-mm-dd", DAY, "2024-02-28"),
        ("yyyy", DAY, "2024"),
        ("mmm yyyy", 45300, "jan 2024"),
        ("[$-413]d mmmm yyyy;@", DAY, "28 februari 2024"),
        ("[$-413]ddd d mmm;@", DAY, "wo 28 feb"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", DAY, "woensdag 28 februari 2024"),
        ("dd.mm.yyyy", DAY, "28.02.2024"),
        ("m/d/yyyy", DAY, "28-2-2024"),
        ("mm-dd-yy", DAY, "28-02-24"),
        ("dd-mm-yyyy hh:mm", DAY + 0.75, "28-02-2024 18:00"),
        ("h:mm:ss", 0.5 + 61 / 86400, "12:01:01"),
        ("h:mm AM/PM", 0.75, "6:00 pm"),
        ("[h]:mm", 1.5, "36:00"),
        ("mm:ss.0", 61 / 86400, "01:01"),
        ("d-m-yyyy", 59, "28-2-1900"),
        ("d-m-yyyy", 1, "1-1-1900"),
    ],
)
def test_a_day_is_shown_by_its_format_in_dutch(pattern: str, value: float, words: str) -> None:
    assert number_format(pattern)(value) == words


def test_a_workbook_of_an_old_mac_counts_from_1904() -> None:
    assert number_format("dd-mm-yyyy", from_1904=True)(DAY - 1462) == "28-02-2024"


@pytest.mark.parametrize(
    ("pattern", "value", "words"),
    [
        (";;;", 5, "5"),
        ("0;-0;;@", 0, "0"),
        ("#", 0, "0"),
        ("# ?/?", 7.5, "7,5"),
        ("00-00000000", 612345678, "612345678"),
        ("dd-mm-yyyy", -3, "-3"),
        ("dd-mm-yyyy", 2958466, "2958466"),
        ("yyyy", 1e300, "1E+300"),
        ("0.00", 1e300, "1E+300"),
        ("0" * 5000, 7, "7"),
    ],
)
def test_what_would_show_nothing_or_is_not_understood_is_shown_without_format(
    pattern: str, value: float, words: str
) -> None:
    assert number_format(pattern)(value) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [("14", "28-02-2024"), ("9", "4535000%"), ("4", "45.350,00"), ("44", "€ 45.350,00")],
)
def test_formats_named_by_number_are_those_of_the_netherlands(number: str, words: str) -> None:
    assert number_format(BUILT_IN[number])(DAY) == words


@given(
    st.text(alphabet='0#?,.%/;@"\\_*[]$€-<>=ymdhsE+AMP GeneralRd ', max_size=40),
    st.floats(allow_nan=False, allow_infinity=False),
)
def test_no_format_hides_a_number_or_fails(pattern: str, value: float) -> None:
    words = number_format(pattern)(value)

    assert words.strip()
    assert not re.search(r"\s\s", words)
