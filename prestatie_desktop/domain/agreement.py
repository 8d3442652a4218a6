"""One numbered agreement, and who does what for it."""

from dataclasses import dataclass, field
from enum import StrEnum

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id

#: More characters than this in one text are refused.
MAX_TEXT = 100_000


class AgreementStatus(StrEnum):
    """Where the negotiation about one agreement stands."""

    PROPOSED = "voorstel"
    DISCUSSED = "besproken"
    AGREED = "akkoord"
    ON_HOLD = "aangehouden"
    DROPPED = "vervallen"


class Obligation(StrEnum):
    """What is promised: a result, or to do one's best."""

    RESULT = "result"
    EFFORT = "effort"


class Origin(StrEnum):
    """Where an agreement came from."""

    FRAMEWORK = "framework"
    BID = "bid"
    MUNICIPAL_REQUEST = "municipal_request"
    TENANTS = "tenants"
    CARRIED_OVER = "carried_over"
    JOINT = "joint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Entity):
    """One agreement. Its number is stored and may leave gaps; references go by id."""

    theme_id: Id
    number: str
    heading: str = ""
    text: str = field(default="", metadata={"text": True})
    status: AgreementStatus = AgreementStatus.PROPOSED
    obligation: Obligation | None = None
    planning: str = ""
    indicator: str = ""
    origin: Origin | None = None
    #: Municipalities it is limited to; empty means all of them.
    municipalities: tuple[Id, ...] = ()
    #: A remark that every party may read.
    remark: str = ""
    open_question: str = ""
    question_owner_id: Id = ""
    rank: str


class RoleKind(StrEnum):
    """What a party does for an item."""

    LEAD = "lead"
    INVOLVED = "involved"
    #: Named, but the source does not say who leads.
    UNKNOWN_LEAD = "unknown_lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Entity):
    """A party or a group has a part in one agreement or commitment."""

    item_id: Id
    party_id: Id
    kind: RoleKind
