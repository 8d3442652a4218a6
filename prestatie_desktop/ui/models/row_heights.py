"""Where the rows of a long list stand: heights that are guessed until a row is seen."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class RowHeights:
    """Heights in pixels, one per row. A guess is kept until the row is measured."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._measured: list[bool] = []
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._places()[-1]

    def guess_all(self, guesses: Iterable[int]) -> None:
        """Start again with a guess for each row."""
        self._heights = list(guesses)
        self._measured = [False] * len(self._heights)
        self._tops = None

    def insert(self, row: int, guess: int) -> None:
        """A row came in."""
        self._heights.insert(row, guess)
        self._measured.insert(row, False)
        self._tops = None

    def remove(self, first: int, last: int) -> None:
        """Rows from first to last went away."""
        del self._heights[first : last + 1]
        del self._measured[first : last + 1]
        self._tops = None

    def move(self, row: int, to: int) -> None:
        """A row moved; `to` is its new place."""
        self._heights.insert(to, self._heights.pop(row))
        self._measured.insert(to, self._measured.pop(row))
        self._tops = None

    def is_measured(self, row: int) -> bool:
        """Whether the height of a row is known."""
        return self._measured[row]

    def forget(self, row: int) -> None:
        """The row looks different now; its height is a guess again."""
        self._measured[row] = False

    def measure(self, row: int, height: int) -> None:
        """The height of a row is known."""
        self._measured[row] = True
        if self._heights[row] != height:
            self._heights[row] = height
            self._tops = None

    def height(self, row: int) -> int:
        """The height of a row, guessed or measured."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self._places()[row]

    def row_at(self, y: int) -> int:
        """The row at this height; the first or last one beyond the ends, -1 without rows."""
        if not self._heights:
            return -1
        return min(max(bisect_right(self._places(), y) - 1, 0), len(self._heights) - 1)

    def _places(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
