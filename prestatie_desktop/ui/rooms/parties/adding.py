"""A new party or group: its name, and what it is."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.journal.edits import parties
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.problem import Problem, refusals
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tick_list import TickList
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


class AddingDialog(Dialog):
    """What both share: a name, and the reason when it is refused."""

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._desk = desk
        #: The id of what was added.
        self.added: Id = ""
        self._name = Field()
        self._problem = Problem()
        self._form = Form()
        self._form.add_row(tr("&Naam"), self._name)
        self.add(self._form)
        self._name.textEdited.connect(lambda _: self._problem.clear(self._name))

    def finish(self) -> None:
        """Add the buttons."""
        self.add(self._problem)
        self.add_cancel()
        self.add_button(tr("Toevoegen"), default=True, accepts=False).clicked.connect(self._try)
        self._name.setFocus()

    def make(self, _name: str) -> Id:
        """Change the dossier; gives the id, or "" when it was refused."""
        return ""

    def _try(self) -> None:
        with refusals(self._desk.bridge) as heard:
            self.added = self.make(self._name.text())
        if self.added:
            self.accept()
        elif heard:
            self._problem.show_at(self._name, heard[0])


class AddPartyDialog(AddingDialog):
    """A party of some kind."""

    def __init__(self, desk: Desk, kind: PartyKind, parent: QWidget | None = None) -> None:
        super().__init__(tr("Partij toevoegen"), desk, parent)
        self._kind = Combo()
        self._kind.set_choices([(kind.value, label(kind)) for kind in PartyKind], kind.value)
        self._form.add_row(tr("&Soort"), self._kind)
        self.finish()

    def make(self, name: str) -> Id:
        """Add it at the end of its kind."""
        kind = PartyKind(self._kind.current_key())
        entry = self._desk.bridge.do(parties.add_party, name, kind)
        return entry.refs[0].id if entry else ""


class AddGroupDialog(AddingDialog):
    """A group with its members."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Groep toevoegen"), desk, parent)
        self._members = TickList(tr("Leden"))
        self._members.set_lines([(p.id, p.name, False) for p in desk.dossier.parties])
        self.add(Text(tr("Leden"), "h2"), self._members)
        self.finish()

    def make(self, name: str) -> Id:
        """Add it at the end."""
        entry = self._desk.bridge.do(parties.add_group, name, self._members.ticked_ids())
        return entry.refs[0].id if entry else ""
