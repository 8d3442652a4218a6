"""Copies: one with everything, and one for another party with only what is agreed on."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.bod import BodSubmission
from prestatie_desktop.domain.signing import Edition
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.edits import agreements, bods, editions, parties
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.history import history_of, replay
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.snapshot import snapshot
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.storage.opening import create_dossier, open_dossier
from prestatie_desktop.storage.party_copy import write_party_copy
from prestatie_desktop.storage.sqlite_store import SqliteStore
from tests.building import SECRETARY, agreement, party
from tests.storage.files import open_session

COLLEAGUE = Author("Kanarie-persoon", "Kanarie-organisatie")
LOGO = Blob(b"\x89PNG logo in gebruik", "image/png")
OLD_LOGO = Blob(b"\x89PNG Kanarie-logo", "image/png")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A dossier with a past: removed and rewritten texts, an old logo, an earlier author."""
    with open_session(tmp_path / "dossier.prestatie") as session:
        dossier, commit = session.dossier, session.commit
        woonhuis = party(session, "Woonhuis").id
        session.author = COLLEAGUE
        theme = dossier.themes[0].id
        commit(agreements.add_agreement(dossier, theme, text="<p>Kanarie-afspraak</p>"))
        commit(agreements.remove_agreement(dossier, dossier.agreements_of(theme)[-1].id))
        for text in ("<p>Kanarie-bod van 30.</p>", "<p>Wij bouwen er veertig.</p>"):
            commit(agreements.set_text(dossier, agreement(session, "1.7").id, text))
        for logo in (OLD_LOGO, LOGO):
            commit(parties.set_logo(dossier, woonhuis, logo))
        session.name_moment("Kanarie-moment")
        session.author = SECRETARY
        commit(editions.adopt(dossier, SECRETARY, date(2025, 12, 1)))
        commit(bods.submit_bod(dossier, SECRETARY, woonhuis, date(2025, 6, 30)))
        yield session


def party_copy(session: Session, path: Path) -> Path:
    write_party_copy(session.dossier, session.store.blob, path, session.author)
    return path


def test_a_copy_for_another_party_holds_the_dossier_as_it_is_now(
    session: Session, tmp_path: Path
) -> None:
    store = session.store
    assert isinstance(store, SqliteStore)
    with closing(open_dossier(party_copy(session, tmp_path / "kopie.prestatie"))) as copy:
        assert copy.load() == session.dossier
        assert copy.replica_id != store.replica_id
        assert copy.blob(LOGO.id) == LOGO
        now = copy.load()
        handed_in, adopted = now.all(BodSubmission), now.all(Edition)
        for blob_id in [*(b.snapshot_id for b in handed_in), *(e.snapshot_id for e in adopted)]:
            assert snapshot(copy, blob_id) == snapshot(store, blob_id)
        assert (len(handed_in), len(adopted)) == (1, 1)


def test_nothing_of_the_past_is_in_the_bytes_of_a_copy_for_another_party(
    session: Session, tmp_path: Path
) -> None:
    notes = Notes(session.dossier.set.id, tmp_path / "notes")
    notes.set(agreement(session, "1.7").id, "Kanarie-notitie: desnoods 35")

    data = party_copy(session, tmp_path / "kopie.prestatie").read_bytes()

    original = (tmp_path / "dossier.prestatie").read_bytes()
    for canary in ("afspraak", "bod van 30", "logo", "persoon", "organisatie", "moment"):
        assert f"Kanarie-{canary}".encode() in original, canary
    assert b"Kanarie-notitie" in notes.path.read_bytes()
    assert b"Kanarie-notitie" not in original
    assert b"Kanarie" not in data
    for own in (session.store.replica_id, *(e.id for e in session.store.entries_since(""))):
        assert own.encode() not in data


def test_the_journal_of_a_copy_for_another_party_begins_with_one_line_that_cannot_be_undone(
    session: Session, tmp_path: Path
) -> None:
    with closing(open_dossier(party_copy(session, tmp_path / "kopie.prestatie"))) as copy:
        (first,) = copy.entries_since("")
        theirs = Session(copy, Author("Een ander", "Woonhuis"))
        assert (first.action, first.author, first.origin) == ("copied", SECRETARY, copy.replica_id)
        assert replay([first]) == theirs.dossier
        assert theirs.to_undo is None

        where = agreement(theirs, "1.7")
        theirs.commit(agreements.set_remark(theirs.dossier, where.id, "gezien"))
        happened = history_of(copy, theirs.dossier, [ref(where)])
        assert [event.entry.action for event in happened] == ["set_remark", "copied"]
        theirs.undo()
        assert theirs.dossier == session.dossier


def test_a_copy_for_another_party_never_overwrites_unasked(
    session: Session, tmp_path: Path
) -> None:
    path = party_copy(session, tmp_path / "kopie.prestatie")

    with pytest.raises(UserError, match="bestaat al"):
        party_copy(session, path)
    write_party_copy(session.dossier, session.store.blob, path, SECRETARY, overwrite=True)


def test_a_saved_copy_has_the_whole_journal_and_goes_its_own_way(
    session: Session, tmp_path: Path
) -> None:
    store = session.store
    assert isinstance(store, SqliteStore)

    store.save_copy_as(tmp_path / "kopie.prestatie")

    with closing(open_dossier(tmp_path / "kopie.prestatie")) as copy:
        assert copy.load() == session.dossier
        assert list(copy.entries_since("")) == list(store.entries_since(""))
        assert copy.replica_id != store.replica_id
        theirs = Session(copy, SECRETARY)
        theirs.undo()
        assert theirs.dossier != session.dossier == store.load()


def test_an_open_dossier_is_never_overwritten(session: Session, tmp_path: Path) -> None:
    store = session.store
    assert isinstance(store, SqliteStore)
    before = store.path.read_bytes()
    same = tmp_path / "andere-naam.prestatie"
    same.symlink_to(store.path)

    for write in (
        lambda: store.save_copy_as(same, overwrite=True),
        lambda: write_party_copy(session.dossier, store.blob, same, SECRETARY, overwrite=True),
        lambda: create_dossier(same, SECRETARY, lambda _: None, overwrite=True),
    ):
        with pytest.raises(UserError, match="is een dossier dat open is"):
            write()

    assert store.path.read_bytes() == before


@pytest.mark.parametrize("name", ["map/kopie.prestatie", "dossier.prestatie/x", "."])
def test_a_copy_to_a_place_that_cannot_be_is_refused(
    name: str, session: Session, tmp_path: Path
) -> None:
    store = session.store
    assert isinstance(store, SqliteStore)

    with pytest.raises(UserError, match="er is niets geschreven"):
        store.save_copy_as(tmp_path / name)
