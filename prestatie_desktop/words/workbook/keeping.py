"""What a workbook keeps in hidden columns, so that the way back is exact.

Only what cannot be read from the cells themselves: ids, the order, the layout of texts, a reading
that somebody chose. Never the words or numbers of a cell a second time, unless a cell cannot hold
them as they are.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from prestatie_desktop.domain.breakdown import Breakdown, read_accessibility, read_price
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.quantity import Quantity, read
from prestatie_desktop.domain.richtext_links import as_read
from prestatie_desktop.domain.series import SeriesColumn, SeriesRow
from prestatie_desktop.journal.codec import decode, encode
from prestatie_desktop.words.workbook.forms import Column, Form, Sheet
from prestatie_desktop.words.workbook.naming import UNITS
from prestatie_desktop.words.workbook.rich_marks import marks_of, with_marks
from prestatie_desktop.words.workbook.sheets import BETWEEN, LEFT_BEHIND
from prestatie_desktop.words.workbook.showing import Shown, View, value_of
from prestatie_desktop.words.workbook.texts import digest

Json = Any

#: Fields that stand in columns of their own keys.
_IN_COLUMNS = frozenset({"id", "phasing", "cells"})
_TEXTS = {Form.LINE, Form.LINES, Form.NUMBER}

_MAX_DIGITS = 30

#: Nothing is kept beside cells of these forms: they tell everything.
TELL_ALL = frozenset({Form.CHOICE, Form.FLAG, Form.DAY, Form.YEAR, Form.UNIT, Form.ROLES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Exact:
    """What a row keeps beside its cells."""

    #: By the key of a column: the digest of what stood in the cell; empty cells are left out.
    seen: dict[str, str]
    #: By the key of a column: what its cell does not tell.
    kept: dict[str, Json]
    #: Fields that have no column: the place in the order, the key of a table.
    rest: dict[str, Json]


def exact(
    view: View, sheet: Sheet, columns: Sequence[Column], entity: Entity, cells: Sequence[Shown]
) -> Exact:
    """What a row keeps of a thing that shows these cells."""
    both = list(zip(columns, cells, strict=True))
    kept = {column.key: _kept(view, column, entity, cell) for column, cell in both}
    return Exact(
        seen={column.key: seen(cell) for column, cell in both if cell != ""},
        kept={key: value for key, value in kept.items() if value is not None},
        rest=_rest(sheet, entity),
    )


def seen(cell: Shown) -> str:
    """The digest of what stands in a cell."""
    return digest(cell.isoformat() if isinstance(cell, date) else cell)


def to_text(one: Exact) -> str:
    """Text of plain letters that goes through every spreadsheet unharmed."""
    value = {"seen": one.seen, "kept": one.kept, "rest": one.rest}
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    # Spreadsheets, and the library that reads them, take these for an escape.
    return text.replace("_x", r"\u005fx").replace("5F_", r"5F\u005f")


def from_text(text: str) -> Exact:
    """What `to_text` wrote. Raises ValueError when it is something else."""
    try:
        value = json.loads(text)
        found = Exact(**{f.name: value[f.name] for f in fields(Exact)})
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("this is not what a row keeps") from error
    if not all(isinstance(part, dict) for part in (found.seen, found.kept, found.rest)):
        raise ValueError("this is not what a row keeps")
    return found


def _rest(sheet: Sheet, entity: Entity) -> dict[str, Json]:
    shown = {column.key for column in sheet.columns} | _IN_COLUMNS
    shown |= set(LEFT_BEHIND.get(sheet.sort, ()))
    rest = {f.name: encode(getattr(entity, f.name)) for f in fields(entity) if f.name not in shown}
    if isinstance(entity, SeriesRow):
        rest["cells"] = [cell.column for cell in entity.cells]
    return rest


def _kept(  # noqa: PLR0911 - one line per form
    view: View, column: Column, entity: Entity, cell: Shown
) -> Json | None:
    value = value_of(view, column, entity)
    match column.form:
        case form if value is None or isinstance(cell, date) or form in TELL_ALL:
            return None
        case Form.QUANTITY:
            return _kept_quantity(value, cell)
        case Form.SPLIT:
            return _kept_split(view.dossier, column, value, cell)
        case Form.RICH:
            return marks_of(value, as_read(view.dossier, value))
        case Form.LIST:
            return None if value == _listed(cell) else list(value)
        case Form.ONE | Form.LEGAL | Form.FIGURES | Form.SEVERAL:
            return encode(value) or None
        case form if form in _TEXTS and value != cell:
            return value
    return None


def _kept_quantity(quantity: Quantity, cell: str) -> Json | None:
    if quantity == read(cell):
        return None
    if quantity == read(cell, quantity.unit):
        return {"unit": quantity.unit}
    return _without_raw(quantity, cell)


def _kept_split(dossier: Dossier, column: Column, split: Breakdown, cell: str) -> Json | None:
    return None if split == read_split(dossier, column, cell) else _without_raw(split, cell)


def _without_raw(value: Quantity | Breakdown, cell: str) -> Json:
    kept = encode(value)
    if value.raw == cell:
        del kept["raw"]
    return kept


def read_split(dossier: Dossier, column: Column, raw: str) -> Breakdown:
    """Homes per accessibility class or price segment, read by the dossier's own lists."""
    if column.key == "price":
        return read_price(raw, _classes(dossier, ChoiceList.PRICE))
    return read_accessibility(raw, _classes(dossier, ChoiceList.ACCESSIBILITY))


