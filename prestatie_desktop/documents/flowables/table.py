"""A table of any length. Rows are made and measured as their page comes: growth is linear."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reportlab.platypus import FrameBreak
from reportlab.platypus.flowables import Flowable

from prestatie_desktop.documents import style
from prestatie_desktop.documents.blocks import Align, Cell, Column, Row, RowKind, TableBlock, Words
from prestatie_desktop.documents.flowables.marks import Mark
from prestatie_desktop.documents.flowables.piece import Piece
from prestatie_desktop.documents.flowables.row import RowLook, RowPiece
from prestatie_desktop.documents.flowables.text import Links, paragraph, paragraphs

_NORMAL = RowLook(line_below=style.LINE, pad_top=4.6, pad_bottom=3.4, pad_left=3.6, pad_right=3.6)
_LOOKS = {
    RowKind.NORMAL: _NORMAL,
    RowKind.TOTAL: replace(_NORMAL, fill=style.HEAD, line_above=style.INK_FAINT),
    RowKind.GROUP: replace(_NORMAL, pad_top=9),
}
_HEAD_LOOK = replace(_NORMAL, fill=style.HEAD, line_below="")
_GROUP_HEAD_LOOK = replace(_HEAD_LOOK, pad_bottom=0)
_TALL = style.PAGE_HEIGHT / 5
"""A row higher than this may be cut at a page break; a lower one moves to the next page whole."""

_LONGEST_TITLE = 120
"""Letters of a column's title; the header must leave room on the page for rows."""


class TablePiece(Piece):
    """The rows of a table from `first` on, under the header.

    `ready` holds rows made already, the one of `first` in front (it may be the rest of a row that
    a page break cut); `head` is the header of the pages before, when there are any.
    """

    def __init__(
        self,
        block: TableBlock,
        links: Links,
        *,
        first: int = 0,
        ready: Sequence[RowPiece] = (),
        head: Sequence[RowPiece] | None = None,
        work_before: int = 0,
    ) -> None:
        super().__init__()
        self.block = block
        self.links = links
        self.first = first
        self.ready = list(ready)
        self.continued = head is not None
        self.work_before = work_before
        self.head = _header(block) if head is None else list(head)
        self.width = self.height = 0.0

    def getSpaceAfter(self) -> float:
        """Keep the distance to what is below it."""
        return 10

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Measure no further than the page reaches; higher than that means: split me."""
        self.width = aW
        self.height = sum(row.wrap(aW, aH)[1] for row in self.head)
        for row in self._rows():
            self.height += row.wrap(aW, aH)[1]
            if self.height > aH:
                break
        return aW, self.height

    def _rows(self) -> Iterator[RowPiece]:
        yield from self.ready
        for index in range(self.first + len(self.ready), len(self.block.rows)):
            self.ready.append(_row(self.block, index, self.links))
            yield self.ready[-1]

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """The rows that fit, and a table with the others."""
        if self.wrap(aW, aH)[1] <= aH:
            return [self]
        room = aH - sum(row.height for row in self.head)
        fitting: list[RowPiece] = []
        for row in self.ready:
            if row.height > room:
                break
            room -= row.height
            fitting.append(row)
        if not fitting and room < 0:
            return []
        rest = self.ready[len(fitting) :]
        if rest[0].height > _TALL and len(halves := rest[0].cut(aW, room)) > 1:
            above, below = halves
            part = self._part([*fitting, above])
            return [part, FrameBreak(), self._rest(len(fitting), [below, *rest[1:]])]
        count = self._without_widow(len(fitting))
        if not count:
            return []
        rest_of_rows = self._rest(count, self.ready[count:])
        return [self._part(fitting[:count]), FrameBreak(), rest_of_rows]

    def _without_widow(self, count: int) -> int:
        """How many rows stay: no group's name at the foot, no total alone at the top."""
        stay = count
        if stay > 1 and self._kind(stay) is RowKind.TOTAL:
            stay -= 1
        while stay and stay > count - 3 and self._kind(stay - 1) is RowKind.GROUP:
            stay -= 1
        return stay or (count if self.continued or self._on_fresh_page() else 0)

    def _on_fresh_page(self) -> bool:
        # Where the next page has no more room than this one, moving there would never end.
        frame = getattr(self, "_frame", None)
        return frame is not None and bool(frame._atTop)  # noqa: SLF001 - reportlab has no other word

    def _kind(self, position: int) -> RowKind:
        return self.block.rows[self.first + position].kind

    def _part(self, rows: list[RowPiece]) -> "_TablePart":
        part = _TablePart([*self.head, *rows])
        part.anchor = self.anchor
        part.work_done = self.work_before + self.first + len(rows)
        return part

    def _rest(self, taken: int, ready: Sequence[RowPiece]) -> "TablePiece":
        rest = TablePiece(
            self.block,
            self.links,
            first=self.first + taken,
            ready=ready,
            head=self.head if self.block.repeat_header else (),
            work_before=self.work_before,
        )
        rest.work_done = self.work_done
        return rest

    def draw(self) -> None:
        """Draw the rows downwards."""
        _draw_rows(self, [*self.head, *self.ready])


