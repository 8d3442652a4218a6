"""What was recognised, line by line: its number, its words, whether it is sure and why not."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from prestatie_desktop.importing.reading import Part
from prestatie_desktop.ui.importing.fates import TO_CHECK, sureness
from prestatie_desktop.ui.importing.result_model import ResultModel
from prestatie_desktop.ui.importing.result_tree import Head, ResultLine
from prestatie_desktop.ui.importing.row_list import RowList
from prestatie_desktop.ui.importing.said import beside, number_of, reasons_of, title_of
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import RIGHT, hairline, plate, width_of, words
from prestatie_desktop.words.translation import tr

#: At 100 % text: a heading, a line, and a line with its reasons.
_HEAD, _LINE, _TWO = 36, 33, 51
_SIDE, _INDENT, _NUMBER = 12, 18, 46


class ResultView(RowList):
    """Lines of what was recognised; Left and Right fold headings."""

    #: The part of the current line, as a person chose it; "" for a heading that is none.
    part_chosen = Signal(str)

    def __init__(self, model: ResultModel, parent: QWidget | None = None) -> None:
        self._model = model
        super().__init__(model, tr("Herkend"), parent)
        self.setProperty("k", "bare")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.moved.connect(self._tell)

    def choose(self, part: str) -> None:
        """Put the cursor at a part."""
        self._model.unfold_for(part)
        row = self._model.row_of(part)
        if row >= 0 and row != self.current_row():
            self.go_to(row)

    def current_line(self) -> ResultLine | None:
        """The line at the cursor."""
        row = self.current_row()
        return self._model.lines[row] if 0 <= row < len(self._model.lines) else None

    # How lines look

    def guesses(self, _width: int) -> Iterable[int]:
        """Exactly."""
        return (self.measured(row, 0) for row in range(self._model.rowCount()))

    def measured(self, row: int, _width: int) -> int:
        """A heading, a line, or a line with reasons."""
        line = self._model.lines[row]
        if isinstance(line.thing, Head):
            return theme().px(_HEAD)
        return theme().px(_LINE if line.thing.sure else _TWO)

    def paint_row(self, painter: QPainter, row: int, rect: QRectF) -> None:
        """Draw a line."""
        line = self._model.lines[row]
        if self.selectionModel().isSelected(self._model.index(row)):
            painter.fillRect(rect, theme().colour("select"))
        elif isinstance(line.thing, Head) and line.level == 0:
            painter.fillRect(rect, theme().colour("head"))
        hairline(painter, rect.bottomLeft(), rect.bottomRight())
        indent = theme().px(_SIDE + _INDENT * max(0, line.level - 1))
        room = rect.adjusted(indent, 0, -theme().px(_SIDE), 0)
        if isinstance(line.thing, Head):
            self._paint_head(painter, room, line.thing)
        else:
            self._paint_part(painter, room, line.thing)

    def _paint_head(self, painter: QPainter, room: QRectF, head: Head) -> None:
        px = theme().px
        glyph = "chevron-right" if head.key in self._model.folded else "chevron-down"
        box = QRectF(room.left() - px(4), room.top(), px(18), room.height())
        paint_glyph(painter, box, glyph, "ink3", size=18)
        small = theme().font("small", 600)
        end = room
        if head.to_check:
            end = self._paint_pill(painter, room, str(head.to_check))
        words(painter, end, str(head.count), small, "ink3", align=RIGHT)
        end = end.adjusted(px(20), 0, -width_of(str(head.count), small) - px(10), 0)
        font = theme().font("ui", 600)
        if head.part is not None and head.part.number:
            words(painter, end, head.part.number, theme().font("ui", 700), "accent")
            lead = max(px(18), width_of(head.part.number, theme().font("ui", 700)) + px(8))
            end = end.adjusted(lead, 0, 0, 0)
        words(painter, end, head.title, font, "ink")

    def _paint_pill(self, painter: QPainter, room: QRectF, text: str) -> QRectF:
        px, font = theme().px, theme().font("small", 600)
        width = width_of(text, font) + px(36)
        pill = QRectF(room.right() - width, room.center().y() - px(11), width, px(22))
        plate(painter, pill, 11, fill="warn_soft")
        glyph = QRectF(pill.left() + px(7), pill.top(), px(16), pill.height())
        paint_glyph(painter, glyph, TO_CHECK.glyph, "warn", size=15)
        words(painter, pill.adjusted(0, 0, -px(9), 0), text, font, "warn", align=RIGHT)
        return room.adjusted(0, 0, -width - px(10), 0)

    def _paint_part(self, painter: QPainter, room: QRectF, part: Part) -> None:
        px = theme().px
        first = QRectF(room.left(), room.top() + px(3), room.width(), px(_LINE - 6))
        end = self._paint_sureness(painter, first, sure=part.sure)
        number = number_of(part)
        if number:
            wide = max(px(_NUMBER), width_of(number, theme().font("ui", 600)) + px(10))
            words(painter, end, number, theme().font("ui", 600), "ink")
            end = end.adjusted(wide, 0, 0, 0)
            room = room.adjusted(wide, 0, 0, 0)
        quiet = beside(part)
        if quiet:
            font = theme().font("small")
            wide = min(width_of(quiet, font), int(end.width() * 0.45))
            words(painter, end.adjusted(end.width() - wide, 0, 0, 0), quiet, font, "ink3")
            end = end.adjusted(0, 0, -wide - px(12), 0)
        words(painter, end, title_of(part), theme().font("ui"), "ink")
        if not part.sure:
            second = QRectF(room.left(), first.bottom() - px(3), room.width(), px(20))
            said = " ".join(reasons_of(part))
            words(painter, second, said, theme().font("small"), "warn")

    def _paint_sureness(self, painter: QPainter, room: QRectF, *, sure: bool) -> QRectF:
        px, state = theme().px, sureness(sure=sure)
        font = theme().font("small", 400 if sure else 600)
        wide = width_of(TO_CHECK.word, theme().font("small", 600)) + px(24)
        box = QRectF(room.right() - wide, room.top(), px(18), room.height())
        paint_glyph(painter, box, state.glyph, state.tone, size=16)
        words(painter, box.adjusted(px(23), 0, wide, 0), state.word, font, state.tone)
        return room.adjusted(0, 0, -wide - px(14), 0)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right fold and unfold; Left on a part goes to its heading."""
        line = self.current_line()
        key = event.key()
        if line is None or key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)
        elif isinstance(line.thing, Head):
            self._fold(line.key, fold=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Left:
            self.go_to(self._head_above(self.current_row()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow of a heading folds it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._model.lines[index.row()] if index.isValid() else None
        if line is None or not isinstance(line.thing, Head):
            return
        arrow = theme().px(_SIDE + _INDENT * max(0, line.level - 1) + 18)
        if event.position().x() <= arrow or line.part is None:
            self._fold(line.key, fold=line.key not in self._model.folded)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip has what is cut off."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            part = self._model.lines[index.row()].part if index.isValid() else None
            said = "\n".join((title_of(part), *reasons_of(part))) if part is not None else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().viewportEvent(event)

    def _fold(self, key: str, *, fold: bool) -> None:
        self._model.fold(key, fold=fold)
        self.go_to(self._model.row_of(key))

    def _head_above(self, row: int) -> int:
        level = self._model.lines[row].level
        above = (at for at in range(row - 1, -1, -1) if self._model.lines[at].level < level)
        return next(above, row)

    def _tell(self, row: int) -> None:
        part = self._model.lines[row].part if 0 <= row < len(self._model.lines) else None
        self.part_chosen.emit(part.key if part is not None else "")
