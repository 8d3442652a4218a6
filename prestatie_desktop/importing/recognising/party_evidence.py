"""Everywhere in a source where parties stand by themselves, looked through for names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.recognising.cells import Looks, looks
from prestatie_desktop.importing.recognising.column_fields import share_of_work
from prestatie_desktop.importing.recognising.drafts import INLINE, LABELLED, names_parties
from prestatie_desktop.importing.recognising.events import Event, Is
from prestatie_desktop.importing.recognising.evidence import (
    Evidence,
    is_name,
    named,
    parts_of,
    see_party_cells,
)
from prestatie_desktop.importing.recognising.headings import is_chapter_name
from prestatie_desktop.importing.recognising.municipalities import municipality_names
from prestatie_desktop.importing.recognising.party_words import (
    generic,
    is_tenants,
    without_legal_form,
)
from prestatie_desktop.importing.recognising.roles import BRACKETED
from prestatie_desktop.importing.recognising.signatures import (
    is_above_person,
    is_function,
    is_person,
    is_signing_title,
    represented,
)
from prestatie_desktop.importing.recognising.signing import (
    Signing,
    organisation_name,
    pieces_by_column,
)
from prestatie_desktop.importing.recognising.subheadings import is_area, subheadings
from prestatie_desktop.importing.recognising.texts import cut
from prestatie_desktop.importing.recognising.vocabulary import fold, is_total, one_line, year_of
from prestatie_desktop.importing.source import Piece

_SHORT = 140
_SHORT_NAME = 45
_SAMPLE = 3_000
_LONG = 400_000
#: A legend is all of its line but the blanks.
_LEGEND = 0.8
#: A longer table is no page of signatures.
_MOST_SIGNERS = 100


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
    _see_cover(evidence, events)
    _see_lists(evidence, events)
    _see_legends(evidence, events)
    _see_short_names(evidence, events)
    _see_running_text(evidence, events)
    for name in decisions.kinds:
        evidence.names[name] += 1
    return evidence, signing


def _tables(events: Sequence[Event], use: TableUse) -> Iterator[Event]:
    return (event for event in events if event.layout and event.layout.use is use)


_COVER = 14
_LEGAL = re.compile(
    r"(?<!\w)((?:Stichting|Woning(?:bouw)?stichting|Woonstichting|Woning(?:bouw)?vereniging|Woongoed"
    r"|[Hh]uurders(?:vereniging|platform|raad|koepel|belangenvereniging|belang|belangen)|HBV|HV)"
    r"(?:[ \u00a0]+(?:[A-Z’'][\w’'&-]*|de|den|van|het))+)"
)
_FORM = re.compile(r"(?:Woning|Woon)?(?:[Bb]ouw)?(?:[Ss]tichting|[Vv]ereniging)\s+")
_PROVIDER = re.compile(
    r"(?<![\w.])([A-Z][a-z]*(?:wonen|woningen|woon|woonbedrijf|huis|thuis))(?!\w)"
)


def _see_cover(evidence: Evidence, events: Sequence[Event]) -> None:
    """Names on one line with that of the municipality, before anything else begins."""
    for event in events[:_COVER]:
        if event.is_anchor:
            break
        for piece in event.pieces:
            parts = list(evidence.parts(piece.text)) if len(piece.text) <= _SHORT else []
            if len(parts) > 1 and any(fold(part).startswith("gemeente ") for part in parts):
                for part in parts:
                    evidence.see_whole(named(part), provides=True)


_LISTED = re.compile(
    r"(?:(?P<corporations>(?:deelnemende )?(?:woning)?corporaties?)|huurders\w*|gemeenten?|partijen)"
    r"\s*:\s*(?P<names>\S.*)",
    re.IGNORECASE,
)


def _see_lists(evidence: Evidence, events: Sequence[Event]) -> None:
    """Lines that say who take part: "Woningcorporaties: Woonhuis, Thuisborg"."""
    for event in events:
        if event.what not in (Is.TEXT, Is.HEADING) or not event.pieces:
            continue
        text = event.piece.text.strip()
        found = _LISTED.fullmatch(text) if len(text) <= 2 * _SHORT else None
        if found and not found["names"].endswith("."):
            for part in evidence.parts(found["names"]):
                evidence.see_whole(part, provides=bool(found["corporations"]))


_MEANS = re.compile(r"(?P<short>[A-Z][A-Za-z]{0,4})\s*[=:]\s*(?P<name>[^=:;,]{3,60}?)\s*(?:[;,]|$)")


def _see_legends(evidence: Evidence, events: Sequence[Event]) -> None:
    """Letters that stand for parties: "G = Gemeente Veldhoven, W = Woonhuis"."""
    for event in events:
        if event.what is not Is.TEXT or len(event.pieces) != 1:
            continue
        text = event.piece.text.strip()
        said = list(_MEANS.finditer(text)) if len(text) <= 3 * _SHORT else []
        if not said or sum(len(one[0]) for one in said) < _LEGEND * len(text):
            continue
        names = {one["short"]: named(one["name"]) for one in said}
        if len(said) > 1 and all(is_name(name) and not generic(name) for name in names.values()):
            for short, name in names.items():
                evidence.see_whole(name, provides=True)
                evidence.short.setdefault(short, name)


def _see_short_names(evidence: Evidence, events: Sequence[Event]) -> None:
    """Names that are also written without their legal form: "Woonhuis" of "Stichting Woonhuis"."""
    long = {name: _FORM.sub("", name) for name in evidence.names if _FORM.match(name)}
    if not long:
        return
    text = "\n".join(piece.text for event in events for piece in event.pieces)[:_LONG]
    for name, short in long.items():
        alone = text.count(short) - text.count(name)
        if alone > 0 and short[:1].isupper():
            evidence.names[short] += alone
            if name in evidence.providers:
                evidence.providers.add(short)


def _see_running_text(evidence: Evidence, events: Sequence[Event]) -> None:
    """Organisations that sentences are about, where no table and no cell names any."""
    text = "\n".join(piece.text for event in events for piece in event.pieces)[:_LONG]
    legal = Counter(one_line(found[1]) for found in _LEGAL.finditer(text))
    has_tenants = any(is_tenants(name) for name in evidence.names)
    has_providers = bool(evidence.providers)
    for name, count in legal.items():
        if not (has_tenants if is_tenants(name) else has_providers):
            evidence.see_whole(named(name), weight=count, provides=not is_tenants(name))
    if has_providers:
        return
    words = Counter(found[1] for found in _PROVIDER.finditer(text))
    # Who an agreement begins with is who does it.
    starts = [e.piece.text[e.start :].lstrip() for e in events if e.what is Is.ITEM and e.pieces]
    first = {found[1] for start in starts if (found := _PROVIDER.match(start))}
    for name, count in words.items():
        if (count > 1 or name in first) and not any(name in other for other in legal):
            evidence.see_whole(name, weight=count, provides=True)


def _see_tables(evidence: Evidence, events: Sequence[Event]) -> None:
    for event in _tables(events, TableUse.PROJECTS):
        _see_corporations(evidence, event)
    for event in _tables(events, TableUse.AGREEMENTS):
        assert event.layout is not None
        for field in event.layout.columns:
            if field.startswith("party:"):
                evidence.see(field.removeprefix("party:"))
            elif field.startswith("part:"):
                evidence.see(share_of_work(field.removeprefix("part:")))


def _signing(events: Sequence[Event]) -> Signing:
    signing = Signing()
    for event in _tables(events, TableUse.SIGNATORIES):
        assert event.grid is not None and event.layout is not None  # noqa: PT018
        signing.add_table(event.grid, event.layout)
    for start, end in _zones(events):
        lines: list[Piece] = []
        for event in events[start:end]:
            if event.what is Is.TABLE and event.grid is not None:
                is_short = len(event.grid.texts) <= _MOST_SIGNERS
                if is_short and _may_hold_names(event) and any(map(_is_name, event.pieces)):
                    signing.add(pieces_by_column(event.grid.table))
            elif event.what in (Is.TEXT, Is.HEADING) and event.pieces and event.by_hand is None:
                titled = event.what is Is.HEADING and is_signing_title(event.piece.text)
                lines += () if titled else event.pieces
        signing.add(lines)
    return signing


def _is_name(piece: Piece) -> bool:
    return is_person(piece.text) or represented(piece.text) is not None


def _zones(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Where signatures may stand: below a heading that says so, and behind the last agreement."""
    anchors = [i for i, e in enumerate(events) if e.what in (Is.ITEM, Is.ROW, Is.KIND)]
    last = anchors[-1] if anchors else -1
    titled = [
        i
        for i, e in enumerate(events)
        if e.what is Is.HEADING and e.heading and is_signing_title(e.heading.title)
    ]
    for start in titled:
        if start < last:
            yield start, next(i for i in anchors if i > start)
    behind = [i for i in titled if i > last]
    if behind:
        yield behind[0], len(events)
    elif last >= 0 and events[last].what is Is.ITEM:
        yield _first_person(events, last), len(events)
    else:
        yield last + 1, len(events)


