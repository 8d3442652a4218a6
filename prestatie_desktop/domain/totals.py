"""Adding up quantities without hiding what could not be added."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.unknown import Unknown

_DWELLINGS = ("homes", "units")
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A sum and what it rests on.

    `value` adds every number and, where only a bound is known, the lower bound; it is None when
    there were rows and none could be counted. The parts are shares of `value`; the counts are
    rows. `unknown_count` includes `not_read_count`; rows that do not apply are counted apart.
    """

    value: Decimal | None = _ZERO
    unit: str = "homes"
    counted: int = 0
    lower_bound_part: Decimal = _ZERO
    approximate_part: Decimal = _ZERO
    several_years_part: Decimal = _ZERO
    upper_bound_only_count: int = 0
    unknown_count: int = 0
    not_read_count: int = 0
    not_applicable_count: int = 0
    empty_count: int = 0
    other_unit_count: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether every row that applies is in the sum with a number of its own."""
        left_out = (
            self.upper_bound_only_count
            + self.unknown_count
            + self.empty_count
            + self.other_unit_count
        )
        return left_out == 0 and self.lower_bound_part == 0


def total(quantities: Iterable[Quantity]) -> Total:
    """Add up. Homes and lettable units count together; another unit than the first is left out."""
    rows = tuple(quantities)
    known = [row for row in rows if row.is_known]
    unit = _common_unit(known) if known else next((row.unit for row in rows), "homes")
    same = [row for row in known if row.unit == unit or {row.unit, unit} <= set(_DWELLINGS)]
    counted = [row for row in same if _counts_as(row) is not None]
    return Total(
        value=_sum(counted) if counted or not rows else None,
        unit=unit,
        counted=len(counted),
        lower_bound_part=_sum(row for row in counted if row.value is None),
        approximate_part=_sum(row for row in counted if row.approximate),
        several_years_part=_sum(row for row in counted if (row.period_years or 1) > 1),
        upper_bound_only_count=len(same) - len(counted),
        unknown_count=sum(_is_open(row) for row in rows),
        not_read_count=sum(row.unknown is Unknown.NOT_READ for row in rows),
        not_applicable_count=sum(row.unknown is Unknown.NOT_APPLICABLE for row in rows),
        empty_count=sum(row.is_empty and not row.is_known for row in rows),
        other_unit_count=len(known) - len(same),
    )


def _common_unit(known: list[Quantity]) -> str:
    if any(row.unit == "homes" for row in known):
        return "homes"
    return known[0].unit


def _counts_as(row: Quantity) -> Decimal | None:
    return row.lower if row.value is None else row.value


def _sum(rows: Iterable[Quantity]) -> Decimal:
    return sum((_counts_as(row) or _ZERO for row in rows), _ZERO)


def _is_open(row: Quantity) -> bool:
    return not (row.is_empty or row.is_known or row.unknown is Unknown.NOT_APPLICABLE)
