"""A program that works in a dossier until it is killed; it says what is in the file.

`python -m tests.storage.typing_child FILE` commits as fast as it can and writes the id of each
entry after it is committed. With `--together` it commits three acts at a time and writes the id
of their step. With `--halfway` it stops in the middle of a large transaction.
"""

import random
import sys
import time
from itertools import count
from pathlib import Path

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.journal.edits import agreements
from prestatie_desktop.journal.session import Session
from prestatie_desktop.storage.opening import open_dossier
from prestatie_desktop.storage.sqlite_store import SqliteStore
from tests.building import SECRETARY


def say(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def work(session: Session) -> None:
    chance = random.Random()
    while True:
        target = chance.choice(session.dossier.all(Agreement))
        text = f"<p>{'woningen ' * chance.randrange(1, 400)}</p>".replace(" </p>", "</p>")
        entry = session.commit(agreements.set_text(session.dossier, target.id, text))
        if entry:
            say(entry.id)
        if chance.random() < 0.1 and (entry := session.undo()):
            say(entry.id)


def work_together(session: Session) -> None:
    for number in count():
        remark = f"{number} {'let op ' * random.randrange(400)}"
        entries = session.commit_together(
            [
                agreements.set_remark(session.dossier, agreement.id, remark)
                for agreement in session.dossier.all(Agreement)
            ]
        )
        say(entries[0].step)


def stop_halfway(store: SqliteStore) -> None:
    connection = store._connection
    # A tiny cache makes SQLite write to the file itself before the commit.
    connection.exec_driver_sql("PRAGMA cache_size = 5")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.exec_driver_sql("UPDATE agreement SET text = ?", ("half " * 100_000,))
    connection.exec_driver_sql("DELETE FROM journal WHERE seq > 3")
    say("halfway")
    time.sleep(60)


if __name__ == "__main__":
    store = open_dossier(Path(sys.argv[1]))
    if "--halfway" in sys.argv:
        stop_halfway(store)
    session = Session(store, SECRETARY)
    if "--together" in sys.argv:
        work_together(session)
    work(session)
