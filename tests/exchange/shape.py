"""The shape of the JSON export, as docs/json-format.md describes it.

A dict is an object with exactly these fields; a list holds values of one shape; a set of types is
any of these; a set of texts is one of these.
"""

from typing import Any

NUMBER = {int, str, type(None)}
MAYBE = {str, type(None)}
ROLE = {"party": str, "party_id": str, "role": {"lead", "involved", "unknown_lead"}}
QUANTITY = {
    "raw": str, "value": NUMBER, "lower": NUMBER, "upper": NUMBER, "part_of": NUMBER,
    "unit": {"homes", "units", "persons", "euro", "percent", ""},
    "approximate": bool,
    "unknown": {None, "unknown", "pm", "nnb", "tb", "nvt", "indien_van_toepassing", "not_read"},
    "period_years": {int, type(None)}, "confirmed": bool,
}  # fmt: skip
BREAKDOWN = {
    "raw": str,
    "parts": [{"classes": [str], "count": NUMBER, "approximate": bool}],
    "unknown": QUANTITY["unknown"],
}
PHASING = [{"year": int, **QUANTITY}]
ROW = {
    "id": str, "kind": str, "kind_id": str, "theme": str, "theme_id": str,
    "agreement": str, "agreement_id": str, "corporation": str, "corporation_id": str,
    "municipality": str, "municipality_id": str,
    "status": {None, "idea", "planned", "decided", "started", "delivered", "cancelled"},
    "note": str, "roles": [ROLE],
}  # fmt: skip
DOSSIER: dict[str, Any] = {
    "format": {"prestatie-dossier"},
    "version": int,
    "set": {
        "id": str, "title": str, "kind": {"framework", "yearly", "regional"},
        "first_year": int, "last_year": int,
        "status": {"concept", "onderhandelakkoord", "vastgesteld", "getekend"},
        "dated": MAYBE, "framework_id": str, "framework_title": str, "framework_period": str,
        "base_document": str, "base_document_date": MAYBE,
    },
    "text_parts": [
        {"id": str, "kind": {"preamble", "definitions", "closing"}, "title": str, "text": str,
         "html": str}
    ],
    "parties": [
        {
            "id": str, "name": str,
            "kind": {"municipality", "corporation", "tenants_organisation", "other", "actor"},
            "legal_name": str, "aliases": [str], "seat": str, "signs": bool,
            "represents": [str], "represents_ids": [str],
            "successor": str, "successor_id": str, "note": str,
        }
    ],
    "groups": [{"id": str, "name": str, "members": [str], "member_ids": [str], "note": str}],
    "themes": [
        {"id": str, "number": str, "title": str, "short_title": str, "introduction": str,
         "introduction_html": str}
    ],
    "choices": [
        {"list": {"dwelling_type", "accessibility", "price"}, "key": str, "label": str,
         "aliases": [str]}
    ],
    "kinds": [
        {"id": str, "key": str, "label": str, "number": str, "form": {"project", "free"},
         "theme": str, "theme_id": str, "legal": str}
    ],
    "agreements": [
        {
            "id": str, "number": str, "theme": str, "theme_id": str, "heading": str,
            "text": str, "html": str,
            "status": {"voorstel", "besproken", "akkoord", "aangehouden", "vervallen"},
            "obligation": {None, "result", "effort"}, "planning": str, "indicator": str,
            "origin": {
                None, "framework", "bid", "municipal_request", "tenants", "carried_over", "joint",
            },
            "municipalities": [str], "municipality_ids": [str], "remark": str,
            "open_question": str, "question_owner": str, "question_owner_id": str,
            "roles": [ROLE],
        }
    ],
    "commitments": [
        {
            **ROW, "location": str, "neighbourhood": str, "postcode": str,
            "homes": QUANTITY, "homes_after": QUANTITY, "offered": QUANTITY,
            "dwelling_type": str, "accessibility": BREAKDOWN, "price": BREAKDOWN,
            "daeb": {None, "daeb", "niet_daeb", "gemengd"}, "phasing": PHASING,
        }
    ],
    "free_commitments": [{**ROW, "subject": str, "amount": QUANTITY, "phasing": PHASING}],
    "series": [
        {
            "id": str, "kind": {"series", "matrix"}, "title": str, "theme": str, "theme_id": str,
            "agreement": str, "agreement_id": str, "row_label": str, "unit": str,
            "reference_date": MAYBE, "with_totals": bool,
            "columns": [{"key": str, "label": str, "party": str, "party_id": str}],
            "rows": [{"label": str, "cells": [{"column": str, **QUANTITY}]}],
        }
    ],
    "signatories": [
        {
            "id": str, "party": str, "party_id": str, "name": str, "function": str,
            "basis": {None, "statutes", "mandate", "power_of_attorney", "on_behalf_of"},
            "document": str, "document_date": MAYBE, "on_behalf_of": str,
        }
    ],
    "signing_rules": [
        {
            "scope": {"default", "theme", "item"}, "target": str, "target_id": str,
            "party": str, "party_id": str, "mode": {"signs", "with_reservation", "not"},
            "reservation": str,
        }
    ],
    "editions": [
        {
            "id": str, "number": int, "title": str, "adopted_on": str, "made_at": str,
            "made_by": str, "note": str,
            "sheets": [
                {"id": str, "party": str, "party_id": str, "code": str, "form": int,
                 "issued_at": str, "issued_by": str}
            ],
        }
    ],
    "signatures": [
        {
            "party": str, "party_id": str, "sheet_id": str, "code": str, "signatory": str,
            "signed_on": str, "place": str, "medium": {"paper", "digital"}, "note": str,
            "registered_at": str, "registered_by": str,
        }
    ],
    "bods": [
        {
            "corporation": str, "corporation_id": str,
            "texts": [{"heading": str, "text": str, "html": str}],
            "submissions": [
                {
                    "submitted_on": str, "registered_at": str, "registered_by": str,
                    "consulted_on": MAYBE, "consultation": str, "board_approved_on": MAYBE,
                    "note": str,
                }
            ],
        }
    ],
}  # fmt: skip


def misfits(value: Any, shape: Any, where: str = "$") -> list[str]:
    """Every place where a value is not of a shape."""
    if isinstance(shape, dict):
        if not isinstance(value, dict) or set(value) != set(shape):
            return [f"{where}: fields {sorted(set(value) ^ set(shape))}"]
        return [
            m for name, part in shape.items() for m in misfits(value[name], part, f"{where}.{name}")
        ]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where}: no list"]
        return [m for i, one in enumerate(value) for m in misfits(one, shape[0], f"{where}[{i}]")]
    allowed = shape if isinstance(shape, set) else {shape}
    if type(value) in allowed or (isinstance(value, (str, type(None))) and value in allowed):
        return []
    return [f"{where}: {value!r}"]


def field_names(shape: Any) -> set[str]:
    """Every field name in a shape."""
    if isinstance(shape, dict):
        return set(shape).union(*(field_names(part) for part in shape.values()))
    return field_names(shape[0]) if isinstance(shape, list) else set()
