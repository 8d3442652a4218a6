"""The one look in force, for everything that paints."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prestatie_desktop.ui.look.theme import Theme

_in_force: list["Theme"] = []


def theme() -> "Theme":
    """The theme the application made. Before that there is none, and asking is a mistake."""
    assert _in_force, "no Theme yet"
    return _in_force[-1]


def put_in_force(made: "Theme") -> None:
    """Called by a theme that has just been made."""
    _in_force[:] = [made]
