"""What goes along, and what is let go of, when an item is taken out."""

from collections.abc import Collection
from dataclasses import replace

from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.signing import SigningRule
from prestatie_desktop.journal.change import Change, difference


def item_belongings(dossier: Dossier, item_id: Id) -> tuple[Entity, ...]:
    """What goes along when an item is taken out: its roles and its own signing rules."""
    return (*dossier.roles_of(item_id), *dossier.of(SigningRule, "target_id", item_id))


def unlinked(dossier: Dossier, agreement_id: Id, doomed: Collection[Id] = ()) -> list[Change]:
    """Let go of an agreement whatever stays: figures and rows. `doomed` goes along with it."""
    linked: list[Series | Commitment] = [
        *dossier.of(Series, "agreement_id", agreement_id),
        *dossier.of(Commitment, "agreement_id", agreement_id),
    ]
    return [
        change
        for one in linked
        if one.id not in doomed
        for change in difference(one, replace(one, agreement_id=""))
    ]
