"""The question before a dossier is closed while something that was typed is not in its file."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.dialogs.sentence import breakable
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.words.translation import tr


class LeavingDialog(Dialog):
    """Says why it is not in the file. Enter and Esc go back to the dossier."""

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        why = breakable(reason) or tr("Er staat nog tekst op het scherm die niet is overgenomen.")
        lost = tr("Sluit u het dossier nu, dan gaat die tekst verloren.")
        super().__init__(tr("Niet alles is bewaard"), f"{why} {lost}", parent=parent)
        self.add_button(tr("&Toch sluiten"))
        back = self.add_button(tr("Terug naar het dossier"), default=True, accepts=False)
        back.clicked.connect(self.reject)
        back.setFocus()


def ask(parent: QWidget | None, reason: str) -> bool:
    """Whether to close although typed text is lost; `reason` is the sentence that refused it."""
    dialog = LeavingDialog(reason, parent)
    answer = dialog.exec() == LeavingDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer
