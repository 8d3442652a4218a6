"""How far a theme is, by the status of its agreements."""

from dataclasses import dataclass

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many agreements are agreed; dropped ones do not count."""

    agreed: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether everything that counts is agreed."""
        return self.total > 0 and self.agreed == self.total


def theme_progress(dossier: Dossier, theme_id: Id) -> Progress:
    """How far one theme is."""
    counted = [
        agreement.status
        for agreement in dossier.agreements_of(theme_id)
        if agreement.status is not AgreementStatus.DROPPED
    ]
    return Progress(counted.count(AgreementStatus.AGREED), len(counted))


def is_open(agreement: Agreement) -> bool:
    """Whether there is still something to settle about an agreement."""
    return bool(agreement.open_question) or agreement.status in (
        AgreementStatus.PROPOSED,
        AgreementStatus.DISCUSSED,
        AgreementStatus.ON_HOLD,
    )


def next_open(dossier: Dossier, after: Id = "") -> Agreement | None:
    """The next agreement with an open point after one, going round; None when all is settled."""
    order = [a for theme in dossier.themes for a in dossier.agreements_of(theme.id)]
    start = next((i + 1 for i, a in enumerate(order) if a.id == after), 0)
    turned = order[start:] + order[:start]
    return next((agreement for agreement in turned if is_open(agreement)), None)
