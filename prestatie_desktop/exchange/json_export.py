"""A dossier as JSON for other programs; docs/json-format.md describes every field."""

import json
from pathlib import Path

from prestatie_desktop.domain.agreement_set import SetStatus, TextPart
from prestatie_desktop.domain.bod import BodSubmission, BodText
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.party import PartyGroup
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.signing import SignatureSheet
from prestatie_desktop.domain.signing_state import all_signing, status_now
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.exchange.json_items import items, series_table
from prestatie_desktop.exchange.json_signing import signing
from prestatie_desktop.exchange.json_values import Json, reference, rich, simple, theme_number

FORMAT = "prestatie-dossier"
#: Goes up when a field changes its meaning or goes away; a new field may come at any time.
VERSION = 1


def export(dossier: Dossier) -> Json:
    """Everything in a dossier, without its history. The same dossier gives the same value."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "set": _set(dossier),
        "text_parts": [_text_part(dossier, part) for part in dossier.all(TextPart)],
        "parties": _parties(dossier),
        "groups": [_group(dossier, group) for group in dossier.all(PartyGroup)],
        "themes": [_theme(dossier, theme) for theme in dossier.themes],
        "choices": _choices(dossier),
        "kinds": [_kind(dossier, kind) for kind in dossier.all(CommitmentKind)],
        **items(dossier),
        "series": [series_table(dossier, series) for series in dossier.all(Series)],
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
        "status": status_of(dossier).value,
        "dated": simple(now.dated),
        "framework_id": now.framework_id,
        "framework_title": now.framework_title,
        "framework_period": now.framework_period,
        "base_document": now.base_document,
        "base_document_date": simple(now.base_document_date),
    }


def status_of(dossier: Dossier) -> SetStatus:
    """How far the parties are: what was adopted or signed is a concept again once it is changed."""
    if not dossier.count(SignatureSheet):
        return dossier.set.status
    return status_now(dossier, all_signing(dossier, Fingerprints(dossier)))


def _text_part(dossier: Dossier, part: TextPart) -> Json:
    return {"id": part.id, "kind": part.kind.value, "title": part.title, **rich(dossier, part.text)}


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
            **reference(dossier, "successor", party.successor_id),
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


def _theme(dossier: Dossier, theme: Theme) -> Json:
    text = rich(dossier, theme.introduction)
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
        "theme": theme_number(dossier, kind.theme_id),
        "theme_id": kind.theme_id,
        "legal": kind.legal,
    }


def _bods(dossier: Dossier) -> list[Json]:
    """Per corporation that has any: its texts, and the days it handed its bod in."""
    return [
        {
            **reference(dossier, "corporation", party.id),
            "texts": [{"heading": text.heading, **rich(dossier, text.text)} for text in texts],
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
        "submitted_on": simple(one.submitted_on),
        "registered_at": simple(one.registered_at),
        "registered_by": one.registered_by,
        "consulted_on": simple(one.consulted_on),
        "consultation": one.consultation,
        "board_approved_on": simple(one.board_approved_on),
        "note": one.note,
    }
