"""What became of a stretch of the source, as an icon, a word and a colour."""

from typing import Final

from prestatie_desktop.importing.reading import Fate
from prestatie_desktop.ui.look.states import State
from prestatie_desktop.words.importing import fate_name

FATES: Final[dict[Fate, State]] = {
    Fate.RECOGNISED: State("check", fate_name("recognised"), "ok"),
    Fate.ATTACHED: State("link-variant", fate_name("attached"), "accent"),
    Fate.IGNORED: State("minus-circle-outline", fate_name("ignored"), "mute"),
    Fate.NOT_RECOGNISED: State("help-circle-outline", fate_name("not_recognised"), "warn"),
}

SURE: Final = State("check-circle-outline", "zeker", "ok")
TO_CHECK: Final = State("alert-outline", "nakijken", "warn")


def sureness(*, sure: bool) -> State:
    """Whether a person has to look at it."""
    return SURE if sure else TO_CHECK
