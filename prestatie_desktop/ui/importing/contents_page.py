"""The first page: the source at the left, what was recognised in it at the right."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from prestatie_desktop.importing.reading import Fate, FoundGroup, FoundParty
from prestatie_desktop.ui.importing.assigning import Assigner
from prestatie_desktop.ui.importing.fates import FATES
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.mentions import mentions
from prestatie_desktop.ui.importing.part_detail import PartDetail
from prestatie_desktop.ui.importing.result_model import ResultModel
from prestatie_desktop.ui.importing.result_view import ResultView
from prestatie_desktop.ui.importing.source_model import SourceModel
from prestatie_desktop.ui.importing.source_view import SourceView, source_name
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.badge import Chip
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice
from prestatie_desktop.ui.widgets.layouts import Column, Row, flow, row
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

#: Who walks through the list with the arrows does not wait for each detail.
_GLANCE_MS = 60
#: Lower than this (at 100 % text) what stands above the lists is on one line.
_LOW = 400


class ContentsPage(QWidget):
    """Choosing at one side scrolls and marks the other."""

    def __init__(self, desk: ImportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._following = False
        self.source_model, self.result_model = SourceModel(self), ResultModel(self)
        self.source = SourceView(self.source_model, source_name())
        self.result = ResultView(self.result_model)
        self.detail = PartDetail()
        self.assigner = Assigner(desk, self.source, self.source.selected_pieces)
        self._legend = {
            fate: Chip("", state.glyph, state.tone, bare=True) for fate, state in FATES.items()
        }
        self.chips = ChipChoice()
        self.chips.setAccessibleName(tr("Welke delen"))
        self.next = Button(tr("Volgende nakijken"), "arrow-down", key="F8")
        self.assign = Button(tr("Dit is…"), "account-edit-outline", key=tr("Menu"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_GLANCE_MS)
        self._later.timeout.connect(self._show_detail)
        self._arrange()
        self._connect()
        self.refresh()
        self.result.go_to(0)

    def refresh(self) -> None:
        """Show the reading as it is now; what is selected stays so."""
        desk = self._desk
        self.source_model.show(desk.rows, desk.reading.accounts)
        chosen = self.result.current_line()
        self._following = True
        self.result_model.show(desk.worked.heads)
        if chosen is not None:
            self.result.go_to(self.result_model.row_of(chosen.key))
        self._following = False
        self._show_counts()
        self._mark()
        self._show_detail()

    def next_to_check(self) -> None:
        """Go to the next part that a person is to look at."""
        for head in list(self.result_model.folded):
            self.result_model.fold(head, fold=False)
        row = self.result_model.next_to_check(self.result.current_row())
        if row >= 0:
            self.result.go_to(row)
            self.result.setFocus()

    def take_focus(self) -> None:
        """Begin in the list of what was recognised."""
        self.result.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room, less stands above the lists."""
        super().resizeEvent(event)
        self._restyle()

    def _arrange(self) -> None:
        self._legend_holder = flow(*self._legend.values(), gap=14)
        left = Panel("left", gap=0)
        self._legend_bar = _bar(self._legend_holder)
        left.add(_head(Text(tr("Bron"), "h2"), self.assign), self._legend_bar)
        left.body.addWidget(self.source, 1)
        right = Panel("left", gap=0)
        self._result_title = Text(tr("Herkend"), "h2")
        self._result_head = _head(self._result_title, self.next)
        self._chips_bar = _bar(self.chips)
        right.add(self._result_head, self._chips_bar)
        right.body.addWidget(self.result, 1)
        under = Panel("left")
        under.body.addWidget(self.detail)
        self.upright = QSplitter(Qt.Orientation.Vertical)
        self.upright.addWidget(right)
        self.upright.addWidget(under)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.addWidget(left)
        self.across.addWidget(self.upright)
        for splitter, sizes in ((self.upright, (58, 42)), (self.across, (50, 50))):
            splitter.setChildrenCollapsible(False)
            splitter.setSizes([size * 10 for size in sizes])
            for at, size in enumerate(sizes):
                splitter.setStretchFactor(at, size)
        whole = Column(self, gap=0)
        whole.addWidget(self.across, 1)

    def _connect(self) -> None:
        self._desk.read.connect(self.refresh)
        self._desk.part_chosen.connect(self._on_part_chosen)
        self.source.piece_chosen.connect(self._on_piece)
        self.source.menu_wanted.connect(self.assigner.open_menu)
        self.result.part_chosen.connect(self._on_result)
        self.chips.chosen.connect(self._filter)
        self.next.clicked.connect(self.next_to_check)
        self.assign.clicked.connect(self._open_menu)
        for keys, do in (("F8", self.next_to_check),):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(do)
            self.addAction(action)

    def _open_menu(self) -> None:
        if self.source.current_row() < 0:
            self.source.go_to(0)
        place = self.assign.mapToGlobal(QPoint(0, self.assign.height()))
        self.assigner.open_menu(place)

    def _filter(self, which: str) -> None:
        self.result_model.filter(only_to_check=which == "check")
        row = self.result_model.row_of(self._desk.chosen_part)
        self.result.go_to(max(row, 0))

    def _on_piece(self, piece: int) -> None:
        if self._following:
            return
        self._following = True
        part = self._desk.part_at(piece)
        self._desk.choose_part(part)
        if part:
            self.result.choose(part)
            self.result.reveal(self.result.current_row())
        else:
            self.result.clearSelection()
            self._later.start()
        self._following = False

    def _on_result(self, part: str) -> None:
        if self._following:
            return
        self._following = True
        self._desk.choose_part(part)
        pieces = self._pieces_of(part)
        if pieces:
            self.source.choose_piece(pieces[0])
            self.source.show_pieces(pieces)
        else:
            self.source.clearSelection()
        self._following = False

    def _pieces_of(self, part: str) -> tuple[int, ...]:
        """Where a part stands; a party that stands nowhere by itself, where its name does."""
        found = self._desk.part(part)
        if isinstance(found, FoundParty | FoundGroup) and not found.pieces:
            return mentions(self._desk.source, (found.name, *found.aliases))
        return found.pieces if found is not None else ()

    def _on_part_chosen(self, _part: str) -> None:
        self._mark()
        self._later.start()

    def _mark(self) -> None:
        self.source.mark(self._pieces_of(self._desk.chosen_part))

    def _show_detail(self) -> None:
        part = self._desk.part(self._desk.chosen_part)
        piece = self.source.current_piece()
        account = self._desk.reading.accounts.get(piece) if part is None else None
        if account is not None and not account.part:
            row = self._desk.rows.row(self._desk.rows.row_of(piece))
            self.detail.show_line(row, account.fate, account.rule)
        else:
            self.detail.show_part(part)

    def _show_counts(self) -> None:
        fates = self._desk.worked.report.counts
        for fate, chip in self._legend.items():
            state = FATES[fate]
            chip.set_state(f"{tr(state.word)} {fates.get(fate, 0)}", state.glyph, state.tone)
            chip.setVisible(bool(fates.get(fate)) or fate is Fate.NOT_RECOGNISED)
        parts = self._desk.worked.parts.values()
        to_check = sum(not part.sure for part in parts)
        current = self.chips.current() or "all"
        self.chips.set_choices(
            [
                ("all", tr("Alles {count}").format(count=len(parts)), None),
                ("check", tr("Nakijken {count}").format(count=to_check), "alert-outline"),
            ],
            current,
        )
        self.next.setEnabled(to_check > 0)

    def _restyle(self) -> None:
        roomy = self.height() >= theme().px(_LOW)
        self._legend_bar.setVisible(roomy)
        self._chips_bar.setVisible(roomy)
        self._result_title.setVisible(roomy)
        self.next.setText(tr("Volgende nakijken") if roomy else tr("Volgende"))
        self.next.updateGeometry()
        into, place = (self._chips_bar, 0) if roomy else (self._result_head, 1)
        if self.chips.parentWidget() is not into:
            layout = into.layout()
            assert isinstance(layout, Row)
            layout.insertWidget(place, self.chips, 8)


def _head(title: Text, action: QWidget) -> QWidget:
    return row(title, None, action, gap=8, margins=(14, 10, 12, 2))


def _bar(inside: QWidget) -> QWidget:
    holder = QWidget()
    Row(holder, gap=8, margins=(14, 4, 12, 8)).addWidget(inside, 1)
    return holder
