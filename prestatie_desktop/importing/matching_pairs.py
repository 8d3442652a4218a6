"""Pairs of parts and things of the dossier: the surest ground first, each thing at most once."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.importing.decisions import Action, Decisions
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.reading import Part

P = TypeVar("P", bound=Part)
E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Pair(Generic[E]):
    """The thing of the dossier that a part is, and on what ground."""

    entity: E
    reason: MatchReason


@dataclass(frozen=True, slots=True)
class Ground(Generic[P, E]):
    """One ground on which parts are paired: equal keys; None pairs with nothing."""

    reason: MatchReason
    of_part: Callable[[P], Hashable | None]
    of_entity: Callable[[E], Hashable | None]


class Pairing(Generic[P, E]):
    """Finds for each part (by its place) the thing of the dossier it is."""

    def __init__(self, parts: Sequence[P], entities: Iterable[E], decisions: Decisions) -> None:
        self.parts = parts
        self.entities = tuple(entities)
        self.pairs: dict[int, Pair[E]] = {}
        self._taken: set[Id] = set()
        self._new: set[int] = set()
        self._choose(decisions)

    def _choose(self, decisions: Decisions) -> None:
        by_id = {entity.id: entity for entity in self.entities} if decisions.resolutions else {}
        for place, part in enumerate(self.parts):
            choice = decisions.resolutions.get(part.key)
            if choice is None or choice.action is Action.SKIP:
                continue
            if choice.action is Action.ADD:
                self._new.add(place)
            elif choice.entity_id in by_id:
                self.take(place, by_id[choice.entity_id], MatchReason.CHOSEN)

    def take(self, place: int, entity: E, reason: MatchReason) -> None:
        """Pair a part with a thing."""
        self.pairs[place] = Pair(entity, reason)
        self._taken.add(entity.id)

    def is_free(self, entity: E) -> bool:
        """Whether no part is paired with it yet."""
        return entity.id not in self._taken

    def open_places(self) -> list[int]:
        """The parts that are not paired yet and are not to be added in any case."""
        places = range(len(self.parts))
        return [place for place in places if place not in self.pairs and place not in self._new]

    def unpaired(self) -> list[int]:
        """The parts that are not paired."""
        return [place for place in range(len(self.parts)) if place not in self.pairs]

    def by(self, ground: Ground[P, E]) -> None:
        """Pair what is still open on one ground; of several equal things in their order."""
        waiting: dict[Hashable, deque[E]] = {}
        for entity in self.entities:
            key = ground.of_entity(entity)
            if key is not None and self.is_free(entity):
                waiting.setdefault(key, deque()).append(entity)
        if not waiting:
            return
        for place in self.open_places():
            queue = waiting.get(ground.of_part(self.parts[place]))
            if queue:
                self.take(place, queue.popleft(), ground.reason)
