"""Who signs what, and who signed, as JSON."""

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.signing import (
    Edition,
    Signatory,
    Signature,
    SignatureSheet,
    SigningRule,
)
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.exchange.json_values import Json


def signing(dossier: Dossier) -> Json:
    """Signatories, the exceptions to "everybody signs everything", editions and signatures."""
    return {
        "signatories": _signatories(dossier),
        "signing_rules": [_rule(dossier, rule) for rule in dossier.all(SigningRule)],
        "editions": [_edition(dossier, one) for one in _editions(dossier)],
        "signatures": [
            _signature(dossier, one)
            for one in sorted(dossier.all(Signature), key=lambda s: (s.registered_at, s.id))
        ],
    }


def _signatories(dossier: Dossier) -> list[Json]:
    return [
        {
            "id": person.id,
            "party": party.name,
            "party_id": party.id,
            "name": person.name,
            "function": person.function,
            "basis": person.basis.value if person.basis else None,
            "document": person.document,
            "document_date": person.document_date.isoformat() if person.document_date else None,
            "on_behalf_of": person.on_behalf_of,
        }
        for party in dossier.parties
        for person in dossier.of(Signatory, "party_id", party.id)
    ]


def _rule(dossier: Dossier, rule: SigningRule) -> Json:
    return {
        "scope": rule.scope.value,
        "target": _target(dossier, rule.target_id),
        "target_id": rule.target_id,
        "party": named(dossier, rule.party_id),
        "party_id": rule.party_id,
        "mode": rule.mode.value,
        "reservation": rule.reservation,
    }


def _target(dossier: Dossier, target_id: Id) -> str:
    numbered = dossier.find(Agreement, target_id) or dossier.find(Theme, target_id)
    if numbered is not None:
        return numbered.number
    row = dossier.find(Commitment, target_id)
    return row.location if row else ""


def _editions(dossier: Dossier) -> list[Edition]:
    return sorted(dossier.all(Edition), key=lambda edition: edition.number)


def _edition(dossier: Dossier, edition: Edition) -> Json:
    sheets = dossier.of(SignatureSheet, "edition_id", edition.id)
    return {
        "id": edition.id,
        "number": edition.number,
        "title": edition.title,
        "adopted_on": edition.adopted_on.isoformat(),
        "made_at": edition.made_at.isoformat(),
        "made_by": edition.made_by,
        "note": edition.note,
        "sheets": [
            {
                "id": sheet.id,
                "party": named(dossier, sheet.party_id),
                "party_id": sheet.party_id,
                "code": sheet.code,
                "form": sheet.form,
                "issued_at": sheet.issued_at.isoformat(),
                "issued_by": sheet.issued_by,
            }
            for sheet in sorted(sheets, key=lambda s: (named(dossier, s.party_id), s.id))
        ],
    }


def _signature(dossier: Dossier, signature: Signature) -> Json:
    sheet = dossier.find(SignatureSheet, signature.sheet_id)
    return {
        "party": named(dossier, signature.party_id),
        "party_id": signature.party_id,
        "sheet_id": signature.sheet_id,
        "code": sheet.code if sheet else "",
        "signatory": signature.signatory,
        "signed_on": signature.signed_on.isoformat(),
        "place": signature.place,
        "medium": signature.medium.value,
        "note": signature.note,
        "registered_at": signature.registered_at.isoformat(),
        "registered_by": signature.registered_by,
    }
