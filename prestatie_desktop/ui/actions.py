"""The menu: every action of the window with its words, its key and what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDefinition:
    """One line of a menu."""

    key: str
    text: str
    shortcuts: tuple[str, ...] = ()
    do: Callable[[], object]
    #: Whether it only makes sense with a dossier open.
    needs_dossier: bool = True
    checkable: bool = False


#: A menu: its word, and its lines; None is a dividing line.
MenuDefinition = tuple[str, tuple[ActionDefinition | None, ...]]


def fill_menus(window: QMainWindow, menus: tuple[MenuDefinition, ...]) -> dict[str, QAction]:
    """Make the menu bar; returns the actions by key."""
    made: dict[str, QAction] = {}
    for word, lines in menus:
        menu: QMenu = window.menuBar().addMenu(word)
        menu.setToolTipsVisible(True)
        for line in lines:
            if line is None:
                menu.addSeparator()
            else:
                made[line.key] = _action(window, menu, line)
    return made


def _action(window: QMainWindow, menu: QMenu, line: ActionDefinition) -> QAction:
    action = QAction(line.text, window)
    action.setObjectName(line.key)
    action.setShortcuts([QKeySequence(shortcut) for shortcut in line.shortcuts])
    action.setCheckable(line.checkable)
    action.triggered.connect(lambda _checked=False: line.do())
    menu.addAction(action)
    return action


def shortcut_lines(menus: tuple[MenuDefinition, ...]) -> tuple[tuple[str, str, str], ...]:
    """For the shortcut sheet: menu, what it does, its keys as people write them."""
    return tuple(
        (
            word.replace("&", ""),
            line.text.replace("&", "").rstrip("…"),
            ", ".join(dutch_keys(shortcut) for shortcut in line.shortcuts),
        )
        for word, lines in menus
        for line in lines
        if line is not None and line.shortcuts
    )


def dutch_keys(shortcut: str) -> str:
    """A key as it is printed on Dutch keyboards' stickers: "Ctrl+Shift+Z"."""
    for english, dutch in (("Return", "Enter"), ("Del", "Delete")):
        shortcut = shortcut.replace(english, dutch)
    return shortcut
