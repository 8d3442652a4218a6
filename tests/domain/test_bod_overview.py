from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.bod import BodSubmission
from prestatie_desktop.domain.bod_overview import (
    agreed,
    counted,
    difference,
    doubles,
    keeps_offer,
    offer,
    overview,
    phased_too_much,
    rows_of,
    submission_of,
    without_year,
)
from prestatie_desktop.domain.commitment import (
    Commitment,
    CommitmentKind,
    ProjectStatus,
    YearQuantity,
)
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.quantity import read

KIND = CommitmentKind(id="k", key="new_build", label="Nieuwbouw", rank="1")
YEARS = (2024, 2025, 2026, 2027, 2028)


def row(place: str, homes: str = "", offered: str = "", **years: str) -> Commitment:
    phasing = tuple(YearQuantity(int(y[1:]), read(text)) for y, text in years.items())
    return Commitment(
        id=f"{place}{homes}{offered}",
        kind_id="k",
        corporation_id="wl",
        location=place,
        homes=read(homes),
        offered=read(offered),
        phasing=phasing,
        rank=place,
    )


def test_the_offer_is_the_agreed_number_until_another_is_written() -> None:
    assert offer(row("Kerkveld", "18")) == read("18")
    assert offer(row("Kerkveld", "18", "20")) == read("20")
    assert difference(row("Kerkveld", "18", "20")) == Decimal(-2)
    assert difference(row("Kerkveld", "onbekend", "20")) is None


def test_a_free_promise_is_agreed_by_its_amount() -> None:
    free = replace(row("Huurstijging"), amount=read("2 %", "percent"))
    assert agreed(free).unit == "percent"
    assert offer(free) == agreed(free)


def test_what_no_year_was_given_for_is_the_rest_of_the_offer() -> None:
    assert without_year(row("A", "20")) == read("20")
    assert counted(without_year(row("A", "20", y2025="12"))) == Decimal(8)
    assert without_year(row("A", "20", y2025="20")).is_empty
    assert without_year(row("A", "+65", y2026="+65")).is_empty
    assert without_year(row("A", "onbekend", y2026="5")).is_empty


def test_years_that_hold_more_than_was_offered_are_told() -> None:
    assert phased_too_much(row("A", "20", y2025="21"))
    assert not phased_too_much(row("A", "20", y2025="20"))
    assert not phased_too_much(row("A", "onbekend", y2025="20"))


def test_a_row_that_stands_there_twice_is_counted_once_and_named() -> None:
    first, second = row("Saffierflat", "23"), replace(row("saffierflat ", "23"), id="twice")
    said = overview(KIND, [row("Vrieheide", "25"), first, second], YEARS)
    assert said.doubles == (second,)
    assert said.offered.value == Decimal(48)


def test_rows_without_a_known_number_are_no_doubles() -> None:
    rows = [replace(row("Geen", text), id=text) for text in ("onbekend", "", "0", "pm")]
    assert doubles(rows) == ()


def test_years_in_which_nothing_is_said_are_no_gap_in_a_total() -> None:
    said = overview(KIND, [row("A", "20", y2025="20"), row("B", "+65")], YEARS)
    assert said.per_year[1].value == Decimal(20)
    assert said.per_year[1].is_complete
    assert said.per_year[0].value == Decimal(0)
    assert said.without_year.lower_bound_part == Decimal(65)


def test_what_was_cancelled_is_not_in_a_bod() -> None:
    dossier = Dossier()
    dossier.put(replace(row("A", "1"), status=ProjectStatus.CANCELLED))
    dossier.put(row("B", "2"))
    assert [each.location for each in rows_of(dossier, "k", "wl")] == ["B"]
    assert rows_of(dossier, "k", "other") == ()


def submission(day: int) -> BodSubmission:
    at = datetime(2023, 7, day, tzinfo=UTC)
    return BodSubmission(
        id=str(day),
        party_id="wl",
        submitted_on=date(2023, 7, day),
        registered_at=at,
        registered_by="S. Voorbeeld",
    )


def test_after_handing_in_another_agreed_number_first_keeps_the_offer() -> None:
    dossier, project = Dossier(), row("A", "20")
    assert not keeps_offer(dossier, project, "18")
    dossier.put(submission(1))
    assert keeps_offer(dossier, project, "18")
    assert not keeps_offer(dossier, project, " 20 ")
    assert not keeps_offer(dossier, row("A", "20", "22"), "18")
    assert not keeps_offer(dossier, row("A"), "18")


def test_the_latest_submission_counts() -> None:
    dossier = Dossier()
    assert submission_of(dossier, "wl") is None
    dossier.put(submission(3))
    dossier.put(submission(1))
    found = submission_of(dossier, "wl")
    assert found is not None
    assert found.submitted_on.day == 3


@given(st.integers(0, 10_000), st.lists(st.integers(0, 3_000), max_size=5))
def test_years_and_the_rest_together_are_the_offer_unless_there_is_too_much(
    homes: int, parts: list[int]
) -> None:
    years = {f"y{2024 + at}": _dutch(part) for at, part in enumerate(parts)}
    project = row("A", _dutch(homes), **years)
    if phased_too_much(project):
        assert sum(parts) > homes
    else:
        assert sum(parts) + (counted(without_year(project)) or 0) == homes


def _dutch(number: int) -> str:
    # With a point: 1900 alone may be a year.
    return f"{number:,}".replace(",", ".")
