"""Quantities, breakdowns and totals as short as a cell of a table needs them."""

from collections.abc import Sequence

from prestatie_desktop.domain.breakdown import Breakdown, Part
from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.totals import Total
from prestatie_desktop.domain.unknown import Unknown
from prestatie_desktop.words.labels import in_sentence
from prestatie_desktop.words.quantities import (
    UNKNOWN_WORDS,
    describe_total,
    format_in,
    format_number,
)
from prestatie_desktop.words.translation import tr

#: More classes than this are named by their number.
_FEW = 2


def short_quantity(quantity: Quantity) -> str:
    """147, +65, ≥ 40, 10–14, ca. 14, 3 van 7, onbekend; as it was written when it was not read."""
    if quantity.is_empty:
        return ""
    if not quantity.is_known:
        if quantity.unknown is None or quantity.unknown is Unknown.NOT_READ:
            return " ".join(quantity.raw.split())
        return UNKNOWN_WORDS[quantity.unknown]
    about = tr("ca.") + " " if quantity.approximate else ""
    text = about + _extent(quantity)
    if quantity.part_of is not None:
        text = tr("{part} van {whole}").format(
            part=text, whole=format_in(quantity.part_of, quantity.unit)
        )
    return text


def short_total(total: Total) -> str:
    """446, or ≥ 446 when a part of it is only a lower bound; onbekend when nothing could be counted."""
    if total.value is None:
        return tr("onbekend")
    sign = "≥ " if total.lower_bound_part else tr("ca.") + " " if total.approximate_part else ""
    return sign + format_in(total.value, total.unit)


def reservation(total: Total) -> str:
    """What stands beside a total: "waarvan 65 een ondergrens is; 1 rij onbekend niet meegeteld"."""
    if total.value is None:
        return describe_total(total).partition("; ")[2]
    return describe_total(total).removeprefix(format_in(total.value, total.unit)).lstrip(",; ")


def short_accessibility(breakdown: Breakdown, classes: Sequence[Choice]) -> str:
    """88 × 0, 59 × 2 in a column that is headed BAT; as written when it was not read."""
    if not breakdown.parts:
        return _unread(breakdown)
    labels = {choice.key: choice.label.split()[0].removeprefix("BAT-") for choice in classes}
    order = list(labels)
    return ", ".join(_part(part, labels, order) for part in breakdown.parts)


def short_price(breakdown: Breakdown) -> str:
    """The price classes as they were written, or how many of them when they are many."""
    if not breakdown.parts:
        return _unread(breakdown)
    if len(breakdown.parts) > _FEW:
        return tr("gemengd, {count} klassen").format(count=len(breakdown.parts))
    return in_sentence(" ".join(breakdown.raw.split()))


def _extent(quantity: Quantity) -> str:
    unit, value, lower, upper = quantity.unit, quantity.value, quantity.lower, quantity.upper
    if value is not None:
        return format_in(value, unit)
    if lower is not None and upper is not None:
        return f"{format_in(lower, unit)}–{format_in(upper, unit)}"
    if lower is not None:
        plus = quantity.raw.strip().startswith("+")
        return ("+" if plus else "≥ ") + format_in(lower, unit)
    assert upper is not None
    return "≤ " + format_in(upper, unit)


def _part(part: Part, labels: dict[str, str], order: list[str]) -> str:
    names = [labels.get(key, key) for key in part.keys]
    places = [order.index(key) for key in part.keys if key in order]
    unbroken = len(places) > 1 and places == list(range(places[0], places[0] + len(places)))
    text = f"{names[0]}–{names[-1]}" if unbroken else "/".join(names) or "?"
    if part.count is None:
        return text
    about = tr("ca.") + " " if part.approximate else ""
    return f"{about}{format_number(part.count)} × {text}"


def _unread(breakdown: Breakdown) -> str:
    if breakdown.unknown and breakdown.unknown is not Unknown.NOT_READ:
        return UNKNOWN_WORDS[breakdown.unknown]
    return " ".join(breakdown.raw.split())
