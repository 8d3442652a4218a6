"""Everywhere in a source where parties stand by themselves, looked through for names."""

from collections import Counter
from collections.abc import Iterator, Sequence

from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.recognising.cells import Looks, looks
from prestatie_desktop.importing.recognising.drafts import LABELLED
from prestatie_desktop.importing.recognising.events import Event, Is
from prestatie_desktop.importing.recognising.evidence import (
    Evidence,
    is_name,
    parts_of,
    see_party_cells,
)
from prestatie_desktop.importing.recognising.municipalities import municipality_names
from prestatie_desktop.importing.recognising.party_words import (
    generic,
    is_tenants,
    without_legal_form,
)
from prestatie_desktop.importing.recognising.signatures import (
    is_function,
    is_person,
    is_signing_title,
)
from prestatie_desktop.importing.recognising.signing import (
    Signing,
    organisation_name,
    pieces_by_column,
)
from prestatie_desktop.importing.recognising.texts import cut
from prestatie_desktop.importing.recognising.vocabulary import fold, is_total, year_of
from prestatie_desktop.importing.source import Piece

_SHORT = 140
_SHORT_NAME = 45
_SAMPLE = 3_000


def gathered(events: Sequence[Event], decisions: Decisions) -> tuple[Evidence, Signing]:
    """What the source says of its parties, and its signatures."""
    evidence = Evidence()
    signing = _signing(events)
    _see_municipalities(evidence, events)
    for block in signing.blocks:
        name = organisation_name(block.organisation)
        provides = "bestuurder" in fold(block.function) or "directeur" in fold(block.function)
        if name:
            evidence.names[name] += 2
            if provides and not is_tenants(name) and not fold(name).startswith("gemeente"):
                evidence.providers.add(name)
    _see_tables(evidence, events)
    signed = signing.keys()
    cells = [cell for cell in _party_cells(events) if not signed.intersection(p.key for p in cell)]
    see_party_cells(evidence, cells)
    evidence.margins += [piece.text for cell in cells for piece in cell]
    evidence.margins += [p.text for cell in _figure_cells(events) for p in cell]
    for event in _tables(events, TableUse.FIGURES):
        _see_heads(evidence, event)
    for name in decisions.kinds:
        evidence.names[name] += 1
    return evidence, signing


def _tables(events: Sequence[Event], use: TableUse) -> Iterator[Event]:
    return (event for event in events if event.layout and event.layout.use is use)


def _see_tables(evidence: Evidence, events: Sequence[Event]) -> None:
    for event in _tables(events, TableUse.PROJECTS):
        _see_corporations(evidence, event)
    for event in _tables(events, TableUse.AGREEMENTS):
        assert event.layout is not None
        for field in event.layout.columns:
            if field.startswith("party:"):
                evidence.see(field.removeprefix("party:"))


def _signing(events: Sequence[Event]) -> Signing:
    signing = Signing()
    anchors = [i for i, e in enumerate(events) if e.what in (Is.ITEM, Is.ROW, Is.KIND)]
    last = anchors[-1] if anchors else -1
    titled = [
        i for i, e in enumerate(events)
        if e.what is Is.HEADING and e.heading and is_signing_title(e.heading.title)
    ]  # fmt: skip
    start = min([i for i in titled if i > last] or [last + 1]) if anchors else min(titled or [0])
    if not titled and events and last >= 0 and events[last].what is Is.ITEM:
        start = _first_person(events, last)
    lines: list[Piece] = []
    for event in _tables(events, TableUse.SIGNATORIES):
        assert event.grid is not None and event.layout is not None  # noqa: PT018
        signing.add_table(event.grid, event.layout)
    for event in events[start:]:
        if event.what is Is.TABLE and event.grid is not None:
            if event.layout and event.layout.use in (TableUse.TEXT, TableUse.PROJECTS):
                persons = sum(is_person(p.text) for p in event.pieces)
                if persons:
                    signing.add(pieces_by_column(event.grid.table))
        elif event.what in (Is.TEXT, Is.HEADING) and event.by_hand is None and event.pieces:
            lines.append(event.piece)
    signing.add(lines)
    return signing


