"""What happens with a part, as an icon, a word and a colour."""

from typing import Final

from prestatie_desktop.importing.decisions import Action
from prestatie_desktop.ui.look.states import State
from prestatie_desktop.words.importing import action_name

ACTIONS: Final[dict[Action, State]] = {
    Action.ADD: State("plus-circle-outline", action_name("add"), "ok"),
    Action.UPDATE: State("pencil-outline", action_name("update"), "accent"),
    Action.SKIP: State("minus-circle-outline", action_name("skip"), "mute"),
}
