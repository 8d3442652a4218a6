"""Whose signature stands under an item now, and so would lapse when it changes."""

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import find_item
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import Signature, SigningMode
from prestatie_desktop.domain.signing_rules import SigningRules
from prestatie_desktop.domain.signing_state import PartyState
from prestatie_desktop.ui.desk import Desk


def parties_that_signed(desk: Desk, item_id: Id) -> tuple[Party, ...]:
    """The parties that signed this item as it reads now."""
    item = find_item(desk.dossier, item_id)
    if item is None or not desk.dossier.count(Signature):
        return ()
    rules = SigningRules(desk.dossier)
    return tuple(
        signing.party
        for signing in desk.signing
        if signing.state is PartyState.SIGNED
        and rules.of(item, signing.party.id).mode is not SigningMode.NOT
    )
