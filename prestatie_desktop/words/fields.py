"""What the fields of things are called, and how their values read, in a history."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from prestatie_desktop.domain.breakdown import Breakdown
from prestatie_desktop.domain.commitment import YearQuantity
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.richtext import plain
from prestatie_desktop.domain.series import Cell, SeriesColumn
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.journal.change import is_text
from prestatie_desktop.words.dates import long_date, long_moment
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_SORTS = {
    "agreement_set": "Dossier",
    "text_part": "Tekstdeel",
    "party": "Partij",
    "party_group": "Groep",
    "theme": "Thema",
    "agreement": "Afspraak",
    "role": "Rol",
    "choice": "Klasse",
    "commitment_kind": "Tabel",
    "commitment": "Inzet",
    "series": "Cijfertabel",
    "series_row": "Rij met cijfers",
    "bod_text": "Tekst van het bod",
    "bod_submission": "Ingediend bod",
    "signing_rule": "Wie tekent",
    "signatory": "Ondertekenaar",
    "edition": "Vastgestelde versie",
    "signature_sheet": "Ondertekenblad",
    "signature": "Ondertekening",
}

_FIELDS = {
    "accessibility": "Toegankelijkheid",
    "adopted_on": "Vastgesteld op",
    "agreement_id": "Afspraak",
    "aliases": "Andere namen",
    "amount": "Hoeveelheid",
    "base_document": "Gebaseerd op",
    "base_document_date": "Datum van het basisdocument",
    "basis": "Grondslag",
    "board_approved_on": "Besluit raad van commissarissen",
    "cells": "Cijfers",
    "code": "Controlecode",
    "columns": "Kolommen",
    "consultation": "Overleg met huurders",
    "consulted_on": "Overleg met huurders op",
    "corporation_id": "Corporatie",
    "daeb": "DAEB",
    "dated": "Datum",
    "document": "Document",
    "document_date": "Datum van het document",
    "dwelling_type": "Woningtype",
    "edition_id": "Versie",
    "first_year": "Eerste jaar",
    "form": "Vorm",
    "framework_id": "Kader",
    "framework_period": "Periode van het kader",
    "framework_title": "Kader",
    "function": "Functie",
    "heading": "Kopje",
    "homes": "Woningen",
    "homes_after": "Woningen erna",
    "indicator": "Indicator",
    "introduction": "Inleiding",
    "issued_at": "Uitgegeven op",
    "issued_by": "Uitgegeven door",
    "item_id": "Afspraak of project",
    "key": "Sleutel",
    "kind": "Soort",
    "kind_id": "Tabel",
    "label": "Naam",
    "last_year": "Laatste jaar",
    "legal": "Wettelijk kopje",
    "legal_name": "Statutaire naam",
    "list": "Lijst",
    "location": "Locatie",
    "logo_id": "Logo",
    "made_at": "Gemaakt op",
    "made_by": "Gemaakt door",
    "medium": "Wijze",
    "members": "Leden",
    "mode": "Tekent",
    "municipalities": "Gemeenten",
    "municipality_id": "Gemeente",
    "name": "Naam",
    "neighbourhood": "Buurt",
    "note": "Toelichting",
    "number": "Nummer",
    "obligation": "Verplichting",
    "offered": "Aangeboden",
    "on_behalf_of": "Namens",
    "open_question": "Open vraag",
    "origin": "Herkomst",
    "party_id": "Partij",
    "phasing": "Fasering",
    "place": "Plaats",
    "planning": "Planning",
    "postcode": "Postcode",
    "price": "Prijsklasse",
    "question_owner_id": "Wie antwoordt",
    "rank": "Plaats in de volgorde",
    "reference_date": "Peildatum",
    "registered_at": "Geregistreerd op",
    "registered_by": "Geregistreerd door",
    "remark": "Opmerking",
    "represents": "Spreekt namens huurders van",
    "reservation": "Voorbehoud",
    "row_label": "Opschrift van de rijen",
    "scope": "Reikwijdte",
    "seat": "Vestigingsplaats",
    "series_id": "Cijfertabel",
    "sheet_id": "Ondertekenblad",
    "short_title": "Korte naam",
    "signatory": "Ondertekenaar",
    "signed_on": "Getekend op",
    "signs": "Tekent",
    "snapshot_id": "Vastgelegde inhoud",
    "status": "Status",
    "submitted_on": "Ingediend op",
    "successor_id": "Rechtsopvolger",
    "target_id": "Geldt voor",
    "text": "Tekst",
    "theme_id": "Thema",
    "title": "Titel",
    "unit": "Eenheid",
    "with_totals": "Met totalen",
}


def sort_name(sort: str) -> str:
    """What a sort of thing is called: "Afspraak" for `agreement`."""
    return tr(_SORTS[sort])


def field_name(field: str) -> str:
    """What a field is called: "Planning" for `planning`."""
    return tr(_FIELDS[field])


def field_value(dossier: Dossier, where: Ref, field: str, value: Any) -> str:
    """A value as a person reads it: names for ids, words for choices; "" for nothing."""
    if isinstance(value, str) and not isinstance(value, StrEnum) and is_text(where.sort, field):
        return plain(value)
    if isinstance(value, str) and field.endswith("_id"):
        return _thing(dossier, value)
    if isinstance(value, tuple) and field in {"members", "represents", "municipalities"}:
        return ", ".join(_thing(dossier, one) for one in value)
    return _words(dossier, value)


def _words(dossier: Dossier, value: Any) -> str:  # noqa: C901, PLR0911 - one line per kind of value
    match value:
        case None:
            return ""
        case bool():
            return tr("ja") if value else tr("nee")
        case StrEnum():
            return label(value)
        case datetime():
            return long_moment(value)
        case date():
            return long_date(value)
        case Quantity(raw=raw) | Breakdown(raw=raw):
            return raw
        case YearQuantity(year=year, quantity=quantity):
            return f"{year}: {quantity.raw}"
        case Cell(quantity=quantity):
            return quantity.raw
        case SeriesColumn():
            return value.label or _thing(dossier, value.party_id)
        case tuple():
            return ", ".join(_words(dossier, one) for one in value)
    return str(value)


def _thing(dossier: Dossier, entity_id: str) -> str:
    if not entity_id:
        return ""
    found = (dossier.find(cls, entity_id) for cls in SORTS.values())
    entity = next((one for one in found if one is not None), None)
    for name in ("name", "number", "label", "title", "location"):
        if text := getattr(entity, name, ""):
            return str(text)
    return "?"
