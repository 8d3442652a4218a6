"""A corporation's offer: its texts and the moment it was handed in."""

from dataclasses import dataclass, field
from datetime import date, datetime

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class BodText(Entity):
    """One text of a corporation's bod, under a heading of resources/legal/bod.json."""

    party_id: Id
    heading: str
    text: str = field(default="", metadata={"text": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class BodSubmission(Entity):
    """The bod as it was handed in on a day. What was offered stays readable in its snapshot."""

    party_id: Id
    submitted_on: date
    registered_at: datetime
    registered_by: str
    #: Tenants are consulted about the bod (Woningwet art. 43 lid 2).
    consulted_on: date | None = None
    consultation: str = ""
    #: The supervisory board's decision.
    board_approved_on: date | None = None
    note: str = ""
    snapshot_id: Id = ""
