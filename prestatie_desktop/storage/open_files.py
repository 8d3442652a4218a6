"""Which dossier files are open in this program: no new file may take the place of one."""

from pathlib import Path
from weakref import WeakKeyDictionary

#: Device and number of a file: the same as long as it is the same file, whatever its name.
Identity = tuple[int, int]

OPEN: WeakKeyDictionary[object, Identity] = WeakKeyDictionary()


def identity(path: Path) -> Identity | None:
    """What tells this file from every other; None when there is no file."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino


def is_open(path: Path) -> bool:
    """Whether this file is open here."""
    return identity(path) in set(OPEN.values())
