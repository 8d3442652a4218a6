"""A corporation's bod: what it plans in the coming five years and what it asks of the others."""

from collections.abc import Iterator

from prestatie_desktop.documents.blocks import (
    Block,
    Column,
    Cover,
    Document,
    Heading,
    KeepTogether,
    KeyValues,
    Row,
    RowKind,
    TableBlock,
    Text,
    TextStyle,
    Words,
)
from prestatie_desktop.documents.compose.bod_checklist import checklist
from prestatie_desktop.documents.compose.bod_figures import figure_blocks
from prestatie_desktop.documents.compose.bod_tables import bod_table
from prestatie_desktop.documents.compose.bod_version import BodVersion
from prestatie_desktop.documents.compose.items import by_theme, joined, number_of, part_of, subject
from prestatie_desktop.documents.compose.kept import under
from prestatie_desktop.documents.compose.rich import rich
from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.items import all_items, binds
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.legal import LegalHeading

NO_PLANS = "Geen voornemens."
_PLANS, _ROLES, _ASKED, _CONDITIONS, _LEGAL = 4, 5, 6, 7, 8


def bod_document(version: BodVersion) -> Document:
    """The whole bod; an empty legal heading says that there are no plans."""
    return Document(
        title=version.title,
        author=version.party.full_name,
        subject=version.text.set.title,
        header=version.title,
        footer=f"{version.title}, {version.state[:1].lower()}{version.state[1:]}",
        watermark=version.watermark,
        blocks=tuple(_blocks(version)),
    )


def _blocks(version: BodVersion) -> Iterator[Block]:
    yield _cover(version)
    yield from _letter(version)
    yield from _guide(version)
    yield Heading(level=1, number="3", text="Kerncijfers")
    yield from figure_blocks(version)
    yield from _plans(version)
    yield from _roles(version)
    yield from _asked(version)
    yield from _conditions(version)
    yield KeepTogether(
        blocks=(
            Heading(level=1, number=str(_LEGAL), text="Wettelijke onderdelen"),
            Text(content=f"Naar {version.legal.law}.", style=TextStyle.NOTE),
            checklist(version, _sections(version)),
        )
    )


def _cover(version: BodVersion) -> Cover:
    names = joined([_lower(party.name) for party in version.municipalities])
    to = f" aan de {names}" if names else ""
    logos = (version.party, *version.municipalities)
    return Cover(
        title=f"Bod {version.years[0]}",
        subtitle=f"{version.party.full_name}{to}",
        lines=(
            f"Voorgenomen werkzaamheden {version.period}",
            "Op grond van artikel 43 en 44 van de Woningwet",
            version.state,
        ),
        logos=tuple(version.logos[party.id] for party in logos if party.id in version.logos),
    )


def _letter(version: BodVersion) -> Iterator[Block]:
    yield Heading(level=1, number="1", text="Aanbieding en verzoek om overleg")
    if letter := version.words("letter"):
        yield Text(content=rich(version.text, letter))
    others = [*version.municipalities, *version.tenants]
    names = joined([_lower(party.name) for party in others]) or "de gemeente"
    yield Heading(level=2, text="Verzoek om overleg")
    yield Text(
        content=f"{version.party.full_name} biedt hierbij het overzicht van haar voorgenomen "
        f"werkzaamheden aan en vraagt {names} om overleg, met het doel om afspraken te maken voor "
        f"ten minste het kalenderjaar {version.years[0]} (Woningwet, artikel 44 lid 2).",
    )


def _guide(version: BodVersion) -> Iterator[Block]:
    yield Heading(level=1, number="2", text="Leeswijzer")
    yield Text(
        content="De voornemens staan per wettelijk onderdeel. Getallen staan er zoals ze zijn "
        "opgegeven. Een onbekend getal telt niet mee als nul: onder elk totaal staat wat niet kon "
        "worden meegeteld. Wat nog geen jaar heeft, staat in een kolom apart."
    )
    yield KeyValues(pairs=tuple(_facts(version)))


def _facts(version: BodVersion) -> Iterator[tuple[str, Words]]:
    policy = version.text.set
    day = policy.base_document_date
    yield "Periode", version.period
    yield (
        "Beleid van de gemeente",
        ", ".join(filter(None, (policy.base_document, long_date(day) if day else "")))
        or "niet vermeld",
    )
    tenants = joined([party.name for party in version.tenants])
    yield "Huurdersorganisaties", tenants or "niet vermeld"
    yield "Overleg met huurders", _consultation(version)


def _consultation(version: BodVersion) -> str:
    done = version.submission
    if done is None or not (done.consulted_on or done.consultation.strip()):
        return "Nog niet vastgelegd (Woningwet, artikel 43 lid 2)."
    when = f"Gevoerd op {long_date(done.consulted_on)}." if done.consulted_on else ""
    return "\n".join(filter(None, (when, done.consultation.strip())))


