"""Reading a day as people type it."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})(?:\s*[-/. ]\s*(\d{4}|\d{2}))?")
_WORDS = re.compile(r"(\d{1,2})\s*([a-z]{3,})\.?(?:\s*(\d{4}|\d{2}))?")


def read_date(text: str, today: date) -> date | None:
    """The day in "12-11-2023", "12 nov" or "12 november 2023"; None when it is no day.

    Without a year it is the day of that name nearest to today.
    """
    clean = text.strip().lower()
    if found := _NUMBERS.fullmatch(clean):
        return _day(int(found[1]), int(found[2]), found[3], today)
    if found := _WORDS.fullmatch(clean):
        month = _month(found[2])
        return _day(int(found[1]), month, found[3], today) if month else None
    return None


def _month(word: str) -> int:
    word = {"maa": "mrt", "mar": "mrt"}.get(word[:3], word[:3])
    return _MONTHS.index(word) + 1 if word in _MONTHS else 0


def _day(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _valid(2000 + int(year) if len(year) == 2 else int(year), month, day)
    near = (_valid(today.year + shift, month, day) for shift in (0, -1, 1))
    return min((one for one in near if one), key=lambda one: abs((one - today).days), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
