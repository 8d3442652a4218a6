"""Rows of a list of projects that hold one name, and say whose or where the rows below are."""

import re
from itertools import pairwise

from prestatie_desktop.importing.reading import TableLayout, TableUse
from prestatie_desktop.importing.recognising.evidence import is_name
from prestatie_desktop.importing.recognising.grids import Grid, only_text
from prestatie_desktop.importing.recognising.vocabulary import fold

#: One such row can also be a project of which nothing else is known.
_LEAST = 2
_AREA = re.compile(
    r"(?:(?:kern|wijk|buurt|dorp|stadsdeel|gebied|deelgebied) .+|.*(?:wijk|buurt|kwartier)"
    r"|centrum|binnenstad|buitengebied|(?:noord|zuid)(?: ?(?:oost|west))?|oost|west)"
)


def subheadings(grid: Grid, layout: TableLayout) -> dict[int, str]:
    """Row → the name that stands alone in it, where such rows divide a whole list."""
    if layout.use is not TableUse.PROJECTS or layout.head is None:
        return {}
    rows = range(layout.head + 1, len(grid.texts))
    alone = {row: only_text(grid.texts[row]) for row in rows}
    found = {
        row: alone[row]
        for row, following in pairwise(rows)
        if alone[row] and not alone[following] and is_name(alone[row])
    }
    return found if len(found) >= _LEAST and len(found) * 2 <= len(rows) else {}


def is_area(name: str) -> bool:
    """Whether a name is that of a part of a town."""
    return bool(_AREA.fullmatch(fold(name)))
