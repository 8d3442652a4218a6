"""Making and opening dossier files. Cheap to import; the database comes with the first file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Session
from prestatie_desktop.storage.connecting import Mode
from prestatie_desktop.storage.failures import quoted
from prestatie_desktop.storage.file_format import SCHEMA_VERSION
from prestatie_desktop.storage.inspecting import version_of
from prestatie_desktop.storage.placing import new_file

if TYPE_CHECKING:
    from prestatie_desktop.storage.sqlite_store import SqliteStore


def create_dossier(
    path: Path, author: Author, fill: Callable[[Session], object], *, overwrite: bool = False
) -> "SqliteStore":
    """A new dossier file, open. `fill` does the first acts, beginning with `start`.

    The file appears when it is complete, or not at all. Raises UserError when there is a file
    of that name already (unless `overwrite`) or the place cannot be written.
    """
    from prestatie_desktop.storage.sqlite_store import SqliteStore, make_empty

    with new_file(path, overwrite=overwrite) as beside:
        make_empty(beside)
        store = SqliteStore(beside, durable=False)
        try:
            fill(Session(store, author))
        finally:
            store.close()
    return SqliteStore(path)


def open_dossier(path: Path, *, view_only: bool = False) -> "SqliteStore":
    """The dossier in a file. An older file is brought up to date; a copy of it is put aside.

    With `view_only` it may stand where nothing can be written. Raises UserError, with nothing
    touched, for whatever is no dossier that can be opened.
    """
    mode: Mode = "ro" if view_only else "rw"
    version = version_of(path, mode)
    if version < SCHEMA_VERSION:
        if view_only:
            raise UserError(
                f"{quoted(path)} is van een oudere versie van Prestatie Desktop; er is niets "
                "geopend. Open het eerst om te bewerken: dan wordt het bijgewerkt."
            )
        from prestatie_desktop.storage.migrating import migrate

        migrate(path, version)
    from prestatie_desktop.storage.sqlite_store import SqliteStore

    return SqliteStore(path, mode)
