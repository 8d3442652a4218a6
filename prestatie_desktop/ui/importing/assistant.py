"""The import assistant: a large window in which a document is read, looked at and imported."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import Watch
from prestatie_desktop.ui.importing.assistant_body import AssistantBody
from prestatie_desktop.ui.importing.decision_steps import DecisionSteps
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.opened import Opened, reading_job
from prestatie_desktop.ui.importing.reading_dialog import ReadingDialog
from prestatie_desktop.ui.importing.working_out import Tools
from prestatie_desktop.ui.settings import Settings
from prestatie_desktop.ui.working.holding import let_go

#: Imports what is on the desk; says whether that was done.
CarryOut = Callable[[ImportDesk], bool]


class ImportAssistant(ReadingDialog):
    """Nothing is written before the button Importeren; nothing that was decided is lost."""

    place = "import"

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
        self._carry_out, self._target = carry_out, target
        self._dossier, self._steps, self._tools = dossier, steps, tools or Tools()
        self.body: AssistantBody | None = None
        super().__init__(name, reading_job(get, steps, dossier, self._tools), settings, parent)

    @property
    def desk(self) -> ImportDesk | None:
        """What is worked on; None while the source is being read."""
        return self.body.desk if self.body is not None else None

    def make_body(self, result: Opened) -> QWidget:
        """The pages."""
        desk = ImportDesk(result.rows, result.worked, self._steps, self._dossier,
                          tools=self._tools)  # fmt: skip
        desk.failed.connect(self.give_up)
        self.body = AssistantBody(desk, self._target)
        self.body.import_wanted.connect(self._on_import)
        self.body.close_wanted.connect(self.reject)
        return self.body

    def done(self, result: int) -> None:
        """Let nothing be recognised any more."""
        if self.desk is not None:
            self.desk.press.stop()
        super().done(result)
        let_go()

    def _on_import(self) -> None:
        assert self.desk is not None
        if self._carry_out(self.desk):
            self.accept()
