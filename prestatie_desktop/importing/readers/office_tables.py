"""Tables of text documents, once their cells were read."""

from collections.abc import Sequence
from dataclasses import dataclass

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.readers.office_drafts import (
    Flow,
    Grid,
    GridRow,
    Paragraph,
    paragraphs_of,
)
from prestatie_desktop.importing.source import Stretch


@dataclass(slots=True)
class ReadRow:
    """A row with what is in each cell; None where a cell was merged away."""

    cells: list[list[Flow] | None]
    is_head: bool = False


def table_of(rows: Sequence[ReadRow]) -> list[Flow]:
    """The table; or what is in it, where it only draws a box around that.

    A table within a cell of a real table is read as paragraphs of that cell.
    """
    if _only_draws_a_box(rows):
        return [flow for row in rows for cell in row.cells for flow in cell or ()]
    return [Grid([_grid_row(row) for row in rows])]


def _only_draws_a_box(rows: Sequence[ReadRow]) -> bool:
    if any(sum(map(_has_content, row.cells)) > 1 for row in rows):
        return False
    real = [cell for row in rows for cell in row.cells if cell is not None]
    return len(real) == 1 or any(isinstance(flow, Grid) for cell in real for flow in cell)


def _has_content(cell: list[Flow] | None) -> bool:
    return any(isinstance(flow, Grid) or flow.stretches for flow in cell or ())


def _grid_row(row: ReadRow) -> GridRow:
    cells = [list(paragraphs_of(cell or ())) for cell in row.cells]
    if any(paragraph.has_text for cell in cells for paragraph in cell):
        for cell in cells:
            _spell_out(cell)
    return GridRow(cells, row.is_head)


def _spell_out(cell: list[Paragraph]) -> None:
    """A cell that holds nothing but its automatic number has that as its text."""
    numbered = [each for each in cell if each.label]
    if len(numbered) == 1 and not any(each.stretches for each in cell):
        numbered[0].stretches = [Stretch(run=Run(text=numbered[0].label))]
        numbered[0].label, numbered[0].list_kind = "", None
        numbered[0].level, numbered[0].number = 0, None
