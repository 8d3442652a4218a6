"""How things in a dossier are named in a sentence."""

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import find_item
from prestatie_desktop.words.translation import tr


def item_name(dossier: Dossier, item_id: Id) -> str:
    """Afspraak 1.7, or Nieuwbouw Slakhorst (Woonpunt); "?" for what is gone."""
    match find_item(dossier, item_id):
        case Agreement(number=number):
            return tr("Afspraak {number}").format(number=number)
        case Commitment() as commitment:
            return _commitment_name(dossier, commitment)
    return "?"


def _commitment_name(dossier: Dossier, commitment: Commitment) -> str:
    kind = dossier.find(CommitmentKind, commitment.kind_id)
    name = " ".join(filter(None, [kind.label if kind else "", commitment.location]))
    if not commitment.corporation_id:
        return name
    return f"{name} ({named(dossier, commitment.corporation_id)})"
