"""Cells beside each other: a table's row, an agreement with its number, two signature boxes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from prestatie_desktop.documents import style
from prestatie_desktop.documents.flowables import stack
from prestatie_desktop.documents.flowables.marks import marked
from prestatie_desktop.documents.flowables.piece import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLook:
    """How a row is dressed. Measures in points, colours as hex."""

    fill: str = ""
    line_above: str = ""
    line_below: str = ""
    line_width: float = style.HAIRLINE
    bar: str = ""
    pad_top: float = 0
    pad_bottom: float = 0
    pad_left: float = 0
    pad_right: float = 0
    space_before: float = 0
    space_after: float = 0


class RowPiece(Piece):
    """Stacks of pieces beside each other; it can be cut in two at a page break.

    `shares` are the widths of the cells as parts of the whole width.
    """

    def __init__(
        self, cells: Sequence[list[Flowable]], shares: Sequence[float], look: RowLook
    ) -> None:
        super().__init__()
        self.cells = cells
        self.shares = shares
        self.look = look
        self.width = self.height = 0.0

    def getSpaceBefore(self) -> float:
        """Keep the distance its look asks for."""
        return self.look.space_before

    def getSpaceAfter(self) -> float:
        """Keep the distance its look asks for."""
        return self.look.space_after

    def wrap(self, aW: float, _height: float) -> tuple[float, float]:
        """The row is as high as its highest cell."""
        if aW != self.width:
            self.width = aW
            tallest = max(
                (stack.height(cell, inner) for cell, (_, inner) in self._placed()), default=0.0
            )
            self.height = tallest + self.look.pad_top + self.look.pad_bottom
        return self.width, self.height

    def _placed(self) -> list[tuple[list[Flowable], tuple[float, float]]]:
        """Each cell with the left edge and width of the room inside it."""
        unit = self.width / sum(self.shares)
        placed = []
        left = 0.0
        for cell, share in zip(self.cells, self.shares, strict=True):
            inner = share * unit - self.look.pad_left - self.look.pad_right
            placed.append((cell, (left + self.look.pad_left, max(inner, 1.0))))
            left += share * unit
        return placed

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Cut at a page break."""
        return [*self.cut(aW, aH)]

    def cut(self, aW: float, aH: float) -> list["RowPiece"]:
        """Cut every cell at the same height; not at all when a cell would leave nothing above."""
        self.wrap(aW, aH)
        room = aH - self.look.pad_top - self.look.pad_bottom
        if self.height <= aH:
            return [self]
        cuts = [stack.cut(cell, inner, room) for cell, (_, inner) in self._placed()]
        if any(rest and not above for above, rest in cuts):
            return []
        first = RowPiece([c[0] for c in cuts], self.shares, replace(self.look, line_below=""))
        first.anchor = self.anchor
        second = RowPiece([c[1] for c in cuts], self.shares, replace(self.look, line_above=""))
        second.work_done = self.work_done
        return [first, second]

    def draw(self) -> None:
        """Draw the dress as decoration, then the cells, which mark themselves."""
        self.arrive(self.height)
        look = self.look
        if look.fill or look.bar or look.line_above or look.line_below:
            with marked(self.canv, None):
                self._draw_dress()
        for cell, (left, inner) in self._placed():
            stack.draw(cell, self.canv, left, self.height - look.pad_top, inner)

    def _draw_dress(self) -> None:
        canvas, look = self.canv, self.look
        canvas.saveState()
        if look.fill:
            canvas.setFillColor(HexColor(look.fill))
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        if look.bar:
            canvas.setFillColor(HexColor(look.bar))
            canvas.rect(0, 0, 2.5, self.height, stroke=0, fill=1)
        canvas.setLineWidth(look.line_width)
        for colour, y in ((look.line_above, self.height), (look.line_below, 0)):
            if colour:
                canvas.setStrokeColor(HexColor(colour))
                canvas.line(0, y, self.width, y)
        canvas.restoreState()
