"""Totals in a table: the number, and small under it what it rests on and could not count."""

from collections.abc import Iterable

from prestatie_desktop.documents.blocks import Cell
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.totals import Total, total
from prestatie_desktop.words.quantities import describe_total, format_in

NOTHING = "–"


def total_cell(quantities: Iterable[Quantity]) -> Cell:
    """The total of a narrow column; rows where nothing was written say nothing here."""
    found = total(one for one in quantities if not one.is_empty)
    return Cell(content=_number(found), note=", ".join(_remarks(found)))


def whole_total(quantities: Iterable[Quantity]) -> tuple[str, str]:
    """The total of all rows and, when there is something to say about it, the whole sentence."""
    rows = tuple(quantities)
    if not rows:
        return NOTHING, ""
    found = total(rows)
    number, sentence = _number(found), describe_total(found)
    return number, "" if sentence == number else _capital(sentence)


def _number(found: Total) -> str:
    if found.value is None or not found.counted:
        return NOTHING
    return format_in(found.value, found.unit)


def _remarks(found: Total) -> Iterable[str]:
    for part, what in (
        (found.lower_bound_part, "ondergrens"),
        (found.approximate_part, "ongeveer"),
        (found.several_years_part, "over meer jaren"),
    ):
        if part:
            yield f"{format_in(part, found.unit)} {what}"
    for count, what in (
        (found.unknown_count, "onbekend"),
        (found.upper_bound_only_count, "bovengrens"),
        (found.other_unit_count, "andere eenheid"),
    ):
        if count:
            yield f"{count} {what}"


def _capital(sentence: str) -> str:
    return f"{sentence[:1].upper()}{sentence[1:]}."
