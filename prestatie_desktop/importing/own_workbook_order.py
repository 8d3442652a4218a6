"""Where a new row comes among the things of the dossier: after the row above it."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.rank import between
from prestatie_desktop.words.workbook.forms import Sheet


def put_in_order(draft: Dossier, sheet: Sheet, things: Sequence[Entity]) -> None:
    """Put the things of a sheet in the draft, in the order of its rows; new ones get their place.

    What is there already keeps its own: people sort a sheet without meaning anything by it.
    """
    if "rank" not in sheet.sort.__dataclass_fields__:
        for thing in things:
            draft.put(thing)
        return
    ranks = _ranks(draft, sheet, things)
    by_owner: dict[str, list[Entity]] = defaultdict(list)
    for thing in things:
        by_owner[_owner(sheet, thing)].append(thing)
    for owner, rows in by_owner.items():
        for thing in _ranked(rows, ranks[owner]):
            draft.put(thing)


def _owner(sheet: Sheet, thing: Entity) -> str:
    return str(getattr(thing, sheet.owner)) if sheet.owner else ""


def _ranks(draft: Dossier, sheet: Sheet, things: Sequence[Entity]) -> dict[str, list[str]]:
    """The places that are taken, per owner, in order."""
    now = {thing.id: thing for thing in (*draft.all(sheet.sort), *things)}
    found: dict[str, list[str]] = defaultdict(list)
    for thing in now.values():
        if rank := _rank(thing):
            found[_owner(sheet, thing)].append(rank)
    for ranks in found.values():
        ranks.sort()
    return found


def _rank(thing: Any) -> str:
    return str(thing.rank)


def _ranked(rows: Sequence[Entity], taken: list[str]) -> list[Entity]:
    found: list[Entity] = []
    above = ""
    for at, thing in enumerate(rows):
        rank = _rank(thing)
        if not rank:
            rank = _free_rank(above, next(filter(None, map(_rank, rows[at:])), ""), taken)
            insort(taken, rank)
            placed: dict[str, Any] = {"rank": rank}
            found.append(replace(thing, **placed))
        else:
            found.append(thing)
        above = rank
    return found


def _free_rank(above: str, below: str, taken: Sequence[str]) -> str:
    """A place right after the row above; without one before the row below; else at the end."""
    if above:
        after = bisect_right(taken, above)
        return between(above, taken[after] if after < len(taken) else "")
    if below:
        before = bisect_left(taken, below)
        return between(taken[before - 1] if before else "", below)
    return between(taken[-1] if taken else "", "")
