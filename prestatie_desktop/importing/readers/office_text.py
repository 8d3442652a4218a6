"""The text of one paragraph while it is read: how it looks, and who inserted or deleted it."""

from datetime import UTC, datetime
from typing import NamedTuple

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.source import Stamp, Stretch

_DROPPED = str.maketrans({"\u00ad": None})


class Look(NamedTuple):
    """Marks of text; None: as what it stands in."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    #: 1 above the line, -1 below it, 0 on it.
    rise: int | None = None
    hidden: bool | None = None


AS_IT_STANDS = Look()


def over(look: Look, base: Look) -> Look:
    """The look, where it says nothing that of `base`."""
    if look is AS_IT_STANDS:
        return base
    return Look(
        base.bold if look.bold is None else look.bold,
        base.italic if look.italic is None else look.italic,
        base.underline if look.underline is None else look.underline,
        base.rise if look.rise is None else look.rise,
        base.hidden if look.hidden is None else look.hidden,
    )


class Change(NamedTuple):
    """Who inserted and who deleted a stretch."""

    inserted: Stamp | None = None
    deleted: Stamp | None = None


UNCHANGED = Change()


class Words:
    """Collects the text of a paragraph; neighbours that look alike become one stretch."""

    def __init__(self) -> None:
        self._parts: list[tuple[Look, Change, list[str]]] = []

    def add(self, text: str, look: Look, change: Change = UNCHANGED) -> None:
        """Put text at the end."""
        text = text.translate(_DROPPED)
        if not text:
            return
        if self._parts and self._parts[-1][:2] == (look, change):
            self._parts[-1][2].append(text)
        else:
            self._parts.append((look, change, [text]))

    def is_blank(self) -> bool:
        """Whether nothing but blanks was added."""
        return not any(text.strip() for *_, texts in self._parts for text in texts)

    def stretches(self) -> list[Stretch]:
        """What was collected."""
        return [
            Stretch(run=run("".join(texts), look), inserted=change.inserted, deleted=change.deleted)
            for look, change, texts in self._parts
        ]


def run(text: str, look: Look) -> Run:
    """The text with the marks of a look."""
    rise = look.rise or 0
    return Run(
        text=text,
        bold=bool(look.bold),
        italic=bool(look.italic),
        underline=bool(look.underline),
        superscript=rise > 0,
        subscript=rise < 0,
    )


def moment(written: str | None) -> datetime | None:
    """The time as a document spells it, in UTC; None when that cannot be read."""
    try:
        at = datetime.fromisoformat((written or "").strip())
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def whole(written: str | None, default: int, low: int, high: int) -> int:
    """A whole number as a document spells it, kept between bounds."""
    try:
        return min(max(int(written or ""), low), high)
    except ValueError:
        return default
