from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.totals import Total, total


def total_of(*written: str, unit: str = "homes") -> Total:
    return total(read(each, unit) for each in written)


def test_a_plain_sum_is_complete() -> None:
    assert total_of("147", "25 woningen") == Total(value=Decimal(172), counted=2)
    assert total_of("147", "25 woningen").is_complete


def test_no_rows_add_up_to_zero() -> None:
    assert total_of() == Total(value=Decimal(0))


def test_the_new_homes_of_the_example_say_how_much_is_a_lower_bound() -> None:
    rows = ("147 woningen", "25 woningen", "24", "108", "20", "24", "+65 woningen", "13", "20")
    assert total_of(*rows) == Total(value=Decimal(446), counted=9, lower_bound_part=Decimal(65))
    assert not total_of(*rows).is_complete


def test_a_range_counts_for_its_lower_bound() -> None:
    assert total_of("10-15", "5") == Total(
        value=Decimal(15), counted=2, lower_bound_part=Decimal(10)
    )


def test_an_upper_bound_alone_adds_nothing_and_is_mentioned() -> None:
    assert total_of("10", "maximaal 5") == Total(
        value=Decimal(10), counted=1, upper_bound_only_count=1
    )


def test_unknown_is_never_zero() -> None:
    assert total_of("pm", "Onbekend") == Total(value=None, unknown_count=2)
    assert total_of("maximaal 5") == Total(value=None, upper_bound_only_count=1)


def test_none_is_zero() -> None:
    assert total_of("Geen", "0") == Total(value=Decimal(0), counted=2)


def test_every_kind_of_row_that_is_left_out_is_counted_apart() -> None:
    assert total_of("3", "pm", "Gemengd", "N.v.t.", "", "5%") == Total(
        value=Decimal(3),
        counted=1,
        unknown_count=2,
        not_read_count=1,
        not_applicable_count=1,
        empty_count=1,
        other_unit_count=1,
    )


def test_sales_over_ten_years_are_told_apart_from_those_of_this_year() -> None:
    assert total_of("38 VHE", "3 (van de 7)", "komende tien jaar ca. 14 woningen") == Total(
        value=Decimal(55),
        counted=3,
        approximate_part=Decimal(14),
        several_years_part=Decimal(14),
    )


def test_a_row_that_does_not_apply_leaves_the_sum_complete() -> None:
    assert total_of("3", "N.v.t.", "2 per jaar").is_complete


@pytest.mark.parametrize(
    ("written", "unit"), [(("€ 250", "€ 50"), "euro"), (("pm",), "persons"), (("3 VHE",), "units")]
)
def test_the_sum_has_the_unit_of_its_rows(written: tuple[str, ...], unit: str) -> None:
    assert total_of(*written, unit=unit).unit == unit


def test_homes_stand_first_among_mixed_units() -> None:
    assert total_of("€ 250", "38 VHE", "2") == Total(
        value=Decimal(40), counted=2, other_unit_count=1
    )


@given(st.lists(st.sampled_from(["5", "", "pm", "n.v.t.", "+3", "< 2", "7%", "Gemengd", "0"])))
def test_every_row_is_counted_or_mentioned_exactly_once(written: list[str]) -> None:
    result = total_of(*written)
    assert len(written) == (
        result.counted
        + result.upper_bound_only_count
        + result.unknown_count
        + result.not_applicable_count
        + result.empty_count
        + result.other_unit_count
    )
