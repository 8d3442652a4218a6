"""An agreement as a form: a table of two columns, what it is and what it says."""

from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.recognising.columns import field_named
from prestatie_desktop.importing.recognising.vocabulary import one_line
from prestatie_desktop.importing.source import Cell, Row, Table

_LEAST = 3
_MOST = 0.6


def turned(table: Table) -> Table:
    """The form as a table with a head and one row; any other table as it is."""
    pairs: list[tuple[Cell, Cell]] = []
    for row in table.rows:
        pair = _pair(row)
        if pair is None:
            return table
        pairs.append(pair)
    if len(pairs) < _LEAST:
        return table
    named = [field_named(one_line(label.text), TableUse.AGREEMENTS) for label, _ in pairs]
    known = {name for name in named if name and not name.startswith("year:")}
    if len(known) < _LEAST or len([n for n in named if n]) < _MOST * len(pairs):
        return table
    if not {"text", "lead", "parties", "involved"} & known or "text" not in known:
        return table
    labels, values = zip(*pairs, strict=True)
    return Table(rows=(Row(labels), Row(values)), title=table.title, heads=1, gap=table.gap)


def _pair(row: Row) -> tuple[Cell, Cell] | None:
    """Label and value of a row; None when it holds more or less than two cells."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if not filled or filled[0] is not row.cells[0] or len(filled) > 2:
        return None
    return filled[0], filled[1] if len(filled) > 1 else Cell()
