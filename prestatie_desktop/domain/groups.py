"""Groups of parties: who is meant by "Woningcorporaties"."""

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup


def members(dossier: Dossier, party_or_group: Id) -> tuple[Party, ...]:
    """The parties meant by a party's or a group's id, in the dossier's order, each once."""
    ids = _expand(dossier, party_or_group, seen=set())
    return tuple(party for party in dossier.parties if party.id in ids)


def _expand(dossier: Dossier, party_or_group: Id, seen: set[Id]) -> set[Id]:
    group = dossier.find(PartyGroup, party_or_group)
    if group is None:
        return {party_or_group}
    if group.id in seen:
        return set()
    seen.add(group.id)
    return set().union(*(_expand(dossier, member, seen) for member in group.members))


def would_be_circular(dossier: Dossier, group_id: Id, member_ids: tuple[Id, ...]) -> bool:
    """Whether a group with these members would contain itself, near or far."""
    pending, seen = list(member_ids), set[Id]()
    while pending:
        member = pending.pop()
        if member == group_id:
            return True
        group = dossier.find(PartyGroup, member)
        if group is not None and member not in seen:
            seen.add(member)
            pending.extend(group.members)
    return False


def groups_of(dossier: Dossier, party_id: Id) -> tuple[PartyGroup, ...]:
    """The groups a party is in, the narrowest first."""
    sizes: dict[PartyGroup, int] = {}
    for group in dossier.all(PartyGroup):
        found = {party.id for party in members(dossier, group.id)}
        if party_id in found:
            sizes[group] = len(found)
    return tuple(sorted(sizes, key=lambda group: (sizes[group], group.rank, group.id)))


def named(dossier: Dossier, party_or_group: Id) -> str:
    """The short name of a party or a group; "?" when it is no longer there."""
    found = dossier.find(Party, party_or_group) or dossier.find(PartyGroup, party_or_group)
    return found.name if found else "?"
