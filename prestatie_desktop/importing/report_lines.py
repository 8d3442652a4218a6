"""The report as lines of text, for a person at the command line."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from prestatie_desktop.importing.reading import Fate
from prestatie_desktop.importing.report_parts import name_of
from prestatie_desktop.importing.report_values import Report, ReportedLine, ReportedPart
from prestatie_desktop.words.importing import (
    counted,
    doubt_sentence,
    fate_name,
    part_name,
    rule_name,
    spelling_reason,
)
from prestatie_desktop.words.labels import in_sentence
from prestatie_desktop.words.translation import tr

#: More than this of one sort are counted, not named: all of them are in the JSON.
MOST_NAMED = 200


def report_lines(report: Report) -> Iterator[str]:
    """What was recognised, what is to be checked, what was left out, and what it does."""
    # A source may hold characters that make a terminal do things.
    return ("".join(c if c.isprintable() else "?" for c in line) for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield tr("{name}: {lines} niet-lege regels").format(name=report.name, lines=report.lines)
    fates = (f"{in_sentence(fate_name(fate))} {report.counts[fate]}" for fate in Fate)
    yield f"  {', '.join(fates)}"
    yield tr("Gevonden: {counts}").format(counts=counted(report.found))
    yield from report.notices
    yield from _to_check(report)
    yield from _spellings(report)
    yield from _differing(report)
    yield from _ignored(report.ignored)
    yield from _not_recognised(report.not_recognised)
    yield from _plan(report)


def _headed(title: str, lines: Iterable[str], count: int) -> Iterator[str]:
    """Lines under a title; of very many only the first, and how many more there are."""
    if not count:
        return
    yield ""
    yield f"{title} ({count})"
    for place, line in enumerate(lines):
        if place == MOST_NAMED:
            yield "  " + tr("… en nog {count}; met --json staan ze er alle in").format(
                count=count - MOST_NAMED
            )
            return
        yield f"  {line}"


def _to_check(report: Report) -> Iterator[str]:
    parts = report.to_check
    yield from _headed(tr("Nakijken"), map(_doubts, parts), len(parts))


def _doubts(reported: ReportedPart) -> str:
    name = " ".join(filter(None, [part_name(reported.sort), name_of(reported.part)]))
    where = f" ({reported.where})" if reported.where else ""
    said = " ".join(doubt_sentence(doubt.kind, doubt.args) for doubt in reported.doubts)
    return f"{name}{where}: {said}"


def _spellings(report: Report) -> Iterator[str]:
    lines = (
        f"{one.written} → {one.stands_for or tr('geen partij')} ({spelling_reason(one.reason)})"
        for one in report.spellings
    )
    yield from _headed(tr("Schrijfwijzen"), lines, len(report.spellings))


def _differing(report: Report) -> Iterator[str]:
    lines = (
        tr("{part}: het dossier heeft onder dit nummer een heel andere tekst ({entity})").format(
            part=name_of(match.part), entity=match.entity_label
        )
        for match in report.differing
    )
    yield from _headed(tr("Zelfde nummer, andere tekst"), lines, len(report.differing))


def _ignored(lines: tuple[ReportedLine, ...]) -> Iterator[str]:
    ordered = sorted(lines, key=lambda line: (line.rule or "", line.line))
    for rule, group in groupby(ordered, key=lambda line: line.rule):
        found = list(group)
        title = tr("Overgeslagen: {rule}").format(
            rule=in_sentence(rule_name(rule)) if rule else "?"
        )
        yield from _headed(title, map(_line, found), len(found))


def _not_recognised(lines: tuple[ReportedLine, ...]) -> Iterator[str]:
    yield from _headed(fate_name(Fate.NOT_RECOGNISED), map(_line, lines), len(lines))


def _line(line: ReportedLine) -> str:
    text = " ⏎ ".join(line.text.strip().splitlines()).replace("\t", " ")
    return f"{line.where}: {text}" if line.where else text


def _plan(report: Report) -> Iterator[str]:
    plan = report.plan
    if plan is None:
        return
    yield ""
    yield tr("Nieuw: {counts}").format(counts=counted(plan.added))
    if plan.updated:
        yield tr("Bijgewerkt: {counts}").format(counts=counted(plan.updated))
    if plan.skipped:
        yield tr("Ongewijzigd of overgeslagen: {counts}").format(counts=counted(plan.skipped))
    if plan.removed:
        yield tr("Vervallen, want leeg en niet in de bron: {counts}").format(
            counts=counted(plan.removed)
        )
