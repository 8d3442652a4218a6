"""A choice above each column of a table, that moves along with it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from prestatie_desktop.ui.importing.layout_choices import Sheet, field_choices
from prestatie_desktop.ui.importing.sheet_model import COLUMNS
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.words.translation import tr

_HEIGHT, _GAP = 42, 4


class ColumnCombos(QWidget):
    """What each column holds. `chosen(column, field)` tells of a person's choice."""

    chosen = Signal(int, str)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._combos: list[Combo] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head = table.horizontalHeader()
        head.sectionResized.connect(self._place)
        head.geometriesChanged.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        follow(self._restyle)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Offer the fields of this table."""
        width = min(COLUMNS, sheet.width) if sheet is not None else 0
        while len(self._combos) > width:
            self._combos.pop().deleteLater()
        while len(self._combos) < width:
            self._combos.append(self._combo(len(self._combos)))
        for at, combo in enumerate(self._combos):
            assert sheet is not None
            combo.set_choices(field_choices(sheet, at), sheet.layout.columns[at])
            label = sheet.layout.labels[at] if at < len(sheet.layout.labels) else ""
            name = tr("Kolom {number} {label}").format(number=at + 1, label=label)
            combo.setAccessibleName(name.strip())
            combo.show()
        self._place()

    def combo(self, column: int) -> Combo:
        """The choice above a column."""
        return self._combos[column]

    def _combo(self, at: int) -> Combo:
        combo = Combo(self)
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(partial(self._activated, at))
        combo.installEventFilter(self)
        return combo

    def _activated(self, at: int, _index: int) -> None:
        self.chosen.emit(at, self._combos[at].current_key())

    def _place(self, *_: object) -> None:
        px, head = theme().px, self._table.horizontalHeader()
        for at, combo in enumerate(self._combos):
            x = head.sectionViewportPosition(at) + self._table.frameWidth()
            width = head.sectionSize(at)
            combo.setGeometry(x + px(2), px(_GAP), max(10, width - px(4)), px(_HEIGHT - 2 * _GAP))

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(_HEIGHT))
        self._place()
