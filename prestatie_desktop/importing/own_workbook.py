"""The workbook that this program made (`exchange/xlsx_export.py`), on its way back into a dossier.

docs/workbook.md says what the way back does; it changes what somebody changed in the workbook.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prestatie_desktop.domain.agreement_set import AgreementSet
from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.importing.own_workbook_checks import check
from prestatie_desktop.importing.own_workbook_draft import Draft, Tables, drafted
from prestatie_desktop.importing.own_workbook_file import (
    HIDDEN,
    Table,
    read_tables,
    refuse_newer,
)
from prestatie_desktop.importing.own_workbook_file import version_of as _version_of
from prestatie_desktop.importing.own_workbook_matching import Match
from prestatie_desktop.importing.own_workbook_pristine import is_as_it_came
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.journal.change import Added, Change, Removed, difference
from prestatie_desktop.journal.session import Act
from prestatie_desktop.words.translation import tr
from prestatie_desktop.words.workbook.forms import Growth
from prestatie_desktop.words.workbook.showing import View, columns

#: Without these sheets a workbook cannot take the place of what a new dossier begins with.
_BEGINNING = (AgreementSet, Theme, Choice, CommitmentKind)


@dataclass(frozen=True, slots=True)
class SheetCount:
    """What the rows of one sheet do to the dossier."""

    sheet: str
    new: int
    changed: int
    unchanged: int
    #: In the dossier, and without a row in the workbook: these stay.
    not_in_workbook: int


@dataclass(frozen=True, slots=True)
class OwnWorkbook:
    """A workbook against a dossier: what taking it over would do."""

    #: Nothing, or all of it in one act.
    acts: tuple[Act, ...]
    counts: tuple[SheetCount, ...]
    #: What is not taken over, each in one sentence.
    notices: tuple[str, ...]

    def sentences(self) -> tuple[str, ...]:
        """What taking it over would do, sheet by sheet, and what is not taken over."""
        told = tuple(_told(count) for count in self.counts if count.new or count.changed)
        nothing = tr("Het werkboek zegt hetzelfde als het dossier; er verandert niets.")
        return (*(told or (nothing,)), *self.notices)


def is_own_workbook(path: Path) -> bool:
    """Whether this program made the workbook. Raises UserError when a newer version of it did."""
    version = _version_of(path)
    if version is None:
        return False
    refuse_newer(path, version)
    return True


def read_own_workbook(path: Path, dossier: Dossier, watch: Watch = UNWATCHED) -> tuple[Act, ...]:
    """The acts that have the dossier hold what the workbook holds: none, or one.

    Raises UserError, with sheet and cell, for what cannot be; StoppedError when asked to stop.
    """
    return compare_own_workbook(path, dossier, watch).acts


def compare_own_workbook(path: Path, dossier: Dossier, watch: Watch = UNWATCHED) -> OwnWorkbook:
    """The same, with what there is to say about it beforehand. Raises as `read_own_workbook`."""
    tables = {table.sheet.sort: table for table in read_tables(path, watch).values()}
    before = _before(dossier, tables)
    draft = drafted(before, tables, watch)
    check(before, draft)
    if not draft.dossier.count(AgreementSet) and dossier.count(AgreementSet):
        draft.dossier.put(dossier.set)
    changes = tuple(_changes(dossier, draft.dossier))
    return OwnWorkbook(
        acts=tuple(_acts(path, dossier, changes)),
        counts=tuple(_counts(before, draft, tables.values())),
        notices=tuple(_notices(draft, tables)),
    )


def _told(count: SheetCount) -> str:
    said = tr("{sheet}: {new} nieuw, {changed} gewijzigd, {unchanged} ongewijzigd").format(
        sheet=count.sheet, new=count.new, changed=count.changed, unchanged=count.unchanged
    )
    if not count.not_in_workbook:
        return f"{said}."
    return said + tr("; {count} niet in het werkboek, die blijven staan.").format(
        count=count.not_in_workbook
    )


def _before(dossier: Dossier, tables: Tables) -> Dossier:
    """What the rows are laid over: nothing, where a dossier is as new as it came."""
    if all(sort in tables for sort in _BEGINNING) and is_as_it_came(dossier):
        return Dossier()
    return dossier


def _acts(path: Path, dossier: Dossier, changes: Sequence[Change]) -> Iterator[Act]:
    if changes:
        things = {change.ref for change in changes}
        yield Act(
            action="import_source",
            args={"about": path.name, "count": str(len(things))},
            changes=tuple(changes),
            starts=not dossier.count(AgreementSet),
        )


def _changes(before: Dossier, after: Dossier) -> Iterator[Change]:
    for sort in SORTS.values():
        yield from _changes_of(sort, before, after)


def _changes_of(sort: type[Entity], before: Dossier, after: Dossier) -> Iterator[Change]:
    for thing in before.all(sort):
        now = after.find(sort, thing.id)
        if now is None:
            yield Removed(thing)
        elif now is not thing:
            yield from difference(thing, now)
    for thing in after.all(sort):
        if before.find(sort, thing.id) is None:
            yield Added(thing)


def _counts(before: Dossier, draft: Draft, tables: Iterable[Table]) -> Iterator[SheetCount]:
    for table in tables:
        sort = table.sheet.sort
        rows = [match for match in draft.taken if match.sheet.sort is sort]
        new = sum(match.existing is None for match in rows)
        unchanged = sum(_is_unchanged(before, draft, match) for match in rows)
        yield SheetCount(
            sheet=table.sheet.title,
            new=new,
            changed=len(rows) - new - unchanged,
            unchanged=unchanged,
            not_in_workbook=before.count(sort) - (len(rows) - new),
        )


def _is_unchanged(before: Dossier, draft: Draft, match: Match) -> bool:
    sort = match.sheet.sort
    return match.existing is not None and before.find(sort, match.id) == draft.dossier.find(
        sort, match.id
    )


def _notices(draft: Draft, tables: Tables) -> Iterator[str]:
    for table in tables.values():
        for title in (*table.strange, *_strange_figures(draft, table)):
            yield tr("Kolom “{title}” op blad “{sheet}” is niet ingelezen.").format(
                title=title, sheet=table.sheet.title
            )
    for match in draft.gone:
        yield tr(
            "Rij {row} van blad “{sheet}” hoort bij iets wat uit het werkboek is gehaald."
        ).format(row=match.row.at, sheet=match.sheet.title)


def _strange_figures(draft: Draft, table: Table) -> Iterator[str]:
    """Columns beside the figures that are of none of the tables."""
    if table.sheet.growth is Growth.FIGURES:
        known = {column.key for column in columns(View(draft.dossier), table.sheet)}
        yield from (c.title for c in table.columns if c.key not in known | HIDDEN)
