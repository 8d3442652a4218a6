"""What is in the dossier now beside what it would become, field by field."""

from collections.abc import Iterator

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import AgreementSet, TextPart
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import Signatory
from prestatie_desktop.domain.signing_state import ItemChange
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.ui.models.differences import Difference, Place, describe

_SORTS: tuple[type[Entity], ...] = (
    AgreementSet, TextPart, Party, PartyGroup, Theme, Agreement, Commitment, Series, Signatory,
)  # fmt: skip


def differences(before: Dossier, after: Dossier, entity_id: Id) -> list[Difference]:
    """How a thing differs, and the rows of a table of figures each by itself."""
    found = (_found(after, entity_id) or _found(before, entity_id)) if entity_id else None
    if found is None:
        return []
    things = [found, *_rows(before, after, found)]
    return [describe(before, after, _place(before, after, thing)) for thing in things]


def _place(before: Dossier, after: Dossier, entity: Entity) -> Place:
    where = ref(entity)
    if before.at(where) is None:
        return Place(ItemChange.ADDED, where)
    return Place(ItemChange.REMOVED if after.at(where) is None else ItemChange.CHANGED, where)


def _found(dossier: Dossier, entity_id: Id) -> Entity | None:
    return next((one for sort in _SORTS if (one := dossier.find(sort, entity_id))), None)


def _rows(before: Dossier, after: Dossier, entity: Entity) -> Iterator[Entity]:
    if not isinstance(entity, Series):
        return
    old = {row.id: row for row in before.of(SeriesRow, "series_id", entity.id)}
    for row in after.of(SeriesRow, "series_id", entity.id):
        if old.get(row.id) != row:
            yield row
