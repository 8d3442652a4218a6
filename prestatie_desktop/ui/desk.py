"""What every room of the window is given: the dossier's bridge and where the user's attention is."""

from PySide6.QtCore import QObject, QTimer, Signal

from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import groups_of
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing_state import (
    PartySigning,
    all_signing,
    differs_from,
    latest_edition,
)
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.session import Session
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.ui.bridge import Bridge
from prestatie_desktop.ui.settings import Settings

#: Codes are computed when nobody is typing: this long after the last change.
_IDLE_MS = 150


class Desk(QObject):
    """One open dossier as the window sees it."""

    #: Show this item (agreement or commitment) wherever it stands.
    item_wanted = Signal(str)
    #: Show a room by its key: "agreements", "parties", "signing", "bod", "versions", "print".
    room_wanted = Signal(str)
    #: The selected item changed; "" for none.
    item_chosen = Signal(str)
    #: "Mijn organisatie" filters on another party; "" shows everything.
    organisation_changed = Signal(str)
    #: Who has signed may be different now.
    signing_changed = Signal()
    #: A short message that something happened (toast): text, whether undo is offered.
    happened = Signal(str, bool)

    def __init__(
        self, session: Session, notes: Notes, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge = Bridge(session, self)
        self.notes = notes
        self.settings = settings
        self.chosen_item: Id = ""
        self.organisation: Id = ""
        self._signing: tuple[PartySigning, ...] | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self.signing_changed)
        self.bridge.committed.connect(self._on_committed)

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self.bridge.dossier

    @property
    def signing(self) -> tuple[PartySigning, ...]:
        """Every signing party's state; computed when first asked for after a change."""
        if self._signing is None:
            self._signing = all_signing(self.dossier, self.bridge.fingerprints)
        return self._signing

    @property
    def differs_from_edition(self) -> bool:
        """Whether the dossier is again a concept after the version that was adopted last."""
        edition = latest_edition(self.dossier)
        return edition is not None and differs_from(self.dossier, edition, self.signing)

    def choose_item(self, item_id: Id) -> None:
        """Make an item the selected one."""
        if item_id != self.chosen_item:
            self.bridge.flush()
            self.chosen_item = item_id
            self.item_chosen.emit(item_id)

    def filter_on(self, party_id: Id) -> None:
        """Show what concerns one organisation only; "" shows everything."""
        if party_id != self.organisation:
            self.organisation = party_id
            self.organisation_changed.emit(party_id)

    def concerns(self, item: Item) -> bool:
        """Whether an item passes the filter: the organisation has a part in it."""
        if not self.organisation:
            return True
        if isinstance(item, Commitment) and item.corporation_id == self.organisation:
            return True
        names = {self.organisation, *(g.id for g in groups_of(self.dossier, self.organisation))}
        return any(role.party_id in names for role in self.dossier.roles_of(item.id))

    def _on_committed(self, _entry: Entry) -> None:
        self._signing = None
        self._idle.start()
        if self.organisation and self.dossier.find(Party, self.organisation) is None:
            self.filter_on("")