def _may_hold_names(event: Event) -> bool:
    return event.layout is not None and event.layout.use in (TableUse.TEXT, TableUse.PROJECTS)


def _first_person(events: Sequence[Event], after: int) -> int:
    """Where signatures begin when nothing above them says so: with the lines above a person.

    "Corporaties" says who acts for an agreement; nobody signs as that.
    """
    for place in range(after + 1, len(events)):
        event = events[place]
        if event.what in (Is.ITEM, Is.ROW, Is.KIND) or not any(map(_is_name, event.pieces)):
            continue
        while (
            place > after + 1
            and is_above_person(events[place - 1].pieces)
            and not generic(events[place - 1].piece.text.strip())
        ):
            place -= 1  # noqa: PLW2901 - back to the first of them
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


def _see_owners(evidence: Evidence, event: Event) -> None:
    """Whose a list of projects is, or its parts, when no column says so."""
    assert event.grid is not None and event.layout is not None  # noqa: PT018
    title = event.grid.table.title
    if title and is_chapter_name(title):
        evidence.see_whole(title, provides=True)
    for name in subheadings(event.grid, event.layout).values():
        if not is_area(name):
            evidence.see_whole(name, provides=True)


def _see_corporations(evidence: Evidence, event: Event) -> None:
    assert event.grid is not None and event.layout is not None  # noqa: PT018
    if "corporation" not in event.layout.columns:
        _see_owners(evidence, event)
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


