"""The example and small dossiers to print, with every kind of thing that is printed in them."""

from datetime import date
from functools import cache
from typing import TypeVar

from prestatie_desktop.documents import blocks
from prestatie_desktop.documents.blocks import Block, Document
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import Edition, SigningBasis, SigningMode, SigningScope
from prestatie_desktop.filling.example import fill_example
from prestatie_desktop.journal.edits import commitments, editions, signing
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore
from tests.building import SECRETARY, agreement, party, small_session

B = TypeVar("B")
DAY = date(2025, 11, 14)
RESERVATION = "Alleen na goedkeuring door de raad van commissarissen."


@cache
def example() -> Dossier:
    store = MemoryStore()
    fill_example(store, "heerlen-2024")
    return store.load()


def example_session() -> Session:
    store = MemoryStore()
    fill_example(store, "heerlen-2024")
    return Session(store, SECRETARY)


def signing_session() -> Session:
    """Two parties with signatories, one of them for somebody else; one reservation."""
    session = small_session()
    dossier, commit = session.dossier, session.commit
    gemeente, woonhuis = party(session, "Gemeente Veldhoven"), party(session, "Woonhuis")
    commit(
        signing.add_signatory(
            dossier,
            gemeente.id,
            "mevrouw A. Voorbeeld",
            function="wethouder",
            basis=SigningBasis.POWER_OF_ATTORNEY,
            document="besluit 12",
            document_date=date(2025, 11, 3),
            on_behalf_of="de burgemeester",
        )
    )
    commit(
        signing.add_signatory(
            dossier,
            woonhuis.id,
            "de heer B. Denkbeeldig",
            function="bestuurder",
            basis=SigningBasis.STATUTES,
            document="artikel 6",
        )
    )
    item = agreement(session, "2.1")
    commit(
        signing.set_signing(
            dossier,
            SigningScope.ITEM,
            item.id,
            woonhuis.id,
            SigningMode.WITH_RESERVATION,
            reservation=RESERVATION,
        )
    )
    return session


def adopted_session() -> Session:
    session = signing_session()
    session.commit(editions.adopt(session.dossier, SECRETARY, DAY))
    return session


def edition(session: Session) -> Edition:
    return session.dossier.all(Edition)[-1]


def flat(document: Document) -> list[Block]:
    """Every block, also those that are kept together."""

    def inside(found: tuple[Block, ...]) -> list[Block]:
        every: list[Block] = []
        for block in found:
            if isinstance(block, blocks.KeepTogether):
                every += inside(block.blocks)
            else:
                every.append(block)
        return every

    return inside(document.blocks)


def of_kind(document: Document, cls: type[B]) -> list[B]:
    return [block for block in flat(document) if isinstance(block, cls)]


def said(words: object) -> str:
    """What a cell or text says, note and all."""
    if isinstance(words, str):
        return words
    if isinstance(words, blocks.Cell):
        return f"{said(words.content)} {words.note}".strip()
    assert isinstance(words, tuple)
    return "\n".join(block.text for block in words)


def table(document: Document, caption: str) -> list[list[str]]:
    """The rows of a table in words, by its caption, what it shows, or the heading right above it."""
    every = flat(document)
    for before, block in zip([None, *every], every, strict=False):
        if isinstance(block, blocks.TableBlock) and caption in (
            block.caption,
            block.alt,
            getattr(before, "text", None),
        ):
            return [[said(cell) for cell in row.cells] for row in block.rows]
    raise AssertionError(f"there is no table {caption!r}")


def headings(document: Document) -> list[str]:
    return [f"{h.number} {h.text}".strip() for h in of_kind(document, blocks.Heading)]


def project_with(session: Session, **values: str) -> Commitment:
    """One more new-build project of Woonhuis."""
    kind = session.dossier.all(Commitment)[0].kind_id
    woonhuis: Party = party(session, "Woonhuis")
    session.commit(
        commitments.add_commitment(session.dossier, kind, corporation_id=woonhuis.id, values=values)
    )
    return session.dossier.all(Commitment)[-1]
