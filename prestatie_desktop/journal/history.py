"""Readers of the journal: the state at any moment, and what happened to one thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.journal.change import Added, Change, Edited, Removed, apply, resolve
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.store import Store


def replay(entries: Iterable[Entry]) -> Dossier:
    """The dossier that these entries make, from an empty one. Raises OutOfDateError."""
    dossier = Dossier()
    for entry in entries:
        for change in entry.changes:
            apply(dossier, _resolved_forwards(dossier, change))
    return dossier


def _resolved_forwards(dossier: Dossier, change: Change) -> Change:
    if not isinstance(change, Edited) or change.splice is None:
        return change
    entity = dossier.at(change.ref)
    return resolve(change, old=getattr(entity, change.field)) if entity else change


def resolve_backwards(dossier: Dossier, newest_first: Iterable[Change]) -> Iterator[Change]:
    """Fill in the texts of spliced edits, walking back from the dossier as it is now."""
    texts: dict[tuple[Ref, str], str] = {}
    entities: dict[Ref, Entity | None] = {}
    for change in newest_first:
        if isinstance(change, Removed):
            entities[change.ref] = change.entity
        elif isinstance(change, Added):
            entities[change.ref] = None
        elif change.splice is not None:
            key = (change.ref, change.field)
            now = texts.get(key)
            if now is None:
                entity = entities.get(change.ref, dossier.at(change.ref))
                now = getattr(entity, change.field)
            full = resolve(change, new=now)
            texts[key] = full.old
            yield full
            continue
        yield change


@dataclass(frozen=True, slots=True)
class Event:
    """One entry, as far as it is about one thing: its changes with full old and new texts."""

    entry: Entry
    changes: tuple[Change, ...]


def history_of(store: Store, dossier: Dossier, refs: Iterable[Ref]) -> Iterator[Event]:
    """What happened to some things (an agreement and its roles, say), newest first."""
    wanted = set(refs)
    walk: dict[Ref, dict[str, Any]] = {}
    for entry in store.entries_about(wanted):
        changes = [c for c in entry.changes if c.ref in wanted]
        full = [_walk_back(dossier, walk, change) for change in reversed(changes)]
        yield Event(entry, tuple(reversed(full)))


def _walk_back(dossier: Dossier, walk: dict[Ref, dict[str, Any]], change: Change) -> Change:
    texts = walk.setdefault(change.ref, {})
    if isinstance(change, Removed):
        # Before its removal it stood as the change keeps it.
        walk[change.ref] = {"": change.entity}
        return change
    if isinstance(change, Added) or change.splice is None:
        return change
    if change.field not in texts:
        entity = texts.get("") or dossier.at(change.ref)
        texts[change.field] = getattr(entity, change.field)
    full = resolve(change, new=texts[change.field])
    texts[change.field] = full.old
    return full


def net(entries: Iterable[Entry]) -> dict[Ref, Added | Removed | dict[str, tuple[Any, Any]]]:
    """What a run of entries comes down to, per thing: added, removed, or fields old → new.

    Give resolved entries (`resolved`). Things that end as they began are left out.
    """
    result: dict[Ref, Added | Removed | dict[str, tuple[Any, Any]]] = {}
    for entry in entries:
        for change in entry.changes:
            _fold(result, change)
    return {where: value for where, value in result.items() if value != {}}


def _fold(result: dict[Ref, Added | Removed | dict[str, tuple[Any, Any]]], change: Change) -> None:
    now = result.get(change.ref)
    match change:
        case Added(entity):
            if isinstance(now, Removed):
                result[change.ref] = _edits_between(now.entity, entity)
            else:
                result[change.ref] = change
        case Removed(entity):
            if isinstance(now, Added):
                del result[change.ref]
            else:
                result[change.ref] = Removed(_as_it_began(entity, now))
        case Edited():
            if isinstance(now, Added):
                edited = replace(now.entity, **{change.field: change.new})
                result[change.ref] = Added(edited)
                return
            fields = now if isinstance(now, dict) else {}
            first = fields[change.field][0] if change.field in fields else change.old
            fields = {**fields, change.field: (first, change.new)}
            if first == change.new:
                del fields[change.field]
            result[change.ref] = fields


def _as_it_began(entity: Entity, now: object) -> Entity:
    if not isinstance(now, dict):
        return entity
    return replace(entity, **{name: old for name, (old, _) in now.items()})


def _edits_between(old: Entity, new: Entity) -> dict[str, tuple[Any, Any]]:
    names = type(old).__dataclass_fields__
    return {
        name: (getattr(old, name), getattr(new, name))
        for name in names
        if getattr(old, name) != getattr(new, name)
    }


def dossier_at(store: Store, dossier: Dossier, head: str) -> Dossier:
    """The dossier as it was just after an entry, by walking back from now. Raises KeyError."""
    from prestatie_desktop.journal.change import inverse

    then = dossier.copy()
    for entry in reversed(list(store.entries_since(head))):
        for change in resolve_backwards(then, tuple(reversed(entry.changes))):
            apply(then, inverse(change))
    return then
