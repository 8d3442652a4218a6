"""Readers of the journal: the state at any moment, and what happened to one thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.items import Item
from prestatie_desktop.domain.signing import SigningRule
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.journal.change import (
    Added,
    Change,
    Edited,
    Removed,
    apply,
    inverse,
    is_text,
    resolve,
    text_fields,
    traces_at,
)
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
    walk = _Walk(dossier)
    return (walk.back(change) for change in newest_first)


class _Walk:
    """Goes back through changes, newest first, and knows each running text at that moment."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._texts: dict[tuple[Ref, str], str] = {}
        self._removed: dict[Ref, Entity] = {}

    def back(self, change: Change) -> Change:
        """The change with its old and new text."""
        if isinstance(change, Removed):
            self._restore(change)
        elif isinstance(change, Edited):
            return self._edit(change)
        return change

    def _restore(self, change: Removed) -> None:
        # Before its removal it stood as the change keeps it, whatever became of it later.
        self._removed[change.ref] = change.entity
        for name in text_fields(change.ref.sort):
            self._texts.pop((change.ref, name), None)

    def _edit(self, change: Edited) -> Edited:
        full, key = change, (change.ref, change.field)
        if change.splice is not None:
            now = self._texts.get(key)
            if now is None:
                entity = self._removed.get(change.ref) or self._dossier.at(change.ref)
                now = getattr(entity, change.field)
            full = resolve(change, new=now)
        if is_text(change.ref.sort, change.field):
            self._texts[key] = full.old
        return full


@dataclass(frozen=True, slots=True)
class Event:
    """One entry, as far as it is about one thing: its changes with full old and new texts."""

    entry: Entry
    changes: tuple[Change, ...]


def item_refs(store: Store, dossier: Dossier, item: Item) -> frozenset[Ref]:
    """What the history of an item is about: itself, its roles and its signing rules, past ones too."""
    now = (item, *dossier.roles_of(item.id), *dossier.of(SigningRule, "target_id", item.id))
    removals = store.entries_about(traces_at(item.id))
    gone = (change.ref for entry in removals for change in entry.changes)
    return frozenset((*map(ref, now), *gone))


def history_of(store: Store, dossier: Dossier, refs: Iterable[Ref]) -> Iterator[Event]:
    """What happened to some things (an agreement and its roles, say), newest first."""
    wanted, walk = set(refs), _Walk(dossier)
    for entry in store.entries_about(wanted):
        newest_first = [walk.back(change) for change in reversed(entry.changes)]
        yield Event(entry, tuple(reversed(newest_first)))


def resolved(store: Store, dossier: Dossier, since: str = "") -> tuple[Entry, ...]:
    """The entries after one, oldest first, with the old and new text of every edit.

    `dossier` is the dossier as it is now. Raises KeyError for an entry that is not there.
    """
    walk = _Walk(dossier)
    newest_first = [
        replace(entry, changes=tuple(walk.back(c) for c in reversed(entry.changes))[::-1])
        for entry in reversed(list(store.entries_since(since)))
    ]
    return tuple(reversed(newest_first))


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
    then = dossier.copy()
    for entry in reversed(list(store.entries_since(head))):
        for change in resolve_backwards(then, tuple(reversed(entry.changes))):
            apply(then, inverse(change))
    return then
