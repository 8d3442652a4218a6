"""Whose bod is printed, and whether it was handed in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from prestatie_desktop.documents.compose.rich import is_blank
from prestatie_desktop.documents.compose.version import CONCEPT
from prestatie_desktop.documents.pictures import Picture
from prestatie_desktop.domain.bod import BodSubmission, BodText
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import binds
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.legal import LegalBod, legal_bod


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BodVersion:
    """A corporation's bod: as it was handed in (`text` is then frozen), or as it is now."""

    text: Dossier
    party: Party
    submission: BodSubmission | None = None
    logos: Mapping[Id, Picture] = field(default_factory=dict)
    printed_on: date | None = None

    @property
    def legal(self) -> LegalBod:
        """What the law asked on the day it was handed in, or is due."""
        due = date(self.text.set.first_year - 1, 7, 1)
        return legal_bod(self.submission.submitted_on if self.submission else due)

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years it looks ahead."""
        return self.text.set.years

    @property
    def period(self) -> str:
        """2024 tot en met 2028."""
        return f"{self.years[0]} tot en met {self.years[-1]}"

    @property
    def title(self) -> str:
        """Bod 2024 van Wonen Zuid."""
        return f"Bod {self.years[0]} van {self.party.name}"

    @property
    def state(self) -> str:
        """Ingediend op 28 juni 2023, or: Concept van 12 juni 2023."""
        if self.submission is not None:
            return f"Ingediend op {long_date(self.submission.submitted_on)}"
        return f"Concept van {long_date(self.printed_on)}" if self.printed_on else "Concept"

    @property
    def watermark(self) -> str | None:
        """What stands behind every page until it is handed in."""
        return None if self.submission else CONCEPT

    @property
    def municipalities(self) -> tuple[Party, ...]:
        """To whom it is offered."""
        return tuple(p for p in self.text.parties if p.kind is PartyKind.MUNICIPALITY)

    @property
    def tenants(self) -> tuple[Party, ...]:
        """The tenants' organisations that speak for this corporation's tenants."""
        return tuple(
            p
            for p in self.text.parties
            if p.kind is PartyKind.TENANTS_ORGANISATION and self.party.id in p.represents
        )

    def label(self, key: str) -> str:
        """What one of its texts is called."""
        return next(text.label for text in self.legal.texts if text.key == key)

    def words(self, key: str) -> str:
        """One of its texts as rich text; "" when it says nothing."""
        for text in self.text.of(BodText, "party_id", self.party.id):
            if text.heading == key and not is_blank(text.text):
                return text.text
        return ""

    def rows(self, kind: CommitmentKind) -> tuple[Commitment, ...]:
        """Its rows of one kind that are not cancelled."""
        own = self.text.of(Commitment, "corporation_id", self.party.id)
        return tuple(row for row in own if row.kind_id == kind.id and binds(row))

    def kinds(self, keys: tuple[str, ...], heading: str = "") -> tuple[CommitmentKind, ...]:
        """The kinds with one of these keys, or that a dossier put under a legal heading."""
        return tuple(
            kind
            for kind in self.text.all(CommitmentKind)
            if kind.key in keys or (heading and kind.legal == heading)
        )
