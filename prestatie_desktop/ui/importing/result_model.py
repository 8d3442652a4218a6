"""What was recognised, as lines of a list."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.ui.importing.fates import sureness
from prestatie_desktop.ui.importing.result_tree import Head, ResultLine, lines_of
from prestatie_desktop.ui.importing.said import (
    beside,
    number_of,
    reasons_of,
    sort_of,
    title_of,
)
from prestatie_desktop.words.translation import tr

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class ResultModel(QAbstractListModel):
    """All parts, or those to check, with headings that fold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ResultLine] = []
        self._heads: list[Head] = []
        self._rows: dict[str, int] = {}
        self.folded: set[str] = set()
        self.only_to_check = False

    def show(self, heads: list[Head]) -> None:
        """Show another reading."""
        self._heads = heads
        self._refill()

    def filter(self, *, only_to_check: bool) -> None:
        """Show everything, or only what is to be checked."""
        if only_to_check != self.only_to_check:
            self.only_to_check = only_to_check
            self._refill()

    def fold(self, key: str, *, fold: bool) -> None:
        """Fold a heading, or unfold it."""
        if fold != (key in self.folded):
            (self.folded.add if fold else self.folded.discard)(key)
            self._refill()

    def unfold_for(self, part: str) -> None:
        """Unfold the headings above a part."""
        if part in self._rows or not self.folded:
            return
        for head in self._heads:
            self.folded -= _path_to(head, part)
        self._refill()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def row_of(self, key: str) -> int:
        """The line of a part or heading; -1 when it is not shown."""
        return self._rows.get(key, -1)

    def next_to_check(self, after: int, step: int = 1) -> int:
        """The next line with a part to check, around the end; -1 for none."""
        count = len(self.lines)
        for away in range(1, count + 1):
            row = (after + step * away) % count
            part = self.lines[row].part
            if part is not None and not part.sure:
                return row
        return -1

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The words of a line."""
        if not 0 <= index.row() < len(self.lines):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _title(self.lines[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.lines[index.row()], folded=self.folded)
        return None

    def _refill(self) -> None:
        self.beginResetModel()
        self.lines = lines_of(self._heads, folded=self.folded, only_to_check=self.only_to_check)
        self._rows = {line.key: at for at, line in enumerate(self.lines)}
        self.endResetModel()


def spoken(line: ResultLine, *, folded: set[str]) -> str:
    """A line in words."""
    said = [_title(line)]
    if isinstance(line.thing, Head):
        said.append(tr("{count} delen").format(count=line.thing.count))
        if line.thing.to_check:
            said.append(tr("{count} nakijken").format(count=line.thing.to_check))
        said.append(tr("dichtgevouwen") if line.key in folded else tr("open"))
    else:
        said = [sort_of(line.thing), title_of(line.thing), beside(line.thing)]
        said += [sureness(sure=line.thing.sure).word, *reasons_of(line.thing)]
    return ". ".join(filter(None, said))


def _title(line: ResultLine) -> str:
    if isinstance(line.thing, Head):
        number = line.thing.part.number if line.thing.part else ""
        return f"{number} {line.thing.title}".strip()
    return f"{number_of(line.thing)} {title_of(line.thing)}".strip()


def _path_to(head: Head, part: str) -> set[str]:
    for thing in head.inside:
        if isinstance(thing, Head):
            if path := _path_to(thing, part):
                return {head.key, *path}
        elif thing.key == part:
            return {head.key}
    return set()
