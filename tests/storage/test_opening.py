"""What can be opened is opened; everything else is refused in one sentence and left alone."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from prestatie_desktop.domain.agreement_set import SetKind
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.edits import agreements
from prestatie_desktop.journal.edits.agreement_sets import start
from prestatie_desktop.journal.history import replay
from prestatie_desktop.journal.session import Session
from prestatie_desktop.storage.file_format import APPLICATION_ID, SCHEMA_VERSION
from prestatie_desktop.storage.opening import create_dossier, open_dossier
from tests.building import SECRETARY, agreement
from tests.storage.files import forbid_writing, small_disk, small_file, small_store


def change_header(path: Path, pragma: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma}")


def other_sqlite_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE agreement (id TEXT)")


def cut_off(path: Path) -> None:
    small_file(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def scratched(path: Path) -> None:
    small_file(path)
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 8] = b"\xff" * 4096 * 5
    path.write_bytes(data)


def without_journal(path: Path) -> None:
    small_file(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE journal")


def about_nothing(path: Path) -> None:
    small_file(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM agreement_set")
        connection.commit()


def with_a_trigger(path: Path) -> None:
    small_file(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TRIGGER t AFTER UPDATE ON agreement BEGIN DELETE FROM party; END"
        )


def newer(path: Path) -> None:
    small_file(path)
    change_header(path, f"user_version = {SCHEMA_VERSION + 1}")


def of_no_version(path: Path) -> None:
    small_file(path)
    change_header(path, "user_version = 0")


def with_nonsense_in_a_row(path: Path) -> None:
    small_file(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE agreement SET status = 'halverwege'")
        connection.commit()


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: path, "bestaat niet"),
    "folder": (lambda path: path.mkdir(), "is een map"),
    "empty": (lambda path: path.touch(), "is leeg"),
    "text": (lambda path: path.write_text("Geachte heer,\n" * 900), "is geen dossier"),
    "short text": (lambda path: path.write_text("ok"), "is geen dossier"),
    "other SQLite file": (other_sqlite_file, "is geen dossier"),
    "the first bytes of one": (lambda path: path.write_bytes(b"SQLite form"), "niet compleet"),
    "half": (cut_off, "niet compleet"),
    "scratched": (scratched, "is beschadigd"),
    "no journal": (without_journal, "is beschadigd"),
    "about nothing": (about_nothing, "is beschadigd"),
    "with a trigger": (with_a_trigger, "is beschadigd"),
    "no version": (of_no_version, "is beschadigd"),
    "newer": (newer, "gemaakt met een nieuwere versie"),
}


@pytest.mark.parametrize(("make", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_dossier_is_refused_and_left_alone(
    make: Callable[[Path], object], sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "Prestatieafspraken 2026.prestatie"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    names = sorted(p.name for p in tmp_path.iterdir())

    with pytest.raises(UserError, match=sentence) as refusal:
        open_dossier(path)

    assert "“Prestatieafspraken 2026.prestatie”" in str(refusal.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == names


@pytest.mark.parametrize(
    "name", ["a\0b", "x" * 300, "map-die-er-niet-is/x", "klein.prestatie/x", "\udcff"]
)
def test_an_odd_path_is_refused_in_a_sentence_for_opening_and_for_making(
    name: str, tmp_path: Path
) -> None:
    small_file(tmp_path / "klein.prestatie")

    with pytest.raises(UserError):
        open_dossier(tmp_path / name)
    if name != "\udcff":
        with pytest.raises(UserError, match="er is niets geschreven"):
            small_store(tmp_path / name)


def test_a_row_with_nonsense_is_told_when_the_dossier_is_read(tmp_path: Path) -> None:
    with_nonsense_in_a_row(tmp_path / "x.prestatie")

    with (
        closing(open_dossier(tmp_path / "x.prestatie")) as store,
        pytest.raises(UserError, match="is beschadigd"),
    ):
        store.load()


@pytest.mark.parametrize("name", ["?mode=memory#100%.prestatie", "héél 'gek' “en lang”.prestatie"])
def test_a_name_with_signs_in_it_is_a_name_like_any_other(name: str, tmp_path: Path) -> None:
    small_file(tmp_path / name)

    with closing(open_dossier(tmp_path / name)) as store:
        assert store.load() == replay(store.entries_since(""))
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_file_on_a_disk_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    with small_disk(tmp_path / "schijf") as disk:
        small_file(disk / "x.prestatie")
        forbid_writing(disk)

        with pytest.raises(UserError, match="mag niet worden geschreven"):
            open_dossier(disk / "x.prestatie")
        with closing(open_dossier(disk / "x.prestatie", view_only=True)) as store:
            assert store.load() == replay(store.entries_since(""))
        with pytest.raises(UserError, match=r"mag niet worden geschreven.*niets geschreven"):
            small_store(disk / "y.prestatie")


def test_who_only_looks_changes_nothing(tmp_path: Path) -> None:
    path = small_file(tmp_path / "x.prestatie")
    before = path.read_bytes()

    with closing(open_dossier(path, view_only=True)) as store:
        session = Session(store, SECRETARY)
        where = agreement(session, "1.7").id
        with pytest.raises(UserError, match="mag niet worden geschreven; deze wijziging is niet"):
            session.commit(agreements.set_text(session.dossier, where, "<p>Nieuw.</p>"))
        assert store.load() == session.dossier

    assert path.read_bytes() == before


def test_a_new_dossier_has_our_mark_and_version_and_nothing_beside_it(tmp_path: Path) -> None:
    path = small_file(tmp_path / "nieuw.prestatie")

    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION
    assert [p.name for p in tmp_path.iterdir()] == ["nieuw.prestatie"]


def test_making_never_overwrites_unasked(tmp_path: Path) -> None:
    path = small_file(tmp_path / "er.prestatie")
    before = path.read_bytes()

    with pytest.raises(UserError, match="bestaat al en is niet overschreven"):
        small_store(path)

    assert path.read_bytes() == before


def test_making_overwrites_when_asked_and_forgets_what_the_old_one_had_to_roll_back(
    tmp_path: Path,
) -> None:
    path = small_file(tmp_path / "er.prestatie")
    (tmp_path / "er.prestatie-journal").write_bytes(b"van het oude bestand")

    act = start("Nieuw", SetKind.YEARLY, 2027)
    with closing(
        create_dossier(path, SECRETARY, lambda session: session.commit(act), overwrite=True)
    ) as store:
        assert store.load().set.title == "Nieuw"
    assert [p.name for p in tmp_path.iterdir()] == ["er.prestatie"]


def test_a_dossier_whose_making_fails_was_never_there(tmp_path: Path) -> None:
    def fail(session: Session) -> None:
        session.commit(start("Half", SetKind.YEARLY, 2026))
        raise LookupError("halverwege")

    with pytest.raises(LookupError):
        create_dossier(tmp_path / "half.prestatie", SECRETARY, fail)

    assert list(tmp_path.iterdir()) == []


def test_a_bug_while_making_is_not_told_as_a_trouble_of_the_disk(tmp_path: Path) -> None:
    def fail(_: Session) -> None:
        (tmp_path / "sjabloon.json").read_bytes()

    with pytest.raises(FileNotFoundError):
        create_dossier(tmp_path / "half.prestatie", SECRETARY, fail)


def test_a_file_that_appears_while_another_is_made_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "samen.prestatie"

    with pytest.raises(UserError, match="bestaat al"):
        create_dossier(path, SECRETARY, lambda _: path.write_text("van een ander"))

    assert path.read_text() == "van een ander"
    assert list(tmp_path.iterdir()) == [path]


def test_each_new_dossier_is_a_replica_of_its_own(tmp_path: Path) -> None:
    with (
        closing(small_store(tmp_path / "a.prestatie")) as one,
        closing(small_store(tmp_path / "b.prestatie")) as two,
    ):
        assert one.replica_id != two.replica_id
        assert {entry.origin for entry in one.entries_since("")} == {one.replica_id}


def test_what_was_done_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    path = tmp_path / "klein.prestatie"
    with closing(small_store(path)) as store:
        session = Session(store, SECRETARY)
        where = agreement(session, "1.7").id
        session.commit(agreements.set_text(session.dossier, where, "<p>Nieuw.</p>"))

    with closing(open_dossier(path)) as store:
        again = Session(store, SECRETARY)
        assert again.dossier == session.dossier
        again.undo()
        assert agreement(again, "1.7").text == "<p>Woonhuis bouwt ruim 40 woningen.</p>"


def test_the_window_can_import_opening_without_the_database() -> None:
    lines = "import sys, prestatie_desktop.storage.opening; print('sqlalchemy' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", lines], capture_output=True, check=True)

    assert answer.stdout.split() == [b"False"]


def test_opening_a_file_of_today_needs_no_alembic(tmp_path: Path) -> None:
    path = small_file(tmp_path / "x.prestatie")
    lines = (
        "import sys, pathlib; from prestatie_desktop.storage.opening import open_dossier;"
        f"open_dossier(pathlib.Path({str(path)!r})).close(); print('alembic' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", lines], capture_output=True, check=True)

    assert answer.stdout.split() == [b"False"]
