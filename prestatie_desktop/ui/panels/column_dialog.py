"""Which column a table of figures gets: a party's, or one with a label of its own."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.series import Series
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.words.translation import tr


class ColumnDialog(Dialog):
    """A party that has no column yet, or words."""

    def __init__(self, dossier: Dossier, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(tr("Kolom toevoegen"), parent=parent)
        have = {column.party_id for column in series.columns}
        self.party = Combo()
        free = [(party.id, party.name) for party in dossier.parties if party.id not in have]
        self.party.set_choices([("", tr("geen partij")), *free])
        self.words = Field("", name=tr("Opschrift"))
        fields = Form()
        fields.add_row(tr("Partij"), self.party)
        fields.add_row(tr("Opschrift"), self.words)
        self.add(fields)
        self.add_cancel()
        self._done = self.add_button(tr("Toevoegen"), default=True)
        self.party.currentIndexChanged.connect(self._judge)
        self.words.textChanged.connect(self._judge)
        self._judge()

    def answer(self) -> tuple[str, Id]:
        """The label and the party."""
        party_id = self.party.current_key()
        return (self.party.currentText() if party_id else self.words.text()), party_id

    def _judge(self) -> None:
        has_party = bool(self.party.current_key())
        self.words.setEnabled(not has_party)
        self._done.setEnabled(has_party or bool(self.words.text().strip()))


def ask_column(parent: QWidget, dossier: Dossier, series: Series) -> tuple[str, Id] | None:
    """Ask; None when it was cancelled."""
    dialog = ColumnDialog(dossier, series, parent)
    taken = dialog.exec() == ColumnDialog.DialogCode.Accepted
    answer = dialog.answer() if taken else None
    dialog.deleteLater()
    return answer
