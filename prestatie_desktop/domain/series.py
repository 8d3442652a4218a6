"""Figures in the agreements: years or categories against parties."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.quantity import EMPTY, Quantity


class SeriesKind(StrEnum):
    """A course over years, or a matrix of categories."""

    SERIES = "series"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class SeriesColumn:
    """A column, known by its key: a party's where it has one, never by its position."""

    key: str
    label: str
    party_id: Id = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The figure in one column of a row."""

    column: str
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Entity):
    """A table of figures under a theme."""

    kind: SeriesKind
    theme_id: Id
    agreement_id: Id = ""
    title: str
    #: What the rows are: "Jaar", "Categorie".
    row_label: str = ""
    unit: str = "homes"
    reference_date: date | None = None
    with_totals: bool = False
    columns: tuple[SeriesColumn, ...] = ()
    rank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow(Entity):
    """One year or category with its figures."""

    series_id: Id
    label: str
    cells: tuple[Cell, ...] = ()
    rank: str

    def cell(self, column: str) -> Quantity:
        """The figure in a column; blank when nothing stands there."""
        for cell in self.cells:
            if cell.column == column:
                return cell.quantity
        return EMPTY
