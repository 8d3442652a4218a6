"""Days and moments in Dutch. Moments are kept in UTC and shown in the time of this computer."""

from datetime import UTC, date, datetime, tzinfo

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def long_date(day: date) -> str:
    """14 november 2023."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, today: date | None = None) -> str:
    """14 nov; with the year when that is not this one."""
    text = f"{day.day} {_SHORT[day.month - 1]}"
    return text if day.year == (today or _local_now().date()).year else f"{text} {day.year}"


def local(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """A stored moment in the time of this computer; one without a zone was meant as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(zone)


def clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """14:02."""
    return f"{local(moment, zone):%H:%M}"


def short_moment(
    moment: datetime, *, now: datetime | None = None, zone: tzinfo | None = None
) -> str:
    """Vandaag 14:02, gisteren 14:02, 14 nov 14:02 or 14 nov 2023 14:02."""
    here, today = local(moment, zone), local(now or _local_now(), zone).date()
    days = (today - here.date()).days
    day = {0: "vandaag", 1: "gisteren"}.get(days) or short_date(here.date(), today)
    return f"{day} {here:%H:%M}"


def long_moment(moment: datetime, zone: tzinfo | None = None) -> str:
    """14 november 2023 om 14:02."""
    here = local(moment, zone)
    return f"{long_date(here.date())} om {here:%H:%M}"


def _local_now() -> datetime:
    return datetime.now(UTC).astimezone()
