"""Edits of who does what."""

from dataclasses import replace

from prestatie_desktop.domain.agreement import Agreement, Role, RoleKind
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.journal.change import Added, Removed, difference
from prestatie_desktop.journal.edits.making import act
from prestatie_desktop.journal.session import Act


def set_role(dossier: Dossier, item_id: Id, party_id: Id, kind: RoleKind | None) -> Act:
    """Give a party or group a part in an item, another part, or (None) no part."""
    about, party = item_name(dossier, item_id), named(dossier, party_id)
    now = next((r for r in dossier.roles_of(item_id) if r.party_id == party_id), None)
    if now is None and kind is None:
        return act("set_role", about=about, party=party, role="")
    if now is None:
        assert kind is not None
        role = Role(id=new_id(), item_id=item_id, party_id=party_id, kind=kind)
        return act("set_role", Added(role), about=about, party=party, role=kind.value)
    if kind is None:
        return act("set_role", Removed(now), about=about, party=party, role="")
    changes = difference(now, replace(now, kind=kind))
    return act("set_role", *changes, about=about, party=party, role=kind.value)


def item_name(dossier: Dossier, item_id: Id) -> str:
    """How an item is named in a sentence: an agreement's number, a project's place."""
    agreement = dossier.find(Agreement, item_id)
    if agreement is not None:
        return agreement.number
    commitment = dossier.find(Commitment, item_id)
    return commitment.location if commitment else "?"
