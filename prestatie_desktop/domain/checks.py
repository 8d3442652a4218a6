"""Warnings before signing. The law prescribes a procedure and no form: they never block."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item, all_items, binds
from prestatie_desktop.domain.roles import roles_by_party
from prestatie_desktop.domain.signing import Signatory, SigningMode
from prestatie_desktop.domain.signing_rules import SigningRules, signing_parties


class Rule(StrEnum):
    """What a finding is about."""

    NOBODY_SIGNS = "nobody_signs"
    ROLE_BUT_NOT_SIGNING = "role_but_not_signing"
    NO_SIGNATORY = "no_signatory"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: an item, a party, or both."""

    rule: Rule
    item_id: Id = ""
    party_id: Id = ""


def signing_findings(dossier: Dossier) -> Iterator[Finding]:
    """An item nobody signs, a party with a role that does not sign, a party without signatory."""
    rules = SigningRules(dossier)
    parties = signing_parties(dossier)
    for item in all_items(dossier):
        if binds(item):
            yield from item_findings(dossier, rules, [p.id for p in parties], item)
    for party in parties:
        if not dossier.of(Signatory, "party_id", party.id):
            yield Finding(Rule.NO_SIGNATORY, party_id=party.id)


def item_findings(
    dossier: Dossier, rules: SigningRules, parties: list[Id], item: Item
) -> Iterator[Finding]:
    """What there is to look at about one item that binds; `parties` are those that sign."""
    signs = {p for p in parties if rules.of(item, p).mode is not SigningMode.NOT}
    if not signs:
        yield Finding(Rule.NOBODY_SIGNS, item_id=item.id)
        return
    for party_id in roles_by_party(dossier, item.id):
        if party_id in parties and party_id not in signs:
            yield Finding(Rule.ROLE_BUT_NOT_SIGNING, item_id=item.id, party_id=party_id)
