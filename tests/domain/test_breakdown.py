import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.breakdown import (
    NO_BREAKDOWN,
    Breakdown,
    Part,
    breakdown_sum,
    matches,
    read_accessibility,
    read_price,
)
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.unknown import Unknown


def price(key: str, label: str, *aliases: str) -> Choice:
    return Choice(id=key, list=ChoiceList.PRICE, key=key, label=label, aliases=aliases)


ACCESSIBILITY = tuple(
    Choice(id=f"a{score}", list=ChoiceList.ACCESSIBILITY, key=f"bat{score}", label=f"BAT-{score}")
    for score in range(5)
)
PRICES = (
    price("cheap", "Goedkoop", "kwaliteitskorting"),
    price("affordable1", "Betaalbaar 1", "1e aftop"),
    price("affordable2", "Betaalbaar 2", "2e aftop"),
    price("upper_social", "Duur", "liberalisatie", "sociaal"),
    price("mid", "Middenhuur", "midden"),
    price("free", "Vrij", "geliberaliseerd", "-"),
)
SOCIAL = "cheap affordable1 affordable2 upper_social"

# Every part is "count: keys", "~" before an approximate count, without count only the keys.
ACCESSIBILITY_TEXTS = {
    "88 BAT-0 59 BAT-2": ["88: bat0", "59: bat2"],
    "25 BAT-3/4": ["25: bat3 bat4"],
    "108 BAT-2": ["108: bat2"],
    "67 BAT-2": ["67: bat2"],
    "BAT 3": ["bat3"],
    "BAT-1": ["bat1"],
    "BAT2": ["bat2"],
    "BAT 0": ["bat0"],
    "BAT 0-2": ["bat0 bat1 bat2"],
    "BAT-0-2": ["bat0 bat1 bat2"],
    "BAT 0 t/m BAT 2": ["bat0 bat1 bat2"],
    "BAT 0/2": ["bat0 bat2"],
    "BAT 2+": ["bat2 bat3 bat4"],
    "BAT 2 of beter": ["bat2 bat3 bat4"],
    "minimaal BAT 3": ["bat3 bat4"],
    "BAT 2 (19) BAT 0 (4)": ["19: bat2", "4: bat0"],
    "BAT 2: 19, BAT 0: 4": ["19: bat2", "4: bat0"],
    "BAT 2 (circa 19) BAT 0": ["~19: bat2", "bat0"],
    "20 woningen BAT 2": ["20: bat2"],
}
PRICE_TEXTS = {
    "53 1e aftop 32 2e aftop 23 geliberaliseerd 29 middenhuur": [
        "53: affordable1",
        "32: affordable2",
        "23: free",
        "29: mid",
    ],
    "53 1 o aftop 32 2 o aftop": ["53: affordable1", "32: affordable2"],
    "150 1e aftop 40 2e aftop": ["150: affordable1", "40: affordable2"],
    "150 1 e aftop 40 2º aftop": ["150: affordable1", "40: affordable2"],
    "25 tot aan de liberalisatiegrens": [f"25: {SOCIAL}"],
    "Tot aan de liberalisatie grens": [SOCIAL],
    "Tot liberalisatie": [SOCIAL],
    "Tot liberalisatie grens": [SOCIAL],
    "Tot liberalisatiegrens": [SOCIAL],
    "Tot liberalisatie en vrij": [f"{SOCIAL} free"],
    "Circa 98 Duur, circa 10 geliberaliseerd": ["~98: upper_social", "~10: free"],
    "Vrij (middenhuur)": ["mid free"],
    "2e aftop. tot liberalisatie": ["affordable2 upper_social"],
    "1e aftop tot liberalisatie": ["affordable1 affordable2 upper_social"],
    "30 1e aftop tot liberalisatie": ["30: affordable1 affordable2 upper_social"],
    "30 1e aftop/2e aftop": ["30: affordable1 affordable2"],
    "2e aftoppingsgrens / liberalisatiegrens": ["affordable2 upper_social"],
    "2e aftoppingsgrens/libera lisatiegrens": ["affordable2 upper_social"],
    "2e aftoppingsgrens tot liberalisatiegrens": ["affordable2 upper_social"],
    "2e aftoppingsgrens (4) en liberalisatiegrens (13)": ["4: affordable2", "13: upper_social"],
    "1e aftop. grens": ["affordable1"],
    "1 e aftop, grens": ["affordable1"],
    "Goedkoop/betaalbaar": ["cheap affordable1 affordable2"],
    "Variërend 1ste aftop en 2de aftop": ["affordable1 affordable2"],
    "Betaalbaar": ["affordable1 affordable2"],
    "Betaalbaar /middenhuur": ["affordable1 affordable2 mid"],
    "Betaalbaar 1/2": ["affordable1 affordable2"],
    "96 Betaalbaar 1": ["96: affordable1"],
    "64 Betaalbaar 1 3 Betaalbaar 2": ["64: affordable1", "3: affordable2"],
    "Betaalbaar 1 / 3 Betaalbaar 2": ["affordable1", "3: affordable2"],
    "10 Betaalbaar 2 Duur": ["10: affordable2", "upper_social"],
    "Kwaliteitskortingsgrens (19) 1e aftop. grens (120) 2e aftop. grens (14) "
    "liberalisatiegrens (9)": [
        "19: cheap",
        "120: affordable1",
        "14: affordable2",
        "9: upper_social",
    ],
}
CODES = {
    "Onbekend": Unknown.UNKNOWN,
    "nnb": Unknown.NOT_YET_KNOWN,
    "pm": Unknown.MEMO,
    "N.v.t.": Unknown.NOT_APPLICABLE,
    "t.b.": Unknown.TO_BE_DETERMINED,
}
NOT_READ = (
    "Gemengd",
    "Middelduur",
    "Betaalbaar/ middelduur",
    "Betaalbaar /middelduur",
    "middelduur/betaalbaar",
    "duurzaam",
    "1e aftop 120 2e aftop 14",
    "Betaalbaar 12",
    "25",
    "x" * 301,
    "\x00",
    "１ Duur",
)


