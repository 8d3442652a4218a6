"""Numbers, quantities, breakdowns and totals in Dutch."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from prestatie_desktop.domain.breakdown import Breakdown, Part
from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.totals import Total
from prestatie_desktop.domain.unknown import Unknown

NO_BREAK_SPACE = "\u00a0"

UNKNOWN_WORDS = {
    Unknown.UNKNOWN: "onbekend",
    Unknown.MEMO: "pro memorie",
    Unknown.NOT_YET_KNOWN: "nog niet bekend",
    Unknown.TO_BE_DETERMINED: "nog te bepalen",
    Unknown.NOT_APPLICABLE: "niet van toepassing",
    Unknown.IF_APPLICABLE: "indien van toepassing",
    Unknown.NOT_READ: "niet gelezen",
}
_NOUNS = {
    "homes": ("woning", "woningen"),
    "units": ("vhe", "vhe"),
    "persons": ("persoon", "personen"),
}
_CENTS = Decimal("0.01")


def format_number(number: Decimal) -> str:
    """Dutch digits, without needless decimals: 6.371 and 0,5."""
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text).translate(str.maketrans(",.", ".,"))


def format_amount(euros: Decimal) -> str:
    """Whole euros as € 250, others with cents as € 879,66. The space does not break."""
    text = format_number(euros)
    if euros != euros.to_integral_value():
        cents = euros.quantize(_CENTS, rounding=ROUND_HALF_UP)
        text = f"{cents:,f}".translate(str.maketrans(",.", ".,"))
    return f"€{NO_BREAK_SPACE}{text}"


def format_percent(percent: Decimal) -> str:
    """0,5 %, with a space that does not break."""
    return f"{format_number(percent)}{NO_BREAK_SPACE}%"


def format_in(number: Decimal, unit: str) -> str:
    """A number as its unit writes it, without a noun."""
    if unit == "euro":
        return format_amount(number)
    return format_percent(number) if unit == "percent" else format_number(number)


def describe(quantity: Quantity) -> str:
    """What a quantity was read as: "ten minste 65 woningen", "3 van de 7", "pro memorie"."""
    if not quantity.is_known:
        return UNKNOWN_WORDS[quantity.unknown] if quantity.unknown else ""
    return _with_period(_extent(quantity), quantity.period_years)


def describe_breakdown(breakdown: Breakdown, classes: Sequence[Choice]) -> str:
    """The parts with the labels of their classes: "88 BAT-0, 59 BAT-2"."""
    unknown = UNKNOWN_WORDS[breakdown.unknown] if breakdown.unknown else ""
    return ", ".join(_part(part, classes, unknown) for part in breakdown.parts) or unknown


def describe_total(total: Total) -> str:
    """The sum and what it could not count: "446, waarvan 65 een ondergrens is"."""
    return "; ".join([_sum(total), *_left_out(total)])


def _extent(quantity: Quantity) -> str:
    about = "ongeveer " if quantity.approximate else ""
    if quantity.value is not None:
        return _value(quantity, quantity.value, about)
    if quantity.lower is None or quantity.upper is None:
        bound = quantity.upper if quantity.lower is None else quantity.lower
        assert bound is not None
        side = "ten hoogste" if quantity.lower is None else "ten minste"
        return f"{side} {about}{_of_whole(bound, quantity)}"
    low = format_in(quantity.lower, quantity.unit)
    return f"{about}{low} tot {_of_whole(quantity.upper, quantity)}"


def _value(quantity: Quantity, value: Decimal, about: str) -> str:
    if quantity.lower == value and about:
        about = "ruim "
    elif quantity.upper == value and about:
        about = "bijna "
    return about + _of_whole(value, quantity)


def _of_whole(number: Decimal, quantity: Quantity) -> str:
    if quantity.part_of is not None:
        whole = format_in(quantity.part_of, quantity.unit)
        return f"{format_in(number, quantity.unit)} van de {whole}"
    if quantity.unit not in _NOUNS:
        return format_in(number, quantity.unit)
    one, several = _NOUNS[quantity.unit]
    if number == 0:
        return f"geen {several}"
    return f"{format_number(number)} {one if number == 1 else several}"


def _with_period(text: str, years: int | None) -> str:
    if years is None:
        return text
    return f"{text} per jaar" if years == 1 else f"{text} in {years} jaar"


def _part(part: Part, classes: Sequence[Choice], unknown: str) -> str:
    about = "ongeveer " if part.approximate else ""
    count = "" if part.count is None else f"{format_number(part.count)} "
    return f"{about}{count}{_class_words(part.keys, classes) or unknown}"


def _class_words(keys: Sequence[str], classes: Sequence[Choice]) -> str:
    labels = {choice.key: choice.label for choice in classes}
    words = [labels.get(key, key) for key in keys]
    places = [place for place, key in enumerate(labels) if key in keys]
    if len(keys) > 2 and _is_unbroken(places, len(keys)):
        return f"{words[0]} t/m {words[-1]}"
    return " of ".join(words)


def _is_unbroken(places: Sequence[int], length: int) -> bool:
    return len(places) == length and places[-1] - places[0] == length - 1


def _sum(total: Total) -> str:
    if total.value is None:
        return "niet te bepalen"
    text = format_in(total.value, total.unit)
    for part, what in (
        (total.lower_bound_part, "een ondergrens is"),
        (total.approximate_part, "bij benadering"),
        (total.several_years_part, "over meer jaren"),
    ):
        if part:
            text += f", waarvan {format_in(part, total.unit)} {what}"
    return text


def _left_out(total: Total) -> list[str]:
    counts = (
        (total.unknown_count - total.not_read_count, "onbekend"),
        (total.not_read_count, "niet gelezen"),
        (total.upper_bound_only_count, "met alleen een bovengrens"),
        (total.other_unit_count, "in een andere eenheid"),
        (total.empty_count, "leeg"),
    )
    return [
        f"{count} {'rij' if count == 1 else 'rijen'} {what} niet meegeteld"
        for count, what in counts
        if count
    ]
