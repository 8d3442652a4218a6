"""Own notes per item. No dossier, copy, print or journal knows of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from prestatie_desktop.errors import UserError
from prestatie_desktop.paths import user_data

#: Each row is a note as it was written; the last one about an item holds.
_TABLE = """CREATE TABLE IF NOT EXISTS note (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, item_id TEXT NOT NULL, text TEXT NOT NULL)"""
_LATEST = "SELECT item_id, text FROM note WHERE seq IN (SELECT max(seq) FROM note GROUP BY item_id)"


class Notes:
    """One user's notes to the items of one dossier, kept in the user's own folder.

    `folder` is another place, one that colleagues share for instance. Nothing is written before
    there is a note. Notes that cannot be read keep no dossier closed: `problem` says so then, and
    `set` raises UserError, as it does when a note cannot be written.
    """

    def __init__(self, dossier_id: str, folder: Path | None = None) -> None:
        self.dossier_id = dossier_id
        # An id comes from a file that others made, and must not lead to another folder.
        name = f"{quote(dossier_id, safe='')}.notities"
        self.path = (folder or user_data() / "notes") / name
        self._texts: dict[str, str] = {}
        self.problem = ""
        try:
            self._read()
        except UserError as error:
            self.problem = str(error)

    def of(self, item_id: str) -> str:
        """The note to an item; "" when there is none."""
        return self._texts.get(item_id, "")

    def set(self, item_id: str, text: str) -> None:
        """Write a note; "" takes it away."""
        if text == self.of(item_id):
            return
        if self.problem:
            raise UserError(self.problem)
        row = (datetime.now(UTC).isoformat(), item_id, text)
        with self._opened() as connection:
            connection.execute("INSERT INTO note (at, item_id, text) VALUES (?, ?, ?)", row)
        self._texts[item_id] = text

    def items_with_notes(self) -> frozenset[str]:
        """The items that have a note."""
        return frozenset(item_id for item_id, text in self._texts.items() if text)

    def _read(self) -> None:
        if self.path.exists():
            with self._opened() as connection:
                self._texts = dict(connection.execute(_LATEST))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
                connection.execute(_TABLE)
                yield connection
        except (OSError, sqlite3.Error) as error:
            raise UserError(
                f"Uw eigen notities in “{self.path}” zijn niet te lezen of te schrijven; in het "
                "dossier is niets veranderd. Controleer de schijf en de map en open het dossier "
                "daarna opnieuw."
            ) from error
