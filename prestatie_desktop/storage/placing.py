"""New files that appear whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from prestatie_desktop.domain.identity import new_id
from prestatie_desktop.errors import UserError
from prestatie_desktop.storage.connecting import journal_of
from prestatie_desktop.storage.failures import NOTHING_WRITTEN, quoted, told_in_dutch, told_of
from prestatie_desktop.storage.open_files import is_open


@contextmanager
def new_file(path: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """A file to write beside `path`, which takes that name when all went well.

    Raises UserError when there is a file already (unless `overwrite`), when it is open here, or
    when none can be written.
    """
    beside = path.with_name(f".{new_id()}.tmp")
    with told_in_dutch(path, NOTHING_WRITTEN):
        _check_free(path, overwrite=overwrite)
    try:
        with told_of(path, NOTHING_WRITTEN):
            yield beside
        with told_in_dutch(path, NOTHING_WRITTEN):
            _check_free(path, overwrite=overwrite)
            _put_in_place(beside, path)
    finally:
        for left in (beside, journal_of(beside)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _put_in_place(beside: Path, path: Path) -> None:
    _sync(beside)
    # What is left of an older file of this name must not be rolled back into this one.
    journal_of(path).unlink(missing_ok=True)
    beside.replace(path)
    _sync_folder(path.parent)


def _check_free(path: Path, *, overwrite: bool) -> None:
    if path.is_dir():
        raise UserError(f"{quoted(path)} is een map; {NOTHING_WRITTEN}. Kies een andere naam.")
    if is_open(path):
        raise UserError(
            f"{quoted(path)} is een dossier dat open is; {NOTHING_WRITTEN}. "
            "Kies een andere naam, of sluit het eerst."
        )
    if not overwrite and os.path.lexists(path):
        raise UserError(f"{quoted(path)} bestaat al en is niet overschreven. Kies een andere naam.")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
