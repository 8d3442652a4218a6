"""The journal as a list one can read: when, what, who; the latest first."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.steps import StepLine
from prestatie_desktop.journal.store import Store
from prestatie_desktop.ui.widgets.cells import CellLook, CellRole
from prestatie_desktop.words.actions import sentence
from prestatie_desktop.words.dates import short_moment
from prestatie_desktop.words.translation import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_LOOK = int(CellRole.LOOK)
_SOFT = CellLook(soft=True)
_QUIET = CellLook()


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFilter:
    """Which lines: of a person, of an organisation, about something."""

    person: str = ""
    organisation: str = ""
    #: Words of the sentence.
    words: str = ""
    #: The lines about one item, by the id of their entry; None for all.
    only: Container[str] | None = None

    def lets_pass(self, line: StepLine) -> bool:
        """Whether a line is shown."""
        if self.person and line.author.person != self.person:
            return False
        if self.organisation and line.author.organisation != self.organisation:
            return False
        if self.only is not None and line.entry_id not in self.only:
            return False
        words = self.words.casefold()
        return not words or words in _sentence(line).casefold()


class JournalModel(QAbstractTableModel):
    """Reads the heads of all entries once; a sentence is made when it is looked at."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._lines: list[StepLine] | None = None
        self._shown: list[StepLine] = []
        self._filter = JournalFilter()

    def load(self) -> None:
        """Read the journal, the first time it is looked at."""
        if self._lines is None:
            self._lines = list(self._store.step_lines())
            self.set_filter(self._filter)

    def set_filter(self, chosen: JournalFilter) -> None:
        """Show other lines."""
        self._filter = chosen
        if self._lines is None:
            return
        self.beginResetModel()
        self._shown = [line for line in reversed(self._lines) if chosen.lets_pass(line)]
        self.endResetModel()

    def add(self, entry: Entry) -> None:
        """One more line, at the top."""
        if self._lines is None:
            return
        line = StepLine.of(entry)
        self._lines.append(line)
        if self._filter.lets_pass(line):
            self.beginInsertRows(_ROOT, 0, 0)
            self._shown.insert(0, line)
            self.endInsertRows()

    def line(self, at: int) -> StepLine | None:
        """A line by its row."""
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def people(self) -> Sequence[str]:
        """Everyone who did something, by name."""
        return sorted({line.author.person for line in self._lines or ()} - {""})

    def organisations(self) -> Sequence[str]:
        """The organisations they did it for."""
        return sorted({line.author.organisation for line in self._lines or ()} - {""})

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """When, what and who."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return (tr("Wat"), tr("Wanneer"), tr("Wie"))[section]

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Words and their look."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            line = self._shown[index.row()]
            match index.column():
                case 0:
                    return _sentence(line)
                case 1:
                    return short_moment(line.at)
            return ", ".join(filter(None, [line.author.person, line.author.organisation]))
        if role == _LOOK:
            return _QUIET if index.column() == 0 else _SOFT
        return None


def _sentence(line: StepLine) -> str:
    return sentence(line.action, line.args, line.mode)
