"""The whole of the agreements as one document."""

from collections.abc import Iterator

from prestatie_desktop.documents.blocks import (
    Block,
    Column,
    Cover,
    Document,
    Heading,
    KeyValues,
    PageBreak,
    Row,
    TableBlock,
    Text,
    TextStyle,
    Words,
)
from prestatie_desktop.documents.compose.project_table import commitment_table, rows_of
from prestatie_desktop.documents.compose.rich import is_blank, rich
from prestatie_desktop.documents.compose.series_table import series_table
from prestatie_desktop.documents.compose.signature_page import signing_chapter
from prestatie_desktop.documents.compose.theme_text import theme_blocks
from prestatie_desktop.documents.compose.version import Version
from prestatie_desktop.domain.agreement_set import TextPart, TextPartKind
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.series import Series
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.labels import label, plural

_KINDS = (
    PartyKind.MUNICIPALITY,
    PartyKind.CORPORATION,
    PartyKind.TENANTS_ORGANISATION,
    PartyKind.OTHER,
)
_LETTERS = (
    "Bij elke afspraak staat wie wat doet: T is trekker, B is betrokken. Een vraagteken betekent "
    "dat de partij is genoemd, maar niet vastligt wie trekt."
)


def full_text(version: Version) -> Document:
    """Cover, parties, running text, themes with tables and agreements, signature page."""
    return Document(
        title=version.title,
        author=version.municipality_names,
        subject=label(version.text.set.kind),
        header=version.title,
        footer=version.footer,
        watermark=version.watermark,
        blocks=tuple(_blocks(version)),
    )


def _blocks(version: Version) -> Iterator[Block]:
    dossier = version.text
    yield _cover(version)
    yield from _about(version)
    for kind in (TextPartKind.PREAMBLE, TextPartKind.DEFINITIONS):
        yield from _parts(dossier, kind)
    for theme in dossier.themes:
        yield PageBreak()
        yield from theme_blocks(version, theme)
    yield from _outside_themes(dossier)
    yield from _parts(dossier, TextPartKind.CLOSING)
    yield PageBreak()
    yield from signing_chapter(version)


def _cover(version: Version) -> Cover:
    dossier_set = version.text.set
    name = version.name
    lines = [f"{name[:1].upper()}{name[1:]}", _years(version)]
    if dossier_set.framework_title:
        lines.append(f"Binnen {_with(dossier_set.framework_title, dossier_set.framework_period)}")
    if dossier_set.base_document:
        day = dossier_set.base_document_date
        lines.append(
            f"Op basis van {_with(dossier_set.base_document, long_date(day) if day else '')}"
        )
    return Cover(
        title=version.title,
        subtitle=label(dossier_set.kind),
        lines=tuple(lines),
        logos=tuple(version.logos[p.id] for p in version.text.parties if p.id in version.logos),
    )


def _years(version: Version) -> str:
    first, last = version.text.set.first_year, version.text.set.last_year
    return f"Looptijd {first}" if first == last else f"Looptijd {first} tot en met {last}"


def _with(text: str, more: str) -> str:
    return f"{text}, {more}" if more else text


def _about(version: Version) -> Iterator[Block]:
    dossier = version.text
    yield Heading(level=1, text="Partijen")
    pairs: list[tuple[str, Words]] = []
    for kind in _KINDS:
        names = [_named(p) for p in dossier.parties if p.kind is kind and p.can_sign]
        if names:
            pairs.append((plural(kind) if len(names) > 1 else label(kind), "\n".join(names)))
    others = [p.name for p in dossier.parties if not p.can_sign]
    if others:
        pairs.append(("Genoemd, tekent niet", "\n".join(others)))
    yield KeyValues(pairs=tuple(pairs))
    groups = [_group_row(dossier, group) for group in dossier.all(PartyGroup)]
    if groups:
        yield TableBlock(
            caption="Wie met een groepsnaam worden bedoeld",
            alt="Groepen en de partijen erin",
            columns=(
                Column(title="Naam", weight=60, strong=True),
                Column(title="Partijen", weight=110),
            ),
            rows=tuple(groups),
        )
    yield Text(content=_LETTERS, style=TextStyle.NOTE)


def _named(party: Party) -> str:
    if party.legal_name and party.legal_name != party.name:
        return f"{party.legal_name} ({party.name})"
    return party.full_name


def _group_row(dossier: Dossier, group: PartyGroup) -> Row:
    names = {p.id: p.name for p in dossier.parties} | {
        g.id: g.name for g in dossier.all(PartyGroup)
    }
    return Row(cells=(group.name, ", ".join(names.get(member, "?") for member in group.members)))


def _parts(dossier: Dossier, kind: TextPartKind) -> Iterator[Block]:
    for part in dossier.all(TextPart):
        if part.kind is kind and not is_blank(part.text):
            yield Heading(level=1, text=part.title or label(kind), anchor=f"item:{part.id}")
            yield Text(content=rich(dossier, part.text))


def _outside_themes(dossier: Dossier) -> Iterator[Block]:
    """Tables that belong to no theme."""
    known = {theme.id for theme in dossier.themes}
    tables: list[Block] = [
        commitment_table(dossier, kind, rows, caption=kind.label)
        for kind in dossier.all(CommitmentKind)
        if kind.theme_id not in known and (rows := rows_of(dossier, kind))
    ]
    tables += [
        series_table(dossier, series)
        for series in dossier.all(Series)
        if series.theme_id not in known
    ]
    if tables:
        yield Heading(level=1, text="Overige tabellen")
        yield from tables
