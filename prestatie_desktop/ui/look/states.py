"""The icon, word and colour of every state: never a colour alone."""

from dataclasses import dataclass
from typing import Final, Literal

from prestatie_desktop.ui.look.tokens import Tone

RoleMark = Literal["lead", "involved", "unknown_lead"]
SignState = Literal["signs", "reservation", "not", "signed", "signed_reservation", "stale"]


@dataclass(frozen=True, slots=True)
class State:
    """How a state looks."""

    glyph: str
    word: str
    tone: Tone
    #: What is no longer in force has its number struck through.
    struck: bool = False


STATUS: Final[dict[str, State]] = {
    "voorstel": State("circle-outline", "Voorstel", "mute"),
    "besproken": State("forum-outline", "Besproken", "accent"),
    "akkoord": State("check-circle", "Akkoord", "ok"),
    "aangehouden": State("pause-circle-outline", "Aangehouden", "warn"),
    "vervallen": State("close-circle-outline", "Vervallen", "mute", struck=True),
}

FINDING: Final[dict[str, State]] = {
    "error": State("alert-octagon-outline", "Fout", "bad"),
    "warning": State("alert-outline", "Let op", "warn"),
    "hint": State("lightbulb-outline", "Tip", "accent"),
    "passed": State("check-circle-outline", "Nagekeken", "ok"),
}

ROLE_LETTER: Final[dict[RoleMark, str]] = {"lead": "T", "involved": "B", "unknown_lead": "?"}

ROLE_WORD: Final[dict[RoleMark, str]] = {
    "lead": "Trekker",
    "involved": "Betrokken",
    "unknown_lead": "Trekker onbekend",
}

SIGN_WORD: Final[dict[SignState, str]] = {
    "signs": "Tekent",
    "reservation": "Met voorbehoud",
    "not": "Tekent niet",
    "signed": "Getekend",
    "signed_reservation": "Getekend, met voorbehoud",
    "stale": "Op eerdere tekst",
}
