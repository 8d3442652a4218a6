"""Names, one on each line: typing, Enter and pasting a whole list all work as in any text."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.words.translation import tr


class NameBox(QPlainTextEdit):
    """A box of lines. Tab leaves it, as it does a field."""

    def __init__(
        self, name: str, hint: str, *, lines: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setAccessibleDescription(tr("Eén naam per regel"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        follow(self._restyle)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Fill it."""
        self.setPlainText("\n".join(names))

    def sizeHint(self) -> QSize:
        """As high as the lines it is made for."""
        return QSize(super().sizeHint().width(), self._height(self._lines))

    def minimumSizeHint(self) -> QSize:
        """Two lines at the least."""
        return QSize(theme().px(160), self._height(2))

    def _height(self, lines: int) -> int:
        return self.fontMetrics().lineSpacing() * lines + theme().px(22)

    def _restyle(self) -> None:
        self.setFont(theme().font("ui"))
        self.updateGeometry()
