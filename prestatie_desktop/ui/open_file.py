"""A dossier file that is open, and the ways to get one. The database is imported on use."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Act, Session

if TYPE_CHECKING:
    from prestatie_desktop.filling.template import NewDossier
    from prestatie_desktop.importing.decisions import Decisions
    from prestatie_desktop.importing.reading import Reading
    from prestatie_desktop.storage.sqlite_store import SqliteStore

#: The ending of a dossier file.
SUFFIX = ".prestatie"


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file with the session on it."""

    path: Path
    store: "SqliteStore"
    session: Session

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()


def open_file(path: Path, author: Author) -> OpenFile:
    """Open a dossier. Raises UserError for whatever is no dossier that can be edited."""
    from prestatie_desktop.storage.opening import open_dossier

    store = open_dossier(path)
    return OpenFile(path, store, Session(store, author))


def create_file(
    path: Path, author: Author, plan: "NewDossier", *, overwrite: bool = False
) -> OpenFile:
    """Make a new dossier. Raises UserError when it cannot be made; nothing is left behind."""
    from prestatie_desktop.filling.template import new_dossier
    from prestatie_desktop.storage.opening import create_dossier

    act = new_dossier(plan)
    store = create_dossier(path, author, lambda session: session.commit(act), overwrite=overwrite)
    return OpenFile(path, store, Session(store, author))


def imported_file(
    path: Path,
    author: Author,
    reading: "Reading",
    decisions: "Decisions",
    *,
    name: str,
    overwrite: bool = False,
) -> OpenFile:
    """Make a new dossier of what was recognised in a document called `name`.

    Raises UserError when it cannot be made; nothing is left behind.
    """
    from prestatie_desktop.importing.planning import plan
    from prestatie_desktop.importing.starting import start_from
    from prestatie_desktop.storage.opening import create_dossier

    def fill(session: Session) -> None:
        session.commit(start_from(reading, name))
        session.commit_together(plan(reading, session.dossier, decisions, name=name).acts)

    store = create_dossier(path, author, fill, overwrite=overwrite)
    return OpenFile(path, store, Session(store, author))


def file_of(path: Path, author: Author, acts: Sequence[Act], *, overwrite: bool) -> OpenFile:
    """Make a new dossier with these acts, of which the first starts it.

    Raises UserError when it cannot be made; nothing is left behind.
    """
    from prestatie_desktop.storage.opening import create_dossier

    store = create_dossier(
        path, author, lambda session: session.commit_together(acts), overwrite=overwrite
    )
    return OpenFile(path, store, Session(store, author))


def example_file(folder: Path, author: Author) -> OpenFile:
    """Open the user's copy of the example; the first time it is made."""
    from prestatie_desktop.filling.example import fill_example
    from prestatie_desktop.storage.opening import create_dossier

    path = folder / f"Voorbeeld Heerlen 2024{SUFFIX}"
    if path.exists():
        return open_file(path, author)
    store = create_dossier(
        path, author, lambda session: fill_example(session.store, "heerlen-2024")
    )
    return OpenFile(path, store, Session(store, author))


def with_suffix(path: Path) -> Path:
    """The path with the ending of a dossier, where the user left it out."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
