"""What stands in the cells of the workbook: a dossier as a person reads it in a spreadsheet."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.richtext import plain_text
from prestatie_desktop.domain.richtext_links import as_read
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.workbook.forms import Column, Form, Growth, Sheet
from prestatie_desktop.words.workbook.naming import UNITS, figure_names, legal_names, names
from prestatie_desktop.words.workbook.sheets import BETWEEN
from prestatie_desktop.words.workbook.texts import folded, visible

#: What a cell shows. A day that spreadsheets know is a day; everything else is text.
Shown = str | date

#: Spreadsheets count days from 1900, and the first months of that year wrongly.
FIRST_DAY = date(1901, 1, 1)


@dataclass(frozen=True)
class View:
    """A dossier at one moment, with the names of its things."""

    dossier: Dossier
    _figures: dict[Id, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def names(self) -> dict[Id, str]:
        """What things are called where another points at them."""
        return names(self.dossier)

    def figures(self, series_id: Id) -> dict[str, str]:
        """The columns of a table of figures: what stands above them → key."""
        if series_id not in self._figures:
            series = self.dossier.find(Series, series_id)
            self._figures[series_id] = figure_names(series, self.names) if series else {}
        return self._figures[series_id]

    def figure_keys(self, series_id: Id) -> dict[str, str]:
        """The same, by the `figure:` key of the sheet's column."""
        return {figure_key(title): key for title, key in self.figures(series_id).items()}


def columns(view: View, sheet: Sheet) -> tuple[Column, ...]:
    """The columns of a sheet, those that depend on the dossier among them."""
    grown = _GROWN[sheet.growth](view)
    found: list[Column] = []
    for column in sheet.columns:
        found.append(column)
        if column.key == sheet.grows_after:
            found += grown
    return tuple(found)


def _years(view: View) -> list[Column]:
    told = {phase.year for row in view.dossier.all(Commitment) for phase in row.phasing}
    return [year_column(year) for year in sorted(told.union(view.dossier.set.years))]


def year_column(year: int) -> Column:
    """The homes or amounts in one year."""
    return Column(f"year:{year}", str(year), Form.QUANTITY, 10)


def _figure_columns(view: View) -> list[Column]:
    titles = {
        folded(title): title
        for series in view.dossier.all(Series)
        for title in view.figures(series.id)
    }
    return [figure_column(title) for title in titles.values()]


def figure_column(title: str) -> Column:
    """The figures under one heading, of every table that has it."""
    return Column(figure_key(title), title, Form.QUANTITY, max(10, min(len(title) + 2, 18)))


def figure_key(title: str) -> str:
    """The key of the column under this heading."""
    return f"figure:{folded(title)}"


_GROWN = {
    Growth.NONE: lambda _: [],
    Growth.YEARS: _years,
    Growth.FIGURES: _figure_columns,
}


def shown(view: View, column: Column, entity: Entity) -> Shown:
    """What stands in the cell of a thing."""
    value = value_of(view, column, entity)
    if isinstance(value, date) and value >= FIRST_DAY:
        return value
    return visible(_text(view, column, entity, value))


def value_of(view: View, column: Column, entity: Entity) -> Any:
    """The value that a cell stands for; None where there is no such thing."""
    kind, _, which = column.key.partition(":")
    if kind == "year":
        return entity.in_year(int(which)) if isinstance(entity, Commitment) else None
    if kind == "figure":
        return _figure(view, column.key, entity)
    if kind == "roles":
        return tuple(
            role.party_id for role in ordered_roles(view.dossier, entity.id) if role.kind == which
        )
    if kind == "amount_unit":
        assert isinstance(entity, Commitment)
        return None if entity.amount.is_empty else entity.amount.unit or None
    return getattr(entity, kind)


def _figure(view: View, which: str, entity: Entity) -> Quantity | None:
    assert isinstance(entity, SeriesRow)
    key = view.figure_keys(entity.series_id).get(which)
    return None if key is None else entity.cell(key)


def _text(  # noqa: C901, PLR0911 - one line per form
    view: View, column: Column, entity: Entity, value: Any
) -> str:
    match column.form:
        case _ if value is None:
            return ""
        case Form.QUANTITY | Form.SPLIT:
            return str(value.raw)
        case Form.RICH:
            return plain_text(as_read(view.dossier, value))
        case Form.CHOICE:
            return choice_name(value)
        case Form.FLAG:
            return "ja" if value else "nee"
        case Form.DAY:
            return day_text(value)
        case Form.LIST:
            return BETWEEN.join(value)
        case Form.ONE:
            return _name(view, value)
        case Form.SEVERAL | Form.ROLES:
            return _names(view, value)
        case Form.UNIT:
            return UNITS.get(value) or str(value)
        case Form.LEGAL:
            return legal_names(type(entity)).get(value) or str(value)
        case Form.FIGURES:
            return BETWEEN.join(view.figures(entity.id))
    return str(value)


def choice_name(choice: StrEnum) -> str:
    """Akkoord, Trekker."""
    return label(choice)


def day_text(day: date) -> str:
    """28-2-2024."""
    return f"{day.day}-{day.month}-{day.year}"


def _name(view: View, one: Id) -> str:
    return view.names.get(one, "?") if one else ""


def _names(view: View, several: Iterable[Id]) -> str:
    return BETWEEN.join(_name(view, one) for one in several)
