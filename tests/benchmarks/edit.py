"""One edit in a large dossier: in the file, and on the screen."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any, Self

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from prestatie_desktop.app import make_app, make_window
from prestatie_desktop.domain.agreement import Agreement, AgreementStatus
from prestatie_desktop.journal.edits.agreements import set_status, set_text
from prestatie_desktop.storage.connecting import connect
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.theme import Appearance, Theme
from prestatie_desktop.ui.main_window import MainWindow
from prestatie_desktop.ui.settings import Settings
from tests.benchmarks.dossiers import AUTHOR, agreements_file
from tests.benchmarks.table import Line
from tests.benchmarks.taking import in_turns, milliseconds

AGREEMENTS = 100_000
_BARE = "bare sqlite3 commit"


def edit(folder: Path, repeats: int, agreements: int) -> Iterator[Line]:
    """An edit through the window, against a bare insert of as many bytes with the same pragmas."""
    path = agreements_file(folder, agreements)
    with _Window(folder, path) as window, closing(_bare_file(folder)) as bare:
        yield from _lines(window, bare, repeats, f"edit: {agreements:,} agreements")


def _lines(window: "_Window", bare: sqlite3.Connection, repeats: int, name: str) -> Iterator[Line]:
    numbers = count()

    def text() -> tuple[Any, ...]:
        return set_text, window.chosen.id, f"<p>Wijziging {next(numbers)} van de tekst.</p>"

    def status() -> tuple[Any, ...]:
        agreed = window.chosen.status is AgreementStatus.AGREED
        other = AgreementStatus.DISCUSSED if agreed else AgreementStatus.AGREED
        return set_status, window.chosen.id, other

    for what, act in (("text", text), ("status", status)):
        window.carry_out(act)
        insert = partial(_insert, bare, window.bytes_of_last_entry())
        both, theirs = in_turns(repeats, partial(window.carry_out, act), insert)
        committed, drawn = ([one[step] for one in both] for step in (0, 1))
        for where, times, aim in (
            ("in the file", committed, "≤ 3×"),
            ("on the screen", drawn, "disk + 16.7 ms"),
        ):
            yield Line(
                what=f"{name}, {what} {where}", ours=times, against=_BARE, theirs=theirs, aim=aim
            )
    yield Line(
        what=f"{name}, who has signed (idle)",
        ours=[milliseconds(window.count_signatures) for _ in range(repeats)],
    )


class _Window:
    """The program's window on a dossier, as a user has it before him."""

    def __init__(self, folder: Path, path: Path) -> None:
        self._app = make_app()
        settings = Settings(folder / "settings")
        settings.author = AUTHOR
        theme = Theme(self._app, appearance=Appearance.LIGHT)
        self._window: MainWindow = make_window(theme, settings)
        self._path = path

    def __enter__(self) -> Self:
        self._window.show()
        assert self._window.open_path(self._path)
        settle()
        return self

    def __exit__(self, *_: object) -> None:
        self._window.close()
        settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def desk(self) -> Desk:
        assert self._window.workspace is not None
        return self._window.workspace.desk

    @property
    def chosen(self) -> Agreement:
        return self.desk.dossier.get(Agreement, self.desk.chosen_item)

    def carry_out(self, make: Callable[[], tuple[Any, ...]]) -> tuple[float, float]:
        """Milliseconds until an edit is in the file, and until every panel has drawn it."""
        moments: list[float] = []
        hear = self.desk.bridge.session.subscribe(lambda _: moments.append(perf_counter()))
        # In front of the window itself, which draws what it is told of before the call returns.
        listeners = self.desk.bridge.session._listeners
        listeners.insert(0, listeners.pop())
        act = make()
        began = perf_counter()
        assert self.desk.bridge.do(*act) is not None
        settle()
        drawn = perf_counter()
        hear()
        return (moments[0] - began) * 1000, (drawn - began) * 1000

    def bytes_of_last_entry(self) -> int:
        """How much text the last entry is in the file, its column of the row not counted."""
        with closing(connect(self._path, "ro")) as file:
            row = file.execute("SELECT * FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return sum(len(str(value).encode()) for value in row) + len(self.chosen.text.encode())

    def count_signatures(self) -> None:
        """What the window computes when nobody is typing."""
        self.desk._signing = None
        self.desk.signing_changed.emit()
        settle()


def settle() -> None:
    """Lay out and paint what is waiting to be."""
    for _ in range(3):
        QApplication.processEvents()


def _bare_file(folder: Path) -> sqlite3.Connection:
    connection = connect(folder / "bare.sqlite", "rwc")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, value TEXT)")
    return connection


def _insert(connection: sqlite3.Connection, size: int) -> float:
    value = "x" * size
    began = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO bare (value) VALUES (?)", (value,))
    connection.execute("COMMIT")
    return (perf_counter() - began) * 1000
