"""How much of each sort comes in, and how much of it asks a look."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from prestatie_desktop.importing.decisions import Action
from prestatie_desktop.importing.planning import SORTS as NAMES
from prestatie_desktop.importing.planning import Plan
from prestatie_desktop.importing.report import Report

#: The icon of each sort, in the order in which they are told.
GLYPHS: Final = {
    "theme": "format-header-1",
    "agreement": "format-list-numbered",
    "row": "home-plus-outline",
    "figures": "chart-box-outline",
    "party": "account-group-outline",
    "group": "group",
    "signatory": "draw-pen",
    "text_part": "text-box-outline",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one sort: how many are added, updated, skipped, and to be looked at."""

    actions: Mapping[Action, int]
    to_check: int

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.actions.values())

    @property
    def coming(self) -> int:
        """How many change something."""
        return self.total - self.actions.get(Action.SKIP, 0)


def counts_of(plan: Plan, report: Report) -> dict[str, Counts]:
    """By the name of a sort; those of which there are none are left out."""
    actions = Counter((NAMES[type(match.part)], match.action) for match in plan.matches)
    checks = Counter(part.sort for part in report.parts if not part.sure)
    return {
        sort: counts
        for sort in GLYPHS
        if (counts := Counts({one: actions[sort, one] for one in Action}, checks[sort])).total
    }
