"""Who signs for one party: shown, added, changed, taken out."""

from dataclasses import asdict

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.signing import Signatory
from prestatie_desktop.journal.edits.signing import (
    add_signatory,
    edit_signatory,
    remove_signatory,
)
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.signatory import SignatoryAnswer, SignatoryDialog
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


class SignatoriesPanel(QWidget):
    """The signatories of a party, each with its function and ground, and a way to add one."""

    def __init__(self, desk: Desk, party_id: Id = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._party_id = desk, party_id
        self._shown: tuple[Signatory, ...] | None = None
        whole = Column(self, gap=6)
        self._list = QWidget()
        self._body = Column(self._list, gap=4)
        self._add = Button(tr("Ondertekenaar toevoegen"), "account-plus-outline", variant="link")
        self._add.clicked.connect(self.add)
        foot = Row()
        foot.add(self._add, None)
        whole.addWidget(self._list)
        whole.addLayout(foot)
        desk.bridge.committed.connect(self._on_committed)
        self._refresh()

    def set_party(self, party_id: Id) -> None:
        """Show another party's."""
        self._party_id, self._shown = party_id, None
        self._refresh()

    def add(self) -> None:
        """Ask for a person and add one."""
        answer = self._ask(None)
        if answer is not None:
            self._desk.bridge.do(add_signatory, self._party_id, **_fields(answer))

    def edit(self, signatory: Signatory) -> None:
        """Ask what is different and change it."""
        answer = self._ask(signatory)
        if answer is not None:
            self._desk.bridge.do(edit_signatory, signatory.id, **_fields(answer))

    def remove(self, signatory: Signatory) -> None:
        """Take a person out; undo brings it back."""
        if self._desk.bridge.do(remove_signatory, signatory.id):
            text = tr("{name} tekent niet meer voor {party}").format(
                name=signatory.name, party=named(self._desk.dossier, self._party_id)
            )
            self._desk.happened.emit(text, True)

    def words(self) -> list[str]:
        """The lines as they are read out."""
        panels = self._list.findChildren(Panel)
        return [panel.accessibleName() for panel in panels if not panel.isHidden()]

    def _ask(self, signatory: Signatory | None) -> SignatoryAnswer | None:
        party = named(self._desk.dossier, self._party_id)
        dialog = SignatoryDialog(party, signatory, self.window())
        accepted = dialog.exec() == SignatoryDialog.DialogCode.Accepted
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def _on_committed(self, entry: Entry) -> None:
        if entry.touches("signatory"):
            self._refresh()

    def _refresh(self) -> None:
        signatories = self._desk.dossier.of(Signatory, "party_id", self._party_id)
        if signatories == self._shown:
            return
        self._shown = signatories
        while (taken := self._body.takeAt(0)) is not None:
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        if not signatories:
            empty = tr("Nog niemand tekent voor deze partij.")
            self._body.addWidget(Text(empty, "small", colour="warn", wrap=True))
        for signatory in signatories:
            self._body.addWidget(self._line(signatory))

    def _line(self, signatory: Signatory) -> Panel:
        panel = Panel("soft", across=True, gap=6, margins=(12, 6, 6, 6))
        name = signatory.name
        if signatory.on_behalf_of:
            name = f"{name} (i.o. {signatory.on_behalf_of})"
        said = Column(gap=0)
        said.addWidget(Text(name, weight=600, elide=True))
        under = ground_words(signatory)
        if under:
            said.addWidget(Text(under, "small", colour="ink3", wrap=True))
        panel.body.addLayout(said, 1)
        change = Tool("pencil-outline", tr("{name} wijzigen").format(name=signatory.name), size=18)
        change.clicked.connect(lambda: self.edit(signatory))
        remove = Tool(
            "trash-can-outline", tr("{name} verwijderen").format(name=signatory.name), size=18
        )
        remove.clicked.connect(lambda: self.remove(signatory))
        panel.add(change, remove)
        panel.setAccessibleName(", ".join(filter(None, [name, under])))
        return panel


def ground_words(signatory: Signatory) -> str:
    """Function and ground: "wethouder · Volmacht: besluit college, 3 november 2025"."""
    ground = label(signatory.basis) if signatory.basis else ""
    paper = ", ".join(
        filter(
            None,
            [
                signatory.document,
                long_date(signatory.document_date) if signatory.document_date else "",
            ],
        )
    )
    if paper:
        ground = f"{ground}: {paper}" if ground else paper
    return " · ".join(filter(None, [signatory.function, ground]))


def _fields(answer: SignatoryAnswer) -> dict[str, object]:
    return asdict(answer)
