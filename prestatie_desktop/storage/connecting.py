"""Connections to a dossier file: a rollback journal, every commit on the disk."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

#: Seconds to wait for another program before saying that the file is in use.
_PATIENCE = 2.0


def connect(path: Path, *, create: bool = False, durable: bool = True) -> sqlite3.Connection:
    """A connection in which every transaction is begun and ended by name.

    Raises sqlite3.Error. Without `durable` a crash may spoil the file: for files that do not
    have their name yet.
    """
    connection = sqlite3.connect(
        _uri(path, "rwc" if create else "rw"),
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA journal_mode = {'DELETE' if durable else 'MEMORY'}")
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'OFF'}")
    except BaseException:
        connection.close()
        raise
    return connection


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to roll back a write that was cut off."""
    return path.with_name(path.name + "-journal")


def _uri(path: Path, mode: str) -> str:
    # Three slashes before a drive or a share, so that SQLite never reads a name as a host.
    place = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"
