"""Widgets and layouts that keep up with the theme."""

from collections.abc import Callable

from prestatie_desktop.ui.look.current import theme


def follow(restyle: Callable[[], object]) -> None:
    """Run `restyle` now and whenever the theme changes.

    It must be a method of a QObject, so that the connection ends when the object does.
    """
    restyle()
    theme().changed.connect(restyle)
