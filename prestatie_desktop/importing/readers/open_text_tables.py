"""The tables of an OpenDocument text: rows of cells that stand right under each other."""

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from prestatie_desktop.importing.readers.odf_names import TABLE
from prestatie_desktop.importing.readers.office_drafts import Flow
from prestatie_desktop.importing.readers.office_tables import ReadRow, table_of
from prestatie_desktop.importing.readers.office_text import whole

MOST_COLUMNS = 63
"""As many as Word has; a file may claim any number."""

_CELLS = {TABLE + "table-cell", TABLE + "covered-table-cell"}
_GROUPS = {TABLE + "table-rows", TABLE + "table-row-group"}
_HEADS = TABLE + "table-header-rows"

ReadFlows = Callable[[_Element], Iterator[Flow]]


def table_flows(table: _Element, flows: ReadFlows) -> list[Flow]:
    """What a table comes down to.

    A row or cell that stands for many holds nothing in a text; it is read once, and leaves room.
    """
    return table_of([_row(row, is_head, flows) for row, is_head in _rows(table, is_head=False)])


def _rows(parent: _Element, *, is_head: bool) -> Iterator[tuple[_Element, bool]]:
    for element in parent:
        if element.tag == TABLE + "table-row":
            yield element, is_head
        elif element.tag == _HEADS or element.tag in _GROUPS:
            yield from _rows(element, is_head=is_head or element.tag == _HEADS)


def _row(row: _Element, is_head: bool, flows: ReadFlows) -> ReadRow:
    cells: list[list[Flow] | None] = []
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        found = list(flows(cell))
        is_covered = cell.tag != TABLE + "table-cell"
        cells.append(None if is_covered and not found else found)
        repeated = whole(cell.get(TABLE + "number-columns-repeated"), 1, 1, MOST_COLUMNS)
        cells += [None] * min(repeated - 1, MOST_COLUMNS - len(cells))
    return ReadRow(cells, is_head)
