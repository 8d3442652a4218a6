"""Tables that are drawn with rules: which cells there are, and which of those are merged."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from prestatie_desktop.importing.readers.pdf_page import Box, Rule

#: How far apart two rules are the same one, and how far from a corner they still meet, in points.
_SAME, _MEET = 3.5, 3.5
# A drawing with more rules is a map or a chart.
_MOST_RULES = 4_000
_MOST_CELLS = 20_000


Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells between `ys` (from top to bottom) and `xs` (from left to right)."""

    ys: tuple[float, ...]
    xs: tuple[float, ...]
    #: Row and column of each cell → of the cell it was merged into; of itself when it was not.
    owners: Mapping[Place, Place]

    @property
    def box(self) -> Box:
        """All of it."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def owner(self, x: float, y: float) -> Place | None:
        """The cell that a point lies in; None outside the table."""
        return self.owners.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))

    def ends(self) -> dict[Place, float]:
        """Where each cell ends at the right."""
        found: dict[Place, float] = {}
        for (_, column), owner in self.owners.items():
            found[owner] = max(found.get(owner, 0.0), self.xs[column + 1])
        return found


def grids_of(across: Sequence[Rule], down: Sequence[Rule]) -> list[Grid]:
    """All tables on a page, from top to bottom. One of a single row or column is none."""
    rules, posts = _straightened(across), _straightened(down)
    if len(rules) + len(posts) > _MOST_RULES:
        return []
    grids = (_grid(*group) for group in _groups(rules, posts))
    return sorted((grid for grid in grids if grid), key=lambda grid: (grid.box.top, grid.box.x0))


def _straightened(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on about the same height on exactly the same, those that touch joined."""
    by_place: list[list[Rule]] = []
    for rule in sorted(rules):
        if by_place and rule.at - by_place[-1][0].at <= _SAME:
            by_place[-1].append(rule)
        else:
            by_place.append([rule])
    return [rule for same in by_place for rule in _joined(same)]


def _joined(same: list[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in same) / len(same)
    start, end = None, 0.0
    for rule in sorted(same, key=lambda rule: rule.start):
        if start is None:
            start, end = rule.start, rule.end
        elif rule.start <= end + _MEET:
            end = max(end, rule.end)
        else:
            yield Rule(at, start, end)
            start, end = rule.start, rule.end
    if start is not None:
        yield Rule(at, start, end)


_Group = tuple[list[Rule], list[Rule]]


def _groups(rules: Sequence[Rule], posts: Sequence[Rule]) -> Iterator[_Group]:
    """Rules that meet, directly or through others."""
    parents = list(range(len(rules) + len(posts)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = index = parents[parents[index]]
        return index

    heights = [rule.at for rule in rules]
    for number, post in enumerate(posts, len(rules)):
        first = bisect_left(heights, post.start - _MEET)
        last = bisect_right(heights, post.end + _MEET)
        for index in range(first, last):
            if rules[index].start - _MEET <= post.at <= rules[index].end + _MEET:
                parents[root(number)] = root(index)
    groups: dict[int, _Group] = defaultdict(lambda: ([], []))
    for index, rule in enumerate((*rules, *posts)):
        groups[root(index)][index >= len(rules)].append(rule)
    yield from groups.values()


def _grid(rules: list[Rule], posts: list[Rule]) -> Grid | None:
    ys, xs = _places(rules, posts), _places(posts, rules)
    columns, lines = len(xs) - 1, len(ys) - 1
    if columns < 2 or lines < 1 or columns * lines > _MOST_CELLS:
        return None
    owners = _owners(ys, xs, rules, posts)
    return Grid(tuple(ys), tuple(xs), owners) if len(set(owners.values())) > 1 else None


def _places(rules: Sequence[Rule], crossing: Sequence[Rule]) -> list[float]:
    """Where cells begin and end. Where a side is left open, the rules that cross end there."""
    places = sorted({rule.at for rule in rules})
    start = min((rule.start for rule in crossing), default=0.0)
    end = max((rule.end for rule in crossing), default=0.0)
    if not places or start < places[0] - 3 * _MEET:
        places.insert(0, start)
    if end > places[-1] + 3 * _MEET:
        places.append(end)
    return places


def _owners(
    ys: list[float], xs: list[float], rules: Sequence[Rule], posts: Sequence[Rule]
) -> dict[Place, Place]:
    """Cells without a rule between them are one."""
    posted = _borders(xs, ys, posts)
    ruled = _borders(ys, xs, rules)
    owners: dict[Place, Place] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            place = (row, column)
            if place not in owners:
                for each in _span(place, ys, xs, ruled, posted):
                    owners.setdefault(each, place)
    return owners


def _span(
    place: Place, ys: list[float], xs: list[float], ruled: set[Place], posted: set[Place]
) -> set[Place]:
    """The cells to the right and below that are one with this one."""
    row, column = place
    last = column
    while last + 2 < len(xs) and (last + 1, row) not in posted:
        last += 1
    columns = range(column, last + 1)
    bottom = row
    while bottom + 2 < len(ys) and not any((bottom + 1, each) in ruled for each in columns):
        bottom += 1
    return {(r, c) for r in range(row, bottom + 1) for c in columns}


def _borders(
    places: Sequence[float], crossing: Sequence[float], rules: Iterable[Rule]
) -> set[Place]:
    """For each place (by its number), the cells along it (by number) that have a rule there."""
    index = {place: number for number, place in enumerate(places)}
    middles = [(start + end) / 2 for start, end in pairwise(crossing)]
    found: set[Place] = set()
    for rule in rules:
        number = index.get(rule.at)
        if number is None:
            continue
        first, last = bisect_left(middles, rule.start), bisect_right(middles, rule.end)
        found.update((number, cell) for cell in range(first, last))
    return found
