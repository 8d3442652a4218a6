"""A table whose cells are edited in place: what its sorts share, from pasting to sorting."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.session import Act
from prestatie_desktop.ui.bridge import Bridge
from prestatie_desktop.ui.models.tsv import Block
from prestatie_desktop.ui.widgets.cells import CellLook, CellRole
from prestatie_desktop.words.translation import tr

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
#: Compared as whole numbers: at a hundred thousand rows an enum's comparison is felt.
_DISPLAY, _EDIT, _TIP, _ALIGN = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
    )
)
_LOOK = int(CellRole.LOOK)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

#: Cells by what they are, as (row id, column key, text).
Cells = Sequence[tuple[Id, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterLine:
    """A row under the table that adds up."""

    label: str
    second: str = ""
    #: Text per column key.
    figures: Mapping[str, str] = field(default_factory=dict)
    #: What the figures do not say; stands after the last figure where there is room.
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column."""

    key: str
    title: str
    width: int
    right: bool = False
    editable: bool = True


class Grid(QAbstractTableModel):
    """Rows known by id, columns known by key; every change is one act of the journal.

    Sorting changes the order in which rows are seen, never the order they have.
    """

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.heads: tuple[Head, ...] = ()
        self.ids: list[Id] = []
        #: How many rows are shown; the rest is folded away.
        self.limit = 0
        #: The column sorted on and whether from high to low; "" for the rows' own order.
        self.sorted_on: tuple[str, bool] = ("", False)
        #: Whether a cell is being written by this table itself.
        self.writing = False
        self._row_of: dict[Id, int] = {}
        bridge.committed.connect(self._on_committed)

    # What a sort of table says

    @abstractmethod
    def load(self) -> tuple[tuple[Head, ...], Iterable[Id]]:
        """Columns, and rows in their own order."""

    @abstractmethod
    def concerns(self, entry: Entry) -> tuple[bool, Sequence[Id]]:
        """Whether an entry changes which rows or columns there are; else the rows it changed."""

    @abstractmethod
    def shown(self, row_id: Id, key: str) -> str:
        """The text of a cell."""

    @abstractmethod
    def raw(self, row_id: Id, key: str) -> str:
        """The text of a cell as it is edited and copied."""

    @abstractmethod
    def look(self, row_id: Id, key: str) -> CellLook:
        """How a cell looks."""

    @abstractmethod
    def sort_key(self, row_id: Id, key: str) -> Any:
        """What to sort on; None for what comes last."""

    @abstractmethod
    def act_for(
        self, dossier: Dossier, cells: Cells, new: Sequence[Mapping[str, str]], action: str
    ) -> Act:
        """The act that writes cells and adds rows. Raises UserError for what cannot be read."""

    @abstractmethod
    def act_remove(self, dossier: Dossier, row_ids: Sequence[Id]) -> Act:
        """The act that takes rows out."""

    @abstractmethod
    def act_move(self, dossier: Dossier, row_id: Id, position: int) -> Act:
        """The act that puts a row at a position among the rows shown in their own order."""

    def tip(self, _row_id: Id, _key: str) -> str:
        """What a cell says on hovering, beside what is cut off."""
        return ""

    def suggestions(self, _row_id: Id, _key: str) -> tuple[str, ...]:
        """What to choose from while typing."""
        return ()

    def reading(self, _row_id: Id, _key: str, _text: str) -> str:
        """How what is typed will be read; "" where there is nothing to say."""
        return ""

    def readings(self, _row_id: Id, _key: str) -> tuple[Quantity, ...]:
        """What else a cell can mean."""
        return ()

    def confirm(self, _row_id: Id, _key: str, _reading: Quantity) -> None:
        """Say how a cell is meant."""

    def typed(self, _row_id: Id, _key: str, text: str) -> str:
        """What a person meant with a few letters of a suggestion."""
        return text

    def footer(self) -> tuple[FooterLine, ...]:
        """The rows that add up."""
        return ()

    def new_row(self) -> Mapping[str, str]:
        """What a row that is added begins with."""
        return {}

    # Rows and columns

    def reload(self) -> None:
        """Read rows and columns anew; rows stay where they were, new ones come at the end."""
        self.beginResetModel()
        self.heads, ids = self.load()
        self.ids = list(ids)
        key, _ = self.sorted_on
        if key and any(head.key == key for head in self.heads):
            place, last = self._row_of, len(self._row_of)
            self.ids.sort(key=lambda row_id: place.get(row_id, last))
        else:
            self.sorted_on = ("", False)
        self._number()
        self.endResetModel()

    def set_limit(self, limit: int) -> None:
        """Show only the first rows; 0 shows all."""
        if limit != self.limit:
            self.beginResetModel()
            self.limit = limit
            self.endResetModel()

    def row_of(self, row_id: Id) -> int:
        """Where a row is seen; -1 when it is not."""
        at = self._row_of.get(row_id, -1)
        return at if at < self.rowCount() else -1

    def column_of(self, key: str) -> int:
        """Where a column stands; -1 when it is not shown."""
        return next((at for at, head in enumerate(self.heads) if head.key == key), -1)

    def sort_on(self, key: str, *, down: bool = False) -> None:
        """Sort the rows as they are seen; "" is their own order."""
        self.sorted_on = (key, down)
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        where = [(self.ids[index.row()], index.column()) for index in held]
        _, own = self.load()
        self.ids = list(own)
        if key:
            keys = {row_id: self.sort_key(row_id, key) for row_id in self.ids}
            known = [row_id for row_id in self.ids if keys[row_id] is not None]
            rest = [row_id for row_id in self.ids if keys[row_id] is None]
            known.sort(key=lambda row_id: keys[row_id], reverse=down)
            self.ids = known + rest
        self._number()
        moved = [self.index(self._row_of[row_id], column) for row_id, column in where]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self.heads) - 1))

    def cycle_sort(self, key: str) -> None:
        """From low to high, from high to low, and back to the rows' own order."""
        now, down = self.sorted_on
        if now != key:
            self.sort_on(key)
        else:
            self.sort_on("" if down else key, down=not down)

    # Edits

    def write(self, cells: Cells, action: str, new: Sequence[Mapping[str, str]] = ()) -> bool:
        """Write cells and add rows as one step; False when nothing changed."""
        if not cells and not new:
            return False
        self.writing = True
        try:
            return self.bridge.do(self.act_for, cells, new, action) is not None
        finally:
            self.writing = False

    def paste(self, top: int, left: int, block: Block, spread: Sequence[tuple[int, int]]) -> bool:
        """Put a block of cells at a place; a single cell fills all of `spread`.

        Rows that do not fit are added. Nothing is done when a part of it cannot be.
        """
        if len(block) == 1 and len(block[0]) == 1 and len(spread) > 1:
            return self._fill(spread, block[0][0], "paste_cells")
        wide = max((len(row) for row in block), default=0)
        heads = self.heads[left : left + wide]
        if len(heads) < wide:
            self.bridge.refused.emit(
                tr(
                    "Er zijn {wide} kolommen gekopieerd, maar vanaf deze cel zijn er {room}; "
                    "er is niets geplakt."
                ).format(wide=wide, room=len(heads))
            )
            return False
        if not self._may_write(heads):
            return False
        rows = [{head.key: text for head, text in zip(heads, row, strict=False)} for row in block]
        held = len(self.ids) - top
        cells = [
            (self.ids[top + at], key, text)
            for at, row in enumerate(rows[:held])
            for key, text in row.items()
        ]
        new = [{**self.new_row(), **row} for row in rows[held:]]
        return self.write(cells, "paste_cells", new)

    def clear(self, cells: Sequence[tuple[int, int]]) -> bool:
        """Make cells empty."""
        return self._fill(cells, "", "clear_cells")

    def fill_down(self, cells: Sequence[tuple[int, int]]) -> bool:
        """Give each chosen cell what stands in the topmost chosen one of its column."""
        columns = sorted({column for _, column in cells})
        if not self._may_write([self.heads[column] for column in columns]):
            return False
        written = []
        for column in columns:
            rows = sorted(row for row, at in cells if at == column)
            first = rows[0] - 1 if len(rows) == 1 and rows[0] > 0 else rows[0]
            key = self.heads[column].key
            text = self.raw(self.ids[first], key)
            written += [(self.ids[row], key, text) for row in rows if row != first]
        return self.write(written, "fill_down")

    def add_row(self) -> Id:
        """Add a row at the end; returns its id, "" when that was refused."""
        before = set(self.ids)
        self.bridge.do(self.act_for, (), [self.new_row()], "add_row")
        return next((row_id for row_id in self.ids if row_id not in before), "")

    def remove(self, rows: Sequence[int]) -> Entry | None:
        """Take rows out, in one step."""
        ids = [self.ids[row] for row in sorted(set(rows))]
        return self.bridge.do(self.act_remove, ids) if ids else None

    def move(self, row: int, by: int) -> bool:
        """Move a row up or down in the table's own order."""
        if self.sorted_on[0]:
            self.bridge.refused.emit(
                tr(
                    "De rijen zijn gesorteerd; kies eerst ‘Eigen volgorde’ om ze te verplaatsen. "
                    "Er is niets gewijzigd."
                )
            )
            return False
        to = row + by
        if not 0 <= to < len(self.ids):
            return False
        return self.bridge.do(self.act_move, self.ids[row], to) is not None

    def _fill(self, cells: Sequence[tuple[int, int]], text: str, action: str) -> bool:
        heads = [self.heads[column] for column in {column for _, column in cells}]
        if not self._may_write(heads):
            return False
        return self.write(
            [(self.ids[row], self.heads[column].key, text) for row, column in cells], action
        )

    def _may_write(self, heads: Sequence[Head]) -> bool:
        fixed = next((head for head in heads if not head.editable), None)
        if fixed is not None:
            self.bridge.refused.emit(
                tr(
                    "De kolom {title} wordt berekend en is niet te wijzigen; er is niets gewijzigd."
                ).format(title=fixed.title)
            )
        return fixed is None

    # Qt

    def rowCount(self, parent: Index = _TOP) -> int:
        """The rows that are shown."""
        if parent.isValid():
            return 0
        return min(self.limit, len(self.ids)) if self.limit else len(self.ids)

    def columnCount(self, parent: Index = _TOP) -> int:
        """The columns that are shown."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = 0) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        row_id, key = self.ids[index.row()], self.heads[index.column()].key
        if role == _DISPLAY:
            return self.shown(row_id, key)
        if role == _LOOK:
            return self.look(row_id, key)
        if role == _EDIT:
            return self.raw(row_id, key)
        if role == _TIP:
            return self.tip(row_id, key) or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The head of a column, with an arrow when the table is sorted on it."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.heads):
            return None
        head = self.heads[section]
        if role == _DISPLAY:
            key, down = self.sorted_on
            arrow = ("  ↓" if down else "  ↑") if key == head.key else ""
            return head.title + arrow
        if role == _ALIGN:
            return _RIGHT if head.right else _LEFT
        return None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Keep what was typed in a cell."""
        if role != _EDIT or not index.isValid():
            return False
        row_id, key = self.ids[index.row()], self.heads[index.column()].key
        text = self.typed(row_id, key, str(value))
        if text == self.raw(row_id, key):
            return False
        return self.write([(row_id, key, text)], "set_commitment")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.heads[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _on_committed(self, entry: Entry) -> None:
        anew, rows = self.concerns(entry)
        if anew:
            self.reload()
            return
        last = len(self.heads) - 1
        for row_id in rows:
            at = self.row_of(row_id)
            if at >= 0 and last >= 0:
                self.dataChanged.emit(self.index(at, 0), self.index(at, last))

    def _number(self) -> None:
        self._row_of = {row_id: at for at, row_id in enumerate(self.ids)}
