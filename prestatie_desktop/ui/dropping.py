"""What is dropped on the window: a dossier to open, or a document to import."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QTimer

from prestatie_desktop.ui.open_file import SUFFIX
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def dropped(data: QMimeData) -> tuple[Path, ...]:
    """The files that can be opened or imported; a dossier first."""
    from prestatie_desktop.importing.opening import SUFFIXES

    found = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    dossiers = [path for path in found if path.suffix.lower() == SUFFIX]
    documents = [path for path in found if path.suffix.lower() in SUFFIXES]
    return (*dossiers, *documents)


def take(window: "MainWindow", paths: tuple[Path, ...]) -> None:
    """Open the first; of several it says which one, so that none is lost unseen."""
    if not paths:
        return
    first, *others = paths

    def go() -> None:
        if others:
            window.tell(_one_at_a_time(first, len(others)))
        if first.suffix.lower() == SUFFIX:
            window.open_path(first)
        else:
            from prestatie_desktop.ui.importing.command import import_document

            import_document(window, first)

    # The program it was dragged from waits until the drop is over.
    QTimer.singleShot(0, window, go)


def _one_at_a_time(first: Path, others: int) -> str:
    if others == 1:
        sentence = tr("Er kan één bestand tegelijk open: nu {name}. Sleep het andere daarna.")
    else:
        sentence = tr("Er kan één bestand tegelijk open: nu {name}. Sleep de andere daarna.")
    return sentence.format(name=first.name)
