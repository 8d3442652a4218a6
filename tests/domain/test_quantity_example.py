"""The example rows and the standard lists that come with the program."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from prestatie_desktop.domain.breakdown import matches, read_accessibility, read_price
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.totals import total
from prestatie_desktop.domain.unknown import Unknown
from prestatie_desktop.paths import resources


def load(*path: str) -> Any:
    return json.loads(Path(resources(), *path).read_text(encoding="utf-8"))


ROWS = load("examples", "heerlen-2024", "projects.json")
STANDARD = load("templates", "standard.json")


def choices(kind: ChoiceList, entries: list[dict[str, Any]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=each["key"],
            list=kind,
            key=each["key"],
            label=each["label"],
            aliases=tuple(each["aliases"]),
        )
        for each in entries
    )


ACCESSIBILITY = choices(ChoiceList.ACCESSIBILITY, STANDARD["accessibility"])
PRICES = choices(ChoiceList.PRICE, STANDARD["prices"])


def test_every_number_of_homes_in_the_example_is_read() -> None:
    assert {row["homes"] for row in ROWS if read(row["homes"]).unknown is Unknown.NOT_READ} == set()


def test_every_split_in_the_example_is_read_but_the_one_that_says_nothing() -> None:
    unread = {
        breakdown.raw
        for row in ROWS
        for breakdown in (
            read_accessibility(row["accessibility"], ACCESSIBILITY),
            read_price(row["price"], PRICES),
        )
        if breakdown.unknown is Unknown.NOT_READ
    }
    assert unread == {"Gemengd"}


@pytest.mark.parametrize(
    ("kind", "homes", "lower_bound", "unknown"),
    [
        ("new_build", 446, 65, 0),
        ("demolition", 239, 0, 1),
        ("renovation", 276, 0, 0),
        ("sale", 55, 0, 0),
        ("study", 1906, 0, 3),
        ("acquisition", 0, 0, 4),
    ],
)
def test_the_totals_of_the_example_are_those_of_its_rows(
    kind: str, homes: int, lower_bound: int, unknown: int
) -> None:
    result = total(read(row["homes"]) for row in ROWS if row["kind"] == kind)
    assert (result.value, result.lower_bound_part) == (Decimal(homes), Decimal(lower_bound))
    assert result.unknown_count == unknown


def test_the_splits_that_do_not_add_up_are_found() -> None:
    wrong = {
        row["location"]
        for row in ROWS
        if matches(read_price(row["price"], PRICES), read(row["homes"])) is False
    }
    assert wrong == {
        "Slakhorst",
        "Versliënbosch",
        "Passart, Acasiastraat e.o.",
    }
