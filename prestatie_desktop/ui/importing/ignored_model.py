"""What was left out, as a list: each rule, and under it its lines verbatim."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from prestatie_desktop.ui.importing.ignored import Ignored
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.words.importing import rule_name

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class IgnoredModel(QAbstractListModel):
    """Rules in bold, with how many lines; then where each line stands and what it says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, bool]] = []

    def show(self, ignored: tuple[Ignored, ...]) -> None:
        """Show another reading."""
        self.beginResetModel()
        self._lines = []
        for one in ignored:
            self._lines.append((f"{rule_name(one.rule.value)}  {len(one.lines)}", True))
            self._lines += [
                (f"{line.where}   {' '.join(line.text.split())}", False) for line in one.lines
            ]
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The words; all of them as a tooltip."""
        text, is_rule = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.FontRole:
            return theme().font("ui", QFont.Weight.DemiBold if is_rule else QFont.Weight.Normal)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour("ink" if is_rule else "ink2")
        return None
