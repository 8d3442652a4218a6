"""The commitments of a theme: a chip for each kind, and the table of the chosen one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series
from prestatie_desktop.journal.change import Edited
from prestatie_desktop.journal.edits import commitments, roles
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.models.commitment_columns import (
    Column as TableColumn,
)
from prestatie_desktop.ui.models.commitment_columns import (
    default_keys,
    free_columns,
    project_columns,
)
from prestatie_desktop.ui.models.commitment_table import CommitmentTable
from prestatie_desktop.ui.panels.edited_table import EditedTable
from prestatie_desktop.ui.panels.kind_dialog import ask_kind
from prestatie_desktop.ui.panels.series_tables import add_series
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice
from prestatie_desktop.ui.widgets.layouts import Column, Row, column
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

KIND_GLYPHS = {
    "new_build": "home-plus-outline",
    "demolition": "home-remove-outline",
    "renovation": "tools",
    "sale": "tag-outline",
    "acquisition": "currency-eur",
    "study": "home-search-outline",
    "rent_policy": "percent-outline",
    "quota": "account-group-outline",
    "amount": "cash",
}


class CommitmentTables(QWidget):
    """The tables of one theme, of which one is shown."""

    def __init__(self, desk: Desk, theme_id: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme_id = desk, theme_id
        self._kind_id: Id = ""
        self._shown: EditedTable | None = None
        self._title = Text("", "h2")
        self.chips = ChipChoice()
        self.chips.setAccessibleName(tr("Soort inzet"))
        self._head = QWidget()
        top = Row(self._head, gap=14)
        # On one line with the first chips, however many lines of chips there are.
        beside = column(self._title, margins=(0, 3, 0, 0))
        top.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.chips, 1)
        self._add_first = Button(tr("Tabel met projecten of inzet"), "table-plus", variant="link")
        self._add_first.clicked.connect(self.add_kind)
        self._slot = Column(gap=0)
        whole = Column(self, gap=8)
        whole.addWidget(self._head)
        whole.addLayout(self._slot)
        self._add_figures = Button(tr("Cijfertabel"), "chart-line", variant="link")
        self._add_figures.clicked.connect(self._add_series)
        first = Row()
        first.add(None, self._add_first, self._add_figures)
        whole.addLayout(first)
        self.chips.chosen.connect(self.show_kind)
        desk.bridge.committed.connect(self._on_committed)
        desk.organisation_changed.connect(self._filter)
        self.refresh()

    # What others may ask

    def kinds(self) -> tuple[CommitmentKind, ...]:
        """The tables of this theme, in order."""
        return self._desk.dossier.of(CommitmentKind, "theme_id", self._theme_id)

    def table(self) -> EditedTable | None:
        """The table that is shown."""
        return self._shown

    def show_kind(self, kind_id: Id) -> None:
        """Show the table of a kind."""
        if kind_id == self._kind_id and self._shown is not None:
            return
        self._desk.bridge.flush()
        self._kind_id = kind_id
        self._rebuild()
        self.refresh()

    def show_item(self, item_id: Id) -> bool:
        """Bring a row into view; False when it is not of this theme."""
        row = self._desk.dossier.find(Commitment, item_id)
        if row is None or row.kind_id not in {kind.id for kind in self.kinds()}:
            return False
        self.show_kind(row.kind_id)
        assert self._shown is not None
        return self._shown.show_row(item_id)

    def add_kind(self) -> None:
        """Ask for a new table and show it."""
        asked = ask_kind(self)
        if asked is None:
            return
        before = {kind.id for kind in self.kinds()}
        self._desk.bridge.do(
            commitments.add_kind,
            asked.label,
            theme_id=self._theme_id,
            number=asked.number,
            form=asked.form,
        )
        made = next((kind.id for kind in self.kinds() if kind.id not in before), "")
        if made:
            self.show_kind(made)

    def refresh(self) -> None:
        """Show the chips and title as they are now."""
        kinds = self.kinds()
        ids = [kind.id for kind in kinds]
        self._head.setVisible(bool(kinds))
        self._add_first.setVisible(not kinds)
        series = self._desk.dossier.of(Series, "theme_id", self._theme_id)
        self._add_figures.setVisible(not kinds and not series)
        if self._kind_id not in ids:
            self._kind_id = ids[0] if ids else ""
            self._rebuild()
        self.chips.set_choices(
            [
                (
                    kind.id,
                    f"{_short(kind.label)} {self._count(kind.id)}",
                    KIND_GLYPHS.get(kind.key, "table"),
                )
                for kind in kinds
            ],
            self._kind_id,
        )
        kind = self._desk.dossier.find(CommitmentKind, self._kind_id)
        self._title.set_text(f"{kind.number}  {kind.label}".strip() if kind else "")

    # Inside

    def _count(self, kind_id: Id) -> int:
        return len(self._desk.dossier.of(Commitment, "kind_id", kind_id))

    def _rebuild(self) -> None:
        if self._shown is not None:
            self._slot.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        kind = self._desk.dossier.find(CommitmentKind, self._kind_id)
        if kind is None:
            return
        grid = CommitmentTable(self._desk.bridge, kind.id, self._chosen_columns(kind))
        grid.only = self._desk.organisation
        grid.reload()
        made = EditedTable(self._desk, grid, name=kind.label, empty=tr("geen voornemens"))
        made.row_chosen.connect(self._desk.choose_item)
        made.set_columns_menu(partial(self._fill_columns, kind))
        made.table.more_of = self._fill_roles
        more = Tool("dots-horizontal", tr("Tabellen beheren"), size=18)
        more.clicked.connect(lambda: self._open_menu(more))
        made.add_tool(more)
        self._slot.addWidget(made)
        self._shown = made

    def _every_column(self, kind: CommitmentKind) -> tuple[TableColumn, ...]:
        if kind.form is KindForm.FREE:
            return free_columns()
        return project_columns(self._desk.dossier.set.years)

    def _chosen_keys(self, kind: CommitmentKind) -> list[str]:
        kept = self._desk.settings.text(f"columns/{kind.key}").split(",")
        known = {column.key for column in self._every_column(kind)}
        chosen = [key for key in kept if key in known]
        return chosen or list(default_keys(kind.form))

    def _chosen_columns(self, kind: CommitmentKind) -> tuple[TableColumn, ...]:
        keys = self._chosen_keys(kind)
        return tuple(column for column in self._every_column(kind) if column.key in keys)

    def _fill_columns(self, kind: CommitmentKind, menu: QMenu) -> None:
        keys = self._chosen_keys(kind)
        for at, each in enumerate(self._every_column(kind)):
            action = menu.addAction(each.title)
            action.setCheckable(True)
            action.setChecked(each.key in keys)
            # A row without its place would have no name.
            action.setEnabled(at > 0)
            action.toggled.connect(partial(self._choose_column, kind, each.key))

    def _choose_column(self, kind: CommitmentKind, key: str, on: bool) -> None:
        keys = [each for each in self._chosen_keys(kind) if each != key]
        self._desk.settings.keep_text(f"columns/{kind.key}", ",".join([*keys, key] if on else keys))
        if self._shown is not None and isinstance(self._shown.grid, CommitmentTable):
            self._shown.grid.set_columns(self._chosen_columns(kind))

    def _fill_roles(self, menu: QMenu, row_id: Id) -> None:
        dossier = self._desk.dossier
        have = {role.party_id: role.kind for role in dossier.roles_of(row_id)}
        parts = QMenu(tr("Partijen en rollen"), menu)
        menu.addMenu(parts)
        everyone: tuple[Party | PartyGroup, ...] = (*dossier.parties, *dossier.all(PartyGroup))
        for party in everyone:
            now = have.get(party.id)
            mark = f"  ({label(now)})" if now else ""
            of_party = QMenu(party.name + mark, parts)
            parts.addMenu(of_party)
            for kind in (RoleKind.LEAD, RoleKind.INVOLVED, None):
                action = of_party.addAction(label(kind) if kind else tr("Geen rol"))
                action.setCheckable(True)
                action.setChecked(kind is now)
                action.triggered.connect(
                    partial(self._set_role, row_id, party.id, kind),
                )

    def _set_role(self, row_id: Id, party_id: Id, kind: RoleKind | None) -> None:
        self._desk.bridge.do(roles.set_role, row_id, party_id, kind)

    def _open_menu(self, button: QWidget) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Tabel toevoegen…"), self.add_kind)
        menu.addAction(tr("Cijfertabel toevoegen…"), self._add_series)
        menu.addSeparator()
        menu.addAction(tr("Tabel wijzigen…"), self._edit_kind)
        menu.addAction(tr("Tabel verwijderen"), self._remove_kind)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _add_series(self) -> None:
        add_series(self, self._desk, self._theme_id)

    def _edit_kind(self) -> None:
        kind = self._desk.dossier.find(CommitmentKind, self._kind_id)
        asked = ask_kind(self, kind) if kind else None
        if kind and asked:
            self._desk.bridge.do(
                commitments.edit_kind, kind.id, label=asked.label, number=asked.number
            )

    def _remove_kind(self) -> None:
        kind = self._desk.dossier.find(CommitmentKind, self._kind_id)
        if kind and self._desk.bridge.do(commitments.remove_kind, kind.id):
            self._desk.happened.emit(tr("Tabel {name} verwijderd").format(name=kind.label), True)

    def _filter(self, party_id: Id) -> None:
        if self._shown is not None and isinstance(self._shown.grid, CommitmentTable):
            self._shown.grid.set_only(party_id)

    def _on_committed(self, entry: Entry) -> None:
        if any(map(entry.touches, ("commitment_kind", "series"))) or _adds_rows(entry):
            self.refresh()


def _adds_rows(entry: Entry) -> bool:
    return any(
        change.ref.sort == "commitment" and not isinstance(change, Edited)
        for change in entry.changes
    )


def _short(label_of_kind: str) -> str:
    """Without what stands between brackets."""
    return label_of_kind.partition(" (")[0]
