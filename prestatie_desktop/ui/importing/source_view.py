"""The source as it is read: every line, where it stands, and what became of it."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from prestatie_desktop.importing.reading import Fate
from prestatie_desktop.importing.source import Piece
from prestatie_desktop.ui.importing.fates import FATES
from prestatie_desktop.ui.importing.row_list import RowList
from prestatie_desktop.ui.importing.source_layout import (
    CAPTION,
    PAD,
    RowLook,
    laid_out,
    paint_words,
)
from prestatie_desktop.ui.importing.source_model import SourceModel
from prestatie_desktop.ui.importing.source_rows import SourceRow
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import focus_ring, hairline, width_of, words
from prestatie_desktop.words.translation import tr

_KEPT = 400
#: At 100 % text: bar, icon, and the least and most room for where a line stands.
_BAR, _ICON, _WHERE_LEAST, _WHERE_MOST = 4, 30, 44, 112
_NARROW = 420


class SourceView(RowList):
    """Rows of the source. A chosen part marks its rows; a chosen row tells its piece."""

    #: The piece at the cursor, of the current row or cell.
    piece_chosen = Signal(int)

    def __init__(self, model: SourceModel, name: str, parent: QWidget | None = None) -> None:
        self._model = model
        self._kept: OrderedDict[int, RowLook] = OrderedDict()
        self._marked: frozenset[int] = frozenset()
        self._cell = -1
        self._aside = 0.0
        self._where_width = -1
        super().__init__(model, name, parent)
        self.setProperty("k", "bare")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.moved.connect(self._on_moved)

    # What is chosen

    def mark(self, pieces: Iterable[int]) -> None:
        """Mark the rows and cells of these pieces."""
        marked = frozenset(pieces)
        if marked != self._marked:
            self._marked = marked
            self.viewport().update()

    def show_pieces(self, pieces: Iterable[int]) -> None:
        """Bring the first of these into view."""
        if self._model.rows is None:
            return
        for place in self._model.rows.rows_of(pieces)[:1]:
            self.reveal(self._model.row_at(place))

    def current_piece(self) -> int:
        """The piece at the cursor; -1 when there is none."""
        pieces = self.chosen_pieces()
        return pieces[0].key if pieces else -1

    def chosen_pieces(self) -> tuple[Piece, ...]:
        """The pieces of the chosen cell, or of the current row."""
        if self.current_row() < 0:
            return ()
        row = self._model.source_row(self.current_row())
        if 0 <= self._cell < len(row.cells):
            return row.cells[self._cell].pieces
        return row.pieces

    def selected_pieces(self) -> tuple[Piece, ...]:
        """Everything that is selected: the chosen cell, or all selected rows."""
        rows = self.selected_rows()
        if len(rows) <= 1 and self._cell >= 0:
            return self.chosen_pieces()
        return tuple(piece for row in rows for piece in self._model.source_row(row).pieces)

    def choose_piece(self, piece: int) -> None:
        """Put the cursor at a piece."""
        if self._model.rows is None:
            return
        row = self._model.row_at(self._model.rows.row_of(piece))
        if row >= 0 and row != self.current_row():
            self.go_to(row)
            self.reveal(row)

    # How rows look

    def guesses(self, width: int) -> Iterable[int]:
        """By the letters there are."""
        room = self._room(width)
        length, line, pad = self._model.length, theme().px(20), 2 * theme().px(PAD)
        per_line = max(8.0, room / theme().px(7))
        # Called for every row there is: nothing is asked twice.
        return [
            (1 + int(length(row) / per_line)) * line + pad for row in range(self._model.rowCount())
        ]

    def measured(self, row: int, width: int) -> int:
        """Laid out."""
        return self._look(row, width).height

    def forget_looks(self) -> None:
        """Lay out again."""
        self._kept.clear()
        self._where_width = -1

    def paint_row(self, painter: QPainter, row: int, rect: QRectF) -> None:
        """Where it stands, what became of it, what it says."""
        source_row, look = self._model.source_row(row), self._look(row, int(rect.width()))
        inner = rect.adjusted(0, look.above, 0, 0)
        fate = self._model.fate(source_row.pieces)
        left = self._left()
        if look.above and source_row.table is not None and source_row.table.title:
            self._paint_caption(painter, rect, source_row.table.title)
        self._paint_ground(painter, row, source_row, inner, look.width)
        painter.save()
        painter.setClipRect(inner.adjusted(left, 0, 0, 0))
        content = QPointF(left - self._aside, inner.top() + theme().px(PAD))
        for at, cell in enumerate(look.cells):
            box = QRectF(content.x() + cell.left, inner.top(), cell.width, inner.height())
            if at:
                hairline(painter, box.topLeft(), box.bottomLeft())
            paint_words(painter, content, cell)
            self._paint_mark(painter, box, source_row.cells[at].pieces, fate)
            if row == self.current_row() and at == self._cell and self.hasFocus():
                focus_ring(painter, box.adjusted(1, 1, -1, -1), 3)
        painter.restore()
        self._paint_margin(painter, inner, source_row, fate)

    def _paint_caption(self, painter: QPainter, rect: QRectF, title: str) -> None:
        px = theme().px
        room = QRectF(self._left(), rect.top() + px(6), rect.width() - self._left(), px(CAPTION))
        words(painter, room, title, theme().font("small", 600), "ink2")

    def _paint_ground(
        self, painter: QPainter, row: int, source_row: SourceRow, inner: QRectF, width: float
    ) -> None:
        marked = any(piece.key in self._marked for piece in source_row.pieces)
        selected = self.selectionModel().isSelected(self._model.index(row))
        if selected or marked:
            ground = inner.adjusted(self._margin(), 0, 0, 0)
            painter.fillRect(ground, theme().colour("select" if selected else "accent_soft"))
        if source_row.table is not None:
            end = min(inner.right(), self._left() + width - self._aside)
            line = QPointF(self._left(), inner.bottom()), QPointF(end, inner.bottom())
            hairline(painter, *line)

    def _paint_mark(
        self, painter: QPainter, box: QRectF, pieces: tuple[Piece, ...], fate: Fate | None
    ) -> None:
        px = theme().px
        own = self._model.fate(pieces)
        corner = QRectF(box.right() - px(18), box.top() + px(2), px(16), px(16))
        if own is not None and own is not fate:
            paint_glyph(painter, corner, FATES[own].glyph, FATES[own].tone, size=13)
        elif any(piece.comments for piece in pieces):
            paint_glyph(painter, corner, "comment-text-outline", "ink3", size=14)

    def _paint_margin(
        self, painter: QPainter, inner: QRectF, source_row: SourceRow, fate: Fate | None
    ) -> None:
        px = theme().px
        margin = QRectF(0, inner.top(), self._margin(), inner.height())
        painter.fillRect(margin, theme().colour("surface"))
        where = QRectF(px(10), inner.top() + px(PAD), self._where() - px(10), px(19))
        words(painter, where, source_row.where, theme().font("small"), "ink3")
        if fate is None:
            return
        state = FATES[fate]
        bar = QRectF(self._where() + px(4), inner.top() + 1, px(_BAR), inner.height() - 2)
        painter.fillRect(bar, theme().colour(state.tone))
        glyph = QRectF(bar.right() + px(4), inner.top() + px(PAD), px(18), px(19))
        paint_glyph(painter, glyph, state.glyph, state.tone, size=15)

    def paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        """Around the current row, not around the room before it."""
        look = self._look(self.current_row(), int(rect.width()))
        if self._cell < 0:
            super().paint_focus(painter, rect.adjusted(self._margin(), look.above, 0, 0))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose a cell of a table row, Esc the whole row again."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(event.key(), 0)
        if step and plain == Qt.KeyboardModifier.NoModifier and self._step_cell(step):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self._cell >= 0:
            self._choose_cell(-1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click in a table chooses its cell."""
        super().mousePressEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.button() == Qt.MouseButton.LeftButton and self.current_row() >= 0:
            self._choose_cell(self._cell_at(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Shift and the wheel go sideways through a wide table."""
        over = self._over()
        if over > 0 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            moved = event.angleDelta().y() or event.angleDelta().x()
            self._move_aside(self._aside - moved / 2)
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip says in words what the bar says, and where."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if index.isValid() and event.pos().x() < self._left():
                row = self._model.source_row(index.row())
                fate = self._model.fate(row.pieces)
                said = (row.where, FATES[fate].word if fate else "")
                QToolTip.showText(event.globalPos(), "\n".join(filter(None, said)), self)
                return True
            QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _step_cell(self, step: int) -> bool:
        if self.current_row() < 0:
            return False
        row = self._model.source_row(self.current_row())
        if row.table is None:
            return False
        filled = [at for at, cell in enumerate(row.cells) if cell.pieces]
        after = [at for at in filled if (at > self._cell if step > 0 else at < self._cell)]
        if self._cell < 0 and step < 0:
            return False
        self._choose_cell((after[0] if step > 0 else after[-1]) if after else self._cell)
        return True

    def _choose_cell(self, cell: int) -> None:
        row = self.current_row()
        if cell >= 0 and self._model.source_row(row).table is None:
            cell = -1
        self._cell = cell
        if cell >= 0:
            self._show_cell(row, cell)
        self.viewport().update()
        self._tell()

    def _show_cell(self, row: int, cell: int) -> None:
        looks = self._look(row, self.viewport().width()).cells
        room = self._room(self.viewport().width())
        if cell < len(looks):
            left, right = looks[cell].left, looks[cell].left + looks[cell].width
            if right - self._aside > room:
                self._move_aside(right - room)
            elif left < self._aside:
                self._move_aside(left)

    def _cell_at(self, x: float) -> int:
        looks = self._look(self.current_row(), self.viewport().width()).cells
        place = x - self._left() + self._aside
        return next(
            (at for at, look in enumerate(looks)
             if look.left <= place < look.left + look.width and look.words),
            -1,
        )  # fmt: skip

    def _on_moved(self, _row: int) -> None:
        self._cell = -1
        self._tell()

    def _tell(self) -> None:
        piece = self.current_piece()
        if piece >= 0:
            self.piece_chosen.emit(piece)

    # Room

    def _move_aside(self, to: float) -> None:
        self._aside = min(max(0.0, to), max(0.0, self._over()))
        self.viewport().update()

    def _over(self) -> float:
        width = self.viewport().width()
        widest = max((self._look(row, width).width for row in self.visible()), default=0.0)
        return widest - self._room(width)

    def _look(self, row: int, width: int) -> RowLook:
        kept = self._kept.get(row)
        if kept is None:
            kept = laid_out(self._model.source_row(row), self._room(width))
            self._kept[row] = kept
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return kept

    def _where(self) -> int:
        if self._where_width < 0:
            self._where_width = self._measured_where()
        return self._where_width

    def _measured_where(self) -> int:
        px = theme().px
        rows = self._model.rows
        if rows is None or not len(rows):
            return px(_WHERE_LEAST)
        some = {*range(min(40, len(rows))), *range(max(0, len(rows) - 40), len(rows))}
        font = theme().font("small")
        widest = max(width_of(rows.row(at).where, font) for at in some) + px(14)
        most = px(_WHERE_MOST if self.viewport().width() >= px(_NARROW) else _WHERE_LEAST + 20)
        return max(px(_WHERE_LEAST), min(most, widest))

    def _margin(self) -> int:
        return self._where() + theme().px(4)

    def _left(self) -> int:
        return self._margin() + theme().px(_BAR + _ICON)

    def _room(self, width: int) -> float:
        return float(max(theme().px(120), width - self._left() - theme().px(10)))


def source_name() -> str:
    """What a screen reader calls it."""
    return tr("Bron")
