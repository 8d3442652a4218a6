"""The dossier's own lists: its tables, and the classes its rows choose from."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.choice import ChoiceList
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.fitting import fit
from prestatie_desktop.ui.dialogs.list_models import ChoicesModel, KindsModel, ListModel
from prestatie_desktop.ui.dialogs.problem import Problem, refusals
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Field
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice
from prestatie_desktop.ui.widgets.layouts import row
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.toast import Toast
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_KINDS = "kinds"


class ListsDialog(Dialog):
    """One list at a time, changed in place; every change is one step to undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Lijsten en tabellen"), width=560, parent=parent)
        self._desk = desk
        self._which = ChipChoice()
        names: list[tuple[str, str, str | None]] = [(_KINDS, tr("Tabellen"), None)]
        names += [(which.value, label(which), None) for which in ChoiceList]
        self._which.set_choices(names, _KINDS)
        self._about = Text(colour="ink2", wrap=True)
        self._table = Table(name=tr("Lijst"))
        self._table.setMinimumHeight(theme().px(150))
        self._table.setSelectionBehavior(Table.SelectionBehavior.SelectItems)
        self._new = _AddField(name=tr("Naam van wat erbij komt"))
        self._add = Button(tr("Toevoegen"), "plus")
        self._remove = Button(tr("Verwijderen"), "trash-can-outline")
        self._problem = Problem()
        self.add(self._which, self._about, self._table, self._problem)
        line = row(self._new, self._add, self._remove)
        self.add(line)
        self.add_button(tr("Sluiten"), default=True)
        self._toast = Toast(self, above_bottom=70)
        self._toast.acted.connect(desk.bridge.undo)
        self._model: ListModel = KindsModel(desk, self._table)
        self._connect()
        self._show(_KINDS)
        fit(self, 820, 600)
        self._table.setFocus()

    def _connect(self) -> None:
        self._which.chosen.connect(self._show)
        self._add.clicked.connect(self._add_new)
        self._new.entered.connect(self._add_new)
        self._new.textEdited.connect(lambda _: self._problem.clear(self._new))
        self._remove.clicked.connect(self._remove_current)
        self._table.clear_asked.connect(self._remove_current)
        self._desk.bridge.committed.connect(self._on_committed)
        self.finished.connect(self._leave)

    def _show(self, key: str) -> None:
        self._problem.clear()
        old = self._model
        if key == _KINDS:
            self._model = KindsModel(self._desk, self._table)
        else:
            self._model = ChoicesModel(self._desk, ChoiceList(key), self._table)
        self._model.refused.connect(lambda why: self._problem.show_at(None, why))
        self._table.setModel(self._model)
        self._table.set_columns(self._model.widths, stretch=self._model.stretch)
        self._table.setAccessibleName(self._model.name)
        self._about.set_text(self._model.about)
        self._new.setPlaceholderText(self._model.hint)
        old.deleteLater()
        self._select(0)

    def _add_new(self) -> None:
        self._problem.clear()
        with refusals(self._desk.bridge) as heard:
            added = self._model.add(self._new.text())
        if added:
            self._new.clear()
            self._select(self._model.rowCount() - 1)
        elif heard:
            self._problem.show_at(self._new, heard[0])
        self._new.setFocus()

    def _remove_current(self) -> None:
        self._problem.clear()
        at = self._table.currentIndex().row()
        if not 0 <= at < self._model.rowCount():
            return
        told = self._model.removal_words(at)
        with refusals(self._desk.bridge) as heard:
            removed = self._model.remove(at)
        if removed:
            self._toast.say(told, key="")
            self._select(min(at, self._model.rowCount() - 1))
        elif heard:
            self._problem.show_at(None, heard[0])

    def _select(self, at: int) -> None:
        index: QModelIndex = self._model.index(at, 0)
        if index.isValid():
            self._table.setCurrentIndex(index)
        self._remove.setEnabled(index.isValid())

    def _on_committed(self, _entry: Entry) -> None:
        at = self._table.currentIndex()
        self._model.refresh()
        back = self._model.index(min(at.row(), self._model.rowCount() - 1), at.column())
        if back.isValid():
            self._table.setCurrentIndex(back)
        self._remove.setEnabled(self._model.rowCount() > 0)

    def _leave(self) -> None:
        self._desk.bridge.committed.disconnect(self._on_committed)


class _AddField(Field):
    """Enter adds, and does not close the dialog."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
