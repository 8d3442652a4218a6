"""Python may clear away what nobody uses at any moment; widgets bear that between events only.

Cleared in another thread, a widget ends the program; cleared while Qt takes another one apart, the
program waits for itself for ever.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_OFTEN_MS = 500


class WindowCollector(QObject):
    """Clears Python's garbage between the events of the window, as often as Python itself would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_OFTEN_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> None:
    """Clear the generations whose turn it is."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
