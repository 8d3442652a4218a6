"""Who does what for the chosen item: every part can be changed where it stands."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from prestatie_desktop.domain.agreement import Role, RoleKind
from prestatie_desktop.domain.groups import members, named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import PartyGroup
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.journal.edits.roles import set_role
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.agreements.clearing import clear
from prestatie_desktop.ui.rooms.agreements.role_button import RoleButton
from prestatie_desktop.ui.rooms.agreements.row_look import role_mark
from prestatie_desktop.ui.widgets.badge import RoleBadge
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


class RolesSection(QWidget):
    """One line per party or group, with a menu for its part."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: Id = ""
        self._shown: object = None
        self._lines = Column(self, gap=2)
        self.add_button = Button(tr("Partij"), "plus", variant="link")
        self.add_button.setAccessibleName(tr("Partij of groep toevoegen"))
        self.add_button.clicked.connect(self._open_parties)

    def show_item(self, item_id: Id) -> None:
        """Show the parts in an item as they are now."""
        self._id = item_id
        dossier = self._desk.dossier
        roles = ordered_roles(dossier, item_id)
        shown = tuple((r.id, r.kind, named(dossier, r.party_id)) for r in roles), item_id
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._lines)
        for role in roles:
            self._lines.addWidget(self._line(role))
        if not roles:
            empty = Text(tr("Nog geen partijen genoemd"), "small", colour="ink3")
            self._lines.addWidget(empty)

    def party_menu(self) -> QMenu:
        """Every party and group without a part yet."""
        dossier, menu = self._desk.dossier, QMenu(self)
        taken = {role.party_id for role in dossier.roles_of(self._id)}
        has_lead = any(r.kind is RoleKind.LEAD for r in dossier.roles_of(self._id))
        kind = RoleKind.INVOLVED if has_lead else RoleKind.LEAD
        for party in dossier.parties:
            if party.id not in taken:
                self._offer(menu, party.id, party.name, kind)
        menu.addSeparator()
        for group in dossier.all(PartyGroup):
            if group.id not in taken:
                action = self._offer(menu, group.id, group.name, kind)
                action.setToolTip(self._members(group.id))
        menu.setToolTipsVisible(True)
        return menu

    def role_menu(self, role: Role) -> QMenu:
        """The parts a party can have."""
        menu = QMenu(self)
        for kind in RoleKind:
            action = QAction(label(kind), menu)
            action.setCheckable(True)
            action.setChecked(kind is role.kind)
            action.triggered.connect(partial(self._set, role.party_id, kind))
            menu.addAction(action)
        menu.addSeparator()
        none = QAction(tr("Geen rol"), menu)
        none.triggered.connect(partial(self._set, role.party_id, None))
        menu.addAction(none)
        return menu

    def _line(self, role: Role) -> QWidget:
        dossier = self._desk.dossier
        name = named(dossier, role.party_id)
        badge = RoleBadge(role_mark(role.kind.value), name)
        badge.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        word = label(role.kind)
        # The mark says of whom; the whole word would leave no room for the name.
        shown = tr("Onbekend") if role.kind is RoleKind.UNKNOWN_LEAD else word
        button = RoleButton(shown, tr("{party}: {role}").format(party=name, role=word))
        button.clicked.connect(lambda: self._open_roles(button, role))
        line = QWidget()
        if dossier.find(PartyGroup, role.party_id) is not None:
            line.setToolTip(self._members(role.party_id))
            badge.setAccessibleDescription(self._members(role.party_id))
        holder = Row(line, gap=8, margins=(24, 0, 0, 0))
        holder.addWidget(badge, 1)
        holder.addWidget(button)
        return line

    def _members(self, group_id: Id) -> str:
        names = [party.name for party in members(self._desk.dossier, group_id)]
        return tr("Leden: {names}").format(names=", ".join(names) or tr("nog geen"))

    def _offer(self, menu: QMenu, party_id: Id, name: str, kind: RoleKind) -> QAction:
        action = QAction(name.replace("&", "&&"), menu)
        action.triggered.connect(partial(self._set, party_id, kind))
        menu.addAction(action)
        return action

    def _set(self, party_id: Id, kind: RoleKind | None, _checked: bool = False) -> None:
        self._desk.bridge.do(set_role, self._id, party_id, kind)

    def _open_parties(self) -> None:
        menu = self.party_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    def _open_roles(self, button: RoleButton, role: Role) -> None:
        menu = self.role_menu(role)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
