"""Every sort of thing a dossier holds, by the name it has in the file and the journal."""

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.agreement_set import AgreementSet, TextPart
from prestatie_desktop.domain.bod import BodSubmission, BodText
from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import (
    Edition,
    Signatory,
    Signature,
    SignatureSheet,
    SigningRule,
)
from prestatie_desktop.domain.theme import Theme

SORTS: dict[str, type[Entity]] = {
    "agreement_set": AgreementSet,
    "text_part": TextPart,
    "party": Party,
    "party_group": PartyGroup,
    "theme": Theme,
    "agreement": Agreement,
    "role": Role,
    "choice": Choice,
    "commitment_kind": CommitmentKind,
    "commitment": Commitment,
    "series": Series,
    "series_row": SeriesRow,
    "bod_text": BodText,
    "bod_submission": BodSubmission,
    "signing_rule": SigningRule,
    "signatory": Signatory,
    "edition": Edition,
    "signature_sheet": SignatureSheet,
    "signature": Signature,
}

_NAMES: dict[type[Entity], str] = {cls: name for name, cls in SORTS.items()}

#: The field by which the things of a sort belong to another: looked up without a search.
OWNERS: dict[type[Entity], tuple[str, ...]] = {
    Agreement: ("theme_id",),
    Role: ("item_id", "party_id"),
    Commitment: ("kind_id", "corporation_id", "agreement_id"),
    CommitmentKind: ("theme_id",),
    Series: ("theme_id", "agreement_id"),
    SeriesRow: ("series_id",),
    BodText: ("party_id",),
    BodSubmission: ("party_id",),
    SigningRule: ("target_id", "party_id"),
    Signatory: ("party_id",),
    SignatureSheet: ("edition_id", "party_id"),
    Signature: ("sheet_id", "party_id"),
}


def name_of(cls: type[Entity]) -> str:
    """The name of a sort in the file: `agreement` for `Agreement`."""
    return _NAMES[cls]


def ref(entity: Entity) -> Ref:
    """The reference to an entity."""
    return Ref(_NAMES[type(entity)], entity.id)
