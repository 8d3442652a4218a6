"""Dates and years as documents write them."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_DIGITS = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)\d\d)(?!\d)")
_WORDS = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+((?:19|20)\d\d)", re.IGNORECASE)
_YEARS = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:[-–—/]|t/m|tot en met|tot|en)\s*(20\d\d|\d\d)(?!\d|\s*[-/.]\s*\d)"
)
_YEAR = re.compile(r"(?<![\d-])(20\d\d)(?!\d)")


def date_in(text: str) -> date | None:
    """The first date in a text; None when there is none that exists."""
    for day, month, year in _dates(text):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def _dates(text: str) -> Iterator[tuple[int, int, int]]:
    for found in _DIGITS.finditer(text):
        yield int(found[1]), int(found[2]), int(found[3])
    for found in _WORDS.finditer(text):
        yield int(found[1]), _MONTHS.index(found[2].lower()) + 1, int(found[3])


def years_in(text: str) -> tuple[int, int] | None:
    """The years a title is about: (2024, 2024) or (2024, 2028)."""
    span = _YEARS.search(text)
    if span:
        first = int(span[1])
        last = int(span[2]) if len(span[2]) == 4 else first // 100 * 100 + int(span[2])
        if first <= last <= first + 15:
            return first, last
    one = _YEAR.search(text)
    return (int(one[1]), int(one[1])) if one else None
