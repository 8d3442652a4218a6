"""The dossier file: rows and journal, written together in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection, NullPool, create_engine, insert, select, update

from prestatie_desktop import __version__
from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.steps import StepLine
from prestatie_desktop.journal.store import HeadMovedError
from prestatie_desktop.storage.connecting import Mode, connect
from prestatie_desktop.storage.failures import (
    CHANGE_LOST,
    NOTHING_OPENED,
    gone,
    told_in_dutch,
)
from prestatie_desktop.storage.file_format import APPLICATION_ID, SCHEMA_VERSION
from prestatie_desktop.storage.open_files import OPEN, identity
from prestatie_desktop.storage.placing import new_file
from prestatie_desktop.storage.reading import (
    read_blob,
    read_dossier,
    read_entries,
    read_head,
    read_seq,
    read_seqs_about,
    read_seqs_of_step,
    read_seqs_since,
    read_step_lines,
)
from prestatie_desktop.storage.schema import file_info, metadata
from prestatie_desktop.storage.writing import write_blobs, write_changes, write_entry

#: So many journal entries are read at once; none of them keeps the file locked.
_PAGE = 500


class SqliteStore:
    """A dossier in a file, open until it is closed.

    What a user can do something about (a full disk, a file that is gone) raises UserError; so
    does an edit when it was opened to be looked at (mode `ro`).
    """

    def __init__(self, path: Path, mode: Mode = "rw", *, durable: bool = True) -> None:
        self.path = path
        # A print in the background may ask for a logo while somebody types.
        self._lock = RLock()
        with told_in_dutch(path, NOTHING_OPENED):
            self._connection = _connection(path, mode, durable=durable)
        self._file = identity(path)
        if self._file is not None:
            OPEN[self] = self._file
        try:
            with self._transaction("DEFERRED", NOTHING_OPENED) as connection:
                self._replica_id = _info(connection, "replica_id")
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        OPEN.pop(self, None)
        self._connection.close()

    @property
    def replica_id(self) -> Id:
        """Identity of this copy of the dossier."""
        return self._replica_id

    @property
    def head(self) -> Id:
        """Id of the last entry; "" when there is none."""
        with self._reading() as connection:
            return read_head(connection)

    def load(self) -> Dossier:
        """The dossier as it is now."""
        with self._reading() as connection:
            return read_dossier(connection, self.path)

    def append(self, entry: Entry, expected_head: Id, blobs: Iterable[Blob] = ()) -> Entry:
        """Write an entry and what it changes in one transaction; returns it with its `seq`.

        Raises HeadMovedError when the last entry is not `expected_head`, and UserError, with
        nothing written, when the file cannot be written.
        """
        return self.append_all((entry,), expected_head, blobs)[0]

    def append_all(
        self, entries: Sequence[Entry], expected_head: Id, blobs: Iterable[Blob] = ()
    ) -> tuple[Entry, ...]:
        """The same for several entries, in one transaction: all are written, or none."""
        return self._write(entries, expected_head, blobs)

    def begin_with(self, entry: Entry, blobs: Iterable[Blob]) -> Entry:
        """Write the first entry of a copy: it brings everything in and is no step to undo."""
        first = replace(entry, origin=self.replica_id)
        return self._write((first,), "", blobs, undoable=False)[0]

    def entries_since(self, head: Id) -> Iterator[Entry]:
        """Entries after one, oldest first; "" gives all. Raises KeyError."""
        with self._reading() as connection:
            seqs = read_seqs_since(connection, read_seq(connection, head) if head else 0)
        return self._entries(seqs)

    def entries_about(self, refs: Iterable[Ref]) -> Iterator[Entry]:
        """Entries that touched any of these, newest first, with their changes of these only."""
        about = frozenset(refs)
        with self._reading() as connection:
            seqs = read_seqs_about(connection, about)
        return self._entries(seqs, about)

    def entries_of_step(self, step: Id) -> tuple[Entry, ...]:
        """The entries of one step, oldest first."""
        with self._reading() as connection:
            seqs = read_seqs_of_step(connection, step)
        return tuple(self._entries(seqs))

    def step_lines(self) -> Iterator[StepLine]:
        """The heads of all entries, oldest first, without their changes."""
        with self._reading() as connection:
            return iter(read_step_lines(connection))

    def blob(self, blob_id: Id) -> Blob:
        """A logo or snapshot. Raises KeyError."""
        with self._reading() as connection:
            return read_blob(connection, blob_id)

    def save_copy_as(self, path: Path, *, overwrite: bool = False) -> None:
        """Write a copy with its whole journal; it is another replica of the same dossier.

        Works too when the open file was moved or deleted. Raises UserError.
        """
        with new_file(path, overwrite=overwrite) as beside, self._lock:
            own = self._connection.connection.dbapi_connection
            assert own is not None
            with closing(connect(beside, "rwc", durable=False)) as copy:
                own.backup(copy)
            with closing(_connection(beside, durable=False)) as connection:
                _set_info(connection, "replica_id", new_id())

    def _write(
        self,
        entries: Sequence[Entry],
        expected_head: Id,
        blobs: Iterable[Blob],
        *,
        undoable: bool = True,
    ) -> tuple[Entry, ...]:
        if identity(self.path) != self._file:
            raise gone(self.path)
        with self._transaction("IMMEDIATE", CHANGE_LOST) as connection:
            if read_head(connection) != expected_head:
                raise HeadMovedError(expected_head)
            write_blobs(connection, blobs)
            return tuple(_written(connection, entry, undoable=undoable) for entry in entries)

    def _entries(self, seqs: list[int], about: AbstractSet[Ref] | None = None) -> Iterator[Entry]:
        for start in range(0, len(seqs), _PAGE):
            with self._reading() as connection:
                page = read_entries(connection, seqs[start : start + _PAGE], about)
            yield from page

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._transaction("DEFERRED", "er is niets veranderd") as connection:
            yield connection

    @contextmanager
    def _transaction(self, kind: str, kept: str) -> Iterator[Connection]:
        with self._lock, told_in_dutch(self.path, kept):
            connection = self._connection
            connection.exec_driver_sql(f"BEGIN {kind}")
            try:
                yield connection
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                _roll_back(connection)
                raise


def make_empty(path: Path) -> None:
    """Make the tables of a new dossier in a file that is not there yet."""
    connect(path, "rwc", durable=False).close()
    with closing(_connection(path, durable=False)) as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        metadata.create_all(connection, checkfirst=False)
        about = {"replica_id": new_id(), "created_by": __version__}
        rows = [{"key": key, "value": value} for key, value in about.items()]
        connection.execute(insert(file_info), rows)
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.exec_driver_sql("COMMIT")


def _written(connection: Connection, entry: Entry, *, undoable: bool) -> Entry:
    write_changes(connection, entry.changes)
    return replace(entry, seq=write_entry(connection, entry, undoable=undoable))


def _connection(path: Path, mode: Mode = "rw", *, durable: bool) -> Connection:
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, mode, durable=durable), poolclass=NullPool
    )
    return engine.connect()


def _roll_back(connection: Connection) -> None:
    # SQLite itself has rolled back already after some errors, a full disk for one.
    raw = connection.connection.dbapi_connection
    if raw is not None and raw.in_transaction:
        raw.execute("ROLLBACK")


def _info(connection: Connection, key: str) -> str:
    value = connection.scalar(select(file_info.c.value).where(file_info.c.key == key))
    return str(value)


def _set_info(connection: Connection, key: str, value: str) -> None:
    connection.execute(update(file_info).where(file_info.c.key == key).values(value=value))
