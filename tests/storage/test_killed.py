"""A program that is killed at any moment loses nothing that it said was in the file."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from prestatie_desktop.domain.agreement_set import SetKind
from prestatie_desktop.journal.edits.agreement_sets import start
from prestatie_desktop.journal.history import replay
from prestatie_desktop.storage.connecting import journal_of
from prestatie_desktop.storage.opening import create_dossier, open_dossier
from tests.building import SECRETARY
from tests.storage.files import small_file

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("PRESTATIE_KILLS", "12"))
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


@contextmanager
def child(path: Path, *options: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "tests.storage.typing_child", str(path), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def is_hot(path: Path) -> bool:
    """Whether SQLite has to roll back a write that was cut off."""
    journal = journal_of(path)
    return journal.exists() and journal.read_bytes().startswith(_JOURNAL_MAGIC)


def killed_at_random(path: Path) -> tuple[int, bool]:
    """How many commits were acknowledged, and whether a write was cut off."""
    small_file(path)
    with child(path) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(random.uniform(0.02, 0.3))
        process.kill()
        said = first + process.stdout.read()
    acknowledged = [line.decode() for line in said.split(b"\n")[:-1]]
    hot = is_hot(path)
    with closing(open_dossier(path)) as store:
        entries = list(store.entries_since(""))
        written = [entry.id for entry in entries]
        from_first = written[written.index(acknowledged[0]) :]
        # One more may be in the file that there was no time to say.
        assert from_first[: len(acknowledged)] == acknowledged
        assert len(from_first) <= len(acknowledged) + 1
        assert store.load() == replay(entries)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return len(acknowledged), hot


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.prestatie" for number in range(ROUNDS)]
    with ThreadPoolExecutor(3) as pool:
        rounds = list(pool.map(killed_at_random, paths))

    assert sum(commits for commits, _ in rounds) > ROUNDS
    print(f"{ROUNDS} kills, {sum(c for c, _ in rounds)} commits, {sum(h for _, h in rounds)} hot")  # noqa: T201


def steps_of_a_killed_program(path: Path) -> Counter[str]:
    """How many entries each step has of a program that commits three acts at a time."""
    small_file(path)
    with child(path, "--together") as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(random.uniform(0.02, 0.3))
        process.kill()
        said = first + process.stdout.read()
    with closing(open_dossier(path)) as store:
        entries = list(store.entries_since(""))
        assert store.load() == replay(entries)
    sizes = Counter(entry.step for entry in entries if entry.action == "set_remark")
    assert {line.decode() for line in said.split(b"\n")[:-1]} <= sizes.keys()
    return sizes


def test_acts_that_are_committed_together_are_in_the_file_together(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.prestatie" for number in range(ROUNDS)]
    with ThreadPoolExecutor(3) as pool:
        rounds = list(pool.map(steps_of_a_killed_program, paths))

    assert {size for sizes in rounds for size in sizes.values()} == {3}


def test_a_new_file_is_not_rolled_back_with_what_an_older_one_left_behind(tmp_path: Path) -> None:
    path = small_file(tmp_path / "half.prestatie")
    with child(path, "--halfway") as process:
        assert process.stdout
        assert process.stdout.readline() == b"halfway\n"
    assert is_hot(path)
    act = start("Nieuw", SetKind.YEARLY, 2027)

    create_dossier(path, SECRETARY, lambda new: new.commit(act), overwrite=True).close()

    with closing(open_dossier(path)) as store:
        assert store.load().set.title == "Nieuw"
        assert store.load() == replay(store.entries_since(""))


def test_a_write_that_was_cut_off_is_rolled_back_when_the_dossier_is_opened(tmp_path: Path) -> None:
    path = small_file(tmp_path / "half.prestatie")
    with closing(open_dossier(path)) as store:
        before, entries = store.load(), list(store.entries_since(""))
    whole = path.read_bytes()

    with child(path, "--halfway") as process:
        assert process.stdout
        assert process.stdout.readline() == b"halfway\n"
        process.kill()
        process.wait()

    assert is_hot(path)
    assert path.read_bytes() != whole
    with closing(open_dossier(path)) as store:
        assert store.load() == before
        assert list(store.entries_since("")) == entries
    assert not journal_of(path).exists()
    assert path.read_bytes() == whole
