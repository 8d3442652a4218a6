"""The matrix with its filters, its line of words and its legend."""

from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.checks import Rule
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import find_item, theme_of
from prestatie_desktop.journal.edits.roles import set_role
from prestatie_desktop.journal.edits.signing import set_signing_many
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.signing.cell_dialog import CellAnswer, CellDialog
from prestatie_desktop.ui.rooms.signing.cell_line import CellLine, CellWords
from prestatie_desktop.ui.rooms.signing.cell_words import role_source, rule_words, signing_words
from prestatie_desktop.ui.rooms.signing.cells import Progress, deviating
from prestatie_desktop.ui.rooms.signing.deeds import Deeds
from prestatie_desktop.ui.rooms.signing.filters import Filters, concerning
from prestatie_desktop.ui.rooms.signing.findings import PatientFindings
from prestatie_desktop.ui.rooms.signing.heads import short_name
from prestatie_desktop.ui.rooms.signing.legend import LegendDialog, legend
from prestatie_desktop.ui.rooms.signing.matrix_model import Fold, MatrixModel
from prestatie_desktop.ui.rooms.signing.matrix_view import MatrixView
from prestatie_desktop.ui.rooms.signing.menus import cell_menu, party_menu
from prestatie_desktop.ui.rooms.signing.reservation_dialog import ask_reservation
from prestatie_desktop.ui.rooms.signing.rows import Row, RowChoice, RowKind, rows_of, table_of
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column
from prestatie_desktop.ui.widgets.layouts import Row as Across
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.words.translation import tr

_STRUCTURE = ("agreement", "commitment", "commitment_kind", "theme", "party", "party_group")
_SAME_ROWS = frozenset({"text", "heading", "planning", "indicator", "remark", "number", "note",
                        "homes", "location", "title", "status", "introduction"})  # fmt: skip


