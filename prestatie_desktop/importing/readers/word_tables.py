"""The tables of a Word file: rows of cells that stand right under each other."""

from collections.abc import Callable, Iterable, Iterator

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_drafts import Flow
from prestatie_desktop.importing.readers.office_tables import ReadRow, table_of
from prestatie_desktop.importing.readers.office_text import Change, whole
from prestatie_desktop.importing.readers.word_names import W, has_on, stamp_of, val

MOST_COLUMNS = 63
"""More than these Word does not make; a file may claim any number."""

_WRAPPERS = {W + "sdt", W + "sdtContent", W + "customXml"}

ReadFlows = Callable[[_Element, Change], Iterator[Flow]]


def table_flows(table: _Element, change: Change, flows: ReadFlows) -> list[Flow]:
    """What a table comes down to."""
    return table_of([_row(row, change, flows) for row in _inside(table, W + "tr")])


def _row(row: _Element, change: Change, flows: ReadFlows) -> ReadRow:
    properties = row.find(W + "trPr")
    change = _changed(change, properties, "ins", "del")
    cells: list[list[Flow] | None] = [None] * _columns(properties, "gridBefore", 0)
    for cell in _inside(row, W + "tc"):
        own = cell.find(W + "tcPr")
        cells.append(list(flows(cell, _changed(change, own, "cellIns", "cellDel"))))
        cells += _room(cells, _columns(own, "gridSpan", 1) - 1)
    cells += _room(cells, _columns(properties, "gridAfter", 0))
    return ReadRow(cells, has_on(properties, "tblHeader"))


def _room(cells: list[list[Flow] | None], wanted: int) -> Iterable[None]:
    return [None] * min(wanted, MOST_COLUMNS - len(cells))


def _columns(properties: _Element | None, name: str, default: int) -> int:
    return whole(val(properties, name), default, default, MOST_COLUMNS)


def _changed(change: Change, properties: _Element | None, inserted: str, deleted: str) -> Change:
    """The change of a row or a cell as a whole, on top of what it stands in."""
    if properties is None:
        return change
    new, gone = properties.find(W + inserted), properties.find(W + deleted)
    return Change(
        change.inserted if new is None else stamp_of(new),
        change.deleted if gone is None else stamp_of(gone),
    )


def _inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in a content control."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _inside(element, tag)
