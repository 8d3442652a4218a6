"""The agreements of one theme as a list: identities only, everything else is read from the dossier."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.richtext import first_sentence
from prestatie_desktop.words.labels import label

#: What a dragged agreement is called; its data is the id.
MIME = "application/x-prestatie-afspraak"
ID_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class AgreementModel(QAbstractListModel):
    """The agreements of a theme that pass the filter, in order."""

    def __init__(self, dossier: Callable[[], Dossier], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._ids: list[Id] = []
        self._rows: dict[Id, int] = {}

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self._dossier()

    @property
    def ids(self) -> Sequence[Id]:
        """The agreements shown."""
        return self._ids

    def all(self) -> Iterator[Agreement]:
        """The agreements shown, in order."""
        dossier = self._dossier()
        return (dossier.get(Agreement, agreement_id) for agreement_id in self._ids)

    def row_of(self, agreement_id: Id) -> int:
        """The row of an agreement, -1 when it is not shown."""
        return self._rows.get(agreement_id, -1)

    def agreement(self, row: int) -> Agreement | None:
        """The agreement in a row."""
        if 0 <= row < len(self._ids):
            return self._dossier().find(Agreement, self._ids[row])
        return None

    def show(self, ids: Iterable[Id]) -> None:
        """Show other agreements altogether."""
        self.beginResetModel()
        self._take(list(ids))
        self.endResetModel()

    def follow(self, ids: Sequence[Id]) -> None:
        """Come to show these agreements with as small a change as there is."""
        new, old = list(ids), self._ids
        if new == old:
            return
        first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
        first = min(len(old), len(new)) if first is None else first
        nowhere = QModelIndex()
        if len(new) == len(old) + 1 and old[first:] == new[first + 1 :]:
            self.beginInsertRows(nowhere, first, first)
            self._take(new)
            self.endInsertRows()
        elif len(new) == len(old) - 1 and old[first + 1 :] == new[first:]:
            self.beginRemoveRows(nowhere, first, first)
            self._take(new)
            self.endRemoveRows()
        elif len(new) == len(old) and (move := _one_move(old, new, first)):
            row, to = move
            self.beginMoveRows(nowhere, row, row, nowhere, to + 1 if to > row else to)
            self._take(new)
            self.endMoveRows()
        else:
            self.show(new)

    def touch(self, ids: Iterable[Id]) -> None:
        """These agreements read otherwise now."""
        for agreement_id in ids:
            row = self.row_of(agreement_id)
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader says, and the id."""
        agreement = self.agreement(index.row()) if index.isValid() else None
        if agreement is None:
            return None
        if role == ID_ROLE:
            return agreement.id
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            begin = agreement.heading or first_sentence(agreement.text, 200)
            return f"{agreement.number} {begin} ({label(agreement.status)})"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Everything can be chosen and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        """What can be dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged agreement."""
        data = QMimeData()
        data.setData(MIME, "\n".join(str(i.data(ID_ROLE)) for i in indexes).encode())
        return data

    def _take(self, ids: list[Id]) -> None:
        self._ids = ids
        self._rows = {agreement_id: row for row, agreement_id in enumerate(ids)}


def _one_move(old: list[Id], new: list[Id], first: int) -> tuple[int, int] | None:
    """From where to where one row moved, or None when it was more than that."""
    there = new.index(old[first]) if old[first] in new else -1
    for row, to in ((first, there), (old.index(new[first]) if new[first] in old else -1, first)):
        if row < 0 or to < 0:
            continue
        moved = [*old]
        moved.insert(to, moved.pop(row))
        if moved == new:
            return row, to
    return None
