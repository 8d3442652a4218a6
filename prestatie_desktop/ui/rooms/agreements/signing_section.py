"""Who signs the chosen item, and whether they did on this text."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import binds, find_item
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import Signature, SigningMode
from prestatie_desktop.domain.signing_rules import SigningRules, Signs, signing_parties
from prestatie_desktop.domain.signing_state import PartySigning, PartyState
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.states import SignState
from prestatie_desktop.ui.rooms.agreements.clearing import clear
from prestatie_desktop.ui.widgets.badge import SignMark
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.dates import short_date
from prestatie_desktop.words.translation import tr

#: More parties than this are told in one line while they all sign in the same way.
_FEW = 6


class SigningSection(QWidget):
    """A line per party that signs otherwise than the rest, or has signed; one line for the rest."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: Id = ""
        self._lines = Column(self, gap=2, margins=(24, 0, 0, 0))
        self.count = Text("", "small", colour="ink3")
        desk.signing_changed.connect(self._show)

    def show_item(self, item_id: Id) -> None:
        """Show who signs an item."""
        self._id = item_id
        self._show()

    def _show(self) -> None:
        if not self.isVisible() and self._lines.count():
            return
        clear(self._lines)
        dossier = self._desk.dossier
        item = find_item(dossier, self._id)
        if item is None:
            return
        parties, rules = signing_parties(dossier), SigningRules(dossier)
        signs = {party.id: rules.of(item, party.id) for party in parties}
        states: dict[Id, PartySigning] = {}
        if dossier.count(Signature):
            states = {one.party.id: one for one in self._desk.signing}
        signing = sum(one.mode is not SigningMode.NOT for one in signs.values())
        self.count.set_text(
            tr("{count} van {total} partijen").format(count=signing, total=len(parties))
        )
        plain = []
        for party in parties:
            line = self._line(party, signs[party.id], states.get(party.id))
            if line is None:
                plain.append(party.name)
            else:
                self._lines.addWidget(line)
        self._add_plain(plain, len(parties))
        if not binds(item):
            text = tr("Vervallen: hoort niet bij wat getekend wordt.")
            self._lines.addWidget(Text(text, "small", colour="ink3", wrap=True))
        link = Button(tr("Wie tekent wat"), "draw-pen", variant="link")
        link.clicked.connect(lambda: self._desk.room_wanted.emit("signing"))
        self._lines.addWidget(link)

    def _add_plain(self, names: list[str], total: int) -> None:
        if len(names) <= _FEW:
            for name in names:
                self._lines.addWidget(SignMark("signs", name))
        else:
            text = (
                tr("Alle {count} partijen tekenen")
                if len(names) == total
                else tr("De andere {count} partijen tekenen")
            ).format(count=len(names))
            mark = SignMark("signs", text)
            mark.setToolTip(", ".join(names))
            mark.setAccessibleDescription(", ".join(names))
            self._lines.addWidget(mark)

    def _line(self, party: Party, signs: Signs, state: PartySigning | None) -> QWidget | None:
        """A line of its own, or None for a party that just signs and has not done so."""
        shape, word, tone = _shape(signs, state)
        if shape == "signs":
            return None
        line = QWidget()
        mark = SignMark(shape, party.name)
        mark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = Row(line, gap=8)
        row.addWidget(mark, 1)
        row.addWidget(Text(word, "small", colour=tone, weight=600 if tone == "warn" else 400))
        if signs.reservation:
            line.setToolTip(signs.reservation)
            mark.setAccessibleDescription(signs.reservation)
        return line


def _shape(signs: Signs, state: PartySigning | None) -> tuple[SignState, str, str]:
    signature = state.signature if state else None
    reserved = signs.mode is SigningMode.WITH_RESERVATION
    if signs.mode is SigningMode.NOT:
        return "not", tr("tekent niet"), "ink3"
    if signature and state and state.state is PartyState.STALE:
        day = short_date(signature.signed_on)
        return "stale", tr("op tekst van {day}").format(day=day), "warn"
    if signature:
        word = tr("met voorbehoud") if reserved else short_date(signature.signed_on)
        return "signed_reservation" if reserved else "signed", word, "ink3"
    if reserved:
        return "reservation", tr("met voorbehoud"), "ink3"
    return "signs", "", "ink3"
