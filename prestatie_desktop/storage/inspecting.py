"""A look at a file before it is opened: a dossier or not, whole or not, of which version."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from prestatie_desktop.errors import UserError
from prestatie_desktop.storage.connecting import Mode, connect, journal_of
from prestatie_desktop.storage.failures import (
    NOTHING_OPENED,
    damaged,
    quoted,
    read_only,
    told_in_dutch,
)
from prestatie_desktop.storage.file_format import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


def version_of(path: Path, mode: Mode = "rw") -> int:
    """The version of a dossier file that can be opened (to be looked at: `ro`). Changes nothing.

    Raises UserError with one sentence for everything else that a path can lead to.
    """
    with told_in_dutch(path, NOTHING_OPENED):
        _check_kind(path)
        _check_header(path)
        if mode != "ro" and not all(os.access(p, os.W_OK) for p in (path, path.parent)):
            raise read_only(path)
        with closing(connect(path, mode)) as connection:
            return _checked_version(path, connection)


def _check_kind(path: Path) -> None:
    try:
        about = path.stat()
    except FileNotFoundError:
        raise UserError(
            f"{quoted(path)} bestaat niet (meer) op die plaats; er is niets geopend."
        ) from None
    if not stat.S_ISREG(about.st_mode):
        kind = "een map" if stat.S_ISDIR(about.st_mode) else "geen gewoon bestand"
        raise UserError(f"{quoted(path)} is {kind} en geen dossier; er is niets geopend.")
    if about.st_size == 0:
        raise UserError(f"{quoted(path)} is leeg; er is niets geopend. Gebruik een eerdere kopie.")


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    application = int.from_bytes(header[68:72], "big")
    if not header.startswith(_MAGIC[: len(header)]):
        raise _no_dossier(path)
    if len(header) == _HEADER and application != APPLICATION_ID:
        raise _no_dossier(path)
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    page_size = 65536 if page_size == 1 else page_size
    cut_off = len(header) < _HEADER or path.stat().st_size < page_size * pages
    # With a journal beside it the file may be half of a write; SQLite restores it first.
    if cut_off and not journal_of(path).exists():
        raise UserError(
            f"{quoted(path)} is niet compleet (afgebroken bij kopiëren of downloaden?); "
            f"{NOTHING_OPENED}. Haal het bestand opnieuw op of gebruik een eerdere kopie."
        )


def _checked_version(path: Path, connection: sqlite3.Connection) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise UserError(
            f"{quoted(path)} is gemaakt met een nieuwere versie van Prestatie Desktop; "
            f"{NOTHING_OPENED}. Installeer de nieuwste versie om het te openen."
        )
    if version < 1 or not _is_whole(connection):
        raise damaged(path)
    return version


def _is_whole(connection: sqlite3.Connection) -> bool:
    schema = set(connection.execute("SELECT type, name FROM sqlite_schema"))
    # A trigger or view is none of ours, and could change rows behind the journal's back.
    known = {kind for kind, _ in schema} <= {"table", "index"}
    complete = {("table", name) for name in ("journal", "file_info", "agreement_set")} <= schema
    if not (known and complete):
        return False
    checked = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    sets = connection.execute("SELECT count(*) FROM agreement_set").fetchone()[0]
    return bool(checked == "ok" and sets == 1)


def _no_dossier(path: Path) -> UserError:
    return UserError(f"{quoted(path)} is geen dossier van Prestatie Desktop; {NOTHING_OPENED}.")
