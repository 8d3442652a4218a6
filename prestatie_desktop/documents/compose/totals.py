"""Totals in a table: the number, and small under it what it rests on and could not count."""

from collections.abc import Iterable

from prestatie_desktop.documents.blocks import Cell
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.totals import Total, total
from prestatie_desktop.words.quantities import describe_total, format_in

NOTHING = "–"


def total_cell(found: Total) -> Cell:
    """The total of a narrow column."""
    return Cell(content=_number(found), note=", ".join(_remarks(found)))


def column_total(quantities: Iterable[Quantity]) -> Cell:
    """The same for a column of figures; where nothing was written there is no gap."""
    return total_cell(total(one for one in quantities if not one.is_empty))


def whole_total(found: Total, doubles: int = 0) -> tuple[str, str]:
    """The total of all rows and, when there is something to say about it, the whole sentence.

    `doubles` are rows that say the same as another, and were counted once.
    """
    if found == Total(unit=found.unit):
        return NOTHING, ""  # no rows at all
    number, sentence = _number(found), describe_total(found)
    said = "" if sentence == number else _capital(sentence)
    if doubles:
        once = "1 dubbele rij is" if doubles == 1 else f"{doubles} dubbele rijen zijn"
        said = f"{said} {once} één keer geteld.".strip()
    return number, said


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
