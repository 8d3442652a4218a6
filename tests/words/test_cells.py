import pytest

from prestatie_desktop.domain.breakdown import read_accessibility, read_price
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.totals import total
from prestatie_desktop.words.cells import (
    reservation,
    short_accessibility,
    short_price,
    short_quantity,
    short_total,
)

BAT = tuple(
    Choice(
        id=str(n),
        list=ChoiceList.ACCESSIBILITY,
        key=f"bat{n}",
        label=f"BAT-{n} wandelstokgeschikt",
        aliases=(f"BAT {n}", f"BAT-{n}"),
        rank=str(n),
    )
    for n in range(5)
)
PRICES = tuple(
    Choice(id=key, list=ChoiceList.PRICE, key=key, label=key, rank=key)
    for key in ("goedkoop", "middenhuur", "vrij")
)


@pytest.mark.parametrize(
    ("raw", "short"),
    [
        ("147 woningen", "147"),
        ("+65 woningen", "+65"),
        ("minstens 40", "≥ 40"),
        ("ten hoogste 10", "≤ 10"),
        ("ca. 14 woningen", "ca. 14"),
        ("3 (van de 7)", "3 van 7"),
        ("Onbekend", "onbekend"),
        ("pm", "pro memorie"),
        ("", ""),
        ("1.417", "1.417"),
        ("veel\n te veel", "veel te veel"),
    ],
)
def test_a_number_in_a_cell_is_short_and_never_a_false_zero(raw: str, short: str) -> None:
    assert short_quantity(read(raw)) == short


def test_a_total_says_that_it_is_a_lower_bound() -> None:
    assert short_total(total([read("381"), read("+65")])) == "≥ 446"
    assert short_total(total([read("onbekend")])) == "onbekend"
    assert short_total(total([])) == "0"


def test_what_a_total_does_not_say_stands_beside_it() -> None:
    assert reservation(total([read("381"), read("+65")])) == "waarvan 65 een ondergrens is"
    assert reservation(total([read("3")])) == ""
    assert reservation(total([read("onbekend")])) == "1 rij onbekend niet meegeteld"
    assert reservation(total([read("3"), read("pm")])) == "1 rij onbekend niet meegeteld"


@pytest.mark.parametrize(
    ("raw", "short"),
    [
        ("88 BAT-0 59 BAT-2", "88 × 0, 59 × 2"),
        ("BAT 0-2", "0–2"),
        ("BAT 3", "3"),
        ("onbekend", "onbekend"),
        ("iets anders", "iets anders"),
        ("", ""),
    ],
)
def test_accessibility_is_short_under_a_head_that_says_bat(raw: str, short: str) -> None:
    assert short_accessibility(read_accessibility(raw, BAT), BAT) == short


def test_many_price_classes_are_named_by_their_number() -> None:
    assert short_price(read_price("3 Goedkoop 4 middenhuur 5 vrij", PRICES)) == (
        "gemengd, 3 klassen"
    )
    assert short_price(read_price("Goedkoop", PRICES)) == "goedkoop"
    assert short_price(read_price("n.v.t.", PRICES)) == "niet van toepassing"
