"""Items: what can be signed, agreements and commitments alike."""

from collections.abc import Iterator

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, ProjectStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id

Item = Agreement | Commitment


def find_item(dossier: Dossier, item_id: Id) -> Item | None:
    """The agreement or commitment with this id."""
    return dossier.find(Agreement, item_id) or dossier.find(Commitment, item_id)


def theme_of(dossier: Dossier, item: Item) -> Id:
    """Id of the theme an item stands under; "" for a commitment outside any theme."""
    if isinstance(item, Agreement):
        return item.theme_id
    kind = dossier.find(CommitmentKind, item.kind_id)
    return kind.theme_id if kind else ""


def binds(item: Item) -> bool:
    """Whether an item is part of what is agreed: dropped and cancelled ones are not."""
    if isinstance(item, Agreement):
        return item.status is not AgreementStatus.DROPPED
    return item.status is not ProjectStatus.CANCELLED


def all_items(dossier: Dossier) -> Iterator[Item]:
    """Every item in reading order: per theme its tables, then its agreements."""
    kinds = dossier.all(CommitmentKind)
    seen = set()
    for theme in dossier.themes:
        seen.add(theme.id)
        for kind in kinds:
            if kind.theme_id == theme.id:
                yield from dossier.of(Commitment, "kind_id", kind.id)
        yield from dossier.agreements_of(theme.id)
    for kind in kinds:
        if kind.theme_id not in seen:
            yield from dossier.of(Commitment, "kind_id", kind.id)
