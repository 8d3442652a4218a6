"""Which party signs which item: the default, and the exceptions to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import groups_of
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item, all_items, binds, theme_of
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import SigningMode, SigningRule, SigningScope


@dataclass(frozen=True, slots=True)
class Signs:
    """How one party signs one item, and by which rule (None: by the default of all)."""

    mode: SigningMode
    reservation: str = ""
    rule: SigningRule | None = None


EVERYTHING = Signs(SigningMode.SIGNS)
NOTHING = Signs(SigningMode.NOT)


def signing_parties(dossier: Dossier) -> tuple[Party, ...]:
    """The parties whose signature is expected, in order."""
    return tuple(party for party in dossier.parties if party.can_sign)


class SigningRules:
    """All rules of a dossier at one moment, ready to answer for many items.

    Precedence: item over theme over default; within a level a party over a group, and of
    several groups the narrowest.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._rules: dict[tuple[SigningScope, Id, Id], SigningRule] = {
            (rule.scope, rule.target_id, rule.party_id): rule for rule in dossier.all(SigningRule)
        }
        self._names: dict[Id, tuple[Id, ...]] = {
            party.id: (party.id, *(g.id for g in groups_of(dossier, party.id)))
            for party in signing_parties(dossier)
        }

    def of(self, item: Item, party_id: Id) -> Signs:
        """How a party signs an item."""
        names = self._names.get(party_id)
        if names is None or not binds(item):
            return NOTHING
        if not self._rules:
            return EVERYTHING
        for scope, target in (
            (SigningScope.ITEM, item.id),
            (SigningScope.THEME, theme_of(self._dossier, item)),
            (SigningScope.DEFAULT, ""),
        ):
            for name in names:
                rule = self._rules.get((scope, target, name))
                if rule is not None:
                    return Signs(rule.mode, rule.reservation, rule)
        return EVERYTHING

    def signed_by(self, party_id: Id) -> Iterator[tuple[Item, Signs]]:
        """The items that bind a party, with how it signs them, in reading order."""
        for item in all_items(self._dossier):
            signs = self.of(item, party_id)
            if signs.mode is not SigningMode.NOT:
                yield item, signs
