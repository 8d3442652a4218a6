"""What there is to say about an import: its lines, its parts, and what it does to a dossier."""

from collections.abc import Mapping
from dataclasses import dataclass

from prestatie_desktop.importing.matching_values import Match
from prestatie_desktop.importing.planning import SORTS, Plan
from prestatie_desktop.importing.reading import (
    Doubt,
    Fate,
    IgnoreRule,
    Part,
    Spelling,
    TableLayout,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedLine:
    """A line of the source that became nothing, or a piece of one, to the letter."""

    #: From 1.
    line: int
    where: str
    text: str
    #: Of an ignored line.
    rule: IgnoreRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedPart:
    """A part that was recognised, with its place in the source."""

    part: Part
    sort: str
    #: From recognising and from planning.
    doubts: tuple[Doubt, ...]
    #: The lines of the source it was made of, from 1.
    lines: tuple[int, ...]
    #: Where the first of them is; "" for a part that stands nowhere by itself.
    where: str

    @property
    def sure(self) -> bool:
        """Whether nobody needs to check it."""
        return not self.doubts


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything there is to say about one import."""

    name: str
    form: str
    #: The number of non-blank lines.
    lines: int
    #: How many of them have which fate; together that is all of them.
    counts: Mapping[Fate, int]
    parts: tuple[ReportedPart, ...]
    spellings: tuple[Spelling, ...]
    tables: tuple[TableLayout, ...]
    ignored: tuple[ReportedLine, ...]
    not_recognised: tuple[ReportedLine, ...]
    #: What could not be read, in sentences.
    notices: tuple[str, ...]
    #: None when no dossier was looked at.
    plan: Plan | None

    @property
    def found(self) -> Mapping[str, int]:
        """How many parts there are of each sort that there are any of."""
        counts = dict.fromkeys(SORTS.values(), 0)
        for part in self.parts:
            counts[part.sort] += 1
        return {sort: count for sort, count in counts.items() if count}

    @property
    def to_check(self) -> tuple[ReportedPart, ...]:
        """The parts that a person should look at."""
        return tuple(part for part in self.parts if not part.sure)

    @property
    def differing(self) -> tuple[Match, ...]:
        """What has the number of something else altogether in the dossier."""
        return tuple(match for match in self.plan.matches if match.differs) if self.plan else ()
