"""A name for this moment: Ctrl+S."""

from datetime import date

from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.dialogs.problem import Problem
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Field, Form
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.translation import tr

_LONGEST = 200


class MomentDialog(Dialog):
    """The name, with a suggestion that typing replaces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Moment vastleggen"),
            tr(
                "Alles staat al in het bestand. Met een naam vindt u dit moment later terug in "
                "Versies, en kunt u zien wat er sindsdien is veranderd."
            ),
            parent=parent,
        )
        day = long_date(date.today())  # noqa: DTZ011 - the day on the user's own calendar
        self._name = Field(tr("Versie voor overleg {day}").format(day=day))
        self._problem = Problem()
        form = Form(above=True)
        form.add_row(tr("&Naam"), self._name)
        self.add(form, self._problem)
        self.add_cancel()
        self.add_button(tr("Vastleggen"), default=True, accepts=False).clicked.connect(self._check)
        self._name.textEdited.connect(lambda _: self._problem.clear(self._name))
        self._name.selectAll()
        self._name.setFocus()

    def name(self) -> str:
        """What was filled in, on one line."""
        typed = "".join(c if c.isprintable() else " " for c in self._name.text())
        return " ".join(typed.split())

    def _check(self) -> None:
        if not self.name():
            self._problem.show_at(self._name, tr("Geef dit moment een naam."))
        elif len(self.name()) > _LONGEST:
            self._problem.show_at(self._name, tr("Deze naam is langer dan 200 tekens."))
        else:
            self.accept()


def ask_name(window: QWidget | None) -> str:
    """The name for this moment; empty when it was called off."""
    dialog = MomentDialog(window)
    answered = dialog.exec()
    dialog.deleteLater()
    return dialog.name() if answered else ""
