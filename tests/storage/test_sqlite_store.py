"""The file keeps what its twin in memory keeps, in one transaction at a time."""

import random
import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.journal.change import OutOfDateError
from prestatie_desktop.journal.edits import agreements, parties, themes
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.entry_codec import encode_entry
from prestatie_desktop.journal.history import replay
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import HeadMovedError, MemoryStore
from prestatie_desktop.storage import sqlite_store
from prestatie_desktop.storage.opening import open_dossier
from prestatie_desktop.storage.sqlite_store import SqliteStore, make_empty
from tests.building import SECRETARY, Clock, agreement, party, small_session, theme
from tests.storage.files import open_session, small_file

LOGO = Blob(b"\x89PNG\x00" * 1000, "image/png")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_session(tmp_path / "klein.prestatie") as session:
        yield session


def store_of(session: Session) -> SqliteStore:
    assert isinstance(session.store, SqliteStore)
    return session.store


def busy_memory_store() -> MemoryStore:
    """A journal with every kind of change, bursts, undo, redo and a named moment."""
    store = MemoryStore()
    session = small_session(store, Clock())
    dossier, one = session.dossier, agreement(session, "1.7").id
    for text in ("<p>a</p>", "<p>ab</p>", "<p>ab <b>c</b></p>"):
        session.commit(agreements.set_text(dossier, one, text))
    session.name_moment("versie voor overleg")
    session.commit(themes.remove_theme(dossier, theme(session, "2").id))
    session.undo()
    session.undo()
    session.redo()
    session.commit(parties.set_logo(dossier, party(session, "Woonhuis").id, LOGO))
    return store


@pytest.mark.parametrize("page", [3, 500])
def test_the_file_answers_every_question_as_memory_does(
    page: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_store, "_PAGE", page)
    memory = busy_memory_store()
    make_empty(tmp_path / "tweeling.prestatie")

    with closing(SqliteStore(tmp_path / "tweeling.prestatie")) as file:
        for entry in memory.entries_since(""):
            blobs = [LOGO] if entry.action == "set_logo" else []
            assert file.append(entry, file.head, blobs) == entry
        entries = list(memory.entries_since(""))

        assert file.load() == memory.load() == replay(file.entries_since(""))
        assert file.head == memory.head
        assert list(file.step_lines()) == list(memory.step_lines())
        assert file.blob(LOGO.id) == LOGO
        for entry in entries:
            for name, about in (
                ("entries_since", entry.id),
                ("entries_of_step", entry.step),
                ("entries_about", entry.refs),
            ):
                assert answers(getattr(file, name)(about)) == answers(getattr(memory, name)(about))


def answers(entries: Iterable[Entry]) -> list[tuple[object, ...]]:
    """What must be equal: all but the texts beside a splice, which the file leaves out."""
    return [(entry.seq, encode_entry(entry)) for entry in entries]


@pytest.mark.parametrize("question", ["entries_since", "blob"])
def test_what_is_not_there_is_a_key_error(session: Session, question: str) -> None:
    with pytest.raises(KeyError):
        getattr(session.store, question)("bestaat-niet")


def test_nothing_happened_to_what_never_was(session: Session) -> None:
    assert list(session.store.entries_about([Ref("agreement", "nooit")])) == []
    assert list(session.store.entries_about([])) == []


def test_many_things_can_be_asked_about_at_once(session: Session) -> None:
    real = ref(agreement(session, "1.7"))
    many = [Ref("agreement", f"nooit-{i}") for i in range(40_000)]

    assert [e.action for e in session.store.entries_about([*many, real])] == ["add_agreement"]


def test_who_appends_to_an_older_head_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    path = small_file(tmp_path / "samen.prestatie")
    with closing(open_dossier(path)) as one, closing(open_dossier(path)) as two:
        mine, theirs = Session(one, SECRETARY), Session(two, SECRETARY)
        where = agreement(mine, "1.7").id
        theirs.commit(agreements.set_remark(theirs.dossier, where, "van hen"))
        before = mine.dossier.copy()

        with pytest.raises(HeadMovedError):
            mine.commit(agreements.set_remark(mine.dossier, where, "van ons"))

        assert mine.dossier == before
        assert one.load() == theirs.dossier == replay(one.entries_since(""))


def test_rows_that_do_not_fit_stop_the_whole_entry(session: Session) -> None:
    store = store_of(session)
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("DELETE FROM agreement")
        other.commit()
    head = store.head

    with pytest.raises(OutOfDateError):
        session.commit(agreements.set_remark(session.dossier, agreement(session, "1.7").id, "x"))

    assert store.head == head


