"""How a thing of the dossier is named beside the part of a source that it may be."""

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import AgreementSet, TextPart
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.richtext import first_sentence
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.signing import Signatory
from prestatie_desktop.domain.theme import Theme

_LENGTH = 60


def label_of(dossier: Dossier, entity: Entity) -> str:
    """1.7 Nieuwbouw; Kerkveld (Nieuwbouw, Woonhuis); Woonhuis."""
    match entity:
        case Agreement():
            return f"{entity.number} {entity.heading or first_sentence(entity.text, _LENGTH)}"
        case Theme():
            return f"{entity.number} {entity.title}"
        case Commitment():
            return _commitment(dossier, entity)
        case Party() | PartyGroup() | Signatory():
            return entity.name
        case AgreementSet() | TextPart() | Series():
            return entity.title
    return "?"


def _commitment(dossier: Dossier, row: Commitment) -> str:
    kind = dossier.find(CommitmentKind, row.kind_id)
    who = named(dossier, row.corporation_id) if row.corporation_id else ""
    where = ", ".join(filter(None, [kind.label if kind else "", who]))
    return f"{row.location} ({where})" if row.location else where
