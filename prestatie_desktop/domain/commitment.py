"""What one party will do: the rows of the bod and of the tables in the agreements."""

from dataclasses import dataclass, field
from enum import StrEnum

from prestatie_desktop.domain.breakdown import NO_BREAKDOWN, Breakdown
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.quantity import EMPTY, Quantity


class KindForm(StrEnum):
    """How the rows of a kind look: homes on a place, or a free subject with an amount."""

    PROJECT = "project"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentKind(Entity):
    """A table of commitments: new build, demolition, … and what a dossier adds."""

    #: `new_build`, `demolition`, `renovation`, `sale`, `acquisition`, `study`, `rent_policy`, …
    key: str
    label: str
    #: The sub-heading it is printed under, "1.1".
    number: str = ""
    theme_id: Id = ""
    form: KindForm = KindForm.PROJECT
    #: Key of the legal heading of the bod it answers to (resources/legal).
    legal: str = ""
    rank: str


class ProjectStatus(StrEnum):
    """How far a project is."""

    IDEA = "idea"
    PLANNED = "planned"
    DECIDED = "decided"
    STARTED = "started"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class Daeb(StrEnum):
    """Whether homes are a service of general economic interest (Woningwet art. 47)."""

    YES = "daeb"
    NO = "niet_daeb"
    MIXED = "gemengd"


@dataclass(frozen=True, slots=True)
class YearQuantity:
    """How much falls in one calendar year."""

    year: int
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Entity):
    """One row: a project with homes on a place, or a free promise with an amount."""

    kind_id: Id
    corporation_id: Id = ""
    municipality_id: Id = ""
    #: The agreement it works out, if any.
    agreement_id: Id = ""
    #: The place of a project, the subject of a free promise.
    location: str = ""
    neighbourhood: str = ""
    postcode: str = ""
    #: The agreed number of homes.
    homes: Quantity = EMPTY
    #: After merging or splitting homes: how many there will be.
    homes_after: Quantity = EMPTY
    #: What was offered in the bod; blank while it is the agreed number.
    offered: Quantity = EMPTY
    #: Of a free promise: an amount, a percentage, a number of persons.
    amount: Quantity = EMPTY
    dwelling_type: str = ""
    accessibility: Breakdown = NO_BREAKDOWN
    price: Breakdown = NO_BREAKDOWN
    daeb: Daeb | None = None
    phasing: tuple[YearQuantity, ...] = ()
    status: ProjectStatus | None = None
    note: str = field(default="", metadata={"text": False})
    rank: str

    def in_year(self, year: int) -> Quantity:
        """How much of it falls in a year; blank when nothing is said."""
        for phase in self.phasing:
            if phase.year == year:
                return phase.quantity
        return EMPTY
