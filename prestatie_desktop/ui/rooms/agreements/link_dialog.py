"""Which agreement a piece of text points to: found by number, heading or words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.numbering import number_key
from prestatie_desktop.domain.richtext import first_sentence
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Field
from prestatie_desktop.words.translation import tr

#: More are not shown; one types on.
_SHOWN = 60


class LinkDialog(Dialog):
    """Search as you type; Up and Down choose, Enter takes."""

    def __init__(self, dossier: Dossier, besides: Id, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Verwijzing invoegen"),
            tr("De verwijzing toont altijd het nummer dat de afspraak dan heeft."),
            parent=parent,
        )
        self._dossier, self._besides = dossier, besides
        self._search = _SearchField(hint=tr("Nummer, kopje of woorden"), name=tr("Afspraak zoeken"))
        self._found = QListWidget()
        self._found.setAccessibleName(tr("Gevonden afspraken"))
        self._found.setMinimumHeight(theme().px(240))
        self._found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.add(self._search, self._found)
        self.add_cancel()
        self._take = self.add_button(tr("Invoegen"), default=True)
        self._search.textChanged.connect(self._fill)
        self._search.stepped.connect(self._step)
        self._found.itemDoubleClicked.connect(self.accept)
        self._fill("")
        self._search.setFocus()

    def chosen(self) -> Id:
        """The agreement in the line chosen; empty when nothing was found."""
        if self._found.currentRow() < 0:
            return ""
        return str(self._found.currentItem().data(Qt.ItemDataRole.UserRole))

    def _fill(self, text: str) -> None:
        self._found.clear()
        for agreement in found(self._dossier, text, self._besides):
            begin = agreement.heading or first_sentence(agreement.text, 90)
            item = QListWidgetItem(f"{agreement.number}   {begin}")
            item.setToolTip(begin)
            item.setData(Qt.ItemDataRole.UserRole, agreement.id)
            self._found.addItem(item)
        self._found.setCurrentRow(0)
        self._take.setEnabled(self._found.count() > 0)

    def _step(self, way: int) -> None:
        row = self._found.currentRow() + way
        if 0 <= row < self._found.count():
            self._found.setCurrentRow(row)


def found(dossier: Dossier, text: str, besides: Id = "") -> list[Agreement]:
    """The agreements whose number begins so, or that hold these words; the nearest first."""
    wanted = text.strip().lower()
    key = number_key(wanted)
    exact: list[Agreement] = []
    begins: list[Agreement] = []
    holds: list[Agreement] = []
    for one in (a for t in dossier.themes for a in dossier.agreements_of(t.id)):
        if one.id == besides:
            continue
        if wanted and number_key(one.number) == key:
            exact.append(one)
        elif one.number.lower().startswith(wanted):
            begins.append(one)
        elif len(holds) < _SHOWN and (wanted in one.heading.lower() or wanted in one.text.lower()):
            holds.append(one)
        if len(begins) > _SHOWN:
            break
    return [*exact, *begins, *holds][:_SHOWN]


class _SearchField(Field):
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down are for the list."""
        way = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(way)


def ask_link(parent: QWidget, dossier: Dossier, besides: Id) -> Id:
    """The agreement to point to; empty when it was called off."""
    dialog = LinkDialog(dossier, besides, parent)
    answered = dialog.exec()
    dialog.deleteLater()
    return dialog.chosen() if answered else ""
