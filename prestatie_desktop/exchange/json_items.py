"""Agreements, commitments and tables of figures as JSON."""

from collections.abc import Callable

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import all_items
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.exchange.json_values import (
    Json,
    breakdown,
    quantity,
    reference,
    rich,
    simple,
    theme_number,
)


def items(dossier: Dossier) -> Json:
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
        "theme": theme_number(dossier, agreement.theme_id),
        "theme_id": agreement.theme_id,
        "heading": agreement.heading,
        **rich(dossier, agreement.text),
        "status": agreement.status.value,
        "obligation": simple(agreement.obligation),
        "planning": agreement.planning,
        "indicator": agreement.indicator,
        "origin": simple(agreement.origin),
        "municipalities": [named(dossier, one) for one in agreement.municipalities],
        "municipality_ids": list(agreement.municipalities),
        "remark": agreement.remark,
        "open_question": agreement.open_question,
        **reference(dossier, "question_owner", agreement.question_owner_id),
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
        "theme": theme_number(dossier, kind.theme_id),
        "theme_id": kind.theme_id,
        "agreement": agreement.number if agreement else "",
        "agreement_id": row.agreement_id,
        **reference(dossier, "corporation", row.corporation_id),
        **reference(dossier, "municipality", row.municipality_id),
        **figures(row),
        "status": simple(row.status),
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
        "daeb": simple(row.daeb),
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
        {**reference(dossier, "party", role.party_id), "role": role.kind.value}
        for role in ordered_roles(dossier, item_id)
    ]


def series_table(dossier: Dossier, series: Series) -> Json:
    """A table of figures with its rows."""
    agreement = dossier.find(Agreement, series.agreement_id)
    return {
        "id": series.id,
        "kind": series.kind.value,
        "title": series.title,
        "theme": theme_number(dossier, series.theme_id),
        "theme_id": series.theme_id,
        "agreement": agreement.number if agreement else "",
        "agreement_id": series.agreement_id,
        "row_label": series.row_label,
        "unit": series.unit,
        "reference_date": simple(series.reference_date),
        "with_totals": series.with_totals,
        "columns": [
            {
                "key": column.key,
                "label": column.label,
                **reference(dossier, "party", column.party_id),
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
