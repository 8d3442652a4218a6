"""The dossier in memory: every entity by its id, in order, with what belongs to what."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import TypeVar, cast

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.agreement_set import AgreementSet
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.sorts import OWNERS, SORTS
from prestatie_desktop.domain.theme import Theme

E = TypeVar("E", bound=Entity)
_Bucket = tuple[type[Entity], str, str]


class Dossier:
    """Reads as a value for everyone; only the session's one door puts and removes.

    Lookups by id and by owner take constant time, whatever the size of the dossier.
    """

    __slots__ = ("_members", "_ordered", "_tables", "version")

    def __init__(self) -> None:
        self._tables: dict[type[Entity], dict[Id, Entity]] = {cls: {} for cls in SORTS.values()}
        self._members: dict[_Bucket, dict[Id, None]] = {}
        self._ordered: dict[_Bucket, tuple[Id, ...]] = {}
        #: How often something was put or removed: while it stays the same, so does everything.
        self.version = 0

    def get(self, cls: type[E], entity_id: Id) -> E:
        """The entity with this id. Raises KeyError when it is not there."""
        return cast("E", self._tables[cls][entity_id])

    def find(self, cls: type[E], entity_id: Id) -> E | None:
        """The entity with this id, or None."""
        return cast("E | None", self._tables[cls].get(entity_id))

    def at(self, where: Ref) -> Entity | None:
        """The entity a reference points at, or None."""
        return self._tables[SORTS[where.sort]].get(where.id)

    def all(self, cls: type[E]) -> tuple[E, ...]:
        """Everything of a sort, in its order."""
        return self.of(cls, "", "")

    def of(self, cls: type[E], owner: str, owner_id: Id) -> tuple[E, ...]:
        """What belongs to an owner, in order: `of(Agreement, "theme_id", theme.id)`."""
        bucket: _Bucket = (cls, owner, owner_id)
        table = cast("dict[Id, E]", self._tables[cls])
        ids = self._ordered.get(bucket)
        if ids is None:
            members = self._members.get(bucket, {}) if owner else table
            ids = tuple(sorted(members, key=lambda entity_id: _place(table[entity_id])))
            self._ordered[bucket] = ids
        return tuple(table[entity_id] for entity_id in ids)

    def count(self, cls: type[Entity]) -> int:
        """How many of a sort there are."""
        return len(self._tables[cls])

    def entities(self) -> Iterator[Entity]:
        """Every entity, sort by sort, in no particular order within a sort."""
        for table in self._tables.values():
            yield from table.values()

    @property
    def set(self) -> AgreementSet:
        """What this dossier is about. Raises StopIteration while it is still empty."""
        return cast("AgreementSet", next(iter(self._tables[AgreementSet].values())))

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The chapters in order."""
        return self.all(Theme)

    @property
    def parties(self) -> tuple[Party, ...]:
        """All parties and actors in order."""
        return self.all(Party)

    def agreements_of(self, theme_id: Id) -> tuple[Agreement, ...]:
        """The agreements of a theme in order."""
        return self.of(Agreement, "theme_id", theme_id)

    def roles_of(self, item_id: Id) -> tuple[Role, ...]:
        """Who does what for an agreement or commitment."""
        return self.of(Role, "item_id", item_id)

    def copy(self) -> "Dossier":
        """A dossier of its own that no later change reaches; the entities are shared."""
        twin = Dossier()
        twin._tables = {cls: dict(table) for cls, table in self._tables.items()}
        twin._members = {bucket: dict(ids) for bucket, ids in self._members.items()}
        twin._ordered = dict(self._ordered)
        return twin

    def put(self, entity: Entity) -> None:
        """Add an entity, or set it in the place of the one with the same id."""
        cls = type(entity)
        self.version += 1
        old = self._tables[cls].get(entity.id)
        self._tables[cls][entity.id] = entity
        moved = old is None or _place(old) != _place(entity)
        if moved:
            self._ordered.pop((cls, "", ""), None)
        for owner in OWNERS.get(cls, ()):
            new_bucket: _Bucket = (cls, owner, getattr(entity, owner))
            if old is not None:
                old_bucket: _Bucket = (cls, owner, getattr(old, owner))
                if old_bucket != new_bucket:
                    self._leave(old_bucket, entity.id)
            if moved or entity.id not in self._members.get(new_bucket, ()):
                self._members.setdefault(new_bucket, {})[entity.id] = None
                self._ordered.pop(new_bucket, None)

    def fill(self, cls: type[E], entities: Iterable[E]) -> None:
        """Take in all things of a sort of which there is none yet: `put`, but for many."""
        table = {entity.id: entity for entity in entities}
        assert not self._tables[cls]
        self._tables[cls] = cast("dict[Id, Entity]", table)
        self._ordered.pop((cls, "", ""), None)
        self.version += 1
        for owner in OWNERS.get(cls, ()):
            of_owner = attrgetter(owner)
            owners: dict[Id, dict[Id, None]] = {}
            for entity_id, owner_id in zip(table, map(of_owner, table.values()), strict=True):
                owners.setdefault(owner_id, {})[entity_id] = None
            for owner_id, ids in owners.items():
                self._members[cls, owner, owner_id] = ids
                self._ordered.pop((cls, owner, owner_id), None)

    def remove(self, where: Ref) -> Entity:
        """Take an entity out. Raises KeyError when it is not there."""
        cls = SORTS[where.sort]
        entity = self._tables[cls].pop(where.id)
        self.version += 1
        self._ordered.pop((cls, "", ""), None)
        for owner in OWNERS.get(cls, ()):
            self._leave((cls, owner, getattr(entity, owner)), where.id)
        return entity

    def _leave(self, bucket: _Bucket, entity_id: Id) -> None:
        self._members[bucket].pop(entity_id, None)
        self._ordered.pop(bucket, None)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dossier) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]


def _place(entity: Entity) -> tuple[str, Id]:
    return (getattr(entity, "rank", ""), entity.id)
