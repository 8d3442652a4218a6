"""The two-stack model of the journal again, on a real file that is closed and opened."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import invariant, rule

from prestatie_desktop.journal.history import replay
from prestatie_desktop.journal.session import Session
from prestatie_desktop.storage.opening import open_dossier
from prestatie_desktop.storage.sqlite_store import SqliteStore, make_empty
from tests.journal.test_journal_properties import Journal


class JournalInAFile(Journal):
    """Whatever people do in whatever order, on SQLite."""

    def new_store(self) -> SqliteStore:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "dossier.prestatie"
        make_empty(self.path)
        self.store = SqliteStore(self.path)
        return self.store

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = open_dossier(self.path)
        self.session = Session(self.store, self.session.author)

    @invariant()
    def the_rows_are_the_dossier_and_the_sum_of_the_journal(self) -> None:
        rows = self.store.load()

        assert rows == self.session.dossier
        assert rows == replay(self.store.entries_since(""))

    def teardown(self) -> None:
        super().teardown()
        self.store.close()
        self.folder.cleanup()


TestJournalInAFile = JournalInAFile.TestCase
TestJournalInAFile.settings = settings(max_examples=6, stateful_step_count=20, deadline=None)
