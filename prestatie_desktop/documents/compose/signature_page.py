"""The page all parties sign together."""

from collections.abc import Iterator

from prestatie_desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    Rule,
    SignatureGrid,
    SigningParty,
    Text,
    TextStyle,
    Title,
)
from prestatie_desktop.documents.compose.signatories import TO_FILL_IN, ground
from prestatie_desktop.documents.compose.version import Version
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import Signatory

_NOBODY = "Er is nog geen partij die tekent."


def signature_page(version: Version) -> Document:
    """The combined page as a document of its own."""
    return Document(
        title="Gezamenlijk ondertekenblad",
        author=version.municipality_names,
        subject=version.title,
        header=f"Ondertekening {version.title}",
        footer=version.footer,
        watermark=version.watermark,
        blocks=(
            Title(
                text="Ondertekening",
                subtitle=version.title,
                logos=version.municipality_logos,
            ),
            *signing_blocks(version),
        ),
    )


def signing_chapter(version: Version) -> tuple[Block, ...]:
    """The same as the last chapter of the full text."""
    return (Heading(level=1, text="Ondertekening"), *signing_blocks(version))


def signing_blocks(version: Version) -> Iterator[Block]:
    """To what text the page belongs, what signing means, and room for every party."""
    yield Text(content=_belongs(version), style=TextStyle.SMALL)
    yield Rule()
    parties = tuple(entry for party in version.parties for entry in _entries(version, party))
    if not parties:
        yield Text(content=_NOBODY, style=TextStyle.NOTE)
        return
    yield SignatureGrid(parties=parties)


def _belongs(version: Version) -> str:
    if version.is_concept:
        return (
            f"Deze bladzijde hoort bij {version.title}, {version.name}, en is niet bedoeld om te "
            "tekenen."
        )
    return (
        f"Deze bladzijde hoort bij {version.title}, {version.name}. Elke partij tekent voor de "
        "items en met de voorbehouden die op haar eigen ondertekenblad staan; de controlecode "
        "bij haar naam is die van dat blad."
    )


def _entries(version: Version, party: Party) -> Iterator[SigningParty]:
    signatories = version.signatories(party)
    for signatory in signatories:
        yield _entry(version, party, signatory)
    if not signatories:
        yield _entry(version, party, None)


def _entry(version: Version, party: Party, signatory: Signatory | None) -> SigningParty:
    where = f", gevestigd te {party.seat}" if party.seat else ""
    basis = ground(signatory) if signatory else ""
    return SigningParty(
        party=f"{party.full_name}{where}",
        name=signatory.name if signatory else f"Naam {TO_FILL_IN}",
        function=signatory.function if signatory else "",
        basis=f"op grond van {basis}" if basis else "",
        code=f"{version.code_label} {version.codes[party.id]}",
        logo=version.logos.get(party.id),
    )