def _plans(version: BodVersion) -> Iterator[Block]:
    yield Heading(level=1, number=str(_PLANS), text="Voornemens")
    for letter, heading in _lettered(version):
        title = Heading(level=2, number=letter, text=heading.label)
        yield from under(title, _heading(version, heading))
    others = _others(version)
    if others:
        title = Heading(level=2, number=_letter_after(version), text="Onderzoek en overige inzet")
        yield from under(
            title, ((bod_table(version, kind, version.rows(kind)),) for kind in others)
        )


def _heading(version: BodVersion, heading: LegalHeading) -> Iterator[tuple[Block, ...]]:
    labels: list[str] = []
    for kind in version.kinds(heading.kinds, heading.key):
        labels.append(kind.label)
        if rows := version.rows(kind):
            yield (bod_table(version, kind, rows),)
        else:
            yield Heading(level=3, text=kind.label), Text(content=NO_PLANS, style=TextStyle.NOTE)
    for key in heading.texts:
        label = version.label(key)
        words = version.words(key)
        if label in labels and not words:
            continue
        title = Heading(level=3, text=f"Toelichting {_lower(label)}" if label in labels else label)
        if words:
            yield title, Text(content=rich(version.text, words))
        else:
            yield title, Text(content=NO_PLANS, style=TextStyle.NOTE)


def _others(version: BodVersion) -> list[CommitmentKind]:
    """Kinds with rows that answer to no legal heading."""
    legal = {
        kind.id
        for heading in version.legal.headings
        for kind in version.kinds(heading.kinds, heading.key)
    }
    kinds = version.text.all(CommitmentKind)
    return [kind for kind in kinds if kind.id not in legal and version.rows(kind)]


def _roles(version: BodVersion) -> Iterator[Block]:
    yield Heading(level=1, number=str(_ROLES), text="Bijdrage per thema")
    parts = {
        item.id: part
        for item in all_items(version.text)
        if isinstance(item, Agreement)
        and binds(item)
        and (part := part_of(version.text, item, version.party.id))
    }
    if not parts:
        yield Text(
            content=f"{version.party.name} heeft nog geen rol in de afspraken.",
            style=TextStyle.NOTE,
        )
        return
    rows: list[Row] = []
    items = (item for item in all_items(version.text) if item.id in parts)
    for heading, found in by_theme(version.text, items):
        rows.append(Row(cells=(heading,), kind=RowKind.GROUP))
        rows += [
            Row(
                cells=(
                    number_of(version.text, item),
                    subject(version.text, item),
                    parts[item.id],
                )
            )
            for item in found
        ]
    yield TableBlock(
        alt=f"De afspraken waarin {version.party.name} een rol heeft, per thema",
        columns=(
            Column(title="Nr.", weight=13, strong=True),
            Column(title="Afspraak", weight=127),
            Column(title="Rol", weight=30),
        ),
        rows=tuple(rows),
    )


def _asked(version: BodVersion) -> Iterator[Block]:
    yield Heading(level=1, number=str(_ASKED), text="Gevraagde bijdrage")
    for key, whom in (
        ("requested_municipality", "Van de gemeente"),
        ("requested_tenants", "Van de huurdersorganisatie"),
    ):
        yield Heading(level=2, text=whom)
        yield _words(version, key, "Geen bijdrage gevraagd.")


def _conditions(version: BodVersion) -> Iterator[Block]:
    yield Heading(level=1, number=str(_CONDITIONS), text="Voorwaarden en voorbehouden")
    yield _words(version, "conditions", "Geen voorwaarden of voorbehouden.")
    done = version.submission
    if done and done.board_approved_on:
        day = long_date(done.board_approved_on)
        yield Text(content=f"De raad van commissarissen heeft dit bod goedgekeurd op {day}.")
    else:
        yield Text(
            content="Een besluit van de raad van commissarissen over dit bod is niet vastgelegd.",
            style=TextStyle.NOTE,
        )


def _words(version: BodVersion, key: str, otherwise: str) -> Text:
    if words := version.words(key):
        return Text(content=rich(version.text, words))
    return Text(content=otherwise, style=TextStyle.NOTE)


def _lettered(version: BodVersion) -> Iterator[tuple[str, LegalHeading]]:
    yield from zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", version.legal.headings, strict=False)


def _letter_after(version: BodVersion) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[len(version.legal.headings)]


def _sections(version: BodVersion) -> dict[str, str]:
    """Under which number each legal part is printed."""
    places = {heading.key: f"{_PLANS}{letter}" for letter, heading in _lettered(version)}
    return places | {
        "per_municipality": str(_PLANS),
        "five_years": str(_PLANS),
        "consultation": "2",
        "sale_postcodes": places.get("stock", str(_PLANS)),
        "invitation": "1",
        "priorities": "–",
    }


def _lower(name: str) -> str:
    """Gemeente Heerlen within a sentence: gemeente Heerlen; other names stay as they are."""
    kinds = ("Gemeente ", "Huurbeleid", "Bijzondere ")
    return name[:1].lower() + name[1:] if name.startswith(kinds) else name
