"""What rich text is made of: blocks of runs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

MAX_LEVEL = 9
"""Deepest list level, as in Word."""

MAX_NUMBER = 9_999
"""Highest number of a list item."""


class RichTextError(ValueError):
    """The text is not spelled in the one canonical way."""


class ListKind(StrEnum):
    """How the items of a list are marked: • or 1. or a."""

    BULLET = "bullet"
    DECIMAL = "decimal"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    r"""A stretch of text with the same marks; "\n" is a line break inside the paragraph.

    `link` is the id of the item the text points to.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    subscript: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph (no list kind, level 0) or a list item (level 1 and deeper).

    `number` is the ordinal of a numbered or lettered item (2 is shown as "2." or "b.");
    None there means: one more than the item before it.
    """

    runs: tuple[Run, ...] = ()
    list_kind: ListKind | None = None
    level: int = 0
    number: int | None = None

    @property
    def text(self) -> str:
        """Return the text without its marks and without a list marker."""
        return "".join(run.text for run in self.runs)

    def continues(self, last: Self) -> bool:
        """Return whether this is the next item of the list whose last item so far is `last`."""
        following = None if last.number is None else last.number + 1
        return self.list_kind is last.list_kind and self.number == following


RichText = tuple[Block, ...]
