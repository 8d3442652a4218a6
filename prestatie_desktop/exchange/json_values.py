"""Numbers, readings and breakdowns as JSON. No floats: they would change what was agreed."""

from decimal import Decimal
from typing import Any

from prestatie_desktop.domain.breakdown import Breakdown
from prestatie_desktop.domain.quantity import Quantity

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
