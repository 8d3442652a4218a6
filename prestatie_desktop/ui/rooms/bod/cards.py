"""The figures of a bod at a glance, one card for each kind that has rows."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from prestatie_desktop.domain.bod_overview import KindOverview
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.panels.commitment_tables import KIND_GLYPHS
from prestatie_desktop.ui.rooms.bod.section import card_note
from prestatie_desktop.ui.widgets.figures import StatCard
from prestatie_desktop.words.cells import short_total
from prestatie_desktop.words.quantities import format_in

#: Narrower than this (at 100 % text) a card cuts its words off.
_NARROWEST = 140


class BodCards(QWidget):
    """As many beside each other as fit, in lines of equal length."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._cards: dict[Id, StatCard] = {}
        self._columns = 0
        follow(self._restyle)

    def show_kinds(self, kinds: list[KindOverview]) -> None:
        """Show these totals."""
        if [facts.kind.id for facts in kinds] != list(self._cards):
            self._rebuild(kinds)
        for facts in kinds:
            note, warns = card_note(facts)
            said = facts.offered
            figure = short_total(said) if said.value is None else format_in(said.value, said.unit)
            self._cards[facts.kind.id].set_figure(figure, note, tone="warn" if warns else "mute")
        self.setVisible(bool(kinds))

    def card(self, kind_id: Id) -> StatCard:
        """One of the cards."""
        return self._cards[kind_id]

    def minimumSizeHint(self) -> QSize:
        """One card wide: they stand under each other before they widen the window."""
        return QSize(theme().px(_NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of cards."""
        super().resizeEvent(event)
        self._place()

    def _rebuild(self, kinds: list[KindOverview]) -> None:
        for card in self._cards.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {}
        for facts in kinds:
            glyph = KIND_GLYPHS.get(facts.kind.key, "table")
            card = StatCard(facts.kind.label.partition(" (")[0], glyph, clickable=True)
            card.clicked.connect(lambda kind_id=facts.kind.id: self.chosen.emit(kind_id))
            self._cards[facts.kind.id] = card
        self._columns = 0
        self._place()

    def _place(self) -> None:
        count = len(self._cards)
        if not count:
            return
        fit = max(1, self.width() // theme().px(_NARROWEST))
        lines = -(-count // fit)
        columns = -(-count // lines)
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for at, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _restyle(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().px(12))
        self._columns = 0
        self._place()
