"""Edits of who does what."""

from collections.abc import Iterable
from dataclasses import replace

from prestatie_desktop.domain.agreement import Agreement, Role, RoleKind
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.journal.change import Added, Change, Removed, difference
from prestatie_desktop.journal.edits.making import act, known
from prestatie_desktop.journal.session import Act


def set_role(dossier: Dossier, item_id: Id, party_id: Id, kind: RoleKind | None) -> Act:
    """Give a party or group a part in an item, another part, or (None) no part.

    Raises KeyError for an item, party or group that is not there.
    """
    return act(
        "set_role",
        *_role_changes(dossier, item_id, party_id, kind),
        about=item_name(dossier, item_id),
        party=named(dossier, party_id),
        role=kind.value if kind else "",
    )


def set_roles_many(dossier: Dossier, cells: Iterable[tuple[Id, Id]], kind: RoleKind | None) -> Act:
    """The same for many cells (item, party) of the matrix at once; one step to undo."""
    changes = [
        _role_changes(dossier, item_id, party_id, kind)
        for item_id, party_id in dict.fromkeys(cells)
    ]
    return act(
        "set_roles_many",
        *(change for cell in changes for change in cell),
        count=str(len(changes)),
        role=kind.value if kind else "",
    )


def _role_changes(
    dossier: Dossier, item_id: Id, party_id: Id, kind: RoleKind | None
) -> tuple[Change, ...]:
    now = next((r for r in dossier.roles_of(item_id) if r.party_id == party_id), None)
    if kind is None:
        return (Removed(now),) if now else ()
    if now is None:
        known(dossier, (Agreement, Commitment), item_id)
        known(dossier, (Party, PartyGroup), party_id)
        return (Added(Role(id=new_id(), item_id=item_id, party_id=party_id, kind=kind)),)
    return difference(now, replace(now, kind=kind))


def item_name(dossier: Dossier, item_id: Id) -> str:
    """How an item is named in a sentence: an agreement's number, a project's place."""
    agreement = dossier.find(Agreement, item_id)
    if agreement is not None:
        return agreement.number
    commitment = dossier.find(Commitment, item_id)
    return commitment.location if commitment else "?"
