"""What each part of a source is in a dossier, for a person to see and to choose otherwise."""

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.importing.decisions import NOTHING_DECIDED, Decisions
from prestatie_desktop.importing.matching_values import Match, MatchReason
from prestatie_desktop.importing.planning import plan
from prestatie_desktop.importing.reading import Reading


def matches(
    reading: Reading, dossier: Dossier, decisions: Decisions = NOTHING_DECIDED
) -> tuple[Match, ...]:
    """What happens with each part, in the order in which parts are shown.

    A part is identical when putting it over what is there would change nothing: planning itself
    says so, and nothing else compares.
    """
    return plan(reading, dossier, decisions).matches


__all__ = ["Match", "MatchReason", "matches"]
