"""The base of everything drawn that is not a paragraph."""

from typing import Any

from reportlab.platypus import KeepTogether
from reportlab.platypus.flowables import Flowable


class Piece(Flowable):
    """A flowable that knows where links to it arrive and how far the work is once it is drawn."""

    canv: Any
    anchor: str | None = None
    work_done: int | None = None

    def arrive(self, height: float) -> None:
        """Let links to this piece arrive at its top."""
        if self.anchor:
            self.canv.bookmarkHorizontal(self.anchor, 0, height)


class Together(KeepTogether):
    """Pieces that stay on one page when they fit on one; each is drawn by itself."""

    def __init__(self, members: list[Flowable]) -> None:
        super().__init__(members)
        self.members = members
