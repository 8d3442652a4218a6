"""Connections to a dossier file: a rollback journal, every commit on the disk."""

import os
import sqlite3
from pathlib import Path
from typing import Literal
from urllib.parse import quote

#: Seconds to wait for another program before saying that the file is in use.
_PATIENCE = 2.0


Mode = Literal["ro", "rw", "rwc"]


def connect(path: Path, mode: Mode = "rw", *, durable: bool = True) -> sqlite3.Connection:
    """A connection in which every transaction is begun and ended by name.

    It may read (`ro`), write (`rw`), or make the file too (`rwc`). Without `durable` a crash may
    spoil the file: for files that do not have their name yet. Raises sqlite3.Error.
    """
    connection = sqlite3.connect(
        _uri(path, mode),
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
    real = path.resolve()
    return real.with_name(real.name + "-journal")


def _uri(path: Path, mode: Mode) -> str:
    # Three slashes before a drive or a share, so that SQLite never reads a name as a host.
    place = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"
