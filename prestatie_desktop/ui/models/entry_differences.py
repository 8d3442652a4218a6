"""What one line of the journal changed, with full old and new texts."""

from collections.abc import Iterable
from typing import Any

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.richtext import from_plain
from prestatie_desktop.domain.signing_state import ItemChange
from prestatie_desktop.journal.change import Added, Change, Edited, Removed, is_text
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.history import history_of
from prestatie_desktop.journal.store import Store
from prestatie_desktop.ui.models.differences import Difference, FieldDifference, Place
from prestatie_desktop.words.fields import field_name, field_value, sort_name
from prestatie_desktop.words.items import item_name

_LEFT_OUT = ("id", "rank", "logo_id", "snapshot_id")


def entry_of(store: Store, entry_id: str, step: str) -> Entry | None:
    """A line of the journal with its changes."""
    return next((e for e in store.entries_of_step(step) if e.id == entry_id), None)


def full_changes(store: Store, dossier: Dossier, entry: Entry) -> tuple[Change, ...]:
    """The changes of an entry; texts kept as splices are filled in from the history."""
    spliced = {c.ref for c in entry.changes if isinstance(c, Edited) and c.splice is not None}
    if not spliced:
        return entry.changes
    for event in history_of(store, dossier, spliced):
        if event.entry.id == entry.id:
            others = [c for c in entry.changes if c.ref not in spliced]
            return (*event.changes, *others)
    return entry.changes


def places_in(changes: Iterable[Change]) -> dict[Place, list[Change]]:
    """The things changed, in order, each with its own changes."""
    by_ref: dict[Ref, list[Change]] = {}
    for change in changes:
        by_ref.setdefault(change.ref, []).append(change)
    return {Place(_kind(some), where): some for where, some in by_ref.items()}


def described(dossier: Dossier, place: Place, changes: list[Change]) -> Difference:
    """How one thing changed."""
    entity = next((c.entity for c in changes if not isinstance(c, Edited)), None)
    entity = entity or dossier.at(place.ref)
    found: list[FieldDifference] = []
    for change in changes:
        if isinstance(change, Edited):
            if change.field not in _LEFT_OUT:
                old = _value(dossier, place.ref, change.field, change.old)
                new = _value(dossier, place.ref, change.field, change.new)
                found.append(FieldDifference(field_name(change.field), old, new))
        else:
            found += _whole(dossier, change)
    return Difference(place.change, _title(dossier, place.ref, entity), tuple(found))


def _kind(changes: list[Change]) -> ItemChange:
    if any(isinstance(change, Added) for change in changes):
        return ItemChange.ADDED
    if any(isinstance(change, Removed) for change in changes):
        return ItemChange.REMOVED
    return ItemChange.CHANGED


def _whole(dossier: Dossier, change: Added | Removed) -> list[FieldDifference]:
    found = []
    for name in type(change.entity).__dataclass_fields__:
        if name in _LEFT_OUT:
            continue
        text = _value(dossier, change.ref, name, getattr(change.entity, name))
        if text:
            added = isinstance(change, Added)
            found.append(
                FieldDifference(field_name(name), "" if added else text, text if added else "")
            )
    return found


def _value(dossier: Dossier, where: Ref, name: str, value: Any) -> str:
    if value is None:
        return ""
    if is_text(where.sort, name):
        return str(value)
    text = field_value(dossier, where, name, value)
    return from_plain(text) if text else ""


def _title(dossier: Dossier, where: Ref, entity: Entity | None) -> str:
    if where.sort in ("agreement", "commitment"):
        name = item_name(dossier, where.id)
        if name != "?":
            return name
    names = (getattr(entity, name, "") for name in ("number", "title", "name", "label", "location"))
    name = next((str(text) for text in names if text), "")
    if not name and (party_id := getattr(entity, "party_id", "")):
        name = named(dossier, party_id)
    return f"{sort_name(where.sort)} {name}".strip()
