"""The words of a composed document, without its layout: what another program is given to print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from html import escape
from itertools import groupby
from typing import Any

from prestatie_desktop.documents.blocks import Document, Row, TableBlock
from prestatie_desktop.documents.pictures import Picture
from prestatie_desktop.domain.richtext import Block as Paragraph
from prestatie_desktop.domain.richtext import Run

#: Names for the program itself: nobody reads them on the page.
_UNSEEN = frozenset({"anchor", "alt"})


@dataclass(frozen=True, slots=True)
class Cells:
    """A table: rows of cells, each a list of paragraphs; the first row is the header."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]


def contents(document: Document) -> Iterator[str | Cells]:
    """Paragraphs (with `<b>` and `<i>`) and tables, in order."""
    yield from _read(document.blocks)


def _read(value: object) -> Iterator[str | Cells]:
    match value:
        case str():
            yield from (escape(line) for line in value.splitlines() if line)
        case Paragraph():
            yield "".join(map(_marked, value.runs))
        case TableBlock():
            yield from _read(value.caption)
            yield from _tables(value)
        case tuple():
            for part in value:
                yield from _read(part)
        case Enum() | Picture():
            return
        case _ if is_dataclass(value):
            for field in fields(value):
                if field.name not in _UNSEEN:
                    yield from _read(getattr(value, field.name))


def _tables(table: TableBlock) -> Iterator[str | Cells]:
    """The rows between two group names are a table of their own, with the header above them."""
    header = tuple((escape(column.title),) for column in table.columns)
    for grouped, rows in groupby(table.rows, key=lambda row: len(row.cells) < len(header)):
        if grouped:
            yield from _read(tuple(row.cells for row in rows))
        else:
            yield Cells((header, *(_cells(row) for row in rows)))


def _cells(row: Row) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_words(cell)) for cell in row.cells)


def _words(value: Any) -> Sequence[str]:
    return [part for part in _read(value) if isinstance(part, str)]


def _marked(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br/>")
    text = f"<i>{text}</i>" if run.italic else text
    return f"<b>{text}</b>" if run.bold else text
