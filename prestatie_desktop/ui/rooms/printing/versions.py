"""Which version of a document can be chosen, and the texts behind the choice."""

from datetime import datetime

from prestatie_desktop.documents.compose.version import Version
from prestatie_desktop.documents.printing import adopted_version, logos
from prestatie_desktop.domain.bod import BodSubmission
from prestatie_desktop.domain.signing import Edition
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.printing.listing import BOD
from prestatie_desktop.words.translation import tr

CONCEPT, SUBMITTED = "concept", "submitted"


def version_choices(desk: Desk, document: str) -> list[tuple[str, str]]:
    """Key and words of every version of a document, the usual one first."""
    concept = (CONCEPT, tr("Huidig concept"))
    if document == BOD:
        if not desk.dossier.count(BodSubmission):
            return [concept]
        return [(SUBMITTED, tr("Zoals ingediend")), concept]
    editions = sorted(desk.dossier.all(Edition), key=lambda one: one.number, reverse=True)
    choices = [
        (one.id, tr("Vastgestelde versie {number}").format(number=one.number)) for one in editions
    ]
    if editions and not desk.differs_from_edition:
        return [*choices, concept]
    return [concept, *choices]


def chosen_version(desk: Desk, key: str) -> Version:
    """The text of a version, apart from the dossier so that work beside the window can read it.

    Raises UserError when the contents of an adopted version are not in the file.
    """
    dossier, blob = desk.dossier.copy(), desk.bridge.session.store.blob
    edition = desk.dossier.find(Edition, key)
    if edition is not None:
        return adopted_version(dossier, blob, edition)
    return Version(
        text=dossier,
        present=dossier,
        codes={signing.party.id: signing.code for signing in desk.signing},
        logos=logos(dossier, blob),
        printed_on=datetime.now().astimezone().date(),
    )
