"""A row of a workbook as a thing of the dossier: changed, or new."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, replace
from typing import Any

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment, YearQuantity
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import new_id
from prestatie_desktop.domain.numbering import next_number
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.series import Cell as Figure
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.sorts import name_of
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.importing.own_workbook_taking import Taking, damaged, values
from prestatie_desktop.importing.own_workbook_values import typed_value
from prestatie_desktop.journal.codec import decode_field
from prestatie_desktop.words.translation import tr
from prestatie_desktop.words.workbook.forms import Column
from prestatie_desktop.words.workbook.naming import figure_names
from prestatie_desktop.words.workbook.showing import figure_key

#: Of a new row until it has its place among the others.
NO_RANK = ""

_RANK = re.compile(r"[0-9a-z]{0,200}[1-9a-z]")


def thing_of(taking: Taking) -> Entity:
    """The thing of a row as it becomes.

    Raises UserError for a cell that cannot be, OwnerGoneError for a row that goes along with
    something that was taken out.
    """
    taken = values(taking)
    plain = {key: value for key, value in taken.items() if ":" not in key and key != "amount_unit"}
    existing = taking.match.existing
    thing = _new(taking, plain) if existing is None else replace(existing, **plain)
    if isinstance(thing, Commitment):
        return _with_years(_with_amount(taking, thing, taken), taken)
    return _with_figures(taking, thing, taken) if isinstance(thing, SeriesRow) else thing


def _new(taking: Taking, plain: Mapping[str, Any]) -> Entity:
    """A new thing: from what the row keeps, what its cells say, and what a new thing begins with."""
    sort = taking.match.sheet.sort
    given = {**_beginnings(taking, plain), **_rest(taking), **plain}
    own = {f.name: f for f in fields(sort)}
    made = {name: value for name, value in given.items() if name in own}
    if issubclass(sort, Agreement) and not made["number"]:
        theme = taking.draft.get(Theme, made["theme_id"])
        made["number"] = next_number(taking.draft, theme)
    if issubclass(sort, Party) and not taking.match.cells.get("signs"):
        made["signs"] = made["kind"] is not PartyKind.ACTOR
    return sort(**{**made, "id": taking.match.id})


def _beginnings(taking: Taking, plain: Mapping[str, Any]) -> dict[str, Any]:
    needed = (f for f in fields(taking.match.sheet.sort) if _is_needed(f) and f.name not in plain)
    return {f.name: _BEGINNINGS[f.name]() for f in needed if f.name in _BEGINNINGS}


def _is_needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


_BEGINNINGS = {"rank": lambda: NO_RANK, "key": lambda: f"own_{new_id()}"}


def _rest(taking: Taking) -> dict[str, Any]:
    """The fields without a column, as the row keeps them. A copy gets its own."""
    match = taking.match
    if match.exact is None or match.is_copy:
        return {}
    sort = name_of(match.sheet.sort)
    try:
        kept = {
            name: decode_field(sort, name, value)
            for name, value in match.exact.rest.items()
            if name != "cells"
        }
    except (ValueError, TypeError, KeyError) as error:
        raise damaged(match) from error
    if taking.from_elsewhere or not _RANK.fullmatch(kept.get("rank", "1")):
        kept["rank"] = NO_RANK
    return kept


def _with_years(row: Commitment, taken: Mapping[str, Any]) -> Commitment:
    years = {int(key.removeprefix("year:")): value for key, value in taken.items() if _is_year(key)}
    if not years:
        return row
    phases = {phase.year: phase.quantity for phase in row.phasing} | years
    told = (YearQuantity(year, how_much) for year, how_much in sorted(phases.items()))
    return replace(row, phasing=tuple(phase for phase in told if not phase.quantity.is_empty))


def _is_year(key: str) -> bool:
    return key.startswith("year:")


def _with_amount(taking: Taking, row: Commitment, taken: Mapping[str, Any]) -> Commitment:
    """An amount is read in the unit beside it; without one in the unit it had."""
    match = taking.match
    keys = [key for key in ("amount", "amount_unit") if key in taken]
    as_it_was = match.exact is not None and all(map(match.is_as_it_was, ("amount", "amount_unit")))
    if not keys or as_it_was:
        return row
    unit_column, column = (match.sheet.column(key) for key in ("amount_unit", "amount"))
    unit = typed_value(taking.cell(unit_column))
    if "amount_unit" not in match.cells and isinstance(match.existing, Commitment):
        before = match.existing.amount
        unit = "" if before.is_empty else before.unit
    return replace(row, amount=typed_value(taking.cell(column, unit)))


def _with_figures(taking: Taking, row: SeriesRow, taken: Mapping[str, Any]) -> SeriesRow:
    series = taking.draft.get(Series, row.series_id)
    titles = figure_names(series, {party.id: party.name for party in taking.draft.parties})
    keys = {figure_key(title): key for title, key in titles.items()}
    told: dict[str, Quantity] = {}
    for column in taking.columns():
        if column.key in keys and column.key in taken:
            told[keys[column.key]] = taken[column.key]
        elif column.key in taken and _is_figure(column, taken[column.key]):
            what = tr(
                "de tabel “{table}” heeft geen kolom “{title}”; voeg die toe op blad “Cijfertabellen”"
            )
            raise taking.cell(column).wrong(what.format(table=series.title, title=column.title))
    return replace(row, cells=_figures(taking, row, told, set(keys.values())))


def _is_figure(column: Column, value: Any) -> bool:
    """Whether it is a number in a column of figures; a column of notes is nobody's mistake."""
    return column.key.startswith("figure:") and bool(value.is_known)


def _figures(
    taking: Taking, row: SeriesRow, told: Mapping[str, Quantity], known: set[str]
) -> tuple[Figure, ...]:
    """The figures in the order they had, and after them the new ones."""
    old = {cell.column: cell.quantity for cell in row.cells}
    exact = taking.match.exact
    kept = exact.rest.get("cells", []) if exact and taking.match.existing is None else []
    order = [*old, *(str(key) for key in kept)]
    order += [key for key, figure in told.items() if not figure.is_empty]
    return tuple(
        Figure(key, told[key] if key in told else old[key])
        for key in dict.fromkeys(order)
        if key in known and (key in told or key in old)
    )
