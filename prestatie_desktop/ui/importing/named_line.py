"""A value with its name before it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.layouts import Row
from prestatie_desktop.ui.widgets.text import Text

_NAME = 116


class NamedLine(QWidget):
    """Names under each other begin their values at one line."""

    def __init__(self, name: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Text(name, colour="ink3", wrap=True)
        whole = Row(self, gap=10)
        whole.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(Text(value, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{name}: {value}")
        follow(self._restyle)

    def _restyle(self) -> None:
        self._name.setFixedWidth(theme().px(_NAME))
