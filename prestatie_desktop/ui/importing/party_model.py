"""The names of a source as a table in which one chooses who they are."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.domain.party import PartyGroup
from prestatie_desktop.importing.decisions import Action, Decisions, Resolution
from prestatie_desktop.importing.reading import FoundGroup
from prestatie_desktop.ui.importing.deciding import know_party, resolve_each, unresolve
from prestatie_desktop.ui.importing.fates import TO_CHECK
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.party_rows import (
    PartyRow,
    Sort,
    choice_now,
    choices_of,
    chosen,
    party_rows,
    said_of,
)
from prestatie_desktop.ui.widgets.cells import PLAIN, CellLook, CellRole
from prestatie_desktop.words.translation import tr

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_NEW = "new"
NAME, WHAT, WITH, KNOWN = range(4)


class PartyModel(QAbstractTableModel):
    """Name, what it is, members or whom it speaks for, and which party of the dossier it is."""

    def __init__(self, desk: ImportDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: list[PartyRow] = []
        self._all: list[PartyRow] = []
        self.only_to_check = False
        self._known: dict[str, str] = {}
        self.refresh()

    @property
    def to_check(self) -> int:
        """How many names are to be looked at."""
        return sum(row.to_check for row in self._all)

    @property
    def count(self) -> int:
        """How many names there are."""
        return len(self._all)

    def refresh(self) -> None:
        """Take over another reading; the cursor stays where rows stay the same."""
        self._all = party_rows(self._desk.reading, self._desk.decisions)
        rows = [row for row in self._all if row.to_check or not self.only_to_check]
        plan = self._desk.worked.plan
        self._known = (
            {match.part.key: match.entity_label for match in plan.matches if match.entity_id}
            if self._desk.dossier is not None
            else {}
        )
        if [row.name for row in rows] == [row.name for row in self.rows]:
            self.rows = rows
            if rows:
                last = self.index(len(rows) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def filter(self, *, only_to_check: bool) -> None:
        """Show every name, or those to look at."""
        self.only_to_check = only_to_check
        self.refresh()

    def row_named(self, name: str) -> int:
        """Where a name stands; -1 when it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.name == name), -1)

    def decide(self, row: PartyRow, choice: str) -> None:
        """Say what a name is."""
        decisions = chosen(row, choice, self._desk.decisions)
        self._desk.decide(said_of(row, choice, self._desk.reading), decisions)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many names are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """One more when there is a dossier to find parties in."""
        return 0 if parent.isValid() else 4 if self._desk.dossier is not None else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return (
                tr("Naam in de bron"), tr("Wat het is"), tr("Leden, of huurders van"),
                tr("In dit dossier"),
            )[section]  # fmt: skip
        return None

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        """What stands in a cell, and what there is to choose from."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        if role in (_DISPLAY, _EDIT):
            return self._value(row, column, as_key=role == _EDIT)
        if role == CellRole.LOOK:
            return _look(row, column)
        if role == CellRole.CHOICES:
            return self._choices(row, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (str(self._value(row, column, as_key=False)), *row.reasons)
            return ". ".join(filter(None, said))
        return None

    def setData(self, index: _Index, value: object, role: int = _EDIT) -> bool:
        """Say what a name is, or which party of the dossier."""
        row, choice = self.rows[index.row()], str(value or "")
        if role != _EDIT or choice == self._value(row, index.column(), as_key=True):
            return False
        if index.column() == WHAT:
            self.decide(row, choice)
        else:
            words = dict(self._choices(row, KNOWN)).get(choice, "")
            self._desk.decide(f"{row.name}: {words}", self._knowing(row, choice))
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What can be chosen can be edited."""
        flags = super().flags(index)
        row = self.rows[index.row()]
        return flags | Qt.ItemFlag.ItemIsEditable if self._choices(row, index.column()) else flags

    def _value(self, row: PartyRow, column: int, *, as_key: bool) -> str:
        if column == NAME:
            return row.name
        if column == WITH:
            return ", ".join(_with(row))
        key = choice_now(row) if column == WHAT else self._known_key(row)
        return key if as_key else dict(self._choices(row, column)).get(key, "")

    def _choices(self, row: PartyRow, column: int) -> list[tuple[str, str]]:
        if column == WHAT:
            return choices_of(row, self._desk.reading)
        if column == KNOWN and row.part is not None and self._desk.dossier is not None:
            return self._known_choices(row)
        return []

    def _known_choices(self, row: PartyRow) -> list[tuple[str, str]]:
        assert row.part is not None
        assert self._desk.dossier is not None
        groups, parties = self._desk.dossier.all(PartyGroup), self._desk.dossier.parties
        is_group = isinstance(row.part, FoundGroup)
        there = [(one.id, one.name) for one in (groups if is_group else parties)]
        proposed = self._known.get(row.part.key) or tr("nieuw")
        return [
            ("", tr("{who} (voorstel)").format(who=proposed)),
            (_NEW, tr("Nieuw in het dossier")),
            *there,
        ]

    def _known_key(self, row: PartyRow) -> str:
        decisions = self._desk.decisions
        said = decisions.resolutions.get(row.part.key) if row.part is not None else None
        if said is not None and said.action is Action.ADD:
            return _NEW
        return decisions.known_parties.get(row.name, "")

    def _knowing(self, row: PartyRow, choice: str) -> Decisions:
        assert row.part is not None
        known = know_party(self._desk.decisions, row.name, "" if choice == _NEW else choice)
        if choice == _NEW:
            return resolve_each(known, {row.part.key: Resolution(Action.ADD)})
        return unresolve(known, (row.part.key,))


def _with(row: PartyRow) -> tuple[str, ...]:
    if row.part is None:
        return ()
    return row.part.members if isinstance(row.part, FoundGroup) else row.part.represents


def _look(row: PartyRow, column: int) -> CellLook:
    if column != NAME:
        return PLAIN
    second = "  ·  ".join(row.reasons)
    if row.sort is Sort.SPELLING:
        return CellLook(second=second, glyph="subdirectory-arrow-right", soft=not row.to_check,
                        tone="warn" if row.to_check else None)  # fmt: skip
    if row.sort is Sort.NOBODY:
        return CellLook(glyph="account-remove-outline", soft=True)
    if row.to_check:
        return CellLook(second=second, glyph=TO_CHECK.glyph, tone="warn")
    return CellLook(glyph=_GLYPHS[row.sort])


_GLYPHS = {Sort.PARTY: "account-outline", Sort.GROUP: "account-group-outline"}
