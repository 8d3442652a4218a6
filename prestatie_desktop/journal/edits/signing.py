"""Edits of who signs what, and who signs for whom."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.items import find_item
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.signing import (
    Signatory,
    SigningBasis,
    SigningMode,
    SigningRule,
    SigningScope,
)
from prestatie_desktop.domain.signing_rules import SigningRules
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Added, Change, Removed, difference
from prestatie_desktop.journal.edits.making import (
    act,
    add,
    edit,
    known,
    line,
    lines,
    rank_last,
    required,
)
from prestatie_desktop.journal.edits.roles import item_name
from prestatie_desktop.journal.session import Act

#: What a rule of a scope is about; the default is about everything and names nothing.
_TARGETS: dict[SigningScope, tuple[type[Entity], ...]] = {
    SigningScope.ITEM: (Agreement, Commitment),
    SigningScope.THEME: (Theme,),
    SigningScope.DEFAULT: (),
}


def set_signing(
    dossier: Dossier,
    scope: SigningScope,
    target_id: Id,
    party_id: Id,
    mode: SigningMode | None,
    *,
    reservation: str = "",
) -> Act:
    """Make, change or (None) drop a rule about how a party or group signs.

    Raises UserError for a reservation without words, KeyError for what is not there.
    """
    reservation = _reservation(mode, reservation)
    about = _target_name(dossier, scope, target_id)
    changes = _rule_changes(dossier, scope, target_id, party_id, mode, reservation=reservation)
    return act(
        "set_signing",
        *changes,
        about=about,
        party=named(dossier, party_id),
        mode=mode.value if mode else "",
    )


def set_signing_many(
    dossier: Dossier,
    cells: Iterable[tuple[Id, Id]],
    mode: SigningMode | None,
    *,
    reservation: str = "",
) -> Act:
    """The same for many cells (item, party) of the matrix at once; one step to undo.

    Where a party would sign an item so by itself, its own rule goes instead of saying it again.
    """
    reservation = _reservation(mode, reservation)
    rules = SigningRules(dossier)
    changes: list[Change] = []
    count = 0
    for item_id, party_id in dict.fromkeys(cells):
        needed: SigningMode | None = mode
        item = find_item(dossier, item_id)
        if item is not None and mode is not None and not reservation:
            by_itself = rules.otherwise(item, party_id).mode
            needed = None if by_itself is mode else mode
        changes += _rule_changes(
            dossier, SigningScope.ITEM, item_id, party_id, needed, reservation=reservation
        )
        count += 1
    return act("set_signing_many", *changes, count=str(count), mode=mode.value if mode else "")


def _reservation(mode: SigningMode | None, text: str) -> str:
    reservation = lines(text, "Het voorbehoud")
    if mode is not SigningMode.WITH_RESERVATION:
        return ""
    if not reservation:
        raise UserError("Een voorbehoud heeft woorden nodig; er is niets gewijzigd.")
    return reservation


def _rule_changes(
    dossier: Dossier,
    scope: SigningScope,
    target_id: Id,
    party_id: Id,
    mode: SigningMode | None,
    *,
    reservation: str = "",
) -> tuple[Change, ...]:
    now = next(
        (
            rule
            for rule in dossier.of(SigningRule, "target_id", target_id)
            if rule.scope is scope and rule.party_id == party_id
        ),
        None,
    )
    if mode is None:
        return (Removed(now),) if now else ()
    if now is not None:
        return difference(now, replace(now, mode=mode, reservation=reservation))
    if scope is not SigningScope.DEFAULT or target_id:
        known(dossier, _TARGETS[scope], target_id)
    known(dossier, (Party, PartyGroup), party_id)
    rule = SigningRule(
        id=new_id(),
        scope=scope,
        target_id=target_id,
        party_id=party_id,
        mode=mode,
        reservation=reservation,
    )
    return (Added(rule),)


def _target_name(dossier: Dossier, scope: SigningScope, target_id: Id) -> str:
    match scope:
        case SigningScope.ITEM:
            return item_name(dossier, target_id)
        case SigningScope.THEME:
            theme = dossier.find(Theme, target_id)
            return f"thema {theme.number}" if theme else "?"
        case SigningScope.DEFAULT:
            return "alles"


def add_signatory(
    dossier: Dossier,
    party_id: Id,
    name: str,
    *,
    function: str = "",
    basis: SigningBasis | None = None,
    document: str = "",
    document_date: date | None = None,
    on_behalf_of: str = "",
) -> Act:
    """Add a person who signs for a party. Raises UserError for an empty name."""
    known(dossier, (Party,), party_id)
    signatory = Signatory(
        id=new_id(),
        party_id=party_id,
        name=required(name, "De naam van de ondertekenaar"),
        function=line(function, "De functie"),
        basis=basis,
        document=line(document, "Het document"),
        document_date=document_date,
        on_behalf_of=line(on_behalf_of, "De naam"),
        rank=rank_last(dossier.of(Signatory, "party_id", party_id)),
    )
    return add("add_signatory", signatory, about=signatory.name, party=named(dossier, party_id))


def edit_signatory(
    dossier: Dossier,
    signatory_id: Id,
    *,
    name: str,
    function: str,
    basis: SigningBasis | None,
    document: str,
    document_date: date | None,
    on_behalf_of: str,
) -> Act:
    """Change who signs and on what ground. Raises UserError for an empty name."""
    signatory = dossier.get(Signatory, signatory_id)
    return edit(
        "edit_signatory",
        signatory,
        about=signatory.name,
        name=required(name, "De naam van de ondertekenaar"),
        function=line(function, "De functie"),
        basis=basis,
        document=line(document, "Het document"),
        document_date=document_date,
        on_behalf_of=line(on_behalf_of, "De naam"),
    )


def remove_signatory(dossier: Dossier, signatory_id: Id) -> Act:
    """Take a person out of the signatories; signatures that were registered stay."""
    signatory = dossier.get(Signatory, signatory_id)
    return act(
        "remove_signatory",
        Removed(signatory),
        about=signatory.name,
        party=named(dossier, signatory.party_id),
    )
