"""Who takes part: parties, groups of parties, and named actors that never sign."""

from dataclasses import dataclass
from enum import StrEnum

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id


class PartyKind(StrEnum):
    """What a party is in the local triangle, or outside it."""

    MUNICIPALITY = "municipality"
    CORPORATION = "corporation"
    TENANTS_ORGANISATION = "tenants_organisation"
    #: Care, welfare, province and others that may sign.
    OTHER = "other"
    #: Named at agreements but never signing: residents, the core team.
    ACTOR = "actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Entity):
    """An organisation in the agreements."""

    kind: PartyKind
    #: Short name, as on the screen.
    name: str
    #: Name in the statutes, as under a signature; the short name serves while it is empty.
    legal_name: str = ""
    aliases: tuple[str, ...] = ()
    seat: str = ""
    #: Whether this party signs the agreements at all.
    signs: bool = True
    #: Of a tenants' organisation: the corporations whose tenants it speaks for.
    represents: tuple[Id, ...] = ()
    #: Of a party that merged or was renamed: the party that took over its obligations.
    successor_id: Id = ""
    logo_id: Id = ""
    note: str = ""
    rank: str

    @property
    def full_name(self) -> str:
        """The legal name where it is known, else the short name."""
        return self.legal_name or self.name

    @property
    def can_sign(self) -> bool:
        """Whether a signature of this party is expected."""
        return self.signs and self.kind is not PartyKind.ACTOR


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyGroup(Entity):
    """Parties under one name: "Woningcorporaties". Stored as a group, expanded where it counts.

    Members are parties or other groups; a group is never its own member, near or far.
    """

    name: str
    members: tuple[Id, ...] = ()
    note: str = ""
    rank: str
