"""Merged cells: only what stands in the first of them is seen."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from heapq import heappop, heappush

from prestatie_desktop.importing.readers.sheets_cells import Rows
from prestatie_desktop.importing.readers.sheets_places import MAX_COLUMNS, corners_of
from prestatie_desktop.importing.readers.sheets_xml import BadSheetError

#: First and last column, first and last row.
_Range = tuple[int, int, int, int]


def take_covered(rows: Rows, merged: Iterable[str]) -> int:
    """Take away what is hidden under merged cells; how many cells that were.

    Goes down the sheet with the ranges at that height, so that a range of a million rows costs
    nothing. Raises BadSheetError for ranges that overlap by the thousand.
    """
    waiting = sorted((corners_of(each) for each in merged), reverse=True)
    here: list[_Range] = []
    ends: list[tuple[int, _Range]] = []
    taken = 0
    for number in sorted(rows) if waiting else ():
        while ends and ends[0][0] < number:
            del here[bisect_left(here, heappop(ends)[1])]
        while waiting and waiting[-1][0] <= number:
            top, left, bottom, right = waiting.pop()
            if bottom >= number:
                insort(here, (left, right, top, bottom))
                heappush(ends, (bottom, (left, right, top, bottom)))
            if len(here) > MAX_COLUMNS:
                raise BadSheetError
        taken += _take(rows, number, here)
    return taken


def _take(rows: Rows, number: int, here: list[_Range]) -> int:
    row = rows[number]
    covered = [column for column in row if here and _is_covered(number, column, here)]
    for column in covered:
        del row[column]
    if not row:
        del rows[number]
    return len(covered)


def _is_covered(number: int, column: int, here: list[_Range]) -> bool:
    place = bisect_right(here, (column, MAX_COLUMNS + 1, 0, 0)) - 1
    if place < 0:
        return False
    left, right, top, _ = here[place]
    return column <= right and (number, column) != (top, left)
