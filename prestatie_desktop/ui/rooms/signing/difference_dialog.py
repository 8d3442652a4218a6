"""What changed since a party signed, or since its sheet was issued."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.signing import Edition
from prestatie_desktop.domain.signing_state import (
    CommonChange,
    ItemChange,
    PartySigning,
    changed_items,
    common_changes,
)
from prestatie_desktop.journal.snapshot import snapshot
from prestatie_desktop.journal.store import Store
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.models.differences import compare_signed, describe
from prestatie_desktop.ui.panels.changes import ChangesView
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.translation import tr


@lru_cache(maxsize=4)
def _frozen(store: Store, snapshot_id: Id) -> tuple[Dossier, Fingerprints]:
    then = snapshot(store, snapshot_id)
    return then, Fingerprints(then)


def signed_text(desk: Desk, signing: PartySigning) -> tuple[Dossier, Fingerprints] | None:
    """The frozen dossier a party's sheet was made from; None when it has no sheet."""
    if signing.sheet is None:
        return None
    edition = desk.dossier.find(Edition, signing.sheet.edition_id)
    if edition is None:
        return None
    store = desk.bridge.session.store
    return _frozen(store, edition.snapshot_id)  # type: ignore[arg-type]


def changes_since(desk: Desk, signing: PartySigning) -> Mapping[Id, ItemChange]:
    """The items that bind a party otherwise than on its sheet."""
    signed = signed_text(desk, signing)
    if signed is None:
        return {}
    then, then_prints = signed
    prints = (then_prints, desk.bridge.fingerprints)
    return changed_items(then, desk.dossier, signing.party, prints)


def common_since(desk: Desk, signing: PartySigning) -> tuple[CommonChange, ...]:
    """What else is not as on its sheet."""
    signed = signed_text(desk, signing)
    return common_changes(signed[0], desk.dossier, signing.party) if signed else ()


class DifferenceDialog(Dialog):
    """Cards with redline; undoing what changed makes the signature valid again."""

    def __init__(self, desk: Desk, signing: PartySigning, parent: QWidget | None = None) -> None:
        signed = signed_text(desk, signing)
        assert signed is not None
        then, _prints = signed
        assert signing.sheet is not None
        party = signing.party
        if signing.signature is not None:
            about = tr(
                "{party} tekende op {day} blad {code}. Wat hieronder staat is daarna gewijzigd. "
                "Wordt dat ongedaan gemaakt, dan geldt de handtekening weer."
            ).format(
                party=party.name,
                day=long_date(signing.signature.signed_on),
                code=signing.sheet.code,
            )
        else:
            about = tr(
                "Blad {code} van {party} is nog niet getekend en hoort bij een eerdere tekst."
            ).format(code=signing.sheet.code, party=party.name)
        super().__init__(
            tr("Verschil met wat {party} tekende").format(party=party.name)
            if signing.signature
            else tr("Verschil met het blad van {party}").format(party=party.name),
            about,
            width=720,
            parent=parent,
        )
        self.changes = ChangesView()
        changed = changes_since(desk, signing)
        places = compare_signed(then, desk.dossier, party.id, changed.items())
        self.changes.show_changes(
            places,
            lambda place: describe(then, desk.dossier, place, party.id),
            nothing=tr("Er is niets meer anders"),
        )
        self.add(self.changes)
        self.add_button(tr("Sluiten"), default=True)
