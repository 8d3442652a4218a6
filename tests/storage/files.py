"""Dossier files for tests, and disks that are full or may not be written."""

import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from prestatie_desktop.journal.session import Session
from prestatie_desktop.storage.opening import create_dossier
from prestatie_desktop.storage.sqlite_store import SqliteStore
from tests.building import SECRETARY, small_session


def small_store(path: Path) -> SqliteStore:
    """The small dossier in a file, open."""
    return create_dossier(path, SECRETARY, lambda session: small_session(session.store))


def small_file(path: Path) -> Path:
    """The small dossier in a file, closed."""
    small_store(path).close()
    return path


@contextmanager
def open_session(path: Path) -> Iterator[Session]:
    """A new small dossier in a file, as the window has it open."""
    with closing(small_store(path)) as store:
        yield Session(store, SECRETARY)


@contextmanager
def small_disk(folder: Path, size: str = "1m") -> Iterator[Path]:
    """A disk of its own of some kilobytes; skips the test where none can be made."""
    folder.mkdir(exist_ok=True)
    options = f"size={size}"
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("only an administrator can make a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def forbid_writing(disk: Path) -> None:
    """Make a disk of `small_disk` read-only."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
