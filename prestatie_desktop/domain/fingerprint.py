"""What a party signs, as a code: the same text gives the same code, any other text another."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import TextPart
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.groups import members
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item, theme_of
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing_rules import SigningRules
from prestatie_desktop.domain.theme import Theme

#: Version of the canonical form. Old versions stay computable, so that old codes can be checked.
FORM = 1

_AGREEMENT = ("number", "heading", "text", "obligation", "planning", "indicator", "municipalities")
_COMMITMENT = (
    "corporation_id", "municipality_id", "agreement_id", "location", "neighbourhood", "postcode",
    "homes", "homes_after", "amount", "dwelling_type", "accessibility", "price", "daeb",
    "phasing", "note",
)  # fmt: skip


class Fingerprints:
    """Digests of a dossier's items and the control code of each party.

    Keeps what it computed as long as the values it was computed from are the same objects, so
    after an edit only the item that changed costs anything.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._leaves: dict[Id, tuple[tuple[object, ...], str]] = {}

    def leaf(self, item: Item) -> str:
        """The digest of one item: number, theme, text, planning, figures, roles."""
        theme_id = theme_of(self._dossier, item)
        theme = self._dossier.find(Theme, theme_id)
        owner: Entity | None = item
        if not isinstance(item, Agreement):
            owner = self._dossier.find(CommitmentKind, item.kind_id)
        roles = self._dossier.roles_of(item.id)
        series = self._dossier.of(Series, "agreement_id", item.id)
        return self._kept(
            item.id,
            (item, owner, roles, self._theme(theme, theme_id), *self._figures(series)),
            lambda: _item_form(item, roles, owner),
        )

    def common(self) -> str:
        """The digest of what binds everyone: title, years and the running text."""
        dossier_set = self._dossier.set
        parts = self._dossier.all(TextPart)
        return self._kept(
            "common",
            (dossier_set.title, dossier_set.first_year, dossier_set.last_year, *parts),
            lambda: {
                "title": dossier_set.title,
                "years": [dossier_set.first_year, dossier_set.last_year],
                "parts": [[part.kind.value, part.title, part.text] for part in parts],
            },
        )

    def code(self, party: Party, rules: SigningRules | None = None) -> str:
        """Twelve hexadecimal characters over all that binds a party, as `7F3A-91C2-D04E`."""
        rules = rules or SigningRules(self._dossier)
        leaves = [
            (item.id, self.leaf(item), signs.mode.value, signs.reservation, self._meant(item))
            for item, signs in rules.signed_by(party.id)
        ]
        form = {
            "form": FORM,
            "set": self._dossier.set.id,
            "party": [party.id, party.full_name],
            "common": self.common(),
            "items": sorted(leaves),
        }
        code = _digest(form)[:12].upper()
        return f"{code[:4]}-{code[4:8]}-{code[8:]}"

    def _meant(self, item: Item) -> list[list[str]]:
        """The parties behind each group named at an item: who is in it is part of the text."""
        return sorted(
            [role.party_id, *(party.id for party in members(self._dossier, role.party_id))]
            for role in self._dossier.roles_of(item.id)
            if self._dossier.find(PartyGroup, role.party_id) is not None
        )

    def _theme(self, theme: Theme | None, theme_id: Id) -> str:
        if theme is None:
            return ""
        loose = [s for s in self._dossier.of(Series, "theme_id", theme_id) if not s.agreement_id]
        return self._kept(
            theme_id,
            (theme.number, theme.title, theme.introduction, *self._figures(tuple(loose))),
            lambda: {
                "number": theme.number,
                "title": theme.title,
                "introduction": theme.introduction,
            },
        )

    def _figures(self, series: tuple[Series, ...]) -> tuple[object, ...]:
        return tuple(
            value
            for one in series
            for value in (one, *self._dossier.of(SeriesRow, "series_id", one.id))
        )

    def _kept(self, key: Id, inputs: tuple[object, ...], form: Any) -> str:
        kept = self._leaves.get(key)
        if kept and len(kept[0]) == len(inputs) and all(map(_same, kept[0], inputs)):
            return kept[1]
        digest = _digest([form(), [_plain(i) for i in inputs if isinstance(i, (Series, SeriesRow))],
                          [i for i in inputs if isinstance(i, str)]])  # fmt: skip
        self._leaves[key] = (inputs, digest)
        return digest


def _same(one: object, other: object) -> bool:
    return one is other or one == other


def _item_form(item: Item, roles: tuple[Any, ...], owner: Entity | None) -> dict[str, Any]:
    names = _AGREEMENT if isinstance(item, Agreement) else _COMMITMENT
    form = {name: _plain(getattr(item, name)) for name in names}
    if isinstance(owner, CommitmentKind):
        form["kind"] = [owner.key, owner.label]
    form["roles"] = sorted([role.party_id, role.kind.value] for role in roles)
    return form


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.name != "rank"}
    return str(value)


def _digest(form: Any) -> str:
    text = json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
