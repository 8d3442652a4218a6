"""Which row of a workbook is which thing: by what it kept, by what it shows, by its name.

People sort columns apart, copy a row to make a new one, and take hidden columns out. So what a row
keeps is only believed of the row that shows what it showed, before it is believed of any other.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.richtext import LINK_ID
from prestatie_desktop.importing.own_workbook_cells import as_shown
from prestatie_desktop.importing.own_workbook_file import HIDDEN, Table, TypedRow, wrong
from prestatie_desktop.words.translation import tr
from prestatie_desktop.words.workbook.forms import Column, Form, Sheet
from prestatie_desktop.words.workbook.keeping import Exact, from_text, seen
from prestatie_desktop.words.workbook.sheets import EXACT, ID
from prestatie_desktop.words.workbook.showing import Shown, View, shown
from prestatie_desktop.words.workbook.texts import folded

_Seen = frozenset[tuple[str, str]]
_Name = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A row, what it keeps, and the thing of the dossier that it is."""

    sheet: Sheet
    row: TypedRow
    #: By the key of a column, of every column that the sheet still has.
    cells: dict[str, Shown]
    #: The id it had where it was exported; "" for a row that is new.
    old_id: Id = ""
    exact: Exact | None = None
    #: A copy of another row: new, with the layout of the old one.
    is_copy: bool = False
    #: The id it has in the dossier.
    id: Id = ""
    existing: Entity | None = None
    #: Whether it was found by its name, not by its id.
    by_name: bool = False

    def is_as_it_was(self, key: str) -> bool:
        """Whether a cell shows what it showed when it was exported."""
        cell = self.cells.get(key, "")
        kept = self.exact.seen.get(key, "") if self.exact else None
        return kept == ("" if cell == "" else seen(cell))

    def address(self, key: str) -> str:
        """Where a cell is, or the row where nothing was typed."""
        typed = self.row.cells.get(key)
        return typed.address if typed else tr("in rij {row}").format(row=self.row.at)


#: Which thing of the dossier a name or a kept id in a row stands for; None when that is not clear.
Pointing = Callable[[Match, Column], Id | None]


def matches(table: Table, view: View, pointing: Pointing) -> tuple[Match, ...]:
    """Every row of a sheet, with the thing of the dossier that it is, or with an id of its own."""
    rows = [row for row in (_read(table, typed) for typed in table.rows) if not _is_blank(row)]
    return tuple(_found(table, _claimed(rows), view, pointing))


def _read(table: Table, row: TypedRow) -> Match:
    cells = {
        column.key: as_shown(table.sheet, column, row.cells.get(column.key))
        for column in table.columns
        if column.key not in HIDDEN
    }
    read = Match(sheet=table.sheet, row=row, cells=cells, old_id=_id(row))
    return replace(read, exact=_exact(read))


def _shows_nothing(row: Match) -> bool:
    return not any(str(cell).strip() for cell in row.cells.values())


def _is_blank(row: Match) -> bool:
    """Whether a row was emptied, or never filled in; some things show nothing by themselves."""
    return _shows_nothing(row) and (row.exact is None or _now(row) != _then(row, row.exact))


def _id(row: TypedRow) -> Id:
    typed = row.cells.get(ID)
    text = "" if typed is None else str(typed.value).strip()
    return text if re.fullmatch(LINK_ID, text) else ""


def _exact(row: Match) -> Exact | None:
    typed = row.row.cells.get(EXACT)
    if typed is None:
        return None
    try:
        return from_text(str(typed.value))
    except ValueError as error:
        if _shows_nothing(row):
            return None
        what = tr(
            "wat hier verborgen staat is beschadigd; maak deze cel leeg of maak een nieuwe export"
        )
        raise wrong(row.sheet, typed.address, what) from error


