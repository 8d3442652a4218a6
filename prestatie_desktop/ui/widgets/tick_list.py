"""A list of which any number is ticked; Space ticks."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow

_ID = int(Qt.ItemDataRole.UserRole)
_MOST_LINES = 8


class TickList(QListWidget):
    """As high as its lines, up to eight of them."""

    #: A person ticked a line, or took its tick away.
    ticked = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # A tick says enough; the ring shows where the keyboard is.
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.itemChanged.connect(self._changed)
        follow(self.updateGeometry)

    def set_lines(self, lines: list[tuple[Id, str, bool]]) -> None:
        """Show (id, words, ticked); the current line stays the current one."""
        blocked = self.blockSignals(True)
        if [item[0] for item in lines] != self._ids():
            self.clear()
            for key, _, _ in lines:
                item = QListWidgetItem()
                item.setData(_ID, key)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                self.addItem(item)
        on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
        for at, (_, words, ticked) in enumerate(lines):
            self.item(at).setText(words)
            self.item(at).setToolTip(words)
            self.item(at).setCheckState(on if ticked else off)
        self.blockSignals(blocked)
        self.updateGeometry()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the first line."""
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        super().focusInEvent(event)

    def ticked_ids(self) -> tuple[Id, ...]:
        """The ticked lines, in order."""
        items = (self.item(at) for at in range(self.count()))
        return tuple(i.data(_ID) for i in items if i.checkState() is Qt.CheckState.Checked)

    def sizeHint(self) -> QSize:
        """Room for its lines."""
        lines = max(1, min(self.count(), _MOST_LINES))
        row = self.sizeHintForRow(0) if self.count() else theme().px(28)
        return QSize(theme().px(200), lines * row + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(theme().px(120), self.sizeHint().height())

    def _ids(self) -> list[Id]:
        return [self.item(at).data(_ID) for at in range(self.count())]

    def _changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(item.data(_ID), item.checkState() is Qt.CheckState.Checked)
