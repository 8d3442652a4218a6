"""Paragraphs and tables of a text document as its reader finds them, before they are numbered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from prestatie_desktop.domain.richtext import ListKind, Run
from prestatie_desktop.importing.source import Comment, Stamp, Stretch

HEADER = "kop- of voettekst"
"""Where something above or below the pages is found."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph. One without text is the blank line that people see."""

    stretches: list[Stretch] = field(default_factory=list)
    heading: int = 0
    list_kind: ListKind | None = None
    level: int = 0
    number: int | None = None
    label: str = ""
    comments: list[Comment] = field(default_factory=list)
    #: Whether a new page begins with it.
    gap: bool = False
    #: Where it is found, when that is not the body of the text.
    where: str = ""
    #: Who deleted the end of it, so that the next paragraph goes on where it stops.
    joins: Stamp | None = None

    @property
    def has_text(self) -> bool:
        """Whether it is still there when deletions are carried out."""
        return any(each.deleted is None and each.run.text.strip() for each in self.stretches)


@dataclass(slots=True)
class GridRow:
    """A row of cells; a cell that was merged away is empty."""

    cells: list[list[Paragraph]]
    is_head: bool = False


@dataclass(slots=True)
class Grid:
    """A table."""

    rows: list[GridRow]


Flow = Paragraph | Grid


def paragraphs_of(flows: Iterable[Flow]) -> Iterator[Paragraph]:
    """All paragraphs in order, those of tables too."""
    for flow in flows:
        if isinstance(flow, Paragraph):
            yield flow
        else:
            yield from (each for row in flow.rows for cell in row.cells for each in cell)


def once_each(flows: Iterable[Flow]) -> Iterator[Paragraph]:
    """The paragraphs with text, each text once."""
    seen: set[str] = set()
    for paragraph in paragraphs_of(flows):
        text = "".join(each.run.text for each in paragraph.stretches).strip()
        if text and text not in seen:
            seen.add(text)
            yield paragraph


def bearer(chain: Sequence[Paragraph]) -> Paragraph:
    """Which of paragraphs that were joined is the one that stays."""
    return next((each for each in chain if each.has_text), chain[-1])


def joined(chain: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs whose ends between them were deleted, as what is left of them.

    Those with text become one; those that are gone altogether stay for what was deleted.
    """
    kept = [place for place, each in enumerate(chain) if each.has_text]
    if len(kept) < 2:
        return list(chain)
    first, last = kept[0], kept[-1] + 1
    return [*chain[:first], _one(chain[first:last]), *chain[last:]]


def _one(parts: Sequence[Paragraph]) -> Paragraph:
    stretches: list[Stretch] = []
    for part in parts:
        stretches += part.stretches
        if part is not parts[-1]:
            stretches.append(Stretch(run=Run(text="\n"), deleted=part.joins))
    comments = [comment for part in parts for comment in part.comments]
    return replace(parts[0], stretches=stretches, comments=comments, joins=None)
