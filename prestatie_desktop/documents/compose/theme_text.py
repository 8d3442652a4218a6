"""A chapter of the agreements: introduction, tables, and the agreements with who does what."""

from collections.abc import Iterator

from prestatie_desktop.documents.blocks import (
    Block,
    Heading,
    Item,
    Items,
    RoleBadge,
    RoleMark,
    Text,
    TextStyle,
)
from prestatie_desktop.documents.compose.kept import kept
from prestatie_desktop.documents.compose.project_table import commitment_table, rows_of
from prestatie_desktop.documents.compose.rich import is_blank, line, rich
from prestatie_desktop.documents.compose.series_table import series_table
from prestatie_desktop.documents.compose.version import Version
from prestatie_desktop.domain.agreement import Agreement, RoleKind
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import binds
from prestatie_desktop.domain.richtext import RichText
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.words.labels import label

_BADGES = {
    RoleKind.LEAD: RoleBadge.LEAD,
    RoleKind.INVOLVED: RoleBadge.INVOLVED,
    RoleKind.UNKNOWN_LEAD: RoleBadge.UNKNOWN_LEAD,
}
_NOTHING_YET = "In dit thema zijn nog geen afspraken."


def theme_blocks(version: Version, theme: Theme) -> Iterator[Block]:
    """One theme as a chapter."""
    dossier = version.text
    yield Heading(level=1, number=theme.number, text=theme.title, anchor=f"item:{theme.id}")
    if not is_blank(theme.introduction):
        yield Text(content=rich(dossier, theme.introduction))
    tables = tuple(_theme_tables(dossier, theme))
    yield from tables
    agreements = dossier.agreements_of(theme.id)
    if tables and agreements:
        yield Heading(level=2, text="Afspraken")
    yield from _agreements(version, agreements)
    if not tables and not agreements:
        yield Text(content=_NOTHING_YET, style=TextStyle.NOTE)


def _theme_tables(dossier: Dossier, theme: Theme) -> Iterator[Block]:
    """The tables of a theme, but for the rows and figures that work out one agreement."""
    for kind in dossier.of(CommitmentKind, "theme_id", theme.id):
        rows = tuple(
            row for row in rows_of(dossier, kind) if not _works_out(dossier, row.agreement_id)
        )
        if rows:
            yield from kept(
                Heading(level=2, number=kind.number, text=kind.label),
                commitment_table(dossier, kind, rows),
            )
    for series in dossier.of(Series, "theme_id", theme.id):
        if not _works_out(dossier, series.agreement_id):
            yield from kept(series_table(dossier, series))


def _works_out(dossier: Dossier, agreement_id: Id) -> bool:
    """Whether figures stand under an agreement of their own: one that is there and in force."""
    agreement = dossier.find(Agreement, agreement_id)
    return agreement is not None and binds(agreement)


def _agreements(version: Version, agreements: tuple[Agreement, ...]) -> Iterator[Block]:
    """Agreements under each other; after one with figures of its own come those figures."""
    waiting: list[Item] = []
    for agreement in agreements:
        waiting.append(_item(version, agreement))
        tables = tuple(_own_tables(version.text, agreement))
        if tables:
            yield Items(items=tuple(waiting))
            yield from tables
            waiting = []
    if waiting:
        yield Items(items=tuple(waiting))


def _own_tables(dossier: Dossier, agreement: Agreement) -> Iterator[Block]:
    if not binds(agreement):
        return
    own = [row for row in dossier.of(Commitment, "agreement_id", agreement.id) if binds(row)]
    for kind in dossier.all(CommitmentKind) if own else ():
        if rows := [row for row in own if row.kind_id == kind.id]:
            caption = f"{kind.label} bij {agreement.number}"
            yield from kept(commitment_table(dossier, kind, rows, caption=caption))
    for series in dossier.of(Series, "agreement_id", agreement.id):
        yield from kept(series_table(dossier, series))


def _item(version: Version, agreement: Agreement) -> Item:
    dossier = version.text
    if not binds(agreement) and not version.is_concept:
        return Item(number=agreement.number, content="Vervallen.", anchor=f"item:{agreement.id}")
    return Item(
        number=agreement.number,
        heading=agreement.heading,
        content=(*rich(dossier, agreement.text), *_facts(dossier, agreement)),
        roles=tuple(
            RoleMark(
                badge=_BADGES[role.kind],
                label=label(role.kind),
                party=named(dossier, role.party_id),
            )
            for role in ordered_roles(dossier, agreement.id)
        ),
        status=label(agreement.status) if version.is_concept else "",
        anchor=f"item:{agreement.id}",
    )


def _facts(dossier: Dossier, agreement: Agreement) -> RichText:
    """What is agreed besides the text: one line under it."""
    where = ", ".join(named(dossier, party_id) for party_id in agreement.municipalities)
    parts = [
        label(agreement.obligation) if agreement.obligation else "",
        f"Planning: {agreement.planning}" if agreement.planning else "",
        f"Indicator: {agreement.indicator}" if agreement.indicator else "",
        f"Geldt voor: {where}" if where else "",
    ]
    said = [part.rstrip(". ") for part in parts if part]
    return (line(f"{'. '.join(said)}.", italic=True),) if said else ()
