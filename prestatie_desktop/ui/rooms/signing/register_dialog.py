"""Recording a signature that was set on an issued sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import (
    Edition,
    Medium,
    Signatory,
    SignatureSheet,
)
from prestatie_desktop.domain.signing_state import PartySigning
from prestatie_desktop.ui.dialogs.date_field import DateField
from prestatie_desktop.ui.dialogs.scrolling import Scrolling
from prestatie_desktop.ui.dialogs.signatory import day_of
from prestatie_desktop.ui.rooms.signing.control_code import LENGTH, clean_code, sheets_with
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAnswer:
    """What was filled in."""

    sheet_id: Id
    signatory: str
    signed_on: date
    place: str
    medium: Medium
    note: str


class RegisterDialog(Dialog):
    """Party, or the code on the paper; who, when, where and how."""

    def __init__(
        self,
        dossier: Dossier,
        signings: Sequence[PartySigning],
        today: date,
        party_id: Id = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Ondertekening vastleggen"),
            tr("Typ de code van het blad over, of kies de partij."),
            width=560,
            parent=parent,
        )
        self._dossier, self._today = dossier, today
        self._codes = {signing.party.id: signing.code for signing in signings}
        self._sheet: SignatureSheet | None = None
        self._code = Field(hint="7F3A-91C2-D04E")
        self._party = Combo()
        issued = {sheet.party_id for sheet in dossier.all(SignatureSheet)}
        self._party.set_choices(
            [(p.id, p.name) for p in dossier.parties if p.id in issued], party_id
        )
        self._about = Text("", "small", colour="ink2", wrap=True)
        self._who, self._other = Combo(), Field(hint=tr("naam van wie tekende"))
        self._day, self._place = DateField(today), Field()
        self._medium = Combo()
        self._medium.set_choices([(m.value, label(m)) for m in Medium], Medium.PAPER.value)
        self._note = Field()
        form = Form()
        form.add_row(tr("&Controlecode"), self._code)
        form.add_row(tr("&Partij"), self._party)
        form.add_row("", self._about)
        form.add_row(tr("&Wie tekende"), self._who)
        self._other_label = form.add_row(tr("&Naam"), self._other)
        form.add_row(tr("&Datum"), self._day)
        form.add_row(tr("P&laats"), self._place)
        form.add_row(tr("W&ijze"), self._medium)
        form.add_row(tr("&Opmerking"), self._note)
        self.add(Scrolling(form))
        self.add_cancel()
        self._accept = self.add_button(tr("Vastleggen"), "draw-pen", default=True)
        self._code.textChanged.connect(lambda _text: self._code_typed())
        self._party.currentIndexChanged.connect(lambda _at: self._party_chosen())
        self._who.currentIndexChanged.connect(lambda _at: self._changed())
        for field in (self._other, self._day):
            field.textChanged.connect(self._changed)
        self._party_chosen()
        (self._who if party_id else self._code).setFocus()

    def answer(self) -> SignatureAnswer:
        """What was filled in."""
        assert self._sheet is not None
        day = day_of(self._day)
        assert day is not None
        return SignatureAnswer(
            sheet_id=self._sheet.id,
            signatory=self._signatory(),
            signed_on=day,
            place=self._place.text(),
            medium=Medium(self._medium.current_key()),
            note=self._note.text(),
        )

    def said(self) -> str:
        """What it says about the sheet."""
        return self._about.words()

    def _code_typed(self) -> None:
        typed = clean_code(self._code.text())
        found = sheets_with(self._dossier, typed)
        self._code.set_bad("")
        if found:
            sheet = next((s for s in found if s.party_id == self._party.current_key()), found[0])
            at = self._party.findData(sheet.party_id)
            if at == self._party.currentIndex():
                self._use(sheet)
            else:
                self._party.setCurrentIndex(at)
                self._use(sheet)
        elif len(typed) >= LENGTH:
            wrong = tr(
                "Geen uitgegeven blad heeft deze code. Kijk de twaalf tekens na; staat het er echt "
                "zo, dan hoort het blad bij een ander dossier."
            )
            self._code.set_bad(wrong)
            self._use(None, wrong)
        else:
            self._use(self._newest(self._party.current_key()))

    def _party_chosen(self) -> None:
        party = self._dossier.find(Party, self._party.current_key())
        people = self._dossier.of(Signatory, "party_id", party.id) if party else ()
        self._who.set_choices([*((s.name, s.name) for s in people), (_OTHER, tr("Iemand anders…"))])
        if party and not self._place.text():
            self._place.setText(party.seat)
        self._use(self._newest(party.id) if party else None)

    def _newest(self, party_id: Id) -> SignatureSheet | None:
        sheets = self._dossier.of(SignatureSheet, "party_id", party_id)
        return max(sheets, key=lambda sheet: sheet.issued_at, default=None)

    def _use(self, sheet: SignatureSheet | None, wrong: str = "") -> None:
        self._sheet = sheet
        if sheet is None:
            self._about.set_text(wrong or tr("Voor deze partij is nog geen blad uitgegeven."))
            self._about.set_colour("bad" if wrong else "ink2")
        else:
            self._about.set_text(self._sheet_words(sheet))
            stale = self._is_stale(sheet)
            self._about.set_colour("warn" if stale else "ink2")
        self._changed()

    def _is_stale(self, sheet: SignatureSheet) -> bool:
        return self._codes.get(sheet.party_id) != sheet.code

    def _sheet_words(self, sheet: SignatureSheet) -> str:
        edition = self._dossier.find(Edition, sheet.edition_id)
        said = tr("Blad {code} van {party}, versie {number} van {day}.").format(
            code=sheet.code,
            party=named(self._dossier, sheet.party_id),
            number=edition.number if edition else "?",
            day=long_date(edition.adopted_on) if edition else "?",
        )
        if self._is_stale(sheet):
            said += " " + tr(
                "De tekst is daarna gewijzigd: de handtekening wordt “op eerdere tekst”."
            )
        return said

    def _signatory(self) -> str:
        who = self._who.current_key()
        return self._other.text().strip() if who == _OTHER else who

    def _changed(self) -> None:
        other = self._who.current_key() == _OTHER
        self._other.setVisible(other)
        self._other_label.setVisible(other)
        ready = self._sheet is not None and bool(self._signatory())
        self._accept.setEnabled(ready and day_of(self._day) is not None)
