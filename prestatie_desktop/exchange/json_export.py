"""A dossier as JSON for other programs; docs/json-format.md describes every field."""

import json
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import TextPart
from prestatie_desktop.domain.bod import BodSubmission, BodText
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import all_items
from prestatie_desktop.domain.party import PartyGroup
from prestatie_desktop.domain.richtext import plain
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.exchange.json_signing import signing
from prestatie_desktop.exchange.json_values import Json, breakdown, quantity

FORMAT = "prestatie-dossier"
#: Goes up when a field changes its meaning or goes away; a new field may come at any time.
VERSION = 1


def export(dossier: Dossier) -> Json:
    """Everything in a dossier, without its history. The same dossier gives the same value."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "set": _set(dossier),
        "text_parts": [_text_part(part) for part in dossier.all(TextPart)],
        "parties": _parties(dossier),
        "groups": [_group(dossier, group) for group in dossier.all(PartyGroup)],
        "themes": [_theme(theme) for theme in dossier.themes],
        "choices": _choices(dossier),
        "kinds": [_kind(dossier, kind) for kind in dossier.all(CommitmentKind)],
        **_items(dossier),
        "series": [_series(dossier, series) for series in dossier.all(Series)],
        **signing(dossier),
        "bods": _bods(dossier),
    }


def export_text(dossier: Dossier) -> str:
    """The export as text: UTF-8, two spaces of indent, a newline at the end."""
    return json.dumps(export(dossier), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def write_json(dossier: Dossier, path: Path) -> None:
    """Write the export to a file, whole or not at all; an older file makes place for it.

    Raises UserError when it cannot be written.
    """
    from prestatie_desktop.storage.failures import NOTHING_WRITTEN, told_in_dutch
    from prestatie_desktop.storage.placing import new_file

    with new_file(path, overwrite=True) as beside, told_in_dutch(path, NOTHING_WRITTEN):
        beside.write_text(export_text(dossier), encoding="utf-8", newline="\n")


def _set(dossier: Dossier) -> Json:
    now = dossier.set
    return {
        "id": now.id,
        "title": now.title,
        "kind": now.kind.value,
        "first_year": now.first_year,
        "last_year": now.last_year,
        "status": now.status.value,
        "dated": _plain(now.dated),
        "framework_id": now.framework_id,
        "framework_title": now.framework_title,
        "framework_period": now.framework_period,
        "base_document": now.base_document,
        "base_document_date": _plain(now.base_document_date),
    }


def _text_part(part: TextPart) -> Json:
    return {"id": part.id, "kind": part.kind.value, "title": part.title, **_text(part.text)}


def _parties(dossier: Dossier) -> list[Json]:
    return [
        {
            "id": party.id,
            "name": party.name,
            "kind": party.kind.value,
            "legal_name": party.legal_name,
            "aliases": list(party.aliases),
            "seat": party.seat,
            "signs": party.can_sign,
            "represents": [named(dossier, one) for one in party.represents],
            "represents_ids": list(party.represents),
            **_reference(dossier, "successor", party.successor_id),
            "note": party.note,
        }
        for party in dossier.parties
    ]


def _group(dossier: Dossier, group: PartyGroup) -> Json:
    return {
        "id": group.id,
        "name": group.name,
        "members": [named(dossier, member) for member in group.members],
        "member_ids": list(group.members),
        "note": group.note,
    }


def _theme(theme: Theme) -> Json:
    text = _text(theme.introduction)
    return {
        "id": theme.id,
        "number": theme.number,
        "title": theme.title,
        "short_title": theme.short_title,
        "introduction": text["text"],
        "introduction_html": text["html"],
    }


def _choices(dossier: Dossier) -> list[Json]:
    return [
        {
            "list": which.value,
            "key": choice.key,
            "label": choice.label,
            "aliases": list(choice.aliases),
        }
        for which in ChoiceList
        for choice in dossier.all(Choice)
        if choice.list is which
    ]


def _kind(dossier: Dossier, kind: CommitmentKind) -> Json:
    return {
        "id": kind.id,
        "key": kind.key,
        "label": kind.label,
        "number": kind.number,
        "form": kind.form.value,
        "theme": _theme_number(dossier, kind.theme_id),
        "theme_id": kind.theme_id,
        "legal": kind.legal,
    }


def _items(dossier: Dossier) -> Json:
    """Agreements and rows in reading order; rows of homes and free promises apart."""
    lists: dict[str, list[Json]] = {"agreements": [], "commitments": [], "free_commitments": []}
    for item in all_items(dossier):
        if isinstance(item, Agreement):
            lists["agreements"].append(_agreement(dossier, item))
            continue
        kind = dossier.get(CommitmentKind, item.kind_id)
        form = _FORMS[kind.form]
        lists[form[0]].append(_commitment(dossier, item, kind, form[1]))
    return lists


def _agreement(dossier: Dossier, agreement: Agreement) -> Json:
    return {
        "id": agreement.id,
        "number": agreement.number,
        "theme": _theme_number(dossier, agreement.theme_id),
        "theme_id": agreement.theme_id,
        "heading": agreement.heading,
        **_text(agreement.text),
        "status": agreement.status.value,
        "obligation": _plain(agreement.obligation),
        "planning": agreement.planning,
        "indicator": agreement.indicator,
        "origin": _plain(agreement.origin),
        "municipalities": [named(dossier, one) for one in agreement.municipalities],
        "municipality_ids": list(agreement.municipalities),
        "remark": agreement.remark,
        "open_question": agreement.open_question,
        **_reference(dossier, "question_owner", agreement.question_owner_id),
        "roles": _roles(dossier, agreement.id),
    }


def _commitment(
    dossier: Dossier,
    row: Commitment,
    kind: CommitmentKind,
    figures: Callable[[Commitment], Json],
) -> Json:
    agreement = dossier.find(Agreement, row.agreement_id)
    return {
        "id": row.id,
        "kind": kind.key,
        "kind_id": kind.id,
        "theme": _theme_number(dossier, kind.theme_id),
        "theme_id": kind.theme_id,
        "agreement": agreement.number if agreement else "",
        "agreement_id": row.agreement_id,
        **_reference(dossier, "corporation", row.corporation_id),
        **_reference(dossier, "municipality", row.municipality_id),
        **figures(row),
        "status": _plain(row.status),
        "note": row.note,
        "roles": _roles(dossier, row.id),
    }


def _project(row: Commitment) -> Json:
    return {
        "location": row.location,
        "neighbourhood": row.neighbourhood,
        "postcode": row.postcode,
        "homes": quantity(row.homes),
        "homes_after": quantity(row.homes_after),
        "offered": quantity(row.offered),
        "dwelling_type": row.dwelling_type,
        "accessibility": breakdown(row.accessibility),
        "price": breakdown(row.price),
        "daeb": _plain(row.daeb),
        "phasing": [{"year": one.year, **quantity(one.quantity)} for one in row.phasing],
    }


def _free(row: Commitment) -> Json:
    return {
        "subject": row.location,
        "amount": quantity(row.amount),
        "phasing": [{"year": one.year, **quantity(one.quantity)} for one in row.phasing],
    }


_FORMS = {
    KindForm.PROJECT: ("commitments", _project),
    KindForm.FREE: ("free_commitments", _free),
}


def _roles(dossier: Dossier, item_id: Id) -> list[Json]:
    return [
        {**_reference(dossier, "party", role.party_id), "role": role.kind.value}
        for role in ordered_roles(dossier, item_id)
    ]


def _series(dossier: Dossier, series: Series) -> Json:
    agreement = dossier.find(Agreement, series.agreement_id)
    return {
        "id": series.id,
        "kind": series.kind.value,
        "title": series.title,
        "theme": _theme_number(dossier, series.theme_id),
        "theme_id": series.theme_id,
        "agreement": agreement.number if agreement else "",
        "agreement_id": series.agreement_id,
        "row_label": series.row_label,
        "unit": series.unit,
        "reference_date": _plain(series.reference_date),
        "with_totals": series.with_totals,
        "columns": [
            {
                "key": column.key,
                "label": column.label,
                **_reference(dossier, "party", column.party_id),
            }
            for column in series.columns
        ],
        "rows": [
            {
                "label": row.label,
                "cells": [
                    {"column": column.key, **quantity(row.cell(column.key))}
                    for column in series.columns
                ],
            }
            for row in dossier.of(SeriesRow, "series_id", series.id)
        ],
    }


def _bods(dossier: Dossier) -> list[Json]:
    """Per corporation that has any: its texts, and the days it handed its bod in."""
    return [
        {
            **_reference(dossier, "corporation", party.id),
            "texts": [{"heading": text.heading, **_text(text.text)} for text in texts],
            "submissions": [_submission(one) for one in submissions],
        }
        for party in dossier.parties
        for texts in [
            sorted(dossier.of(BodText, "party_id", party.id), key=lambda text: text.heading)
        ]
        for submissions in [dossier.of(BodSubmission, "party_id", party.id)]
        if texts or submissions
    ]


def _submission(one: BodSubmission) -> Json:
    return {
        "submitted_on": _plain(one.submitted_on),
        "registered_at": _plain(one.registered_at),
        "registered_by": one.registered_by,
        "consulted_on": _plain(one.consulted_on),
        "consultation": one.consultation,
        "board_approved_on": _plain(one.board_approved_on),
        "note": one.note,
    }


def _text(html: str) -> Json:
    return {"text": plain(html), "html": html}


def _theme_number(dossier: Dossier, theme_id: Id) -> str:
    theme = dossier.find(Theme, theme_id)
    return theme.number if theme else ""


def _reference(dossier: Dossier, name: str, party_id: Id) -> Json:
    return {name: named(dossier, party_id) if party_id else "", f"{name}_id": party_id}


def _plain(value: Enum | datetime | date | None) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if value else None
