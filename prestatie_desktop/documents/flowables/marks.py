"""What a drawn piece means: the seam where tagging takes hold.

Everything drawn is drawn inside `marked`; the page canvas hears where each meaning begins and ends.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mark:
    """The meaning of one piece; both halves of a piece cut by a page break share one mark.

    `role` is a PDF structure type ("H2", "P", "TH", "TD", "Figure", "LI"); `block` the composed
    block it comes from; `row` and `column` the place of a cell, `row` -1 for a header.
    """

    role: str
    block: object
    row: int = -1
    column: int = -1
    alt: str = ""


@contextmanager
def marked(canvas: Any, mark: Mark | None) -> Iterator[None]:
    """Draw with this meaning; None is decoration, which a reader who listens passes over."""
    canvas.begin_mark(mark)
    yield
    canvas.end_mark(mark)
