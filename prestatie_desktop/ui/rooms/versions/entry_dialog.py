"""One line of the journal with its words in redline."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.journal.steps import StepLine
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.models.entry_differences import (
    described,
    entry_of,
    full_changes,
    places_in,
)
from prestatie_desktop.ui.panels.changes import ChangesView
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.words.actions import sentence
from prestatie_desktop.words.dates import long_moment
from prestatie_desktop.words.translation import tr


class EntryDialog(Dialog):
    """What was done, by whom and when, and every field it changed."""

    def __init__(self, desk: Desk, line: StepLine, parent: QWidget | None = None) -> None:
        who = ", ".join(filter(None, [line.author.person, line.author.organisation]))
        about = f"{long_moment(line.at)}, {who}" if who else long_moment(line.at)
        title = sentence(line.action, line.args, line.mode)
        super().__init__(title, about, width=720, parent=parent)
        store, dossier = desk.bridge.session.store, desk.dossier
        entry = entry_of(store, line.entry_id, line.step)
        changes = full_changes(store, dossier, entry) if entry else ()
        places = places_in(changes)
        self.changes = ChangesView()
        self.changes.show_changes(
            list(places),
            lambda place: described(dossier, place, places[place]),
            nothing=tr("Een moment met een naam; er is niets gewijzigd"),
        )
        self.add(self.changes)
        self.add_button(tr("Sluiten"), default=True)
