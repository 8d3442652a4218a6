"""A table of figures: years or categories against parties."""

from prestatie_desktop.documents.blocks import (
    Align,
    Cell,
    Column,
    Row,
    RowKind,
    TableBlock,
    Words,
)
from prestatie_desktop.documents.compose.totals import column_total
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.series import Series, SeriesColumn, SeriesRow
from prestatie_desktop.words.dates import long_date


def series_table(
    dossier: Dossier, series: Series, columns: tuple[SeriesColumn, ...] | None = None
) -> TableBlock:
    """The figures as they were written, with totals where the table has them.

    `columns` limits it to some of its columns.
    """
    shown = series.columns if columns is None else columns
    rows = dossier.of(SeriesRow, "series_id", series.id)
    across = series.with_totals and len(shown) > 1
    body = [_row(row, shown, across=across) for row in rows]
    if series.with_totals:
        body.append(_total(rows, shown, across=across))
    heads = [Column(title=_head(dossier, column), weight=18, align=Align.RIGHT) for column in shown]
    if across:
        heads.append(Column(title="Totaal", weight=18, align=Align.RIGHT, strong=True))
    return TableBlock(
        caption=series_title(series),
        alt=series_title(series),
        columns=(Column(title=series.row_label, weight=46, strong=True), *heads),
        rows=tuple(body),
    )


def series_title(series: Series) -> str:
    """The title with the day the figures were counted."""
    if series.reference_date is None:
        return series.title
    return f"{series.title}, peildatum {long_date(series.reference_date)}"


def _head(dossier: Dossier, column: SeriesColumn) -> str:
    return named(dossier, column.party_id) if column.party_id else column.label


def _row(row: SeriesRow, columns: tuple[SeriesColumn, ...], *, across: bool) -> Row:
    cells: list[Words | Cell] = [row.label]
    cells += [row.cell(column.key).raw for column in columns]
    if across:
        cells.append(column_total(row.cell(column.key) for column in columns))
    return Row(cells=tuple(cells))


def _total(rows: tuple[SeriesRow, ...], columns: tuple[SeriesColumn, ...], *, across: bool) -> Row:
    cells: list[Words | Cell] = ["Totaal"]
    cells += [column_total(row.cell(column.key) for row in rows) for column in columns]
    if across:
        cells.append(column_total(row.cell(c.key) for row in rows for c in columns))
    return Row(cells=tuple(cells), kind=RowKind.TOTAL)
