"""Everything about one group, beside the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import PartyGroup
from prestatie_desktop.journal.edits import parties
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.problem import Problem, refusals
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.rooms.parties.role_counts import role_words
from prestatie_desktop.ui.rooms.parties.typed_field import TypedField
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.fields import Field, Form
from prestatie_desktop.ui.widgets.folding import FoldingSection
from prestatie_desktop.ui.widgets.layouts import Column, row
from prestatie_desktop.ui.widgets.panel import Rule
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tick_list import TickList
from prestatie_desktop.words.translation import tr


class GroupDetail(QWidget):
    """Name, members and note."""

    removal_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group_id: Id = ""
        self._title = Text("", "h1", wrap=True)
        self._roles = Text("", colour="ink2", wrap=True)
        self.name = Field()
        self.members = TickList(tr("Leden"))
        self.note = QPlainTextEdit()
        self.problem = Problem()
        self.remove = Button(tr("Groep verwijderen"), "trash-can-outline", variant="link")
        bridge = desk.bridge
        self._typed_name = TypedField(
            self.name,
            bridge,
            lambda text: bridge.type(parties.edit_group, self._group_id, name=text),
        )
        self._typed_note = TypedField(
            self.note,
            bridge,
            lambda text: bridge.type(parties.edit_group, self._group_id, note=text),
        )
        self._arrange()
        self.members.ticked.connect(lambda _id, _on: self._set_members())
        self.remove.clicked.connect(lambda: self.removal_asked.emit(self._group_id))
        follow(self._restyle)

    def show_group(self, group: PartyGroup) -> None:
        """Show a group as it is now."""
        anew = group.id != self._group_id
        self._group_id = group.id
        if anew:
            self.problem.clear()
        self._title.set_text(group.name)
        self._roles.set_text(role_words(self._desk.dossier, group.id))
        self._typed_name.show(group.name, anew=anew)
        self._typed_note.show(group.note, anew=anew)
        dossier = self._desk.dossier
        others = [g for g in dossier.all(PartyGroup) if g.id != group.id]
        lines = [(p.id, p.name, p.id in group.members) for p in dossier.parties]
        lines += [
            (g.id, tr("{name} (groep)").format(name=g.name), g.id in group.members) for g in others
        ]
        self.members.set_lines(lines)

    def _arrange(self) -> None:
        form = Form(above=True)
        form.add_row(tr("Naam"), self.name)
        more = Form(above=True)
        self.note.setAccessibleName(tr("Toelichting"))
        self.note.setTabChangesFocus(True)
        more.add_row(tr("Toelichting"), self.note)
        about = tr(
            "Waar de groep bij een afspraak staat, zijn al haar leden bedoeld. Een andere "
            "samenstelling telt meteen mee."
        )
        whole = Column(self, gap=6, margins=(20, 18, 16, 20))
        whole.add(self._title, self._roles, Text(about, "small", colour="ink3", wrap=True), Rule())
        whole.add(form, FoldingSection(tr("Leden"), self.members), self.problem, more, Rule())
        whole.add(row(self.remove, None), None)

    def _set_members(self) -> None:
        self.problem.clear()
        ticked = self.members.ticked_ids()
        bridge = self._desk.bridge
        with refusals(bridge) as heard:
            done = bridge.do(parties.edit_group, self._group_id, members=ticked)
        if heard:
            self.problem.show_at(None, heard[0])
        if done is None:
            group = self._desk.dossier.find(PartyGroup, self._group_id)
            if group is not None:
                self.show_group(group)

    def _restyle(self) -> None:
        self.note.setFont(theme().font("ui"))
        self.note.setFixedHeight(theme().px(96))
