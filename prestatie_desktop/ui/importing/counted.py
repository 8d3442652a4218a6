"""How much of each sort there is in a reading, and how much of it asks a look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from prestatie_desktop.importing.reading import Part, Reading


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of part, as `words.importing.part_name` knows it."""

    name: str
    glyph: str
    of: Callable[[Reading], Sequence[Part]]


SORTS: Final = (
    Sort("theme", "format-header-1", lambda reading: reading.themes),
    Sort("agreement", "format-list-numbered", lambda reading: reading.agreements),
    Sort("row", "home-plus-outline", lambda reading: reading.rows),
    Sort("figures", "chart-box-outline", lambda reading: reading.figures),
    Sort("party", "account-group-outline", lambda reading: reading.parties),
    Sort("group", "group", lambda reading: reading.groups),
    Sort("signatory", "draw-pen", lambda reading: reading.signatories),
    Sort("text_part", "text-box-outline", lambda reading: reading.text_parts),
)


def to_check(parts: Sequence[Part]) -> int:
    """How many are to be looked at."""
    return sum(not part.sure for part in parts)