class _TablePart(Piece):
    """The rows of one page."""

    def __init__(self, rows: Sequence[RowPiece]) -> None:
        super().__init__()
        self.rows = rows

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Be as high as its rows."""
        return aW, sum(row.wrap(aW, aH)[1] for row in self.rows)

    def draw(self) -> None:
        """Draw the rows downwards."""
        _draw_rows(self, self.rows)


def _draw_rows(piece: Piece, rows: Sequence[RowPiece]) -> None:
    y = sum(row.height for row in rows)
    piece.arrive(y)
    for row in rows:
        y -= row.height
        row.drawOn(piece.canv, 0, y)


def _header(block: TableBlock) -> list[RowPiece]:
    """One header row, or two when columns share a heading."""
    shares = [column.weight for column in block.columns]
    titles = [
        [_head_cell(block, column.title, column.align, index)]
        for index, column in enumerate(block.columns)
    ]
    under = RowPiece(titles, shares, _HEAD_LOOK)
    if not any(column.group for column in block.columns):
        return [under]
    return [_group_header(block), under]


def _group_header(block: TableBlock) -> RowPiece:
    cells: list[list[Flowable]] = []
    shares: list[float] = []
    start = 0
    for group, members in groupby(block.columns, key=lambda column: column.group):
        columns: list[Column] = list(members)
        shares.append(sum(column.weight for column in columns))
        cells.append([_head_cell(block, group, Align.CENTER, start)] if group else [])
        start += len(columns)
    return RowPiece(cells, shares, _GROUP_HEAD_LOOK)


def _head_cell(block: TableBlock, text: str, align: Align, column: int) -> Flowable:
    shown = text if len(text) <= _LONGEST_TITLE else f"{text[:_LONGEST_TITLE]}…"
    cell = paragraph(shown, "cell head", align=align)
    cell.mark = Mark(role="TH", block=block, column=column)
    return cell


def _row(block: TableBlock, index: int, links: Links) -> RowPiece:
    row = block.rows[index]
    if row.kind is RowKind.GROUP:
        columns: Sequence[Column] = [Column(title="", strong=True)]
    else:
        columns = block.columns
    cells = [
        _cell(
            cell,
            column,
            links,
            mark=Mark(
                role="TH" if _heads(row, column, place) else "TD",
                block=block,
                row=index,
                column=place,
            ),
            strong=column.strong or row.kind is RowKind.TOTAL,
        )
        for place, (cell, column) in enumerate(zip(row.cells, columns, strict=True))
    ]
    piece = RowPiece(cells, [column.weight for column in columns], _LOOKS[row.kind])
    piece.anchor = links.get(row.anchor) if row.anchor else None
    return piece


def _heads(row: Row, column: Column, place: int) -> bool:
    """Whether the cell names what stands beside or under it."""
    return row.kind is RowKind.GROUP or (place == 0 and column.strong)


def _cell(
    cell: Words | Cell, column: Column, links: Links, *, mark: Mark, strong: bool
) -> list[Flowable]:
    content, note = (cell.content, cell.note) if isinstance(cell, Cell) else (cell, "")
    voice = "cell strong" if strong else "cell"
    return [
        *paragraphs(content, voice, links, mark=mark, align=column.align),
        *paragraphs(note, "cell note", links, mark=mark, align=column.align),
    ]
