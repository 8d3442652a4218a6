"""When the file cannot be written: a sentence, memory as it was, and work goes on."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.edits import agreements
from prestatie_desktop.journal.history import replay
from prestatie_desktop.journal.session import Act, Session
from prestatie_desktop.storage import connecting
from prestatie_desktop.storage.opening import open_dossier
from prestatie_desktop.storage.sqlite_store import SqliteStore
from tests.building import agreement
from tests.storage.files import forbid_writing, open_session, small_disk, small_file


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "_PATIENCE", 0.05)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_session(tmp_path / "klein.prestatie") as session:
        yield session


def store_of(session: Session) -> SqliteStore:
    assert isinstance(session.store, SqliteStore)
    return session.store


def long_text(session: Session, letter: str = "x") -> Act:
    words = f"{letter * 60} " * 1_500
    return agreements.set_text(session.dossier, agreement(session, "1.7").id, f"<p>{words}</p>")


def remark(session: Session, text: str) -> Act:
    return agreements.set_remark(session.dossier, agreement(session, "1.7").id, text)


def refused(session: Session, act: Act) -> str:
    """The sentence with which an act is refused; nothing may have changed by it."""
    before, told, head = session.dossier.copy(), list[object](), session.head
    stop = session.subscribe(told.append)
    with pytest.raises(UserError) as refusal:
        session.commit(act)
    stop()
    assert (session.dossier, told, session.head) == (before, [], head)
    return str(refusal.value)


def works(session: Session) -> bool:
    session.commit(remark(session, "weer ruimte"))
    stored = session.store.load()
    return stored == session.dossier == replay(session.store.entries_since(""))


def test_a_full_file_keeps_all_but_the_last_change_and_the_session_works_on(
    session: Session,
) -> None:
    connection = store_of(session)._connection
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    sentence = refused(session, long_text(session))

    assert sentence == (
        "De schijf met “klein.prestatie” is vol; deze wijziging is niet bewaard, "
        "alles daarvoor wel. Maak ruimte vrij en probeer het opnieuw."
    )
    connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert works(session)


def test_a_disk_that_is_really_full_does_no_harm(tmp_path: Path) -> None:
    with (
        small_disk(tmp_path / "schijf", "700k") as disk,
        open_session(disk / "klein.prestatie") as session,
    ):
        (disk / "vulling").write_bytes(b"x" * 300_000)

        sentences = {refused(session, long_text(session, letter)) for letter in "abc"}

        assert [s.split(";")[0] for s in sentences] == ["De schijf met “klein.prestatie” is vol"]
        (disk / "vulling").unlink()
        assert works(session)


def test_no_new_dossier_fits_on_a_full_disk_and_nothing_is_left_there(tmp_path: Path) -> None:
    with small_disk(tmp_path / "schijf", "64k") as disk:
        with pytest.raises(UserError, match=r"“klein\.prestatie” is vol; er is niets geschreven"):
            small_file(disk / "klein.prestatie")

        assert list(disk.iterdir()) == []


def test_a_disk_that_becomes_read_only_is_told(tmp_path: Path) -> None:
    with (
        small_disk(tmp_path / "schijf") as disk,
        open_session(disk / "klein.prestatie") as session,
    ):
        # The open file has to be closed before a disk can be made read-only.
        store_of(session).close()
        forbid_writing(disk)
        session.store = SqliteStore(disk / "klein.prestatie")

        assert "mag niet worden geschreven" in refused(session, remark(session, "x"))
        assert session.store.load() == session.dossier
        store_of(session).close()


@pytest.mark.parametrize("what", ["deleted", "moved", "replaced"])
def test_a_file_that_is_gone_is_noticed_before_writing_and_can_be_saved_elsewhere(
    what: str, session: Session, tmp_path: Path
) -> None:
    path = store_of(session).path
    if what == "deleted":
        path.unlink()
    else:
        path.rename(tmp_path / "verplaatst.prestatie")
    if what == "replaced":
        small_file(path)
        other = path.read_bytes()

    sentence = refused(session, remark(session, "x"))

    assert "“klein.prestatie” staat niet meer op zijn plaats of is vervangen" in sentence
    assert "deze wijziging is niet bewaard" in sentence
    store_of(session).save_copy_as(tmp_path / "kopie.prestatie")
    with closing(open_dossier(tmp_path / "kopie.prestatie")) as copy:
        assert copy.load() == session.dossier
    if what == "replaced":
        assert path.read_bytes() == other


def test_a_file_that_comes_back_can_be_written_again(session: Session, tmp_path: Path) -> None:
    path = store_of(session).path
    path.rename(tmp_path / "even-weg")
    refused(session, remark(session, "x"))
    (tmp_path / "even-weg").rename(path)

    assert works(session)


def test_a_file_that_another_program_holds_is_told(session: Session) -> None:
    with closing(sqlite3.connect(store_of(session).path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        sentence = refused(session, remark(session, "x"))
        with pytest.raises(UserError, match="in gebruik"):
            open_dossier(store_of(session).path)

    assert "is in gebruik door een ander venster of programma" in sentence
    assert works(session)


def test_a_reader_elsewhere_that_does_not_let_go_stops_a_write_whole(session: Session) -> None:
    with closing(sqlite3.connect(store_of(session).path, isolation_level=None)) as other:
        reading = other.execute("SELECT * FROM journal")
        reading.fetchone()
        assert "in gebruik" in refused(session, remark(session, "x"))
        reading.close()

    assert works(session)


def test_a_bug_is_no_sentence_for_a_user(session: Session) -> None:
    with closing(sqlite3.connect(store_of(session).path)) as other:
        other.execute("DROP TABLE journal_item")

    with pytest.raises(Exception, match="no such table") as bug:
        session.commit(remark(session, "x"))
    assert not isinstance(bug.value, UserError)
