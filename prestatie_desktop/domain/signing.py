"""Who signs what, on which text, and for whom."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id


class SigningMode(StrEnum):
    """How a party signs an item."""

    SIGNS = "signs"
    WITH_RESERVATION = "with_reservation"
    NOT = "not"


class SigningScope(StrEnum):
    """How far a rule reaches. An item's rule wins over a theme's, a theme's over the default."""

    DEFAULT = "default"
    THEME = "theme"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningRule(Entity):
    """An exception to "every signing party signs everything"."""

    scope: SigningScope
    #: The theme or item; empty for the default.
    target_id: Id = ""
    #: A party, or a group it belongs to; a party's own rule wins over its group's.
    party_id: Id
    mode: SigningMode
    reservation: str = ""


class SigningBasis(StrEnum):
    """On what ground a person signs for a party."""

    STATUTES = "statutes"
    MANDATE = "mandate"
    POWER_OF_ATTORNEY = "power_of_attorney"
    ON_BEHALF_OF = "on_behalf_of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory(Entity):
    """A person who signs for a party."""

    party_id: Id
    name: str
    function: str = ""
    basis: SigningBasis | None = None
    #: The paper the basis rests on: a decision, a power of attorney, an article of the statutes.
    document: str = ""
    document_date: date | None = None
    #: Who would have signed, when this person stands in ("i.o.").
    on_behalf_of: str = ""
    rank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Entity):
    """A version that was adopted: frozen, and what sheets are issued from."""

    number: int
    title: str
    adopted_on: date
    made_at: datetime
    made_by: str
    note: str = ""
    #: The frozen dossier, kept as a blob.
    snapshot_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureSheet(Entity):
    """A sheet issued to one party from one edition. Its code stands for the exact text."""

    edition_id: Id
    party_id: Id
    #: Twelve hexadecimal characters over all that binds this party.
    code: str
    #: Version of the canonical form the code was computed over.
    form: int
    issued_at: datetime
    issued_by: str


class Medium(StrEnum):
    """How a signature was set."""

    PAPER = "paper"
    DIGITAL = "digital"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Entity):
    """A signature that was registered. It belongs to the issued sheet, so to an exact text."""

    sheet_id: Id
    party_id: Id
    signatory: str
    signed_on: date
    place: str = ""
    medium: Medium = Medium.PAPER
    note: str = ""
    registered_at: datetime
    registered_by: str