class MatrixPanel(QWidget):
    """Keeps which rows are shown and where the user is; hands what is about a party to the room.

    `asked` names a step ("register", "difference", …) and the party.
    """

    asked = Signal(str, str)

    def __init__(
        self, desk: Desk, findings: PatientFindings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._findings = desk, findings
        self._choice, self._compact = RowChoice(), False
        self.filters = Filters()
        self.model = MatrixModel(desk.dossier, self)
        self.view = MatrixView(self.model)
        self.line = CellLine()
        self._deeds = Deeds(desk, self.model, self._ask_reservation)
        self._legend = legend()
        self._legend_button = Button(tr("Legenda"), "help-circle-outline", variant="link")
        self._empty: QWidget | None = None
        self._foot = Across(gap=8)
        self._foot.addWidget(self.line, 1)
        self._foot.addWidget(self._legend_button)
        self._legend_button.hide()
        self._body = Column(self, gap=10)
        self._body.addWidget(self.view, 1)
        self._body.addLayout(self._foot)
        self._body.addWidget(self._legend)
        self.filters.changed.connect(self._filtered)
        findings.counted.connect(self._findings_counted)
        desk.organisation_changed.connect(lambda _party: self._filtered())
        self.view.asked.connect(self._key_asked)
        self.view.folding.connect(self._fold)
        self.view.moved.connect(self._moved)
        self.view.menu_asked.connect(self._open_cell_menu)
        self.view.party_header.menu_asked.connect(self._open_party_menu)
        self._legend_button.clicked.connect(lambda: LegendDialog(self.window()).exec())

    def set_compact(self, compact: bool) -> None:
        """Less around the matrix, where the window is low or the letters are large."""
        self._compact = compact
        self.filters.set_compact(compact)
        has_parties = self.model.columnCount() > 0
        self._legend.setVisible(has_parties and not compact)
        self._legend_button.setVisible(has_parties and compact)
        self.view.party_header.set_compact(compact)

    def refresh(self) -> None:
        """Show everything as it is now; the current cell stays the current one."""
        here = self._here()
        self.filters.refresh(self._desk.dossier, self._findings.items)
        self.model.set_rows(rows_of(self._desk.dossier, self._narrowed()))
        self._return_to(here)
        self._show_empty()
        self._moved()

    def entry_committed(self, entry: Entry) -> None:
        """Repaint what an entry is about."""
        structural = any(
            change.ref.sort in _STRUCTURE and getattr(change, "field", "") not in _SAME_ROWS
            for change in entry.changes
        )
        if structural or self.filters.filter == "own":
            self.refresh()
            return
        if entry.touches("signing_rule") or entry.touches("theme"):
            self.filters.refresh(self._desk.dossier, self._findings.items)
            self.model.refresh()
        self.model.touch(self._touched(entry))
        self._moved()

    def set_progress(self, progress: Progress) -> None:
        """Show who has signed."""
        self.model.set_progress(progress)
        self._moved()

    def show_item(self, item_id: Id) -> bool:
        """Bring an item into view, whatever was folded or filtered away."""
        dossier = self._desk.dossier
        item = find_item(dossier, item_id)
        if item is None:
            return False
        if self.model.place_of(RowKind.ITEM, item_id) is None:
            theme_id, table = theme_of(dossier, item), table_of(dossier, item_id)
            self.filters.show_all()
            self._choice = replace(
                self._choice,
                folded_themes=self._choice.folded_themes - {theme_id},
                open_tables=self._choice.open_tables | ({table} if table else set()),
            )
            self.refresh()
        at = self.model.place_of(RowKind.ITEM, item_id)
        if at is None:
            return False
        self.view.go_to(at, max(0, self.view.currentIndex().column()))
        return True

    def select_party(self, party_id: Id) -> None:
        """Select the cells of a party at all items that are shown."""
        column = self._column_of(party_id)
        if column is None or not self.model.rowCount():
            return
        chosen = QItemSelection()
        items = [at for at, row in enumerate(self.model.rows) if row.kind is not RowKind.THEME]
        start = previous = items[0] if items else 0
        for at in [*items[1:], -1]:
            if at != previous + 1:
                chosen.select(self.model.index(start, column), self.model.index(previous, column))
                start = at
            previous = at
        self.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.setFocus()

    def _narrowed(self) -> RowChoice:
        """The choice with the filters filled in."""
        dossier, chosen = self._desk.dossier, self.filters.filter
        only: frozenset[Id] | None = None
        match chosen:
            case "own":
                only = deviating(dossier)[0]
            case "nobody":
                only = self._findings.items(Rule.NOBODY_SIGNS)
            case "role":
                only = self._findings.items(Rule.ROLE_BUT_NOT_SIGNING)
        if self._desk.organisation:
            mine = concerning(dossier, self._desk.organisation)
            only = mine if only is None else only & mine
        return replace(
            self._choice,
            theme_id=self.filters.theme_id,
            only=only,
            tables_open=chosen != "all",
            folded_themes=self._choice.folded_themes if chosen == "all" else frozenset(),
        )

    def _filtered(self) -> None:
        if self.isVisible():
            self.refresh()

    def _findings_counted(self) -> None:
        self.filters.refresh(self._desk.dossier, self._findings.items)
        if self.filters.filter in ("nobody", "role"):
            self.refresh()

    def _touched(self, entry: Entry) -> set[Id]:
        found: set[Id] = set()
        for change in entry.changes:
            where = change.ref
            if where.sort in ("agreement", "commitment"):
                found.add(where.id)
            elif where.sort == "role":
                role = getattr(change, "entity", None) or self._desk.dossier.at(where)
                found.add(getattr(role, "item_id", ""))
        return found

    def _here(self) -> tuple[RowKind, Id, Id] | None:
        index = self.view.currentIndex()
        row = self.model.row_at(index.row())
        if row is None or index.column() >= len(self.model.parties):
            return None
        return row.kind, row.id, self.model.parties[index.column()].id

    def _return_to(self, here: tuple[RowKind, Id, Id] | None) -> None:
        if here is None:
            return
        kind, entity_id, party_id = here
        at, column = self.model.place_of(kind, entity_id), self._column_of(party_id)
        index = self.view.currentIndex()
        if at is None or column is None or (index.row(), index.column()) == (at, column):
            return
        self.view.go_to(at, column)

    def _column_of(self, party_id: Id) -> int | None:
        ids = [party.id for party in self.model.parties]
        return ids.index(party_id) if party_id in ids else None

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._body.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        is_empty = not self.model.rowCount() or not self.model.columnCount()
        self.view.setVisible(not is_empty)
        has_parties = self.model.columnCount() > 0
        self.filters.setVisible(has_parties)
        self.line.setVisible(not is_empty)
        self._legend.setVisible(has_parties and not self._compact)
        self._legend_button.setVisible(has_parties and self._compact)
        if is_empty:
            self._empty = self._made_empty()
            self._body.insertWidget(0, self._empty, 1)
            self._empty.show()

    def _made_empty(self) -> QWidget:
        if not self.model.columnCount():
            state = EmptyState(
                tr("Nog geen partij die tekent"),
                tr("Zodra er partijen zijn, staat hier wie wat tekent."),
                action=tr("Naar Partijen"),
                action_glyph="account-group-outline",
                glyph="draw-pen",
            )
            state.acted.connect(lambda: self.asked.emit("parties", ""))
            return state
        words = {
            "own": tr("Geen afwijkingen: elke partij tekent alles"),
            "nobody": tr("Elk onderdeel wordt door iemand getekend"),
            "role": tr("Elke partij met een rol tekent ook"),
        }
        title = words.get(self.filters.filter, tr("Nog geen afspraken of projecten"))
        state = EmptyState(title, action=tr("Alles tonen"), action_glyph=None, glyph="check-circle")
        state.acted.connect(self._show_all)
        return state

    def _show_all(self) -> None:
        self.filters.show_all()
        self._desk.filter_on("")
        self.refresh()
        self.view.setFocus()

    def _fold(self, at: int) -> None:
        row = self.model.rows[at]
        if row.kind is RowKind.THEME:
            folded = self._choice.folded_themes ^ {row.id}
            self._choice = replace(self._choice, folded_themes=frozenset(folded))
        else:
            opened = self._choice.open_tables ^ {row.id}
            self._choice = replace(self._choice, open_tables=frozenset(opened))
        self.refresh()

    def _key_asked(self, what: str) -> None:
        places = self.view.places()
        match what:
            case "lead":
                self._deeds.set_role(places, RoleKind.LEAD)
            case "involved":
                self._deeds.set_role(places, RoleKind.INVOLVED)
            case "signs":
                self._deeds.toggle(places)
            case "reservation":
                self._deeds.reserve(places)
            case "clear":
                self._deeds.clear(places)
            case "open":
                self._open_cell()

    def _open_cell(self) -> None:
        here = self._here()
        if here is None or here[0] is not RowKind.ITEM:
            return
        _, item_id, party_id = here
        dossier, rules = self._desk.dossier, self.model.reader.rules
        item = find_item(dossier, item_id)
        assert item is not None
        role = next((r.kind for r in dossier.roles_of(item_id) if r.party_id == party_id), None)
        rule = rules.of(item, party_id).rule
        own = rule if rule and (rule.target_id, rule.party_id) == (item_id, party_id) else None
        now = CellAnswer(
            role=role,
            mode=own.mode if own else None,
            reservation=own.reservation if own else "",
        )
        dialog = CellDialog(
            self._where(),
            now,
            via=role_source(dossier, item_id, party_id),
            by_itself=rules.otherwise(item, party_id).mode,
            parent=self.window(),
        )
        if dialog.exec() == CellDialog.DialogCode.Accepted:
            self._answered(item_id, party_id, now, dialog.answer())
        dialog.deleteLater()

    def _answered(self, item_id: Id, party_id: Id, now: CellAnswer, then: CellAnswer) -> None:
        bridge = self._desk.bridge
        if then.role is not now.role:
            bridge.do(set_role, item_id, party_id, then.role)
        if (then.mode, then.reservation) != (now.mode, now.reservation):
            cells = [(item_id, party_id)]
            bridge.do(set_signing_many, cells, then.mode, reservation=then.reservation)

    def _open_cell_menu(self, at: QPoint) -> None:
        here = self._here()
        if here is None:
            return
        party = self.model.parties[self.view.currentIndex().column()]
        menu = cell_menu(
            self,
            self._desk.dossier,
            self._deeds,
            self.view.places(),
            asked=self._menu_asked,
            party=party,
        )
        self._run(menu, at)

    def _open_party_menu(self, column: int) -> None:
        party = self.model.parties[column]
        header = self.view.party_header
        menu = party_menu(
            self,
            party,
            self.model.reader.progress.states.get(party.id),
            asked=self._menu_asked,
            deeds=self._deeds,
            default=self.model.reader.rules.by_default(party.id).mode,
        )
        left = header.sectionViewportPosition(column)
        self._run(menu, header.viewport().mapToGlobal(QPoint(left, header.height())))

    def _menu_asked(self, what: str, party_id: Id) -> None:
        column = self._column_of(party_id)
        if what == "column":
            self.select_party(party_id)
        elif what == "menu" and column is not None:
            self._open_party_menu(column)
        else:
            self.asked.emit(what, party_id)

    def _run(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _ask_reservation(self, text: str) -> str | None:
        return ask_reservation(self.window(), self._where(), text)

    def _where(self) -> str:
        places = self.view.places()
        if len(places) > 1:
            return tr("{count} vakjes").format(count=len(places))
        here = self._here()
        if here is None:
            return ""
        row = self.model.rows[self.view.currentIndex().row()]
        party = self.model.parties[self.view.currentIndex().column()]
        return f"{short_name(self._desk.dossier, row)} × {party.name}"

    def _moved(self) -> None:
        self.line.set_words(self._said())
        here = self._here()
        if here is not None and here[0] is RowKind.ITEM and self.view.hasFocus():
            self._desk.choose_item(here[1])

    def _said(self) -> CellWords:
        places = self.view.places()
        here = self._here()
        if here is None:
            return CellWords()
        if len(places) > 1:
            return CellWords(count=len(places), clears="")
        at, column = self.view.currentIndex().row(), self.view.currentIndex().column()
        row, party_id = self.model.rows[at], here[2]
        cell = self.model.cell(at, column)
        return CellWords(
            where=self._where(),
            role=cell.role,
            via=role_source(self._desk.dossier, row.id, party_id) if cell.role else "",
            mark=cell.mark,
            signing=signing_words(cell, self.model.reader.progress.states.get(party_id)),
            why=self._why(row, party_id, cell.reservation),
            clears=self._deeds.clears(places),
        )

    def _why(self, row: Row, party_id: Id, reservation: str) -> str:
        rules = self.model.reader.rules
        item = find_item(self._desk.dossier, row.id)
        if row.kind is RowKind.ITEM and item is not None:
            words = rule_words(self._desk.dossier, rules.of(item, party_id))
        else:
            words = rule_words(self._desk.dossier, rules.in_theme(row.theme_id, party_id))
        quoted = f"“{reservation}”" if reservation else ""
        fold = ""
        if self.model.fold(self.view.currentIndex().row()) is Fold.FOLDED:
            fold = tr("Enter klapt open")
        return ", ".join(filter(None, [quoted, words, fold]))
