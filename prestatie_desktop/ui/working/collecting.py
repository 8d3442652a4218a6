"""Python may clear away what nobody uses in any thread; widgets bear that in one thread only."""

import gc

from PySide6.QtCore import QObject, QTimer

_OFTEN_MS = 200


class WindowCollects(QObject):
    """While a thread works, Python's garbage is cleared by the window, now and then.

    Otherwise a widget of a room that was closed may be taken apart by the thread that works, and
    Qt ends the program. Begin and end are called by the window's own thread.
    """

    _at_work: set[int] = set()  # noqa: RUF012 - shared by all, as the collector is
    _was_enabled = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_OFTEN_MS)
        self._timer.timeout.connect(_collect_young)

    def begin(self) -> None:
        """A thread begins."""
        if not self._at_work:
            WindowCollects._was_enabled = gc.isenabled()
        self._at_work.add(id(self))
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """It has ended."""
        self._timer.stop()
        self._at_work.discard(id(self))
        if not self._at_work and self._was_enabled:
            gc.enable()


def _collect_young() -> None:
    gc.collect(1)
