"""Which column of a table holds the numbers of agreements."""

from collections.abc import Sequence
from itertools import pairwise

from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.recognising.cells import Looks
from prestatie_desktop.importing.recognising.columns import field_named
from prestatie_desktop.importing.recognising.grids import Grid, profiles
from prestatie_desktop.importing.recognising.numbers import number_alone
from prestatie_desktop.importing.recognising.vocabulary import fold

#: So many rows show whether a column numbers agreements.
_LOOKED_AT = 500
_MOST = 0.55
_SOME = 0.35
#: A number that is typed twice is a mistake; more often it is a figure.
_TWICE = 0.1
_LEAST = 3
#: The text of an agreement is longer than the name of a project.
_TEXT_LENGTH = 38


def number_column(grid: Grid) -> int | None:
    """The column with the numbers of agreements, or None."""
    for column in range(min(grid.width, 4)):
        filled = [row[column] for row in grid.texts[:_LOOKED_AT] if row[column]]
        numbers = [n for text in filled if (n := number_alone(text))]
        if not numbers or len(numbers) < _MOST * (len(filled) - 1):
            continue
        if _is_other(grid.texts[0][column]):
            continue
        if _counts_up([n.components for n in numbers]) and _is_apart(grid, column):
            return column
    return None


def _is_other(label: str) -> bool:
    """Whether the words above a column say that it holds something else than numbers of items."""
    named = field_named(label, TableUse.PROJECTS)
    return (named is not None and named != "homes") or fold(label).startswith(
        ("aantal", "woningen")
    )


def _counts_up(numbers: Sequence[tuple[str, ...]]) -> bool:
    """Whether these number things: hardly one twice, and more than digits, or 1, 2, 3 …."""
    different = list(dict.fromkeys(numbers))
    twice = len(numbers) - len(different)
    if twice > max(1, _TWICE * len(numbers)) or (twice and len(different) < _LEAST):
        return False
    if all(len(number) > 1 for number in different):
        return True
    digits = [int(number[-1]) for number in different if number[-1].isdecimal()]
    steps = [after - before for before, after in pairwise(digits)]
    return bool(digits) and all(0 < step < 5 for step in steps)


def _is_apart(grid: Grid, column: int) -> bool:
    """Whether it is no column of figures among others."""
    rows = [row[column + 1 :] for row in grid.texts[:_LOOKED_AT]]
    others = profiles(rows, grid.width - column - 1)
    return any(one.length >= _TEXT_LENGTH or one.share(Looks.SENTENCE) > _SOME for one in others)
