"""What can go wrong with a file, as a sentence for the one who uses it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prestatie_desktop.errors import UserError

#: What was kept, as the middle of a sentence.
NOTHING_OPENED = "er is niets geopend en niets veranderd"
NOTHING_WRITTEN = "er is niets geschreven"
CHANGE_LOST = "deze wijziging is niet bewaard, alles daarvoor wel"

_FULL = "De schijf met {file} is vol; {kept}. Maak ruimte vrij en probeer het opnieuw."
_READ_ONLY = (
    "In {file} of de map ervan mag niet worden geschreven; {kept}. "
    "Kies een andere plaats of vraag om schrijfrechten."
)
_BUSY = (
    "{file} is in gebruik door een ander venster of programma; {kept}. "
    "Sluit het daar en probeer het opnieuw."
)
_DAMAGED = "{file} is beschadigd; {kept}. Gebruik een eerdere kopie van het dossier."
_DISK = (
    "De schijf met {file} is niet te lezen of te beschrijven; {kept}. "
    "Controleer de verbinding met de schijf of het netwerk en probeer het opnieuw."
)
_NO_FOLDER = "De map van {file} bestaat niet; {kept}. Kies een andere map."
_ODD_PATH = "{file} kan op deze schijf niet zo heten; {kept}. Kies een kortere of gewonere naam."
_GONE = (
    "{file} staat niet meer op zijn plaats of is vervangen; deze wijziging is niet bewaard. "
    "Laat dit venster open en bewaar een kopie: daarin staat alles van vóór deze wijziging."
)

_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _DISK,
}
_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.ENAMETOOLONG: _ODD_PATH,
    errno.EINVAL: _ODD_PATH,
    errno.EIO: _DISK,
}


@contextmanager
def told_in_dutch(path: Path, kept: str) -> Iterator[None]:
    """Raise a UserError for what a user can act on; let every other error (a bug) pass."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        sentence = _sentence(getattr(error, "orig", error))
        if sentence is None:
            raise
        raise UserError(sentence.format(file=quoted(path), kept=kept)) from error


@contextmanager
def told_of(path: Path, kept: str) -> Iterator[None]:
    """Tell what goes wrong in a database that has no name yet as if it was this file."""
    try:
        yield
    except Exception as error:
        cause = error.__cause__ if isinstance(error, UserError) else error
        sentence = _sentence(getattr(cause, "orig", cause))
        # A file missing among the program's own is a bug, not this file's.
        if sentence is None or isinstance(error, OSError | ValueError):
            raise
        raise UserError(sentence.format(file=quoted(path), kept=kept)) from error


def quoted(path: Path) -> str:
    """The name of a file as it stands in a sentence; halves of characters become "?"."""
    name = path.name.encode("utf-8", "replace").decode()
    return f"“{name}”"


def damaged(path: Path, kept: str = NOTHING_OPENED) -> UserError:
    """The file has the right name on the outside and nonsense inside."""
    return UserError(_DAMAGED.format(file=quoted(path), kept=kept))


def gone(path: Path) -> UserError:
    """The open file was moved, renamed, deleted or replaced."""
    return UserError(_GONE.format(file=quoted(path)))


def read_only(path: Path) -> UserError:
    """The file or its folder may not be written."""
    return UserError(_READ_ONLY.format(file=quoted(path), kept=NOTHING_OPENED))


def _sentence(error: object) -> str | None:
    match error:
        case sqlite3.Error():
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
            if code == sqlite3.SQLITE_READONLY_DBMOVED:
                return _GONE
            return _SQLITE.get(code & 0xFF)
        case OSError():
            return _SYSTEM.get(error.errno or 0)
        case ValueError() if "null byte" in str(error) or "null character" in str(error):
            return _ODD_PATH
    return None
