"""Where themes begin: the heading over the first agreement that is numbered otherwise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.recognising.events import Event, Is
from prestatie_desktop.importing.recognising.headings import Heading, same_title
from prestatie_desktop.importing.recognising.numbering import Numbering
from prestatie_desktop.importing.recognising.vocabulary import fold

#: In a document with fewer headings the first may well be that of its only theme.
_LEAST_HEADINGS = 3
_SUBJECT = re.compile(
    r"prestatie ?afspraken|jaarafspraken|jaarschijf|woonafspraken|raamovereenkomst"
)
_AROUND = re.compile(
    r".*(?:inleiding|voorwoord|aanleiding|preambule|overweging|leeswijzer|samenvatting|uitgangspunten"
    r"|ondertekening|handtekening|begrippen|definities|looptijd|geschil|slotbepaling|bijlage|colofon"
    r"|inhoudsopgave|inhoud).*"
)


def is_around(title: str) -> bool:
    """Whether a heading stands over text around the themes: an introduction, an annex."""
    return bool(_AROUND.fullmatch(fold(title)))


@dataclass(slots=True)
class Chapter:
    """A stretch of events under one heading: a theme, or running text around the themes."""

    heading: Heading | None
    events: list[Event] = field(default_factory=list)
    is_theme: bool = False
    number: str = ""
    #: Whether a person, a number or the agreements below it say that it is a theme.
    sure: bool = True


@dataclass(slots=True)
class _Start:
    at: int
    heading: Heading | None
    number: str
    sure: bool = True


def chapters(events: Sequence[Event], numbers: Numbering) -> list[Chapter]:
    """All events, in their order, each in its chapter."""
    starts = _theme_starts(events, numbers)
    if not starts:
        return _text_chapters(events)
    found: list[Chapter] = []
    bounds = [start.at for start in starts]
    found += _text_chapters(events[: bounds[0]])
    for start, end in zip(starts, [*bounds[1:], len(events)], strict=True):
        inside = list(events[start.at : end])
        last = max((i for i, e in enumerate(inside) if _belongs(e)), default=0)
        last = min(last, _annex(inside, start) - 1)
        tail = next(
            (
                i for i, e in enumerate(inside)
                if i > last and e.what in (Is.HEADING, Is.KIND) and not e.is_repeated
                and start.heading and e.heading and e.heading.level <= start.heading.level
            ),
            len(inside),
        )  # fmt: skip
        found.append(Chapter(start.heading, inside[:tail], True, start.number, start.sure))
        found += _text_chapters(inside[tail:])
    return _joined(found)


def _annex(inside: Sequence[Event], start: _Start) -> int:
    """Where an annex behind the last agreement of a theme begins; its tables are of no theme."""
    agreed = max((i for i, e in enumerate(inside) if e.what in (Is.ITEM, Is.ROW)), default=0)
    for place, event in enumerate(inside):
        heading = event.heading
        if place <= agreed or event.what not in (Is.HEADING, Is.KIND) or heading is None:
            continue
        top = start.heading.level if start.heading else heading.level
        if heading.level <= top and is_around(heading.title):
            return place
    return len(inside)


def _belongs(event: Event) -> bool:
    if event.what is Is.TABLE:
        return event.layout is not None and event.layout.use in (
            TableUse.PROJECTS,
            TableUse.FIGURES,
        )
    return event.what in (Is.ITEM, Is.ROW, Is.KIND)


def _text_chapters(events: Sequence[Event]) -> list[Chapter]:
    """Running text by its highest headings; what stands before the first is without one."""
    levels = [e.heading.level for e in events if e.what is Is.HEADING and e.heading]
    top = min(levels, default=0)
    found = [Chapter(None)]
    for event in events:
        heading = event.heading
        if event.what is Is.HEADING and heading and heading.level == top:
            if found[-1].heading and same_title(found[-1].heading.title, heading.title):
                event.is_repeated = True
            else:
                found.append(Chapter(heading))
        found[-1].events.append(event)
    return [chapter for chapter in found if chapter.events]


def _theme_starts(events: Sequence[Event], numbers: Numbering) -> list[_Start]:
    starts: list[_Start] = []
    seen: dict[str, _Start] = {}
    title = _title(events)
    pending: list[int] = []
    stem: str | None = None
    for at, event in enumerate(events):
        if event.what is Is.HEADING:
            current = starts[-1].heading if starts else None
            assert event.heading is not None
            if event.by_hand is not None:
                starts.append(_Start(at, event.heading, event.heading.number))
                pending, stem = [], None
            elif current and same_title(current.title, event.heading.title):
                event.is_repeated = True
            else:
                pending.append(at)
            continue
        if not event.is_anchor or event.is_repeated:
            continue
        now = numbers.stem(event.number) if event.number else ""
        if not _begins(now, stem, pending, starts, events):
            stem, pending = now if event.number else stem, []
            continue
        chosen = _chosen(events, pending, now, title)
        if starts:
            starts += _numbered_before(events, pending, chosen, seen)
        if chosen is None and now in seen and starts and starts[-1] is not seen[now]:
            # The same numbers again further on: a page of an earlier theme.
            starts.append(_Start(at, seen[now].heading, now))
        else:
            start = _Start(at if chosen is None else chosen, None, now, chosen is not None)
            if chosen is not None:
                start.heading = events[chosen].heading
                assert start.heading is not None
                start.number = now or start.heading.number
                _mark_repeats(events, chosen, at)
            starts.append(start)
            seen.setdefault(now, start)
        stem, pending = now, []
    return starts


def _begins(
    now: str, stem: str | None, pending: list[int], starts: list[_Start], events: Sequence[Event]
) -> bool:
    if now and now != stem and stem is not None:
        return True
    if stem is None:
        return not starts or bool(now and starts[-1].number not in ("", now))
    if now:
        return False
    current = starts[-1].heading if starts else None
    top = current.level if current else 9
    return any((h := events[at].heading) and (h.level <= top or h.is_chapter) for at in pending)


def _title(events: Sequence[Event]) -> int | None:
    """The heading over the whole document: the first, and the only one of its level."""
    headings = [(at, h) for at, e in enumerate(events) if e.what is Is.HEADING and (h := e.heading)]
    if headings and _SUBJECT.search(fold(headings[0][1].title)) and len(headings) > 1:
        return headings[0][0]
    if len(headings) < _LEAST_HEADINGS:
        return None
    at, first = headings[0]
    others = [h.level for _, h in headings[1:]]
    return at if not first.number and min(others) > first.level else None


def _chosen(
    events: Sequence[Event], pending: list[int], stem: str, title: int | None
) -> int | None:
    """The heading of a theme among those before its first agreement.

    That is the one with its number, or else the last of the highest that is no title of a table.
    """
    titles = {at: events[at].heading for at in pending}
    same = [at for at, h in titles.items() if h and stem and h.number == stem]
    if same:
        return _first_of_same(events, pending, same[-1])
    said = [at for at, h in titles.items() if h and h.is_chapter]
    plain = [
        at
        for at in pending
        if at != title
        and not _is_caption(events, at)
        and not ((h := titles[at]) and is_around(h.title))
    ]
    wanted = said or plain or pending
    if not wanted:
        return None
    top = min(h.level for at in wanted if (h := titles[at]))
    last = [at for at in wanted if (h := titles[at]) and h.level == top][-1]
    return _first_of_same(events, pending, last)


def _first_of_same(events: Sequence[Event], pending: list[int], last: int) -> int:
    """The first of a row of equal headings: pages of one chapter."""
    heading = events[last].heading
    assert heading is not None
    first = last
    for at in reversed([at for at in pending if at < last]):
        other = events[at].heading
        if other and other.level <= heading.level:
            if not same_title(other.title, heading.title):
                break
            first = at
    return first


def _mark_repeats(events: Sequence[Event], chosen: int, until: int) -> None:
    heading = events[chosen].heading
    assert heading is not None
    for event in events[chosen + 1 : until]:
        if event.what is Is.HEADING and event.heading:
            event.is_repeated = same_title(event.heading.title, heading.title)


def _is_caption(events: Sequence[Event], at: int) -> bool:
    """Whether a heading only stands above a table of figures or commitments."""
    following = next((e for e in events[at + 1 :] if e.what is not Is.TEXT), None)
    between = next(iter(events[at + 1 : at + 2]), None)
    if following is None or following.what is not Is.TABLE or between is not following:
        return False
    return following.layout is not None and following.layout.use in (
        TableUse.FIGURES,
        TableUse.PROJECTS,
    )


def _numbered_before(
    events: Sequence[Event], pending: list[int], chosen: int | None, seen: dict[str, _Start]
) -> list[_Start]:
    """Chapters with a number of their own but no agreements: themes too."""
    found: list[_Start] = []
    level = 9
    if chosen is not None and (heading := events[chosen].heading) and heading.number:
        level = heading.level
    else:
        return found
    for at in pending:
        other = events[at].heading
        if at >= chosen or other is None or other.level != level or not other.number:
            continue
        if other.number in seen or events[at].is_repeated or not other.number.isdecimal():
            continue
        if is_around(other.title):
            continue
        start = _Start(at, other, other.number, sure=False)
        seen[other.number] = start
        found.append(start)
    return found


def _joined(found: list[Chapter]) -> list[Chapter]:
    """Stretches of one theme put together, in the place of the first."""
    kept: list[Chapter] = []
    for chapter in found:
        same = next(
            (
                c for c in kept
                if c.is_theme and chapter.is_theme and c.heading is chapter.heading
                and c.number == chapter.number and c.heading is not None
            ),
            None,
        )  # fmt: skip
        if same:
            same.events += chapter.events
        else:
            kept.append(chapter)
    return kept
