"""Everything about one party, beside the list."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import groups_of
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.journal.edits import parties
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.panels.signatories import SignatoriesPanel
from prestatie_desktop.ui.rooms.parties.logo_field import LogoField
from prestatie_desktop.ui.rooms.parties.role_counts import role_words
from prestatie_desktop.ui.rooms.parties.typed_field import TypedField
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.ui.widgets.folding import FoldingSection
from prestatie_desktop.ui.widgets.layouts import Column, row
from prestatie_desktop.ui.widgets.panel import Rule
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tick_list import TickList
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


class PartyDetail(QWidget):
    """Names, kind, signing, whom it speaks for, groups, logo, note and signatories."""

    removal_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._party_id: Id = ""
        self._signatories: SignatoriesPanel | None = None
        self._name = Text("", "h1", wrap=True)
        self._roles = Text("", colour="ink2", wrap=True)
        self._filter = Button(tr("Toon de afspraken"), "filter-outline", variant="link")
        self.name = Field()
        self.legal_name = Field(hint=tr("Zoals onder de handtekening"))
        self.aliases = Field(hint=tr("Met een puntkomma ertussen"))
        self.seat = Field()
        self.kind = Combo()
        self.signs = QCheckBox(tr("Tekent de afspraken"))
        self.represents = TickList(tr("Spreekt namens de huurders van"))
        self.groups = TickList(tr("Groepen waarin deze partij zit"))
        self.successor = Combo()
        self.successor.setSizeAdjustPolicy(
            Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.logo = LogoField(desk)
        self.note = QPlainTextEdit()
        self.remove = Button(tr("Partij verwijderen"), "trash-can-outline", variant="link")
        self._typed = {
            "name": self._bind(self.name, "name"),
            "legal_name": self._bind(self.legal_name, "legal_name"),
            "aliases": self._bind(self.aliases, "aliases"),
            "seat": self._bind(self.seat, "seat"),
            "note": self._bind(self.note, "note"),
        }
        self._arrange()
        self._connect()
        follow(self._restyle)

    def show_party(self, party: Party) -> None:
        """Show a party as it is now."""
        anew = party.id != self._party_id
        self._party_id = party.id
        dossier = self._desk.dossier
        self._name.set_text(party.name)
        self._roles.set_text(role_words(dossier, party.id))
        whose = tr("Toon de afspraken van {name}").format(name=party.name)
        self._filter.setToolTip(whose)
        self._filter.setAccessibleName(whose)
        for field, text in (
            ("name", party.name),
            ("legal_name", party.legal_name),
            ("aliases", "; ".join(party.aliases)),
            ("seat", party.seat),
            ("note", party.note),
        ):
            self._typed[field].show(text, anew=anew)
        self._show_choices(dossier, party)
        self.logo.show_party(party)
        if anew:
            self._show_signatories()

    def _show_choices(self, dossier: Dossier, party: Party) -> None:
        self.kind.set_choices([(kind.value, label(kind)) for kind in PartyKind], party.kind.value)
        blocked = self.signs.blockSignals(True)
        self.signs.setChecked(party.can_sign)
        self.signs.setEnabled(party.kind is not PartyKind.ACTOR)
        self.signs.blockSignals(blocked)
        others = [other for other in dossier.parties if other.id != party.id]
        corporations = [o for o in others if o.kind is PartyKind.CORPORATION]
        self.represents.set_lines([(c.id, c.name, c.id in party.represents) for c in corporations])
        speaks = party.kind is PartyKind.TENANTS_ORGANISATION or bool(party.represents)
        self._represents.setVisible(speaks and bool(corporations))
        far = {group.id for group in groups_of(dossier, party.id)}
        self.groups.set_lines(
            [
                (group.id, _group_words(group, party.id, far), party.id in group.members)
                for group in dossier.all(PartyGroup)
            ]
        )
        self._groups.setVisible(self.groups.count() > 0)
        named = [(o.id, o.name) for o in others if o.kind is not PartyKind.ACTOR]
        self.successor.set_choices([("", tr("Niemand")), *named], party.successor_id)

    def _arrange(self) -> None:
        form = Form(above=True)
        form.add_row(tr("Naam"), self.name)
        form.add_row(tr("Statutaire naam"), self.legal_name)
        form.add_row(tr("Andere namen"), self.aliases)
        form.add_row(tr("Vestigingsplaats"), self.seat)
        form.add_row(tr("Soort"), self.kind)
        form.add_wide(self.signs)
        self.note.setAccessibleName(tr("Toelichting"))
        self.note.setTabChangesFocus(True)
        more = Form(above=True)
        more.add_row(tr("Opgevolgd door"), self.successor)
        more.add_row(tr("Toelichting"), self.note)
        self._represents = FoldingSection(tr("Spreekt namens de huurders van"), self.represents)
        self._groups = FoldingSection(tr("Groepen"), self.groups)
        self._people = Column()
        whole = Column(self, gap=6, margins=(20, 18, 16, 20))
        whole.add(self._name, self._roles, row(self._filter, None), Rule())
        whole.add(FoldingSection(tr("Gegevens"), form), self._represents, self._groups)
        whole.addLayout(self._people)
        whole.add(FoldingSection(tr("Logo"), self.logo), FoldingSection(tr("Verder"), more), Rule())
        whole.add(row(self.remove, None), None)

    def _connect(self) -> None:
        self.kind.activated.connect(self._set_kind)
        self.signs.clicked.connect(lambda on: self._edit(signs=on))
        self.successor.activated.connect(
            lambda _: self._edit(successor_id=self.successor.current_key())
        )
        self.represents.ticked.connect(
            lambda _id, _on: self._edit(represents=self.represents.ticked_ids())
        )
        self.groups.ticked.connect(self._set_group)
        self.remove.clicked.connect(lambda: self.removal_asked.emit(self._party_id))
        self._filter.clicked.connect(self._show_agreements)

    def _bind(self, field: Field | QPlainTextEdit, name: str) -> TypedField:
        def write(text: str) -> object:
            value: Any = tuple(text.split(";")) if name == "aliases" else text
            return self._desk.bridge.type(parties.edit_party, self._party_id, **{name: value})

        return TypedField(field, self._desk.bridge, write)

    def _edit(self, **new: Any) -> None:
        if self._desk.bridge.do(parties.edit_party, self._party_id, **new) is None:
            self._back_to_what_is()

    def _set_kind(self) -> None:
        kind = PartyKind(self.kind.current_key())
        party = self._desk.dossier.get(Party, self._party_id)
        if kind is not party.kind:
            # An actor never signs; one that becomes a party is expected to.
            signs = kind is not PartyKind.ACTOR
            if (party.kind is PartyKind.ACTOR) is (kind is PartyKind.ACTOR):
                signs = party.signs
            self._edit(kind=kind, signs=signs)

    def _set_group(self, group_id: Id, ticked: bool) -> None:
        group = self._desk.dossier.get(PartyGroup, group_id)
        rest = tuple(m for m in group.members if m != self._party_id)
        members = (*rest, self._party_id) if ticked else rest
        if self._desk.bridge.do(parties.edit_group, group_id, members=members) is None:
            self._back_to_what_is()

    def _back_to_what_is(self) -> None:
        party = self._desk.dossier.find(Party, self._party_id)
        if party is not None:
            self.show_party(party)

    def _show_agreements(self) -> None:
        self._desk.bridge.flush()
        self._desk.filter_on(self._party_id)
        self._desk.room_wanted.emit("agreements")

    def _show_signatories(self) -> None:
        if self._signatories is None:
            self._signatories = SignatoriesPanel(self._desk, self._party_id)
            self._people.addWidget(FoldingSection(tr("Ondertekenaars"), self._signatories))
        else:
            self._signatories.set_party(self._party_id)

    def _restyle(self) -> None:
        self.note.setFont(theme().font("ui"))
        self.note.setFixedHeight(theme().px(84))


def _group_words(group: PartyGroup, party_id: Id, far: set[Id]) -> str:
    if group.id in far and party_id not in group.members:
        return tr("{name} (via een andere groep)").format(name=group.name)
    return group.name
