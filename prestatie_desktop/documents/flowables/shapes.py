"""Pieces that are a shape rather than words: bar, rule, picture, signature box, line to fill in."""

import io
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from prestatie_desktop.documents import style
from prestatie_desktop.documents.flowables.marks import Mark, marked
from prestatie_desktop.documents.flowables.piece import Piece
from prestatie_desktop.documents.flowables.text import TextPiece, paragraph
from prestatie_desktop.documents.pictures import Picture


class AccentBar(Piece):
    """The short blue bar above a title."""

    def wrap(self, aW: float, _height: float) -> tuple[float, float]:
        """Take the width there is."""
        return aW, 1.1 * style.MM + 9

    def draw(self) -> None:
        """Draw the shape as decoration and its words as text."""
        with marked(self.canv, None):
            self.canv.saveState()
            self.canv.setFillColor(HexColor(style.ACCENT))
            self.canv.roundRect(0, 9, 12 * style.MM, 1.1 * style.MM, 1, stroke=0, fill=1)
            self.canv.restoreState()


class RulePiece(Piece):
    """A hairline over the width."""

    def getSpaceBefore(self) -> float:
        """Keep the line apart from what is above it."""
        return 8

    def getSpaceAfter(self) -> float:
        """Keep the line apart from what is below it."""
        return 9

    def wrap(self, aW: float, _height: float) -> tuple[float, float]:
        """Take the width there is."""
        self.width = aW
        return aW, style.HAIRLINE

    def draw(self) -> None:
        """Draw the shape as decoration and its words as text."""
        with marked(self.canv, None):
            _line(self.canv, self.width, 0, style.LINE, style.HAIRLINE)


class FigurePiece(Piece):
    """A picture, made smaller to fit, never larger than one pixel on a 96th of an inch."""

    def __init__(
        self, picture: Picture, mark: Mark, max_width: float, max_height: float, *, right: bool
    ) -> None:
        super().__init__()
        self.picture = picture
        self.mark = mark
        self.limits = max_width, max_height
        self.right = right
        self.width = self.height = self.room = 0.0

    def getSpaceAfter(self) -> float:
        """Keep the distance to what is below it."""
        return 6

    def wrap(self, aW: float, _height: float) -> tuple[float, float]:
        """Make the picture as large as may be."""
        wide, high = self.picture.width * 0.75, self.picture.height * 0.75
        factor = min(1.0, min(aW, self.limits[0]) / wide, self.limits[1] / high)
        self.width, self.height, self.room = wide * factor, high * factor, aW
        return aW, self.height

    def draw(self) -> None:
        """Draw the picture."""
        x = self.room - self.width if self.right else 0
        with marked(self.canv, self.mark):
            self.canv.drawImage(
                _reader(self.picture.data), x, 0, self.width, self.height, mask="auto"
            )


@lru_cache(maxsize=32)
def _reader(data: bytes) -> Any:
    return ImageReader(io.BytesIO(data))


class SignatureBoxPiece(Piece):
    """The room to sign, with its label inside."""

    def __init__(self, label: str, height: float, block: object) -> None:
        super().__init__()
        self.label = paragraph(label, "label", block=block)
        self.height = height
        self.width = 0.0

    def getSpaceAfter(self) -> float:
        """Keep the distance to what is below it."""
        return 5

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take the width there is."""
        self.width = aW
        self.label.wrap(aW - 16, aH)
        return aW, self.height

    def draw(self) -> None:
        """Draw the shape as decoration and its words as text."""
        inset = style.BOX_LINE / 2
        with marked(self.canv, None):
            self.canv.saveState()
            self.canv.setStrokeColor(HexColor(style.INK))
            self.canv.setLineWidth(style.BOX_LINE)
            self.canv.roundRect(
                inset,
                inset,
                self.width - 2 * inset,
                self.height - 2 * inset,
                style.BOX_RADIUS,
            )
            self.canv.restoreState()
        self.label.drawOn(self.canv, 8, self.height - 5 - self.label.height)


class FieldLine(Piece):
    """A label with a line to write on: place, date."""

    def __init__(self, label: str, height: float, block: object) -> None:
        super().__init__()
        self.label: TextPiece = paragraph(label, "label", block=block)
        self.height = height
        self.width = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take the width there is."""
        self.width = aW
        self.label.wrap(aW, aH)
        return aW, self.height

    def draw(self) -> None:
        """Draw the shape as decoration and its words as text."""
        with marked(self.canv, None):
            _line(self.canv, self.width, 0.4, style.INK, 0.8)
        self.label.drawOn(self.canv, 0, self.height - self.label.height)


def _line(canvas: Any, width: float, y: float, colour: str, thick: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(thick)
    canvas.line(0, y, width, y)
    canvas.restoreState()
