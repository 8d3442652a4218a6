"""Days and times of a spreadsheet: a number of days since 1900 or 1904, shown by a format."""

from datetime import UTC, datetime, timedelta

from prestatie_desktop.words.dates import long_date, short_date

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
#: Day 0. A spreadsheet knows no time zones; this one is never shown.
_FIRST, _FIRST_1904 = datetime(1899, 12, 30, tzinfo=UTC), datetime(1904, 1, 1, tzinfo=UTC)
_SECONDS = 24 * 60 * 60

#: Kind and text of each part of a format: ("date", "dd"), ("elapsed", "h"), ("text", "-").
Token = tuple[str, str]


def moment(serial: float, *, from_1904: bool = False) -> datetime | None:
    """The day and time that a number stands for; None outside the years 1900 to 9999."""
    if not 0 <= serial < 2_958_466:
        return None
    first = _FIRST_1904 if from_1904 else _FIRST
    if not from_1904 and 1 <= serial < 60:
        # Excel counts 29 February 1900, a day that never was.
        first += timedelta(days=1)
    try:
        return first + timedelta(seconds=round(serial * _SECONDS))
    except OverflowError:
        return None


def iso_words(written: str) -> str:
    """A moment as files spell it ("2024-02-28T09:30:00"), in Dutch; else as it is written."""
    try:
        at = datetime.fromisoformat(written.strip())
    except ValueError:
        return written
    return f"{at:%d-%m-%Y}" if (at.hour, at.minute) == (0, 0) else f"{at:%d-%m-%Y %H:%M}"


def date_words(tokens: tuple[Token, ...], serial: float, *, from_1904: bool = False) -> str | None:
    """The moment as the format says; None when the number is no moment."""
    at = moment(serial, from_1904=from_1904)
    if at is None:
        return None
    twelve = any(kind == "half" for kind, _ in tokens)
    words = []
    for place, (kind, text) in enumerate(tokens):
        if kind == "date":
            code = _minutes(tokens, place) if text in {"m", "mm"} else text
            words.append(_part(code, at, twelve=twelve))
        elif kind == "elapsed":
            words.append(_elapsed(text, serial))
        elif kind == "half":
            words.append("am" if at.hour < 12 else "pm")
        else:
            words.append(text.replace("/", "-"))
    return "".join(words)


def _minutes(tokens: tuple[Token, ...], place: int) -> str:
    """An m is a month, but minutes after hours and before seconds."""
    codes = [text for kind, text in tokens[:place] if kind in {"date", "elapsed"}]
    after = [text for kind, text in tokens[place + 1 :] if kind in {"date", "elapsed"}]
    is_minutes = bool(codes and codes[-1][0] == "h") or bool(after and after[0][0] == "s")
    return tokens[place][1].replace("m", "n") if is_minutes else tokens[place][1]


def _part(code: str, at: datetime, *, twelve: bool) -> str:
    kind, wide = code[0], len(code)
    if kind == "y":
        return f"{at.year:04}" if wide > 2 else f"{at.year % 100:02}"
    if kind == "m" and wide > 2:
        return _month(at, wide)
    if kind == "d" and wide > 2:
        return _DAYS[at.weekday()][: 2 if wide == 3 else None]
    hour = (at.hour + 11) % 12 + 1 if twelve else at.hour
    number = {"m": at.month, "d": at.day, "h": hour, "n": at.minute, "s": at.second}[kind]
    return f"{number:02}" if wide > 1 else str(number)


def _month(at: datetime, wide: int) -> str:
    day = at.date()
    name = (short_date(day, day) if wide == 3 else long_date(day)).split()[1]
    return name[0] if wide == 5 else name


def _elapsed(code: str, serial: float) -> str:
    """Hours, minutes or seconds that go on after 24 or 60."""
    each = {"h": 3600, "m": 60, "s": 1}[code[0]]
    return str(round(serial * _SECONDS) // each).zfill(len(code))
