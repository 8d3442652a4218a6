"""The rows of one kind of commitments, edited in place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from prestatie_desktop.domain.bod_overview import (
    corporations,
    counted,
    keeps_offer,
    rows_of,
)
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import groups_of
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.quantity import Quantity, Unknown, alternatives, read
from prestatie_desktop.domain.totals import total
from prestatie_desktop.journal.change import Edited
from prestatie_desktop.journal.edits import commitments
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.session import Act
from prestatie_desktop.ui.bridge import Bridge
from prestatie_desktop.ui.models.commitment_columns import Column
from prestatie_desktop.ui.models.grid import Cells, FooterLine, Grid, Head
from prestatie_desktop.ui.widgets.cells import CellLook
from prestatie_desktop.words.cells import reservation, short_total
from prestatie_desktop.words.quantities import describe, format_in
from prestatie_desktop.words.translation import tr

#: Changes of these move a row to another place or table.
_PLACING = {"rank", "kind_id", "corporation_id", "status"}
_CONFIRMED_FIELDS = ("homes", "homes_after", "offered", "amount")

Footer = Callable[[Sequence[Commitment]], tuple[FooterLine, ...]]


class CommitmentTable(Grid):
    """Projects or free promises: of everybody, or of one corporation."""

    def __init__(
        self,
        bridge: Bridge,
        kind_id: Id,
        columns: Sequence[Column],
        *,
        corporation_id: Id = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(bridge, parent)
        self.kind_id, self.corporation_id = kind_id, corporation_id
        #: Only rows in which this party has a part; "" shows all.
        self.only = ""
        #: How many rows there are without that filter.
        self.unfiltered = 0
        self.footer_of: Footer = self._plain_footer
        self._columns = {column.key: column for column in columns}
        self._footer: tuple[FooterLine, ...] | None = None
        self.reload()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns."""
        self._columns = {column.key: column for column in columns}
        self.reload()

    def set_only(self, party_id: Id) -> None:
        """Show only the rows that concern a party."""
        self.only = party_id
        self.reload()

    def rows(self) -> list[Commitment]:
        """The rows as they are seen."""
        return [self._row(row_id) for row_id in self.ids]

    # What a table says

    def load(self) -> tuple[tuple[Head, ...], Iterable[Id]]:
        """Columns, and rows in their own order."""
        self._footer = None
        heads = tuple(
            Head(
                key=column.key,
                title=column.title,
                width=column.width,
                right=column.quantity is not None,
                editable=column.editable,
            )
            for column in self._columns.values()
        )
        dossier = self.bridge.dossier
        if self.corporation_id:
            rows = rows_of(dossier, self.kind_id, self.corporation_id)
        else:
            rows = dossier.of(Commitment, "kind_id", self.kind_id)
        self.unfiltered = len(rows)
        return heads, [row.id for row in rows if self._concerns(row)]

    def concerns(self, entry: Entry) -> tuple[bool, Sequence[Id]]:
        """Whether an entry changes which rows there are; else the rows it changed."""
        changed: dict[Id, None] = {}
        for change in entry.changes:
            sort = change.ref.sort
            if sort in ("party", "choice") or (sort == "role" and self.only):
                return True, ()
            if sort != "commitment":
                continue
            if isinstance(change, Edited):
                if change.field in _PLACING and self._may_place(change):
                    return True, ()
                changed[change.ref.id] = None
            elif getattr(change.entity, "kind_id", "") == self.kind_id:
                return True, ()
        if changed:
            self._footer = None
        return False, tuple(changed)

    def shown(self, row_id: Id, key: str) -> str:
        """The text of a cell."""
        column = self._columns[key]
        return column.show(self.bridge.dossier, self._row(row_id)) or column.blank

    def raw(self, row_id: Id, key: str) -> str:
        """The text of a cell as it is edited and copied."""
        return self._columns[key].raw(self.bridge.dossier, self._row(row_id))

    def look(self, row_id: Id, key: str) -> CellLook:
        """Numbers at the right; what is unknown quiet; what was not read with a mark."""
        row, column = self._row(row_id), self._columns[key]
        second = column.second(self.bridge.dossier, row)
        if column.quantity is None:
            return CellLook(second=second)
        quantity = column.quantity(row)
        unread = quantity.unknown is Unknown.NOT_READ and not quantity.is_known
        return CellLook(
            right=True,
            second=second,
            soft=not quantity.is_known,
            glyph="help-circle-outline" if unread else None,
            tone="warn" if unread else None,
        )

    def sort_key(self, row_id: Id, key: str) -> Any:
        """Numbers by their size, words without regard to capitals; blank and unknown last."""
        row, column = self._row(row_id), self._columns[key]
        if column.quantity is not None:
            return counted(column.quantity(row))
        return column.show(self.bridge.dossier, row).casefold() or None

    def tip(self, row_id: Id, key: str) -> str:
        """The whole text, or how a number was written."""
        tip = self._columns[key].tip(self.bridge.dossier, self._row(row_id))
        return "" if tip == self.shown(row_id, key) else tip

    def suggestions(self, _row_id: Id, key: str) -> tuple[str, ...]:
        """The names or labels of a list."""
        offered = self._columns[key].suggestions
        return offered(self.bridge.dossier) if offered else ()

    def typed(self, _row_id: Id, key: str, text: str) -> str:
        """The only name that holds what was typed, where a name must be chosen."""
        offered = self.suggestions("", key)
        if not offered or key == "dwelling_type":
            return text
        wanted = " ".join(text.split()).casefold()
        found = [name for name in offered if wanted and wanted in name.casefold()]
        return found[0] if len(found) == 1 else text

    def reading(self, _row_id: Id, key: str, text: str) -> str:
        """How a number is read while it is typed."""
        column = self._columns[key]
        if column.quantity is None or not text.strip():
            return ""
        read_as = read(text, column.unit)
        words = describe(read_as) or tr("niet gelezen")
        if read_as.unknown is Unknown.NOT_READ and alternatives(text, column.unit):
            return tr("Meer dan één lezing; kies na Enter")
        return tr("Gelezen als: {words}").format(words=words)

    def readings(self, row_id: Id, key: str) -> tuple[Quantity, ...]:
        """What else a number can mean."""
        column = self._columns.get(key)
        if column is None or column.quantity is None or key not in _CONFIRMED_FIELDS:
            return ()
        quantity = getattr(self._row(row_id), key)
        if quantity.is_empty:
            return ()
        every = (read(quantity.raw, column.unit), *alternatives(quantity.raw, column.unit))
        return tuple(
            each
            for each in every
            if replace(each, confirmed=quantity.confirmed) != quantity
            and each.unknown is not Unknown.NOT_READ
        )

    def confirm(self, row_id: Id, key: str, reading: Quantity) -> None:
        """Say how a number is meant."""
        self.bridge.do(commitments.confirm_reading, row_id, key, reading)

    def footer(self) -> tuple[FooterLine, ...]:
        """What the rows add up to."""
        if self._footer is None:
            self._footer = self.footer_of(self.rows())
        return self._footer

    def new_row(self) -> Mapping[str, str]:
        """A row that is added is in the view it was added to."""
        return {}

    # Acts

    def act_for(
        self, dossier: Dossier, cells: Cells, new: Sequence[Mapping[str, str]], action: str
    ) -> Act:
        """Write cells and add rows; corporations by name, numbers as they were typed."""
        values: dict[Id, dict[str, Any]] = {}
        for row_id, key, text in cells:
            values.setdefault(row_id, {})[key] = self._stored(dossier, key, text)
        for row_id, changed in values.items():
            self._keep_offer(dossier, dossier.get(Commitment, row_id), changed)
        rows = [{key: self._stored(dossier, key, text) for key, text in row.items()} for row in new]
        owner = self.corporation_id or self._owner_of_new(dossier)
        if action == "add_row":
            return commitments.add_commitment(
                dossier, self.kind_id, corporation_id=owner, values=rows[0]
            )
        if len(values) == 1 and not rows and action == "set_commitment":
            ((row_id, changed),) = values.items()
            return commitments.set_values(dossier, row_id, changed)
        written = commitments.set_cells(dossier, values.items(), action)
        if not rows:
            return written
        added = commitments.paste_rows(dossier, self.kind_id, owner, rows)
        if not values:
            return added
        count = {"count": str(len(values) + len(rows))}
        return replace(written, args=count, changes=(*written.changes, *added.changes))

    def act_remove(self, dossier: Dossier, row_ids: Sequence[Id]) -> Act:
        """Take rows out."""
        return commitments.remove_commitments(dossier, row_ids)

    def act_move(self, dossier: Dossier, row_id: Id, position: int) -> Act:
        """Put a row where another row of this view stands."""
        siblings = [row.id for row in dossier.of(Commitment, "kind_id", self.kind_id)]
        return commitments.move_commitment(dossier, row_id, siblings.index(self.ids[position]))

    # Inside

    def _row(self, row_id: Id) -> Commitment:
        return self.bridge.dossier.get(Commitment, row_id)

    def _stored(self, dossier: Dossier, key: str, text: str) -> str:
        return self._columns[key].parse(dossier, text) if key in self._columns else text

    def _keep_offer(self, dossier: Dossier, row: Commitment, values: dict[str, Any]) -> None:
        """What was offered stays readable when the agreed number changes."""
        if "offered" in values and values["offered"].strip() == row.homes.raw.strip():
            values["offered"] = ""
        typed = str(values.get("homes", row.homes.raw))
        in_bod = bool(self.corporation_id) and "offered" in self._columns
        unchanged = typed.strip() == row.homes.raw.strip()
        if unchanged or "offered" in values or row.homes.is_empty:
            return
        if keeps_offer(dossier, row, typed) or (in_bod and row.offered.is_empty):
            values["offered"] = row.homes.raw
        elif in_bod and row.offered.raw.strip() == typed.strip():
            values["offered"] = ""

    def _owner_of_new(self, dossier: Dossier) -> Id:
        own = {party.id for party in corporations(dossier)}
        return self.only if self.only in own else ""

    def _concerns(self, row: Commitment) -> bool:
        if not self.only or row.corporation_id == self.only:
            return True
        dossier = self.bridge.dossier
        roles = dossier.roles_of(row.id)
        if not roles:
            return False
        names = {self.only, *(group.id for group in groups_of(dossier, self.only))}
        return any(role.party_id in names for role in roles)

    def _may_place(self, change: Edited) -> bool:
        row = self.bridge.dossier.find(Commitment, change.ref.id)
        if change.field == "kind_id":
            return self.kind_id in (change.old, change.new)
        if row is None or row.kind_id != self.kind_id:
            return False
        return change.field == "rank" or bool(self.corporation_id or self.only)

    def _plain_footer(self, rows: Sequence[Commitment]) -> tuple[FooterLine, ...]:
        kind = self.bridge.dossier.find(CommitmentKind, self.kind_id)
        if kind is None or len(rows) < 2 or kind.form is KindForm.FREE:
            return ()
        said = total(row.homes for row in rows)
        figures = {}
        for column in self._columns.values():
            if column.quantity is None or column.key == "homes":
                continue
            found = [each for each in map(column.quantity, rows) if not each.is_empty]
            if found:
                figures[column.key] = short_total(total(found))
        if said.value is None:
            figures["homes"] = short_total(said)
        else:
            # The words beside it say what the number does not.
            figures["homes"] = format_in(said.value, said.unit)
        return (
            FooterLine(
                label=tr("Alle {count} rijen").format(count=len(rows)),
                figures=figures,
                words=reservation(said),
            ),
        )
