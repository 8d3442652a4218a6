"""Rows, figures and signatories that fit: what a cell cannot hold goes to the note."""

import re
from collections.abc import Iterator
from dataclasses import replace

from prestatie_desktop.domain.agreement import MAX_TEXT
from prestatie_desktop.domain.commitment import Daeb, ProjectStatus
from prestatie_desktop.domain.richtext import from_plain
from prestatie_desktop.importing.matching_names import folded
from prestatie_desktop.importing.planning_room import Room
from prestatie_desktop.importing.planning_texts import short
from prestatie_desktop.importing.reading import (
    DoubtKind,
    FoundColumn,
    FoundFigures,
    FoundRow,
    FoundSignatory,
)
from prestatie_desktop.journal.edits.making import MAX_LINE
from prestatie_desktop.words.importing import labelled, part_name
from prestatie_desktop.words.labels import label

#: What a number may be as it was typed, in characters; as in editing.
MAX_RAW = MAX_TEXT // 100

_LIMITS = {
    **dict.fromkeys(("homes", "homes_after", "offered", "amount"), MAX_RAW),
    **dict.fromkeys(("accessibility", "price"), MAX_RAW),
    **dict.fromkeys(("location", "neighbourhood", "postcode", "dwelling_type"), MAX_LINE),
    "note": MAX_TEXT,
}
_YEAR = re.compile(r"year:(?:19|20|21)\d\d")
_CHOICES = {
    field: {folded(word): one.value for one in choices for word in (one.value, label(one))}
    for field, choices in (("daeb", Daeb), ("status", ProjectStatus))
}


def row_that_fits(room: Room, row: FoundRow) -> FoundRow:
    """The row with values that editing takes; what it would not take stands in the note."""
    if _fits_already(row):
        return row
    values: dict[str, str] = {}
    notes: list[str] = []
    for field, text in row.values.items():
        if field == "note" or not text.strip():
            continue
        limit = MAX_RAW if _YEAR.fullmatch(field) else _LIMITS.get(field)
        if field in _CHOICES and folded(text) in _CHOICES[field]:
            values[field] = _CHOICES[field][folded(text)]
        elif limit is not None and len(text) <= limit:
            values[field] = text
        else:
            notes.append(labelled(field, text))
            if limit is not None:
                values[field] = short(text, limit)
                room.doubt(row.key, DoubtKind.TOO_LONG)
    note = "\n".join(filter(None, [row.values.get("note", ""), *notes]))
    if note:
        values["note"] = _note(room, row, note)
    return replace(row, values=values)


def _fits_already(row: FoundRow) -> bool:
    return all(len(text) <= _LIMITS.get(field, -1) for field, text in row.values.items())


def _note(room: Room, row: FoundRow, note: str) -> str:
    if len(note) <= MAX_TEXT:
        return note
    name = row.values.get("location", "") or part_name("row")
    room.keep(row.key, name, from_plain(note[MAX_TEXT:]))
    return note[:MAX_TEXT]


def figures_that_fit(room: Room, figures: FoundFigures) -> FoundFigures:
    """The table with as many columns as its longest row, and figures that editing takes."""
    width = max((len(raws) for _, raws in figures.rows), default=0)
    missing = max(0, width - len(figures.columns))
    columns = [
        FoundColumn(room.line(figures.key, "label", one.label), one.party)
        for one in figures.columns
    ]
    new = replace(
        figures,
        title=room.line(figures.key, "title", figures.title),
        row_label=room.line(figures.key, "label", figures.row_label),
        columns=(*columns, *[FoundColumn("")] * missing),
        rows=tuple(_figures_rows(room, figures)),
    )
    return figures if new == figures else new


def _figures_rows(room: Room, figures: FoundFigures) -> Iterator[tuple[str, tuple[str, ...]]]:
    for title, raws in figures.rows:
        kept = (room.line(figures.key, "figures", raw, MAX_RAW) for raw in raws)
        yield room.line(figures.key, "label", title), tuple(kept)


def signatory_that_fits(room: Room, signatory: FoundSignatory) -> FoundSignatory:
    """The person, with a name and a function that editing takes."""
    new = replace(
        signatory,
        name=room.line(signatory.key, "name", signatory.name),
        function=room.line(signatory.key, "function", signatory.function),
        on_behalf_of=room.line(signatory.key, "name", signatory.on_behalf_of),
    )
    return signatory if new == signatory else new
