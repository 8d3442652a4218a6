"""From the lines of a column to paragraphs, with their bullets and levels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from prestatie_desktop.domain.richtext import MAX_LEVEL, ListKind, Run
from prestatie_desktop.importing.readers.pdf_line_ends import is_full, join
from prestatie_desktop.importing.readers.pdf_lines import Line, Word, runs_of
from prestatie_desktop.importing.readers.pdf_page import Box
from prestatie_desktop.importing.readers.pdf_wrapping import DASHES, goes_on, is_item, pitches
from prestatie_desktop.importing.source import Comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as it is printed, its lines joined."""

    runs: tuple[Run, ...]
    box: Box
    size: float
    page: int
    bullet: bool = False
    level: int = 0
    heading: int = 0
    gap: bool = False
    #: How much room is left behind its last line.
    room: float = 0.0
    #: Whether its last line is one word that fills it.
    is_cut: bool = False
    comments: tuple[Comment, ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is."""
        return all(run.bold for run in self.runs if run.text.strip())

    @property
    def list_kind(self) -> ListKind | None:
        """What sort of list it is an item of."""
        return ListKind.BULLET if self.bullet else None


def paragraphs_of(lines: Sequence[Line], page: int, ends: Mapping[float, float]) -> list[Paragraph]:
    """The paragraphs of a column; `ends` says where lines of a size of letters end at the right.

    A hyphen at the end of a line that may only be there to break a word is left as `SOFT`; between
    lines of a cell that may be too narrow for a word stands `BREAK`.
    """
    pitch = pitches(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and goes_on(groups[-1], line, ends[line.size], pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    found = [_paragraph(group, page, ends[group[-1].size]) for group in groups]
    return _with_gaps(_with_levels(found), pitch)


def _paragraph(lines: list[Line], page: int, right: float) -> Paragraph:
    words = [word for line in lines for word in line.words]
    joins = [" "] * (len(words) - 1)
    place = 0
    for one, other in pairwise(lines):
        place += len(one.words)
        joins[place - 1] = join(words, place, one, other, right)
    bullet = is_item(lines[0])
    if bullet:
        words, joins = _without_bullet(words, joins)
    box = Box(
        min(line.x0 for line in lines),
        lines[0].base - 0.8 * lines[0].size,
        max(line.x1 for line in lines),
        lines[-1].base + 0.25 * lines[-1].size,
    )
    return Paragraph(
        runs=runs_of(words, joins),
        box=box,
        size=lines[0].size,
        page=page,
        bullet=bullet,
        room=right - lines[-1].x1,
        is_cut=is_full(lines[-1], right),
    )


def _without_bullet(words: list[Word], joins: list[str]) -> tuple[list[Word], list[str]]:
    first = words[0]
    if len(first.glyphs) == 1 or first.text in DASHES:
        # A bullet without text stays: it is all there is.
        return (words[1:], joins[1:]) if len(words) > 1 else (words, joins)
    return [Word(first.glyphs[1:], first.levels[1:]), *words[1:]], joins


def _with_levels(found: list[Paragraph]) -> list[Paragraph]:
    """Give list items the level that their indent shows."""
    indents: list[float] = []
    result = []
    for paragraph in found:
        if not paragraph.bullet:
            indents = [x for x in indents if x < paragraph.box.x0 - 1] if indents else []
            result.append(paragraph)
            continue
        x0 = paragraph.box.x0
        indents = [x for x in indents if x < x0 - 3]
        indents.append(x0)
        result.append(replace(paragraph, level=min(len(indents), MAX_LEVEL)))
    return result


def _with_gaps(found: list[Paragraph], pitch: Mapping[float, float]) -> list[Paragraph]:
    """Mark paragraphs that stand clearly apart from the one before."""
    result = found[:1]
    for one, other in pairwise(found):
        usual = pitch.get(other.size, 1.35 * other.size)
        apart = other.box.top - one.box.bottom > 0.5 * usual
        result.append(replace(other, gap=apart))
    return result
