"""What stands in a cell of the matrix: a role, and how and whether a party signs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item, binds
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.roles import roles_by_party
from prestatie_desktop.domain.signing import SigningMode, SigningRule, SigningScope
from prestatie_desktop.domain.signing_rules import SigningRules, Signs, signing_parties
from prestatie_desktop.domain.signing_state import (
    CommonChange,
    ItemChange,
    PartySigning,
    PartyState,
)
from prestatie_desktop.ui.look.states import SignState
from prestatie_desktop.ui.rooms.signing.rows import OUTSIDE, Row, RowKind, items_of

_WEIGHT = {None: -1, RoleKind.INVOLVED: 0, RoleKind.UNKNOWN_LEAD: 1, RoleKind.LEAD: 2}


@dataclass(frozen=True, slots=True)
class Cell:
    """One party at one row."""

    role: RoleKind | None = None
    mark: SignState | None = None
    #: Of a table whose rows differ: how many of them the party signs, "6/9".
    share: str = ""
    reservation: str = ""
    #: The rule of this very row that makes it so, if any.
    rule: SigningRule | None = None


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Progress:
    """Who has signed, and which items changed for those who signed an earlier text."""

    states: Mapping[Id, PartySigning] = field(default_factory=dict)
    changed: Mapping[Id, Mapping[Id, ItemChange]] = field(default_factory=dict)
    #: What else changed for them: names, groups, the common text.
    common: Mapping[Id, Sequence[CommonChange]] = field(default_factory=dict)

    def mark(self, signs: Signs, item_id: Id, party_id: Id) -> SignState:
        """The mark of a party that signs an item so."""
        signing = self.states.get(party_id)
        state = signing.state if signing else PartyState.NO_SHEET
        change = self.changed.get(party_id, {}).get(item_id)
        if state is PartyState.STALE and change in (ItemChange.CHANGED, ItemChange.REMOVED):
            return "stale"
        if signs.mode is SigningMode.NOT:
            return "not"
        done = state is PartyState.SIGNED or (state is PartyState.STALE and change is None)
        if signs.mode is SigningMode.WITH_RESERVATION:
            return "signed_reservation" if done else "reservation"
        return "signed" if done else "signs"


class CellReader:
    """Answers for the rows of a dossier at one moment; make another one when rules change."""

    def __init__(self, dossier: Dossier, progress: Progress) -> None:
        self.rules = SigningRules(dossier)
        self.parties: tuple[Party, ...] = signing_parties(dossier)
        self.progress = progress
        self._dossier = dossier

    def cells(self, row: Row) -> tuple[Cell, ...]:
        """A cell for each party, in their order."""
        if row.kind is RowKind.THEME:
            return tuple(self._theme_cell(row.theme_id, party.id) for party in self.parties)
        items = items_of(self._dossier, row)
        if row.kind is RowKind.TABLE:
            return self._table_cells(row, items)
        return self._item_cells(items[0]) if items else (EMPTY,) * len(self.parties)

    def _item_cells(self, item: Item) -> tuple[Cell, ...]:
        roles = _roles(self._dossier, item)
        if not binds(item):
            return tuple(Cell(role=roles.get(party.id)) for party in self.parties)
        return tuple(self._cell(item, party.id, roles.get(party.id)) for party in self.parties)

    def _cell(self, item: Item, party_id: Id, role: RoleKind | None) -> Cell:
        signs = self.rules.of(item, party_id)
        own = signs.rule is not None and signs.rule.scope is SigningScope.ITEM
        return Cell(
            role=role,
            mark=self.progress.mark(signs, item.id, party_id),
            reservation=signs.reservation,
            rule=signs.rule if own else None,
        )

    def _theme_cell(self, theme_id: Id, party_id: Id) -> Cell:
        signs = self.rules.in_theme("" if theme_id == OUTSIDE else theme_id, party_id)
        if signs.rule is None or signs.rule.scope is not SigningScope.THEME:
            return EMPTY
        marks: dict[SigningMode, SignState] = {
            SigningMode.SIGNS: "signs",
            SigningMode.WITH_RESERVATION: "reservation",
            SigningMode.NOT: "not",
        }
        return Cell(mark=marks[signs.mode], reservation=signs.reservation, rule=signs.rule)

    def _table_cells(self, row: Row, items: tuple[Item, ...]) -> tuple[Cell, ...]:
        bound = [item for item in items if binds(item)]
        roles: dict[Id, RoleKind] = {}
        for item in bound:
            for party_id, kind in _roles(self._dossier, item).items():
                if _WEIGHT[kind] > _WEIGHT[roles.get(party_id)]:
                    roles[party_id] = kind
        apart = [i for i in bound if self._dossier.of(SigningRule, "target_id", i.id)]
        return tuple(
            self._table_cell(row, bound, apart, party.id, roles.get(party.id))
            for party in self.parties
        )

    def _table_cell(
        self,
        row: Row,
        bound: list[Item],
        apart: list[Item],
        party_id: Id,
        role: RoleKind | None,
    ) -> Cell:
        if not bound:
            return Cell(role=role)
        changed = self.progress.changed.get(party_id, {})
        usual = self.rules.in_theme("" if row.theme_id == OUTSIDE else row.theme_id, party_id)
        apart_ids = {item.id for item in apart}
        others = [item for item in bound if item.id not in apart_ids]
        marks = {self.progress.mark(self.rules.of(i, party_id), i.id, party_id) for i in apart}
        # Rows without a rule of their own all read the same, unless some changed since.
        marks |= {
            self.progress.mark(usual, item.id, party_id)
            for item in (others if changed else others[:1])
        }
        if len(marks) == 1:
            return Cell(role=role, mark=marks.pop(), reservation=usual.reservation)
        if "stale" in marks:
            return Cell(role=role, mark="stale")
        signing = sum(self.rules.of(i, party_id).mode is not SigningMode.NOT for i in apart)
        if usual.mode is not SigningMode.NOT:
            signing += len(others)
        if signing == len(bound):
            return Cell(role=role, mark="signed" if "signed" in marks else "signs")
        return Cell(role=role, share=f"{signing}/{len(bound)}")


def _roles(dossier: Dossier, item: Item) -> Mapping[Id, RoleKind]:
    """The roles at an item; who promises a project leads it, unless a role says otherwise."""
    roles = roles_by_party(dossier, item.id) if dossier.roles_of(item.id) else {}
    if isinstance(item, Commitment) and item.corporation_id not in ("", *roles):
        return {**roles, item.corporation_id: RoleKind.LEAD}
    return roles


def deviating(dossier: Dossier) -> tuple[frozenset[Id], int]:
    """The items to show for "alleen afwijkingen", and how many exceptions there are.

    Items with a rule of their own; where a whole theme has a rule, its heading counts as one.
    """
    rules = dossier.all(SigningRule)
    items = frozenset(r.target_id for r in rules if r.scope is SigningScope.ITEM)
    themes = {r.target_id for r in rules if r.scope is SigningScope.THEME}
    return items, len(items) + len(themes)


def stale_parties(signings: Iterable[PartySigning]) -> tuple[PartySigning, ...]:
    """The parties that signed an earlier text."""
    return tuple(s for s in signings if s.state is PartyState.STALE)
