"""The user's own note to an item: on this computer only."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.errors import UserError
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.agreements.fields_section import PlainBox
from prestatie_desktop.ui.rooms.agreements.text_binding import FieldBinding
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr


class NoteSection(QWidget):
    """A box with a lock beside it; what is written here is in no dossier, copy or print."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: Id = ""
        self.box = PlainBox(tr("Alleen voor u"))
        self.box.setAccessibleName(tr("Eigen notitie"))
        promise = tr("Blijft op deze computer; gaat nooit mee.")
        self.box.setAccessibleDescription(promise)
        self._binding = FieldBinding(self.box, desk.bridge, self._write)
        self.box.left.connect(self._binding.flush)
        line = Row(gap=6)
        line.add(Pic("shield-lock-outline", "ink3", 16))
        line.addWidget(Text(promise, "small", colour="ink3", wrap=True), 1)
        whole = Column(self, gap=4)
        whole.addLayout(line)
        whole.addWidget(self.box)

    def show_item(self, item_id: Id) -> None:
        """Show the note to an item."""
        self._binding.flush()
        self._id = item_id
        self._binding.show(self._desk.notes.of(item_id))

    def _write(self, text: str) -> None:
        try:
            self._desk.notes.set(self._id, text)
        except UserError as error:
            self._desk.bridge.refused.emit(str(error))
