"""What changed since a party signed, or since its sheet was issued."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.signing import Edition
from prestatie_desktop.domain.signing_state import ItemChange, PartySigning, changed_items
from prestatie_desktop.journal.snapshot import snapshot
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.models.differences import compare_signed, describe
from prestatie_desktop.ui.panels.changes import ChangesView
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.translation import tr


def signed_text(desk: Desk, signing: PartySigning) -> Dossier | None:
    """The frozen dossier a party's sheet was made from; None when it has no sheet."""
    if signing.sheet is None:
        return None
    edition = desk.dossier.find(Edition, signing.sheet.edition_id)
    if edition is None:
        return None
    store = desk.bridge.session.store
    return snapshot(store, edition.snapshot_id)  # type: ignore[arg-type]


def changes_since(desk: Desk, signing: PartySigning) -> Mapping[Id, ItemChange]:
    """The items that bind a party otherwise than on its sheet."""
    then = signed_text(desk, signing)
    if then is None:
        return {}
    prints = (Fingerprints(then), desk.bridge.fingerprints)
    return changed_items(then, desk.dossier, signing.party, prints)


class DifferenceDialog(Dialog):
    """Cards with redline; undoing what changed makes the signature valid again."""

    def __init__(self, desk: Desk, signing: PartySigning, parent: QWidget | None = None) -> None:
        then = signed_text(desk, signing)
        assert then is not None
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
