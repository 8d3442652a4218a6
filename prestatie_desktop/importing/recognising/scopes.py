"""What a heading says of the numbers below it: an introduction has none, a list of agreements all."""

import re
from collections.abc import Sequence
from itertools import pairwise

from prestatie_desktop.importing.recognising.events import Event, Is
from prestatie_desktop.importing.recognising.headings import BOLD, Heading
from prestatie_desktop.importing.recognising.numbering import numbered
from prestatie_desktop.importing.recognising.numbers import Number
from prestatie_desktop.importing.recognising.vocabulary import fold, is_sentence, one_line
from prestatie_desktop.importing.source import Piece

_ANNOUNCES = re.compile(
    r"(?:(?:de|onze|concrete) )?afspraken(?: \d{4})?|prestatieafspraken|(?:wij|partijen) spreken af"
    r"|(?:hierover|daarom) spreken (?:wij|partijen) af|afgesproken(?: is)?"
)
_INTRODUCES = re.compile(
    r"(?:.* )?(?:inleiding|voorwoord|aanleiding|leeswijzer|samenvatting|preambule|overwegingen|context"
    r"|proces|algemeen|uitgangspunten)(?: .*)?"
)
#: A longer line is a sentence.
_TITLE = 60
#: What most agreements have.
_MOSTLY = 0.6
_LETTER = re.compile(r"\(?([a-z])[.)]\s+(?=\S)")


def settle_introductions(events: Sequence[Event]) -> None:
    """Sections of a chapter that only introduces are no agreements, whatever number they have."""
    around: Heading | None = None
    for event in events:
        if event.what is Is.HEADING and event.heading and event.heading.level < BOLD:
            if around is None or event.heading.level <= around.level:
                introduces = _INTRODUCES.fullmatch(fold(event.heading.title))
                around = event.heading if introduces else None
            continue
        if event.what is Is.ITEM and around and _is_below(event.number, around):
            title = one_line(event.piece.text[event.start :]) or event.piece.text
            is_title = event.piece.heading > 0
            event.what = Is.HEADING if is_title else Is.TEXT
            event.heading = Heading(event.piece.heading, title) if is_title else None
            event.number = None


def settle_titles(events: Sequence[Event]) -> None:
    """Lines as "1.1 Doorstroming" over a sentence are titles, where agreements usually have one."""
    items = [e for e in events if e.what is Is.ITEM and e.pieces and e.number is not None]
    titled = [
        event
        for event, following in pairwise(events)
        if event.what is Is.ITEM
        and event.number is not None
        and _can_be_title(event)
        and following.what is Is.TEXT
        and is_sentence(following.piece.text)
    ]
    if len(titled) > _MOSTLY * len(items):
        for event in titled:
            event.is_title = True


def _can_be_title(event: Event) -> bool:
    title = event.piece.text[event.start :].strip()
    is_short = 0 < len(title) < _TITLE and title[0].isupper()
    return is_short and not title.endswith((".", ":", ";", ",", "?"))


def _is_below(number: Number | None, heading: Heading) -> bool:
    return bool(heading.number) and number is not None and number.components[0] == heading.number


def settle_announced(events: Sequence[Event]) -> None:
    """Points below "Afspraken:" are the agreements, and the numbered headings above them sections."""
    announced = [i for i, e in enumerate(events) if _announces(events, i) and e.pieces]
    if not announced:
        return
    for at in announced:
        _settle_points(events, at)
    first = announced[0]
    for place, event in enumerate(events):
        if event.what is Is.ITEM and event.piece.heading and _has_points(events, place, first):
            title = one_line(event.piece.text[event.start :]).strip(" :")
            number = event.number.text if event.number else ""
            event.what, event.heading = Is.HEADING, Heading(event.piece.heading, title, number)


def announces(text: str) -> bool:
    """Whether a line says only that agreements follow: "Afspraken:", "Wij spreken af"."""
    return bool(_ANNOUNCES.fullmatch(fold(text)))


def _announces(events: Sequence[Event], at: int) -> bool:
    event = events[at]
    if event.what not in (Is.HEADING, Is.TEXT) or not event.pieces or at + 1 >= len(events):
        return False
    if at == 0:
        # The title of the document announces it all.
        return False
    if not announces(event.piece.text):
        return False
    following = events[at + 1]
    return bool(following.pieces) and _point(following.piece) is not None


def _point(piece: Piece) -> tuple[str, int] | None:
    """The letter or number of a point and where its text begins; "" for a bullet."""
    if found := _LETTER.match(piece.text):
        return found[1], found.end()
    if piece.label and len(piece.label.strip(".()")) == 1:
        return piece.label.strip(".()"), 0
    one = numbered(piece)
    if one is not None and one.number.shape == "n":
        return one.number.text, one.start
    return ("", 0) if piece.list_kind is not None else None


def _settle_points(events: Sequence[Event], at: int) -> None:
    section = _section(events, at)
    events[at].what = Is.TEXT
    events[at].heading = None
    events[at].announces = True
    for event in events[at + 1 :]:
        if event.what not in (Is.TEXT, Is.ITEM) or (event.what is Is.ITEM and event.piece.heading):
            return
        point = _point(event.piece)
        if point is None:
            continue
        letter, start = point
        event.what, event.start = Is.ITEM, start
        number = (*section, letter) if letter else ()
        event.number = Number(".".join(number), number) if number else None


def _section(events: Sequence[Event], at: int) -> tuple[str, ...]:
    """The number of the nearest numbered heading above."""
    for event in reversed(events[:at]):
        if event.what is Is.ITEM and event.number and event.piece.heading:
            return event.number.components
        if event.what is Is.HEADING and event.number:
            return event.number.components
    return ()


def _has_points(events: Sequence[Event], place: int, first: int) -> bool:
    """Whether agreements are announced below a numbered heading, before the next."""
    for event in events[place + 1 :]:
        if event.announces:
            return True
        if event.piece.heading if event.pieces else False:
            return False
    return place < first
