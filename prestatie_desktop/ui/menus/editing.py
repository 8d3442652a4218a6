"""Bewerken: undo, redo, find."""

from typing import TYPE_CHECKING

from prestatie_desktop.ui.actions import ActionDefinition, MenuDefinition
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def edit_menu(window: "MainWindow") -> MenuDefinition:
    """Bewerken."""
    act = ActionDefinition
    return (
        tr("Be&werken"),
        (
            act(
                key="undo",
                text=tr("Ongedaan maken"),
                shortcuts=("Ctrl+Z",),
                do=lambda: undo(window),
            ),
            act(
                key="redo",
                text=tr("Opnieuw"),
                shortcuts=("Ctrl+Y", "Ctrl+Shift+Z"),
                do=lambda: redo(window),
            ),
            None,
            act(
                key="find",
                text=tr("&Zoeken in het dossier"),
                shortcuts=("Ctrl+F",),
                do=lambda: find(window),
            ),
            act(
                key="go_to",
                text=tr("&Ga naar nummer…"),
                shortcuts=("Ctrl+G",),
                do=lambda: go_to_number(window),
            ),
            act(
                key="next_open",
                text=tr("&Volgend open punt"),
                shortcuts=("F8",),
                do=lambda: next_open(window),
            ),
        ),
    )


def undo(window: "MainWindow") -> None:
    """Take back the last step; one from before this window was opened is named first."""
    from prestatie_desktop.ui.dialogs.old_step import may_undo

    assert window.workspace is not None
    bridge = window.workspace.desk.bridge
    bridge.flush()
    if may_undo(window, bridge.session):
        bridge.undo()


def redo(window: "MainWindow") -> None:
    """Do the last undone step again."""
    assert window.workspace is not None
    window.workspace.desk.bridge.redo()


def find(window: "MainWindow") -> None:
    """Put the cursor in the search box."""
    assert window.workspace is not None
    box = window.workspace.header.find_box
    box.setFocus()
    box.selectAll()


def go_to_number(window: "MainWindow") -> None:
    """Ask a number and show that agreement."""
    from prestatie_desktop.ui.dialogs.go_to import ask_agreement

    assert window.workspace is not None
    agreement = ask_agreement(window, window.workspace.desk.dossier)
    if agreement is not None:
        window.workspace.show_item(agreement.id)


def next_open(window: "MainWindow") -> None:
    """Show the next agreement with an open point."""
    from prestatie_desktop.domain.progress import next_open as next_open_agreement

    assert window.workspace is not None
    desk = window.workspace.desk
    agreement = next_open_agreement(desk.dossier, desk.chosen_item)
    if agreement is None:
        desk.happened.emit(tr("Er zijn geen open punten meer."), False)
        return
    window.workspace.show_room("agreements")
    window.workspace.show_item(agreement.id)