def _classes(dossier: Dossier, which: ChoiceList) -> tuple[Choice, ...]:
    return tuple(choice for choice in dossier.all(Choice) if choice.list is which)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(BETWEEN)) if cell else ()


def restored(  # noqa: PLR0911 - one line per form
    dossier: Dossier, column: Column, cell: str, kept: Json | None
) -> Any:
    """The value of a cell that is as it was written, of a form that does not tell all.

    Raises ValueError, TypeError or KeyError when what was kept is not of this cell.
    """
    match column.form:
        case Form.QUANTITY:
            return _restored_quantity(cell, kept)
        case Form.SPLIT:
            return _restored_split(dossier, column, cell, kept)
        case Form.RICH:
            return with_marks(cell, kept)
        case Form.LIST:
            return _listed(cell) if kept is None else decode(tuple[str, ...], kept)
        case Form.SEVERAL:
            return () if kept is None else decode(tuple[str, ...], kept)
        case Form.FIGURES:
            return () if kept is None else decode(tuple[SeriesColumn, ...], kept)
        case Form.ONE | Form.LEGAL:
            return "" if kept is None else decode(str, kept)
    return cell if kept is None else decode(str, kept)


def _restored_quantity(cell: str, kept: Json | None) -> Quantity:
    if kept is None:
        return read(cell)
    if kept.get("unit", "homes") not in UNITS:
        raise ValueError(f"{kept['unit']!r} is no unit")
    if set(kept) == {"unit"}:
        return read(cell, kept["unit"])
    found: Quantity = decode(Quantity, {"raw": cell, **kept})
    _refuse_absurd(found.value, found.lower, found.upper, found.part_of)
    return found


def _restored_split(dossier: Dossier, column: Column, cell: str, kept: Json | None) -> Breakdown:
    if kept is None:
        return read_split(dossier, column, cell)
    found: Breakdown = decode(Breakdown, {"raw": cell, **kept})
    _refuse_absurd(*(part.count for part in found.parts))
    return found


def _refuse_absurd(*numbers: Decimal | None) -> None:
    """Nobody wrote a number that fills the memory once it is shown."""
    if any(number is not None and abs(number.adjusted()) > _MAX_DIGITS for number in numbers):
        raise ValueError("this number is too large to be meant")


def left_behind(entity: Entity) -> dict[str, str]:
    """The fields that a workbook does not hold, as they are without it: no logo."""
    return dict.fromkeys(LEFT_BEHIND.get(type(entity), ()), "")
