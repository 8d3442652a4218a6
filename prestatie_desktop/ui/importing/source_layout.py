"""How a row of the source is laid out: its letters, its marks, and what tracked changes did."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from prestatie_desktop.domain.richtext import ListKind, Run, letters
from prestatie_desktop.importing.source import Cell, Piece, Stretch
from prestatie_desktop.ui.importing.source_rows import SourceRow, column_sizes
from prestatie_desktop.ui.look.current import theme

#: At 100 % text: above and below the words, between the words of two cells, and of a paragraph.
PAD, CELL_PAD, GAP, CAPTION, NARROWEST, WIDEST_WORD = 5, 8, 10, 22, 64, 150
#: The room for the sign of a comment.
COMMENT = 26
#: How wide a letter is taken to be.
LETTER = 8.4
#: A longer paragraph is cut: nobody reads on, and laying it out would hold the window.
_LONGEST = 3_000
_BULLETS = {ListKind.BULLET: "•"}


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph laid out, from the top of its cell."""

    piece: Piece
    layout: QTextLayout
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class CellLook:
    """A cell, from the left of what the row says."""

    left: float
    width: float
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class RowLook:
    """A row laid out for one width; `above` is the room before it."""

    cells: tuple[CellLook, ...]
    above: int
    height: int
    #: How wide its columns are together; more than the room where they scroll sideways.
    width: float


def laid_out(row: SourceRow, width: float) -> RowLook:
    """Lay a row out in so much room."""
    px = theme().px
    beside = px(COMMENT) if any(piece.comments for piece in row.pieces) else 0
    cells: tuple[CellLook, ...] = (_cell(row.cells[0], 0, width - beside, outer=(0, width)),)
    whole = width
    if row.table is not None:
        cells, whole = _in_columns(row, width)
    tall = max((cell.words[-1].top + cell.words[-1].height for cell in cells if cell.words),
               default=theme().px(16))  # fmt: skip
    above = px(GAP) if row.gap else 0
    if row.gap and row.table is not None and row.table.title:
        above += px(CAPTION)
    return RowLook(cells, above, round(above + tall + 2 * px(PAD)), whole)


def column_places(row: SourceRow, width: float) -> list[tuple[float, float]]:
    """Left and width of each column of its table.

    Who needs little gets what he needs; the others share the rest by how much they hold.
    """
    assert row.table is not None
    px, sizes = theme().px, column_sizes(row.table)
    needed = [size.longest * LETTER * theme().scale + 2 * px(CELL_PAD) + px(8) for size in sizes]
    least = [
        min(
            need,
            max(
                px(NARROWEST),
                min(px(WIDEST_WORD), size.word * LETTER * theme().scale + 2 * px(CELL_PAD)),
            ),
        )
        for need, size in zip(needed, sizes, strict=True)
    ]
    widths: list[float] = list(least)
    wide = sorted(range(len(sizes)), key=lambda at: needed[at])
    room = width - sum(widths)
    for place, at in enumerate(wide):
        weights = [max(1.0, sizes[other].total) ** 0.6 for other in wide[place:]]
        share = max(0.0, room) * weights[0] / sum(weights)
        widths[at] = min(needed[at], least[at] + share)
        room -= widths[at] - least[at]
    places, x = [], 0.0
    for one in widths:
        places.append((x, one))
        x += one
    return places


def _in_columns(row: SourceRow, width: float) -> tuple[tuple[CellLook, ...], float]:
    places = column_places(row, width)
    # A row may have more cells than the rows that were measured.
    while len(places) < len(row.cells):
        left = places[-1][0] + places[-1][1] if places else 0.0
        places.append((left, float(theme().px(NARROWEST))))
    pad = theme().px(CELL_PAD)
    cells = tuple(
        _cell(cell, left + pad, room - 2 * pad, outer=(left, room))
        for cell, (left, room) in zip(row.cells, places, strict=False)
    )
    return cells, places[-1][0] + places[-1][1] if places else width


def _cell(
    cell: Cell, left: float, width: float, *, outer: tuple[float, float] | None = None
) -> CellLook:
    found: list[Words] = []
    top = 0.0
    for piece in cell.pieces:
        indent = theme().px(14) * piece.level
        layout = _layout(piece, max(20.0, width - indent))
        height = layout.boundingRect().height()
        layout.setPosition(QPointF(left + indent, 0))
        found.append(Words(piece, layout, top, height))
        top += height + theme().px(2)
    outer_left, outer_width = outer or (left, width)
    return CellLook(outer_left, outer_width, tuple(found))


def _layout(piece: Piece, width: float) -> QTextLayout:
    runs = tuple(_runs(piece))
    font = theme().font("ui", 600 if piece.heading else 400)
    layout = QTextLayout("".join(run.text for run, _ in runs).replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(runs)))
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height() * 1.08
    layout.endLayout()
    return layout


def _runs(piece: Piece) -> Iterator[tuple[Run, str]]:
    """The runs with the token of their colour, bullets and automatic numbers before them."""
    before = piece.label or _marker(piece)
    if before:
        yield Run(text=f"{before}  "), "ink3"
    room = _LONGEST
    for run, colour in _stretches(piece.tracked) or ((run, "") for run in piece.runs):
        if len(run.text) > room:
            yield Run(text=f"{run.text[:room]} …", bold=run.bold, italic=run.italic), colour
            return
        room -= len(run.text)
        yield run, colour


def _stretches(tracked: tuple[Stretch, ...]) -> tuple[tuple[Run, str], ...]:
    return tuple(
        (one.run, "inserted" if one.inserted else "deleted" if one.deleted else "")
        for one in tracked
    )


def _marker(piece: Piece) -> str:
    if piece.list_kind is None:
        return ""
    if piece.number is not None:
        as_letter = piece.list_kind is ListKind.LETTER
        return f"{letters(piece.number) if as_letter else piece.number}."
    return _BULLETS.get(piece.list_kind, "–")


def _formats(runs: tuple[tuple[Run, str], ...]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for run, colour in runs:
        one = QTextLayout.FormatRange()
        one.start, one.length = start, len(run.text)
        one.format = _format(run, colour)
        start += len(run.text)
        yield one


def _format(run: Run, colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme().colour(colour or "ink"))
    if run.bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if run.italic:
        made.setFontItalic(True)
    if run.underline or colour == "inserted":
        made.setFontUnderline(True)
    if colour == "deleted":
        made.setFontStrikeOut(True)
    if colour in ("inserted", "deleted"):
        made.setBackground(theme().colour(f"{colour}_ground"))
    if run.superscript:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    if run.subscript:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    return made


def paint_words(painter: QPainter, at: QPointF, look: CellLook) -> None:
    """Draw the paragraphs of a cell."""
    for words in look.words:
        words.layout.draw(painter, QPointF(at.x(), at.y() + words.top))
