"""A table of figures, years or categories against parties, edited in place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from prestatie_desktop.domain.bod_overview import counted
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.quantity import Quantity, Unknown, read
from prestatie_desktop.domain.series import Cell, Series, SeriesColumn, SeriesRow
from prestatie_desktop.domain.totals import total
from prestatie_desktop.journal.change import Added, Edited
from prestatie_desktop.journal.edits import series as edits
from prestatie_desktop.journal.edits.making import act, edit, line, rank_at, rank_last
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.session import Act
from prestatie_desktop.ui.bridge import Bridge
from prestatie_desktop.ui.models.grid import Cells, FooterLine, Grid, Head
from prestatie_desktop.ui.widgets.cells import CellLook
from prestatie_desktop.words.cells import reservation, short_quantity, short_total
from prestatie_desktop.words.quantities import describe
from prestatie_desktop.words.translation import tr

LABEL = "label"
TOTAL = "total"


class SeriesTable(Grid):
    """The rows of one series; columns are known by their key, a party's by the party."""

    def __init__(self, bridge: Bridge, series_id: Id, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self.series_id = series_id
        self.reload()

    @property
    def series(self) -> Series | None:
        """What stands around the figures; None when it is gone."""
        return self.bridge.dossier.find(Series, self.series_id)

    # What a table says

    def load(self) -> tuple[tuple[Head, ...], Iterable[Id]]:
        """Columns, and rows in their own order."""
        series = self.series
        if series is None:
            return (), ()
        heads = [Head(key=LABEL, title=series.row_label or tr("Rij"), width=200)]
        heads += [
            Head(key=column.key, title=self.title_of(column), width=112, right=True)
            for column in series.columns
        ]
        if series.with_totals:
            heads.append(Head(key=TOTAL, title=tr("Totaal"), width=76, right=True, editable=False))
        rows = self.bridge.dossier.of(SeriesRow, "series_id", self.series_id)
        return tuple(heads), [row.id for row in rows]

    def title_of(self, column: SeriesColumn) -> str:
        """A party's present name, else the label the column was given."""
        party = self.bridge.dossier.find(Party, column.party_id)
        return party.name if party else column.label

    def concerns(self, entry: Entry) -> tuple[bool, Sequence[Id]]:
        """Whether an entry changes rows or columns; else the rows it changed."""
        changed: list[Id] = []
        for change in entry.changes:
            if change.ref.sort == "party":
                return True, ()
            if change.ref.sort == "series" and change.ref.id == self.series_id:
                return True, ()
            if change.ref.sort == "series_row":
                if not isinstance(change, Edited):
                    if getattr(change.entity, "series_id", "") == self.series_id:
                        return True, ()
                elif change.ref.id in self._row_of:
                    if change.field == "rank":
                        return True, ()
                    changed.append(change.ref.id)
        return False, changed

    def shown(self, row_id: Id, key: str) -> str:
        """The text of a cell."""
        row = self._row(row_id)
        if key == LABEL:
            return row.label
        if key == TOTAL:
            return short_total(total(self._figures(row)))
        return short_quantity(row.cell(key))

    def raw(self, row_id: Id, key: str) -> str:
        """The text of a cell as it is edited and copied."""
        row = self._row(row_id)
        if key == LABEL:
            return row.label
        return self.shown(row_id, key) if key == TOTAL else row.cell(key).raw

    def look(self, row_id: Id, key: str) -> CellLook:
        """Numbers at the right; what is unknown quiet."""
        if key == LABEL:
            return CellLook()
        row = self._row(row_id)
        if key == TOTAL:
            said = total(self._figures(row))
            return CellLook(right=True, strong=True, soft=said.value is None)
        quantity = row.cell(key)
        unread = quantity.unknown is Unknown.NOT_READ and not quantity.is_known
        return CellLook(
            right=True,
            soft=not quantity.is_known,
            glyph="help-circle-outline" if unread else None,
            tone="warn" if unread else None,
        )

    def sort_key(self, row_id: Id, key: str) -> Any:
        """Numbers by their size; blank and unknown last."""
        row = self._row(row_id)
        if key == LABEL:
            return row.label.casefold() or None
        if key == TOTAL:
            return total(self._figures(row)).value
        return counted(row.cell(key))

    def tip(self, row_id: Id, key: str) -> str:
        """How a figure was written, or what a total could not count."""
        row = self._row(row_id)
        if key == LABEL:
            return ""
        if key == TOTAL:
            return reservation(total(self._figures(row)))
        raw = row.cell(key).raw
        return raw if raw != short_quantity(row.cell(key)) else ""

    def reading(self, _row_id: Id, key: str, text: str) -> str:
        """How a figure is read while it is typed."""
        series = self.series
        if key in (LABEL, TOTAL) or series is None or not text.strip():
            return ""
        words = describe(read(text, series.unit)) or tr("niet gelezen")
        return tr("Gelezen als: {words}").format(words=words)

    def footer(self) -> tuple[FooterLine, ...]:
        """The totals of the columns, and what they could not count."""
        series = self.series
        if series is None or not series.with_totals or not self.ids:
            return ()
        rows = [self._row(row_id) for row_id in self.ids]
        figures = {
            column.key: short_total(total(row.cell(column.key) for row in rows))
            for column in series.columns
        }
        whole = total(quantity for row in rows for quantity in self._figures(row))
        figures[TOTAL] = short_total(whole)
        return (FooterLine(label=tr("Totaal"), second=reservation(whole), figures=figures),)

    def warnings(self) -> tuple[str, ...]:
        """Where a row or column that calls itself a total says something else than the sum."""
        series = self.series
        if series is None:
            return ()
        rows = [self._row(row_id) for row_id in self.ids]
        found = []
        for place, row in enumerate(rows):
            if not _is_total(row.label):
                continue
            for column in series.columns:
                above = total(other.cell(column.key) for other in rows[:place])
                written = counted(row.cell(column.key))
                if written is not None and above.value not in (None, written):
                    found.append(
                        tr(
                            "{row}, {column}: er staat {written}, de rijen erboven zijn {sum}"
                        ).format(
                            row=row.label,
                            column=self.title_of(column),
                            written=short_quantity(row.cell(column.key)),
                            sum=short_total(above),
                        )
                    )
        return tuple(found)

    def new_row(self) -> Mapping[str, str]:
        """The year after the last one, where the rows are years."""
        last = self._row(self.ids[-1]).label if self.ids else ""
        return {LABEL: str(int(last) + 1)} if last.isdecimal() and len(last) == 4 else {}

    # Acts

    def act_for(
        self, dossier: Dossier, cells: Cells, new: Sequence[Mapping[str, str]], action: str
    ) -> Act:
        """Write labels and figures and add rows, as one step."""
        names = {"paste_cells": "paste_figures", "add_row": "add_series_row"}
        figures = [(row_id, key, text) for row_id, key, text in cells if key != LABEL]
        parts = [
            edits.set_row_label(dossier, row_id, text)
            for row_id, key, text in cells
            if key == LABEL
        ]
        if figures:
            parts.append(edits.set_figures(dossier, figures))
        series = dossier.get(Series, self.series_id)
        changes = [change for part in parts for change in part.changes]
        last = dossier.of(SeriesRow, "series_id", self.series_id)[-1:]
        label = ""
        for values in new:
            label = line(values.get(LABEL, ""), tr("Het opschrift"))
            row = SeriesRow(
                id=new_id(),
                series_id=self.series_id,
                label=label,
                cells=_cells(series, values),
                rank=rank_last(last),
            )
            last = (row,)
            changes.append(Added(row))
        if len(parts) == 1 and not new:
            return Act(action=parts[0].action, args=parts[0].args, changes=tuple(changes))
        name = names.get(action, "set_figures")
        return act(name, *changes, about=series.title, label=label)

    def act_remove(self, dossier: Dossier, row_ids: Sequence[Id]) -> Act:
        """Take rows out."""
        return edits.remove_series_rows(dossier, row_ids)

    def act_move(self, dossier: Dossier, row_id: Id, position: int) -> Act:
        """Put a row at another place."""
        row = dossier.get(SeriesRow, row_id)
        siblings = dossier.of(SeriesRow, "series_id", self.series_id)
        rank = rank_at(siblings, position, row_id)
        return edit("set_figures", row, about=dossier.get(Series, self.series_id).title, rank=rank)

    # Inside

    def _row(self, row_id: Id) -> SeriesRow:
        return self.bridge.dossier.get(SeriesRow, row_id)

    def _figures(self, row: SeriesRow) -> list[Quantity]:
        series = self.series
        return [row.cell(column.key) for column in series.columns] if series else []


def _cells(series: Series, values: Mapping[str, str]) -> tuple[Cell, ...]:
    return tuple(
        Cell(column.key, read(line(values[column.key], tr("Het getal")), series.unit))
        for column in series.columns
        if values.get(column.key, "").strip()
    )


def _is_total(label: str) -> bool:
    return label.strip().casefold().startswith(("totaal", "samen"))
