"""What the button Importeren does: into the dossier that is open, or into a new one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_desktop.importing.own_workbook import OwnWorkbook
from prestatie_desktop.journal.session import Act
from prestatie_desktop.ui.importing.counted import counts_of
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.words.importing import counted
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def into_open_dossier(window: "MainWindow", desk: ImportDesk) -> bool:
    """Carry out the plan as one step to undo; tells what came in."""
    words = tr("{what} geïmporteerd").format(what=done_words(desk))
    return _committed(window, desk.worked.plan.acts, words)


def into_new_dossier(window: "MainWindow", desk: ImportDesk) -> bool:
    """Ask where to keep it, make it, and show it."""
    from prestatie_desktop.ui.dialogs.new_dossier_plan import safe_file_name
    from prestatie_desktop.ui.menus.file import ask_where
    from prestatie_desktop.ui.open_file import SUFFIX, imported_file

    reading, name = desk.reading, desk.source.name
    decisions = desk.decisions.for_new_dossier()
    title = reading.cover.title or Path(name).stem
    suggested = safe_file_name(title) + SUFFIX
    path = ask_where(window, tr("Nieuw dossier bewaren"), suggested)
    if path is None:
        return False
    shown = window.show_file(
        lambda: imported_file(
            path, window.author, reading, decisions, name=name, overwrite=path.exists()
        )
    )
    if shown and window.workspace is not None:
        window.workspace.show_room("agreements")
        told = tr("{what} geïmporteerd uit {name}")
        words = told.format(what=done_words(desk), name=name)
        window.workspace.desk.happened.emit(words, False)
    return shown


def workbook_into(window: "MainWindow", path: Path, found: OwnWorkbook) -> bool:
    """Take over a workbook of our own, in the dossier that is open or in a new one."""
    words = tr("{name} geïmporteerd").format(name=path.name)
    if window.workspace is not None:
        return _committed(window, found.acts, words)
    from prestatie_desktop.ui.menus.file import ask_where
    from prestatie_desktop.ui.open_file import SUFFIX, file_of

    place = ask_where(window, tr("Nieuw dossier bewaren"), path.stem + SUFFIX)
    if place is None:
        return False
    overwrite = place.exists()
    return window.show_file(lambda: file_of(place, window.author, found.acts, overwrite=overwrite))


def _committed(window: "MainWindow", acts: Sequence[Act], words: str) -> bool:
    from prestatie_desktop.ui.dialogs.problem import refusals

    assert window.workspace is not None
    target = window.workspace.desk
    if not acts:
        target.happened.emit(
            tr("Er was niets te importeren; het dossier is niet gewijzigd."), False
        )
        return True
    with refusals(target.bridge) as heard:
        done = target.bridge.do_together(acts)
    if not done:
        if heard:
            window.tell(heard[0])
        return False
    window.workspace.show_room("agreements")
    target.happened.emit(words, True)
    return True


def done_words(desk: ImportDesk) -> str:
    """What came in: "67 afspraken, 72 rijen met inzet"; the few sorts that say most."""
    counts = counts_of(desk.worked.plan, desk.worked.report)
    order = ("agreement", "row", "theme", "figures", "party", "group", "signatory", "text_part")
    told = [sort for sort in order if sort in counts and counts[sort].coming]
    return counted({sort: counts[sort].coming for sort in told[:3]})
