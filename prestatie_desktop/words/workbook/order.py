"""The order of the rows on a sheet: as one reads the dossier."""

from collections.abc import Iterable
from datetime import date

from prestatie_desktop.domain.agreement import Role
from prestatie_desktop.domain.bod import BodText
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.items import all_items
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.signing import SigningRule, SigningScope
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.words.legal import legal_bod
from prestatie_desktop.words.workbook.forms import Sheet

_OWNERS: dict[str, type[Entity]] = {
    "theme_id": Theme,
    "kind_id": CommitmentKind,
    "series_id": Series,
    "party_id": Party,
}


def in_order(dossier: Dossier, sheet: Sheet) -> tuple[Entity, ...]:
    """Everything that has a row on a sheet."""
    things = dossier.all(sheet.sort)
    if sheet.sort is Role:
        return _roles(dossier)
    if sheet.sort is BodText:
        things = _as_in_a_bod(things)
    if sheet.sort is SigningRule:
        return _rules(dossier)
    return _by_owner(dossier, sheet, things)


def _by_owner(dossier: Dossier, sheet: Sheet, things: Iterable[Entity]) -> tuple[Entity, ...]:
    if not sheet.owner:
        return tuple(things)
    place = {owner: at for at, owner in enumerate(_owners(dossier, sheet))}
    last = len(place)
    return tuple(sorted(things, key=lambda one: place.get(getattr(one, sheet.owner), last)))


def _owners(dossier: Dossier, sheet: Sheet) -> Iterable[str]:
    if sheet.sort is Choice:
        return tuple(ChoiceList)
    return (owner.id for owner in dossier.all(_OWNERS[sheet.owner]))


def _roles(dossier: Dossier) -> tuple[Entity, ...]:
    found = {
        role.id: role for item in all_items(dossier) for role in ordered_roles(dossier, item.id)
    }
    found.update((role.id, role) for role in dossier.all(Role))
    return tuple(found.values())


def _rules(dossier: Dossier) -> tuple[Entity, ...]:
    """The widest first, then as one reads."""
    pointed = (*dossier.themes, *all_items(dossier), *dossier.parties, *dossier.all(PartyGroup))
    place = {one.id: at for at, one in enumerate(pointed)}
    return tuple(
        sorted(
            dossier.all(SigningRule),
            key=lambda rule: (
                tuple(SigningScope).index(rule.scope),
                place.get(rule.target_id, -1),
                place.get(rule.party_id, -1),
            ),
        )
    )


def _as_in_a_bod(texts: Iterable[Entity]) -> tuple[Entity, ...]:
    place = {part.key: at for at, part in enumerate(legal_bod(date.max).texts)}
    return tuple(sorted(texts, key=lambda text: place.get(getattr(text, "heading", ""), 99)))
