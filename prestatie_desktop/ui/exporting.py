"""Exports that take too long for the window to wait for them."""

import atexit
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.errors import UserError
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.working.press import LongWork
from prestatie_desktop.words.translation import tr


class _StoppedError(Exception):
    """The dossier was closed before the export was ready; nothing was written."""


class WorkbookExport(QObject):
    """Writes a dossier as it is now as a workbook, beside the window, and tells when it is there."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__(desk)
        self._desk = desk
        self._path = path
        work = self._work = LongWork(_writing(desk.dossier.copy(), path))
        work.succeeded.connect(self._tell)
        work.failed.connect(self._refuse)
        work.finished.connect(self.deleteLater)

        def end(*_: object) -> None:
            atexit.unregister(end)
            if isValid(work):
                work.stop()

        self.destroyed.connect(end)
        # A program that never ran its event loop takes nothing apart: it just ends.
        atexit.register(end)

    def begin(self) -> None:
        """Start writing."""
        self._desk.happened.emit(tr("Bezig met exporteren; u kunt doorwerken."), False)
        self._work.begin()

    def _tell(self, _: object) -> None:
        self._desk.happened.emit(tr("Geëxporteerd: {name}").format(name=self._path.name), False)

    def _refuse(self, error: object) -> None:
        if isinstance(error, UserError):
            self._desk.bridge.refused.emit(str(error))
        elif not isinstance(error, _StoppedError):
            assert isinstance(error, Exception)
            raise error


def _writing(
    dossier: Dossier, path: Path
) -> Callable[[Callable[[str, int, int], None], Callable[[], bool]], object]:
    def write(step: Callable[[str, int, int], None], is_stopped: Callable[[], bool]) -> object:
        from prestatie_desktop.exchange.xlsx_export import write_xlsx

        def told(text: str, done: int, total: int) -> None:
            if is_stopped():
                raise _StoppedError
            step(text, done, total)

        write_xlsx(dossier, path, told)
        return path

    return write
