from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from prestatie_desktop.words.dates import clock, long_date, long_moment, short_date, short_moment

AMSTERDAM_WINTER = timezone(timedelta(hours=1))
MOMENT = datetime(2023, 11, 14, 23, 30, tzinfo=UTC)


def test_a_day_is_written_in_full() -> None:
    assert long_date(date(2023, 11, 14)) == "14 november 2023"
    assert long_date(date(2024, 3, 1)) == "1 maart 2024"


def test_a_short_day_names_its_year_only_when_it_is_another() -> None:
    assert short_date(date(2023, 3, 4), today=date(2023, 11, 1)) == "4 mrt"
    assert short_date(date(2023, 3, 4), today=date(2024, 1, 1)) == "4 mrt 2023"


def test_a_moment_is_shown_in_local_time_with_the_day_it_is_there() -> None:
    assert clock(MOMENT, AMSTERDAM_WINTER) == "00:30"
    assert long_moment(MOMENT, AMSTERDAM_WINTER) == "15 november 2023 om 00:30"


def test_a_moment_without_a_zone_was_meant_as_utc() -> None:
    assert clock(MOMENT.replace(tzinfo=None), AMSTERDAM_WINTER) == "00:30"


@pytest.mark.parametrize(
    ("later", "text"),
    [
        (timedelta(minutes=5), "vandaag 00:30"),
        (timedelta(hours=23, minutes=29), "vandaag 00:30"),
        (timedelta(hours=23, minutes=30), "gisteren 00:30"),
        (timedelta(days=3), "15 nov 00:30"),
        (timedelta(days=300), "15 nov 2023 00:30"),
        (timedelta(days=-3), "15 nov 00:30"),
    ],
)
def test_a_recent_moment_is_named_after_today(later: timedelta, text: str) -> None:
    assert short_moment(MOMENT, now=MOMENT + later, zone=AMSTERDAM_WINTER) == text
