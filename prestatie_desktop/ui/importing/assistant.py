"""The import assistant: a large window in which a document is read, looked at and imported."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import StoppedError, Watch
from prestatie_desktop.ui.importing.assistant_body import AssistantBody
from prestatie_desktop.ui.importing.decision_steps import DecisionSteps
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.opened import Opened, reading_job
from prestatie_desktop.ui.importing.reading_page import ReadingPage
from prestatie_desktop.ui.importing.working_out import Tools
from prestatie_desktop.ui.settings import Settings
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.working.press import LongWork
from prestatie_desktop.words.translation import tr

_PLACE = "import"
_SHARE = 0.9

#: Imports what is on the desk; says whether that was done.
CarryOut = Callable[[ImportDesk], bool]


class ImportAssistant(QDialog):
    """Nothing is written before the button Importeren; nothing that was decided is lost."""

    def __init__(
        self,
        name: str,
        get: Callable[[Watch], Source],
        steps: DecisionSteps,
        *,
        settings: Settings,
        carry_out: CarryOut,
        dossier: Dossier | None = None,
        target: str = "",
        tools: Tools | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`get` reads the source; `target` is the title of the dossier, "" for a new one."""
        super().__init__(parent)
        self._settings, self._carry_out, self._target = settings, carry_out, target
        self._dossier, self._steps, self._tools = dossier, steps, tools or Tools()
        self.body: AssistantBody | None = None
        #: Why the document could not be read; None while it can.
        self.problem: Exception | None = None
        self.setWindowTitle(tr("Importeren: {name}").format(name=name))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._reading = ReadingPage(name)
        self._whole.addWidget(self._reading)
        self.setMinimumSize(640, 420)
        self._place()
        self._work = LongWork(reading_job(get, steps, dossier, self._tools), self)
        self._work.progressed.connect(self._reading.show_progress)
        self._work.succeeded.connect(self._on_read)
        self._work.failed.connect(self._on_failed)
        self._reading.stopped.connect(self._work.ask_to_stop)
        self._work.begin()

    @property
    def desk(self) -> ImportDesk | None:
        """What is worked on; None while the source is being read."""
        return self.body.desk if self.body is not None else None

    def done(self, result: int) -> None:
        """Remember the size, and let nothing work on."""
        self._settings.keep_state(_PLACE, self.saveGeometry())
        self._work.stop()
        if self.desk is not None:
            self.desk.press.stop()
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

    def _on_read(self, opened: Opened) -> None:
        desk = ImportDesk(opened.rows, opened.worked, self._steps, self._dossier, tools=self._tools)
        desk.failed.connect(self._on_failed)
        self.body = AssistantBody(desk, self._target)
        self.body.import_wanted.connect(self._on_import)
        self.body.close_wanted.connect(self.reject)
        self._whole.removeWidget(self._reading)
        self._reading.deleteLater()
        self._whole.addWidget(self.body)
        self.body.begin()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StoppedError):
            self.problem = error
        self.reject()

    def _on_import(self) -> None:
        assert self.desk is not None
        if self._carry_out(self.desk):
            self.accept()

    def _place(self) -> None:
        kept = self._settings.state(_PLACE)
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(self._usual_size())

    def _usual_size(self) -> QSize:
        screen = self.screen().availableSize() - QSize(0, 32)
        behind = self.parentWidget()
        size = behind.window().size() if behind is not None else screen
        return QSize(round(size.width() * _SHARE), round(size.height() * _SHARE)).boundedTo(screen)
