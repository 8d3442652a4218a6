"""A window in which something is read first, with progress and Stoppen, and then shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from prestatie_desktop.importing.watch import StoppedError
from prestatie_desktop.ui.importing.reading_page import ReadingPage
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.settings import Settings
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.working.press import LongWork
from prestatie_desktop.words.translation import tr

#: What reads: it is told how to say how far it is, and asks whether to stop.
Job = Callable[[Callable[[str, int, int], None], Callable[[], bool]], Any]


class ReadingDialog(QDialog):
    """Opens at once; what was read is shown in the same window. Remembers its size."""

    #: The name its size is kept under, its share of the window behind it, and what it needs.
    place = ""
    share = (0.9, 0.9)
    needed = (1_040, 620)

    def __init__(
        self, name: str, job: Job, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        #: Why it could not be read; None while it can.
        self.problem: Exception | None = None
        self.setWindowTitle(tr("Importeren: {name}").format(name=name))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._reading = ReadingPage(name)
        self._whole.addWidget(self._reading)
        self.setMinimumSize(640, 420)
        self._take_place()
        self._work = LongWork(job, self)
        self._work.progressed.connect(self._reading.show_progress)
        self._work.succeeded.connect(self._on_read)
        self._work.failed.connect(self.give_up)
        self._reading.stopped.connect(self._work.ask_to_stop)
        self._work.begin()

    def make_body(self, result: Any) -> QWidget:
        """What shows the result."""
        raise NotImplementedError

    def give_up(self, error: Exception) -> None:
        """Close; whoever opened it tells why."""
        if not isinstance(error, StoppedError):
            self.problem = error
        self.reject()

    def done(self, result: int) -> None:
        """Remember the size, and let nothing work on."""
        self._settings.keep_state(self.place, self.saveGeometry())
        self._work.stop()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus and nothing else."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, Button) and focused.isEnabled():
                focused.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_read(self, result: Any) -> None:
        body = self.make_body(result)
        self._whole.removeWidget(self._reading)
        self._reading.deleteLater()
        self._whole.addWidget(body)
        body.setFocus()

    def _take_place(self) -> None:
        kept = self._settings.state(self.place)
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(self._usual_size())

    def _usual_size(self) -> QSize:
        screen = self.screen().availableSize() - QSize(0, 32)
        behind = self.parentWidget()
        size = behind.window().size() if behind is not None else screen
        most = QSize(round(size.width() * self.share[0]), round(size.height() * self.share[1]))
        # Large letters need every pixel there is.
        needed = QSize(theme().px(self.needed[0]), theme().px(self.needed[1]))
        return most.expandedTo(needed).boundedTo(screen)
