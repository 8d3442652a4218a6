"""Beeld: rooms, size of the text, light or dark."""

from functools import partial
from typing import TYPE_CHECKING

from prestatie_desktop.ui.actions import ActionDefinition, MenuDefinition
from prestatie_desktop.ui.look.theme import Appearance
from prestatie_desktop.ui.menus.inserting import in_room
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow

_STEP = 0.1


def view_menu(window: "MainWindow") -> MenuDefinition:
    """Beeld."""
    from prestatie_desktop.ui.workspace import room_words

    act = ActionDefinition
    rooms = tuple(
        act(
            key=f"room_{definition.key}",
            text=definition.word,
            shortcuts=(f"Ctrl+{place}",),
            do=partial(show_room, window, definition.key),
        )
        for place, definition in enumerate(room_words(), start=1)
    )
    return (
        tr("Bee&ld"),
        (
            *rooms,
            None,
            act(
                key="inspector",
                text=tr("&Details van de afspraak"),
                shortcuts=("F4",),
                do=lambda: in_room(window, "agreements", "toggle_inspector"),
            ),
            None,
            act(
                key="larger",
                text=tr("Tekst &groter"),
                shortcuts=("Ctrl++", "Ctrl+="),
                do=lambda: scale(window, window.theme.scale + _STEP),
                needs_dossier=False,
            ),
            act(
                key="smaller",
                text=tr("Tekst &kleiner"),
                shortcuts=("Ctrl+-",),
                do=lambda: scale(window, window.theme.scale - _STEP),
                needs_dossier=False,
            ),
            act(
                key="normal_size",
                text=tr("Tekst &100 %"),
                shortcuts=("Ctrl+0",),
                do=lambda: scale(window, 1.0),
                needs_dossier=False,
            ),
            None,
            *(
                act(
                    key=f"appearance_{appearance.value}",
                    text=text,
                    do=partial(appear, window, appearance),
                    needs_dossier=False,
                    checkable=True,
                )
                for appearance, text in (
                    (Appearance.SYSTEM, tr("Licht of donker: &volgt systeem")),
                    (Appearance.LIGHT, tr("&Licht")),
                    (Appearance.DARK, tr("D&onker")),
                )
            ),
            None,
            act(
                key="full_screen",
                text=tr("Volledig &scherm"),
                shortcuts=("F11",),
                do=lambda: full_screen(window),
                needs_dossier=False,
            ),
        ),
    )


def show_room(window: "MainWindow", key: str) -> None:
    """Bring a room to the front and remember it."""
    assert window.workspace is not None
    window.workspace.show_room(key)


def scale(window: "MainWindow", size: float) -> None:
    """Set the size of the text."""
    window.theme.set_scale(round(size, 1))
    window.settings.text_scale = window.theme.scale


def appear(window: "MainWindow", appearance: Appearance) -> None:
    """Light, dark or as the system says."""
    window.theme.set_appearance(appearance)
    window.settings.appearance = appearance.value
    for other in Appearance:
        window.menu_actions[f"appearance_{other.value}"].setChecked(other is appearance)


def full_screen(window: "MainWindow") -> None:
    """Fill the screen, or go back."""
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()
