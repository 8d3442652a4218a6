"""The lines of a bod's checklist in words."""

from prestatie_desktop.domain.bod_readiness import Point, Reason
from prestatie_desktop.words.translation import tr

_REASONS = {
    Reason.NO_ROWS: "geen voornemens",
    Reason.TEXT: "tekst ingevuld",
    Reason.NO_TEXT: "nog geen tekst",
    Reason.RENT_UNKNOWN: "huurverhoging onbekend of niet gelezen",
    Reason.ALL_IN_YEARS: "alles staat in een jaar",
    Reason.ONE_MUNICIPALITY: "één gemeente",
    Reason.NOT_CONSULTED: "datum ontbreekt",
    Reason.CONSULTED: "datum ingevuld",
    Reason.NO_LETTER: "brief ontbreekt",
    Reason.SEE_YOURSELF: "ga dit zelf na",
}
_COUNTED = {
    Reason.ROWS: ("1 rij", "{count} rijen"),
    Reason.WITHOUT_YEAR: ("1 rij zonder jaar", "{count} rijen zonder jaar"),
    Reason.TOO_MUCH_IN_YEARS: (
        "1 rij met meer in de jaren dan het bod",
        "{count} rijen met meer in de jaren dan het bod",
    ),
    Reason.NO_POSTCODE: ("1 rij zonder postcode", "{count} rijen zonder postcode"),
    Reason.NO_MUNICIPALITY: ("1 rij zonder gemeente", "{count} rijen zonder gemeente"),
}


def point_words(point: Point) -> str:
    """Why a line of the checklist stands as it does: "5 rijen", "datum ontbreekt"."""
    if point.reason in _COUNTED:
        one, several = _COUNTED[point.reason]
        return tr(one if point.count == 1 else several).format(count=point.count)
    return tr(_REASONS[point.reason])
