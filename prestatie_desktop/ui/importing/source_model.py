"""The rows of a source for a list, all of them or some."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.importing.reading import Account, Fate
from prestatie_desktop.importing.source import Piece
from prestatie_desktop.ui.importing.fates import FATES
from prestatie_desktop.ui.importing.source_rows import SourceRow, SourceRows, fate_of

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_LONGEST = 400


class SourceModel(QAbstractListModel):
    """Which rows are shown, and what became of each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: SourceRows | None = None
        self.accounts: Mapping[int, Account] = {}
        self._shown: Sequence[int] = ()

    def show(
        self,
        rows: SourceRows,
        accounts: Mapping[int, Account],
        shown: Sequence[int] | None = None,
    ) -> None:
        """Show these rows of a source, or all; nothing moves while they stay the same."""
        wanted = range(len(rows)) if shown is None else shown
        if rows is self.rows and (wanted is self._shown or list(wanted) == list(self._shown)):
            self.accounts = accounts
            if wanted:
                self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
            return
        self.beginResetModel()
        self.rows, self.accounts, self._shown = rows, accounts, wanted
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._shown)

    def source_row(self, row: int) -> SourceRow:
        """What stands on a row."""
        assert self.rows is not None
        return self.rows.row(self._shown[row])

    def place(self, row: int) -> int:
        """Its place among all rows of the source."""
        return self._shown[row]

    def row_at(self, place: int) -> int:
        """The row that shows this place of the source; -1 when it is not shown."""
        if isinstance(self._shown, range):
            return place if place in self._shown else -1
        try:
            return self._shown.index(place)
        except ValueError:
            return -1

    def length(self, row: int) -> int:
        """How long it is, roughly."""
        assert self.rows is not None
        return self.rows.length(self._shown[row])

    def fate(self, pieces: Sequence[Piece]) -> Fate | None:
        """What became of these pieces."""
        return fate_of(pieces, self.accounts)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The words of a row, and the same for who cannot see its bar."""
        if not 0 <= index.row() < len(self._shown):
            return None
        row = self.source_row(index.row())
        text = " ".join(row.text.split())[:_LONGEST]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            fate = self.fate(row.pieces)
            return ". ".join(filter(None, (text, FATES[fate].word if fate else "", row.where)))
        return None
