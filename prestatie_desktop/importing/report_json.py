"""The report as JSON, field by field as in docs/import-report.md."""

import json
from collections.abc import Mapping
from typing import Any

from prestatie_desktop.importing.matching_values import Match
from prestatie_desktop.importing.planning import SORTS, Plan
from prestatie_desktop.importing.reading import Doubt, Fate, TableLayout
from prestatie_desktop.importing.report_parts import holds, name_of
from prestatie_desktop.importing.report_values import Report, ReportedLine, ReportedPart
from prestatie_desktop.words.importing import (
    doubt_sentence,
    match_reason,
    rule_name,
    spelling_reason,
)

FORMAT = "prestatie-import-report"
VERSION = 1

Json = Any


def report_json(report: Report) -> str:
    """The report as JSON text."""
    return json.dumps(_report(report), ensure_ascii=False, indent=2, allow_nan=False)


def _report(report: Report) -> Json:
    return {
        "format": FORMAT,
        "version": VERSION,
        "source": report.name,
        "form": report.form,
        "lines": report.lines,
        "counts": {fate.value: report.counts[fate] for fate in Fate},
        "found": _by_sort(report.found),
        "to_check": len(report.to_check),
        "parts": [_part(part) for part in report.parts],
        "spellings": [
            {
                "written": spelling.written,
                "stands_for": spelling.stands_for,
                "reason": spelling.reason,
                "sentence": spelling_reason(spelling.reason),
            }
            for spelling in report.spellings
        ],
        "tables": [_table(layout) for layout in report.tables],
        "ignored": [_ignored(line) for line in report.ignored],
        "not_recognised": [_line(line) for line in report.not_recognised],
        "notices": list(report.notices),
        "plan": _plan(report.plan) if report.plan else None,
    }


def _by_sort(counts: Mapping[str, int]) -> Json:
    return {sort: counts.get(sort, 0) for sort in SORTS.values()}


def _part(reported: ReportedPart) -> Json:
    return {
        "key": reported.part.key,
        "sort": reported.sort,
        "name": name_of(reported.part),
        "sure": reported.sure,
        "doubts": [_doubt(doubt) for doubt in reported.doubts],
        "lines": list(reported.lines),
        "where": reported.where,
        "holds": holds(reported.part),
    }


def _doubt(doubt: Doubt) -> Json:
    return {
        "kind": doubt.kind.value,
        "args": list(doubt.args),
        "sentence": doubt_sentence(doubt.kind, doubt.args),
    }


def _table(layout: TableLayout) -> Json:
    return {
        "signature": layout.signature,
        "title": layout.title,
        "use": layout.use.value,
        "kind": layout.kind,
        "head": layout.head,
        "columns": list(layout.columns),
        "labels": list(layout.labels),
        "sure": layout.sure,
    }


def _line(line: ReportedLine) -> Json:
    return {"line": line.line, "where": line.where, "text": line.text}


def _ignored(line: ReportedLine) -> Json:
    rule = line.rule.value if line.rule else ""
    return {**_line(line), "rule": rule, "sentence": rule_name(rule) if rule else ""}


def _plan(plan: Plan) -> Json:
    return {
        "entries": len(plan.acts),
        "added": _by_sort(plan.added),
        "updated": _by_sort(plan.updated),
        "skipped": _by_sort(plan.skipped),
        "removed": dict(plan.removed),
        "matches": [_match(match) for match in plan.matches],
    }


def _match(match: Match) -> Json:
    return {
        "part": match.part.key,
        "action": match.action.value,
        "reason": match.reason.value,
        "sentence": match_reason(match.reason),
        "entity": match.entity_label,
        "entity_id": match.entity_id,
        "differs": match.differs,
        "alternatives": [
            {"entity": label, "entity_id": entity_id} for entity_id, label in match.alternatives
        ],
    }
