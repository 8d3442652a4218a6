"""The shape of the import report, as docs/import-report.md describes it; see tests/exchange/shape.py."""

from typing import Any

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.decisions import Action
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.planning import SORTS
from prestatie_desktop.importing.reading import DoubtKind, Fate, IgnoreRule, TableUse
from prestatie_desktop.importing.source import Form

MAYBE = {str, type(None)}
YEAR = {int, type(None)}
BY_SORT = dict.fromkeys(SORTS.values(), int)
STAMPED = {"person": str, "at": MAYBE, "text": str}


def values(*enums: Any) -> set[str]:
    return {member.value for enum in enums for member in enum}


HOLDS: dict[str, Any] = {
    "cover": {
        "title": str, "kind": {None, "framework", "yearly", "regional"},
        "first_year": YEAR, "last_year": YEAR, "dated": MAYBE,
    },
    "party": {
        "kind": values(PartyKind), "legal_name": str, "aliases": [str], "represents": [str],
        "signs": bool,
    },
    "group": {"members": [str], "aliases": [str]},
    "text_part": {
        "kind": {"preamble", "definitions", "closing"}, "title": str, "text": str,
    },
    "theme": {"number": str, "title": str, "introduction": str},
    "agreement": {
        "number": str, "theme": str, "heading": str, "text": str,
        "roles": [{"party": str, "role": {"lead", "involved", "unknown_lead"}}],
        "planning": str, "indicator": str, "remark": str,
        "status": {None, "voorstel", "besproken", "akkoord", "aangehouden", "vervallen"},
        "obligation": {None, "result", "effort"},
        "wordings": [STAMPED], "comments": [STAMPED],
    },
    "row": {
        "kind": str, "kind_number": str, "theme": str, "agreement": str, "corporation": str,
        "municipality": str, "values": dict, "unit": str,
    },
    "figures": {
        "kind": {"series", "matrix"}, "title": str, "theme": str, "agreement": str,
        "row_label": str, "unit": str, "reference_date": MAYBE, "with_totals": bool,
        "columns": [{"label": str, "party": str}],
        "rows": [{"label": str, "figures": [str]}],
        "printed_total": str,
    },
    "signatory": {
        "party": str, "name": str, "function": str,
        "basis": {None, "statutes", "mandate", "power_of_attorney", "on_behalf_of"},
        "on_behalf_of": str,
    },
}  # fmt: skip

REPORT: dict[str, Any] = {
    "format": {"prestatie-import-report"},
    "version": int,
    "source": str,
    "form": values(Form),
    "lines": int,
    "counts": {fate.value: int for fate in Fate},
    "found": BY_SORT,
    "to_check": int,
    "parts": [
        {
            "key": str, "sort": set(BY_SORT), "name": str, "sure": bool,
            "doubts": [{"kind": values(DoubtKind), "args": [str], "sentence": str}],
            "lines": [int], "where": str, "holds": dict,
        }
    ],
    "spellings": [{"written": str, "stands_for": str, "reason": str, "sentence": str}],
    "tables": [
        {
            "signature": str, "title": str, "use": values(TableUse), "kind": str, "head": YEAR,
            "columns": [str], "labels": [str], "sure": bool,
        }
    ],
    "ignored": [
        {"line": int, "where": str, "text": str, "rule": values(IgnoreRule), "sentence": str}
    ],
    "not_recognised": [{"line": int, "where": str, "text": str}],
    "notices": [str],
    "plan": {
        "entries": int, "added": BY_SORT, "updated": BY_SORT, "skipped": BY_SORT, "removed": dict,
        "matches": [
            {
                "part": str, "action": values(Action), "reason": values(MatchReason),
                "sentence": str, "entity": str, "entity_id": str, "differs": bool,
                "alternatives": [{"entity": str, "entity_id": str}],
            }
        ],
    },
}  # fmt: skip
