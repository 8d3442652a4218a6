"""A document of somebody else, whatever program made it: pieces of text in the order of reading.

A reader in `readers/` makes a `Source` of a file; nothing after it knows which program that was.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from prestatie_desktop.domain.richtext import ListKind, Run


class Form(StrEnum):
    """What sort of file a source is."""

    TEXT = "text"
    HTML = "html"
    WORD = "word"
    OPEN_TEXT = "open_text"
    SHEETS = "sheets"
    SLIDES = "slides"
    PDF = "pdf"
    CLIPBOARD = "clipboard"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changed or said something, and when, as the document itself says."""

    author: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a paragraph with tracked changes. What was deleted is no longer in the text."""

    run: Run
    inserted: Stamp | None = None
    deleted: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody remarked in the margin."""

    stamp: Stamp
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The smallest stretch that is accounted for: a line, a paragraph, a paragraph in a cell.

    A piece without text stands only for what tracked changes deleted; it counts as blank.
    """

    #: Its place among all pieces of the source, from 0; unique.
    key: int
    #: The non-blank line of the source it stands on, from 0: an index of `Source.lines`.
    line: int
    runs: tuple[Run, ...] = ()
    #: 1 for the highest heading, 0 for body text.
    heading: int = 0
    list_kind: ListKind | None = None
    #: Of a list item, from 1.
    level: int = 0
    #: Of a numbered list item; None: one more than the one before it.
    number: int | None = None
    #: The number that Word or LibreOffice would print before it ("1.7"); "" where there is none.
    label: str = ""
    #: Whether a blank line, another slide or another page stands before it.
    gap: bool = False
    #: The paragraph with its tracked changes; empty when there are none.
    tracked: tuple[Stretch, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def text(self) -> str:
        """The text without its marks."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. One that was merged with the cell before or above it is empty."""

    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The text of its paragraphs, each on a line."""
        pieces = self.pieces
        return pieces[0].text if len(pieces) == 1 else "\n".join(piece.text for piece in pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a blank row is left out by the reader."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, or a sheet of a workbook."""

    rows: tuple[Row, ...]
    #: The name of the sheet; "" elsewhere.
    title: str = ""
    #: How many rows at the top the document itself marks as headings; None: it does not say.
    heads: int | None = None
    gap: bool = False


Block = Piece | Table


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A non-blank line (block, cell, slide text) as it stands in the source, for people to see."""

    text: str
    #: Where it is found, in words: "regel 104", "dia 3", "blad Sloop, B12", "bladzijde 2".
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that was read. What it holds is not known yet."""

    #: The name of the file.
    name: str
    form: Form
    blocks: tuple[Block, ...]
    #: Every non-blank line once, in order. Each has at least one piece.
    lines: tuple[SourceLine, ...]
    #: What could not be read and why, in Dutch sentences ("Bladzijde 3 is een afbeelding …").
    notices: tuple[str, ...] = ()

    def pieces(self) -> tuple[Piece, ...]:
        """All pieces in order, those in tables too."""
        return tuple(piece for block in self.blocks for piece in pieces_of(block))


def pieces_of(block: Block) -> tuple[Piece, ...]:
    """The pieces of a block, in order."""
    if isinstance(block, Piece):
        return (block,)
    return tuple(piece for row in block.rows for cell in row.cells for piece in cell.pieces)
