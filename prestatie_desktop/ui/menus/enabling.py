"""Which lines of the menu can be used now, and what undo and redo are called."""

from typing import TYPE_CHECKING

from prestatie_desktop.words.actions import redo_name, undo_name

if TYPE_CHECKING:
    from prestatie_desktop.ui.main_window import MainWindow


def enable(window: "MainWindow") -> None:
    """Bring the menu up to date with the dossier that is open, or that none is."""
    is_open = window.file is not None
    for _, lines in window.menus:
        for line in lines:
            if line is not None:
                window.menu_actions[line.key].setEnabled(is_open or not line.needs_dossier)
    for appearance in ("system", "light", "dark"):
        action = window.menu_actions[f"appearance_{appearance}"]
        action.setChecked(window.theme.appearance.value == appearance)
    session = window.file.session if window.file else None
    undo, redo = window.menu_actions["undo"], window.menu_actions["redo"]
    if session is None:
        return
    undo.setEnabled(session.to_undo is not None)
    redo.setEnabled(session.to_redo is not None)
    for action, name in (
        (undo, undo_name(session.to_undo, session.opened_at)),
        (redo, redo_name(session.to_redo, session.opened_at)),
    ):
        action.setText(name)
        action.setToolTip(name)
