"""The values that a row of a workbook brings: of the cells that somebody changed, or of all."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from prestatie_desktop.domain.agreement import Role
from prestatie_desktop.domain.bod import BodText
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.richtext import LINK_ID
from prestatie_desktop.domain.series import Series, SeriesColumn, SeriesRow
from prestatie_desktop.domain.signing import Signatory, SigningRule
from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.own_workbook_file import HIDDEN, Table, wrong
from prestatie_desktop.importing.own_workbook_matching import Match
from prestatie_desktop.importing.own_workbook_names import Called
from prestatie_desktop.importing.own_workbook_values import Cell, typed_value
from prestatie_desktop.words.translation import tr
from prestatie_desktop.words.workbook.forms import Column, Form
from prestatie_desktop.words.workbook.keeping import TELL_ALL, restored
from prestatie_desktop.words.workbook.sheets import EXACT
from prestatie_desktop.words.workbook.showing import View, shown

_LINK = re.compile(rf'(?<=<a href="item:){LINK_ID.pattern}(?=">)')

#: Things that go along with what they belong to.
_BELONGING: tuple[type[Entity], ...] = (Role, SeriesRow, SigningRule, Signatory, BodText)


_SEVERAL = {Form.SEVERAL, Form.LIST, Form.FIGURES}

_OWNERS = {"item_id", "series_id", "target_id", "party_id"}


class OwnerGoneError(Exception):
    """The row belongs to something whose own row was taken out: it goes along."""


@dataclass(frozen=True, slots=True)
class Taking:
    """A row that is being taken: what it stands on, in which draft, and who is called what."""

    match: Match
    table: Table
    #: The dossier as it is.
    view: View
    draft: Dossier
    called: Called
    #: Whether the workbook is of another dossier.
    from_elsewhere: bool = False

    def columns(self) -> tuple[Column, ...]:
        """All columns of the sheet, those that were taken out as well, and the ones it grew."""
        own = self.match.sheet.columns
        keys = {column.key for column in own} | HIDDEN
        return (*own, *(column for column in self.table.columns if column.key not in keys))

    def cell(self, column: Column, unit: str = "homes") -> Cell:
        """A cell of the row; its number is in `unit` when it names none."""
        return Cell(self.match, column, self.draft, self.called, unit)

    def is_taken(self, column: Column) -> bool:
        """Whether a cell says something that the dossier does not say."""
        match, key = self.match, column.key
        if match.existing is None:
            return True
        if key not in match.cells:
            return False
        if match.exact and not match.by_name:
            return not match.is_as_it_was(key)
        if shown(self.view, column, match.existing) == match.cells[key]:
            return False
        # A workbook of another dossier adds to what is here; it does not empty anything.
        return match.cells[key] != "" or not self.from_elsewhere


def values(taking: Taking) -> dict[str, Any]:
    """By the key of a column: the value of every cell that is taken.

    Raises UserError for a cell that cannot be, OwnerGoneError for a row that goes along.
    """
    found: dict[str, Any] = {}
    for column in taking.columns():
        if column.form is not Form.ROLES and taking.is_taken(column):
            value = _value(taking, column, _unit(taking, column, found))
            found[column.key] = _together(taking, column, value)
    return found


def _together(taking: Taking, column: Column, value: Any) -> Any:
    """Several things from another dossier come beside those that are here."""
    match = taking.match
    if taking.from_elsewhere and match.existing is not None and column.form in _SEVERAL:
        return tuple(dict.fromkeys((*getattr(match.existing, column.key), *value)))
    return value


def _unit(taking: Taking, column: Column, found: Mapping[str, Any]) -> str:
    """In what the numbers of a column are: those of a table in its unit, a year's as they were."""
    existing = taking.match.existing
    if column.key.startswith("figure:"):
        owner = found.get("series_id") or str(getattr(existing, "series_id", ""))
        series = taking.draft.find(Series, owner)
        return series.unit if series else "homes"
    if column.key.startswith("year:") and isinstance(existing, Commitment):
        return existing.in_year(int(column.key.removeprefix("year:"))).unit
    return "homes"


def _value(taking: Taking, column: Column, unit: str) -> Any:
    match = taking.match
    if (
        match.exact is None
        or column.form in TELL_ALL
        or column.key not in match.cells
        or not match.is_as_it_was(column.key)
        # What stands above figures here has keys of its own.
        or (match.by_name and column.form is Form.FIGURES)
    ):
        return typed_value(taking.cell(column, unit))
    cell, kept = match.cells[column.key], match.exact.kept.get(column.key)
    try:
        value = restored(taking.draft, column, str(cell), kept)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise damaged(match) from error
    return _as_here(taking, column, value)


def damaged(match: Match) -> UserError:
    """What a row keeps in its hidden column is not what was written there."""
    what = tr(
        "wat hier verborgen staat is beschadigd; maak deze cel leeg of maak een nieuwe export"
    )
    return wrong(match.sheet, match.address(EXACT), what)


def _as_here(taking: Taking, column: Column, value: Any) -> Any:
    """A value with the ids that things have in this dossier."""
    match column.form:
        case Form.RICH:
            return _LINK.sub(lambda found: taking.called.now(found[0]), value)
        case Form.ONE:
            return _pointed_at(taking, column, (value,) if value else (), value)
        case Form.SEVERAL:
            return _pointed_at(taking, column, value, value)
        case Form.FIGURES:
            return tuple(_figures_here(taking, column, value))
    return value


def _figures_here(
    taking: Taking, column: Column, value: tuple[SeriesColumn, ...]
) -> Iterator[SeriesColumn]:
    for one in value:
        party = taking.called.now(one.party_id)
        is_there = taking.called.is_there(column.sorts, party)
        yield replace(one, party_id=party if is_there else "")


def _pointed_at(taking: Taking, column: Column, old: tuple[Id, ...], value: Any) -> Any:
    called = taking.called
    here = tuple(map(called.now, old))
    if all(called.is_there(column.sorts, one) for one in here):
        return here if isinstance(value, tuple) else "".join(here)
    if taking.match.sheet.sort in _BELONGING and column.key in _OWNERS:
        raise OwnerGoneError
    # Nothing has that id; perhaps something has that name, else this says where it is missing.
    return typed_value(taking.cell(column))
