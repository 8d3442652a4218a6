"""Dossier: what it is about, its lists, and the moments of the round."""

from typing import TYPE_CHECKING

from prestatie_desktop.ui.actions import ActionDefinition, MenuDefinition
from prestatie_desktop.ui.menus.inserting import in_room
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def dossier_menu(window: "MainWindow") -> MenuDefinition:
    """Dossier."""
    act = ActionDefinition
    return (
        tr("&Dossier"),
        (
            act(key="details", text=tr("&Gegevens van het dossier…"), do=lambda: details(window)),
            act(key="lists", text=tr("&Lijsten en tabellen…"), do=lambda: lists(window)),
            act(
                key="edit_theme",
                text=tr("&Thema wijzigen…"),
                do=lambda: in_room(window, "agreements", "edit_theme"),
            ),
            act(
                key="renumber",
                text=tr("Afspraken &hernummeren…"),
                do=lambda: in_room(window, "agreements", "renumber"),
            ),
            None,
            act(
                key="adopt",
                text=tr("&Vaststellen…"),
                do=lambda: in_room(window, "signing", "adopt"),
            ),
            act(
                key="register",
                text=tr("&Ondertekening vastleggen…"),
                do=lambda: in_room(window, "signing", "register_signature"),
            ),
            act(
                key="submit_bod",
                text=tr("&Bod indienen…"),
                do=lambda: in_room(window, "bod", "submit"),
            ),
        ),
    )


def details(window: "MainWindow") -> None:
    """Change title, years, framework and base document."""
    from prestatie_desktop.ui.dialogs.dossier_details import DossierDetailsDialog

    assert window.workspace is not None
    DossierDetailsDialog(window.workspace.desk, window).exec()


def lists(window: "MainWindow") -> None:
    """Change the dossier's own lists."""
    from prestatie_desktop.ui.dialogs.lists import ListsDialog

    assert window.workspace is not None
    ListsDialog(window.workspace.desk, window).exec()
