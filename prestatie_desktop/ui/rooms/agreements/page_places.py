"""Where everything stands on a page that scrolls as one: head, rows and the chosen row's card.

Heights are guessed until a row is seen, and what one is reading stays where it is when a guess
turns out wrong.
"""

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtWidgets import QAbstractItemView, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.models.row_heights import RowHeights
from prestatie_desktop.ui.rooms.agreements.agreement_model import AgreementModel
from prestatie_desktop.ui.rooms.agreements.row_look import RowLooks, guesses

SIDE = 24
#: Above and below the card of the chosen row, at 100 % text.
GAP = 6


class PagePlaces:
    """Measures what can be seen of a list of agreements and puts its widgets in their places."""

    def __init__(self, view: QAbstractItemView, agreements: AgreementModel) -> None:
        self._view, self._agreements = view, agreements
        self.heights = RowHeights()
        self.looks = RowLooks()
        self.head: QWidget | None = None
        self.card: QWidget | None = None
        self.head_height = 0
        #: Whether the whole card could be seen when it was last placed.
        self.card_seen = False
        self._width = -1
        self._arranging = False
        agreements.modelReset.connect(self._on_reset)
        agreements.rowsInserted.connect(self._on_inserted)
        agreements.rowsRemoved.connect(self._on_removed)
        agreements.rowsMoved.connect(self._on_moved)
        agreements.dataChanged.connect(self._on_changed)

    def forget_all(self) -> None:
        """Everything is of another size."""
        self._width = -1
        self.looks.forget_all()
        self.arrange()

    def forget_looks(self) -> None:
        """Everything may read otherwise; the heights of today are the best guess."""
        self.looks.forget_all()
        for row in range(len(self.heights)):
            self.heights.forget(row)
        self.arrange()

    def arrange(self) -> None:
        """Measure what can be seen and put head and card in their places.

        The first row that begins within the view stays where it is on the screen.
        """
        if self._arranging:
            return
        self._arranging = True
        try:
            self._take_width()
            bar = self._view.verticalScrollBar()
            anchor, at = self._anchor()
            self._measure_head()
            for _ in range(4):
                if not self._measure_visible():
                    break
            self._view.updateGeometries()
            if anchor >= 0 and anchor < len(self.heights):
                shift = self._page_top(anchor) - bar.value() - at
                if shift:
                    bar.setValue(bar.value() + shift)
                    self._measure_visible()
                    self._view.updateGeometries()
            self._place_widgets()
        finally:
            self._arranging = False

    def _anchor(self) -> tuple[int, int]:
        value = self._view.verticalScrollBar().value()
        if value < self.head_height or not len(self.heights):
            return -1, 0
        row = self.heights.row_at(value - self.head_height)
        if self._page_top(row) < value and row + 1 < len(self.heights):
            row += 1
        return row, self._page_top(row) - value

    def _take_width(self) -> None:
        width = self.row_width()
        if width == self._width:
            return
        self._width = width
        self.guess_all()

    def guess_all(self) -> None:
        """Start again with a guess for each row."""
        self.heights.guess_all(guesses(self._agreements.all(), self._width))

    def _measure_head(self) -> None:
        if self.head is None:
            return
        width = self._view.viewport().width()
        layout = self.head.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.head_height = layout.totalHeightForWidth(width)
        else:
            self.head_height = self.head.sizeHint().height()

    def _measure_visible(self) -> bool:
        before = self.heights.total
        current = self._view.currentIndex().row()
        if 0 <= current < len(self.heights):
            self.measure(current)
        for row in self.visible():
            self.measure(row)
        return self.heights.total != before

    def measure(self, row: int) -> None:
        """Find the height of a row."""
        if row == self._view.currentIndex().row() and self.card is not None:
            self.heights.measure(row, self._card_height() + theme().px(2 * GAP))
        elif not self.heights.is_measured(row):
            agreement = self._agreements.agreement(row)
            if agreement is not None:
                look = self.looks.of(self._agreements.dossier, agreement, self._width)
                self.heights.measure(row, look.height)

    def _card_height(self) -> int:
        assert self.card is not None
        layout = self.card.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self._width)
        return self.card.sizeHint().height()

    def _place_widgets(self) -> None:
        value = self._view.verticalScrollBar().value()
        if self.head is not None:
            self.head.setGeometry(0, -value, self._view.viewport().width(), self.head_height)
        if self.card is not None:
            row = self._view.currentIndex().row()
            shown = 0 <= row < len(self.heights)
            if shown:
                gap = theme().px(GAP)
                self.card.setGeometry(self.rect(row).adjusted(0, gap, 0, -gap))
            self.card.setVisible(shown)
            room = self._view.viewport().height()
            self.card_seen = shown and 0 <= self.card.y() <= room - self.card.height()

    def visible(self) -> range:
        """The rows that can be seen."""
        if not len(self.heights):
            return range(0)
        value = self._view.verticalScrollBar().value() - self.head_height
        bottom = value + self._view.viewport().height()
        if bottom < 0:
            return range(0)
        return range(self.heights.row_at(value), self.heights.row_at(bottom) + 1)

    def rect(self, row: int) -> QRect:
        """Where a row stands, in viewport pixels."""
        y = self._page_top(row) - self._view.verticalScrollBar().value()
        return QRect(self.left(), y, self.row_width(), self.heights.height(row))

    def _page_top(self, row: int) -> int:
        return self.head_height + self.heights.top(row)

    def left(self) -> int:
        """Where rows begin."""
        return theme().px(SIDE)

    def row_width(self) -> int:
        """How wide rows are."""
        return max(1, self._view.viewport().width() - 2 * theme().px(SIDE))

    def page_from(self, row: int, way: int) -> int:
        """The row a screen further up (-1) or down (1)."""
        y = self.heights.top(row) + way * int(self._view.viewport().height() * 0.8)
        to = self.heights.row_at(y)
        return to if to != row else row + way

    def gap_at(self, y: int) -> int:
        """The row that something dropped at this height comes before."""
        within = y + self._view.verticalScrollBar().value() - self.head_height
        row = max(0, self.heights.row_at(within))
        if not len(self.heights):
            return 0
        middle = self.heights.top(row) + self.heights.height(row) // 2
        return row + 1 if within > middle else row

    # What the model tells

    def _on_reset(self) -> None:
        self.looks.forget_all()
        self.guess_all()
        self.arrange()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            agreement = self._agreements.agreement(row)
            self.heights.insert(row, next(guesses([agreement] if agreement else [], self._width)))

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.heights.remove(first, last)

    def _on_moved(
        self, _from: QModelIndex, row: int, _last: int, _to: QModelIndex, before: int
    ) -> None:
        self.heights.move(row, before - 1 if before > row else before)
        self.arrange()
        self._view.viewport().update()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self.looks.forget(self._agreements.ids[row])
            self.heights.forget(row)
            self._view.viewport().update(self.rect(row))
        self.arrange()
