"""Single values as JSON. No floats: they would change what was agreed."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from prestatie_desktop.domain.breakdown import Breakdown
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.richtext_links import as_read
from prestatie_desktop.domain.richtext_plain import plain_text
from prestatie_desktop.domain.theme import Theme

Json = dict[str, Any]


def number(value: Decimal | None) -> int | str | None:
    """A whole number as a number, any other as a decimal string: 147, "0.5"."""
    if value is None:
        return None
    if value == value.to_integral_value():
        return int(value)
    return format(value, "f").rstrip("0")


def quantity(value: Quantity) -> Json:
    """What was written and what it was read as."""
    return {
        "raw": value.raw,
        "value": number(value.value),
        "lower": number(value.lower),
        "upper": number(value.upper),
        "part_of": number(value.part_of),
        "unit": value.unit,
        "approximate": value.approximate,
        "unknown": value.unknown.value if value.unknown else None,
        "period_years": value.period_years,
        "confirmed": value.confirmed,
    }


def breakdown(value: Breakdown) -> Json:
    """What was written and the classes it was read as."""
    return {
        "raw": value.raw,
        "parts": [
            {
                "classes": list(part.keys),
                "count": number(part.count),
                "approximate": part.approximate,
            }
            for part in value.parts
        ],
        "unknown": value.unknown.value if value.unknown else None,
    }


def rich(dossier: Dossier, html: str) -> Json:
    """A rich text twice: plain, with references by the number of today, and as it is stored."""
    return {"text": plain_text(as_read(dossier, html)), "html": html}


def theme_number(dossier: Dossier, theme_id: Id) -> str:
    """The number of a theme; "" for none."""
    theme = dossier.find(Theme, theme_id)
    return theme.number if theme else ""


def reference(dossier: Dossier, name: str, party_id: Id) -> Json:
    """A party or group twice: its name, and its id."""
    return {name: named(dossier, party_id) if party_id else "", f"{name}_id": party_id}


def simple(value: Enum | datetime | date | None) -> Any:
    """A choice by its key, a day or moment as ISO 8601."""
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if value else None
