"""What was measured, as lines of a table with the raw repeats beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measure in milliseconds, with what it is compared to where there is something."""

    what: str
    ours: Sequence[float]
    against: str = ""
    theirs: Sequence[float] = ()
    aim: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times as long ours takes, by medians; None without a comparison."""
        return median(self.ours) / median(self.theirs) if self.theirs else None


def table(lines: Iterable[Line]) -> str:
    """The medians and ratios in columns, and under each line its raw repeats."""
    rows: list[tuple[str, ...]] = [("measure", "ours ms", "against", "ms", "ratio", "aim")]
    rows += [_cells(line) for line in lines]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def repeats(lines: Iterable[Line]) -> str:
    """Every single time, in the order in which it was taken."""
    return "\n".join(text for line in lines for text in _raw(line))


def _cells(line: Line) -> tuple[str, ...]:
    theirs = _ms(median(line.theirs)) if line.theirs else ""
    ratio = f"{line.ratio:.2f}×" if line.ratio is not None else ""
    return (line.what, _ms(median(line.ours)), line.against, theirs, ratio, line.aim)


def _raw(line: Line) -> Iterable[str]:
    yield f"{line.what}: {_all(line.ours)}"
    if line.theirs:
        yield f"    {line.against}: {_all(line.theirs)}"


def _all(times: Sequence[float]) -> str:
    return " ".join(map(_ms, times))


def _ms(time: float) -> str:
    return f"{time:.0f}" if time >= 100 else f"{time:.1f}" if time >= 1 else f"{time:.3f}"
