"""What things are called in the workbook, where one points at another."""

from collections.abc import Iterable, Iterator
from datetime import date

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.bod import BodText
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import PartyGroup
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.words.items import item_name
from prestatie_desktop.words.legal import legal_bod
from prestatie_desktop.words.workbook.sheets import EXACT, FIGURES, ID
from prestatie_desktop.words.workbook.texts import folded, is_continued, visible

#: Units as they stand in a column of their own.
UNITS = {
    "homes": "woningen",
    "units": "vhe",
    "persons": "personen",
    "euro": "euro",
    "percent": "procent",
    "": "geen",
}


def names(dossier: Dossier) -> dict[Id, str]:
    """What everything that can be pointed at is called."""
    found = {party.id: party.name for party in dossier.parties}
    found.update((group.id, group.name) for group in dossier.all(PartyGroup))
    found.update((theme.id, theme_name(theme)) for theme in dossier.themes)
    found.update((one.id, one.number) for one in dossier.all(Agreement))
    found.update(_told_apart(dossier, dossier.all(CommitmentKind), "label"))
    found.update(_told_apart(dossier, dossier.all(Series), "title"))
    found.update((row.id, item_name(dossier, row.id)) for row in dossier.all(Commitment))
    return {one: " ".join(visible(name).split()) for one, name in found.items()}


def theme_name(theme: Theme) -> str:
    """1 Beschikbaarheid."""
    return f"{theme.number} {theme.tab_name}".strip()


def _told_apart(
    dossier: Dossier, things: Iterable[CommitmentKind | Series], field: str
) -> Iterator[tuple[Id, str]]:
    """Names of which no two are alike: with the theme where that helps, else with a number."""
    plain = {thing.id: str(getattr(thing, field)) for thing in things}
    often = [folded(name) for name in plain.values()]
    taken: set[str] = set()
    for thing in things:
        name = plain[thing.id]
        theme = dossier.find(Theme, thing.theme_id)
        if theme is not None and often.count(folded(name)) > 1:
            name = f"{name} (thema {theme.number})"
        yield thing.id, free(name, taken)


def free(name: str, taken: set[str]) -> str:
    """The name, with a number where it is taken; from now on it is."""
    number, found = 1, name
    while folded(found) in taken or is_continued(found):
        number += 1
        found = f"{name} ({number})"
    taken.add(folded(found))
    return found


def figure_names(series: Series, called: dict[Id, str]) -> dict[str, str]:
    """What stands above the figures of a table: title → key of its column."""
    taken = {folded(title) for title in (ID, EXACT, *(c.title for c in FIGURES.columns))}
    found: dict[str, str] = {}
    for column in series.columns:
        name = " ".join(visible(column.label or called.get(column.party_id, "")).split())
        found[free(name or "Kolom", taken)] = column.key
    return found


def legal_names(sort: type[Entity]) -> dict[str, str]:
    """The parts that the law names, by key: those with texts of a bod, or those of its tables."""
    legal = legal_bod(date.max)
    parts = legal.texts if sort is BodText else legal.headings
    return {part.key: part.label for part in parts}
