"""What a new table of commitments is called and how its rows look."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.commitment import CommitmentKind, KindForm
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


@dataclass(frozen=True, slots=True)
class AskedKind:
    """The answer."""

    label: str
    number: str
    form: KindForm


class KindDialog(Dialog):
    """Name, number of its heading, and the form of its rows."""

    def __init__(self, kind: CommitmentKind | None, parent: QWidget | None = None) -> None:
        title = tr("Tabel wijzigen") if kind else tr("Tabel toevoegen")
        super().__init__(title, parent=parent)
        self.name = Field(kind.label if kind else "", name=tr("Naam"))
        self.number = Field(kind.number if kind else "", name=tr("Nummer"))
        self.form = Combo()
        forms = [(form.value, label(form)) for form in KindForm]
        self.form.set_choices(forms, kind.form.value if kind else "")
        self.form.setEnabled(kind is None)
        fields = Form()
        fields.add_row(tr("Naam"), self.name)
        fields.add_row(tr("Nummer van het kopje"), self.number)
        fields.add_row(tr("Rijen"), self.form)
        self.add(fields)
        self.add_cancel()
        self._done = self.add_button(tr("Wijzigen") if kind else tr("Toevoegen"), default=True)
        self.name.textChanged.connect(self._judge)
        self._judge()
        self.name.setFocus()

    def answer(self) -> AskedKind:
        """What was filled in."""
        return AskedKind(self.name.text(), self.number.text(), KindForm(self.form.current_key()))

    def _judge(self) -> None:
        self._done.setEnabled(bool(self.name.text().strip()))


def ask_kind(parent: QWidget, kind: CommitmentKind | None = None) -> AskedKind | None:
    """Ask; None when it was cancelled."""
    dialog = KindDialog(kind, parent)
    taken = dialog.exec() == KindDialog.DialogCode.Accepted
    answer = dialog.answer() if taken else None
    dialog.deleteLater()
    return answer
