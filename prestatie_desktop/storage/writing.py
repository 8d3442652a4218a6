"""Writes rows and journal lines, inside a transaction of the caller."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.journal.change import (
    Added,
    Change,
    Edited,
    OutOfDateError,
    Removed,
    found_by,
)
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.entry_codec import encode_entry
from prestatie_desktop.storage.rows import to_column, to_json, to_row
from prestatie_desktop.storage.schema import TABLES, blob, journal, journal_item

_ID: BindParameter[Any] = bindparam("entity_id")
_VALUE: BindParameter[Any] = bindparam("new_value")


def write_entry(connection: Connection, entry: Entry, *, undoable: bool = True) -> int:
    """Append a line to the journal; returns its `seq`."""
    value = encode_entry(entry)
    row = {
        **value,
        "args": to_json(value["args"]),
        "changes": to_json(value["changes"]),
        "empty": int(not (entry.changes and undoable)),
    }
    written = connection.execute(insert(journal), row).inserted_primary_key
    assert written is not None
    seq = int(written[0])
    refs = dict.fromkeys(ref for change in entry.changes for ref in found_by(change))
    items = [{"sort": ref.sort, "entity_id": ref.id, "seq": seq} for ref in refs]
    if items:
        connection.execute(insert(journal_item), items)
    return seq


def write_changes(connection: Connection, changes: Iterable[Change]) -> None:
    """Carry out changes on the rows: an edit writes its one column and nothing else.

    Raises OutOfDateError when a row that should be there is not.
    """
    for (kind, sort, field), group in groupby(changes, key=_target):
        table = TABLES[sort]
        parameters = list(_parameters(group))
        if kind is Added:
            connection.execute(insert(table), parameters)
            continue
        found = table.c.id == _ID
        if kind is Removed:
            statement = delete(table).where(found)
        else:
            statement = update(table).where(found).values({field: _VALUE})  # type: ignore[assignment]
        if connection.execute(statement, parameters).rowcount != len(parameters):
            raise OutOfDateError(f"a row of {sort} is gone")


def write_blobs(connection: Connection, blobs: Iterable[Blob]) -> None:
    """Keep logos and snapshots, each once."""
    new = {one.id: one for one in blobs}
    known = connection.scalars(select(blob.c.id).where(blob.c.id.in_(new))).all() if new else ()
    rows = [
        {"id": blob_id, "media_type": one.media_type, "data": one.data}
        for blob_id, one in new.items()
        if blob_id not in known
    ]
    if rows:
        connection.execute(insert(blob), rows)


def _target(change: Change) -> tuple[type[Change], str, str]:
    return type(change), change.ref.sort, change.field if isinstance(change, Edited) else ""


def _parameters(changes: Iterable[Change]) -> Iterator[dict[str, Any]]:
    for change in changes:
        match change:
            case Added(entity):
                yield to_row(entity)
            case Removed(entity):
                yield {"entity_id": entity.id}
            case Edited(where, _, _, new):
                yield {"entity_id": where.id, "new_value": to_column(new)}
