"""Journal entries as JSON and back; older formats are read through upcasters."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import datetime

from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.splice import Splice
from prestatie_desktop.journal.change import Added, Change, Edited, Removed, found_by, is_text
from prestatie_desktop.journal.codec import (
    Json,
    decode,
    decode_entity,
    decode_field,
    encode,
    encode_fields,
)
from prestatie_desktop.journal.entry import FORMAT, Author, Entry, Mode

#: From a format to the next: pure functions from the JSON of an entry to that of the next one.
UPCASTERS: dict[int, Callable[[dict[str, Json]], dict[str, Json]]] = {}


def encode_entry(entry: Entry) -> dict[str, Json]:
    """An entry as JSON, without its `seq`: that is the store's."""
    return {
        "format": entry.format,
        "id": entry.id,
        "origin": entry.origin,
        "parent": entry.parent,
        "at": entry.at.isoformat(),
        "person": entry.author.person,
        "organisation": entry.author.organisation,
        "meeting": entry.meeting_id,
        "action": entry.action,
        "args": dict(entry.args),
        "step": entry.step,
        "mode": entry.mode.value,
        "undoes": entry.undoes,
        "changes": [encode_change(change) for change in entry.changes],
    }


def decode_entry(
    value: dict[str, Json], seq: int = 0, about: AbstractSet[Ref] | None = None
) -> Entry:
    """An entry back from JSON, with its changes of everything, or of some things only.

    Raises ValueError, TypeError or KeyError when it does not fit.
    """
    value = upcast(value)
    changes = value["changes"]
    if about is not None:
        # An entry that filled a whole dossier is large; little of it is about one thing.
        changes = [change for change in changes if _is_about(change, about)]
    return Entry(
        id=_text(value["id"]),
        seq=seq,
        origin=_text(value["origin"]),
        parent=_text(value["parent"]),
        at=decode(datetime, value["at"]),
        author=Author(_text(value["person"]), _text(value["organisation"])),
        meeting_id=_text(value["meeting"]),
        action=_text(value["action"]),
        args={_text(name): _text(arg) for name, arg in dict(value["args"]).items()},
        changes=tuple(decode_change(change) for change in changes),
        step=_text(value["step"]),
        mode=Mode(value["mode"]),
        undoes=_text(value["undoes"]),
        format=value["format"],
    )


def upcast(value: dict[str, Json]) -> dict[str, Json]:
    """An entry of any older format in today's. Raises KeyError for one that is newer."""
    while value["format"] != FORMAT:
        value = UPCASTERS[value["format"]](value)
    return value


def encode_change(change: Change) -> dict[str, Json]:
    """A change as JSON; an edit of running text keeps its splice only."""
    where = {"sort": change.ref.sort, "id": change.ref.id}
    match change:
        case Added(entity):
            return {"kind": "added", **where, "entity": encode_fields(entity)}
        case Removed(entity):
            return {"kind": "removed", **where, "entity": encode_fields(entity)}
        case Edited(_, field, old, new, splice):
            edit = {**where, "field": field}
            if splice is not None:
                return {"kind": "spliced", **edit, "splice": encode_fields(splice)}
            return {"kind": "edited", **edit, "old": encode(old), "new": encode(new)}


def _is_about(value: dict[str, Json], about: AbstractSet[Ref]) -> bool:
    if Ref(value["sort"], value["id"]) in about:
        return True
    return value["kind"] == "removed" and not about.isdisjoint(found_by(decode_change(value)))


def decode_change(value: dict[str, Json]) -> Change:
    """A change back from JSON. Raises ValueError, TypeError or KeyError when it does not fit."""
    where = Ref(_text(value["sort"]), _text(value["id"]))
    match value["kind"]:
        case "added":
            return Added(_entity(where, value["entity"]))
        case "removed":
            return Removed(_entity(where, value["entity"]))
        case "edited":
            field = _editable(value["field"])
            old, new = (decode_field(where.sort, field, value[side]) for side in ("old", "new"))
            return Edited(where, field, old, new)
        case "spliced":
            field = _editable(value["field"])
            if not is_text(where.sort, field):
                raise ValueError(f"{field} of {where.sort} is no running text")
            return Edited(where, field, None, None, decode(Splice, value["splice"]))
    raise ValueError(f"{value['kind']!r} is no kind of change")


def _entity(where: Ref, value: dict[str, Json]) -> Entity:
    entity = decode_entity(where.sort, value)
    if entity.id != where.id:
        raise ValueError(f"the change of {where} holds {entity.id}")
    return entity


def _editable(field: Json) -> str:
    if field == "id":
        raise ValueError("an id is for ever")
    return _text(field)


def _text(value: Json) -> str:
    return str(decode(str, value))
