"""The room Partijen: who takes part, in which groups, and everything about each."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.journal.edits import parties
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.rooms.parties.adding import AddGroupDialog, AddingDialog, AddPartyDialog
from prestatie_desktop.ui.rooms.parties.group_detail import GroupDetail
from prestatie_desktop.ui.rooms.parties.party_detail import PartyDetail
from prestatie_desktop.ui.rooms.parties.party_list import PartyList
from prestatie_desktop.ui.rooms.room import Room
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row, column, flow
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

_SORTS = ("party", "party_group", "role", "agreement_set")


class PartiesRoom(Room):
    """The list at the left, what is chosen in it at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = PartyList()
        self.party = PartyDetail(desk)
        self.group = GroupDetail(desk)
        self._empty = EmptyState(
            tr("Nog geen partijen"),
            tr("Gemeenten, corporaties en huurdersorganisaties die samen afspraken maken."),
            action=tr("Partij toevoegen"),
            glyph="account-group-outline",
        )
        self._count = Text("", colour="ink2", wrap=True)
        self._pages = QStackedWidget()
        self._party_page, self._group_page = Page(self.party), Page(self.group)
        for page in (self._party_page, self._group_page):
            self._pages.addWidget(page)
        self._side = Panel("side", self._pages)
        self._arrange()
        self._connect()
        follow(self._restyle)

    def refresh(self) -> None:
        """Draw everything from the dossier as it is now."""
        dossier = self.desk.dossier
        signing = sum(1 for party in dossier.parties if party.can_sign)
        words = tr("{all} partijen, {signing} tekenen")
        self._count.set_text(words.format(all=len(dossier.parties), signing=signing))
        self.list.show_dossier(dossier)
        self._show(self.list.chosen_id())
        has_any = self.list.count() > 0
        for part in (self._count, self.list, self._adding):
            part.setVisible(has_any)
        self._empty.setVisible(not has_any)

    def entry_committed(self, entry: Entry) -> None:
        """Only what is shown here matters."""
        if any(entry.touches(sort) for sort in _SORTS):
            self.refresh()

    def show_item(self, item_id: Id) -> bool:
        """Choose a party or group; False for anything else."""
        dossier = self.desk.dossier
        if dossier.find(Party, item_id) is None and dossier.find(PartyGroup, item_id) is None:
            return False
        self.list.show_dossier(dossier)
        return self.list.choose(item_id)

    def add_party(self) -> None:
        """Ask a name and a kind, and add the party."""
        chosen = self.desk.dossier.find(Party, self.list.chosen_id())
        kind = chosen.kind if chosen else PartyKind.CORPORATION
        self._add(AddPartyDialog(self.desk, kind, self))

    def add_group(self) -> None:
        """Ask a name and members, and add the group."""
        self._add(AddGroupDialog(self.desk, self))

    def remove(self, party_or_group: Id) -> None:
        """Take a party or group out, with the way back in a toast."""
        dossier, bridge = self.desk.dossier, self.desk.bridge
        group = dossier.find(PartyGroup, party_or_group)
        if group is not None:
            done = bridge.do(parties.remove_group, group.id)
            said = tr("Groep {name} verwijderd").format(name=group.name)
        else:
            party = dossier.get(Party, party_or_group)
            done = bridge.do(parties.remove_party, party.id)
            said = tr("Partij {name} verwijderd").format(name=party.name)
        if done is not None:
            self.desk.happened.emit(said, True)

    def shift(self, party_id: Id, way: int) -> None:
        """Put a party before or after its neighbour of the same kind; a group likewise."""
        party = self.desk.dossier.find(Party, party_id)
        if party is None:
            self._shift_group(party_id, way)
            return
        everyone = [p for p in self.desk.dossier.parties if p.id != party_id]
        of_kind = [p for p in self.desk.dossier.parties if p.kind is party.kind]
        at = of_kind.index(party) + way
        if 0 <= at < len(of_kind):
            place = everyone.index(of_kind[at])
            position = place if way < 0 else place + 1
            self.desk.bridge.do(parties.move_party, party_id, position)

    def _shift_group(self, group_id: Id, way: int) -> None:
        groups = [group.id for group in self.desk.dossier.all(PartyGroup)]
        at = groups.index(group_id) + way
        if 0 <= at < len(groups):
            self.desk.bridge.do(parties.move_group, group_id, at)

    def _add(self, dialog: AddingDialog) -> None:
        self.desk.bridge.flush()
        if dialog.exec():
            self.refresh()
            self.list.choose(dialog.added)
            self.list.setFocus()
        dialog.deleteLater()

    def _arrange(self) -> None:
        self._new_party = Button(tr("Partij toevoegen"), "plus")
        self._new_group = Button(tr("Groep toevoegen"), "plus")
        left = Column(gap=10, margins=(24, 14, 24, 14))
        heading = column(Text(tr("Partijen"), "h1", wrap=True), self._count, gap=0)
        left.add(heading)
        left.addWidget(self.list, 1)
        left.addWidget(self._empty, 1)
        self._adding = flow(self._new_party, self._new_group)
        left.add(self._adding)
        middle = Row(gap=0)
        middle.addLayout(left, 1)
        middle.addWidget(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(middle)

    def _connect(self) -> None:
        self._new_party.clicked.connect(self.add_party)
        self._new_group.clicked.connect(self.add_group)
        self._empty.acted.connect(self.add_party)
        self.list.chosen.connect(self._show)
        self.list.moved.connect(self.shift)
        self.list.editing_asked.connect(self._edit)
        self.list.removal_asked.connect(self.remove)
        self.party.removal_asked.connect(self.remove)
        self.group.removal_asked.connect(self.remove)
        self.desk.organisation_changed.connect(self.list.choose)

    def _show(self, party_or_group: Id) -> None:
        # What was typed about the one that was shown is of that one.
        self.desk.bridge.flush()
        dossier = self.desk.dossier
        party = dossier.find(Party, party_or_group)
        group = dossier.find(PartyGroup, party_or_group)
        if party is not None:
            self.party.show_party(party)
            self._pages.setCurrentWidget(self._party_page)
        elif group is not None:
            self.group.show_group(group)
            self._pages.setCurrentWidget(self._group_page)
        self._side.setVisible(party is not None or group is not None)

    def _edit(self) -> None:
        here = self._pages.currentWidget()
        field = self.group.name if here is self._group_page else self.party.name
        field.setFocus()
        field.selectAll()

    def _restyle(self) -> None:
        self._side.setFixedWidth(theme().px(372))
        self.list.setMinimumWidth(theme().px(200))
