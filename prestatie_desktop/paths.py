"""Where the program's own folders are, in a checkout and in an installed wheel."""

from contextlib import suppress
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _own_folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Icons, fonts, styles, templates, example data and legal lists."""
    return _own_folder("resources")


def migrations() -> Path:
    """The Alembic steps from older dossier files to this one."""
    return _own_folder("db")


def user_data() -> Path:
    """Folder of what a user keeps for himself: own notes, settings, backups."""
    from platformdirs import user_data_path

    return _made(user_data_path("prestatie-desktop", appauthor=False))


def user_log() -> Path:
    """Folder of the log that a crash report points at."""
    from platformdirs import user_log_path

    return _made(user_log_path("prestatie-desktop", appauthor=False))


def _made(folder: Path) -> Path:
    # Where it cannot be made the program still works; what is written there says so then.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
