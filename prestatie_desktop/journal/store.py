"""What a session needs of a place to keep a dossier; memory and SQLite both offer it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.change import found_by
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.steps import StepLine


class HeadMovedError(Exception):
    """Somebody else appended to the journal since this session last looked."""


class Store(Protocol):
    """Keeps rows and journal together: an entry is in both, or in neither."""

    @property
    def replica_id(self) -> Id:
        """Identity of this copy of the dossier."""

    @property
    def head(self) -> Id:
        """Id of the last entry; "" when there is none."""

    def load(self) -> Dossier:
        """The dossier as it is now."""

    def append(self, entry: Entry, expected_head: Id, blobs: Iterable[Blob] = ()) -> Entry:
        """Write an entry and what it changes in one transaction; returns it with its `seq`.

        Raises HeadMovedError when the last entry is not `expected_head`.
        """

    def append_all(
        self, entries: Sequence[Entry], expected_head: Id, blobs: Iterable[Blob] = ()
    ) -> tuple[Entry, ...]:
        """The same for several entries, in one transaction: all are written, or none."""

    def entries_since(self, head: Id) -> Iterator[Entry]:
        """Entries after one, oldest first; "" gives all.

        Edits of running text carry their splice only (`change.resolve` fills in the rest).
        Raises KeyError for a head that is not in the journal.
        """

    def entries_about(self, refs: Iterable[Ref]) -> Iterator[Entry]:
        """Entries that touched any of these, newest first, with their changes of these only."""

    def entries_of_step(self, step: Id) -> tuple[Entry, ...]:
        """The entries of one step, oldest first."""

    def step_lines(self) -> Iterator[StepLine]:
        """The heads of all entries, oldest first, without their changes."""

    def blob(self, blob_id: Id) -> Blob:
        """A logo or snapshot. Raises KeyError."""


class MemoryStore:
    """A store that forgets when the program ends: for trying, and the twin of the real one."""

    def __init__(self, replica_id: Id = "memory") -> None:
        self._replica_id = replica_id
        self._entries: list[Entry] = []
        self._blobs: dict[Id, Blob] = {}

    @property
    def replica_id(self) -> Id:
        """Identity of this copy of the dossier."""
        return self._replica_id

    @property
    def head(self) -> Id:
        """Id of the last entry; "" when there is none."""
        return self._entries[-1].id if self._entries else ""

    def load(self) -> Dossier:
        """The dossier as it is now: every entry carried out again."""
        from prestatie_desktop.journal.history import replay

        return replay(self._entries)

    def append(self, entry: Entry, expected_head: Id, blobs: Iterable[Blob] = ()) -> Entry:
        """Keep an entry; raises HeadMovedError when the last one is another."""
        return self.append_all((entry,), expected_head, blobs)[0]

    def append_all(
        self, entries: Sequence[Entry], expected_head: Id, blobs: Iterable[Blob] = ()
    ) -> tuple[Entry, ...]:
        """Keep entries; raises HeadMovedError when the last one is another."""
        if self.head != expected_head:
            raise HeadMovedError(expected_head)
        first = len(self._entries) + 1
        kept = tuple(replace(entry, seq=seq) for seq, entry in enumerate(entries, start=first))
        self._blobs.update((blob.id, blob) for blob in blobs)
        self._entries.extend(kept)
        return kept

    def entries_since(self, head: Id) -> Iterator[Entry]:
        """Entries after one, oldest first; "" gives all. Raises KeyError."""
        if not head:
            return iter(tuple(self._entries))
        for index, entry in enumerate(self._entries):
            if entry.id == head:
                return iter(tuple(self._entries[index + 1 :]))
        raise KeyError(head)

    def entries_about(self, refs: Iterable[Ref]) -> Iterator[Entry]:
        """Entries that touched any of these, newest first, with their changes of these only."""
        wanted = set(refs)
        return (
            replace(entry, changes=changes)
            for entry in reversed(self._entries)
            if (changes := tuple(c for c in entry.changes if wanted.intersection(found_by(c))))
        )

    def entries_of_step(self, step: Id) -> tuple[Entry, ...]:
        """The entries of one step, oldest first."""
        return tuple(entry for entry in self._entries if entry.step == step)

    def step_lines(self) -> Iterator[StepLine]:
        """The heads of all entries, oldest first, without their changes."""
        return (StepLine.of(entry) for entry in self._entries)

    def blob(self, blob_id: Id) -> Blob:
        """A logo or snapshot. Raises KeyError."""
        return self._blobs[blob_id]
