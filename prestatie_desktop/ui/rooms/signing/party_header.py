"""The heading of the matrix: kinds of parties, their names, and how far each is."""

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.signing_state import PartySigning, PartyState
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.marks import paint_sign
from prestatie_desktop.ui.look.paint import CENTRE, elided, painting, width_of, words
from prestatie_desktop.ui.look.states import SignState
from prestatie_desktop.ui.rooms.signing.cell_words import date_under
from prestatie_desktop.ui.rooms.signing.matrix_model import MatrixModel
from prestatie_desktop.words.labels import label, plural
from prestatie_desktop.words.translation import tr

_FULL, _COMPACT = 115, 72
_MARKS: dict[PartyState, SignState] = {
    PartyState.NO_SHEET: "signs",
    PartyState.SHEET_OUT: "signs",
    PartyState.SHEET_STALE: "signs",
    PartyState.SIGNED: "signed",
    PartyState.STALE: "stale",
}


class PartyHeader(QHeaderView):
    """A press on a party asks for its menu."""

    #: The party's column; its menu is wanted.
    menu_asked = Signal(int)

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._compact = False
        self._hover = -1
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Partijen"))

    def set_compact(self, compact: bool) -> None:
        """Leave out the headings of kinds and the dates, where there is little room."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.geometriesChanged.emit()

    def sizeHint(self) -> QSize:
        """Higher than an ordinary heading."""
        return QSize(100, theme().px(_COMPACT if self._compact else _FULL))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which party a press would be about."""
        self._hover = self.logicalIndexAt(event.position().toPoint())
        self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No party any more."""
        self._hover = -1
        self.viewport().update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the menu of the party."""
        at = self.logicalIndexAt(event.position().toPoint())
        if at >= 0:
            self.menu_asked.emit(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        model = self._view.model()
        assert isinstance(model, MatrixModel)
        room = QRectF(self.viewport().rect())
        line = max(1, theme().px(1))
        with painting(self.viewport()) as painter:
            painter.fillRect(room, theme().colour("head"))
            if not self._compact:
                self._paint_kinds(painter, model)
            for column in range(model.columnCount()):
                section = self._section(column)
                if section.right() >= 0 and section.left() <= room.right():
                    self._paint_party(painter, model, column, section)
            base = QRectF(0, room.height() - line, room.width(), line)
            painter.fillRect(base, theme().colour("line"))

    def _section(self, column: int) -> QRectF:
        x, width = self.sectionViewportPosition(column), self.sectionSize(column)
        return QRectF(x, 0, width, self.viewport().height())

    def _paint_kinds(self, painter: QPainter, model: MatrixModel) -> None:
        px = theme().px
        columns = range(model.columnCount())
        for kind, run in groupby(columns, key=lambda at: model.parties[at].kind):
            places = list(run)
            left, right = self._section(places[0]).left(), self._section(places[-1]).right()
            painter.fillRect(
                QRectF(left + px(4), px(27), right - left - px(8), max(1, px(1))),
                theme().colour("edge"),
            )
            # A heading partly scrolled away stands above what is left of its columns.
            shown = QRectF(max(left, 0), px(3), 0, px(22))
            shown.setRight(min(right, self.viewport().width()))
            font = theme().font("small", 600)
            text = plural(kind) if len(places) > 1 else label(kind)
            if width_of(text, font) > shown.width():
                text = _SHORT.get(kind, text)
            words(painter, shown, text, font, "ink2", align=CENTRE)

    def _paint_party(
        self, painter: QPainter, model: MatrixModel, column: int, section: QRectF
    ) -> None:
        px = theme().px
        party = model.parties[column]
        signing = model.reader.progress.states.get(party.id)
        if column == self._view.currentIndex().column():
            painter.fillRect(section.adjusted(0, self._below_kinds(), 0, 0),
                             theme().colour("select"))  # fmt: skip
        if column == self._hover:
            painter.fillRect(section.adjusted(0, self._below_kinds(), 0, 0),
                             theme().colour("hover"))  # fmt: skip
        top = px(2) if self._compact else px(30)
        name = QRectF(section.left() + px(2), top, section.width() - px(4), px(38))
        _paint_name(painter, name, party.name)
        mark: SignState = _MARKS[signing.state] if signing else "signs"
        below = name.bottom() + px(1)
        paint_sign(painter, QRectF(section.left(), below, section.width(), px(24)), mark)
        if column == self._hover:
            dots = QRectF(section.right() - px(22), below, px(20), px(24))
            paint_glyph(painter, dots, "chevron-down", "ink3", size=16)
        if not self._compact:
            self._paint_date(painter, section, signing)

    def _below_kinds(self) -> int:
        return 0 if self._compact else theme().px(28)

    def _paint_date(self, painter: QPainter, section: QRectF, signing: PartySigning | None) -> None:
        text, asks = date_under(signing)
        room = QRectF(section.left(), section.bottom() - theme().px(24), section.width(),
                      theme().px(20))  # fmt: skip
        stale = signing is not None and signing.state is PartyState.STALE
        font = theme().font("small", 600 if stale else 400)
        words(painter, room, text, font, "warn" if asks else "ink3", align=CENTRE)


_SHORT = {
    PartyKind.MUNICIPALITY: "Gemeente",
    PartyKind.CORPORATION: "Corporaties",
    PartyKind.TENANTS_ORGANISATION: "Huurders",
    PartyKind.OTHER: "Anders",
}


def _paint_name(painter: QPainter, rect: QRectF, name: str) -> None:
    """A name on at most three lines; the tooltip of the column has all of it."""
    font = theme().font("small", 600)
    lines = broken(name, lambda text: width_of(text, font) <= rect.width())
    high = theme().px(15 if len(lines) > 2 else 19)
    y = rect.center().y() - high * len(lines) / 2 - theme().px(1 if len(lines) > 2 else 0)
    for text in lines:
        shown = elided(text, font, rect.width())
        words(painter, QRectF(rect.left(), y, rect.width(), high), shown, font, "ink", align=CENTRE)
        y += high


def broken(name: str, fits: Callable[[str], bool]) -> list[str]:
    """A name on two lines, or on three where a word would be cut off else."""
    lines = two_lines(name, fits)
    if all(fits(line) for line in lines) or " – " in name:
        return lines
    filled: list[str] = []
    for word in name.split():
        if filled and fits(f"{filled[-1]} {word}"):
            filled[-1] = f"{filled[-1]} {word}"
        else:
            filled.append(word)
    return filled if len(filled) <= 3 and all(fits(line) for line in filled) else lines


def two_lines(name: str, fits: Callable[[str], bool]) -> list[str]:
    """A name broken once, as evenly as its words allow, where it is too long for one line."""
    parts = name.split()
    if " – " in name and not fits(name):
        return name.split(" – ", 1)
    if fits(name) or len(parts) < 2:
        return [name]
    breaks = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    fitting = [pair for pair in breaks if fits(pair[0]) and fits(pair[1])]
    best = min(fitting or breaks, key=lambda pair: abs(len(pair[0]) - len(pair[1])))
    return list(best)
