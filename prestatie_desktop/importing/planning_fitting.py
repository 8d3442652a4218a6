"""A reading within the limits of a dossier: numbers that occur once, texts that are not too long.

What does not fit moves to where there is room, and a doubt says so. The outcome depends on the
source alone, so that the same source fits in the same way the next time.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.planning_fitting_items import (
    agreement_that_fits,
    numbered_once,
    theme_that_fits,
)
from prestatie_desktop.importing.planning_fitting_rows import (
    figures_that_fit,
    row_that_fits,
    signatory_that_fits,
)
from prestatie_desktop.importing.planning_names import with_every_name
from prestatie_desktop.importing.planning_room import Room
from prestatie_desktop.importing.planning_texts import canonical
from prestatie_desktop.importing.reading import (
    Doubt,
    FoundCover,
    FoundParty,
    FoundTextPart,
    Part,
    Reading,
)

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A reading that fits, and what planning doubts about it."""

    reading: Reading
    #: By the key of a part: doubts beyond those it was recognised with.
    doubts: Mapping[str, tuple[Doubt, ...]]
    #: By the key of a part: the part as it was recognised.
    originals: Mapping[str, Part]


def fitted(reading: Reading, decisions: Decisions) -> Fitted:
    """Make a reading fit. What fits already stays as it is."""
    if not decisions.with_comments:
        bare = (replace(found, comments=()) for found in reading.agreements)
        reading = replace(reading, agreements=tuple(bare))
    reading, originals = _with_keys(with_every_name(reading, decisions))
    room = Room()
    fitting = replace(
        reading,
        cover=_cover(room, reading.cover),
        parties=tuple(map(partial(_party, room), reading.parties)),
        text_parts=tuple(map(partial(_text_part, room), reading.text_parts)),
        themes=tuple(map(partial(theme_that_fits, room), numbered_once(room, reading.themes))),
        agreements=tuple(
            map(partial(agreement_that_fits, room), numbered_once(room, reading.agreements))
        ),
        rows=tuple(map(partial(row_that_fits, room), reading.rows)),
        figures=tuple(map(partial(figures_that_fit, room), reading.figures)),
        signatories=tuple(map(partial(signatory_that_fits, room), reading.signatories)),
    )
    fitting = replace(fitting, text_parts=(*fitting.text_parts, *room.rest))
    return Fitted(fitting, room.doubts, originals)


def _with_keys(reading: Reading) -> tuple[Reading, dict[str, Part]]:
    """The reading with a key of its own for each part, and the parts by their keys."""
    originals: dict[str, Part] = {reading.cover.key: reading.cover}

    def unique(parts: Iterable[P]) -> Iterator[P]:
        for part in parts:
            key, number = part.key, 1
            while key in originals:
                number += 1
                key = f"{part.key}~{number}"
            originals[key] = part
            yield part if key == part.key else replace(part, key=key)

    keyed = replace(
        reading,
        parties=tuple(unique(reading.parties)),
        groups=tuple(unique(reading.groups)),
        text_parts=tuple(unique(reading.text_parts)),
        themes=tuple(unique(reading.themes)),
        agreements=tuple(unique(reading.agreements)),
        rows=tuple(unique(reading.rows)),
        figures=tuple(unique(reading.figures)),
        signatories=tuple(unique(reading.signatories)),
    )
    return keyed, originals


def _cover(room: Room, cover: FoundCover) -> FoundCover:
    title = room.line(cover.key, "title", cover.title)
    return cover if title == cover.title else replace(cover, title=title)


def _party(room: Room, party: FoundParty) -> FoundParty:
    legal_name = room.line(party.key, "legal_name", party.legal_name)
    return party if legal_name == party.legal_name else replace(party, legal_name=legal_name)


def _text_part(room: Room, part: FoundTextPart) -> FoundTextPart:
    title = room.line(part.key, "title", part.title)
    text = room.text(part.key, title, canonical(part.text))
    unchanged = (title, text) == (part.title, part.text)
    return part if unchanged else replace(part, title=title, text=text)
