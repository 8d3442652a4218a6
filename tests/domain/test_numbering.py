"""Numbers of agreements, as people write and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.numbering import next_number, number_key, renumbered, same_number
from prestatie_desktop.domain.rank import spread
from prestatie_desktop.domain.search import by_number
from prestatie_desktop.domain.theme import Theme


def dossier(*numbers: str, theme: str = "1") -> Dossier:
    made = Dossier()
    made.put(Theme(id="t", number=theme, title="Thema", rank="i"))
    for index, (number, rank) in enumerate(zip(numbers, spread(len(numbers)), strict=True)):
        made.put(Agreement(id=f"a{index}", theme_id="t", number=number, rank=rank))
    return made


def the_next(*numbers: str, theme: str = "1", after: int | None = None) -> str:
    made = dossier(*numbers, theme=theme)
    last = None if after is None else made.get(Agreement, f"a{after}")
    return next_number(made, made.get(Theme, "t"), last)


def test_numbers_sort_as_they_are_read() -> None:
    numbers = ["2.1.a", "1.10", "10", "1.7", "2.1.1", "2.1", "1.4.1", "1.4", "2.1.b", "A.1"]

    assert sorted(numbers, key=number_key) == [
        "1.4", "1.4.1", "1.7", "1.10", "2.1", "2.1.1", "2.1.a", "2.1.b", "10", "A.1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1.7", "1.7.", True),
        (" 1.07", "1.7", True),
        ("2.1.A", "2.1a", True),
        ("1-7", "1.7", True),
        ("1.7", "17", False),
        ("1.7", "1.7.1", False),
        ("1.a", "1.b", False),
        ("1²", "12", False),
    ],
)
def test_two_spellings_of_a_number_are_one_number(one: str, other: str, same: bool) -> None:
    assert same_number(one, other) is same


@given(st.text(max_size=300))
def test_any_text_can_stand_as_a_number(text: str) -> None:
    assert number_key(text) == number_key(f" {text}")
    assert the_next(text) != text


def test_a_number_of_thousands_of_digits_is_compared_by_its_first_two_hundred() -> None:
    assert same_number("9" * 200, "9" * 5_000)
    assert the_next("1." + "9" * 150) == "1.1" + "0" * 150


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((), "1.1"),
        (("1.1", "1.7"), "1.8"),
        (("1.7", "1.1"), "1.8"),
        (("1.7.",), "1.8."),
        (("2.1.a",), "2.1.b"),
        (("1.4.1",), "1.4.2"),
        (("1.1 (a)",), "1.1 (b)"),
        (("A",), "B"),
        (("zz",), "zz.1"),
        (("",), "1"),
        (("—",), "—.1"),
    ],
)
def test_the_next_number_is_one_past_the_highest(numbers: tuple[str, ...], expected: str) -> None:
    assert the_next(*numbers) == expected


def test_the_next_number_after_one_steps_over_those_taken() -> None:
    assert the_next("1.1", "1.2", "1.3", after=0) == "1.4"
    assert the_next("1.1", "1.3", after=0) == "1.2"


def test_a_theme_number_with_a_full_stop_gives_numbers_with_one() -> None:
    assert the_next(theme="3.") == "3.1"
    made = dossier("7", "9", theme="3.")
    assert renumbered(made, "t", first=4) == {"a0": "3.4", "a1": "3.5"}


def test_an_agreement_is_found_by_its_number_however_written() -> None:
    made = dossier("1.7", "1.70", "—")

    assert by_number(made, "1.07.") == made.get(Agreement, "a0")
    assert by_number(made, "7.1") is None
    assert by_number(made, "") is None
