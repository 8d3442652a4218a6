"""Who has signed, and whether what they signed is still what stands there."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from prestatie_desktop.domain.agreement_set import SetStatus, TextPart
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import (
    FORM,
    FORMS,
    Fingerprints,
    named_groups,
    resolved_groups,
)
from prestatie_desktop.domain.identity import Id
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
    #: The code a sheet issued now would carry.
    code: str
    #: The sheet it signed; else the newest that can be signed; else the newest.
    sheet: SignatureSheet | None
    signature: Signature | None
    has_signatory: bool
    reservations: int
    items: int
    #: The sheets issued for exactly what stands there now, newest first: these can be signed.
    current: tuple[SignatureSheet, ...] = ()


def party_signing(
    dossier: Dossier, party: Party, fingerprints: Fingerprints, rules: SigningRules
) -> PartySigning:
    """How far a party is: signed, on an earlier text, with a sheet out, or without one."""
    newest = _sheets(dossier, party)
    sheets = {sheet.id: sheet for sheet in newest}
    code = fingerprints.code(party, rules)
    current = tuple(s for s in newest if stands(s, party, fingerprints, rules, code))
    signatures = [s for s in dossier.of(Signature, "party_id", party.id) if s.sheet_id in sheets]
    valid = [s for s in signatures if sheets[s.sheet_id] in current]
    signature = max(valid or signatures, key=lambda s: s.registered_at, default=None)
    sheet = next(iter(current or newest), None)
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
        current=current,
    )


def _sheets(dossier: Dossier, party: Party) -> list[SignatureSheet]:
    sheets = dossier.of(SignatureSheet, "party_id", party.id)
    return sorted(sheets, key=lambda sheet: sheet.issued_at, reverse=True)


def stands(
    sheet: SignatureSheet,
    party: Party,
    fingerprints: Fingerprints,
    rules: SigningRules,
    code: str = "",
) -> bool:
    """Whether a sheet was issued for exactly what binds its party now.

    `code` is the party's code in today's form where that is known. A sheet of a form that this
    program does not know is never found to stand.
    """
    if sheet.form == FORM and code:
        return sheet.code == code
    return sheet.form in FORMS and sheet.code == fingerprints.code(party, rules, sheet.form)


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


class CommonChange(StrEnum):
    """What a party signed besides its items and is no longer so."""

    TITLE = "title"
    YEARS = "years"
    #: Preamble, definitions or closing words.
    TEXT = "text"
    LEGAL_NAME = "legal_name"
    #: A group named at an item has other members.
    GROUPS = "groups"


def common_changes(then: Dossier, now: Dossier, party: Party) -> tuple[CommonChange, ...]:
    """What differs for a party apart from its items (`changed_items` has those)."""
    before, after = (_signed_in_common(dossier, party) for dossier in (then, now))
    changes = [change for change in before if before[change] != after[change]]
    if changed_groups(then, now, party):
        changes.append(CommonChange.GROUPS)
    return tuple(changes)


def _signed_in_common(dossier: Dossier, party: Party) -> dict[CommonChange, object]:
    found = dossier.find(Party, party.id)
    return {
        CommonChange.TITLE: dossier.set.title,
        CommonChange.YEARS: (dossier.set.first_year, dossier.set.last_year),
        CommonChange.TEXT: {(p.id, p.kind, p.title, p.text) for p in dossier.all(TextPart)},
        CommonChange.LEGAL_NAME: found.full_name if found else "",
    }


def changed_groups(then: Dossier, now: Dossier, party: Party) -> tuple[Id, ...]:
    """The groups named at what binds a party, then and now, that have other parties in them."""
    before, after = (_named_to(dossier, party) for dossier in (then, now))
    return tuple(group for group in after if group in before and before[group] != after[group])


def _named_to(dossier: Dossier, party: Party) -> dict[Id, list[Id]]:
    """The groups named at what binds a party, with who is in them."""
    resolved = resolved_groups(dossier)
    return {
        group: found
        for item, _ in SigningRules(dossier).signed_by(party.id)
        for group, *found in named_groups(dossier, item, resolved)
    }


def would_lapse(
    dossier: Dossier, fingerprints: Fingerprints, attempt: Callable[[Dossier], None]
) -> tuple[Party, ...]:
    """The parties whose valid signature an attempted change would lapse.

    The attempt is made on a copy; the dossier itself stays as it is.
    """
    bound = _signed_parties(dossier, fingerprints)
    if not bound:
        return ()
    trial = dossier.copy()
    attempt(trial)
    still = {party.id for party in _signed_parties(trial, fingerprints.on(trial))}
    return tuple(party for party in bound if party.id not in still)


def _signed_parties(dossier: Dossier, fingerprints: Fingerprints) -> tuple[Party, ...]:
    signers = {signature.party_id for signature in dossier.all(Signature)}
    parties = [party for party in signing_parties(dossier) if party.id in signers]
    if not parties:
        return ()
    rules = SigningRules(dossier)
    return tuple(p for p in parties if has_signed(dossier, p, fingerprints, rules))


def has_signed(
    dossier: Dossier, party: Party, fingerprints: Fingerprints, rules: SigningRules
) -> bool:
    """Whether a party's signature stands under exactly what binds it now."""
    signed = {signature.sheet_id for signature in dossier.of(Signature, "party_id", party.id)}
    code = fingerprints.code(party, rules)
    return any(
        stands(sheet, party, fingerprints, rules, code)
        for sheet in dossier.of(SignatureSheet, "party_id", party.id)
        if sheet.id in signed
    )


def latest_edition(dossier: Dossier) -> Edition | None:
    """The version that was adopted last."""
    return max(dossier.all(Edition), key=lambda edition: edition.number, default=None)


def differs_from(dossier: Dossier, edition: Edition, signings: tuple[PartySigning, ...]) -> bool:
    """Whether anything that somebody signs is no longer as this edition has it."""
    issued = {sheet.party_id for sheet in dossier.of(SignatureSheet, "edition_id", edition.id)}
    standing = {s.party.id for s in signings if any(c.edition_id == edition.id for c in s.current)}
    return not issued == standing == {s.party.id for s in signings}


def status_now(dossier: Dossier, signings: tuple[PartySigning, ...]) -> SetStatus:
    """How far the parties are: what was adopted or signed is a concept again once it differs."""
    status, edition = dossier.set.status, latest_edition(dossier)
    is_past = status in (SetStatus.ADOPTED, SetStatus.SIGNED)
    if is_past and edition is not None and differs_from(dossier, edition, signings):
        return SetStatus.CONCEPT
    return status
