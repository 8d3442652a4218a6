"""To an agreement by its number: Ctrl+G."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.numbering import number_key, same_number
from prestatie_desktop.domain.richtext import first_sentence
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Field, Form
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

_NUMBERS = 8


class GoToDialog(Dialog):
    """While one types it says which agreement that is."""

    def __init__(self, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(tr("Ga naar nummer"), parent=parent)
        self._agreements = dossier.all(Agreement)
        self._found: Agreement | None = None
        self._number = Field(hint=tr("Bijvoorbeeld 1.7"))
        self._answer = Text(colour="ink2", wrap=True)
        self._answer.setMinimumHeight(self._answer.fontMetrics().height() * 2 + 4)
        form = Form()
        form.add_row(tr("&Nummer"), self._number)
        self.add(form, self._answer)
        self.add_cancel()
        self._show = self.add_button(tr("Tonen"), default=True)
        self._number.textChanged.connect(self._look)
        self._look("")
        self._number.setFocus()

    def agreement(self) -> Agreement | None:
        """The agreement with the number that was typed."""
        return self._found

    def answer(self) -> str:
        """What it says about the number."""
        return self._answer.words()

    def _look(self, typed: str) -> None:
        self._found = find_number(self._agreements, typed)
        self._answer.set_text(self._words(typed.strip()))
        self._number.setAccessibleDescription(self._answer.words())
        self._show.setEnabled(self._found is not None)

    def _words(self, typed: str) -> str:
        if self._found is not None:
            about = self._found.heading or first_sentence(self._found.text, 140)
            return f"{self._found.number}  {about or tr('(nog geen tekst)')}"
        if not typed:
            return tr("{count} afspraken in dit dossier").format(count=len(self._agreements))
        near = [a.number for a in self._agreements if a.number.startswith(typed)]
        if not near:
            return tr("Er is geen afspraak {number}.").format(number=typed[:20])
        listed = sorted(near, key=number_key)
        more = ", …" if len(listed) > _NUMBERS else ""
        numbers = ", ".join(listed[:_NUMBERS]) + more
        return tr("Er is geen afspraak {number}; wel {numbers}").format(
            number=typed, numbers=numbers
        )


def find_number(agreements: tuple[Agreement, ...], typed: str) -> Agreement | None:
    """The agreement with exactly this number, else the one that reads the same."""
    wanted = typed.strip()
    if not number_key(wanted):
        return None
    exact = (a for a in agreements if a.number == wanted)
    alike = (a for a in agreements if same_number(a.number, wanted))
    return next(exact, None) or next(alike, None)


def ask_agreement(window: QWidget | None, dossier: Dossier) -> Agreement | None:
    """The agreement to show; None when it was called off."""
    dialog = GoToDialog(dossier, window)
    answered = dialog.exec()
    dialog.deleteLater()
    return dialog.agreement() if answered else None
