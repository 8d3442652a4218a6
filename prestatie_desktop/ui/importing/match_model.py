"""What happens with each part in the dossier that is open, as a list."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.importing.decisions import Action
from prestatie_desktop.importing.matching_values import Match
from prestatie_desktop.ui.importing.actions_look import ACTIONS
from prestatie_desktop.ui.importing.said import number_of, sort_of, title_of
from prestatie_desktop.words.importing import match_reason

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

#: Which matches are shown, by the key of a filter.
FILTERS: dict[str, Callable[[Match], bool]] = {
    "all": lambda _: True,
    "choose": lambda match: match.differs,
    **{
        action.value: lambda match, action=action: match.action is action  # type: ignore[misc]
        for action in Action
    },
}


class MatchModel(QAbstractListModel):
    """All of them, or those with one outcome."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matches: list[Match] = []
        self.which = "all"
        self._all: tuple[Match, ...] = ()

    def show(self, matches: tuple[Match, ...]) -> None:
        """Show another plan; the list stays as it is while the same parts are in it."""
        self._all = matches
        self._refill()

    def filter(self, which: str) -> None:
        """Show others."""
        self.which = which
        self._refill()

    def count(self, which: str) -> int:
        """How many there are of a filter."""
        return sum(map(FILTERS[which], self._all))

    def row_of(self, part: str) -> int:
        """Where a part stands; -1 when it is not shown."""
        return next((at for at, one in enumerate(self.matches) if one.part.key == part), -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self.matches)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """A match in words."""
        if not 0 <= index.row() < len(self.matches):
            return None
        match = self.matches[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return match_title(match)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = (sort_of(match.part), title_of(match.part), ACTIONS[match.action].word)
            return ". ".join(filter(None, (*said, match_words(match))))
        return None

    def _refill(self) -> None:
        shown = [match for match in self._all if FILTERS[self.which](match)]
        same = [one.part.key for one in shown] == [one.part.key for one in self.matches]
        if same:
            self.matches = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self.matches = shown
        self.endResetModel()


def match_title(match: Match) -> str:
    """What comes from the source."""
    return f"{number_of(match.part)} {title_of(match.part)}".strip()


def match_words(match: Match) -> str:
    """Over what it goes, and why: "1.7 Nieuwbouw in Kerkveld (zelfde nummer)"."""
    why = match_reason(match.reason.value)
    return f"{match.entity_label}  ·  {why}" if match.entity_label else why
