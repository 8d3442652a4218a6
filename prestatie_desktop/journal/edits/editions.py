"""Vaststellen: freezing an edition, issuing its sheets and registering signatures."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from prestatie_desktop.domain.agreement_set import AgreementSet, SetStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import FORM, Fingerprints
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import Edition, Medium, Signature, SignatureSheet
from prestatie_desktop.domain.signing_rules import SigningRules, signing_parties
from prestatie_desktop.domain.signing_state import has_signed, latest_edition, stands
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Added, Change, Removed, difference
from prestatie_desktop.journal.edits.making import act, line, lines, required
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Act
from prestatie_desktop.journal.snapshot import freeze


def adopt(
    dossier: Dossier,
    author: Author,
    adopted_on: date,
    *,
    title: str = "",
    note: str = "",
    now: datetime | None = None,
) -> Act:
    """Freeze the dossier as a numbered edition and issue every signing party its sheet.

    Raises UserError when there is nothing to adopt or nobody to sign.
    """
    parties = signing_parties(dossier)
    if not parties:
        raise UserError(
            "Er is nog geen partij die tekent; vaststellen kan pas daarna. Er is niets gewijzigd."
        )
    now = now or datetime.now(UTC)
    last = latest_edition(dossier)
    number = last.number + 1 if last else 1
    snapshot = freeze(dossier)
    edition = Edition(
        id=new_id(),
        number=number,
        title=line(title, "De titel") or f"Versie {number}",
        adopted_on=adopted_on,
        made_at=now,
        made_by=author.person,
        note=lines(note, "De toelichting"),
        snapshot_id=snapshot.id,
    )
    sheets = _sheets(dossier, edition, parties, author, now)
    now_set = dossier.set
    status = difference(now_set, _with_status(now_set, SetStatus.ADOPTED))
    return act(
        "adopt",
        Added(edition),
        *(Added(sheet) for sheet in sheets),
        *status,
        blobs=(snapshot,),
        about=str(number),
    )


def _sheets(
    dossier: Dossier,
    edition: Edition,
    parties: Iterable[Party],
    author: Author,
    now: datetime,
) -> list[SignatureSheet]:
    fingerprints, rules = Fingerprints(dossier), SigningRules(dossier)
    return [
        SignatureSheet(
            id=new_id(),
            edition_id=edition.id,
            party_id=party.id,
            code=fingerprints.code(party, rules),
            form=FORM,
            issued_at=now,
            issued_by=author.person,
        )
        for party in parties
    ]


def _with_status(now_set: AgreementSet, status: SetStatus) -> AgreementSet:
    return replace(now_set, status=status)


def register_signature(
    dossier: Dossier,
    author: Author,
    sheet_id: Id,
    signatory: str,
    signed_on: date,
    *,
    place: str = "",
    medium: Medium = Medium.PAPER,
    note: str = "",
    now: datetime | None = None,
) -> Act:
    """Record that a sheet was signed: by whom, when, where, on paper or digitally.

    The signature belongs to the sheet's code. When it is the last one missing, the dossier
    becomes "getekend". Raises UserError for an empty name or a date before the adoption.
    """
    sheet = dossier.get(SignatureSheet, sheet_id)
    edition = dossier.get(Edition, sheet.edition_id)
    if signed_on < edition.adopted_on:
        raise UserError(
            f"Versie {edition.number} is vastgesteld op {edition.adopted_on:%d-%m-%Y}; een "
            "handtekening kan daar niet vóór liggen. Er is niets vastgelegd."
        )
    signature = Signature(
        id=new_id(),
        sheet_id=sheet_id,
        party_id=sheet.party_id,
        signatory=required(signatory, "De naam van wie tekende"),
        signed_on=signed_on,
        place=line(place, "De plaats"),
        medium=medium,
        note=lines(note, "De toelichting"),
        registered_at=now or datetime.now(UTC),
        registered_by=author.person,
    )
    changes: list[Change] = [Added(signature)]
    if _completes(dossier, sheet):
        changes += difference(dossier.set, _with_status(dossier.set, SetStatus.SIGNED))
    return act(
        "register_signature",
        *changes,
        about=named(dossier, sheet.party_id),
        person=signature.signatory,
    )


def _completes(dossier: Dossier, sheet: SignatureSheet) -> bool:
    """Whether everyone has signed once this sheet is."""
    fingerprints, rules = Fingerprints(dossier), SigningRules(dossier)
    return all(
        stands(sheet, party, fingerprints, rules)
        if party.id == sheet.party_id
        else has_signed(dossier, party, fingerprints, rules)
        for party in signing_parties(dossier)
    )


def withdraw_signature(dossier: Dossier, signature_id: Id) -> Act:
    """Take back a registration that was a mistake.

    A dossier that was "getekend" is "vastgesteld" again, unless its party signed more than once.
    """
    signature = dossier.get(Signature, signature_id)
    changes: list[Change] = [Removed(signature)]
    others = dossier.of(Signature, "sheet_id", signature.sheet_id)
    if dossier.set.status is SetStatus.SIGNED and len(others) == 1:
        changes += difference(dossier.set, _with_status(dossier.set, SetStatus.ADOPTED))
    return act(
        "withdraw_signature",
        *changes,
        about=named(dossier, signature.party_id),
        person=signature.signatory,
    )
