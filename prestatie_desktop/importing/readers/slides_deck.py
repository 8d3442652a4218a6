"""Slides as a source: what stands on each becomes numbered pieces and lines."""

from collections.abc import Iterable
from dataclasses import replace

from prestatie_desktop.importing.gathering import Gatherer
from prestatie_desktop.importing.readers.office_drafts import Flow, Grid, Paragraph
from prestatie_desktop.importing.readers.office_tidying import kept, tidy
from prestatie_desktop.importing.source import Cell, Comment, Form, Piece, Row, Source, Table
from prestatie_desktop.words.translation import tr


class Deck:
    """Takes what stands on slides, in order, and makes a source of it."""

    def __init__(self) -> None:
        self._gatherer = Gatherer()
        self._where = ""
        self._gap = False
        self._comments: list[Comment] = []
        self._notices: list[str] = []

    def turn(self, slide: int, part: str = "") -> None:
        """Begin with a slide, or with a part of it ("notities")."""
        self._where = tr("dia {number}").format(number=slide)
        if part:
            self._where += f", {part}"
        self._gap = True

    def comment(self, comments: Iterable[Comment]) -> None:
        """Put remarks beside whatever comes next."""
        self._comments += comments

    def notice(self, sentence: str) -> None:
        """Tell whoever reads the import."""
        self._notices.append(sentence)

    def add(self, flows: Iterable[Flow], heading: int = 0) -> bool:
        """Add the contents of a shape; whether there were any. `heading` holds for all of it."""
        found = False
        self._gap = True
        for flow in flows:
            block = self._table(flow) if isinstance(flow, Grid) else self._piece(flow, heading)
            if block is not None:
                self._gatherer.add(block)
                found = True
        return found

    def source(self, name: str) -> Source:
        """The whole source."""
        return self._gatherer.source(name, Form.SLIDES, tuple(self._notices))

    def _piece(self, draft: Paragraph, heading: int = 0) -> Piece | None:
        runs = kept(tidy(draft.stretches))
        if not runs:
            self._gap = True
            return None
        if heading:
            runs = tuple(replace(run, text=run.text.replace("\n", " ")) for run in runs)
        text = "".join(run.text for run in runs)
        self._gatherer.line(f"{draft.label} {text}" if draft.label else text, self._where)
        comments, self._comments = self._comments, []
        gap, self._gap = self._gap, False
        return self._gatherer.piece(
            runs,
            heading=heading or draft.heading,
            list_kind=draft.list_kind,
            level=draft.level,
            number=draft.number,
            label=draft.label,
            gap=gap,
            comments=(*draft.comments, *comments),
        )

    def _table(self, grid: Grid) -> Table | None:
        gap, self._gap = self._gap, False
        rows: list[Row] = []
        heads = 0
        for draft in grid.rows:
            row = Row(tuple(self._cell(cell) for cell in draft.cells))
            if any(cell.pieces for cell in row.cells):
                heads += draft.is_head and heads == len(rows)
                rows.append(row)
        return Table(rows=tuple(rows), heads=heads or None, gap=gap) if rows else None

    def _cell(self, drafts: Iterable[Paragraph]) -> Cell:
        self._gap = False
        pieces = tuple(piece for draft in drafts if (piece := self._piece(draft)) is not None)
        self._gap = False
        return Cell(pieces)
