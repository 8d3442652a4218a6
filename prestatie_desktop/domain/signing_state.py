"""Who has signed, and whether what they signed is still what stands there."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import find_item
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import (
    Edition,
    Signatory,
    Signature,
    SignatureSheet,
    SigningMode,
)
from prestatie_desktop.domain.signing_rules import SigningRules, signing_parties


class PartyState(StrEnum):
    """How far one party is with signing."""

    NO_SHEET = "no_sheet"
    SHEET_OUT = "sheet_out"
    #: Its sheet was issued for an earlier text and is not signed: a new one is needed.
    SHEET_STALE = "sheet_stale"
    SIGNED = "signed"
    #: It signed an earlier text.
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySigning:
    """One party's signing at this moment."""

    party: Party
    state: PartyState
    #: The code its sheet should carry now.
    code: str
    sheet: SignatureSheet | None
    signature: Signature | None
    has_signatory: bool
    reservations: int
    items: int


def party_signing(
    dossier: Dossier, party: Party, fingerprints: Fingerprints, rules: SigningRules
) -> PartySigning:
    """How far a party is: signed, on an earlier text, with a sheet out, or without one."""
    code = fingerprints.code(party, rules)
    sheets = {s.id: s for s in dossier.of(SignatureSheet, "party_id", party.id)}
    signatures = [s for s in dossier.of(Signature, "party_id", party.id) if s.sheet_id in sheets]
    valid = [s for s in signatures if sheets[s.sheet_id].code == code]
    signature = max(valid or signatures, key=lambda s: s.registered_at, default=None)
    current = [s for s in sheets.values() if s.code == code]
    sheet = max(current or sheets.values(), key=lambda s: s.issued_at, default=None)
    if signature is not None:
        sheet = sheets[signature.sheet_id]
    signed = list(rules.signed_by(party.id))
    return PartySigning(
        party=party,
        state=_state(signature, sheet, valid=bool(valid), current=bool(current)),
        code=code,
        sheet=sheet,
        signature=signature,
        has_signatory=bool(dossier.of(Signatory, "party_id", party.id)),
        reservations=sum(s.mode is SigningMode.WITH_RESERVATION for _, s in signed),
        items=len(signed),
    )


def _state(
    signature: Signature | None, sheet: SignatureSheet | None, *, valid: bool, current: bool
) -> PartyState:
    if signature is not None:
        return PartyState.SIGNED if valid else PartyState.STALE
    if sheet is None:
        return PartyState.NO_SHEET
    return PartyState.SHEET_OUT if current else PartyState.SHEET_STALE


def all_signing(dossier: Dossier, fingerprints: Fingerprints) -> tuple[PartySigning, ...]:
    """Every signing party's state, in order of the parties."""
    rules = SigningRules(dossier)
    return tuple(
        party_signing(dossier, party, fingerprints, rules) for party in signing_parties(dossier)
    )


class ItemChange(StrEnum):
    """What became of an item since a party signed it."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


def changed_items(
    then: Dossier, now: Dossier, party: Party, prints: tuple[Fingerprints, Fingerprints]
) -> dict[Id, ItemChange]:
    """The items that bind a party otherwise than they did: id → what became of them.

    `prints` are the fingerprints of `then` and of `now`.
    """
    before = _signed_leaves(then, party.id, prints[0])
    after = _signed_leaves(now, party.id, prints[1])
    changes: dict[Id, ItemChange] = {}
    for item_id in {**before, **after}:
        if item_id not in before:
            changes[item_id] = ItemChange.ADDED
        elif item_id not in after:
            changes[item_id] = ItemChange.REMOVED
        elif before[item_id] != after[item_id]:
            changes[item_id] = ItemChange.CHANGED
    return changes


def _signed_leaves(
    dossier: Dossier, party_id: Id, prints: Fingerprints
) -> dict[Id, tuple[str, ...]]:
    rules = SigningRules(dossier)
    return {
        item.id: (prints.leaf(item), signs.mode.value, signs.reservation)
        for item, signs in rules.signed_by(party_id)
    }


def would_lapse(
    dossier: Dossier, fingerprints: Fingerprints, attempt: Callable[[Dossier], None]
) -> tuple[Party, ...]:
    """The parties whose valid signature or whose sheet an attempted change would lapse.

    The attempt is made on a copy; the dossier itself stays as it is.
    """
    bound = [
        signing
        for signing in all_signing(dossier, fingerprints)
        if signing.state is PartyState.SIGNED
    ]
    if not bound:
        return ()
    trial = dossier.copy()
    attempt(trial)
    after, rules = Fingerprints(trial), SigningRules(trial)
    return tuple(
        signing.party
        for signing in bound
        if (now := trial.find(Party, signing.party.id)) is None
        or after.code(now, rules) != signing.code
    )


def latest_edition(dossier: Dossier) -> Edition | None:
    """The version that was adopted last."""
    return max(dossier.all(Edition), key=lambda edition: edition.number, default=None)


def item_exists(dossier: Dossier, item_id: Id) -> bool:
    """Whether an item is (still) in the dossier."""
    return find_item(dossier, item_id) is not None


def differs_from(dossier: Dossier, edition: Edition, signings: tuple[PartySigning, ...]) -> bool:
    """Whether anything that somebody signs is no longer as this edition has it."""
    issued = {
        sheet.party_id: sheet.code for sheet in dossier.of(SignatureSheet, "edition_id", edition.id)
    }
    return {s.party.id: s.code for s in signings} != issued
