"""The sheet one party signs: who it is, what it signs for, room to sign, and the list of items."""

from collections.abc import Iterator

from prestatie_desktop.documents.blocks import (
    Block,
    Cell,
    Column,
    ControlCode,
    Document,
    Heading,
    KeepTogether,
    KeyValues,
    Row,
    RowKind,
    Rule,
    SignatureBox,
    TableBlock,
    Text,
    TextStyle,
    Title,
    Words,
)
from prestatie_desktop.documents.compose.items import (
    by_theme,
    number_of,
    part_of,
    signs_for,
    subject,
    theme_heading,
)
from prestatie_desktop.documents.compose.signatories import TO_FILL_IN, ground, who
from prestatie_desktop.documents.compose.version import Version
from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.items import Item
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import SigningMode, SigningScope
from prestatie_desktop.domain.signing_rules import SigningRules, Signs
from prestatie_desktop.words.items import item_name

_WITHOUT_WORDS = "Het voorbehoud is niet omschreven."


def signature_sheet(version: Version, party: Party, *, annex: bool = True) -> Document:
    """The sheet of one party; `annex` adds the list of the items it signs for."""
    signed = tuple(SigningRules(version.text).signed_by(party.id))
    code = ControlCode(code=version.codes[party.id], label=version.code_label)
    blocks: list[Block] = [
        Title(
            text="Ondertekenblad",
            subtitle=version.title,
            code=code,
            logos=(version.logos[party.id],) if party.id in version.logos else (),
        ),
        Text(content=belongs(version, annex=annex), style=TextStyle.SMALL),
        Rule(),
        KeyValues(pairs=tuple(_facts(version, party, signed))),
        *_reservations(version.text, signed),
        *_boxes(version, party),
    ]
    if annex:
        blocks += _annex(version.text, party, signed)
    return Document(
        title=f"Ondertekenblad {party.full_name}",
        author=version.municipality_names,
        subject=version.title,
        header=f"Ondertekenblad {party.full_name}, code {code.code}",
        footer=version.footer,
        watermark=version.watermark,
        blocks=tuple(blocks),
    )


def belongs(version: Version, *, annex: bool = True) -> str:
    """To which text a sheet belongs, and what its code stands for."""
    if version.is_concept:
        return (
            f"Dit blad is een {version.name} en is niet bedoeld om te tekenen. De code hoort bij "
            "de tekst van dit moment en verandert met de tekst mee."
        )
    items = "op de volgende bladzijden" if annex else "waarvoor deze partij tekent"
    return (
        f"Dit blad hoort bij {version.name}. De code geldt alleen voor de items en voorbehouden "
        f"{items}."
    )


def _facts(
    version: Version, party: Party, signed: tuple[tuple[Item, Signs], ...]
) -> Iterator[tuple[str, Words]]:
    yield "Partij", party.full_name
    yield "Gevestigd te", party.seat or TO_FILL_IN
    signatories = version.signatories(party)
    for signatory in signatories:
        yield "Vertegenwoordigd door", who(signatory)
        yield "Op grond van", ground(signatory) or TO_FILL_IN
    if not signatories:
        yield "Vertegenwoordigd door", TO_FILL_IN
        yield "Op grond van", TO_FILL_IN
    yield "Tekent voor", signs_for(version.text, (item for item, _ in signed))


def _reservations(dossier: Dossier, signed: tuple[tuple[Item, Signs], ...]) -> Iterator[Block]:
    told = set[str]()
    for item, signs in signed:
        if signs.mode is not SigningMode.WITH_RESERVATION or signs.rule is None:
            continue
        if signs.rule.id not in told:
            told.add(signs.rule.id)
            yield KeepTogether(
                blocks=(
                    Heading(level=4, text=f"Voorbehoud bij {_about(dossier, item, signs)}"),
                    Text(content=signs.reservation.strip() or _WITHOUT_WORDS),
                )
            )


def _about(dossier: Dossier, item: Item, signs: Signs) -> str:
    assert signs.rule is not None
    if signs.rule.scope is SigningScope.THEME:
        return f"thema {theme_heading(dossier, signs.rule.target_id)}"
    if signs.rule.scope is SigningScope.DEFAULT:
        return "alle items"
    return item.number if isinstance(item, Agreement) else item_name(dossier, item.id)


def _boxes(version: Version, party: Party) -> Iterator[Block]:
    signatories = version.signatories(party)
    for signatory in signatories:
        yield SignatureBox(name_lines=(who(signatory),))
    if not signatories:
        yield SignatureBox(name_lines=(f"Naam {TO_FILL_IN}", f"Functie {TO_FILL_IN}"))


def _annex(
    dossier: Dossier, party: Party, signed: tuple[tuple[Item, Signs], ...]
) -> Iterator[Block]:
    yield Heading(level=2, text="Items waarvoor deze partij tekent")
    if not signed:
        yield Text(content="Deze partij tekent nog voor geen enkel item.", style=TextStyle.NOTE)
        return
    how = {item.id: signs for item, signs in signed}
    rows: list[Row] = []
    for heading, items in by_theme(dossier, (item for item, _ in signed)):
        rows.append(Row(cells=(heading,), kind=RowKind.GROUP))
        rows += [_row(dossier, item, party, how[item.id]) for item in items]
    yield TableBlock(
        alt=f"De {len(signed)} items waarvoor {party.name} tekent, met haar rol",
        columns=(
            Column(title="Nr.", weight=13, strong=True),
            Column(title="Afspraak of toezegging", weight=127),
            Column(title="Rol", weight=30),
        ),
        rows=tuple(rows),
    )


def _row(dossier: Dossier, item: Item, party: Party, signs: Signs) -> Row:
    reserved = signs.mode is SigningMode.WITH_RESERVATION
    role = Cell(
        content=part_of(dossier, item, party.id) or "–",
        note="met voorbehoud" if reserved else "",
    )
    return Row(cells=(number_of(dossier, item), subject(dossier, item), role))
