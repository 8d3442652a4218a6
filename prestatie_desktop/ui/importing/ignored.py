"""The lines that were left out of an import, verbatim, by the rule that says why."""

from collections.abc import Iterable
from dataclasses import dataclass

from prestatie_desktop.importing.reading import IgnoreRule
from prestatie_desktop.importing.report import ReportedLine


@dataclass(frozen=True, slots=True)
class Ignored:
    """A rule and the lines it left out."""

    rule: IgnoreRule
    lines: tuple[ReportedLine, ...]


def by_rule(ignored: Iterable[ReportedLine]) -> tuple[Ignored, ...]:
    """By rule, each in the order of the source."""
    found: dict[IgnoreRule, list[ReportedLine]] = {}
    for line in ignored:
        found.setdefault(line.rule or IgnoreRule.DECORATION, []).append(line)
    return tuple(Ignored(rule, tuple(lines)) for rule, lines in found.items())
