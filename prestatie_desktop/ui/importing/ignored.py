"""The lines that were left out of an import, verbatim, by the rule that says why."""

from collections.abc import Mapping
from dataclasses import dataclass

from prestatie_desktop.importing.reading import Account, Fate, IgnoreRule
from prestatie_desktop.importing.source import Source, SourceLine


@dataclass(frozen=True, slots=True)
class Ignored:
    """A rule and the lines it left out."""

    rule: IgnoreRule
    lines: tuple[SourceLine, ...]


def ignored_lines(source: Source, accounts: Mapping[int, Account]) -> tuple[Ignored, ...]:
    """By rule, in the order of the source; a line with something that was read is not one of them."""
    kept: set[int] = set()
    found: dict[int, IgnoreRule] = {}
    for piece in source.pieces():
        account = accounts.get(piece.key)
        if account is None:
            continue
        if account.fate is Fate.IGNORED:
            found.setdefault(piece.line, account.rule or IgnoreRule.DECORATION)
        else:
            kept.add(piece.line)
    lines: dict[IgnoreRule, list[SourceLine]] = {}
    for at, rule in found.items():
        if at not in kept:
            lines.setdefault(rule, []).append(source.lines[at])
    return tuple(Ignored(rule, tuple(some)) for rule, some in lines.items())
