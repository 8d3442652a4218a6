"""Who signs for a party, and on what ground."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.signing import Signatory, SigningBasis
from prestatie_desktop.ui.dialogs.date_field import DateField
from prestatie_desktop.ui.dialogs.scrolling import Scrolling
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryAnswer:
    """What was filled in."""

    name: str
    function: str
    basis: SigningBasis | None
    document: str
    document_date: date | None
    on_behalf_of: str


class SignatoryDialog(Dialog):
    """Adds a signatory, or changes one."""

    def __init__(
        self, party: str, signatory: Signatory | None = None, parent: QWidget | None = None
    ) -> None:
        title = tr("Ondertekenaar wijzigen") if signatory else tr("Ondertekenaar toevoegen")
        super().__init__(title, party, parent=parent)
        now = signatory or Signatory(id="", party_id="", name="", rank="")
        self._name = Field(now.name)
        self._function = Field(now.function, hint=tr("bijvoorbeeld wethouder, bestuurder"))
        self._basis = Combo()
        choices = [("", tr("Niet vermeld")), *((b.value, label(b)) for b in SigningBasis)]
        self._basis.set_choices(choices, now.basis.value if now.basis else "")
        self._behalf = Field(now.on_behalf_of, hint=tr("wie anders zou tekenen"))
        self._document = Field(now.document, hint=tr("besluit, volmacht of artikel"))
        self._day = DateField(now.document_date)
        form = Form()
        form.add_row(tr("&Naam"), self._name)
        form.add_row(tr("&Functie"), self._function)
        form.add_row(tr("&Grondslag"), self._basis)
        form.add_row(tr("In opdracht &van"), self._behalf, tr("Wordt afgedrukt als “i.o.”."))
        form.add_row(tr("&Document"), self._document)
        form.add_row(tr("Van &datum"), self._day)
        self.add(Scrolling(form))
        self.add_cancel()
        words = tr("Wijzigen") if signatory else tr("Toevoegen")
        self._accept = self.add_button(words, default=True)
        self._name.textChanged.connect(self._changed)
        self._day.textChanged.connect(self._changed)
        self._name.setFocus()
        self._changed()

    def answer(self) -> SignatoryAnswer:
        """What was filled in."""
        basis = self._basis.current_key()
        return SignatoryAnswer(
            name=self._name.text().strip(),
            function=self._function.text(),
            basis=SigningBasis(basis) if basis else None,
            document=self._document.text(),
            document_date=day_of(self._day),
            on_behalf_of=self._behalf.text(),
        )

    def _changed(self) -> None:
        self._accept.setEnabled(bool(self._name.text().strip()) and is_day(self._day))


def day_of(field: DateField) -> date | None:
    """The day in a field; None while it is empty or no day."""
    try:
        return field.day()
    except ValueError:
        return None


def is_day(field: DateField) -> bool:
    """Whether a field is empty or holds a day."""
    return not field.text().strip() or day_of(field) is not None
