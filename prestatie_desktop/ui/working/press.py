"""Work that must not make the window wait, done one piece after the other beside it."""

import atexit
from collections import deque
from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, QThread, Signal
from shiboken6 import isValid

from prestatie_desktop.ui.working.collecting import WindowCollects

Piece = Callable[[], object]


class Press(QThread):
    """Makes things in the order they were asked for, the urgent ones first.

    It runs only while there is something to do. `made` brings each result back under its key.
    """

    made = Signal(object, object)
    #: A piece of work went wrong: its key and the error.
    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[object, Piece]] = deque()
        self._lock = Lock()
        self._busy = False
        self._collecting = WindowCollects(self)
        self.finished.connect(self._on_finished)

    def ask(self, key: object, piece: Piece, *, urgent: bool = False) -> None:
        """Have a piece of work done; of pieces with one key only the last."""
        with self._lock:
            self._waiting = deque(one for one in self._waiting if one[0] != key)
            if urgent:
                self._waiting.appendleft((key, piece))
            else:
                self._waiting.append((key, piece))
            if self._busy:
                return
            self._busy = True
        self.wait()
        self._collecting.begin()
        self.start(QThread.Priority.LowPriority)

    def is_busy(self) -> bool:
        """Whether there is anything left to do."""
        with self._lock:
            return self._busy

    def forget(self) -> None:
        """Drop what was not begun."""
        with self._lock:
            self._waiting.clear()

    def stop(self) -> None:
        """Drop what was not begun and wait for what was."""
        self.forget()
        self.wait()
        self._collecting.end()

    def run(self) -> None:
        """Work until nothing waits."""
        while (found := self._next()) is not None:
            key, piece = found
            try:
                result = piece()
            except Exception as error:  # noqa: BLE001 - the window shows or raises it
                self.failed.emit(key, error)
            else:
                self.made.emit(key, result)

    def _on_finished(self) -> None:
        if not self.is_busy():
            self._collecting.end()

    def _next(self) -> tuple[object, Piece] | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._busy = False
            return None


class LongWork(QThread):
    """One long job with progress, that a person can stop; the window stays usable meanwhile.

    The job is called with a function that reports progress (text, done, total) and one that says
    whether to stop.
    """

    progressed = Signal(str, int, int)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        job: Callable[[Callable[[str, int, int], None], Callable[[], bool]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._job = job
        self._stopping = False
        self._collecting = WindowCollects(self)
        self.finished.connect(self._collecting.end)

    @property
    def was_stopped(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stopping

    def begin(self) -> None:
        """Start working."""
        self._collecting.begin()
        self.start(QThread.Priority.LowPriority)

    def ask_to_stop(self) -> None:
        """Stop at the next possible moment."""
        self._stopping = True

    def stop(self) -> None:
        """Stop and wait until it has."""
        self.ask_to_stop()
        self.wait()
        self._collecting.end()

    def run(self) -> None:
        """Do it."""
        try:
            result = self._job(self.progressed.emit, lambda: self._stopping)
        except Exception as error:  # noqa: BLE001 - the window shows or raises it
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


def end_with(owner: QObject, press: Press, works: list[LongWork]) -> None:
    """Have threads end before what they work for is taken apart: the owner, or the program."""

    def end(*_: object) -> None:
        for work in filter(isValid, works):
            work.stop()
        if isValid(press):
            press.stop()
        atexit.unregister(end)

    owner.destroyed.connect(end)
    # A program that never ran its event loop takes nothing apart: it just ends.
    atexit.register(end)
