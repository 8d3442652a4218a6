"""The tables of a dossier file: one for each sort, made from its fields, and the journal."""

from dataclasses import fields
from types import NoneType
from typing import Any, get_args, get_type_hints

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.sorts import SORTS

metadata = MetaData()


def _column(name: str, hint: Any) -> Column[Any]:
    kind = Integer() if hint in (int, bool) else Text()
    optional = NoneType in get_args(hint)
    return Column(name, kind, primary_key=name == "id", nullable=optional)


def _table(sort: str, cls: type[Entity]) -> Table:
    hints = get_type_hints(cls)
    return Table(sort, metadata, *(_column(f.name, hints[f.name]) for f in fields(cls)))


#: Rows of the dossier as it is now, by the name of their sort. Lists and quantities are JSON.
TABLES: dict[str, Table] = {sort: _table(sort, cls) for sort, cls in SORTS.items()}

#: What happened. Its columns are the fields of an entry in JSON (journal/entry_codec.py).
journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("format", Integer, nullable=False),
    Column("origin", Text, nullable=False),
    Column("parent", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("meeting", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("args", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("undoes", Text, nullable=False),
    # 1 when there is nothing to undo: lists of steps then need not read the changes.
    Column("empty", Integer, nullable=False),
    Column("changes", Text, nullable=False),
    Index("journal_step", "step"),
)

#: Which entries touched a thing, for the history of one agreement.
journal_item = Table(
    "journal_item",
    metadata,
    Column("sort", Text, primary_key=True),
    Column("entity_id", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

#: Logos and frozen snapshots, by the sha256 of their bytes.
blob = Table(
    "blob",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

#: About the file itself: `replica_id` (this copy) and `created_by` (version of the program).
file_info = Table(
    "file_info",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
)
