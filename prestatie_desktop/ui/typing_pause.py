"""When typed text is committed: after a pause, and at the latest after a while."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 500
LATEST_MS = 2_000


class TypingPause(QObject):
    """Tell it of every keystroke; `due` says when to commit."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = self._timer(PAUSE_MS)
        self._latest = self._timer(LATEST_MS)

    @property
    def waiting(self) -> bool:
        """Whether something was typed that is not committed yet."""
        return self._latest.isActive()

    def keystroke(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def flush(self) -> None:
        """Commit now if something is waiting."""
        if self.waiting:
            self._fire()

    def cancel(self) -> None:
        """Forget what was typed: it is not to be committed."""
        self._pause.stop()
        self._latest.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._fire)
        return timer

    def _fire(self) -> None:
        self.cancel()
        self.due.emit()
