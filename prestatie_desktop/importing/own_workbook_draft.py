"""The dossier as a workbook would have it: what is there, with the rows of the workbook in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.agreement_set import AgreementSet, TextPart
from prestatie_desktop.domain.bod import BodText
from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import Signatory, SigningRule
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.importing.own_workbook_file import Table, watched
from prestatie_desktop.importing.own_workbook_matching import Match, matches
from prestatie_desktop.importing.own_workbook_names import Called
from prestatie_desktop.importing.own_workbook_order import put_in_order
from prestatie_desktop.importing.own_workbook_roles import set_roles, wanted_roles
from prestatie_desktop.importing.own_workbook_taking import OwnerGoneError, Taking
from prestatie_desktop.importing.own_workbook_things import thing_of
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.words.workbook.showing import View

Tables = Mapping[type[Entity], Table]

#: What is known by its name, then what is known by that.
_ONE_AFTER_THE_OTHER: tuple[tuple[type[Entity], ...], ...] = (
    (AgreementSet, Party, PartyGroup, Theme, Choice, TextPart),
    (Agreement, CommitmentKind, Series),
    (Commitment, SeriesRow, Signatory, BodText),
    (Role, SigningRule),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What it becomes, and which rows made it so."""

    dossier: Dossier
    #: The rows that are things now.
    taken: tuple[Match, ...]
    #: The rows that went along with something whose own row was taken out.
    gone: tuple[Match, ...]


def drafted(dossier: Dossier, tables: Tables, watch: Watch = UNWATCHED) -> Draft:
    """Put the rows of a workbook in a copy of the dossier.

    Raises UserError, with its place, for a cell that cannot be; StoppedError when asked to stop.
    """
    view = View(dossier)
    rows = _matched(tables, view)
    elsewhere = any(about.by_name and about.old_id for about in rows.get(AgreementSet, ()))
    if elsewhere:
        # What this dossier is about stays as it is.
        rows[AgreementSet] = ()
    draft, called = dossier.copy(), Called(dossier, rows)
    taken: list[Match] = []
    gone: list[Match] = []
    for done, sort in enumerate(SORTS.values()):
        if sort not in tables:
            continue
        table = tables[sort]
        things: list[Entity] = []
        for match in watched(rows[sort], watch, table.sheet, done, len(SORTS)):
            try:
                things.append(thing_of(Taking(match, table, view, draft, called, elsewhere)))
            except OwnerGoneError:
                gone.append(match)
            else:
                taken.append(match)
        put_in_order(draft, table.sheet, things)
        if sort is Series:
            _drop_figures_without_column(dossier, draft)
    for match, table in _items(taken, tables):
        taking = Taking(match, table, view, draft, called, elsewhere)
        set_roles(draft, match.id, wanted_roles(taking, with_sheet=Role in tables))
    return Draft(draft, tuple(taken), tuple(gone))


def _matched(tables: Tables, view: View) -> dict[type[Entity], tuple[Match, ...]]:
    """The rows with the things they are: those first that others are known by."""
    found: dict[type[Entity], tuple[Match, ...]] = {}
    for sorts in _ONE_AFTER_THE_OTHER:
        pointing = Called(view.dossier, found).pointed_at
        found |= {sort: matches(tables[sort], view, pointing) for sort in sorts if sort in tables}
    return found


def _items(taken: list[Match], tables: Tables) -> Iterator[tuple[Match, Table]]:
    for match in taken:
        if match.sheet.sort in (Agreement, Commitment):
            yield match, tables[match.sheet.sort]


def _drop_figures_without_column(before: Dossier, draft: Dossier) -> None:
    for series in draft.all(Series):
        if series == before.find(Series, series.id):
            continue
        keys = {column.key for column in series.columns}
        for row in draft.of(SeriesRow, "series_id", series.id):
            kept = tuple(cell for cell in row.cells if cell.column in keys)
            if kept != row.cells:
                draft.put(replace(row, cells=kept))
