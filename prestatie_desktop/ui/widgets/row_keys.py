"""Where the keys go in a list of rows below each other."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView

Move = QAbstractItemView.CursorAction


def row_after(action: Move, row: int, rows: int, page_from: Callable[[int, int], int]) -> int:
    """The row that a key goes to from `row` (-1: none is the current one); -1 without rows.

    `page_from` gives the row a page further (1) or back (-1).
    """
    last = rows - 1
    if last < 0 or row < 0:
        return last if action == Move.MoveEnd else min(0, last)
    to = {
        Move.MoveUp: row - 1,
        Move.MovePrevious: row - 1,
        Move.MoveDown: row + 1,
        Move.MoveNext: row + 1,
        Move.MoveHome: 0,
        Move.MoveEnd: last,
    }.get(action, row)
    if action in {Move.MovePageUp, Move.MovePageDown}:
        to = page_from(row, 1 if action == Move.MovePageDown else -1)
    return min(max(to, 0), last)
