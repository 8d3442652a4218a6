"""Bestand: getting a dossier, keeping moments and copies of it, printing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from prestatie_desktop.errors import UserError
from prestatie_desktop.ui.actions import ActionDefinition, MenuDefinition
from prestatie_desktop.ui.open_file import SUFFIX, create_file, example_file, with_suffix
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def file_menu(window: "MainWindow") -> MenuDefinition:
    """Bestand."""
    act = ActionDefinition
    return (
        tr("&Bestand"),
        (
            act(
                key="new",
                text=tr("&Nieuw dossier…"),
                shortcuts=("Ctrl+N",),
                do=lambda: new_dossier(window),
                needs_dossier=False,
            ),
            act(
                key="open",
                text=tr("Dossier &openen…"),
                shortcuts=("Ctrl+O",),
                do=lambda: open_dossier(window),
                needs_dossier=False,
            ),
            act(
                key="example",
                text=tr("&Voorbeeld bekijken: Heerlen 2024"),
                do=lambda: open_example(window),
                needs_dossier=False,
            ),
            None,
            act(
                key="import",
                text=tr("&Importeren…"),
                shortcuts=("Ctrl+Shift+I",),
                do=lambda: import_document(window),
                needs_dossier=False,
            ),
            act(
                key="import_clipboard",
                text=tr("Importeren van k&lembord…"),
                do=lambda: import_clipboard(window),
                needs_dossier=False,
            ),
            None,
            act(
                key="moment",
                text=tr("&Moment vastleggen…"),
                shortcuts=("Ctrl+S",),
                do=lambda: name_moment(window),
            ),
            act(key="copy", text=tr("&Kopie bewaren als…"), do=lambda: save_copy(window)),
            act(
                key="party_copy",
                text=tr("Kopie voor &andere partij…"),
                do=lambda: save_party_copy(window),
            ),
            act(key="export", text=tr("&Exporteren als JSON…"), do=lambda: export(window)),
            act(
                key="export_workbook",
                text=tr("Exporteren als E&xcel…"),
                do=lambda: export_workbook(window),
            ),
            None,
            act(
                key="print",
                text=tr("Af&drukken…"),
                shortcuts=("Ctrl+P",),
                do=lambda: show_print_room(window),
            ),
            None,
            act(
                key="close",
                text=tr("Dossier &sluiten"),
                shortcuts=("Ctrl+W",),
                do=window.close_dossier,
            ),
            act(
                key="quit",
                text=tr("A&fsluiten"),
                shortcuts=("Ctrl+Q",),
                do=window.close,
                needs_dossier=False,
            ),
        ),
    )


def new_dossier(window: "MainWindow") -> None:
    """Ask what is needed, then where to keep it."""
    from prestatie_desktop.ui.dialogs.new_dossier import NewDossierDialog

    dialog = NewDossierDialog(window)
    if not dialog.exec():
        return
    plan = dialog.plan()
    path = ask_where(window, tr("Nieuw dossier bewaren"), dialog.file_name())
    if path is not None:
        # The file dialog has asked already whether an existing file may go.
        window.show_file(lambda: create_file(path, window.author, plan, overwrite=path.exists()))


def open_dossier(window: "MainWindow") -> None:
    """Choose a file."""
    chosen, _ = QFileDialog.getOpenFileName(
        window, tr("Dossier openen"), _folder(window), _filter()
    )
    if chosen:
        window.settings.keep_text("folder", str(Path(chosen).parent))
        window.open_path(Path(chosen))


def open_example(window: "MainWindow") -> None:
    """Open the user's own copy of the example."""
    from prestatie_desktop.paths import user_data

    window.show_file(lambda: example_file(user_data(), window.author))


def import_document(window: "MainWindow") -> None:
    """Choose a document of somebody else and open the assistant on it."""
    from prestatie_desktop.ui.importing.command import choose_document

    choose_document(window)


def import_clipboard(window: "MainWindow") -> None:
    """Open the assistant on what was copied in another program."""
    from prestatie_desktop.ui.importing.command import import_clipboard

    import_clipboard(window)


