"""Which rows of a sheet stand together: a title, a table, another table under it.

Blank rows part them, but not when blank rows are only spacing. They are when more than half of
what they would part is one row (a list with every other row blank), or when they would part the
sheet into more than forty. Then only wider gaps count.
"""

from collections.abc import Sequence
from itertools import pairwise

_FEW = 4
_MANY = 40


def blocks(rows: Sequence[int]) -> list[Sequence[int]]:
    """The numbers of rows that are not blank, in order, by the block they are in."""
    gaps = sorted({below - above - 1 for above, below in pairwise(rows)} | {0})
    found: list[Sequence[int]] = []
    for spacing in gaps:
        found = _parted(rows, spacing)
        if not _is_scattered(found):
            break
    return found


def _parted(rows: Sequence[int], spacing: int) -> list[Sequence[int]]:
    """The rows parted wherever more than `spacing` rows between them are blank."""
    if not rows:
        return []
    starts = [i for i in range(1, len(rows)) if rows[i] - rows[i - 1] - 1 > spacing]
    return [rows[start:end] for start, end in pairwise((0, *starts, len(rows)))]


def _is_scattered(found: list[Sequence[int]]) -> bool:
    single = sum(len(block) == 1 for block in found)
    return len(found) > _MANY or (len(found) > _FEW and 2 * single > len(found))
