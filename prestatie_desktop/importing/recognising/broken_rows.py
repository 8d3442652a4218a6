"""Rows of a table that the end of a page broke in two, put together again."""

from dataclasses import replace

from prestatie_desktop.importing.source import Cell, Form, Row, Source, Table

#: A column that is filled in this part of the rows is expected to be filled in all.
_USUALLY = 0.7


def mended(table: Table, source: Source) -> Table:
    """The table of a printed document with its broken rows whole; any other table as it is.

    The first row on a page goes on with the last of the page before when it lacks what rows have.
    """
    if source.form is not Form.PDF or len(table.rows) < 3:
        return table
    usual = _usual(table)
    rows = [table.rows[0]]
    for row in table.rows[1:]:
        lacks = any(place >= len(row.cells) or not row.cells[place].text for place in usual)
        if lacks and _page(row, source, last=False) != _page(rows[-1], source, last=True):
            rows[-1] = _together(rows[-1], row)
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _usual(table: Table) -> tuple[int, ...]:
    width = max(len(row.cells) for row in table.rows)
    filled = [
        sum(place < len(row.cells) and bool(row.cells[place].text) for row in table.rows)
        for place in range(width)
    ]
    return tuple(place for place, n in enumerate(filled) if n >= _USUALLY * len(table.rows))


def _page(row: Row, source: Source, *, last: bool) -> str:
    pieces = [piece for cell in row.cells for piece in cell.pieces]
    return source.lines[pieces[-1 if last else 0].line].where if pieces else ""


def _together(row: Row, rest: Row) -> Row:
    width = max(len(row.cells), len(rest.cells))
    empty = Cell()
    ours = (*row.cells, *[empty] * (width - len(row.cells)))
    theirs = (*rest.cells, *[empty] * (width - len(rest.cells)))
    return Row(tuple(Cell(a.pieces + b.pieces) for a, b in zip(ours, theirs, strict=True)))