def test_an_edit_writes_its_own_column_and_one_line_of_the_journal(session: Session) -> None:
    written: list[str] = []
    raw = store_of(session)._connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.set_trace_callback(written.append)
    session.commit(agreements.set_remark(session.dossier, agreement(session, "1.7").id, "let op"))
    raw.set_trace_callback(None)

    changing = [line.split("(")[0].split(" WHERE")[0] for line in written if "SELECT" not in line]
    assert changing == [
        "BEGIN IMMEDIATE",
        "UPDATE agreement SET remark='let op'",
        "INSERT INTO journal ",
        "INSERT INTO journal_item ",
        "COMMIT",
    ]


def test_acts_together_are_written_in_one_transaction(session: Session) -> None:
    written: list[str] = []
    raw = store_of(session)._connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    acts = [
        agreements.set_remark(session.dossier, agreement(session, number).id, "let op")
        for number in ("1.7", "1.10")
    ]
    raw.set_trace_callback(written.append)
    session.commit_together(acts)
    raw.set_trace_callback(None)

    assert [line for line in written if "SELECT" not in line and "(" not in line] == [
        "BEGIN IMMEDIATE",
        *(f"UPDATE agreement SET remark='let op' WHERE agreement.id = '{act.changes[0].ref.id}'"
          for act in acts),
        "COMMIT",
    ]  # fmt: skip


def test_an_entry_that_does_not_fit_the_rows_stops_those_before_it_too(session: Session) -> None:
    store = store_of(session)
    one, two = agreement(session, "1.7").id, agreement(session, "1.10").id
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("DELETE FROM agreement WHERE id = ?", [two])
        other.commit()
    head, rows, before = store.head, store.load(), session.dossier.copy()
    acts = [agreements.set_remark(session.dossier, which, "x") for which in (one, two)]

    with pytest.raises(OutOfDateError):
        session.commit_together(acts)

    assert (store.head, store.load(), session.dossier) == (head, rows, before)


def test_a_commit_is_on_the_disk_before_it_is_told(session: Session) -> None:
    connection = store_of(session)._connection

    def setting(name: str) -> object:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

    assert setting("synchronous") == 2
    assert setting("journal_mode") == "delete"
    assert [p.name for p in store_of(session).path.parent.iterdir()] == ["klein.prestatie"]


def test_reading_halfway_leaves_others_free_to_write(session: Session) -> None:
    store = store_of(session)
    entries = store.entries_since("")
    next(entries)
    lines = store.step_lines()
    next(lines)
    about = store.entries_about([ref(agreement(session, "1.7"))])
    next(about)

    with closing(sqlite3.connect(store.path, timeout=0)) as other:
        other.execute("INSERT INTO file_info VALUES ('ander', 'schreef')")
        other.commit()


def test_a_named_moment_is_no_step_to_undo(session: Session) -> None:
    last = session.to_undo
    session.name_moment("versie voor overleg 12 november")

    assert Session(session.store, SECRETARY).to_undo == last


def test_a_logo_can_be_asked_for_while_somebody_types(session: Session) -> None:
    session.commit(parties.set_logo(session.dossier, party(session, "Woonhuis").id, LOGO))
    with ThreadPoolExecutor(1) as background:
        print_ = background.submit(
            lambda: [session.store.blob(LOGO.id) == LOGO for _ in range(50)],
        )
        for number in range(50):
            where = agreement(session, "1.7").id
            session.commit(agreements.set_planning(session.dossier, where, f"kwartaal {number}"))

    assert print_.result() == [True] * 50


def test_a_blob_that_is_there_already_is_kept_once(session: Session) -> None:
    for name in ("Woonhuis", "Thuisborg"):
        session.commit(parties.set_logo(session.dossier, party(session, name).id, LOGO))

    assert session.store.blob(LOGO.id) == LOGO


def test_an_hour_of_typing_grows_the_file_by_less_than_two_megabytes(session: Session) -> None:
    where = agreement(session, "1.7").id
    text = "De corporatie bouwt woningen. " * 27
    session.commit(agreements.set_text(session.dossier, where, f"<p>{text}</p>"))
    store, chance, pauses = store_of(session), random.Random(7), 400
    before = store.path.stat().st_size

    for _ in range(pauses):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice("aeiou") + text[at + 1 :]
        session.commit(agreements.set_text(session.dossier, where, f"<p>{text.strip()}</p>"))

    per_pause = (store.path.stat().st_size - before) / pauses
    assert 0 < per_pause * 3_600 < 2_000_000
    assert store.load() == session.dossier == replay(store.entries_since(""))
