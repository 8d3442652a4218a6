"""The three kinds of change. Everything that ever happens to a dossier is made of them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.sorts import SORTS, ref
from prestatie_desktop.domain.splice import Splice, SpliceError
from prestatie_desktop.domain.splice import apply as apply_splice
from prestatie_desktop.domain.splice import inverse as inverse_splice
from prestatie_desktop.domain.splice import make as make_splice


class OutOfDateError(Exception):
    """A change no longer fits: what it replaces is not what stands there now."""


@dataclass(frozen=True, slots=True)
class Added:
    """An entity came into the dossier."""

    entity: Entity

    @property
    def ref(self) -> Ref:
        """What it is about."""
        return ref(self.entity)


@dataclass(frozen=True, slots=True)
class Removed:
    """An entity left the dossier; the change keeps it, so it can come back."""

    entity: Entity

    @property
    def ref(self) -> Ref:
        """What it is about."""
        return ref(self.entity)


@dataclass(frozen=True, slots=True)
class Edited:
    """A field of an entity changed: from an old to a new value, or a text by a splice."""

    ref: Ref
    field: str
    old: Any
    new: Any
    splice: Splice | None = None


Change = Added | Edited | Removed


#: What is told in the history of an item: the field that says of which item it is.
_OF_ITEM = {"role": "item_id", "signing_rule": "target_id"}


def found_by(change: Change) -> tuple[Ref, ...]:
    """What a change is looked up by: what it is about, and where something is gone its trace."""
    owner = _OF_ITEM.get(change.ref.sort)
    if owner is None or not isinstance(change, Removed):
        return (change.ref,)
    return change.ref, Ref(change.ref.sort, getattr(change.entity, owner))


def traces_at(item_id: Id) -> frozenset[Ref]:
    """What finds the roles and signing rules that an item no longer has."""
    return frozenset(Ref(sort, item_id) for sort in _OF_ITEM)


def is_text(sort: str, field: str) -> bool:
    """Whether a field holds running text, whose edits are kept as splices."""
    return field in text_fields(sort)


def text_fields(sort: str) -> frozenset[str]:
    """The fields of a sort that hold running text."""
    return _TEXT_FIELDS[sort]


_TEXT_FIELDS: dict[str, frozenset[str]] = {
    name: frozenset(f.name for f in fields(cls) if f.metadata.get("text"))
    for name, cls in SORTS.items()
}


def difference(old: Entity, new: Entity) -> tuple[Edited, ...]:
    """The edits that make `new` out of `old`; both are one entity at two moments."""
    where = ref(old)
    if where != ref(new):
        raise ValueError(f"{where} is not {ref(new)}")
    return tuple(
        edited(where, f.name, before, after)
        for f in fields(old)
        if (before := getattr(old, f.name)) != (after := getattr(new, f.name))
    )


def edited(where: Ref, field: str, old: Any, new: Any) -> Edited:
    """The edit of one field; of running text it keeps only what differs."""
    splice = make_splice(old, new) if is_text(where.sort, field) else None
    return Edited(where, field, old, new, splice)


def inverse(change: Change) -> Change:
    """The change that takes a change back."""
    match change:
        case Added(entity):
            return Removed(entity)
        case Removed(entity):
            return Added(entity)
        case Edited(where, field, old, new, splice):
            back = inverse_splice(splice, old) if splice else None
            return Edited(where, field, new, old, back)


def apply(dossier: Dossier, change: Change) -> None:
    """Carry out a change. Raises OutOfDateError, with nothing done, when it does not fit."""
    match change:
        case Added(entity):
            if dossier.at(change.ref) is not None:
                raise OutOfDateError(f"{change.ref} is there already")
            dossier.put(entity)
        case Removed(entity):
            if dossier.at(change.ref) != entity:
                raise OutOfDateError(f"{change.ref} is not what was removed")
            dossier.remove(change.ref)
        case Edited():
            dossier.put(_edited_entity(dossier, change))


def apply_all(dossier: Dossier, changes: Iterable[Change]) -> None:
    """Carry out all changes or none. Raises OutOfDateError when one does not fit."""
    done: list[Change] = []
    try:
        for change in changes:
            apply(dossier, change)
            done.append(change)
    except OutOfDateError:
        for change in reversed(done):
            apply(dossier, inverse(change))
        raise


def _edited_entity(dossier: Dossier, change: Edited) -> Entity:
    entity = dossier.at(change.ref)
    if entity is None:
        raise OutOfDateError(f"{change.ref} is gone")
    now = getattr(entity, change.field)
    if now != change.old:
        raise OutOfDateError(f"{change.field} of {change.ref} is not what it was")
    return replace(entity, **{change.field: change.new})


def resolve(change: Edited, *, old: str | None = None, new: str | None = None) -> Edited:
    """Fill in the old and new text of an edit read from the file as a splice.

    Give the text on one side of it. Raises OutOfDateError when the splice does not fit.
    """
    splice = change.splice
    if splice is None:
        return change
    try:
        if old is not None:
            return Edited(change.ref, change.field, old, apply_splice(old, splice), splice)
        if new is not None:
            return Edited(change.ref, change.field, _before(new, splice), new, splice)
    except SpliceError as error:
        raise OutOfDateError(str(error)) from error
    return change


def _before(new: str, splice: Splice) -> str:
    end = splice.at + len(splice.inserted)
    if new[splice.at : end] != splice.inserted:
        raise OutOfDateError("the text after the splice is another one")
    old = new[: splice.at] + splice.removed + new[end:]
    if make_splice(old, new).base != splice.base:
        raise OutOfDateError("the text before the splice is another one")
    return old
