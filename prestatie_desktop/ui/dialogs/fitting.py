"""A size that fits the screen, also when the text is large."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.look.current import theme


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog this size (pixels at 100 % text), or as much of it as the screen has."""
    wished = QSize(theme().px(width), theme().px(height))
    screen = dialog.screen().availableSize() - QSize(24, 48)
    dialog.resize(wished.boundedTo(screen))
