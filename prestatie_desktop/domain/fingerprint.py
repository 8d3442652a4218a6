"""What a party signs, as a code: the same text gives the same code, any other text another."""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import TextPart
from prestatie_desktop.domain.canonical import FORM, FORMS, Figures
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import members
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item, theme_of
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing_rules import SigningRules
from prestatie_desktop.domain.theme import Theme

__all__ = ["FORM", "FORMS", "Fingerprints"]

_Inputs = tuple[object, ...]


class Fingerprints:
    """Digests of a dossier's items and the control code of each party.

    Keeps what it computed as long as the values it was computed from are equal, so after an
    edit only the item that changed costs anything. Every function takes the version of the
    canonical form; without one it is today's.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._digests: dict[tuple[int, str, Id], tuple[_Inputs, str]] = {}
        self._version = -1
        self._groups: dict[Id, list[Id]] = {}
        self._sure: dict[tuple[int, Id], tuple[str, list[list[Id]]]] = {}

    def on(self, other: Dossier) -> "Fingerprints":
        """The fingerprints of another dossier, starting from what was computed for this one."""
        twin = Fingerprints(other)
        twin._digests = dict(self._digests)
        return twin

    def leaf(self, item: Item, form: int = FORM) -> str:
        """The digest of one item: number, theme, text, planning, figures, roles."""
        kind = None
        if not isinstance(item, Agreement):
            kind = self._dossier.find(CommitmentKind, item.kind_id)
        theme = self._theme(theme_of(self._dossier, item), form)
        roles = self._dossier.roles_of(item.id)
        figures = self._figures(self._dossier.of(Series, "agreement_id", item.id))
        return self._kept(
            (form, "item", item.id),
            (item, kind, theme, roles, figures),
            lambda: [FORMS[form].item(item, kind, roles, figures), theme],
        )

    def common(self, form: int = FORM) -> str:
        """The digest of what binds everyone: title, years and the running text."""
        dossier_set, parts = self._dossier.set, self._dossier.all(TextPart)
        return self._kept(
            (form, "common", ""),
            (dossier_set, parts),
            lambda: FORMS[form].common(dossier_set, parts),
        )

    def code(self, party: Party, rules: SigningRules | None = None, form: int = FORM) -> str:
        """Twelve hexadecimal characters over all that binds a party, as `7F3A-91C2-D04E`."""
        rules = rules or SigningRules(self._dossier)
        leaves = [
            [item.id, *self._signed(item, form), signs.mode.value, signs.reservation]
            for item, signs in rules.signed_by(party.id)
        ]
        signed = {
            "form": form,
            "set": self._dossier.set.id,
            "party": [party.id, party.full_name],
            "common": self.common(form),
            "items": sorted(leaves),
        }
        code = _digest(signed)[:12].upper()
        return f"{code[:4]}-{code[4:8]}-{code[8:]}"

    def _signed(self, item: Item, form: int) -> tuple[str, list[list[Id]]]:
        """The leaf and the groups named at it; looked at once for all parties."""
        if self._version != self._dossier.version:
            self._version = self._dossier.version
            self._sure.clear()
            self._groups = resolved_groups(self._dossier)
        found = self._sure.get((form, item.id))
        if found is None:
            groups = named_groups(self._dossier, item, self._groups)
            found = self._sure[form, item.id] = (self.leaf(item, form), groups)
        return found

    def _theme(self, theme_id: Id, form: int) -> str:
        theme = self._dossier.find(Theme, theme_id)
        if theme is None:
            return ""
        loose = [s for s in self._dossier.of(Series, "theme_id", theme_id) if not s.agreement_id]
        figures = self._figures(loose)
        return self._kept(
            (form, "theme", theme_id),
            (theme, figures),
            lambda: FORMS[form].theme(theme, figures),
        )

    def _figures(self, series: Sequence[Series]) -> tuple[Figures, ...]:
        return tuple((one, self._dossier.of(SeriesRow, "series_id", one.id)) for one in series)

    def _kept(self, key: tuple[int, str, Id], inputs: _Inputs, form: Callable[[], Any]) -> str:
        kept = self._digests.get(key)
        if kept and kept[0] == inputs:
            return kept[1]
        digest = _digest(form())
        self._digests[key] = (inputs, digest)
        return digest


def resolved_groups(dossier: Dossier) -> dict[Id, list[Id]]:
    """Who is in each group now, by the group's id."""
    return {
        group.id: sorted(party.id for party in members(dossier, group.id))
        for group in dossier.all(PartyGroup)
    }


def named_groups(dossier: Dossier, item: Item, resolved: dict[Id, list[Id]]) -> list[list[Id]]:
    """The groups named at an item with the parties in them: who is in one is part of the text."""
    return sorted(
        [role.party_id, *resolved[role.party_id]]
        for role in dossier.roles_of(item.id)
        if role.party_id in resolved
    )


def _digest(form: Any) -> str:
    text = json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
