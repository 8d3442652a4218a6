"""The strip under the menu: which dossier this is, finding, whose view, undo, redo, print."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from prestatie_desktop.domain.agreement_set import SetStatus
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.signing_state import latest_edition
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.finding import FindBox
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.tokens import Tone
from prestatie_desktop.ui.widgets.badge import Chip
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.pic import AppMark
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.translation import tr

#: Narrower than this (at 100 % text) the search box and the list of organisations shrink.
_NARROW = 1_000
#: The mark, the tools, and the room between everything.
_AROUND = 16 + 30 + 3 * 44 + 16 + 8 * 10

_CONCEPT: tuple[str, Tone] = ("pencil-outline", "accent")
_ADOPTED: tuple[str, Tone] = ("lock-outline", "ok")


class Header(Panel):
    """Title and state at the left; find, organisation, undo, redo and print at the right."""

    def __init__(
        self, desk: Desk, actions: dict[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__("bar", across=True, gap=10, margins=(16, 6, 16, 10), parent=parent)
        self._desk = desk
        self._title = Text(role="h2", weight=600, elide=True)
        self._state = Chip("", *_CONCEPT)
        self._state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.find_box = FindBox(desk)
        self.organisations = Combo()
        self.organisations.setAccessibleName(tr("Mijn organisatie"))
        self.organisations.setToolTip(tr("Toon alleen wat één organisatie aangaat"))
        self.organisations.activated.connect(self._filter)
        self._mark = AppMark(30)
        self.add(self._mark, self._title, self._state, None, self.find_box, self.organisations)
        for key in ("undo", "redo", "print"):
            glyph = {"print": "printer-outline"}.get(key, key)
            self.add(Tool(glyph, action=actions[key]))
        desk.bridge.committed.connect(self._on_committed)
        desk.organisation_changed.connect(self._show_filter)
        self.refresh()
        follow(self._restyle)

    def refresh(self) -> None:
        """Show title, state and organisations as they are now."""
        dossier = self._desk.dossier
        self._title.setText(dossier.set.title)
        words, (glyph, tone) = self._words_of_state()
        self._state.set_state(words, glyph, tone)
        choices = [("", tr("Alle organisaties"))]
        choices += [(p.id, p.name) for p in dossier.parties if p.kind is not PartyKind.ACTOR]
        self.organisations.set_choices(choices, self._desk.organisation)

    def state_words(self) -> str:
        """What the chip says: "Concept na versie 7"."""
        return self._words_of_state()[0]

    def _words_of_state(self) -> tuple[str, tuple[str, Tone]]:
        dossier = self._desk.dossier
        edition = latest_edition(dossier)
        status = dossier.set.status
        if edition is None:
            names = {
                SetStatus.NEGOTIATED: tr("Onderhandelakkoord"),
                SetStatus.ADOPTED: tr("Vastgesteld"),
                SetStatus.SIGNED: tr("Getekend"),
            }
            return names.get(status, tr("Concept")), _CONCEPT
        if self._desk.differs_from_edition:
            return tr("Concept na versie {number}").format(number=edition.number), _CONCEPT
        if status is SetStatus.SIGNED:
            return tr("Getekend: versie {number}").format(number=edition.number), _ADOPTED
        return tr("Vastgesteld: versie {number}").format(number=edition.number), _ADOPTED

    def _on_committed(self, _entry: Entry) -> None:
        self.refresh()

    def _filter(self, _index: int) -> None:
        self._desk.filter_on(self.organisations.current_key())

    def _show_filter(self, _party_id: str) -> None:
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow header keeps everything, only less wide."""
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        px = theme().px
        narrow = self.width() < px(_NARROW)
        organisations = px(160 if narrow else 184)
        # The title bar of the window has the title as well: it goes first.
        others = px(_AROUND) + self._state.sizeHint().width() + organisations
        room = self.width() - others
        find = px(266) if not narrow else min(px(266), max(px(110), room))
        self._title.setVisible(room - find >= px(120))
        if narrow and not self._title.isHidden():
            find = max(px(110), min(px(180), room - px(240)))
        self._mark.setToolTip(self._title.words())
        self.find_box.setPlaceholderText(
            tr("Zoeken") if find < px(200) else tr("Zoek in het dossier")
        )
        self.find_box.setFixedWidth(find)
        self.organisations.setFixedWidth(organisations)
        self._title.setMinimumWidth(px(70))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
