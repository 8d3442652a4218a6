"""All documents of a dossier, as files in a folder or one by one for the window."""

import contextlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock

from prestatie_desktop.documents.blocks import Document
from prestatie_desktop.documents.compose.bod import bod_document
from prestatie_desktop.documents.compose.bod_version import BodVersion
from prestatie_desktop.documents.compose.full_text import full_text
from prestatie_desktop.documents.compose.signature_page import signature_page
from prestatie_desktop.documents.compose.signature_sheet import signature_sheet
from prestatie_desktop.documents.compose.version import Version, adopted, concept
from prestatie_desktop.documents.pictures import Picture, load_logo
from prestatie_desktop.documents.write_pdf import Cancelled, write_pdf
from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.bod_overview import submission_of
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.domain.signing import Edition
from prestatie_desktop.domain.signing_state import all_signing, differs_from, latest_edition
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.snapshot import thaw

Blobs = Callable[[Id], Blob]
Progress = Callable[[int, int, str], None]
"""Called with how many documents are done, how many there are, and the name of the next."""

AGREEMENT, SIGNATURES, BOD, ALL = "agreement", "signatures", "bod", "all"
WHAT = (AGREEMENT, SIGNATURES, BOD, ALL)

#: The window makes previews and files beside each other; the writer works on one at a time.
_PRESS = Lock()

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One document to print: the name of its file (without .pdf) and what makes it.

    `kind` is "agreement", "combined", "sheet" or "bod"; `party_id` is "" where it is of nobody.
    """

    kind: str
    name: str
    party_id: Id
    compose: Callable[[], Document]


def print_documents(
    dossier: Dossier,
    blobs: Blobs,
    what: str,
    out: Path,
    party: str | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """Write `what` ("agreement", "signatures", "bod", "all") as PDF files into a folder.

    With the name of a party only what is of that party. Returns the files in order; when it is
    stopped, those that were finished. Raises UserError for an unknown party, nothing to print, or
    a folder that cannot be written to.
    """
    return save_jobs(jobs(dossier, blobs, what, party), out, progress=progress, cancelled=cancelled)


def save_jobs(
    chosen: Iterable[PrintJob],
    out: Path,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """Write documents into a folder, each whole or not at all; returns the files in order."""
    todo = tuple(chosen)
    make_folder(out)
    written: list[Path] = []
    for done, job in enumerate(todo):
        if progress:
            progress(done, len(todo), job.name)
        path = out / f"{job.name}.pdf"
        try:
            with _PRESS:
                write_pdf(job.compose(), path, cancelled=cancelled)
        except Cancelled:
            break
        written.append(path)
    return tuple(written)


def save_together(
    chosen: Iterable[PrintJob],
    path: Path,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bool:
    """Write documents into one file, each with page numbers of its own; False when stopped.

    Raises UserError when the file cannot be written; what stood there is then still there.
    """
    todo = tuple(chosen)

    def step(done: int, total: int) -> None:
        if progress:
            at = min(len(todo) - 1, done * len(todo) // max(1, total))
            progress(at, len(todo), todo[at].name)

    try:
        with _PRESS:
            write_pdf([job.compose() for job in todo], path, progress=step, cancelled=cancelled)
    except Cancelled:
        return False
    return True


def pdf_of(document: Document) -> bytes:
    """A document as the bytes of a PDF, for a preview."""
    buffer = io.BytesIO()
    with _PRESS:
        write_pdf(document, buffer)
    return buffer.getvalue()


def make_folder(out: Path) -> None:
    """The folder to print into, made when it is not there. Raises UserError when it cannot be."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"De map {out} kan niet worden gemaakt of is geen map; er is niets afgedrukt. "
            "Kies een andere map."
        ) from error


def jobs(
    dossier: Dossier,
    blobs: Blobs,
    what: str,
    party: str | None = None,
    *,
    version: Version | None = None,
    annex: bool = True,
) -> tuple[PrintJob, ...]:
    """What there is to print, each with a name of its own.

    Without a `version` the one of today is printed: the version that was adopted last while the
    dossier still says the same, else the concept. Of a bod that was handed in, what was handed
    in. Raises UserError for an unknown party or nothing to print.
    """
    if what not in WHAT:
        raise ValueError(f"there is no document {what!r}")
    chosen = party_named(dossier, party) if party else None
    text = version or current_version(dossier, blobs)
    made: list[PrintJob] = []
    if what in (AGREEMENT, ALL):
        made.append(agreement_job(text))
    if what in (SIGNATURES, ALL):
        made += signature_jobs(text, chosen, annex=annex)
    if what in (BOD, ALL):
        made += bod_jobs(dossier, blobs, chosen, text.logos)
    if not made:
        raise UserError(_nothing(what, chosen))
    return _with_own_names(made)


def agreement_job(version: Version) -> PrintJob:
    """The full text."""
    return PrintJob(AGREEMENT, file_name(version.title), "", lambda: full_text(version))


def signature_jobs(
    version: Version, only: Party | None = None, *, annex: bool = True
) -> list[PrintJob]:
    """The combined page and the sheet of every party; of one party only its sheet."""
    made = []
    if only is None and version.parties:
        made.append(
            PrintJob("combined", "Gezamenlijk ondertekenblad", "", lambda: signature_page(version))
        )
    made += [
        _sheet_job(version, party, annex=annex)
        for party in version.parties
        if only is None or party.id == only.id
    ]
    return made


