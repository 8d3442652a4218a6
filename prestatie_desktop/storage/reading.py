"""Reads rows and journal lines. Every answer is complete: no cursor stays open."""

import json
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from itertools import groupby
from pathlib import Path

from sqlalchemy import Connection, RowMapping, select

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.garbage import without_collecting
from prestatie_desktop.journal.entry import Author, Entry, Mode
from prestatie_desktop.journal.entry_codec import decode_entry
from prestatie_desktop.journal.steps import StepLine
from prestatie_desktop.storage.failures import damaged
from prestatie_desktop.storage.rows import from_rows
from prestatie_desktop.storage.schema import TABLES, blob, journal, journal_item

#: SQLite takes so many values in one question at least.
_MOST_VALUES = 900


def read_dossier(connection: Connection, path: Path) -> Dossier:
    """All rows. Raises UserError when a row holds what no dossier holds."""
    dossier = Dossier()
    with without_collecting():
        for sort, table in TABLES.items():
            rows = connection.execute(select(table)).all()
            try:
                entities = from_rows(sort, rows)
            except (ValueError, TypeError, KeyError) as error:
                raise damaged(path) from error
            dossier.fill(SORTS[sort], entities)
    return dossier


def read_head(connection: Connection) -> Id:
    """Id of the last entry; "" when there is none."""
    last = select(journal.c.id).order_by(journal.c.seq.desc()).limit(1)
    return connection.scalar(last) or ""


def read_seq(connection: Connection, entry_id: Id) -> int:
    """Place of an entry in the journal. Raises KeyError."""
    seq = connection.scalar(select(journal.c.seq).where(journal.c.id == entry_id))
    if seq is None:
        raise KeyError(entry_id)
    return int(seq)


def read_seqs_since(connection: Connection, seq: int) -> list[int]:
    """Places of the entries after one, oldest first."""
    later = select(journal.c.seq).where(journal.c.seq > seq).order_by(journal.c.seq)
    return list(connection.scalars(later))


def read_seqs_about(connection: Connection, refs: Iterable[Ref]) -> list[int]:
    """Places of the entries that touched any of these, newest first."""
    item = journal_item.c
    found: set[int] = set()
    for sort, group in groupby(sorted(set(refs), key=_by_sort), key=lambda ref: ref.sort):
        ids = [ref.id for ref in group]
        for some in _portions(ids):
            touched = select(item.seq).where(item.sort == sort, item.entity_id.in_(some))
            found.update(connection.scalars(touched))
    return sorted(found, reverse=True)


def read_seqs_of_step(connection: Connection, step: Id) -> list[int]:
    """Places of the entries of one step, oldest first."""
    of_step = select(journal.c.seq).where(journal.c.step == step).order_by(journal.c.seq)
    return list(connection.scalars(of_step))


def read_entries(
    connection: Connection, seqs: Sequence[int], about: AbstractSet[Ref] | None = None
) -> list[Entry]:
    """The entries at these places (at most 900), in the order asked for.

    Give `about` to have their changes of some things only.
    """
    rows = connection.execute(select(journal).where(journal.c.seq.in_(seqs))).mappings().all()
    entries = {row["seq"]: _entry(row, about) for row in rows}
    return [entries[seq] for seq in seqs]


def read_step_lines(connection: Connection) -> list[StepLine]:
    """All entries without their changes, oldest first."""
    c = journal.c
    columns = (c.id, c.step, c.mode, c.undoes, c.action, c.args, c.at)
    lines = select(*columns, c.person, c.organisation, c.empty).order_by(c.seq)
    return [
        StepLine(
            entry_id=row.id,
            step=row.step,
            mode=Mode(row.mode),
            undoes=row.undoes,
            action=row.action,
            args=json.loads(row.args),
            at=datetime.fromisoformat(row.at),
            author=Author(row.person, row.organisation),
            empty=bool(row.empty),
        )
        for row in connection.execute(lines).all()
    ]


def read_blob(connection: Connection, blob_id: Id) -> Blob:
    """A logo or snapshot. Raises KeyError."""
    one = select(blob.c.data, blob.c.media_type).where(blob.c.id == blob_id)
    row = connection.execute(one).one_or_none()
    if row is None:
        raise KeyError(blob_id)
    return Blob(row.data, row.media_type)


def _entry(row: RowMapping, about: AbstractSet[Ref] | None) -> Entry:
    value = {
        **row,
        "args": json.loads(row["args"]),
        "changes": json.loads(row["changes"]),
    }
    return decode_entry(value, row["seq"], about)


def _by_sort(ref: Ref) -> tuple[str, Id]:
    return ref.sort, ref.id


def _portions(ids: list[Id]) -> Iterable[list[Id]]:
    return (ids[start : start + _MOST_VALUES] for start in range(0, len(ids), _MOST_VALUES))
