"""Pieces under each other in one cell: measured, drawn, and cut in two at a page break."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.flowables import Flowable

ENDLESS = 1e7
_TOLERANCE = 1e-6


def height(pieces: Sequence[Flowable], width: float) -> float:
    """The height of the stack, space between pieces included."""
    return sum(below for _, below in _placed(pieces, width))


def draw(pieces: Sequence[Flowable], canvas: Any, x: float, top: float, width: float) -> None:
    """Draw the stack downwards from `top`."""
    y = top
    for piece, below in _placed(pieces, width, wrapped=True):
        y -= below
        piece.drawOn(canvas, x, y)


def cut(
    pieces: Sequence[Flowable], width: float, available: float
) -> tuple[list[Flowable], list[Flowable]]:
    """What fits in the available height, and the rest. A heading never stays behind alone."""
    used = 0.0
    above: list[Flowable] = []
    rest = list(pieces)
    while rest:
        space = _space(above[-1], rest[0]) if above else 0.0
        _, own = rest[0].wrap(width, ENDLESS)
        if used + space + own > available + _TOLERANCE:
            halves = rest[0].split(width, available - used - space)
            if len(halves) > 1:
                above.append(halves[0])
                rest[0:1] = halves[1:]
            break
        used += space + own
        above.append(rest.pop(0))
    while above and rest and getattr(above[-1], "stays_with_next", False):
        rest.insert(0, above.pop())
    return above, rest


def _placed(
    pieces: Sequence[Flowable], width: float, *, wrapped: bool = False
) -> list[tuple[Flowable, float]]:
    """Each piece with its height and the space above it."""
    placed = []
    for index, piece in enumerate(pieces):
        own = piece.height if wrapped else piece.wrap(width, ENDLESS)[1]
        space = _space(pieces[index - 1], piece) if index else 0.0
        placed.append((piece, space + own))
    return placed


def _space(upper: Flowable, lower: Flowable) -> float:
    return max(upper.getSpaceAfter(), lower.getSpaceBefore())
