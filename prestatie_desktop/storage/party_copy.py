"""A copy for another party: what the dossier says now, and nothing of how it came to be."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.bod import BodSubmission
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import Edition
from prestatie_desktop.journal.change import Added
from prestatie_desktop.journal.entry import Author, Entry
from prestatie_desktop.storage.placing import new_file
from prestatie_desktop.storage.sqlite_store import SqliteStore, make_empty


def write_party_copy(
    dossier: Dossier,
    blob: Callable[[Id], Blob],
    path: Path,
    author: Author,
    *,
    overwrite: bool = False,
) -> None:
    """Write a dossier as a new file with a history of one line: copied.

    It is written from the rows in memory and the blobs they point at (`store.blob` gives them):
    older texts, removed things, earlier authors and own notes are not there to leave out.
    Raises UserError when the file cannot be written.
    """
    entry = Entry(
        id=new_id(),
        origin="",
        at=datetime.now(UTC),
        author=author,
        action="copied",
        args={"title": dossier.set.title},
        changes=tuple(Added(entity) for entity in dossier.entities()),
        step=new_id(),
    )
    blobs = [blob(blob_id) for blob_id in _blobs_in_use(dossier)]
    with new_file(path, overwrite=overwrite) as beside:
        make_empty(beside)
        with closing(SqliteStore(beside, durable=False)) as store:
            store.begin_with(entry, blobs)


def _blobs_in_use(dossier: Dossier) -> Iterator[Id]:
    yield from {party.logo_id for party in dossier.all(Party) if party.logo_id}
    yield from {edition.snapshot_id for edition in dossier.all(Edition)}
    yield from {bod.snapshot_id for bod in dossier.all(BodSubmission) if bod.snapshot_id}
