"""What a workbook of a dossier holds, as values: a grid for each sheet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from prestatie_desktop.domain.agreement_set import AgreementSet
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.exchange.json_export import status_of
from prestatie_desktop.words.workbook.forms import Column, Sheet
from prestatie_desktop.words.workbook.keeping import exact, to_text
from prestatie_desktop.words.workbook.order import in_order
from prestatie_desktop.words.workbook.sheets import SHEETS
from prestatie_desktop.words.workbook.showing import Shown, View, columns, shown


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: what its cells show, and what stays hidden for the way back."""

    id: Id
    cells: tuple[Shown, ...]
    exact: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet with its rows."""

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def grids(dossier: Dossier) -> Iterator[Grid]:
    """Every sheet, in the order of the tabs."""
    view = View(dossier)
    for sheet in SHEETS:
        yield _grid(view, sheet)


def _grid(view: View, sheet: Sheet) -> Grid:
    found = columns(view, sheet)
    things = in_order(view.dossier, sheet)
    return Grid(sheet, found, tuple(_row(view, sheet, found, thing) for thing in things))


def _row(view: View, sheet: Sheet, found: tuple[Column, ...], thing: Entity) -> Row:
    thing = _with_status(view.dossier, thing)
    cells = tuple(shown(view, column, thing) for column in found)
    return Row(thing.id, cells, to_text(exact(view, sheet, found, thing, cells)))


def _with_status(dossier: Dossier, thing: Entity) -> Entity:
    """Editions and signatures do not travel, so neither does a status that rested on them."""
    return replace(thing, status=status_of(dossier)) if isinstance(thing, AgreementSet) else thing