def _claimed(rows: Sequence[Match]) -> list[Match]:
    """The rows, each with what was kept of the thing it is; a copy has no id any more."""
    mine: list[Match | None] = [None] * len(rows)
    taken: set[Id] = set()
    # First those that show what they showed.
    for at, row in enumerate(rows):
        is_taken = row.old_id in taken
        if row.exact and row.old_id and not is_taken and _now(row) == _then(row, row.exact):
            mine[at] = row
            taken.add(row.old_id)
    elsewhere = _by_what_they_showed(row for at, row in enumerate(rows) if mine[at] is None)
    # Then those that show what another row showed: sorted without the hidden columns.
    for at, row in enumerate(rows):
        other = elsewhere.get(_now(row)) if mine[at] is None else None
        if other is not None and other.old_id not in taken:
            mine[at] = replace(row, old_id=other.old_id, exact=other.exact)
            taken.add(other.old_id)
    for at, row in enumerate(rows):
        if mine[at] is None:
            is_copy = row.old_id in taken
            mine[at] = replace(row, old_id="", is_copy=True) if is_copy else row
            taken.update(filter(None, [row.old_id]))
    return [row for row in mine if row is not None]


def _now(row: Match) -> _Seen:
    return frozenset((key, seen(cell)) for key, cell in row.cells.items() if cell != "")


def _then(row: Match, exact: Exact) -> _Seen:
    return frozenset((key, kept) for key, kept in exact.seen.items() if key in row.cells)


def _by_what_they_showed(rows: Iterable[Match]) -> dict[_Seen, Match]:
    found: dict[_Seen, Match] = {}
    for row in rows:
        if row.exact and row.old_id:
            found.setdefault(_then(row, row.exact), row)
    return found


def _found(table: Table, rows: Sequence[Match], view: View, pointing: Pointing) -> Iterator[Match]:
    """The rows with the things of the dossier they are: by id, then by name."""
    sheet, dossier = table.sheet, view.dossier
    taken = {row.old_id for row in rows if dossier.find(sheet.sort, row.old_id)}
    named = _by_name(sheet, view, taken)
    for row in rows:
        existing: Entity | None = dossier.find(sheet.sort, row.old_id)
        if existing is not None:
            yield replace(row, id=existing.id, existing=existing)
            continue
        existing = _first(named.get(_name(row, pointing), []), taken)
        if existing is not None:
            taken.add(existing.id)
            yield replace(row, id=existing.id, existing=existing, by_name=True)
            continue
        yield replace(row, id=row.old_id or new_id())


def _by_name(sheet: Sheet, view: View, taken: set[Id]) -> dict[_Name, list[Entity]]:
    found: dict[_Name, list[Entity]] = defaultdict(list)
    for thing in view.dossier.all(sheet.sort):
        if thing.id not in taken:
            found[tuple(_name_of(sheet, view, thing))].append(thing)
    if sheet.sort is Party:
        for party in view.dossier.parties:
            for name in (party.legal_name, *party.aliases):
                found[folded(name),].append(party)
    # Nothing is known by a name that is blank; the one set of agreements is known without any.
    return {name: things for name, things in found.items() if any(name) or not name}


def _first(things: Iterable[Entity], taken: set[Id]) -> Entity | None:
    return next((thing for thing in things if thing.id not in taken), None)


def _name_of(sheet: Sheet, view: View, thing: Entity) -> Iterator[str]:
    for key in sheet.known_by:
        column = sheet.column(key)
        points = column.form is Form.ONE
        yield getattr(thing, key) if points else folded(str(shown(view, column, thing)))


def _name(row: Match, pointing: Pointing) -> _Name:
    columns = map(row.sheet.column, row.sheet.known_by)
    return tuple(_word(row, column, pointing) for column in columns)


def _word(row: Match, column: Column, pointing: Pointing) -> str:
    text = folded(str(row.cells.get(column.key, "")))
    if column.form is not Form.ONE or not text:
        return text
    return pointing(row, column) or f"?{text}"
