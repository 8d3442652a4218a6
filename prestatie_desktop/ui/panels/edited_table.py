"""A table with its totals under it, folded while it is long, and what can be done with it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.models.grid import Grid
from prestatie_desktop.ui.panels.grid_table import GridTable
from prestatie_desktop.ui.panels.table_footer import TableFooter
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.actions import sentence
from prestatie_desktop.words.translation import tr

#: A table of more rows than this is folded to one row less.
FOLD = 7
#: From this many rows on, totals wait until nobody is typing.
_MANY = 2_000
_IDLE_MS = 120


class EditedTable(QWidget):
    """The rows, the totals, and under them the links for folding and adding.

    `show_empty` says what it means that there are no rows.
    """

    row_chosen = Signal(str)
    #: How many rows are in the table now.
    counted = Signal(int)

    def __init__(
        self,
        desk: Desk,
        grid: Grid,
        *,
        name: str,
        empty: str = "",
        two_lines: bool = False,
        folds: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._folds, self._open = desk, folds, False
        self.grid = grid
        grid.setParent(self)
        self.table = GridTable(grid, name=name, two_lines=two_lines)
        self.footer = TableFooter(self.table)
        self._empty = Text(empty or tr("geen rijen"), colour="ink3")
        self._fold = Button("", "chevron-down", variant="link")
        self.add = Button(tr("Rij"), "plus", variant="link", key="Ctrl+Enter")
        self.add.setAccessibleName(tr("Rij toevoegen aan {name}").format(name=name))
        self.columns = Button(tr("Kolommen"), variant="link")
        self.columns.hide()
        self._filtered = Text("", "small", colour="ink2")
        self._show_all = Button(tr("Alles tonen"), "filter-off-outline", variant="link")
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._show_totals)
        self._under = under = Row(gap=4)
        under.add(self._fold, self._empty, self._filtered, self._show_all, None, self.add)
        under.addWidget(self.columns)
        whole = Column(self, gap=0)
        whole.add(self.table, self.footer)
        whole.addLayout(under)
        self._fold.clicked.connect(self.toggle)
        self.add.clicked.connect(self.add_row)
        self.columns.clicked.connect(self._open_columns)
        self._show_all.clicked.connect(lambda: desk.filter_on(""))
        self.table.add_asked.connect(self.add_row)
        self.table.removed.connect(self._tell_removed)
        self.table.row_chosen.connect(self.row_chosen)
        grid.modelReset.connect(self._show_state)
        grid.rowsInserted.connect(self._show_state)
        grid.dataChanged.connect(self._totals_changed)
        self._show_state()

    def set_columns_menu(self, fill: object) -> None:
        """Offer a choice of columns; `fill` puts it in a menu."""
        assert callable(fill)
        self.table.columns_menu = fill
        self.columns.show()

    def add_tool(self, tool: QWidget) -> None:
        """Put a tool after the links under the table."""
        self._under.addWidget(tool)

    def add_row(self) -> None:
        """Add a row at the end and begin to type in it."""
        self.begin(self.grid.add_row())

    def begin(self, row_id: Id) -> None:
        """Begin to type in a row."""
        if row_id and self.show_row(row_id):
            self.table.setFocus()
            current = self.table.currentIndex()
            if current.isValid():
                self.table.edit(current)

    def show_row(self, row_id: Id) -> bool:
        """Bring a row into view, unfolding where it is folded away."""
        if row_id not in self.grid.ids:
            return False
        if self.grid.row_of(row_id) < 0:
            self.set_open(open_=True)
        return self.table.go_to(row_id)

    def toggle(self) -> None:
        """Fold or unfold."""
        self.set_open(open_=not self._open)

    def set_open(self, *, open_: bool) -> None:
        """Show all rows, or the first ones."""
        self._open = open_
        self._show_state()

    def _show_state(self) -> None:
        rows = len(self.grid.ids)
        long = self._folds and rows > FOLD
        limit = 0 if self._open or not long else FOLD - 1
        if limit != self.grid.limit:
            # Comes back here by the reset.
            self.grid.set_limit(limit)
            return
        self._fold.setVisible(long)
        more = tr("Nog {count} rijen tonen").format(count=rows - FOLD + 1)
        self._fold.setText(tr("Minder rijen tonen") if self._open else more)
        self._fold.set_glyph("chevron-up" if self._open else "chevron-down")
        self.table.setVisible(rows > 0)
        self._empty.setVisible(rows == 0)
        self._show_filter(rows)
        self._totals_changed()
        self.table.updateGeometry()
        self.counted.emit(rows)

    def _show_filter(self, rows: int) -> None:
        only, total = getattr(self.grid, "only", ""), getattr(self.grid, "unfiltered", rows)
        self._filtered.setVisible(bool(only))
        self._show_all.setVisible(bool(only) and rows < total)
        if only:
            self._filtered.set_text(
                tr("{shown} van {total} rijen; alleen {party}").format(
                    shown=rows, total=total, party=named(self._desk.dossier, only)
                )
            )

    def _totals_changed(self) -> None:
        if len(self.grid.ids) > _MANY:
            self._idle.start()
        else:
            self._show_totals()

    def _show_totals(self) -> None:
        self.footer.set_lines(self.grid.footer())

    def _tell_removed(self) -> None:
        last = self._desk.bridge.session.to_undo
        if last is not None:
            self._desk.happened.emit(sentence(last.action, last.args), True)

    def _open_columns(self) -> None:
        assert self.table.columns_menu is not None
        menu = QMenu(self)
        self.table.columns_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.columns.rect().bottomRight()
        where = self.columns.mapToGlobal(corner)
        where.setX(where.x() - menu.sizeHint().width())
        menu.popup(where)
