"""What was not recognised: each line says what it is in one key, with its place in the source."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from prestatie_desktop.importing.source import Piece
from prestatie_desktop.ui.importing.assigning import WAYS, Assigner, Way
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.key_button import KeyButton
from prestatie_desktop.ui.importing.source_model import SourceModel
from prestatie_desktop.ui.importing.source_view import SourceView
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.layouts import Column, Row, column
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

_SIDE, _SIDE_NARROW, _ROOMY = 318, 268, 900


class LostPage(QWidget):
    """A list, the source around the chosen line, and what it can be said to be."""

    def __init__(self, desk: ImportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.lost_model, self.around_model = SourceModel(self), SourceModel(self)
        self.list = SourceView(self.lost_model, tr("Niet herkend"))
        self.around = SourceView(self.around_model, tr("In de bron"))
        self.assigner = Assigner(desk, self.list, self.selected)
        self._title = Text("", "h2")
        self._chosen = Text("", "small", colour="ink2", wrap=True)
        self.buttons = [KeyButton(tr(way.word), way.glyph, way.key) for way in WAYS]
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()
        self.refresh()
        follow(self._restyle)

    def selected(self) -> tuple[Piece, ...]:
        """What is selected of what was not recognised."""
        chosen = self.list.selected_pieces()
        lost = {
            piece.key
            for row in self.list.selected_rows()
            for piece in self._desk.lost_pieces(self.lost_model.place(row))
        }
        return tuple(piece for piece in chosen if piece.key in lost) or chosen

    def refresh(self) -> None:
        """Show what is left; the cursor stays at the same height of the list."""
        desk, row = self._desk, max(0, self.list.current_row())
        lost = desk.worked.lost
        self.lost_model.show(desk.rows, desk.reading.accounts, lost)
        self.around_model.show(desk.rows, desk.reading.accounts)
        self._stack.setCurrentIndex(0 if lost else 1)
        lines = len(lost)
        words = tr("1 regel") if lines == 1 else tr("{count} regels").format(count=lines)
        self._title.set_text(tr("Niet herkend: {lines}").format(lines=words))
        if lost and self.list.current_row() < 0:
            self.list.go_to(min(row, lines - 1))
        self._follow()

    def take_focus(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room the source around a line is left out."""
        super().resizeEvent(event)
        self._restyle()

    def _arrange(self) -> None:
        about = tr("Zeg wat het is, of sla het over. Ctrl en Shift kiezen er meer tegelijk.")
        head = Column(gap=2, margins=(14, 12, 14, 8))
        head.add(self._title, Text(about, "small", colour="ink2", wrap=True))
        upper = Panel("left", head, gap=0)
        upper.body.addWidget(self.list, 1)
        foot = Row(gap=8, margins=(14, 8, 14, 6))
        foot.add(Text(tr("In de bron"), weight=600), None)
        self._lower = Panel("left", foot, gap=0)
        self._lower.body.addWidget(self.around, 1)
        self._upright = QSplitter(Qt.Orientation.Vertical)
        self._upright.addWidget(upper)
        self._upright.addWidget(self._lower)
        self._upright.setSizes([560, 440])
        self._upright.setChildrenCollapsible(False)
        ways = column(
            Text(tr("Wat is dit?"), "h2"), self._chosen, 4, *self.buttons, None,
            gap=6, margins=(16, 12, 16, 12),
        )  # fmt: skip
        self._side = Page(ways)
        whole = QWidget()
        across = Row(whole, gap=0)
        across.addWidget(self._upright, 1)
        across.addWidget(self._side)
        self._stack.addWidget(whole)
        self._stack.addWidget(
            EmptyState(
                tr("Alles is herkend of bewust overgeslagen"),
                tr("Op de laatste bladzijde staat wat er met elke regel van de bron gebeurt."),
                glyph="check-circle-outline",
            )
        )
        Column(self, gap=0).addWidget(self._stack)

    def _connect(self) -> None:
        self._desk.read.connect(self.refresh)
        self.list.selectionModel().selectionChanged.connect(self._follow)
        self.list.piece_chosen.connect(self._show_around)
        self.list.menu_wanted.connect(self.assigner.open_menu)
        for way, button in zip(WAYS, self.buttons, strict=True):
            button.clicked.connect(partial(self._perform, way))

    def _perform(self, way: Way) -> None:
        self.assigner.perform(way)
        self.list.setFocus()

    def _follow(self) -> None:
        pieces = self.selected()
        if not pieces:
            self._chosen.set_text(tr("Kies links een of meer regels."))
        else:
            lines = len({piece.line for piece in pieces})
            first = self._desk.source.lines[pieces[0].line].where
            one = tr("1 regel gekozen ({where})").format(where=first)
            more = tr("{count} regels gekozen, vanaf {where}").format(count=lines, where=first)
            self._chosen.set_text(one if lines == 1 else more)
        for button in self.buttons:
            button.setEnabled(bool(pieces))
        self.around.mark(piece.key for piece in pieces)

    def _show_around(self, piece: int) -> None:
        self.around.show_pieces((piece,))

    def _restyle(self) -> None:
        px = theme().px
        self._side.setFixedWidth(px(_SIDE if self.width() >= px(_ROOMY) else _SIDE_NARROW))
        self._lower.setVisible(self.height() >= px(360))
