"""The steps towards signatures, each a dialog and what follows from it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from prestatie_desktop.domain.checks import Finding
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.signing import SignatureSheet
from prestatie_desktop.domain.signing_state import PartySigning, PartyState, latest_edition
from prestatie_desktop.journal.edits.editions import adopt, register_signature
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.signing.adopt_dialog import AdoptDialog
from prestatie_desktop.ui.rooms.signing.difference_dialog import DifferenceDialog
from prestatie_desktop.ui.rooms.signing.findings_dialog import FindingsDialog
from prestatie_desktop.ui.rooms.signing.next_step import Do
from prestatie_desktop.ui.rooms.signing.party_dialog import PartyDialog
from prestatie_desktop.ui.rooms.signing.register_dialog import RegisterDialog
from prestatie_desktop.words.translation import tr


class SigningSteps:
    """What buttons and menus of the room ask for."""

    def __init__(
        self, desk: Desk, parent: QWidget, findings: Callable[[], tuple[Finding, ...]]
    ) -> None:
        self._desk, self._parent, self._findings = desk, parent, findings
        #: Brings an item into view in this room.
        self.show_item: Callable[[Id], object] = lambda _item_id: None

    def do(self, what: str, party_id: Id = "") -> None:
        """Carry out a step by its name (`Do`)."""
        match what:
            case Do.PARTIES:
                self._desk.room_wanted.emit("parties")
            case Do.ADOPT:
                self.adopt()
            case Do.REGISTER:
                self.register(party_id)
            case Do.DIFFERENCE:
                self.show_difference(party_id)
            case Do.PRINT:
                self._desk.room_wanted.emit("print:signatures")
            case "findings":
                self.show_findings()
            case Do.SIGNATORIES:
                self._run(PartyDialog(self._desk, party_id, self._parent))

    def adopt(self) -> None:
        """Freeze an edition and issue its sheets."""
        self._desk.bridge.flush()
        dialog = AdoptDialog(
            self._desk.dossier, self._desk.signing, self._findings(), _today(), self._parent
        )
        if self._run(dialog):
            day, title, note = dialog.answer()
            author = self._desk.bridge.session.author
            if self._desk.bridge.do(adopt, author, day, title=title, note=note):
                self._tell_adopted()

    def register(self, party_id: Id = "") -> None:
        """Record a signature on a sheet that was issued."""
        self._desk.bridge.flush()
        if not self._desk.dossier.count(SignatureSheet):
            self._desk.happened.emit(
                tr("Er is nog geen blad uitgegeven; stel eerst een versie vast."), False
            )
            return
        party_id = party_id or self._first_waiting()
        signings = self._desk.signing
        dialog = RegisterDialog(self._desk.dossier, signings, _today(), party_id, self._parent)
        if self._run(dialog):
            answer = dialog.answer()
            entry = self._desk.bridge.do(
                register_signature,
                self._desk.bridge.session.author,
                answer.sheet_id,
                answer.signatory,
                answer.signed_on,
                place=answer.place,
                medium=answer.medium,
                note=answer.note,
            )
            if entry is not None:
                party = self._desk.dossier.get(SignatureSheet, answer.sheet_id).party_id
                text = tr("Ondertekening van {party} vastgelegd").format(
                    party=named(self._desk.dossier, party)
                )
                self._desk.happened.emit(text, True)

    def show_findings(self) -> None:
        """What the checks found; then go to what one of them is about."""
        dialog = FindingsDialog(self._desk.dossier, self._findings(), self._parent)
        accepted = self._run(dialog)
        finding = dialog.chosen() if accepted else None
        if finding is None:
            return
        if finding.item_id:
            self.show_item(finding.item_id)
        else:
            self.do(Do.SIGNATORIES, finding.party_id)

    def show_difference(self, party_id: Id) -> None:
        """What changed since a party signed or got its sheet."""
        signing = self._signing(party_id)
        if signing is not None and signing.sheet is not None:
            self._run(DifferenceDialog(self._desk, signing, self._parent))

    def _tell_adopted(self) -> None:
        edition = latest_edition(self._desk.dossier)
        assert edition is not None
        sheets = len(self._desk.dossier.of(SignatureSheet, "edition_id", edition.id))
        text = tr("Versie {number} vastgesteld; {count} bladen klaar om te tekenen").format(
            number=edition.number, count=sheets
        )
        self._desk.happened.emit(text, True)

    def _first_waiting(self) -> Id:
        waiting = (s for s in self._desk.signing if s.state is PartyState.SHEET_OUT)
        return next((signing.party.id for signing in waiting), "")

    def _signing(self, party_id: Id) -> PartySigning | None:
        return next((s for s in self._desk.signing if s.party.id == party_id), None)

    def _run(self, dialog: QDialog) -> bool:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the user's own calendar
