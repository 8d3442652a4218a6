"""The menu bar, from left to right."""

from typing import TYPE_CHECKING

from prestatie_desktop.ui.actions import MenuDefinition
from prestatie_desktop.ui.menus.dossier import dossier_menu
from prestatie_desktop.ui.menus.editing import edit_menu
from prestatie_desktop.ui.menus.file import file_menu
from prestatie_desktop.ui.menus.help import help_menu
from prestatie_desktop.ui.menus.inserting import insert_menu
from prestatie_desktop.ui.menus.view import view_menu

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def menus(window: "MainWindow") -> tuple[MenuDefinition, ...]:
    """Every menu of the window."""
    return (
        file_menu(window),
        edit_menu(window),
        insert_menu(window),
        view_menu(window),
        dossier_menu(window),
        help_menu(window),
    )
