"""An agreement as a form: a table of two columns, what it is and what it says."""

from dataclasses import replace

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.recognising.columns import field_named
from prestatie_desktop.importing.recognising.numbers import number_before
from prestatie_desktop.importing.recognising.texts import cut
from prestatie_desktop.importing.recognising.vocabulary import one_line
from prestatie_desktop.importing.source import Cell, Row, Table

_LEAST = 3
_MOST = 0.6
_Pair = tuple[Cell, Cell]


def turned(table: Table) -> Table:
    """The form as a table with a head and one row; any other table as it is."""
    title = _title(table.rows[0]) if table.rows else ()
    pairs: list[_Pair] = []
    for row in table.rows[1 if title else 0 :]:
        pair = _pair(row)
        if pair is None:
            return table
        pairs.append(pair)
    if len(pairs) < _LEAST - bool(title) or not _is_form(pairs):
        return table
    labels, values = zip(*title, *pairs, strict=True)
    return Table(rows=(Row(labels), Row(values)), title=table.title, heads=1, gap=table.gap)


def _is_form(pairs: list[_Pair]) -> bool:
    named = [field_named(one_line(label.text), TableUse.AGREEMENTS) for label, _ in pairs]
    known = {name for name in named if name and not name.startswith("year:")}
    if len(known) < _LEAST - 1 or len([n for n in named if n]) < _MOST * len(pairs):
        return False
    return "text" in known and bool({"lead", "parties", "involved", "number"} & known)


def _pair(row: Row) -> _Pair | None:
    """Label and value of a row; None when it holds more or less than two cells."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if not filled or filled[0] is not row.cells[0] or len(filled) > 2:
        return None
    return filled[0], filled[1] if len(filled) > 1 else Cell()


def _title(row: Row) -> tuple[_Pair, ...]:
    """Number and heading from a first row that holds nothing else: "1.1 Bouwen"."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if len(filled) != 1 or len(filled[0].pieces) != 1:
        return ()
    piece = filled[0].pieces[0]
    found = number_before(piece.text)
    if found is None:
        return ()

    def said(text: str) -> Cell:
        return Cell((replace(piece, runs=(Run(text=text),), tracked=(), comments=()),))

    number = (said("Nr"), said(found.number.text))
    return number, (said("Onderwerp"), Cell((cut(piece, found.start),)))
