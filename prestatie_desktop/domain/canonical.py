"""What is signed, as plain values: the canonical form that control codes are computed over.

A published form never changes, so that a code on an old sheet can always be computed again. Every
field is named here: a field that a later version adds is in no old form by itself. What a change
should make signatures lapse for gets a new form under the next number.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.agreement_set import AgreementSet, TextPart
from prestatie_desktop.domain.breakdown import Breakdown, Part
from prestatie_desktop.domain.commitment import CommitmentKind, YearQuantity
from prestatie_desktop.domain.items import Item
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.series import Series, SeriesColumn, SeriesRow
from prestatie_desktop.domain.theme import Theme

#: Values that JSON can spell in one way only.
Plain = Any
#: A table of figures with its rows.
Figures = tuple[Series, tuple[SeriesRow, ...]]

_AGREEMENT = ("number", "heading", "text", "obligation", "planning", "indicator")
_COMMITMENT = (
    "corporation_id", "municipality_id", "agreement_id", "location", "neighbourhood", "postcode",
    "homes", "homes_after", "amount", "dwelling_type", "accessibility", "price", "daeb",
    "phasing", "note",
)  # fmt: skip
_KIND = ("key", "label", "number")
_SERIES = ("id", "title", "kind", "row_label", "unit", "reference_date", "with_totals")
_QUANTITY = (
    "raw", "value", "lower", "upper", "part_of", "unit", "approximate", "unknown", "period_years",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One version of the canonical form: what of an item, its theme and the whole is signed."""

    item: Callable[[Item, CommitmentKind | None, Sequence[Role], Sequence[Figures]], Plain]
    theme: Callable[[Theme, Sequence[Figures]], Plain]
    common: Callable[[AgreementSet, Sequence[TextPart]], Plain]


def _item_1(
    item: Item, kind: CommitmentKind | None, roles: Sequence[Role], figures: Sequence[Figures]
) -> Plain:
    if isinstance(item, Agreement):
        own = {**_named(item, _AGREEMENT), "municipalities": sorted(item.municipalities)}
    else:
        own = {**_named(item, _COMMITMENT), "kind": _named(kind, _KIND) if kind else None}
    return {
        **own,
        "roles": sorted([role.party_id, role.kind.value] for role in roles),
        "figures": _figures_1(figures),
    }


def _theme_1(theme: Theme, figures: Sequence[Figures]) -> Plain:
    return {
        **_named(theme, ("number", "title", "introduction")),
        "figures": _figures_1(figures),
    }


def _common_1(dossier_set: AgreementSet, parts: Sequence[TextPart]) -> Plain:
    return {
        **_named(dossier_set, ("title", "first_year", "last_year")),
        "parts": sorted([part.id, part.kind.value, part.title, part.text] for part in parts),
    }


def _figures_1(figures: Sequence[Figures]) -> Plain:
    tables = [
        {
            **_named(series, _SERIES),
            "columns": _by_first(_plain(column) for column in series.columns),
            "rows": _by_first([row.id, row.label, _cells_1(row)] for row in rows),
        }
        for series, rows in figures
    ]
    return sorted(tables, key=lambda table: str(table["id"]))


def _cells_1(row: SeriesRow) -> Plain:
    return _by_first([c.column, _plain(c.quantity)] for c in row.cells if not c.quantity.is_empty)


def _by_first(rows: Any) -> list[Plain]:
    return sorted(rows, key=lambda row: str(row[0]))


def _named(value: object, names: Sequence[str]) -> dict[str, Plain]:
    return {name: _plain(getattr(value, name)) for name in names}


def _plain(value: object) -> Plain:  # noqa: PLR0911 - one line per kind of value
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | str():
            return value
        case Decimal() | date():
            return str(value)
        case tuple():
            return [_plain(part) for part in value]
        case Quantity():
            return None if value.is_empty else _named(value, _QUANTITY)
        case Breakdown():
            return _named(value, ("raw", "parts", "unknown")) if value.raw.strip() else None
        case Part():
            return _named(value, ("keys", "count", "approximate"))
        case YearQuantity():
            return [value.year, _plain(value.quantity)]
        case SeriesColumn():
            return [value.key, value.label, value.party_id]
    raise TypeError(f"{type(value).__name__} is in no canonical form")


#: Every form there ever was, by its number.
FORMS: dict[int, Form] = {1: Form(_item_1, _theme_1, _common_1)}

#: The form that sheets are issued under today.
FORM = max(FORMS)
