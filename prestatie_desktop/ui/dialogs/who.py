"""Who works at this computer: asked at the first start, and to be changed later."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.journal.entry import Author
from prestatie_desktop.ui.dialogs.problem import Problem
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Field, Form
from prestatie_desktop.words.translation import tr

_LONGEST = 200


class WhoDialog(Dialog):
    """Name and organisation."""

    def __init__(self, author: Author | None, parent: QWidget | None = None) -> None:
        first = author is None
        super().__init__(
            tr("Welkom") if first else tr("Naam en organisatie"),
            tr(
                "Bij elke wijziging staat wie haar deed. Uw naam blijft op deze computer en gaat "
                "mee in de dossiers waaraan u werkt; nergens anders heen."
            ),
            parent=parent,
        )
        self.setWindowTitle(tr("Naam en organisatie"))
        now = author or Author("")
        self._person = Field(now.person, hint=tr("Voorletters en achternaam"))
        self._organisation = Field(now.organisation, hint=tr("Bijvoorbeeld Gemeente Heerlen"))
        self._problem = Problem()
        form = Form(above=True)
        form.add_row(tr("Uw &naam"), self._person)
        form.add_row(tr("Uw &organisatie"), self._organisation)
        self.add(form, self._problem)
        self.add_cancel(tr("Later") if first else "")
        keep = self.add_button(
            tr("Beginnen") if first else tr("Bewaren"), default=True, accepts=False
        )
        keep.clicked.connect(self._check)
        for field in (self._person, self._organisation):
            field.textEdited.connect(lambda _, field=field: self._problem.clear(field))
        self._person.setFocus()

    def author(self) -> Author:
        """What was filled in."""
        return Author(_tidy(self._person.text()), _tidy(self._organisation.text()))

    def _check(self) -> None:
        for field in (self._person, self._organisation):
            if len(_tidy(field.text())) > _LONGEST:
                self._problem.show_at(field, tr("Dit is langer dan 200 tekens; maak het korter."))
                return
        if not self.author().person:
            self._problem.show_at(self._person, tr("Vul uw naam in."))
            return
        self.accept()


def _tidy(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
