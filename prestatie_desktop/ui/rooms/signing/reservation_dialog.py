"""The words of a reservation."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr


class ReservationDialog(Dialog):
    """Asks the text; Ctrl+Enter as well as the button sets it."""

    def __init__(self, where: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Voorbehoud"),
            tr("{where}. De tekst komt op het ondertekenblad te staan.").format(where=where),
            parent=parent,
        )
        self._text = QPlainTextEdit(text)
        self._text.setAccessibleName(tr("Tekst van het voorbehoud"))
        self._text.setPlaceholderText(tr("bijvoorbeeld: na goedkeuring door de raad"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(theme().px(96))
        self._text.selectAll()
        self._text.textChanged.connect(self._changed)
        self._quiet = Text(tr("Een voorbehoud heeft woorden nodig."), "small", colour="ink3")
        self.add(self._text, self._quiet)
        self.add_cancel()
        self._accept = self.add_button(tr("Voorbehoud vastleggen"), default=True)
        self._changed()

    def text(self) -> str:
        """The words."""
        return self._text.toPlainText().strip()

    def _changed(self) -> None:
        self._accept.setEnabled(bool(self.text()))
        self._quiet.setVisible(not self.text())


def ask_reservation(parent: QWidget, where: str, text: str) -> str | None:
    """The words of a reservation; None when one does not want it after all."""
    dialog = ReservationDialog(where, text, parent)
    accepted = dialog.exec() == ReservationDialog.DialogCode.Accepted
    answer = dialog.text() if accepted else None
    dialog.deleteLater()
    return answer
