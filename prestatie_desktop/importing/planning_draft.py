"""The dossier as the import will make it, and what is known on the way there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import TextPart
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.signing import Signatory
from prestatie_desktop.domain.sorts import SORTS, ref
from prestatie_desktop.filling.standard import is_standard_theme
from prestatie_desktop.importing.decisions import Action, Decisions
from prestatie_desktop.importing.matching_labels import label_of
from prestatie_desktop.importing.matching_pairs import Pair
from prestatie_desktop.importing.matching_values import Match, MatchReason
from prestatie_desktop.importing.planning_fitting import Fitted
from prestatie_desktop.importing.reading import Doubt, DoubtKind, Part
from prestatie_desktop.journal.change import Added, Change, Edited, Removed, difference

E = TypeVar("E", bound=Entity)

#: A dossier without any of these is only a frame: its title, its standard themes and its lists.
_CONTENT = (Agreement, Commitment, Party, PartyGroup, Series, Signatory, TextPart)

_SORT_PLACES = {name: place for place, name in enumerate(SORTS)}
_KIND_PLACES = {Added: 0, Edited: 1, Removed: 2}


class Draft:
    """A copy of a dossier that is being changed, and the changes so far."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier.copy()
        self._changes: list[Change] = []

    def add(self, entity: Entity) -> None:
        """Bring a thing in."""
        self.dossier.put(entity)
        self._changes.append(Added(entity))

    def change(self, old: Entity, new: Entity) -> bool:
        """Put a value in the place of an older one; returns whether that changed anything."""
        if old == new:
            return False
        self.dossier.put(new)
        self._changes.extend(difference(old, new))
        return True

    def remove(self, entity: Entity) -> None:
        """Take a thing out."""
        self.dossier.remove(ref(entity))
        self._changes.append(Removed(entity))

    def take_changes(self) -> tuple[Change, ...]:
        """The changes since the last time, sort by sort: so they are written the fastest."""
        changes, self._changes = self._changes, []
        return tuple(sorted(changes, key=_place))


def _place(change: Change) -> tuple[int, int, str]:
    field = change.field if isinstance(change, Edited) else ""
    return _KIND_PLACES[type(change)], _SORT_PLACES[change.ref.sort], field


class Work:
    """What planning knows: the source, what a person decided, the draft, and each part's fate."""

    def __init__(self, fitted: Fitted, dossier: Dossier, decisions: Decisions) -> None:
        self.fitted = fitted
        self.reading = fitted.reading
        self.decisions = decisions
        self.draft = Draft(dossier)
        self.is_pristine = is_pristine(dossier)
        self.matches: list[Match] = []
        #: By the key of a part: what it is in the draft; "" for what is left out.
        self.ids: dict[str, Id] = {}
        #: By the sort of a thing: how many of the standard ones went because nothing is in them.
        self.removed: dict[str, int] = {}
        self._doubts: dict[str, dict[Doubt, None]] = {
            key: dict.fromkeys(doubts) for key, doubts in fitted.doubts.items()
        }

    @property
    def dossier(self) -> Dossier:
        """The draft."""
        return self.draft.dossier

    @property
    def doubts(self) -> dict[str, tuple[Doubt, ...]]:
        """By the key of a part: why a person should look at what becomes of it."""
        return {key: tuple(doubts) for key, doubts in self._doubts.items()}

    def doubt(self, part: Part, kind: DoubtKind, *args: str) -> None:
        """Say why a part is to be checked."""
        self._doubts.setdefault(part.key, {})[Doubt(kind, args)] = None

    def is_left_out(self, part: Part) -> bool:
        """Whether a person said to leave a part out."""
        choice = self.decisions.resolutions.get(part.key)
        return choice is not None and choice.action is Action.SKIP

    def is_new_by_choice(self, part: Part) -> bool:
        """Whether a person said to add a part, whatever there is."""
        choice = self.decisions.resolutions.get(part.key)
        return choice is not None and choice.action is Action.ADD

    def left_out(
        self, part: Part, pair: Pair[E] | None, reason: MatchReason = MatchReason.CHOSEN
    ) -> None:
        """Note that a part is left out: by choice, or for another reason."""
        self._note(part, Action.SKIP, pair.entity if pair else None, reason)

    def added(self, part: Part, entity: Entity, others: Sequence[Entity] = ()) -> None:
        """Note that a part was added as a thing of its own."""
        reason = MatchReason.CHOSEN if self.is_new_by_choice(part) else MatchReason.NEW
        self._note(part, Action.ADD, None, reason, others=others)
        self.ids[part.key] = entity.id

    def updated(
        self,
        part: Part,
        pair: Pair[E],
        *,
        changed: bool,
        differs: bool = False,
        others: Sequence[Entity] = (),
    ) -> None:
        """Note that a part was put over a thing, or that all of it was there already."""
        action = Action.UPDATE if changed else Action.SKIP
        reason = pair.reason if changed else MatchReason.IDENTICAL
        self._note(part, action, pair.entity, reason, differs=differs and changed, others=others)

    def _note(
        self,
        part: Part,
        action: Action,
        entity: Entity | None,
        reason: MatchReason,
        *,
        differs: bool = False,
        others: Iterable[Entity] = (),
    ) -> None:
        match = Match(
            part=self.fitted.originals.get(part.key, part),
            action=action,
            entity_id=entity.id if entity else "",
            entity_label=label_of(self.dossier, entity) if entity else "",
            reason=reason,
            alternatives=tuple((other.id, label_of(self.dossier, other)) for other in others),
            differs=differs,
        )
        self.matches.append(match)
        self.ids[part.key] = match.entity_id


def filled(entity: E, **given: Any) -> E:
    """The entity with what the source gives: what is empty there stays as it is."""
    return replace(entity, **{name: value for name, value in given.items() if value})


def is_pristine(dossier: Dossier) -> bool:
    """Whether nobody has put anything of the field into a dossier yet."""
    return not any(map(dossier.count, _CONTENT)) and all(map(is_standard_theme, dossier.themes))
