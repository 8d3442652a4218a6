"""The ways into the assistant: a file that is chosen or dropped, or what was copied."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import Watch
from prestatie_desktop.ui.importing.decision_steps import DecisionSteps
from prestatie_desktop.ui.importing.kept_steps import (
    file_key,
    forget_steps,
    keep_steps,
    steps_for,
    text_key,
)
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.domain.dossier import Dossier
    from prestatie_desktop.ui.importing.import_desk import ImportDesk
    from prestatie_desktop.ui.importing.reading_dialog import ReadingDialog
    from prestatie_desktop.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be imported, and what was decided about it before."""

    name: str
    get: Callable[[Watch], Source]
    #: Names it, so that decisions about it are found again.
    key: Hashable


def choose_document(window: "MainWindow") -> None:
    """Ask for a document and import it."""
    from prestatie_desktop.importing.opening import FILE_FILTER

    folder = window.settings.text("import_folder") or window.settings.text("folder")
    chosen, _ = QFileDialog.getOpenFileName(window, tr("Document importeren"), folder, FILE_FILTER)
    if chosen:
        window.settings.keep_text("import_folder", str(Path(chosen).parent))
        import_document(window, Path(chosen))


def import_document(window: "MainWindow", path: Path) -> None:
    """Open the assistant on a document."""
    from prestatie_desktop.importing.opening import open_source
    from prestatie_desktop.importing.own_workbook import is_own_workbook

    try:
        if is_own_workbook(path):
            _run_workbook(window, path)
            return
    except UserError as error:
        window.tell(str(error))
        return
    _run(window, Wanted(path.name, partial(open_source, path), file_key(path)))


def import_clipboard(window: "MainWindow") -> None:
    """Open the assistant on what was copied in another program."""
    from prestatie_desktop.importing.opening import clipboard_source

    held: QMimeData | None = QGuiApplication.clipboard().mimeData()
    html = held.html() if held is not None and held.hasHtml() else None
    text = held.text() if held is not None else ""

    def get(_watch: Watch) -> Source:
        return clipboard_source(html, text)

    _run(window, Wanted(tr("Klembord"), get, text_key(html, text)))


def first_steps(window: "MainWindow") -> DecisionSteps:
    """Nothing is decided yet but how tables of known layouts are read."""
    from prestatie_desktop.ui.importing.own_map import own_map

    return DecisionSteps.beginning_with(own_map(window.settings))


def _run_workbook(window: "MainWindow", path: Path) -> None:
    from prestatie_desktop.domain.dossier import Dossier
    from prestatie_desktop.ui.importing.carrying_out import workbook_into
    from prestatie_desktop.ui.importing.workbook_dialog import WorkbookDialog

    dossier, target = _target(window)
    dialog = WorkbookDialog(
        path,
        dossier if dossier is not None else Dossier(),
        settings=window.settings,
        carry_out=partial(workbook_into, window, path),
        target=target,
        parent=window,
    )
    _ask(window, dialog)


def _target(window: "MainWindow") -> "tuple[Dossier | None, str]":
    """The dossier that is open, with its title; None for a new one."""
    if window.workspace is None:
        return None, ""
    window.workspace.desk.bridge.flush()
    dossier = window.workspace.desk.dossier
    return dossier, dossier.set.title


def _ask(window: "MainWindow", dialog: "ReadingDialog") -> bool:
    done = bool(dialog.exec())
    problem = dialog.problem
    dialog.deleteLater()
    QApplication.processEvents()
    if isinstance(problem, UserError):
        window.tell(str(problem))
    elif problem is not None:
        raise problem
    return done


def _run(window: "MainWindow", wanted: Wanted) -> None:
    from prestatie_desktop.ui.importing.assistant import ImportAssistant
    from prestatie_desktop.ui.importing.carrying_out import into_new_dossier, into_open_dossier
    from prestatie_desktop.ui.importing.own_map import remember_columns

    dossier, target = _target(window)
    # What is decided about matches holds for this dossier only.
    place = dossier.set.id if dossier is not None else ""
    key = None if wanted.key is None else (place, wanted.key)
    steps = steps_for(key) or first_steps(window)
    keep_steps(key, steps)

    def carry_out(desk: "ImportDesk") -> bool:
        return (into_new_dossier if desk.dossier is None else into_open_dossier)(window, desk)

    assistant = ImportAssistant(
        wanted.name,
        wanted.get,
        steps,
        settings=window.settings,
        carry_out=carry_out,
        dossier=dossier,
        target=target,
        parent=window,
    )
    if _ask(window, assistant):
        forget_steps(key)
        remember_columns(window.settings, steps.decisions)
    elif steps.to_undo:
        _say(window, tr("Uw keuzes voor {name} blijven bewaard zolang het programma open is"
                        ).format(name=wanted.name))  # fmt: skip


def _say(window: "MainWindow", words: str) -> None:
    if window.workspace is not None:
        window.workspace.desk.happened.emit(words, False)
    else:
        window.start.say(words)
