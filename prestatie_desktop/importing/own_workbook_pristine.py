"""Whether a dossier is as new as it came: nobody has put anything in it yet."""

from collections.abc import Iterable
from dataclasses import replace

from prestatie_desktop.domain.agreement_set import AgreementSet
from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.filling.standard import is_standard_theme, standard_choices, standard_kinds

#: What a new dossier begins with.
_BEGINNING = {AgreementSet, Theme, Choice, CommitmentKind}


def is_as_it_came(dossier: Dossier) -> bool:
    """Whether it holds its title and the standard lists, or less, and nothing else."""
    others = (sort for sort in SORTS.values() if sort not in _BEGINNING)
    return not any(map(dossier.count, others)) and _is_standard(dossier)


def _is_standard(dossier: Dossier) -> bool:
    return (
        all(map(is_standard_theme, dossier.themes))
        and _bare(dossier.all(Choice)) <= _bare(standard_choices(str))
        and _labels(dossier.all(CommitmentKind)) <= _labels(standard_kinds(str, {}))
    )


def _bare(choices: Iterable[Choice]) -> set[Entity]:
    return {replace(choice, id="", rank="") for choice in choices}


def _labels(kinds: Iterable[CommitmentKind]) -> set[tuple[str, str, str]]:
    return {(kind.key, kind.label, kind.legal) for kind in kinds}
