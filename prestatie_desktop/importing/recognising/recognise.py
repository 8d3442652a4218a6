"""From a source to what it holds: `recognise` and nothing else decides what a piece of text is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from prestatie_desktop.importing.decisions import (
    NOTHING_DECIDED,
    AssignedAs,
    Assignment,
    Decisions,
)
from prestatie_desktop.importing.reading import IgnoreRule, Reading, TableLayout, TableUse
from prestatie_desktop.importing.recognising.broken_rows import mended
from prestatie_desktop.importing.recognising.building import Builder
from prestatie_desktop.importing.recognising.chapters import chapters
from prestatie_desktop.importing.recognising.events import (
    Event,
    Is,
    mark_kinds,
    piece_event,
    table_events,
)
from prestatie_desktop.importing.recognising.evidence import parts_of
from prestatie_desktop.importing.recognising.forms import turned
from prestatie_desktop.importing.recognising.furniture import furniture
from prestatie_desktop.importing.recognising.grids import Grid, grid_of
from prestatie_desktop.importing.recognising.headings import (
    CAPITALS,
    Heading,
    heading_of,
    is_chapter_name,
)
from prestatie_desktop.importing.recognising.layouts import lay_out
from prestatie_desktop.importing.recognising.ledger import Ledger
from prestatie_desktop.importing.recognising.names import Lexicon
from prestatie_desktop.importing.recognising.number_columns import number_column
from prestatie_desktop.importing.recognising.numbering import Numbering, numbering
from prestatie_desktop.importing.recognising.numbers import Number, number_alone
from prestatie_desktop.importing.recognising.party_evidence import gathered
from prestatie_desktop.importing.recognising.roles import is_party_line
from prestatie_desktop.importing.recognising.scopes import (
    settle_announced,
    settle_introductions,
    settle_titles,
)
from prestatie_desktop.importing.recognising.signatures import is_person, is_signing_title
from prestatie_desktop.importing.recognising.vocabulary import fold, kind_named
from prestatie_desktop.importing.recognising.who import everybody
from prestatie_desktop.importing.source import Form, Piece, Source, Table
from prestatie_desktop.importing.watch import UNWATCHED, Watch

#: A name is no longer than this.
_SHORT = 60
#: A line that lists parties is no longer than this.
_LINE = 140
_LOOKED_AT = 2_000


def recognise(
    source: Source, decisions: Decisions = NOTHING_DECIDED, watch: Watch = UNWATCHED
) -> Reading:
    """Everything a source holds. The same source and decisions give the same reading."""
    ledger = Ledger(source)
    watch.at("Tabellen bekijken")
    grids = {
        place: grid_of(place, turned(mended(block, source)))
        for place, block in enumerate(source.blocks)
        if isinstance(block, Table)
    }
    loose = [block for block in source.blocks if isinstance(block, Piece)]
    ignored = _ignored(source, loose, decisions, ledger)
    notes = [piece for piece in loose if _is_note(source, piece)]
    ignored |= {piece.key for piece in loose if _is_beside(source, piece)}
    numbers = numbering([p for p in loose if p.key not in ignored], _numbers_in(grids))
    if source.form is Form.SLIDES:
        # Every paragraph on a slide is a point; that says nothing.
        numbers = replace(numbers, by_bullets=False)
    events, layouts = _events(source, grids, ignored, numbers, decisions)
    mark_kinds(events)
    settle_introductions(events)
    settle_announced(events)
    settle_titles(events)
    watch.at("Partijen zoeken")
    evidence, signing = gathered(events, decisions)
    beside = {name: others for name, (others, _) in signing.beside.items()}
    who = everybody(evidence, beside, decisions)
    _settle(events, who.lexicon)
    watch.at("Afspraken en tabellen lezen")
    builder = Builder(
        ledger,
        who,
        decisions,
        watch,
        restarts=numbers.restarts,
        by_pages=source.form is Form.PDF,
        by_points=numbers.by_bullets,
    )
    builder.account_signing(signing)
    for chapter in chapters(events, numbers):
        builder.take(chapter)
    builder.take_notes(notes)
    return builder.reading(signing, tuple(layouts))


def _ignored(
    source: Source, loose: Sequence[Piece], decisions: Decisions, ledger: Ledger
) -> set[int]:
    found = furniture(source, loose)
    for piece in source.pieces():
        said = decisions.assigned.get(piece.key)
        if said is not None and said.what is AssignedAs.IGNORE:
            ledger.ignore(IgnoreRule.BY_HAND, (piece,))
            found[piece.key] = IgnoreRule.BY_HAND
        elif said is not None:
            found.pop(piece.key, None)
    for piece in loose:
        if piece.key in found:
            ledger.ignore(found[piece.key], (piece,))
    return set(found)


_NOTES = ("voetnoot", "eindnoot")
_HEADS = "kop- of voettekst"


def _is_note(source: Source, piece: Piece) -> bool:
    return source.lines[piece.line].where.startswith(_NOTES)


def _is_beside(source: Source, piece: Piece) -> bool:
    """Whether a paragraph stands at the foot or the head of pages and in no chapter."""
    return _is_note(source, piece) or source.lines[piece.line].where.startswith(_HEADS)


def _numbers_in(grids: dict[int, Grid]) -> list[Number]:
    return [
        number
        for grid in grids.values()
        if (column := number_column(grid)) is not None
        for row in grid.texts
        if (number := number_alone(row[column]))
    ]


class _Chain:
    """The headings above the present place, the nearest last."""

    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []
        self._last = ""

    def see(self, piece: Piece, numbers: Numbering) -> None:
        heading = heading_of(piece, numbers)
        self._last = piece.text.strip() if heading is None else ""
        if heading is None:
            return
        self._headings = [h for h in self._headings if h[0] < heading.level]
        self._headings.append((heading.level, heading.title))

    def caption(self) -> str:
        """The line right above, when it announces what follows: "De verdeling is:"."""
        announces = self._last.endswith(":") and len(self._last) < _SHORT * 2
        return self._last.rstrip(": ") if announces else ""

    def nearest(self) -> str:
        return self._headings[-1][1] if self._headings else ""

    def kind(self) -> str:
        """The kind that the nearest heading names, or else one above it."""
        return next((k for _, title in reversed(self._headings) if (k := kind_named(title))), "")


def _events(
    source: Source,
    grids: dict[int, Grid],
    ignored: set[int],
    numbers: Numbering,
    decisions: Decisions,
) -> tuple[list[Event], list[TableLayout]]:
    events: list[Event] = []
    layouts: list[TableLayout] = []
    chain = _Chain()
    seen = _short_texts(source, grids)
    is_signed = False
    for place, block in enumerate(source.blocks):
        if isinstance(block, Piece):
            if block.key not in ignored:
                said = decisions.assigned.get(block.key)
                event = piece_event(block, numbers, said)
                if is_signed and said is None and is_person(block.text):
                    # "B. de Vries" under signatures is no chapter B.
                    event = Event(Is.TEXT, (block,))
                is_signed |= event.what is Is.HEADING and is_signing_title(block.text)
                events.append(event)
                chain.see(block, numbers)
            continue
        grid = grids[place]
        layout = _layout(grid, block, chain, decisions, seen)
        layouts.append(layout)
        if layout.use is TableUse.AGREEMENTS and is_chapter_name(block.title):
            chapter = Heading(1, block.title)
            events.append(Event(Is.HEADING, heading=chapter))
        events += table_events(grid, layout, decisions.assigned)
    return events, layouts


def _layout(
    grid: Grid, table: Table, chain: _Chain, decisions: Decisions, seen: Counter[str]
) -> TableLayout:
    heading = table.title or chain.caption() or chain.nearest()
    layout = lay_out(
        grid, heading, kind_named(table.title) or chain.kind(), seen, decisions.columns
    )
    first = next((p for row in table.rows for c in row.cells for p in c.pieces), None)
    said = decisions.assigned.get(first.key) if first else None
    if said is None:
        return layout
    return _by_hand(grid, layout, said, seen)


def _by_hand(grid: Grid, layout: TableLayout, said: Assignment, seen: Counter[str]) -> TableLayout:
    what, target = said.what, said.target
    if what is AssignedAs.FIGURES:
        return replace(layout, use=TableUse.FIGURES, head=layout.head or 0, kind="")
    if what is not AssignedAs.ROWS:
        return layout
    if layout.use is TableUse.PROJECTS:
        return replace(layout, kind=target, sure=True)
    proposed = lay_out(grid, layout.title, target or "study", seen)
    return replace(proposed, kind=target, sure=True)


def _short_texts(source: Source, grids: dict[int, Grid]) -> Counter[str]:
    """How often each short text stands in the source by itself, in a cell or on a line."""
    seen: Counter[str] = Counter()
    for block in source.blocks:
        if isinstance(block, Piece) and len(block.text) <= _LINE:
            seen.update(fold(part) for part in parts_of(block.text.rpartition(":")[2]))
    for grid in grids.values():
        for row in grid.texts[:_LOOKED_AT]:
            short = [text for text in row if 0 < len(text) <= _LINE]
            seen.update({fold(part) for text in short for part in (text, *parts_of(text))})
    return seen


def _settle(events: Sequence[Event], lexicon: Lexicon) -> None:
    """A bold line with only parties is no heading."""
    for event, following in zip_longest(events, events[1:]):
        over_table = following is not None and following.what is Is.TABLE
        if _looks_like_heading(event) and not over_table and is_party_line(event.piece, lexicon):
            event.what, event.heading = Is.TEXT, None


def _looks_like_heading(event: Event) -> bool:
    is_one = event.what is Is.HEADING and event.by_hand is None and bool(event.pieces)
    return is_one and event.heading is not None and event.heading.level >= CAPITALS
