"""Everything about one party's signing: who signs, what was registered."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import Signature, SignatureSheet
from prestatie_desktop.journal.edits.editions import withdraw_signature
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.panels.signatories import SignatoriesPanel
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.layouts import Column
from prestatie_desktop.ui.widgets.panel import Panel, Rule
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.labels import in_sentence, label
from prestatie_desktop.words.translation import tr


class PartyDialog(Dialog):
    """Signatories, and the registered signatures with a way to withdraw one."""

    def __init__(self, desk: Desk, party_id: Id, parent: QWidget | None = None) -> None:
        party = desk.dossier.get(Party, party_id)
        super().__init__(party.full_name, width=560, parent=parent)
        self._desk, self._party_id = desk, party_id
        self.signatories = SignatoriesPanel(desk, party_id)
        self._list = QWidget()
        self._body = Column(self._list, gap=4)
        self.add(
            Text(tr("Ondertekenaars"), "h2"),
            self.signatories,
            Rule(),
            Text(tr("Vastgelegde ondertekeningen"), "h2"),
            self._list,
        )
        self.content.addStretch(1)
        self.add_button(tr("Sluiten"), default=True)
        self._refresh()

    def _refresh(self) -> None:
        while (taken := self._body.takeAt(0)) is not None:
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        signatures = self._desk.dossier.of(Signature, "party_id", self._party_id)
        if not signatures:
            self._body.addWidget(Text(tr("Nog geen."), "small", colour="ink3"))
        for signature in signatures:
            self._body.addWidget(self._line(signature))

    def _line(self, signature: Signature) -> Panel:
        sheet = self._desk.dossier.find(SignatureSheet, signature.sheet_id)
        panel = Panel("soft", across=True, gap=8, margins=(12, 6, 8, 6))
        said = Column(gap=0)
        said.addWidget(Text(signature.signatory, weight=600, elide=True))
        parts = [
            long_date(signature.signed_on),
            signature.place,
            in_sentence(label(signature.medium)),
            tr("blad {code}").format(code=sheet.code) if sheet else "",
            signature.note,
        ]
        under = ", ".join(part for part in parts if part)
        said.addWidget(Text(under, "small", colour="ink3", wrap=True))
        panel.body.addLayout(said, 1)
        withdraw = Button(tr("Intrekken"), "undo", variant="link")
        withdraw.setAccessibleName(
            tr("Ondertekening van {name} intrekken").format(name=signature.signatory)
        )
        withdraw.clicked.connect(lambda: self._withdraw(signature))
        panel.add(withdraw)
        panel.setAccessibleName(f"{signature.signatory}, {under}")
        return panel

    def _withdraw(self, signature: Signature) -> None:
        if self._desk.bridge.do(withdraw_signature, signature.id):
            text = tr("Ondertekening van {name} ingetrokken").format(name=signature.signatory)
            self._desk.happened.emit(text, True)
            self._refresh()
