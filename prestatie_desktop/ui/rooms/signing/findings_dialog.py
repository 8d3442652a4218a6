"""What the checks found about signing, to read and to go to; it never blocks anything."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from prestatie_desktop.domain.checks import Finding
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.words.findings import finding_sentence
from prestatie_desktop.words.translation import tr

#: A longer list is no help; the filters show the items themselves.
_MOST = 500
_FINDING = Qt.ItemDataRole.UserRole


class FindingsDialog(Dialog):
    """Enter or a double click goes to what a finding is about."""

    def __init__(
        self, dossier: Dossier, findings: Sequence[Finding], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Bevindingen"),
            tr("Waarschuwingen houden niets tegen. Enter gaat naar waar het over gaat."),
            width=620,
            parent=parent,
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Bevindingen"))
        self.list.setWordWrap(True)
        for finding in findings[:_MOST]:
            line = QListWidgetItem(
                icon("alert-outline", "warn"), finding_sentence(dossier, finding)
            )
            line.setData(_FINDING, finding)
            self.list.addItem(line)
        if len(findings) > _MOST:
            more = tr("En nog {count}; de filters laten ze alle zien.")
            self.list.addItem(more.format(count=len(findings) - _MOST))
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(lambda _line: self.accept())
        self.add(self.list)
        self.add_cancel(tr("Sluiten"))
        self.add_button(tr("Ga erheen"), default=True)
        self.list.setFocus()

    def chosen(self) -> Finding | None:
        """The finding one wants to go to."""
        found = self.list.currentIndex().data(_FINDING)
        return found if isinstance(found, Finding) else None
