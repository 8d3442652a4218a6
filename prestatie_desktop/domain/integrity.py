"""Whether everything a dossier points at is there: what no edit may break."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.bod import BodSubmission, BodText
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import (
    Edition,
    Signatory,
    Signature,
    SignatureSheet,
    SigningRule,
    SigningScope,
)
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.domain.theme import Theme

_ITEM = (Agreement, Commitment)
_NAMED = (Party, PartyGroup)

#: By sort: the fields that hold an id or several, and what may bear it.
_POINTERS: dict[type[Entity], dict[str, tuple[type[Entity], ...]]] = {
    PartyGroup: {"members": _NAMED},
    Party: {"represents": (Party,), "successor_id": (Party,)},
    Agreement: {"theme_id": (Theme,), "municipalities": (Party,), "question_owner_id": _NAMED},
    Role: {"item_id": _ITEM, "party_id": _NAMED},
    CommitmentKind: {"theme_id": (Theme,)},
    Commitment: {
        "kind_id": (CommitmentKind,),
        "corporation_id": (Party,),
        "municipality_id": (Party,),
        "agreement_id": (Agreement,),
    },
    Series: {"theme_id": (Theme,), "agreement_id": (Agreement,)},
    SeriesRow: {"series_id": (Series,)},
    BodText: {"party_id": (Party,)},
    BodSubmission: {"party_id": (Party,)},
    SigningRule: {"party_id": _NAMED},
    Signatory: {"party_id": (Party,)},
    SignatureSheet: {"edition_id": (Edition,), "party_id": (Party,)},
    Signature: {"sheet_id": (SignatureSheet,), "party_id": (Party,)},
}

#: Without these a thing belongs nowhere; every other pointer may be empty.
_NEEDED = frozenset({"item_id", "party_id", "kind_id", "series_id", "edition_id", "sheet_id"})

_TARGETS: dict[SigningScope, tuple[type[Entity], ...]] = {
    SigningScope.ITEM: _ITEM,
    SigningScope.THEME: (Theme,),
    SigningScope.DEFAULT: (),
}


@dataclass(frozen=True, slots=True)
class Dangling:
    """A thing points, by a field, at an id that nothing (of the right sort) bears."""

    where: Ref
    field: str
    id: Id


def dangling(dossier: Dossier) -> tuple[Dangling, ...]:
    """Every reference to something that is not there. Links in running text may stay behind."""
    return tuple(
        Dangling(ref(entity), field, target)
        for entity in dossier.entities()
        for field, targets, sorts in _pointed_at(dossier, entity)
        for target in targets
        if not any(dossier.find(sort, target) for sort in sorts)
    )


def _pointed_at(
    dossier: Dossier, entity: Entity
) -> Iterator[tuple[str, Iterable[Id], tuple[type[Entity], ...]]]:
    for field, sorts in _POINTERS.get(type(entity), {}).items():
        value = getattr(entity, field)
        needed = field in _NEEDED or (isinstance(entity, Agreement) and field == "theme_id")
        ids = value if isinstance(value, tuple) else (value,)
        yield field, (one for one in ids if one or needed), sorts
    if isinstance(entity, SigningRule):
        sorts = _TARGETS[entity.scope]
        yield "target_id", (entity.target_id,) if sorts or entity.target_id else (), sorts
    if isinstance(entity, Series):
        parties = (column.party_id for column in entity.columns if column.party_id)
        yield "columns", parties, (Party,)
    if isinstance(entity, SeriesRow):
        series = dossier.find(Series, entity.series_id)
        keys = {column.key for column in series.columns} if series else set()
        yield "cells", (cell.column for cell in entity.cells if cell.column not in keys), ()