def name_moment(window: "MainWindow") -> None:
    """Ask a name and keep it with this moment."""
    from prestatie_desktop.ui.dialogs.moment import ask_name

    assert window.workspace is not None
    name = ask_name(window)
    if name and window.workspace.desk.bridge.name_moment(name):
        window.workspace.desk.happened.emit(tr("Vastgelegd: {name}").format(name=name), False)


def save_copy(window: "MainWindow") -> None:
    """A copy with everything in it, its journal included."""
    assert window.file is not None
    file = window.file
    _flush(window)
    path = ask_where(window, tr("Kopie bewaren als"), f"Kopie van {file.path.name}")
    if path is not None:
        _guarded(
            window,
            lambda: file.store.save_copy_as(path, overwrite=True),
            tr("Kopie bewaard: {name}").format(name=path.name),
        )


def save_party_copy(window: "MainWindow") -> None:
    """A copy for another party: without journal, notes and backups."""
    from prestatie_desktop.storage.party_copy import write_party_copy

    assert window.file is not None
    file = window.file
    _flush(window)
    name = f"{file.path.stem} – kopie voor andere partij{SUFFIX}"
    path = ask_where(window, tr("Kopie voor andere partij"), name)
    if path is None:
        return
    dossier, blob = file.session.dossier, file.store.blob
    _guarded(
        window,
        lambda: write_party_copy(dossier, blob, path, window.author, overwrite=True),
        tr("Kopie bewaard zonder geschiedenis en eigen notities: {name}").format(name=path.name),
    )


def export(window: "MainWindow") -> None:
    """Write the dossier as JSON."""
    from prestatie_desktop.exchange.json_export import write_json

    assert window.file is not None
    file = window.file
    _flush(window)
    suggested = str(Path(_folder(window)) / f"{file.path.stem}.json")
    chosen, _ = QFileDialog.getSaveFileName(
        window, tr("Exporteren als JSON"), suggested, tr("JSON (*.json)")
    )
    if chosen:
        _guarded(
            window,
            lambda: write_json(file.session.dossier, Path(chosen)),
            tr("Geëxporteerd: {name}").format(name=Path(chosen).name),
        )


def export_workbook(window: "MainWindow") -> None:
    """Write the dossier as a workbook, which can be read in again."""
    from prestatie_desktop.ui.exporting import WorkbookExport

    assert window.file is not None
    assert window.workspace is not None
    _flush(window)
    suggested = str(Path(_folder(window)) / f"{window.file.path.stem}.xlsx")
    chosen, _ = QFileDialog.getSaveFileName(
        window, tr("Exporteren als Excel"), suggested, tr("Excel (*.xlsx)")
    )
    if chosen:
        path = Path(chosen)
        path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        WorkbookExport(window.workspace.desk, path).begin()


def show_print_room(window: "MainWindow") -> None:
    """Preview and print."""
    assert window.workspace is not None
    window.workspace.show_room("print")


def _flush(window: "MainWindow") -> None:
    assert window.workspace is not None
    window.workspace.desk.bridge.flush()


def _guarded(window: "MainWindow", do: Callable[[], object], done: str) -> None:
    assert window.workspace is not None
    try:
        do()
    except UserError as error:
        window.tell(str(error))
    else:
        window.workspace.desk.happened.emit(done, False)


def ask_where(window: "MainWindow", title: str, name: str) -> Path | None:
    """Where to keep a dossier of this name; None when that was called off."""
    suggested = str(Path(_folder(window)) / name)
    chosen, _ = QFileDialog.getSaveFileName(window, title, suggested, _filter())
    if not chosen:
        return None
    window.settings.keep_text("folder", str(Path(chosen).parent))
    return with_suffix(Path(chosen))


def _folder(window: "MainWindow") -> str:
    from PySide6.QtCore import QStandardPaths

    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return window.settings.text("folder") or QStandardPaths.writableLocation(documents)


def _filter() -> str:
    return tr("Dossiers (*.prestatie)")
