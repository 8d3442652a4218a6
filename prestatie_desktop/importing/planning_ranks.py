"""Places for many new things at once, among those that stand there already."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from prestatie_desktop.domain.rank import between, spread


def ranks_among(order: Sequence[str], standing: Sequence[str]) -> Iterator[str]:
    """Ranks for what is new in an order, in turn.

    `order` has, in the order of the source, the rank of what stands there already and "" for what
    is new; `standing` has the ranks of everything that stands there. What is new comes after what
    it follows in the source; without that, before what follows it; without either, at the end.
    """
    known = sorted(standing)
    follows = _first_known(order)
    before = ""
    for is_new, run in groupby(order, key=lambda rank: not rank):
        ranks = list(run)
        if not is_new:
            before, follows = ranks[-1], ""
        elif before:
            yield from _ranks_between(before, _next(known, before), len(ranks))
        elif follows:
            yield from _ranks_between(_previous(known, follows), follows, len(ranks))
        else:
            yield from _ranks_between(known[-1] if known else "", "", len(ranks))


def _first_known(order: Sequence[str]) -> str:
    return next((rank for rank in order if rank), "")


def _next(known: Sequence[str], rank: str) -> str:
    place = bisect_right(known, rank)
    return known[place] if place < len(known) else ""


def _previous(known: Sequence[str], rank: str) -> str:
    place = bisect_left(known, rank)
    return known[place - 1] if place else ""


def _ranks_between(before: str, after: str, count: int) -> Iterator[str]:
    if not before and not after:
        yield from spread(count)
    elif not after:
        for _ in range(count):
            before = between(before, "")
            yield before
    elif count:
        middle = between(before, after)
        half = count // 2
        yield from _ranks_between(before, middle, half)
        yield middle
        yield from _ranks_between(middle, after, count - half - 1)
