"""A text document as a source: its paragraphs and tables become numbered pieces and lines."""

from collections.abc import Iterable
from dataclasses import replace

from prestatie_desktop.importing.gathering import Gatherer
from prestatie_desktop.importing.readers.office_drafts import Flow, Grid, GridRow, Paragraph
from prestatie_desktop.importing.readers.office_tidying import is_tracked, kept, tidy
from prestatie_desktop.importing.source import (
    Block,
    Cell,
    Comment,
    Form,
    Piece,
    Row,
    Source,
    Stretch,
    Table,
    pieces_of,
)
from prestatie_desktop.importing.watch import Watch

_EVERY = 200


class Assembly:
    """Takes the parts of a document in the order of reading and makes a source of them."""

    def __init__(self, watch: Watch, doing: str, total: int, loose: Iterable[Comment] = ()) -> None:
        self._watch, self._doing, self._total = watch, doing, total
        self._gatherer = Gatherer()
        self._blocks: list[Block] = []
        # Comments wait for the next piece; those that stand nowhere for the first.
        self._comments = list(loose)
        self._gap = False
        self._seen = self._lines = self._paragraphs = self._tables = 0

    def add(self, flows: Iterable[Flow]) -> None:
        """Go on with these."""
        for flow in flows:
            block = self._table(flow) if isinstance(flow, Grid) else self._body_piece(flow)
            if block is not None:
                self._blocks.append(block)

    def add_apart(self, flows: Iterable[Flow]) -> None:
        """Go on with what is no part of the running text."""
        self._gap = True
        self.add(flows)

    def source(
        self, name: str, form: Form, notices: tuple[str, ...], late: Iterable[Comment] = ()
    ) -> Source:
        """The whole source; `late` are comments whose place turned out not to be read."""
        comments = (*self._taken_comments(), *late)
        if comments and self._blocks:
            self._blocks[-1] = _with_comments(self._blocks[-1], comments)
        # Without a line there is nothing that pieces can stand on.
        for block in self._blocks if self._lines else ():
            self._gatherer.add(block)
        return self._gatherer.source(name, form, notices)

    def _body_piece(self, paragraph: Paragraph) -> Piece | None:
        lines = self._lines
        piece = self._piece(paragraph, paragraph.where or f"alinea {self._paragraphs + 1}")
        if self._lines > lines and not paragraph.where:
            self._paragraphs += 1
        return piece

    def _piece(self, paragraph: Paragraph, where: str) -> Piece | None:
        self._tell()
        self._comments += paragraph.comments
        self._gap = self._gap or paragraph.gap
        stretches = tidy(paragraph.stretches)
        if not stretches:
            self._gap = True
            return None
        return self._written(paragraph, stretches, where)

    def _written(self, paragraph: Paragraph, stretches: list[Stretch], where: str) -> Piece:
        runs = kept(stretches)
        tracked = tuple(stretches) if is_tracked(stretches) else ()
        if not runs:
            return self._deleted(tracked)
        text = "".join(run.text for run in runs)
        self._gatherer.line(f"{paragraph.label} {text}" if paragraph.label else text, where)
        self._lines += 1
        return self._gatherer.piece(
            runs,
            heading=paragraph.heading,
            list_kind=paragraph.list_kind,
            level=paragraph.level,
            number=paragraph.number,
            label=paragraph.label,
            gap=self._taken_gap(),
            tracked=tracked,
            comments=self._taken_comments(),
        )

    def _deleted(self, tracked: tuple[Stretch, ...]) -> Piece:
        comments = self._taken_comments()
        piece = self._gatherer.piece((), tracked=tracked, comments=comments)
        return piece if self._lines else replace(piece, line=0)

    def _table(self, grid: Grid) -> Table | None:
        gap = self._taken_gap()
        self._tables += 1
        rows: list[Row] = []
        heads = 0
        for number, draft in enumerate(grid.rows, 1):
            row = self._row(draft, f"tabel {self._tables}, rij {number}")
            if any(cell.pieces for cell in row.cells):
                heads += draft.is_head and heads == len(rows)
                rows.append(row)
        self._gap = gap and not rows
        return Table(rows=tuple(rows), heads=heads or None, gap=gap) if rows else None

    def _row(self, draft: GridRow, where: str) -> Row:
        return Row(tuple(self._cell(cell, where) for cell in draft.cells))

    def _cell(self, paragraphs: list[Paragraph], where: str) -> Cell:
        self._gap = False
        pieces = (self._piece(each, where) for each in paragraphs)
        return Cell(tuple(piece for piece in pieces if piece is not None))

    def _taken_gap(self) -> bool:
        gap, self._gap = self._gap, False
        return gap

    def _taken_comments(self) -> tuple[Comment, ...]:
        comments, self._comments = tuple(self._comments), []
        return comments

    def _tell(self) -> None:
        self._seen += 1
        if self._seen % _EVERY == 0:
            self._watch.at(self._doing, min(self._seen, self._total), self._total)


def _with_comments(block: Block, comments: tuple[Comment, ...]) -> Block:
    """The block with comments at its last piece."""
    last = pieces_of(block)[-1]
    fuller = replace(last, comments=last.comments + comments)
    if isinstance(block, Piece):
        return fuller
    return replace(block, rows=tuple(_replaced(row, last, fuller) for row in block.rows))


def _replaced(row: Row, old: Piece, new: Piece) -> Row:
    return Row(
        tuple(
            Cell(tuple(new if piece is old else piece for piece in cell.pieces))
            for cell in row.cells
        )
    )
