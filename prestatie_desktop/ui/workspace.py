"""One open dossier: header, rail, rooms, status bar and toast."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.header import Header
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.rooms.registry import RoomDefinition, rooms
from prestatie_desktop.ui.rooms.room import Room
from prestatie_desktop.ui.status_bar import StatusBar
from prestatie_desktop.ui.widgets.rail import Rail
from prestatie_desktop.ui.widgets.toast import Toast

#: Narrower than this (at 100 % text) the rail shows its icons above their words.
_NARROW = 1_100


class Workspace(QWidget):
    """Places the parts of an open dossier and passes wishes between them."""

    #: Another room is in front.
    room_changed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        file_name: str,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.rail = Rail()
        self.header = Header(desk, actions)
        self._definitions = {definition.key: definition for definition in rooms()}
        self._rooms: dict[str, Room] = {}
        self._stack = QStackedWidget()
        for definition in self._definitions.values():
            if definition.on_rail:
                self.rail.add_room(definition.key, definition.glyph, definition.word)
        self._arrange(StatusBar(desk, file_name))
        self._toast = Toast(self)
        self._told: Id = ""
        self._toast.acted.connect(self._take_back)
        self.rail.chosen.connect(self.show_room)
        desk.room_wanted.connect(self.show_room)
        desk.item_wanted.connect(self.show_item)
        desk.happened.connect(self._say)
        desk.bridge.refused.connect(self._refuse)
        desk.bridge.committed.connect(self._on_committed)
        desk.signing_changed.connect(self._refresh_counts)
        self._refresh_counts()
        follow(self._restyle)

    def room(self, key: str) -> Room:
        """A room, made when it is first asked for."""
        if key not in self._rooms:
            room = self._definitions[key].make(self.desk)
            self._rooms[key] = room
            self._stack.addWidget(room)
        return self._rooms[key]

    def current_room(self) -> str:
        """The key of the room in front."""
        current = self._stack.currentWidget()
        return next((key for key, room in self._rooms.items() if room is current), "")

    def show_room(self, key: str) -> None:
        """Bring a room to the front; "print:bod" asks the room for one of its sides."""
        key, _, side = key.partition(":")
        self.desk.bridge.flush()
        room = self.room(key)
        if side:
            room.show_side(side)
        self._stack.setCurrentWidget(room)
        self.rail.set_current(key)
        room.take_focus()
        self.room_changed.emit(key)

    def show_item(self, item_id: Id) -> None:
        """Show an item in the room where it stands, the present room first."""
        order = [key for key in (self.current_room(), *self._definitions) if key]
        for key in dict.fromkeys(order):
            if self.room(key).show_item(item_id):
                self.show_room(key)
                return

    def close_dossier(self) -> None:
        """Commit what was typed and let go of the dossier."""
        self.desk.bridge.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a narrow rail."""
        super().resizeEvent(event)
        self._restyle()

    def _arrange(self, status: StatusBar) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(middle, 1)
        whole.addWidget(status)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _say(self, text: str, undoable: bool) -> None:
        self._told = self.desk.bridge.session.head if undoable else ""
        self._toast.say(text, action=None if undoable else "")

    def _take_back(self) -> None:
        # What was being typed meanwhile is a later step; it is not what the message told of.
        self.desk.bridge.flush()
        if self.desk.bridge.session.head == self._told:
            self.desk.bridge.undo()

    def _refuse(self, sentence: str) -> None:
        self._toast.say(sentence, action="", glyph="alert-outline")

    def _on_committed(self, _entry: Entry) -> None:
        if self._told:
            # Its "Ongedaan maken" would take back this step instead of the one it tells of.
            self._told = ""
            self._toast.dismiss()
        self._refresh_counts(signing=False)

    def _refresh_counts(self, *, signing: bool = True) -> None:
        for definition in self._definitions.values():
            if definition.on_rail and (signing or definition.key != "signing"):
                count, meaning = definition.count(self.desk)
                self.rail.set_count(definition.key, count, meaning)

    def _restyle(self) -> None:
        self.rail.set_narrow(self.width() < theme().px(_NARROW))


def room_words() -> tuple[RoomDefinition, ...]:
    """The rooms that stand on the rail, for the menu."""
    return tuple(definition for definition in rooms() if definition.on_rail)
