"""What an entry changed, as lines of text."""

from collections.abc import Iterator

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.redline import Change as Redlined
from prestatie_desktop.domain.redline import RedlineBlock, redline
from prestatie_desktop.domain.richtext import parse
from prestatie_desktop.journal.change import Change, Edited, is_text
from prestatie_desktop.words.fields import field_name, field_value
from prestatie_desktop.words.translation import tr

#: So many letters of unchanged text stay before and after a change.
_AROUND = 40
_MARKS = {Redlined.INSERTED: "{{+{}+}}", Redlined.DELETED: "[-{}-]"}


def change_lines(dossier: Dossier, change: Change) -> Iterator[str]:
    """The lines of one change, with full texts: "Planning: Q1 → Q2", and a redline of a text.

    In a redline deleted words stand as [-so-] and new ones as {+so+}. What came or went as a
    whole has no lines: its sentence says it all.
    """
    if not isinstance(change, Edited) or change.field == "rank":
        return
    if is_text(change.ref.sort, change.field):
        yield from text_lines(change.old, change.new)
        return
    old, new = (
        field_value(dossier, change.ref, change.field, value) or tr("leeg")
        for value in (change.old, change.new)
    )
    if old != new:
        yield f"{field_name(change.field)}: {old} → {new}"


def text_lines(old: str, new: str) -> Iterator[str]:
    """The redline between two rich texts, a line for each paragraph that changed."""
    for block in redline(parse(old), parse(new)):
        if block.is_changed:
            yield _line(block)


def _line(block: RedlineBlock) -> str:
    last = len(block.segments) - 1
    parts = [
        _MARKS[segment.change].format(_flat(segment.text))
        if segment.change in _MARKS
        else _shortened(_flat(segment.text), is_first=place == 0, is_last=place == last)
        for place, segment in enumerate(block.segments)
    ]
    return "".join(parts).strip()


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    before = "" if is_first else text[:_AROUND]
    after = "" if is_last else text[-_AROUND:]
    if len(before) + len(after) >= len(text):
        return text
    return f"{before}…{after}"


def _flat(text: str) -> str:
    return text.replace("\n", " ")
