"""What a Dutch user sees in a cell: 1581, 7,5, 31%, ja, #N/B."""

import re
from decimal import Decimal
from math import isfinite

#: A number this large or larger has more digits than a spreadsheet keeps.
BEYOND_DIGITS = 1e15

_ERRORS = {
    "#N/A": "#N/B",
    "#VALUE!": "#WAARDE!",
    "#REF!": "#VERW!",
    "#DIV/0!": "#DEEL/0!",
    "#NAME?": "#NAAM?",
    "#NUM!": "#GETAL!",
    "#NULL!": "#LEEG!",
}


def boolean_words(*, value: bool) -> str:
    """Ja or nee."""
    return "ja" if value else "nee"


def error_words(code: str) -> str:
    """An error as Excel shows it in Dutch; one that is not known as it is written."""
    return _ERRORS.get(code.strip().upper(), code)


def general_words(value: float) -> str:
    """A number without a format, in ten digits: 0.1 + 0.2 is 0,3. Whole numbers keep all digits."""
    if not isfinite(value):
        return _ERRORS["#NUM!"]
    size = abs(value)
    if size >= BEYOND_DIGITS or 0 < size < 1e-9:
        return f"{value:.10G}".replace(".", ",")
    if value == int(value):
        return str(int(value))
    text = format(Decimal(f"{value:.10g}"), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def written_words(written: str) -> str:
    """A number as it is written in a file ("7.5"); what is no number stays as it is."""
    if written.isdecimal() and written.isascii() and len(written) < 16:
        return str(int(written))
    try:
        value = float(written)
    except ValueError:
        return written
    return general_words(value) if isfinite(value) else written


def in_dutch(shown: str, value: float) -> str:
    """What a cell shows, with a decimal comma also when a foreign program showed it.

    "7.5" is 7,5 when the value says so, and "1,581.00" is 1.581,00. "1.581" for 1581 is Dutch.
    """
    if not {".", ","} & set(shown) or _means(shown, value):
        return shown
    swapped = shown.translate(_SWAPPED)
    return swapped if _means(swapped, value) else shown


_SWAPPED = str.maketrans(".,", ",.")
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?", re.ASCII)


def _means(shown: str, value: float) -> bool:
    """Whether a text in Dutch digits can be the value, rounded."""
    found = _NUMBER.search(shown)
    if found is None:
        return False
    whole, _, decimals = found[0].replace(".", "").partition(",")
    size = abs(value) * (100 if "%" in shown else 1)
    read = float(f"{whole}.{decimals.replace(',', '')}0")
    return abs(read - size) <= 0.51 * 10.0 ** -len(decimals)
