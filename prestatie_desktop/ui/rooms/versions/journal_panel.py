"""The journal with its filters."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.items import Item
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.history import item_refs
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.versions.entry_dialog import EntryDialog
from prestatie_desktop.ui.rooms.versions.journal_model import JournalFilter, JournalModel
from prestatie_desktop.ui.widgets.fields import Combo, SearchBox
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.words.translation import tr

_TYPING_MS = 250


class JournalPanel(QWidget):
    """Lines from the latest to the first; Enter or a double click shows what one changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = JournalModel(desk.bridge.session.store, self)
        self.table = Table(name=tr("Logboek"))
        self.table.setModel(self.model)
        self.table.set_columns([250, 120, 310], stretch=0)
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        self.search = SearchBox(
            tr("Nummer, plaats of woord"), key="", name=tr("Zoeken in het logboek")
        )
        self._person, self._organisation = Combo(), Combo()
        self._person.setAccessibleName(tr("Persoon"))
        self._organisation.setAccessibleName(tr("Organisatie"))
        for combo in (self._person, self._organisation):
            combo.setMinimumContentsLength(13)
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        bar = Row(gap=8)
        bar.addWidget(self._person)
        bar.addWidget(self._organisation)
        bar.addStretch(1)
        whole = Column(self, gap=8)
        whole.addWidget(self.search)
        whole.addLayout(bar)
        whole.addWidget(self.table, 1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.asked.connect(lambda _text: self._filter())
        self._person.currentIndexChanged.connect(lambda _at: self._filter())
        self._organisation.currentIndexChanged.connect(lambda _at: self._filter())
        self.table.opened.connect(self._open)

    def load(self) -> None:
        """Read the journal, the first time it is looked at."""
        self.model.load()
        self._fill(self._person, tr("Iedereen"), self.model.people())
        self._fill(self._organisation, tr("Alle organisaties"), self.model.organisations())

    def add(self, entry: Entry) -> None:
        """One more line."""
        self.model.add(entry)

    def words(self) -> list[str]:
        """The lines that are shown."""
        return [str(self.model.index(at, 0).data()) for at in range(self.model.rowCount())]

    def _fill(self, combo: Combo, everything: str, names: Sequence[str]) -> None:
        combo.set_choices([("", everything), *((n, n) for n in names)], combo.current_key())
        combo.setVisible(len(names) > 1)

    def _filter(self) -> None:
        self._typing.stop()
        text = self.search.text().strip()
        things = self._things(text)
        only = None
        if things:
            store = self._desk.bridge.session.store
            refs = [one for item in things for one in item_refs(store, self._desk.dossier, item)]
            only = {entry.id for entry in store.entries_about(refs)}
        self.model.set_filter(
            JournalFilter(
                person=self._person.current_key(),
                organisation=self._organisation.current_key(),
                words="" if things else text,
                only=only,
            )
        )

    def _things(self, text: str) -> list[Item]:
        """The items with this number or place; none for other words."""
        if not text:
            return []
        dossier = self._desk.dossier
        items: list[Item] = [a for a in dossier.all(Agreement) if a.number == text]
        items += [c for c in dossier.all(Commitment) if c.location.casefold() == text.casefold()]
        return items

    def _open(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            dialog = EntryDialog(self._desk, line, self.window())
            dialog.exec()
            dialog.deleteLater()
