"""Which text is printed: an adopted version, or the concept of today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from prestatie_desktop.documents.pictures import Picture
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.domain.signing import Edition, Signatory, SignatureSheet
from prestatie_desktop.domain.signing_rules import SigningRules, signing_parties
from prestatie_desktop.words.dates import long_date

CONCEPT = "CONCEPT"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Version:
    """A text to print and what it is called on paper.

    `text` is what was agreed: for an adopted version as it was frozen. Who signs, and with what
    logo, is no part of that and comes from the dossier as it is now, `present`.
    """

    text: Dossier
    present: Dossier
    edition: Edition | None = None
    #: The control code of each signing party.
    codes: Mapping[Id, str] = field(default_factory=dict)
    #: Logos by party.
    logos: Mapping[Id, Picture] = field(default_factory=dict)
    printed_on: date | None = None

    @property
    def is_concept(self) -> bool:
        """Whether this text was not adopted."""
        return self.edition is None

    @property
    def title(self) -> str:
        """What the agreements are called."""
        return self.text.set.title

    @property
    def name(self) -> str:
        """Vastgestelde versie 7 van 14 november 2023, or: concept van 22 november 2023."""
        if self.edition is not None:
            day = long_date(self.edition.adopted_on)
            return f"vastgestelde versie {self.edition.number} van {day}"
        return f"concept van {long_date(self.printed_on)}" if self.printed_on else "concept"

    @property
    def footer(self) -> str:
        """What stands under every page."""
        if self.edition is not None:
            return f"{self.title}, versie {self.edition.number}"
        return f"{self.title}, {self.name}"

    @property
    def watermark(self) -> str | None:
        """What stands behind every page of a concept."""
        return CONCEPT if self.is_concept else None

    @property
    def code_label(self) -> str:
        """What stands above a control code: that of a concept belongs to no issued sheet."""
        return "Controlecode (concept)" if self.is_concept else "Controlecode"

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties that sign this text, in order."""
        return signing_parties(self.text)

    @property
    def municipality_names(self) -> str:
        """The municipalities of the agreements: who they are published by."""
        return ", ".join(p.name for p in self.text.parties if p.kind is PartyKind.MUNICIPALITY)

    @property
    def municipality_logos(self) -> tuple[Picture, ...]:
        """The logos of the municipalities."""
        kind = PartyKind.MUNICIPALITY
        return tuple(
            self.logos[p.id] for p in self.text.parties if p.kind is kind and p.id in self.logos
        )

    def signatories(self, party: Party) -> tuple[Signatory, ...]:
        """Who signs for a party now; as it was then when the party is gone since."""
        there = self.present.find(Party, party.id) is not None
        return (self.present if there else self.text).of(Signatory, "party_id", party.id)


def concept(
    dossier: Dossier,
    logos: Mapping[Id, Picture] | None = None,
    printed_on: date | None = None,
) -> Version:
    """The dossier as it is now, not adopted; its codes are those it would have."""
    prints, rules = Fingerprints(dossier), SigningRules(dossier)
    return Version(
        text=dossier,
        present=dossier,
        codes={party.id: prints.code(party, rules) for party in signing_parties(dossier)},
        logos=logos or {},
        printed_on=printed_on,
    )


def adopted(
    dossier: Dossier,
    edition: Edition,
    frozen: Dossier,
    logos: Mapping[Id, Picture] | None = None,
) -> Version:
    """An adopted version: its frozen text, with the codes of the sheets that were issued."""
    sheets = dossier.of(SignatureSheet, "edition_id", edition.id)
    return Version(
        text=frozen,
        present=dossier,
        edition=edition,
        codes={sheet.party_id: sheet.code for sheet in sheets},
        logos=logos or {},
    )
