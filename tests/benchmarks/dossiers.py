"""The example many times over, as a dossier file."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.filling.example import fill_example
from prestatie_desktop.journal.change import Added
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Act, Session
from prestatie_desktop.journal.store import MemoryStore
from prestatie_desktop.storage.opening import create_dossier

AUTHOR = Author("S. Voorbeeld", "Gemeente Heerlen")
EXAMPLE = "heerlen-2024"


def example_file(folder: Path) -> Path:
    """The example itself, with its history."""
    path = folder / "example.prestatie"
    create_dossier(path, AUTHOR, lambda session: fill_example(session.store, EXAMPLE)).close()
    return path


def repeated_file(folder: Path, times: int) -> Path:
    """The agreements, roles and project rows of the example so many times, in one entry."""
    example = _example()
    items: list[Agreement | Commitment] = [*example.all(Agreement), *example.all(Commitment)]
    return _file(folder, example, _copies(example, items, range(1, times)))


def agreements_file(folder: Path, agreements: int) -> Path:
    """The example with so many agreements (with their roles) in its six themes."""
    example = _example()
    known = example.all(Agreement)
    whole, rest = divmod(max(0, agreements - len(known)), len(known))
    added = [
        *_copies(example, known, range(1, whole + 1)),
        *_copies(example, known[:rest], (whole + 1,)),
    ]
    return _file(folder, example, added)


def _file(folder: Path, example: Dossier, added: Iterable[Entity]) -> Path:
    changes = tuple(Added(entity) for entity in (*example.entities(), *added))
    act = Act(action="load_example", args={"about": EXAMPLE}, changes=changes, starts=True)
    path = Path(tempfile.mkdtemp(dir=folder)) / "large.prestatie"
    create_dossier(path, AUTHOR, lambda session: session.commit(act)).close()
    return path


def _example() -> Dossier:
    store = MemoryStore()
    fill_example(store, EXAMPLE)
    return Session(store, AUTHOR).dossier


def _copies(
    example: Dossier, items: Iterable[Agreement | Commitment], numbers: Iterable[int]
) -> Iterator[Entity]:
    items = tuple(items)
    for number in numbers:
        for item in items:
            copy = replace(item, id=_id(item.id, number), rank=f"{item.rank}{number:06}1")
            if isinstance(copy, Agreement):
                copy = replace(copy, number=f"{copy.number}.{number}")
            yield copy
            for role in example.of(Role, "item_id", item.id):
                yield replace(role, id=_id(role.id, number), item_id=copy.id)


def _id(entity_id: Id, number: int) -> Id:
    return f"{entity_id[:10]}{number:06}"