def _bracketed_cells(events: Sequence[Event]) -> Iterator[Sequence[Piece]]:
    """What stands in brackets at the end of agreements, where most of them end with names."""
    items = [e.piece for e in events if e.what is Is.ITEM and e.pieces]
    found = [(piece, said["names"]) for piece in items if (said := BRACKETED.search(piece.text))]
    names = [
        (piece, text)
        for piece, text in found
        if all(generic(part) or is_name(part) for part in parts_of(text))
    ]
    if len(names) > 1 and len(names) > len(items) / 2:
        for piece, text in names:
            yield (replace(piece, runs=(Run(text=text),), tracked=()),)


def _party_cells(events: Sequence[Event]) -> Iterator[Sequence[Piece]]:
    yield from _bracketed_cells(events)
    for event in events:
        if event.what is Is.ROW and event.grid and event.layout:
            for column, field in enumerate(event.layout.columns):
                if field in ("parties", "lead", "involved"):
                    yield event.grid.cell(event.row, column).pieces
        elif event.grid is None and event.what in (Is.TEXT, Is.ITEM, Is.HEADING):
            yield from _behind_labels(event)
            yield from _named_first(event)
            if event.what is not Is.ITEM and _is_bold_name(event):
                yield event.pieces


def _behind_labels(event: Event) -> Iterator[Sequence[Piece]]:
    """What stands behind "Trekker:" and the like, alone on a line or at the end of a paragraph."""
    for piece in event.pieces:
        text = piece.text
        whole = LABELLED.fullmatch(text.strip())
        bounds = [m.start("label") for m in INLINE.finditer(text)] if whole is None else []
        spans = pairwise([0, len(text)] if whole else [*bounds, len(text)])
        for start, end in spans:
            said = LABELLED.fullmatch(text[start:end].strip())
            if said and names_parties(said["label"]):
                value = said["value"].strip(" .;")
                yield (cut(replace(piece, runs=(Run(text=value),), tracked=()), 0),)


_FIRST = re.compile(
    r"\s*(?:(?:Bijdrage|Inzet|Rol|Taak|Actie) (?:van )?(?:de )?)?(?P<name>[^:.]{3,60}):\s+\S"
)


def _named_first(event: Event) -> Iterator[Sequence[Piece]]:
    """A party whose part a line says, when its name shows that it is one: "Woonhuis: …"."""
    for piece in event.pieces:
        found = _FIRST.match(piece.text)
        name = named(found["name"].strip()) if found else ""
        shows = is_tenants(name) or fold(name).startswith("gemeente ")
        if name and is_name(name) and (shows or _PROVIDER.fullmatch(name) or _FORM.match(name)):
            yield (replace(piece, runs=(Run(text=name),), tracked=()),)


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
        names = [t for t in labels if t and not is_total(t) and year_of(t) is None]
        names = [name for name in names if is_name(name, with_digits=True)]
        same = [name for name in names if without_legal_form(name) in known]
        if len(same) + 1 >= len(names) > 2 or (not known and labels is above):
            same = [name for name in names if not any(map(str.isdigit, name)) or name in same]
        for name in same:
            if not is_function(name):
                evidence.see(name, provides=True)
