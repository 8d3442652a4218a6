"""The source as it goes by: headings, agreements, rows, tables and text, each known for what it is."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, auto

from prestatie_desktop.importing.decisions import AssignedAs, Assignment
from prestatie_desktop.importing.reading import TableLayout, TableUse
from prestatie_desktop.importing.recognising.grids import Grid, only_text
from prestatie_desktop.importing.recognising.headings import Heading, chapter_heading, heading_of
from prestatie_desktop.importing.recognising.layouts import is_repeated_head
from prestatie_desktop.importing.recognising.numbering import (
    Numbering,
    is_point,
    is_title,
    numbered,
)
from prestatie_desktop.importing.recognising.numbers import (
    Number,
    Numbered,
    number_alone,
    number_before,
)
from prestatie_desktop.importing.recognising.vocabulary import is_sentence, kind_named
from prestatie_desktop.importing.source import Piece

#: Between a heading and its table stand fewer paragraphs than this.
_NEAR = 14
_LONGEST_TITLE = 120


class Is(Enum):
    """What goes by."""

    HEADING = auto()
    #: A heading above a table of commitments: "1.1 Nieuwbouw".
    KIND = auto()
    #: An agreement that begins outside a table.
    ITEM = auto()
    #: A row of a table of agreements.
    ROW = auto()
    TABLE = auto()
    TEXT = auto()


@dataclass(slots=True)
class Event:
    """One thing that goes by."""

    what: Is
    pieces: tuple[Piece, ...] = ()
    heading: Heading | None = None
    number: Number | None = None
    #: Where the text begins behind the number.
    start: int = 0
    grid: Grid | None = None
    layout: TableLayout | None = None
    row: int = -1
    #: A heading that was printed before, in the same place.
    is_repeated: bool = False
    by_hand: Assignment | None = None
    #: Of an agreement: its first line is a title, and its words stand below it.
    is_title: bool = False
    #: Whether it announces the agreements that follow: "Afspraken:".
    announces: bool = False

    @property
    def is_anchor(self) -> bool:
        """Whether it shows which theme we are in."""
        return self.what in (Is.ITEM, Is.ROW) or (self.what is Is.KIND and self.number is not None)

    @property
    def piece(self) -> Piece:
        """The one piece of a heading, an item or a line of text."""
        return self.pieces[0]


def piece_event(piece: Piece, numbers: Numbering, by_hand: Assignment | None) -> Event:
    """What one paragraph is. Whether a heading stands above a table is seen later."""
    if by_hand is not None:
        return _by_hand(piece, by_hand)
    found = numbered(piece)
    if found is not None and _begins_item(piece, found, numbers):
        return Event(Is.ITEM, (piece,), number=found.number, start=found.start)
    if numbers.by_bullets and is_point(piece):
        return Event(Is.ITEM, (piece,))
    heading = heading_of(piece, numbers)
    if heading is not None:
        number = number_alone(heading.number) if heading.number else None
        return Event(Is.HEADING, (piece,), heading=heading, number=number)
    return Event(Is.TEXT, (piece,))


def _begins_item(piece: Piece, found: Numbered, numbers: Numbering) -> bool:
    if numbers.restarts and (piece.heading or not is_sentence(piece.text)):
        return False
    if found.number.shape in numbers.of_body and is_title(piece, found):
        return False
    return numbers.is_item(found.number, is_named=found.is_named)


def _by_hand(piece: Piece, said: Assignment) -> Event:
    if said.what is AssignedAs.AGREEMENT:
        found = numbered(piece)
        number = number_alone(said.target) or (found.number if found else None)
        return Event(
            Is.ITEM, (piece,), number=number, start=found.start if found else 0, by_hand=said
        )
    if said.what is AssignedAs.THEME:
        found = numbered(piece)
        title = piece.text[found.start :] if found and not piece.label else piece.text
        heading = Heading(
            piece.heading or 1,
            title.strip() or piece.text,
            found.number.text if found else "",
            True,
        )
        return Event(Is.HEADING, (piece,), heading=heading, by_hand=said)
    return Event(Is.TEXT, (piece,), by_hand=said)


def table_events(
    grid: Grid, layout: TableLayout, assigned: Mapping[int, Assignment]
) -> Iterator[Event]:
    """What a table is: one event, or one for each row of a table of agreements."""
    if layout.use is not TableUse.AGREEMENTS:
        pieces = tuple(piece for row in range(len(grid.texts)) for piece in grid.pieces(row))
        yield Event(Is.TABLE, pieces, grid=grid, layout=layout)
        return
    column = layout.columns.index("number") if "number" in layout.columns else None
    seen: list[Number] = []
    all_numbers = {text[column] for text in grid.texts} if column is not None else set()
    for row, texts in enumerate(grid.texts):
        if layout.head is not None and row <= layout.head:
            continue
        pieces = grid.pieces(row)
        said = next((assigned[p.key] for p in pieces if p.key in assigned), None)
        number = number_alone(texts[column]) if column is not None else None
        if number is not None and grid.table.title:
            number = _with_its_zero(number, seen[-1] if seen else None, all_numbers)
        if number is not None:
            seen.append(number)
        alone = only_text(texts)
        if said is None and number is None and alone and _is_heading(grid, layout, row):
            yield Event(Is.HEADING, pieces, heading=_heading_in_table(alone), grid=grid, row=row)
            continue
        again = layout.head is not None and is_repeated_head(texts, layout.labels)
        yield Event(
            Is.ROW, pieces, number=number, grid=grid, layout=layout, row=row,
            by_hand=said, is_repeated=again,
        )  # fmt: skip


def _with_its_zero(number: Number, before: Number | None, others: AbstractSet[str]) -> Number:
    """1.10 where a spreadsheet made 1.1 of it: right behind 1.9, and no 1.10 elsewhere."""
    if before is None or number.shape != "nn":
        return number
    whole, part = number.components
    meant = f"{whole}.{part}0"
    follows = before.components == (whole, str(int(part) * 10 - 1))
    if not follows or {meant, meant.replace(".", ",")} & others:
        return number
    return Number(meant, (whole, f"{part}0"))


def _is_heading(grid: Grid, layout: TableLayout, row: int) -> bool:
    """Whether a row with one filled cell is a heading, and not the rest of the row before it."""
    texts = grid.texts[row]
    alone = only_text(texts)
    if len(alone) >= _LONGEST_TITLE or alone[:1].islower() or alone.endswith((".", ";", ",")):
        return False
    column = texts.index(alone)
    return "text" not in layout.columns or column != layout.columns.index("text") or _is_bold(
        grid.pieces(row)
    )  # fmt: skip


def _is_bold(pieces: Sequence[Piece]) -> bool:
    return all(run.bold or not run.text.strip() for piece in pieces for run in piece.runs)


def _heading_in_table(text: str) -> Heading:
    if said := chapter_heading(text):
        return said
    found = number_before(text)
    if found is None:
        return Heading(3, text)
    return Heading(3, text[found.start :].strip(" :-") or text, found.number.text)


def mark_kinds(events: Sequence[Event]) -> None:
    """Tell headings above tables of commitments from other headings."""
    for place, event in enumerate(events):
        if event.what not in (Is.HEADING, Is.ITEM) or event.by_hand is not None:
            continue
        if not event.pieces:
            continue
        title = event.heading.title if event.heading else event.piece.text[event.start :]
        if not kind_named(title) or not _has_rows_below(events, place):
            continue
        if event.heading is None:
            level = event.piece.heading or 5
            number = event.number.text if event.number else ""
            event.heading = Heading(level, title.strip(), number)
        event.what = Is.KIND


def _has_rows_below(events: Sequence[Event], place: int) -> bool:
    """Whether a table of commitments follows before anything else begins."""
    for event in events[place + 1 : place + _NEAR]:
        if event.what is Is.TABLE:
            assert event.layout is not None
            return event.layout.use is TableUse.PROJECTS
        if event.what is not Is.TEXT:
            return False
    return False
