"""What stands on a page of a PDF: letters, rules and pictures, each with its place.

Places are in points from the left and from the top of the page as it is read.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from prestatie_desktop.importing.source import Comment


class Fault(Enum):
    """Why a page is not read."""

    DAMAGED = "damaged"
    #: It takes more work than a page can.
    TOO_MUCH = "too_much"


class Glyph(NamedTuple):
    """A letter (or a few: "ﬁ"), upright."""

    text: str
    x0: float
    x1: float
    #: Where it stands on the line.
    base: float
    size: float
    bold: bool
    italic: bool

    @property
    def middle(self) -> float:
        """Halfway its height."""
        return self.base - 0.3 * self.size


class Rule(NamedTuple):
    """A straight line along a side of the page; `at` is its place across its direction."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """Left, top, right, bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def area(self) -> float:
        """In square points."""
        return max(0.0, self.x1 - self.x0) * max(0.0, self.bottom - self.top)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


class Remark(NamedTuple):
    """What somebody wrote beside the text, and where."""

    comment: Comment
    box: Box


@dataclass(slots=True)
class PageMarks:
    """Everything on a page, in the order in which it was drawn."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    #: Letters that run up or down beside the others.
    turned: list["Sideways"] = field(default_factory=list)
    #: Text that stands nowhere in the text: askew ("CONCEPT"), or written on the page afterwards.
    aside: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    #: Drawn shapes that are no rules; many of them without letters are letters in disguise.
    shapes: int = 0


@dataclass(frozen=True, slots=True)
class Sideways:
    """Letters on a page of this size that run in another direction: the same page, turned."""

    marks: PageMarks
    turns: int
    width: float
    height: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where something stands when the page is upright."""
        upright = (
            (x, y),
            (y, self.height - x),
            (self.width - x, self.height - y),
            (self.width - y, x),
        )
        return upright[self.turns]
