"""What parts the cells of a line in a CSV file: a semicolon, a tab, a bar or a comma."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

#: In this order where they are equally likely: a Dutch Excel writes semicolons.
_DELIMITERS = ";\t|,"
#: How many lines are looked at.
_SAMPLE = 200
#: From here on a delimiter parts enough lines alike not to be an accident of the text.
_LIKELY = 0.5
_SURE = 0.95

_DECLARED = re.compile(r"""sep=([^\s"]|\t)\s*""", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")


def declared_delimiter(first: str) -> str:
    """What the first line says ("sep=;"), as Excel understands it; "" when it says nothing."""
    found = _DECLARED.fullmatch(first)
    return found[1] if found else ""


def likely_delimiter(lines: Sequence[str]) -> str:
    """What parts most lines into the same number of cells; "" when nothing does."""
    sample = [line for line in lines[:_SAMPLE] if line.strip()]
    scores = {each: _score(sample, each) for each in _DELIMITERS}
    best = max(scores, key=lambda each: scores[each])
    return best if scores[best] >= _LIKELY else ""


def _score(sample: Sequence[str], delimiter: str) -> float:
    """How many lines it parts, and how many of those into the same number of cells."""
    if delimiter == ",":
        return _comma_score(sample)
    widths = _widths(sample, delimiter)
    # Two of them on a line are no accident, though many lines above the table have none.
    return _likeness(widths) * (2 if max(widths) > 2 else 1)


def _comma_score(sample: Sequence[str]) -> float:
    """A comma also stands in sentences and in numbers, where it parts nothing."""
    strict = _likeness(_widths([line.replace(", ", " ") for line in sample], ","))
    if strict >= _LIKELY:
        only_decimals = _widths([_DECIMAL.sub("", line) for line in sample], ",")
        return strict if max(only_decimals) > 1 else 0.0
    loose = _likeness(_widths(sample, ","))
    return loose if loose >= _SURE and len(sample) > 2 else 0.0


def _widths(sample: Sequence[str], delimiter: str) -> list[int]:
    """How many cells each record has."""
    return [len(record) for record in csv.reader(sample, delimiter=delimiter)] or [0]


def _likeness(widths: Sequence[int]) -> float:
    parted = [width for width in widths if width > 1]
    if not parted:
        return 0.0
    alike = Counter(parted).most_common(1)[0][1]
    return len(parted) / len(widths) * (1 + alike / len(parted)) / 2
