"""A widget that is shown before it stands anywhere is a window of its own for a moment."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.journal.entry import Author
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.about import AboutDialog
from prestatie_desktop.ui.dialogs.crash import CrashDialog
from prestatie_desktop.ui.dialogs.dossier_details import DossierDetailsDialog
from prestatie_desktop.ui.dialogs.go_to import GoToDialog
from prestatie_desktop.ui.dialogs.lists import ListsDialog
from prestatie_desktop.ui.dialogs.moment import MomentDialog
from prestatie_desktop.ui.dialogs.new_dossier import NewDossierDialog
from prestatie_desktop.ui.dialogs.sentence import SentenceDialog
from prestatie_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from prestatie_desktop.ui.dialogs.who import WhoDialog
from prestatie_desktop.ui.rooms.parties.room import PartiesRoom
from prestatie_desktop.ui.settings import RecentFile
from prestatie_desktop.ui.start_screen import StartScreen


class _Windows(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def _start(desk: Desk) -> StartScreen:
    desk.settings.remember(RecentFile(desk.notes.path, "Heerlen", "Concept", "?"))
    return StartScreen(desk.settings)


@pytest.mark.parametrize(
    "make",
    [
        _start,
        PartiesRoom,
        DossierDetailsDialog,
        ListsDialog,
        lambda desk: GoToDialog(desk.dossier),
        lambda _: AboutDialog(),
        lambda _: CrashDialog(ValueError("x")),
        lambda _: MomentDialog(),
        lambda _: NewDossierDialog(),
        lambda _: SentenceDialog("Dat kan niet."),
        lambda _: ShortcutsDialog((("Help", "Sneltoetsen", "F1"),)),
        lambda _: WhoDialog(Author("S. Voorbeeld")),
    ],
)
def test_nothing_is_shown_but_the_window_itself(
    qtbot: QtBot, qapp: QApplication, desk: Desk, make: Callable[[Desk], QWidget]
) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    try:
        made = make(desk)
        qtbot.addWidget(made)
        made.show()
        QApplication.processEvents()
    finally:
        qapp.removeEventFilter(windows)
    assert windows.shown == [type(made).__name__]
