"""What every room of the window is: a widget that knows when it is looked at."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk


class Room(QWidget):
    """A room shows one side of the dossier.

    A subclass redraws in `refresh`, and judges in `concerns` whether an entry is about it. While
    it is hidden it only remembers that it is stale.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        desk.bridge.committed.connect(self._on_committed)

    def refresh(self) -> None:
        """Draw everything from the dossier as it is now."""

    def entry_committed(self, _entry: Entry) -> None:
        """An entry came in while the room is visible; by default everything is drawn again."""
        self.refresh()

    def show_item(self, _item_id: Id) -> bool:
        """Bring an item into view; False when it is not shown in this room."""
        return False

    def show_side(self, _side: str) -> None:
        """Show one of the sides a room may have ("signatures" of the print room)."""

    def is_busy(self) -> bool:
        """Whether something it shows is still being made beside the window."""
        return False

    def take_focus(self) -> None:
        """Put the keyboard where work in this room begins: its proxy, or its first field."""
        if self.focusProxy() is not None:
            self.setFocus()
            return
        field = self.nextInFocusChain()
        while field is not None and field is not self:
            if _takes_keys(field, self):
                field.setFocus()
                return
            field = field.nextInFocusChain()

    def flush(self) -> None:
        """Commit what is being typed here."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while it was hidden."""
        if self._stale:
            self._stale = False
            self.refresh()
        super().showEvent(event)

    def _on_committed(self, entry: Entry) -> None:
        if self.isVisible():
            self.entry_committed(entry)
        else:
            self._stale = True


def _takes_keys(field: QWidget, room: QWidget) -> bool:
    by_tab = field.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and field.isVisible() and room.isAncestorOf(field)
