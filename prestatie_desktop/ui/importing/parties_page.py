"""Everybody in the source on one page: who is who, and which spellings are the same."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.importing.reading import FoundGroup
from prestatie_desktop.ui.importing.choice_cells import choose_on_click
from prestatie_desktop.ui.importing.deciding import set_members
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.key_button import KeyButton
from prestatie_desktop.ui.importing.party_model import KNOWN, WHAT, PartyModel
from prestatie_desktop.ui.importing.party_rows import NONE, OWN, SAME, PartyRow, Sort
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice
from prestatie_desktop.ui.widgets.layouts import Column, Row, column
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tick_list import TickList
from prestatie_desktop.words.translation import tr

_SIDE, _SIDE_NARROW, _ROOMY = 300, 226, 900


class PartiesPage(QWidget):
    """A table of names; beside it what can be done with the chosen one."""

    def __init__(self, desk: ImportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = PartyModel(desk, self)
        self.table = Table(two_lines=True, name=tr("Namen in de bron"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        widths = [220, 210, 190] + ([240] if self.model.columnCount() > KNOWN else [])
        self.table.set_columns(widths, stretch=0)
        choose_on_click(self.table, WHAT)
        self.chips = ChipChoice()
        self.chips.setAccessibleName(tr("Welke namen"))
        self._name = Text("", "h2", wrap=True)
        self._about = Text("", "small", colour="ink2", wrap=True)
        self.same = KeyButton(tr("Zelfde partij"), "check", "Z")
        self.own = KeyButton(tr("Eigen partij"), "account-plus-outline", "E")
        self.nobody = KeyButton(tr("Geen partij"), "account-remove-outline", "G")
        self.members = TickList(tr("Leden van de groep"))
        self._members_head = Text(tr("Leden van de groep"), weight=600)
        self._arrange()
        self._connect()
        self.refresh()
        self.table.setCurrentIndex(self.model.index(0, WHAT))
        follow(self._restyle)

    def refresh(self) -> None:
        """Show the names as they are read now."""
        row = self.table.currentIndex().row()
        name = self.model.rows[row].name if 0 <= row < len(self.model.rows) else ""
        column_ = max(WHAT, self.table.currentIndex().column())
        self.model.refresh()
        self._show_counts()
        at = self.model.row_named(name)
        at = at if at >= 0 else min(max(row, 0), len(self.model.rows) - 1)
        if at >= 0:
            self.table.setCurrentIndex(self.model.index(at, column_))
        self._show_chosen()

    def take_focus(self) -> None:
        """Begin in the table."""
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side gives way where there is little room."""
        super().resizeEvent(event)
        self._restyle()

    def _arrange(self) -> None:
        about = tr("Kies in de tweede kolom wat elke naam is: Enter opent de keuzes.")
        head = Column(gap=6, margins=(16, 12, 16, 10))
        head.add(Text(about, "small", colour="ink2", wrap=True), self.chips)
        left = Panel("left", head, gap=0)
        left.body.addWidget(self.table, 1)
        self._choices = column(self.same, self.own, self.nobody, gap=6)
        side = column(
            self._name, self._about, 4, self._choices, self._members_head, self.members, None,
            gap=6, margins=(16, 14, 16, 12),
        )  # fmt: skip
        self._side = Page(side)
        whole = Row(self, gap=0)
        whole.addWidget(left, 1)
        whole.addWidget(self._side)

    def _connect(self) -> None:
        self._desk.read.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.chips.chosen.connect(self._filter)
        self.members.ticked.connect(self._on_member)
        ways = ((self.same, "Z", SAME), (self.own, "E", OWN), (self.nobody, "G", NONE))
        for button, key, choice in ways:
            do = partial(self._say, choice)
            button.clicked.connect(do)
            action = QAction(self.table)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(do)
            self.table.addAction(action)

    def _chosen(self) -> PartyRow | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _say(self, choice: str, _checked: bool = False) -> None:
        row = self._chosen()
        if row is None or (choice == SAME and not row.stands_for):
            return
        wanted = SAME + row.stands_for if choice == SAME else choice
        if choice == OWN and row.sort in (Sort.PARTY, Sort.GROUP):
            return
        self.model.decide(row, wanted)

    def _filter(self, which: str) -> None:
        self.model.filter(only_to_check=which == "check")
        self.table.setCurrentIndex(self.model.index(0, WHAT))
        self._show_chosen()

    def _on_member(self, name: str, ticked: bool) -> None:
        row = self._chosen()
        if row is None or not isinstance(row.part, FoundGroup):
            return
        kept = [one for one in self.members.ticked_ids() if one != name or ticked]
        words = tr("{group}: {count} leden").format(group=row.name, count=len(kept))
        self._desk.decide(words, set_members(self._desk.decisions, row.name, tuple(kept)))

    def _show_counts(self) -> None:
        current = self.chips.current() or "all"
        self.chips.set_choices(
            [
                ("all", tr("Alle namen {count}").format(count=self.model.count), None),
                (
                    "check",
                    tr("Nakijken {count}").format(count=self.model.to_check),
                    "alert-outline",
                ),
            ],
            current,
        )

    def _show_chosen(self, *_: QModelIndex) -> None:
        row = self._chosen()
        self._name.set_text(row.name if row is not None else "")
        self._about.set_text(_about(row) if row is not None else "")
        is_spelling = row is not None and row.sort is Sort.SPELLING
        is_nobody = row is not None and row.sort is Sort.NOBODY
        self.same.setVisible(is_spelling)
        self.own.setVisible(is_spelling or is_nobody)
        self.nobody.setVisible(row is not None and not is_nobody)
        if is_spelling and row is not None:
            self.same.setText(tr("Zelfde als {name}").format(name=_short(row.stands_for)))
            self.same.setToolTip(row.stands_for)
        group = row.part if row is not None and isinstance(row.part, FoundGroup) else None
        self._members_head.setVisible(group is not None)
        self.members.setVisible(group is not None)
        if group is not None:
            names = [party.name for party in self._desk.reading.parties]
            self.members.set_lines([(name, name, name in group.members) for name in names])

    def _restyle(self) -> None:
        px = theme().px
        self._side.setFixedWidth(px(_SIDE if self.width() >= px(_ROOMY) else _SIDE_NARROW))


def _about(row: PartyRow) -> str:
    if row.sort is Sort.SPELLING:
        why = row.reasons[0] if row.reasons else tr("andere schrijfwijze")
        return tr("Lijkt op {name}: {why}.").format(name=row.stands_for, why=why)
    if row.sort is Sort.NOBODY:
        return tr("Deze naam is geen partij.")
    return " ".join(row.reasons)


def _short(name: str) -> str:
    return name if len(name) <= 22 else f"{name[:21]}…"