def parts(*written: str) -> tuple[Part, ...]:
    return tuple(map(part, written))


def part(written: str) -> Part:
    count, _, keys = written.rpartition(": ")
    return Part(
        keys=tuple(keys.split()),
        count=Decimal(count.lstrip("~")) if count else None,
        approximate=count.startswith("~"),
    )


@pytest.mark.parametrize(("raw", "expected"), ACCESSIBILITY_TEXTS.items())
def test_accessibility_is_read_with_its_counts_and_ranges(raw: str, expected: list[str]) -> None:
    assert read_accessibility(raw, ACCESSIBILITY) == Breakdown(raw=raw, parts=parts(*expected))


@pytest.mark.parametrize(("raw", "expected"), PRICE_TEXTS.items())
def test_prices_are_read_with_their_counts_and_limits(raw: str, expected: list[str]) -> None:
    assert read_price(raw, PRICES) == Breakdown(raw=raw, parts=parts(*expected))


@pytest.mark.parametrize(("raw", "code"), CODES.items())
def test_a_code_says_why_there_are_no_classes(raw: str, code: Unknown) -> None:
    assert read_accessibility(raw, ACCESSIBILITY) == Breakdown(raw=raw, unknown=code)
    assert read_price(raw, PRICES) == Breakdown(raw=raw, unknown=code)


def test_homes_whose_class_is_not_known_yet_are_counted_without_class() -> None:
    assert read_price("8 nnb", PRICES) == Breakdown(
        raw="8 nnb", parts=(Part(count=Decimal(8)),), unknown=Unknown.NOT_YET_KNOWN
    )


@pytest.mark.parametrize("raw", NOT_READ)
def test_a_text_with_one_word_or_number_left_over_stays_text(raw: str) -> None:
    assert read_price(raw, PRICES) == Breakdown(raw=raw, unknown=Unknown.NOT_READ)


@pytest.mark.parametrize("raw", ["BAT", "BAT 7", "BAT 3-7", "rolstoelgeschikt"])
def test_a_class_outside_the_list_is_not_guessed(raw: str) -> None:
    assert read_accessibility(raw, ACCESSIBILITY).unknown is Unknown.NOT_READ