def _first_person(events: Sequence[Event], after: int) -> int:
    """Where signatures begin when nothing above them says so."""
    for place in range(after + 1, len(events)):
        event = events[place]
        if event.what in (Is.TEXT, Is.HEADING) and event.pieces and is_person(event.piece.text):
            return place
    return len(events)


def _see_municipalities(evidence: Evidence, events: Sequence[Event]) -> None:
    short = [p.text for e in events for p in e.pieces if p.text and len(p.text) <= _SHORT]
    counts = municipality_names(short[:_SAMPLE])
    if not counts:
        counts = municipality_names([p.text for e in events for p in e.pieces][:_SAMPLE])
        counts = type(counts)(dict(counts.most_common(1)))
    most = max(counts.values(), default=0)
    for name, count in counts.items():
        if count * 6 >= most:
            evidence.names[name] += count


def _see_corporations(evidence: Evidence, event: Event) -> None:
    assert event.grid is not None and event.layout is not None  # noqa: PT018
    for field, provides in (("corporation", True), ("municipality", False)):
        if field not in event.layout.columns:
            continue
        column = event.layout.columns.index(field)
        start = 0 if event.layout.head is None else event.layout.head + 1
        rows = [texts for texts in event.grid.texts[start:] if sum(map(bool, texts)) > 1]
        counts = Counter(texts[column] for texts in rows if texts[column])
        for text, count in counts.items():
            if looks(text) & Looks.UNKNOWN:
                continue
            if field == "municipality" and not fold(text).startswith("gemeente"):
                evidence.see(f"Gemeente {text}", weight=count)
            elif is_name(text) and not all(part in counts for part in parts_of(text)):
                evidence.see_whole(text, weight=count, provides=provides)
            else:
                evidence.see(text, weight=count, provides=provides)


def _party_cells(events: Sequence[Event]) -> Iterator[Sequence[Piece]]:
    for event in events:
        if event.what is Is.ROW and event.grid and event.layout:
            for column, field in enumerate(event.layout.columns):
                if field in ("parties", "lead", "involved"):
                    yield event.grid.cell(event.row, column).pieces
        elif event.what is Is.TEXT and (said := LABELLED.fullmatch(event.piece.text.strip())):
            label = fold(said["label"])
            if any(word in label for word in ("trekker", "betrokken", "partij", "wie", "verantw")):
                piece = event.piece
                start = len(piece.text) - len(said["value"].rstrip())
                yield (cut(piece, max(0, start)),)
        elif event.grid is None and event.what in (Is.TEXT, Is.HEADING) and _is_bold_name(event):
            yield event.pieces


def _figure_cells(events: Sequence[Event]) -> Iterator[Sequence[Piece]]:
    for event in events:
        if (
            event.what is Is.ROW
            and event.grid
            and event.layout
            and "figures" in event.layout.columns
        ):
            yield event.grid.cell(event.row, event.layout.columns.index("figures")).pieces


def _is_bold_name(event: Event) -> bool:
    """Whether a loose line can only be the name of parties."""
    if not event.pieces or event.piece.heading:
        return False
    text = event.piece.text.strip()
    if len(text) > _SHORT_NAME or not is_name(text):
        return False
    return generic(text) is not None or fold(text).startswith("gemeente ")


def _see_heads(evidence: Evidence, event: Event) -> None:
    """Names above or beside figures, when they are known as parties from elsewhere."""
    assert event.grid is not None and event.layout is not None  # noqa: PT018
    head = event.layout.head or 0
    above = list(event.grid.texts[head][1:])
    beside = [texts[0] for texts in event.grid.texts[head + 1 :]]
    known = {without_legal_form(name) for name in evidence.names}
    for labels in (above, beside):
        names = [t for t in labels if t and not is_total(t) and year_of(t) is None and is_name(t)]
        hits = sum(without_legal_form(name) in known for name in names)
        if names and (hits * 2 >= len(names) or (not known and labels is above)):
            for name in names:
                if not is_function(name):
                    evidence.see(name, provides=True)
