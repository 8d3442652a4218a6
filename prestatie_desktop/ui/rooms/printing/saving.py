"""Saving as PDF: where to, and the work beside the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from prestatie_desktop.documents.printing import PrintJob, save_jobs, save_together
from prestatie_desktop.ui.settings import Settings
from prestatie_desktop.words.translation import tr

Step = Callable[[str, int, int], None]
Stopping = Callable[[], bool]


def ask_file(parent: QWidget, settings: Settings, name: str) -> Path | None:
    """One PDF file; None when nobody chose one."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Opslaan als PDF"), str(_folder(settings) / f"{name}.pdf"), tr("PDF (*.pdf)")
    )
    if not chosen:
        return None
    path = Path(chosen)
    settings.keep_text("print_folder", str(path.parent))
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")


def ask_folder(parent: QWidget, settings: Settings) -> Path | None:
    """A folder for a file of each; None when nobody chose one."""
    chosen = QFileDialog.getExistingDirectory(
        parent, tr("Map voor de PDF-bestanden"), str(_folder(settings))
    )
    if not chosen:
        return None
    settings.keep_text("print_folder", chosen)
    return Path(chosen)


def saving_in_folder(
    jobs: Sequence[PrintJob], folder: Path
) -> Callable[[Step, Stopping], tuple[Path, ...]]:
    """A file for each document; what was finished stays when it is stopped."""

    def work(step: Step, stopping: Stopping) -> tuple[Path, ...]:
        return save_jobs(
            jobs,
            folder,
            progress=lambda done, total, _: step(sheet_words(done + 1, total), done, total),
            cancelled=stopping,
        )

    return work


def saving_in_one(jobs: Sequence[PrintJob], path: Path) -> Callable[[Step, Stopping], object]:
    """All documents in one file."""

    def work(step: Step, stopping: Stopping) -> tuple[Path, ...]:
        done = save_together(
            jobs,
            path,
            progress=lambda done, total, _: step(sheet_words(done + 1, total), done, total),
            cancelled=stopping,
        )
        return (path,) if done else ()

    return work


def sheet_words(at: int, total: int) -> str:
    """Blad 6 van 11."""
    return tr("Blad {at} van {total}").format(at=at, total=total)


def saved_words(paths: tuple[Path, ...], *, stopped: bool) -> str:
    """What was saved, and where."""
    if not paths:
        return tr("Gestopt; er is niets opgeslagen.")
    if len(paths) == 1:
        said = tr("Opgeslagen: {name}").format(name=paths[0].name)
    else:
        said = tr("{count} bestanden opgeslagen in {folder}").format(
            count=len(paths), folder=paths[0].parent.name or str(paths[0].parent)
        )
    return tr("Gestopt. {said}").format(said=said) if stopped else said


def _folder(settings: Settings) -> Path:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    kept = settings.text("print_folder") or settings.text("folder")
    return Path(kept or QStandardPaths.writableLocation(documents))
