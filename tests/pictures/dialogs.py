"""The questions that no room asks by itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog

from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.series import Series
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.edits import agreements
from prestatie_desktop.ui.dialogs.crash import CrashDialog
from prestatie_desktop.ui.dialogs.old_step import OldStepDialog
from prestatie_desktop.ui.dialogs.signatory import SignatoryDialog
from prestatie_desktop.ui.panels.column_dialog import ColumnDialog
from prestatie_desktop.ui.panels.kind_dialog import KindDialog
from prestatie_desktop.ui.panels.series_dialog import SeriesDialog
from prestatie_desktop.ui.rooms.agreements.link_dialog import LinkDialog
from prestatie_desktop.ui.rooms.parties.adding import AddGroupDialog, AddPartyDialog
from prestatie_desktop.ui.rooms.signing.legend import LegendDialog
from tests.pictures.stage import Stage
from tests.pictures.studio import Studio

_OF_THE_MENU = {
    "who": "naam",
    "about": "over",
    "shortcuts": "sneltoetsen",
    "details": "gegevens",
    "lists": "lijsten",
    "go_to": "ga-naar",
    "moment": "moment",
    "add_theme": "thema",
    "edit_theme": "thema-wijzigen",
    "add_text_part": "tekstdeel",
    "renumber": "hernummeren",
}


def scenes(stage: Stage) -> None:
    """Each by itself."""
    studio = stage.on("example")
    studio.room("agreements")
    for key, name in _OF_THE_MENU.items():
        studio.room("agreements").show_tab(studio.desk.dossier.themes[0].id)
        studio.take_dialog(f"venster-{name}", studio.act(key))
    _made_here(studio)
    studio.room("agreements")
    studio.desk.bridge.refused.emit(str(UserError("Nummer 1.11 bestaat al; kies een ander.")))
    studio.take("geweigerd")


def _made_here(studio: Studio) -> None:
    desk, window, dossier = studio.desk, studio.window, studio.desk.dossier
    first = dossier.agreements_of(dossier.themes[0].id)[0]
    desk.bridge.do(agreements.set_planning, first.id, "2024")
    series = dossier.all(Series)[0]
    kind = dossier.all(CommitmentKind)[0]
    step = next(iter(desk.bridge.session.store.step_lines()))
    made: dict[str, Callable[[], QDialog]] = {
        "partij": lambda: AddPartyDialog(desk, PartyKind.CORPORATION, window),
        "groep": lambda: AddGroupDialog(desk, window),
        "link": lambda: LinkDialog(dossier, first.id, window),
        "legenda": lambda: LegendDialog(window),
        "ondertekenaar": lambda: SignatoryDialog("Wonen Zuid", None, window),
        "kolom": lambda: ColumnDialog(dossier, series, window),
        "soort": lambda: KindDialog(kind, window),
        "cijfertabel": lambda: SeriesDialog(series, window),
        "cijfertabel-nieuw": lambda: SeriesDialog(None, window),
        "fout": lambda: CrashDialog(ValueError("x"), window),
        "oude-stap": lambda: OldStepDialog(step, window),
    }
    for name, make in made.items():
        studio.take_dialog(f"venster-{name}", partial(_ask, make))


def _ask(make: Callable[[], QDialog]) -> None:
    dialog = make()
    dialog.exec()
    dialog.deleteLater()
