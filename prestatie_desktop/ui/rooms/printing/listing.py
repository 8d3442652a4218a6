"""What the print room lists: the documents of a sort, each with its state and what makes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from prestatie_desktop.documents.compose.version import Version
from prestatie_desktop.documents.printing import (
    PrintJob,
    agreement_job,
    bod_job,
    bod_version,
    signature_jobs,
)
from prestatie_desktop.domain.bod_overview import corporations, submission_of
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.signing_state import PartySigning, PartyState
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.tokens import Tone
from prestatie_desktop.words.dates import short_date
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

SIGNATURES, BOD, AGREEMENT = "signatures", "bod", "agreement"
DOCUMENTS = (SIGNATURES, BOD, AGREEMENT)

Mark = Literal["signed", "signs", "stale", "glyph"]


@dataclass(frozen=True, slots=True)
class Sign:
    """The state of a document: mark, word and colour; `glyph` names the icon of a plain mark."""

    mark: Mark
    word: str
    tone: Tone
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One document in the list."""

    job: PrintJob
    title: str
    sign: Sign
    #: What stands after the number of pages: "11 partijen".
    more: str = ""
    #: Whether this party still has to sign.
    open: bool = True
    has_signatory: bool = True
    #: Whether the sheet belongs to a text that is no longer the present one.
    stale: bool = False


def list_documents(
    desk: Desk, document: str, version: Version, *, annex: bool, as_submitted: bool
) -> list[Listed]:
    """The documents of a sort for a version, in the order of the parties.

    `as_submitted` gives the bods as they were handed in, where they were.
    """
    if document == BOD:
        return _bods(desk, version, as_submitted=as_submitted)
    if document == AGREEMENT:
        return [_agreement(version)]
    return _sheets(desk, version, annex=annex)


def _sheets(desk: Desk, version: Version, *, annex: bool) -> list[Listed]:
    signings = {signing.party.id: signing for signing in desk.signing}
    listed = []
    for job in signature_jobs(version, annex=annex):
        if job.kind == "combined":
            listed.append(_combined(job, version, desk.signing))
        else:
            name = next(p.name for p in version.parties if p.id == job.party_id)
            listed.append(_sheet(job, name, version, signings.get(job.party_id)))
    return listed


def _combined(job: PrintJob, version: Version, signings: Sequence[PartySigning]) -> Listed:
    signed = sum(signing.state is PartyState.SIGNED for signing in signings)
    word = tr("{signed} van {total} getekend").format(signed=signed, total=len(signings))
    return Listed(
        job,
        tr("Gezamenlijk blad"),
        Sign("glyph", word, "mute", "file-multiple-outline"),
        more=tr("{count} partijen").format(count=len(version.parties)),
    )


def _sheet(job: PrintJob, name: str, version: Version, signing: PartySigning | None) -> Listed:
    if signing is None:
        return Listed(job, name, Sign("glyph", tr("Tekent niet meer"), "mute", "minus"), open=False)
    return Listed(
        job,
        name,
        _sign(signing),
        open=signing.state is not PartyState.SIGNED,
        has_signatory=signing.has_signatory,
        stale=not version.is_concept and version.codes.get(job.party_id) != signing.code,
    )


def _sign(signing: PartySigning) -> Sign:
    if signing.state is PartyState.SIGNED and signing.signature is not None:
        day = short_date(signing.signature.signed_on)
        return Sign("signed", tr("Getekend {day}").format(day=day), "ok")
    if signing.state in (PartyState.STALE, PartyState.SHEET_STALE):
        return Sign("stale", label(signing.state), "warn")
    if not signing.has_signatory:
        return Sign("glyph", tr("Geen ondertekenaar"), "warn", "alert-outline")
    return Sign("signs", tr("Nog niet getekend"), "mute")


def _bods(desk: Desk, version: Version, *, as_submitted: bool) -> list[Listed]:
    store = desk.bridge.session.store
    listed = []
    for party in corporations(desk.dossier):
        handed_in = submission_of(desk.dossier, party.id)
        bod = bod_version(
            version.present,
            store.blob,
            party,
            version.logos,
            as_submitted=as_submitted,
        )
        if handed_in is None:
            sign = Sign("glyph", tr("Nog niet ingediend"), "mute", "circle-outline")
        else:
            day = short_date(handed_in.submitted_on)
            sign = Sign("signed", tr("Ingediend {day}").format(day=day), "ok")
        listed.append(Listed(bod_job(bod), party.name, sign))
    return listed


def _agreement(version: Version) -> Listed:
    if version.is_concept:
        sign = Sign("glyph", tr("Concept"), "accent", "file-document-edit-outline")
    else:
        sign = Sign("glyph", tr("Vastgesteld"), "ok", "lock-outline")
    return Listed(agreement_job(version), tr("Volledige tekst"), sign)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which of the listed documents are to be printed."""

    only_open: bool
    combined: bool
    #: The key of the one document in view, when only that one is wanted.
    alone: Id = ""


def key_of(listed: Listed) -> str:
    """What a document is known by in its list."""
    return f"{listed.job.kind}:{listed.job.party_id}"


def to_print(listed: Sequence[Listed], chosen: Chosen) -> list[Listed]:
    """The documents that will be printed, in order."""
    if chosen.alone:
        return [one for one in listed if key_of(one) == chosen.alone]
    return [
        one
        for one in listed
        if (chosen.combined if one.job.kind == "combined" else one.open or not chosen.only_open)
    ]
