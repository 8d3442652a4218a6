"""Who has signed, without making a dossier that was never adopted compute any code."""

from collections.abc import Sequence

from prestatie_desktop.domain.signing import Signatory, SignatureSheet
from prestatie_desktop.domain.signing_rules import signing_parties
from prestatie_desktop.domain.signing_state import PartySigning, PartyState
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.signing.cells import Progress, stale_parties
from prestatie_desktop.ui.rooms.signing.difference_dialog import changes_since, common_since


def signings_now(desk: Desk) -> Sequence[PartySigning]:
    """Every signing party's state; before the first sheet there is no code to compare with."""
    if desk.dossier.count(SignatureSheet):
        return desk.signing
    return [
        PartySigning(
            party=party,
            state=PartyState.NO_SHEET,
            code="",
            sheet=None,
            signature=None,
            has_signatory=bool(desk.dossier.of(Signatory, "party_id", party.id)),
            reservations=0,
            items=0,
        )
        for party in signing_parties(desk.dossier)
    ]


def progress_of(desk: Desk, signings: Sequence[PartySigning]) -> Progress:
    """The same for the matrix, with what changed for who signed an earlier text."""
    stale = list(stale_parties(signings))
    return Progress(
        {signing.party.id: signing for signing in signings},
        {signing.party.id: changes_since(desk, signing) for signing in stale},
        {signing.party.id: common_since(desk, signing) for signing in stale},
    )
