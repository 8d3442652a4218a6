"""Which party of the dossier a party of the source is. A merely similar name is never merged.

A party is the same when its name, its legal name or one of its other names is the same but for
capitals, accents, punctuation and words of a legal form (`matching_names`). Names that differ in
their legal form only are not the same when the dossier knows another kind of party by it:
"Vereniging Woonhuis" of tenants is not the corporation "Stichting Woonhuis".
"""

from collections.abc import Callable, Hashable, Sequence

from rapidfuzz import fuzz, process

from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.importing.decisions import Action, Decisions
from prestatie_desktop.importing.matching_names import folded, without_legal_form
from prestatie_desktop.importing.matching_pairs import Pairing
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.planning_names import as_written
from prestatie_desktop.importing.reading import FoundGroup, FoundParty

Named = Party | PartyGroup
FoundNamed = FoundParty | FoundGroup

#: Of 100: from here a name is worth offering as another choice.
_SIMILAR = 75
_MOST_OFFERED = 3
#: With more names than this in a dossier nothing is offered: comparing all would take too long.
_MOST_NAMES = 2_000


def paired_parties(
    parts: Sequence[FoundNamed], entities: Sequence[Named], decisions: Decisions
) -> Pairing[FoundNamed, Named]:
    """The parties and groups of the source, each with the one of the dossier it is."""
    pairing = Pairing[FoundNamed, Named](parts, entities, decisions)
    by_id = {entity.id: entity for entity in entities}
    for place in pairing.open_places():
        known = by_id.get(decisions.known_parties.get(parts[place].name, ""))
        if known is not None and not _is_to_be_added(parts[place], decisions):
            pairing.take(place, known, MatchReason.CHOSEN)
    for spelled in (as_written, folded, without_legal_form):
        for names in (_main_name, _every_name):
            _pair_by(pairing, spelled, names)
    return pairing


def _is_to_be_added(part: FoundNamed, decisions: Decisions) -> bool:
    choice = decisions.resolutions.get(part.key)
    return choice is not None and choice.action is Action.ADD


def _main_name(entity: Named) -> tuple[str, ...]:
    return (entity.name,)


def _every_name(entity: Named) -> tuple[str, ...]:
    if isinstance(entity, PartyGroup):
        return (entity.name,)
    return tuple(filter(None, (entity.name, entity.legal_name, *entity.aliases)))


def _pair_by(
    pairing: Pairing[FoundNamed, Named],
    spelled: Callable[[str], str],
    names: Callable[[Named], tuple[str, ...]],
) -> None:
    """Pair what has a name in common. A name that two bear is nobody's."""
    holders: dict[Hashable, list[Named]] = {}
    for entity in pairing.entities:
        for key in {spelled(name) for name in names(entity)}:
            holders.setdefault(key, []).append(entity)
    for place in pairing.open_places():
        part = pairing.parts[place]
        found = [e for e in holders.get(spelled(part.name), ()) if _may_be(part, e, spelled)]
        if len(found) == 1 and pairing.is_free(found[0]):
            pairing.take(place, found[0], MatchReason.SAME_NAME)


def _may_be(part: FoundNamed, entity: Named, spelled: Callable[[str], str]) -> bool:
    if spelled is not without_legal_form:
        return True
    if isinstance(part, FoundParty) and isinstance(entity, Party):
        return part.kind is entity.kind
    return isinstance(part, FoundParty) is isinstance(entity, Party)


def similar_names(part: FoundNamed, entities: Sequence[Named]) -> list[Named]:
    """The parties and groups of the dossier whose name looks like this one."""
    if len(entities) > _MOST_NAMES:
        return []
    names = [without_legal_form(entity.name) for entity in entities]
    found = process.extract(
        without_legal_form(part.name),
        names,
        scorer=fuzz.WRatio,
        limit=_MOST_OFFERED,
        score_cutoff=_SIMILAR,
    )
    return [entities[place] for _, _, place in found]
