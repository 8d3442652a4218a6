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
        theme_id = theme_of(self._dossier, item)
        return self._found(SigningScope.ITEM, item.id, names) or self.in_theme(theme_id, party_id)

    def otherwise(self, item: Item, party_id: Id) -> Signs:
        """How a party would sign an item without a rule of its own for that item."""
        groups = self._names.get(party_id, ())[1:]
        theme_id = theme_of(self._dossier, item)
        return self._found(SigningScope.ITEM, item.id, groups) or self.in_theme(theme_id, party_id)

    def in_theme(self, theme_id: Id, party_id: Id) -> Signs:
        """How a party signs the items of a theme that have no rule of their own."""
        names = self._names.get(party_id)
        if names is None:
            return NOTHING
        by_theme = self._found(SigningScope.THEME, theme_id, names)
        return by_theme or self._found(SigningScope.DEFAULT, "", names) or EVERYTHING

    def by_default(self, party_id: Id) -> Signs:
        """How a party signs what no theme and no item has a rule for."""
        return self.in_theme("", party_id)

    def has(self, scope: SigningScope, target_id: Id, party_id: Id) -> bool:
        """Whether a party or group has a rule of its own for exactly this."""
        return (scope, target_id, party_id) in self._rules

    def _found(self, scope: SigningScope, target: Id, names: tuple[Id, ...]) -> Signs | None:
        for name in names:
            rule = self._rules.get((scope, target, name))
            if rule is not None:
                return Signs(rule.mode, rule.reservation, rule)
        return None

    def signed_by(self, party_id: Id) -> Iterator[tuple[Item, Signs]]:
        """The items that bind a party, with how it signs them, in reading order."""
        for item in all_items(self._dossier):
            signs = self.of(item, party_id)
            if signs.mode is not SigningMode.NOT:
                yield item, signs
