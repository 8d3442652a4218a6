"""What the start screen says about a dossier that was open before."""

from datetime import UTC, datetime
from pathlib import Path

from prestatie_desktop.domain.signing import SignatureSheet
from prestatie_desktop.domain.signing_state import PartyState, status_now
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.settings import RecentFile, Settings
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


def remember(settings: Settings, path: Path, desk: Desk) -> None:
    """Put a dossier first among the recent ones, with its title and state as they are now."""
    dossier_set = desk.dossier.set
    at = datetime.now(UTC).isoformat()
    settings.remember(RecentFile(path.resolve(), dossier_set.title, _state(desk), at))


def _state(desk: Desk) -> str:
    if not desk.dossier.count(SignatureSheet):
        return label(desk.dossier.set.status)
    status = label(status_now(desk.dossier, desk.signing))
    states = [signing.state for signing in desk.signing]
    signed = states.count(PartyState.SIGNED)
    return tr("{status}, {signed} van {total} getekend").format(
        status=status, signed=signed, total=len(states)
    )
