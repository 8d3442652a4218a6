"""Who does what for an item, with groups expanded."""

from prestatie_desktop.domain.agreement import Role, RoleKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import members
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import PartyGroup

_WEIGHT = {RoleKind.LEAD: 2, RoleKind.UNKNOWN_LEAD: 1, RoleKind.INVOLVED: 0}


def roles_by_party(dossier: Dossier, item_id: Id) -> dict[Id, RoleKind]:
    """The part each single party has: a named party over a group, lead over involved."""
    named: dict[Id, RoleKind] = {}
    grouped: dict[Id, RoleKind] = {}
    for role in dossier.roles_of(item_id):
        if dossier.find(PartyGroup, role.party_id) is None:
            _strongest(named, role.party_id, role.kind)
        else:
            for party in members(dossier, role.party_id):
                _strongest(grouped, party.id, role.kind)
    return {**grouped, **named}


def _strongest(parts: dict[Id, RoleKind], party_id: Id, kind: RoleKind) -> None:
    now = parts.get(party_id)
    if now is None or _WEIGHT[kind] > _WEIGHT[now]:
        parts[party_id] = kind


def ordered_roles(dossier: Dossier, item_id: Id) -> tuple[Role, ...]:
    """The roles as they are shown: leads first, then by the order of parties and groups."""
    place = {party.id: index for index, party in enumerate(dossier.parties)}
    offset = len(place)
    place.update((group.id, offset + index) for index, group in enumerate(dossier.all(PartyGroup)))
    return tuple(
        sorted(
            dossier.roles_of(item_id),
            key=lambda role: (-_WEIGHT[role.kind], place.get(role.party_id, 10**6), role.id),
        )
    )
