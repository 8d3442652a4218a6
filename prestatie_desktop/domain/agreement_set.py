"""What the dossier is about: one set of agreements and the papers around it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id


class SetKind(StrEnum):
    """Multi-year framework, one year's slice of it, or regional agreements."""

    FRAMEWORK = "framework"
    YEARLY = "yearly"
    REGIONAL = "regional"


class SetStatus(StrEnum):
    """How far the parties are."""

    CONCEPT = "concept"
    NEGOTIATED = "onderhandelakkoord"
    ADOPTED = "vastgesteld"
    SIGNED = "getekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSet(Entity):
    """The set of agreements of this file. There is exactly one; its id is the dossier's id."""

    title: str
    kind: SetKind = SetKind.YEARLY
    first_year: int
    last_year: int
    status: SetStatus = SetStatus.CONCEPT
    dated: date | None = None
    framework_id: Id = ""
    framework_title: str = ""
    framework_period: str = ""
    #: The policy these agreements rest on: woonvisie or volkshuisvestingsprogramma.
    base_document: str = ""
    base_document_date: date | None = None

    @property
    def years(self) -> tuple[int, ...]:
        """The five calendar years a bod looks ahead (Woningwet art. 43 lid 1)."""
        return tuple(range(self.first_year, self.first_year + 5))


class TextPartKind(StrEnum):
    """Where a part of the running text stands."""

    PREAMBLE = "preamble"
    DEFINITIONS = "definitions"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart(Entity):
    """A part of the running text that is no agreement: preamble, definitions, closing words."""

    kind: TextPartKind
    title: str
    text: str = field(default="", metadata={"text": True})
    rank: str
