"""Help: keys, who works here, about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from prestatie_desktop.ui.actions import ActionDefinition, MenuDefinition, shortcut_lines
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def help_menu(window: "MainWindow") -> MenuDefinition:
    """Help."""
    act = ActionDefinition
    return (
        tr("&Help"),
        (
            act(
                key="shortcuts",
                text=tr("&Sneltoetsen"),
                shortcuts=("F1", "Ctrl+/"),
                do=lambda: shortcuts(window),
                needs_dossier=False,
            ),
            act(
                key="who",
                text=tr("&Naam en organisatie…"),
                do=lambda: who(window),
                needs_dossier=False,
            ),
            None,
            act(
                key="log_folder",
                text=tr("&Logmap openen"),
                do=open_log_folder,
                needs_dossier=False,
            ),
            act(
                key="about",
                text=tr("&Over Prestatie Desktop"),
                do=lambda: about(window),
                needs_dossier=False,
            ),
        ),
    )


def shortcuts(window: "MainWindow") -> None:
    """All keys on one sheet."""
    from prestatie_desktop.ui.dialogs.shortcuts import ShortcutsDialog

    ShortcutsDialog(shortcut_lines(window.menus), window).exec()


def who(window: "MainWindow") -> None:
    """Ask who works here; the next entries of the journal carry that name."""
    from prestatie_desktop.ui.dialogs.who import WhoDialog

    dialog = WhoDialog(window.settings.author, window)
    if dialog.exec():
        window.settings.author = dialog.author()
        if window.file is not None:
            window.file.session.author = dialog.author()
        window.start.refresh()


def about(window: "MainWindow") -> None:
    """Versions, licences and where the log is."""
    from prestatie_desktop.ui.dialogs.about import AboutDialog

    AboutDialog(window).exec()


def open_log_folder() -> None:
    """Show the folder of the log in the system's file manager."""
    from prestatie_desktop.paths import user_log

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(user_log())))
