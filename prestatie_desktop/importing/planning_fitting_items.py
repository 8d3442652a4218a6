"""Themes and agreements that fit: each number once, long fields in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from prestatie_desktop.domain.agreement import MAX_TEXT
from prestatie_desktop.domain.numbering import number_key
from prestatie_desktop.domain.richtext import from_plain
from prestatie_desktop.importing.planning_room import Room
from prestatie_desktop.importing.planning_texts import canonical, fits, joined, short
from prestatie_desktop.importing.reading import DoubtKind, FoundAgreement, FoundTheme
from prestatie_desktop.importing.source import Comment
from prestatie_desktop.journal.edits.making import MAX_LINE, MAX_NUMBER
from prestatie_desktop.words.importing import comment_line, number_in_source, part_name

N = TypeVar("N", FoundTheme, FoundAgreement)


def numbered_once(room: Room, parts: Sequence[N]) -> Iterator[N]:
    """The parts, without the number where an earlier one has it: that one gets a free number.

    An agreement keeps in a remark which number it had.
    """
    seen: set[object] = set()
    for part in parts:
        key = number_key(part.number)
        if not key or key not in seen:
            seen.add(key)
            yield part
            continue
        room.doubt(part.key, DoubtKind.DOUBLE_NUMBER, part.number)
        if isinstance(part, FoundAgreement):
            said = number_in_source(part.number)
            yield replace(part, number="", remark="\n".join(filter(None, [part.remark, said])))
        else:
            yield replace(part, number="")


def theme_that_fits(room: Room, theme: FoundTheme) -> FoundTheme:
    """The theme; a number or title that is too long stands in full above its introduction."""
    above = room.above(
        theme.key, ("number", theme.number, MAX_NUMBER), ("title", theme.title, MAX_LINE)
    )
    text = joined(above, canonical(theme.introduction))
    title = short(theme.title, MAX_LINE)
    new = replace(
        theme,
        number=_number(theme.number),
        title=title,
        introduction=room.text(theme.key, title or theme.number, text),
    )
    return theme if new == theme else new


def agreement_that_fits(room: Room, found: FoundAgreement) -> FoundAgreement:
    """The agreement; fields that are too long stand in full in its text."""
    above = room.above(
        found.key, ("number", found.number, MAX_NUMBER), ("heading", found.heading, MAX_LINE)
    )
    below = room.above(
        found.key,
        ("planning", found.planning, MAX_LINE),
        ("indicator", found.indicator, MAX_LINE),
    )
    text = joined(above, canonical(found.text), below)
    new = replace(
        found,
        number=_number(found.number),
        heading=short(found.heading, MAX_LINE),
        planning=short(found.planning, MAX_LINE),
        indicator=short(found.indicator, MAX_LINE),
        text=room.text(found.key, _name(found), text),
    )
    return _remarks_that_fit(room, _wordings_that_fit(new, found, above, below))


def _number(number: str) -> str:
    return "" if len(number) > MAX_NUMBER else short(number, MAX_NUMBER)


def _name(found: FoundAgreement) -> str:
    return " ".join(filter(None, [part_name("agreement"), found.number or found.heading]))


def _wordings_that_fit(
    new: FoundAgreement, found: FoundAgreement, above: str, below: str
) -> FoundAgreement:
    """The states of the text, with what was added to it. When one is too long there are none."""
    if not found.wordings:
        return new
    wordings = tuple(
        replace(one, text=joined(above, canonical(one.text), below)) for one in found.wordings
    )
    usable = wordings[-1].text == new.text and all(fits(one.text) for one in wordings)
    return replace(new, wordings=wordings if usable else ())


def _remarks_that_fit(room: Room, found: FoundAgreement) -> FoundAgreement:
    """Remark and comments together have the room of one remark; the rest is kept."""
    size = len(found.remark) + sum(len(line_of(comment)) + 1 for comment in found.comments)
    if size <= MAX_TEXT:
        return found
    room.keep(found.key, _name(found), joined(*map(from_plain, _remarks(found))))
    return replace(found, remark="", comments=())


def _remarks(found: FoundAgreement) -> Iterator[str]:
    if found.remark:
        yield found.remark
    yield from map(line_of, found.comments)


def line_of(comment: Comment) -> str:
    """A comment as a remark."""
    at = comment.stamp.at
    return comment_line(short(comment.stamp.author, 200), at.date() if at else None, comment.text)
