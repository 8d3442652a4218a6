"""What was handed in, beside what is agreed now."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from prestatie_desktop.domain.bod_overview import agreed, counted, offer, overview, rows_of
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.ui.widgets.cells import CellLook, CellRole
from prestatie_desktop.words.cells import short_quantity, short_total
from prestatie_desktop.words.quantities import format_number
from prestatie_desktop.words.translation import tr

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A row as it was handed in, as it is agreed now, and what that differs."""

    name: str
    before: str
    now: str
    apart: str = ""
    is_total: bool = False


def compared(frozen: Dossier, present: Dossier, party_id: Id) -> list[ComparedLine]:
    """Kind by kind: the total, then every row of a project that was handed in or came later."""
    lines: list[ComparedLine] = []
    for kind in frozen.all(CommitmentKind):
        before = {row.id: row for row in rows_of(frozen, kind.id, party_id)}
        now = {row.id: row for row in rows_of(present, kind.id, party_id)}
        if not before and not now:
            continue
        if kind.form is KindForm.PROJECT:
            lines.append(_total(kind, list(before.values()), list(now.values()), present))
        else:
            lines.append(ComparedLine(kind.label, "", "", is_total=True))
        lines += [_row(before.get(row_id), now.get(row_id)) for row_id in {**before, **now}]
    return lines


def _total(
    kind: CommitmentKind, before: Sequence[Commitment], now: Sequence[Commitment], present: Dossier
) -> ComparedLine:
    offered = overview(kind, before, present.set.years).offered
    present_total = overview(kind, now, present.set.years).agreed
    return ComparedLine(
        kind.label,
        short_total(offered),
        short_total(present_total),
        _apart(offered.value, present_total.value),
        is_total=True,
    )


def _row(before: Commitment | None, now: Commitment | None) -> ComparedLine:
    some = before or now
    assert some is not None
    was = short_quantity(offer(before)) if before else "–"
    is_ = short_quantity(agreed(now)) if now else "–"
    if before is None:
        apart = tr("nieuw")
    elif now is None:
        apart = tr("vervallen")
    else:
        apart = _apart(counted(offer(before)), counted(agreed(now)))
        apart = apart or (tr("anders") if was != is_ else "")
    return ComparedLine(some.location, was or "–", is_ or "–", apart)


def _apart(before: Decimal | None, now: Decimal | None) -> str:
    if before is None or now is None or before == now:
        return ""
    words = tr("{count} minder") if now < before else tr("{count} meer")
    return words.format(count=format_number(abs(now - before)))


class ComparedModel(QAbstractTableModel):
    """The lines as a table to read."""

    def __init__(self, lines: list[ComparedLine], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._heads = (tr("Onderdeel"), tr("Ingediend"), tr("Nu afgesproken"), tr("Verschil"))

    def rowCount(self, parent: Index = _TOP) -> int:
        """The lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        """What, before, now, and what differs."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = 0) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        text = (line.name, line.before, line.now, line.apart)[index.column()]
        if role == int(Qt.ItemDataRole.DisplayRole):
            return text
        if role == int(CellRole.LOOK):
            return CellLook(right=index.column() > 0, total=line.is_total, soft=text == "–")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The head of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == int(Qt.ItemDataRole.DisplayRole):
            return self._heads[section]
        if role == int(Qt.ItemDataRole.TextAlignmentRole) and section > 0:
            return _RIGHT
        return None
