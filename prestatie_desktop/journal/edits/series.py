"""Edits of series and matrices of figures."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.series import Cell, Series, SeriesColumn, SeriesKind, SeriesRow
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.change import Added, Change, Removed, difference
from prestatie_desktop.journal.edits.making import (
    act,
    edit,
    known_if_any,
    line,
    rank_at,
    rank_last,
    required,
)
from prestatie_desktop.journal.session import Act


def add_series(
    dossier: Dossier,
    theme_id: Id,
    title: str,
    kind: SeriesKind,
    columns: Sequence[SeriesColumn],
    *,
    row_label: str = "",
    unit: str = "homes",
    agreement_id: Id = "",
    reference_date: date | None = None,
    with_totals: bool = False,
    rows: Sequence[tuple[str, Sequence[str]]] = (),
) -> Act:
    """Add a table of figures, with rows as (label, raw figures in column order)."""
    known_if_any(dossier, (Theme,), theme_id)
    known_if_any(dossier, (Agreement,), agreement_id)
    known_if_any(dossier, (Party,), *(column.party_id for column in columns))
    series = Series(
        id=new_id(),
        kind=kind,
        theme_id=theme_id,
        agreement_id=agreement_id,
        title=required(title, "De titel van de cijfertabel"),
        row_label=line(row_label, "Het opschrift"),
        unit=unit,
        reference_date=reference_date,
        with_totals=with_totals,
        columns=tuple(columns),
        rank=rank_last(dossier.all(Series)),
    )
    changes: list[Change] = [Added(series)]
    made: list[SeriesRow] = []
    for label, figures in rows:
        cells = (
            Cell(column.key, read(raw, unit))
            for column, raw in zip(series.columns, figures, strict=True)
        )
        row = SeriesRow(
            id=new_id(),
            series_id=series.id,
            label=line(label, "Het opschrift"),
            cells=tuple(cells),
            rank=rank_last(made),
        )
        made.append(row)
        changes.append(Added(row))
    return act("add_series", *changes, about=series.title)


def edit_series(
    dossier: Dossier,
    series_id: Id,
    *,
    title: str,
    row_label: str,
    with_totals: bool,
    reference_date: date | None,
) -> Act:
    """Change what stands around the figures."""
    series = dossier.get(Series, series_id)
    return edit(
        "edit_series",
        series,
        about=series.title,
        title=required(title, "De titel van de cijfertabel"),
        row_label=line(row_label, "Het opschrift"),
        with_totals=with_totals,
        reference_date=reference_date,
    )


def add_column(dossier: Dossier, series_id: Id, label: str, party_id: Id = "") -> Act:
    """Add a column at the right: a party's, or one with a label of its own."""
    series = dossier.get(Series, series_id)
    known_if_any(dossier, (Party,), party_id)
    column = SeriesColumn(new_id(), line(label, "Het opschrift"), party_id)
    return edit("edit_series", series, about=series.title, columns=(*series.columns, column))


def remove_column(dossier: Dossier, series_id: Id, key: str) -> Act:
    """Take out a column with its figures."""
    series = dossier.get(Series, series_id)
    columns = tuple(column for column in series.columns if column.key != key)
    changes: list[Change] = [*difference(series, replace(series, columns=columns))]
    for row in dossier.of(SeriesRow, "series_id", series_id):
        cells = tuple(cell for cell in row.cells if cell.column != key)
        changes += difference(row, replace(row, cells=cells))
    return act("edit_series", *changes, about=series.title)


def add_series_row(dossier: Dossier, series_id: Id, label: str, position: int | None = None) -> Act:
    """Add a year or category."""
    series = dossier.get(Series, series_id)
    siblings = dossier.of(SeriesRow, "series_id", series_id)
    place = len(siblings) if position is None else position
    row = SeriesRow(
        id=new_id(),
        series_id=series_id,
        label=line(label, "Het opschrift"),
        rank=rank_at(siblings, place),
    )
    return act("add_series_row", Added(row), about=series.title, label=row.label)


def set_row_label(dossier: Dossier, row_id: Id, label: str) -> Act:
    """Change what a row is about."""
    row = dossier.get(SeriesRow, row_id)
    return edit("set_row_label", row, about=row.label, label=line(label, "Het opschrift"))


def set_figures(
    dossier: Dossier, figures: Iterable[tuple[Id, str, str]], action: str = "set_figures"
) -> Act:
    """Change figures, given as (row id, column key, as typed); one step to undo.

    Raises KeyError for a row or column that is not there.
    """
    rows: dict[Id, SeriesRow] = {}
    title = ""
    for row_id, column, raw in figures:
        row = rows.get(row_id) or dossier.get(SeriesRow, row_id)
        series = dossier.get(Series, row.series_id)
        title = series.title
        if column not in {known_column.key for known_column in series.columns}:
            raise KeyError(column)
        cells = {cell.column: cell for cell in row.cells}
        cells[column] = Cell(column, read(line(raw, "Het getal"), series.unit))
        rows[row_id] = replace(row, cells=tuple(cells.values()))
    changes = [
        change
        for row in rows.values()
        for change in difference(dossier.get(SeriesRow, row.id), row)
    ]
    return act(action, *changes, about=title)


def remove_series_rows(dossier: Dossier, row_ids: Sequence[Id]) -> Act:
    """Take out rows of figures."""
    rows = [dossier.get(SeriesRow, row_id) for row_id in dict.fromkeys(row_ids)]
    return act("remove_series_rows", *(Removed(row) for row in rows), count=str(len(rows)))


def remove_series(dossier: Dossier, series_id: Id) -> Act:
    """Take out a table of figures; one step to undo."""
    series = dossier.get(Series, series_id)
    rows = dossier.of(SeriesRow, "series_id", series_id)
    return act("remove_series", *(Removed(e) for e in (*rows, series)), about=series.title)
