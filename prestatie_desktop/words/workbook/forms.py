"""What a sheet of the workbook is made of: columns, each with one way to be written and read."""

from dataclasses import dataclass
from enum import StrEnum

from prestatie_desktop.domain.entity import Entity


class Form(StrEnum):
    """How what stands in the cells of a column is written and read."""

    #: A short text on one line.
    LINE = "line"
    #: Plain text of several lines.
    LINES = "lines"
    #: A number as "1.7" that is no quantity.
    NUMBER = "number"
    #: The wording of an agreement, as readable text.
    RICH = "rich"
    #: Several short texts after each other.
    LIST = "list"
    CHOICE = "choice"
    FLAG = "flag"
    DAY = "day"
    YEAR = "year"
    #: A quantity as it was written: "circa 10", "+65", "pm".
    QUANTITY = "quantity"
    UNIT = "unit"
    #: Homes per accessibility class or price segment, as it was written.
    SPLIT = "split"
    #: The name or number of another thing.
    ONE = "one"
    SEVERAL = "several"
    #: A part that the law names in a bod.
    LEGAL = "legal"
    #: The columns of a table of figures.
    FIGURES = "figures"
    #: The parties with one part in an item.
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it shows (`key`), what stands above it and how wide it is (characters).

    `year:2026`, `figure:NAME`, `roles:lead` and `amount_unit` are keys that are no field.
    """

    key: str
    title: str
    form: Form
    width: int
    choices: type[StrEnum] | None = None
    #: What a name in it may stand for.
    sorts: tuple[type[Entity], ...] = ()
    required: bool = False
    #: What an empty cell of a new row stands for; "" leaves it to the program.
    otherwise: str = ""


class Growth(StrEnum):
    """Columns that a sheet has beside its own."""

    NONE = ""
    YEARS = "years"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet with a row for each thing of a sort."""

    title: str
    sort: type[Entity]
    columns: tuple[Column, ...]
    #: The columns by which a person tells the rows apart.
    known_by: tuple[str, ...] = ()
    #: The field that says to what a row belongs: its neighbours are the rows of the same owner.
    owner: str = ""
    #: Where the columns of its growth stand: after the column with this key.
    growth: Growth = Growth.NONE
    grows_after: str = ""
    #: One thing only, with its fields below each other.
    upright: bool = False

    def column(self, key: str) -> Column:
        """One of its own columns. Raises StopIteration when there is none."""
        return next(column for column in self.columns if column.key == key)
