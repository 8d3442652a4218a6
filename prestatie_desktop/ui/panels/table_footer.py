"""The rows under a table that add up; they stay in sight and follow the columns above them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.paint import LEFT, RIGHT, elided, painting, words
from prestatie_desktop.ui.look.tokens import ROW, ROW_TALL
from prestatie_desktop.ui.models.grid import FooterLine
from prestatie_desktop.ui.panels.grid_table import GridTable


class TableFooter(QWidget):
    """Painted, and said in words to a screen reader."""

    def __init__(self, table: GridTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._lines: tuple[FooterLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        table.horizontalHeader().sectionResized.connect(lambda *_: self.update())
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.update())
        follow(self._restyle)

    def set_lines(self, lines: tuple[FooterLine, ...]) -> None:
        """Show these."""
        if lines != self._lines:
            self._lines = lines
            self.setAccessibleName(". ".join(_spoken(line) for line in lines))
            self.updateGeometry()
        self.setVisible(bool(lines))
        self.update()

    def lines(self) -> tuple[FooterLine, ...]:
        """What it shows."""
        return self._lines

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(10, sum(self._height(line) for line in self._lines))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(10, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines within the frame of the table above."""
        rect = QRectF(self.rect())
        tip: list[str] = []
        with painting(self) as painter:
            painter.fillRect(rect, theme().colour("head"))
            painter.setPen(theme().colour("line"))
            edge = rect.adjusted(0, -2, -1, -1)
            painter.drawRect(edge)
            y = 0
            for line in self._lines:
                self._paint_line(painter, line, y, tip)
                y += self._height(line)
        self.setToolTip("\n".join(tip))

    def _paint_line(self, painter: QPainter, line: FooterLine, y: int, tip: list[str]) -> None:
        px, high = theme().px, self._height(line)
        bold, small = theme().font("ui", 600), theme().font("small")
        end = 0.0
        for at, head in enumerate(self._table.grid.heads):
            text = line.figures.get(head.key, "")
            if text:
                room = self._cell(at, y, high)
                words(painter, room, text, bold, "ink", align=RIGHT)
                end = max(end, room.right())
        room = self._cell(0, y, high)
        free = self._room_of_label(line)
        room.setRight(room.left() + free)
        if line.second:
            upper = QRectF(room.left(), y + px(4), free, px(20))
            lower = QRectF(room.left(), y + px(23), free, px(18))
            words(painter, upper, line.label, bold, "ink", align=LEFT)
            words(painter, lower, line.second, small, "ink3", align=LEFT)
            if elided(line.second, small, free) != line.second:
                tip.append(line.second)
        else:
            words(painter, room, line.label, bold, "ink", align=LEFT)
        if line.words:
            left = end + px(20)
            beside = QRectF(left, y, self.width() - left - px(10), high)
            if self._numbers_after(line):
                return
            words(painter, beside, line.words, bold, "ink", align=LEFT)
            if elided(line.words, bold, beside.width()) != line.words:
                tip.append(line.words)

    def _numbers_after(self, line: FooterLine) -> bool:
        return len(line.figures) > 1 and not line.second and self.width() < theme().px(300)

    def _room_of_label(self, line: FooterLine) -> float:
        """Up to the first figure, over columns that have none."""
        for at, head in enumerate(self._table.grid.heads):
            if at and line.figures.get(head.key):
                return self._cell(at, 0, 1).left() - self._cell(0, 0, 1).left() - theme().px(12)
        return self.width() - 2.0 * theme().px(10)

    def _cell(self, at: int, y: int, high: int) -> QRectF:
        head = self._table.horizontalHeader()
        x = self._table.frameWidth() + head.sectionViewportPosition(at)
        side = theme().px(10)
        return QRectF(x + side, y, head.sectionSize(at) - 2 * side, high)

    def _height(self, line: FooterLine) -> int:
        return theme().px(ROW_TALL if line.second else ROW)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _spoken(line: FooterLine) -> str:
    figures = ", ".join(line.figures.values())
    return ", ".join(part for part in (line.label, figures, line.words or line.second) if part)