def _sheet_job(version: Version, party: Party, *, annex: bool) -> PrintJob:
    return PrintJob(
        "sheet",
        file_name(f"Ondertekenblad {party.name}"),
        party.id,
        lambda: signature_sheet(version, party, annex=annex),
    )


def bod_jobs(
    dossier: Dossier, blobs: Blobs, only: Party | None, logos: Mapping[Id, Picture]
) -> list[PrintJob]:
    """The bod of every corporation, or of one."""
    return [
        bod_job(bod_version(dossier, blobs, party, logos))
        for party in dossier.parties
        if party.kind is PartyKind.CORPORATION and (only is None or party.id == only.id)
    ]


def bod_job(version: BodVersion) -> PrintJob:
    """One corporation's bod."""
    name = file_name(f"Bod {version.party.name}")
    return PrintJob(BOD, name, version.party.id, lambda: bod_document(version))


def bod_version(
    dossier: Dossier,
    blobs: Blobs,
    party: Party,
    logos: Mapping[Id, Picture],
    *,
    as_submitted: bool = True,
) -> BodVersion:
    """A corporation's bod: as it was handed in last, or as it is now."""
    submission = submission_of(dossier, party.id) if as_submitted else None
    if submission is None or not submission.snapshot_id:
        return BodVersion(
            text=dossier, party=party, submission=submission, logos=logos, printed_on=_today()
        )
    frozen = _thawed(blobs, submission.snapshot_id, f"Het ingediende bod van {party.name}")
    then = frozen.find(Party, party.id) or party
    return BodVersion(text=frozen, party=then, submission=submission, logos=logos)


def current_version(dossier: Dossier, blobs: Blobs) -> Version:
    """The version that was adopted last while the dossier still says the same, else the concept."""
    edition = latest_edition(dossier)
    if edition is None or differs_from(
        dossier, edition, all_signing(dossier, Fingerprints(dossier))
    ):
        return concept_version(dossier, blobs)
    return adopted_version(dossier, blobs, edition)


def concept_version(dossier: Dossier, blobs: Blobs) -> Version:
    """The dossier as it is now, printed as a concept."""
    return concept(dossier, logos(dossier, blobs), _today())


def adopted_version(dossier: Dossier, blobs: Blobs, edition: Edition) -> Version:
    """An adopted version. Raises UserError when its contents are not in the file."""
    frozen = _thawed(blobs, edition.snapshot_id, f"Vastgestelde versie {edition.number}")
    return adopted(dossier, edition, frozen, logos(dossier, blobs))


def logos(dossier: Dossier, blobs: Blobs) -> dict[Id, Picture]:
    """The logos of the parties; one that is missing or damaged is left out of the print."""
    found: dict[Id, Picture] = {}
    for party in dossier.parties:
        if party.logo_id:
            with contextlib.suppress(KeyError, UserError):
                found[party.id] = load_logo(blobs(party.logo_id).data)
    return found


def party_named(dossier: Dossier, name: str) -> Party:
    """The party with this short name, legal name or alias. Raises UserError naming them all."""
    wanted = _plain(name)
    exact = [p for p in dossier.parties if _plain(p.name) == wanted]
    also = [p for p in dossier.parties if wanted in map(_plain, (p.legal_name, *p.aliases))]
    found = exact or also
    if len(found) == 1:
        return found[0]
    known = ", ".join(p.name for p in (found or dossier.parties) if found or p.can_sign)
    if found:
        raise UserError(f"“{name}” kan meer partijen zijn: {known}. Er is niets afgedrukt.")
    raise UserError(
        f"Er is geen partij “{name}”; er is niets afgedrukt. Partijen die er zijn: "
        f"{known or 'nog geen'}."
    )


def file_name(title: str) -> str:
    """A title as the name of a file on any system, without its extension."""
    name = " ".join(_FORBIDDEN.sub(" ", title).split())[:_LONGEST_NAME].strip(". ")
    return f"_{name}" if _RESERVED.fullmatch(name) else name or "Document"


def _with_own_names(made: Iterable[PrintJob]) -> tuple[PrintJob, ...]:
    """The second document of a name gets a number: no file overwrites another."""
    return tuple(_numbered(made))


def _numbered(made: Iterable[PrintJob]) -> Iterator[PrintJob]:
    taken = set[str]()
    for job in made:
        name, number = job.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{job.name} ({number})"
        taken.add(name.casefold())
        yield PrintJob(job.kind, name, job.party_id, job.compose)


def _thawed(blobs: Blobs, snapshot_id: Id, what: str) -> Dossier:
    try:
        return thaw(blobs(snapshot_id))
    except (KeyError, ValueError) as error:
        raise UserError(
            f"{what} kan niet worden afgedrukt: de inhoud ervan ontbreekt in dit bestand. De rest "
            "van het dossier is heel; druk het huidige concept af of gebruik een reservekopie."
        ) from error


def _nothing(what: str, party: Party | None) -> str:
    if party is not None and what == BOD:
        return f"{party.name} is geen corporatie en heeft geen bod; er is niets afgedrukt."
    if party is not None:
        return f"{party.name} tekent niet en heeft geen ondertekenblad; er is niets afgedrukt."
    if what == BOD:
        return "Er is nog geen corporatie in dit dossier, dus geen bod; er is niets afgedrukt."
    return "Er is nog geen partij die tekent, dus geen ondertekenblad; er is niets afgedrukt."


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _today() -> date:
    return datetime.now().astimezone().date()
