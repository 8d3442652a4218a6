"""In how many agreements and projects a party or group has a part."""

from prestatie_desktop.domain.agreement import Role, RoleKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import groups_of
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.words.translation import tr


def role_counts(dossier: Dossier, party_or_group: Id) -> tuple[int, int]:
    """How often it leads and how often it takes part, through its groups too.

    Where it is named itself, that counts and not its group; lead over involved.
    """
    own = _kinds(dossier, (party_or_group,))
    grouped = _kinds(dossier, tuple(group.id for group in groups_of(dossier, party_or_group)))
    kinds = list({**grouped, **own}.values())
    leads = kinds.count(RoleKind.LEAD)
    return leads, len(kinds) - leads


def role_words(dossier: Dossier, party_or_group: Id) -> str:
    """Trekker bij 12 en betrokken bij 20 afspraken en projecten."""
    leads, involved = role_counts(dossier, party_or_group)
    if not leads and not involved:
        return tr("Nog bij geen afspraak genoemd")
    if not involved:
        return tr("Trekker bij {leads}").format(leads=leads)
    if not leads:
        return tr("Betrokken bij {involved}").format(involved=involved)
    return tr("Trekker bij {leads}, betrokken bij {involved}").format(
        leads=leads, involved=involved
    )


def _kinds(dossier: Dossier, ids: tuple[Id, ...]) -> dict[Id, RoleKind]:
    found: dict[Id, RoleKind] = {}
    for party_id in ids:
        for role in dossier.of(Role, "party_id", party_id):
            if found.get(role.item_id) is not RoleKind.LEAD:
                found[role.item_id] = role.kind
    return found
