"""Where a cell is: "B12" is row 12, column 2."""

from functools import lru_cache

from prestatie_desktop.importing.readers.sheets_xml import BadSheetError

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384


@lru_cache(maxsize=MAX_COLUMNS)
def column_number(letters: str) -> int:
    """A is 1, XFD is 16384. Raises BadSheetError for what is no column."""
    number = 0
    if not 0 < len(letters) < 4:
        raise BadSheetError
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise BadSheetError
        number = number * 26 + ord(letter) - 64
    if number > MAX_COLUMNS:
        raise BadSheetError
    return number


@lru_cache(maxsize=MAX_COLUMNS)
def column_letters(number: int) -> str:
    """1 is A, 16384 is XFD."""
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def place_of(written: str) -> tuple[int, int]:
    """Row and column of "B12" or "$B$12". Raises BadSheetError for what is no place."""
    written = written.replace("$", "")
    letters = written.rstrip("0123456789")
    digits = written[len(letters) :]
    if not 0 < len(digits) < 8 or not 0 < int(digits) <= MAX_ROWS:
        raise BadSheetError
    return int(digits), column_number(letters)


def corners_of(written: str) -> tuple[int, int, int, int]:
    """First row, first column, last row and last column of "A1:B2" or "A1"."""
    first, _, last = written.partition(":")
    top, left = place_of(first)
    bottom, right = place_of(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)
