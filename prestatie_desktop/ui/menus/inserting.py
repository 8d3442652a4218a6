"""Invoegen: new things in the dossier."""

from functools import partial
from typing import TYPE_CHECKING

from prestatie_desktop.ui.actions import ActionDefinition, MenuDefinition
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def insert_menu(window: "MainWindow") -> MenuDefinition:
    """Invoegen."""
    act = ActionDefinition
    lines = (
        ("add_agreement", tr("&Afspraak"), ("Ctrl+Return",), "agreements", "add_agreement"),
        ("add_theme", tr("&Thema…"), (), "agreements", "add_theme"),
        ("add_text_part", tr("Te&kstdeel…"), (), "agreements", "add_text_part"),
        ("add_party", tr("&Partij…"), (), "parties", "add_party"),
        ("add_group", tr("&Groep van partijen…"), (), "parties", "add_group"),
    )
    return (
        tr("&Invoegen"),
        tuple(
            act(
                key=key,
                text=text,
                shortcuts=shortcuts,
                do=partial(in_room, window, room, method),
            )
            for key, text, shortcuts, room, method in lines
        ),
    )


def in_room(window: "MainWindow", room: str, method: str) -> None:
    """Show a room and do something there."""
    assert window.workspace is not None
    window.workspace.show_room(room)
    getattr(window.workspace.room(room), method)()
