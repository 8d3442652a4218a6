"""The rows of the matrix: themes that fold, tables that open, and the items themselves."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item, find_item

#: The heading above the tables that stand outside any theme.
OUTSIDE: Id = "outside"


class RowKind(IntEnum):
    """What a row stands for."""

    THEME = 0
    #: A table of commitments, as one line.
    TABLE = 1
    ITEM = 2


class Row(NamedTuple):
    """One row: a theme, a table or an item, by its id, and the theme it stands under."""

    kind: RowKind
    id: Id
    theme_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChoice:
    """Which rows a person wants to see."""

    #: One theme, or "" for all.
    theme_id: Id = ""
    #: The items that pass the filters; None lets all pass.
    only: Container[Id] | None = None
    #: Whether tables show their rows without being opened.
    tables_open: bool = False
    folded_themes: frozenset[Id] = frozenset()
    open_tables: frozenset[Id] = frozenset()


def rows_of(dossier: Dossier, choice: RowChoice) -> list[Row]:
    """The rows in reading order: per theme its tables, then its agreements."""
    rows: list[Row] = []
    for theme_id, kinds in _themes(dossier):
        if choice.theme_id in ("", theme_id):
            rows += _theme_rows(dossier, choice, theme_id, kinds)
    return rows


def items_of(dossier: Dossier, row: Row) -> tuple[Item, ...]:
    """The items a row stands for; none for a theme, whose rule is its own."""
    if row.kind is RowKind.TABLE:
        return dossier.of(Commitment, "kind_id", row.id)
    if row.kind is RowKind.THEME:
        return ()
    item = find_item(dossier, row.id)
    return (item,) if item is not None else ()


def table_of(dossier: Dossier, item_id: Id) -> Id:
    """The table an item is a row of; "" for an agreement."""
    commitment = dossier.find(Commitment, item_id)
    return commitment.kind_id if commitment else ""


def _themes(dossier: Dossier) -> Iterator[tuple[Id, list[CommitmentKind]]]:
    known = {theme.id for theme in dossier.themes}
    tables: dict[Id, list[CommitmentKind]] = {}
    for kind in dossier.all(CommitmentKind):
        tables.setdefault(kind.theme_id if kind.theme_id in known else OUTSIDE, []).append(kind)
    for theme in dossier.themes:
        yield theme.id, tables.get(theme.id, [])
    if OUTSIDE in tables:
        yield OUTSIDE, tables[OUTSIDE]


def _theme_rows(
    dossier: Dossier, choice: RowChoice, theme_id: Id, kinds: list[CommitmentKind]
) -> list[Row]:
    inside: list[Row] = []
    for kind in kinds:
        shown = _passing(dossier.of(Commitment, "kind_id", kind.id), choice, theme_id)
        if shown:
            inside.append(Row(RowKind.TABLE, kind.id, theme_id))
            if choice.tables_open or kind.id in choice.open_tables:
                inside += shown
    inside += _passing(dossier.agreements_of(theme_id), choice, theme_id)
    if not inside and (choice.only is not None or theme_id == OUTSIDE):
        return []
    heading = Row(RowKind.THEME, theme_id, theme_id)
    return [heading] if theme_id in choice.folded_themes else [heading, *inside]


def _passing(items: tuple[Item, ...], choice: RowChoice, theme_id: Id) -> list[Row]:
    only = choice.only
    if only is None:
        return [Row(RowKind.ITEM, item.id, theme_id) for item in items]
    return [Row(RowKind.ITEM, item.id, theme_id) for item in items if item.id in only]
