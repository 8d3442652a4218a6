from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from tests.resources.data import load

BOD: Any = load("legal/bod.json")
THRESHOLDS: Any = load("legal/rent-thresholds.json")
CALENDAR: Any = load("legal/calendar.json")
BOUNDS = ("quality_discount", "lower_capping", "upper_capping", "social_limit", "mid_limit")


@pytest.mark.parametrize("versions", [BOD["versions"], CALENDAR["versions"]])
def test_versions_of_a_legal_list_follow_each_other_in_time(versions: list[Any]) -> None:
    starts = [date.fromisoformat(version["valid_from"]) for version in versions]
    assert starts == sorted(set(starts))


def test_the_bod_answers_the_six_headings_of_the_law() -> None:
    headings = BOD["versions"][0]["headings"]
    assert [each["article"][-1] for each in headings] == list("abcdef")


def test_kinds_of_the_bod_fill_the_heading_they_name() -> None:
    filled = {
        kind: heading["key"]
        for heading in BOD["versions"][-1]["headings"]
        for kind in heading["kinds"]
    }
    standard = {
        kind["key"]: kind["legal"]
        for kind in load("templates/standard.json")["kinds"]
        if kind["legal"]
    }
    assert filled == standard


def test_headings_use_texts_that_exist() -> None:
    version = BOD["versions"][-1]
    known = {text["key"] for text in version["texts"]}
    used = {text for heading in version["headings"] for text in heading["texts"]}
    assert used < known


def test_rent_thresholds_rise_within_a_year_and_over_the_years() -> None:
    years = THRESHOLDS["years"]
    for year in years:
        known = [Decimal(year[bound]) for bound in BOUNDS if year[bound]]
        assert known == sorted(known)
        assert year["source"]
    for bound in BOUNDS:
        course = [Decimal(year[bound]) for year in years if year[bound]]
        assert course == sorted(course)
    assert all(later["year"] == former["year"] + 1 for former, later in pairwise(years))


def test_rent_segments_join_without_a_gap() -> None:
    segments = THRESHOLDS["segments"]
    assert [each["price"] for each in segments] == [
        each["key"] for each in load("templates/standard.json")["prices"]
    ]
    assert all(former["to"] == later["from"] for former, later in pairwise(segments))


def test_the_calendar_knows_the_bod_and_the_last_day_for_the_agreements() -> None:
    milestones = {each["key"]: each for each in CALENDAR["versions"][-1]["milestones"]}
    bod, agreements = milestones["bod"], milestones["agreements"]
    assert (bod["month"], bod["day"], bod["rule"]) == (7, 1, "on")
    assert (agreements["month"], agreements["day"], agreements["rule"]) == (12, 15, "before")
    for each in milestones.values():
        assert date(2024 + each["year_offset"], each["month"], each["day"]) <= date(2024, 1, 29)
        assert each["rule"] in ("on", "before", "until")