@pytest.mark.parametrize("raw", ["BAT 2", "8", "x"])
def test_an_empty_list_recognises_nothing(raw: str) -> None:
    assert read_accessibility(raw, ()) == Breakdown(raw=raw, unknown=Unknown.NOT_READ)


@pytest.mark.parametrize("raw", ["", " \n"])
def test_a_blank_cell_has_no_breakdown(raw: str) -> None:
    assert read_price(raw, PRICES) == Breakdown(raw=raw)
    assert Breakdown() == NO_BREAKDOWN


def test_a_class_named_twice_is_one_part() -> None:
    classes = (price("low", "Laag", "goedkoop"), price("mid", "Middenhuur", "vrij (midden)"))
    assert read_price("12 laag (goedkoop)", classes).parts == parts("12: low")
    assert read_price("12 vrij (midden)", classes).parts == parts("12: mid")


def test_an_alias_of_two_classes_means_either() -> None:
    classes = (price("low", "Laag", "sociaal"), price("high", "Hoog", "sociaal"))
    assert read_price("sociaal", classes).parts == parts("low high")


@pytest.mark.parametrize(
    ("raw", "homes"),
    [
        ("64 Betaalbaar 1 3 Betaalbaar 2", 67),
        ("8 nnb", 8),
        ("Betaalbaar", None),
        ("10 Betaalbaar 1, Duur", None),
        ("Gemengd", None),
        ("", None),
    ],
)
def test_parts_add_up_only_when_each_has_a_number(raw: str, homes: int | None) -> None:
    assert breakdown_sum(read_price(raw, PRICES)) == homes


@pytest.mark.parametrize(
    ("raw", "homes", "agrees"),
    [
        ("53 1e aftop 32 2e aftop 23 geliberaliseerd 29 middenhuur", "147 woningen", False),
        ("64 Betaalbaar 1 3 Betaalbaar 2", "67", True),
        ("Circa 98 Duur, circa 10 geliberaliseerd", "108 woningen", True),
        ("Circa 98 Duur, circa 10 geliberaliseerd", "110 woningen", None),
        ("10 Duur", "circa 12", None),
        ("70 Duur", "+65", True),
        ("60 Duur", "+65", False),
        ("12 Duur", "10-15", True),
        ("16 Duur", "10-15", False),
        ("5 Duur", "maximaal 4", False),
        ("Duur", "10", None),
        ("10 Duur", "pm", None),
        ("10 Duur", "", None),
    ],
)
def test_a_split_is_held_against_the_homes_of_its_row(
    raw: str, homes: str, agrees: bool | None
) -> None:
    assert matches(read_price(raw, PRICES), read(homes)) is agrees


FRAGMENTS = (
    "1e",
    "aftop",
    "BAT",
    "2",
    "3",
    "-",
    "/",
    "(",
    ")",
    "tot",
    "en",
    "+",
    "betaalbaar",
    "duur",
)


@given(st.text() | st.lists(st.sampled_from(FRAGMENTS)).map(" ".join))
def test_any_text_is_kept_and_gives_only_keys_of_the_list(raw: str) -> None:
    for breakdown in (read_price(raw, PRICES), read_accessibility(raw, ACCESSIBILITY)):
        assert breakdown.raw == raw
        keys = {key for each in breakdown.parts for key in each.keys}
        assert keys <= {choice.key for choice in (*PRICES, *ACCESSIBILITY)}
        assert breakdown.parts or breakdown.unknown or not raw.strip()


@given(st.text())
def test_any_alias_can_be_typed_into_the_list(alias: str) -> None:
    classes = (price("one", "Een", alias), price("two", "Twee", alias))
    assert read_price("12 Twee", classes).parts[0].count == 12


@pytest.mark.parametrize("raw", ["1" * 100_000, "l " * 150, "BAT " * 75, "1e " * 100, "tot " * 75])
def test_absurd_text_is_refused_quickly(raw: str) -> None:
    start = time.perf_counter()
    assert not read_price(raw, PRICES).parts
    assert not read_accessibility(raw, ACCESSIBILITY).parts
    assert time.perf_counter() - start < 0.5
