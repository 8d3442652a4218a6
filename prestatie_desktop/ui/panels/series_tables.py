"""The figures of a theme: its series over years and its matrices."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.bod_overview import corporations
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.series import Series, SeriesColumn, SeriesKind
from prestatie_desktop.journal.edits import series as edits
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.models.series_table import SeriesTable
from prestatie_desktop.ui.panels.column_dialog import ask_column
from prestatie_desktop.ui.panels.edited_table import EditedTable
from prestatie_desktop.ui.panels.series_dialog import ask_series
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.translation import tr


class SeriesTables(QWidget):
    """Every table of figures of one theme, under each other."""

    def __init__(self, desk: Desk, theme_id: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme_id = desk, theme_id
        self._shown: dict[Id, SeriesPanel] = {}
        self._slot = Column(gap=16)
        self._add = Button(tr("Cijfertabel"), "table-plus", variant="link")
        self._add.setAccessibleName(tr("Cijfertabel toevoegen"))
        self._add.clicked.connect(lambda: add_series(self, desk, theme_id))
        under = Row()
        under.add(None, self._add)
        whole = Column(self, gap=0)
        whole.addLayout(self._slot)
        whole.addLayout(under)
        desk.bridge.committed.connect(self._on_committed)
        self.refresh()

    def panels(self) -> tuple["SeriesPanel", ...]:
        """The tables that are shown, in order."""
        return tuple(self._shown.values())

    def refresh(self) -> None:
        """Show the tables that there are now; those that stay keep their place and focus."""
        series = self._desk.dossier.of(Series, "theme_id", self._theme_id)
        if [each.id for each in series] != list(self._shown):
            for panel in self._shown.values():
                self._slot.removeWidget(panel)
            kept = {each.id: self._shown.pop(each.id, None) for each in series}
            for gone in self._shown.values():
                gone.hide()
                gone.deleteLater()
            self._shown = {
                series_id: panel or SeriesPanel(self._desk, series_id)
                for series_id, panel in kept.items()
            }
            for shown in self._shown.values():
                self._slot.addWidget(shown)
        for panel in self._shown.values():
            panel.refresh()
        # The first one is added from the menu of the other tables.
        self.setVisible(bool(self._shown))

    def _on_committed(self, entry: Entry) -> None:
        if any(entry.touches(sort) for sort in ("series", "series_row", "party")):
            self.refresh()


def add_series(parent: QWidget, desk: Desk, theme_id: Id) -> None:
    """Ask what a new table is about and add it, with a column for each corporation."""
    asked = ask_series(parent)
    if asked is None:
        return
    parties = corporations(desk.dossier)
    columns = [SeriesColumn(new_id(), party.name, party.id) for party in parties]
    years = asked.kind is SeriesKind.SERIES
    labels = [str(year) for year in desk.dossier.set.years] if years else []
    desk.bridge.do(
        edits.add_series,
        theme_id,
        asked.title,
        asked.kind,
        columns,
        row_label=asked.row_label,
        unit=asked.unit,
        reference_date=asked.reference_date,
        with_totals=asked.with_totals,
        rows=[(label, [""] * len(columns)) for label in labels],
    )


class SeriesPanel(QWidget):
    """One table of figures with its title, its day, and where it does not add up."""

    def __init__(self, desk: Desk, series_id: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._series_id = desk, series_id
        self._title = Text("", "h2", wrap=True)
        self._day = Text("", colour="ink3")
        self._more = Tool("dots-horizontal", tr("Cijfertabel beheren"), size=18)
        self._more.clicked.connect(self._open_menu)
        self.grid = SeriesTable(desk.bridge, series_id)
        self.edited = EditedTable(desk, self.grid, name=tr("Cijfers"))
        self._warning = Notice("warn", tr("Een totaal klopt niet met de rijen"))
        self._warning.hide()
        top = Row(gap=10)
        top.addWidget(self._title, 1)
        top.addWidget(self._day)
        top.addWidget(self._more)
        whole = Column(self, gap=6)
        whole.addLayout(top)
        whole.add(self._warning, self.edited)
        self.grid.dataChanged.connect(self._warn)
        self.refresh()

    def refresh(self) -> None:
        """Show title, day and warnings as they are now."""
        series = self.grid.series
        if series is None:
            return
        self._title.set_text(series.title)
        self.edited.table.setAccessibleName(series.title)
        day = series.reference_date
        self._day.set_text(tr("peildatum {day}").format(day=long_date(day)) if day else "")
        self._warn()

    def menu(self) -> QMenu:
        """What can be done with the whole table."""
        menu = QMenu(self)
        menu.addAction(tr("Titel en totalen…"), self._edit)
        menu.addAction(tr("Kolom toevoegen…"), self._add_column)
        removing = menu.addMenu(tr("Kolom verwijderen"))
        series = self.grid.series
        for column in series.columns if series else ():
            removing.addAction(self.grid.title_of(column), partial(self._remove_column, column.key))
        menu.addSeparator()
        menu.addAction(tr("Cijfertabel verwijderen"), self._remove)
        return menu

    def _edit(self) -> None:
        series = self.grid.series
        asked = ask_series(self, series) if series else None
        if asked:
            self._desk.bridge.do(
                edits.edit_series,
                self._series_id,
                title=asked.title,
                row_label=asked.row_label,
                with_totals=asked.with_totals,
                reference_date=asked.reference_date,
            )

    def _add_column(self) -> None:
        series = self.grid.series
        asked = ask_column(self, self._desk.dossier, series) if series else None
        if asked:
            label, party_id = asked
            self._desk.bridge.do(edits.add_column, self._series_id, label, party_id)

    def _remove_column(self, key: str) -> None:
        if self._desk.bridge.do(edits.remove_column, self._series_id, key):
            self._desk.happened.emit(tr("Kolom met cijfers verwijderd"), True)

    def _remove(self) -> None:
        series = self.grid.series
        if series and self._desk.bridge.do(edits.remove_series, self._series_id):
            words = tr("Cijfertabel {title} verwijderd").format(title=series.title)
            self._desk.happened.emit(words, True)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _warn(self) -> None:
        found = self.grid.warnings()
        self._warning.setVisible(bool(found))
        if found:
            title = tr("Een totaal klopt niet met de rijen")
            self._warning.set_message("warn", title, "; ".join(found))
