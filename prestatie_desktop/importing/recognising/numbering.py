"""How the agreements of a source are numbered, told from all its numbers together."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prestatie_desktop.importing.recognising.numbers import (
    Number,
    Numbered,
    number_alone,
    number_before,
)
from prestatie_desktop.importing.recognising.vocabulary import is_sentence
from prestatie_desktop.importing.source import Piece

#: A heading is no longer than this; longer is the text of an agreement.
LONGEST_HEADING = 140


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which numbers are those of agreements, and which those of chapters and sections."""

    shapes: frozenset[str] = frozenset()
    #: Numbers that others are numbered below: sections.
    parents: frozenset[tuple[str, ...]] = frozenset()
    #: Shapes of numbers that paragraphs and rows have; short titles with such a number are chapters.
    of_body: frozenset[str] = frozenset()
    #: How many components name the theme.
    theme_depth: int = 1
    #: Whether a number alone says nothing: only "Afspraak 3" counts.
    only_named: bool = False
    #: Whether every chapter begins again at 1; numbers then need that of the chapter.
    restarts: bool = False
    #: Whether points without a number are agreements: nothing is numbered.
    by_bullets: bool = False

    def is_item(self, number: Number, *, in_table: bool = False, is_named: bool = False) -> bool:
        """Whether an agreement can have this number."""
        if number.shape not in self.shapes:
            return is_named and not self.shapes
        if self.only_named and not (is_named or in_table):
            return False
        return in_table or number.components not in self.parents

    def is_section(self, number: Number) -> bool:
        """Whether it is the number of a chapter or section: fewer components, or a parent."""
        if number.components in self.parents:
            return True
        return bool(self.shapes) and number.depth < min(map(len, self.shapes))

    def stem(self, number: Number) -> str:
        """The number of the theme; "" when numbers do not tell themes apart."""
        if number.depth <= self.theme_depth:
            return number.components[0] if number.depth > 1 else ""
        return ".".join(number.components[: self.theme_depth])


@dataclass(slots=True)
class _Found:
    tables: list[Number] = field(default_factory=list)
    loose: list[Number] = field(default_factory=list)
    named: list[Number] = field(default_factory=list)
    titles: list[Number] = field(default_factory=list)


def numbered(piece: Piece) -> Numbered | None:
    """The number at the beginning of a paragraph, typed or set by Word; None for none."""
    if piece.label:
        number = number_alone(piece.label)
        if number:
            return Numbered(number, 0, bool(piece.label[:1].isalpha() and len(piece.label) > 5))
    alone = number_alone(piece.text)
    if alone:
        return Numbered(alone, len(piece.text), False)
    return number_before(piece.text)


def numbering(pieces: Iterable[Piece], in_tables: Sequence[Number]) -> Numbering:
    """The numbering of a source: of loose paragraphs, and of the columns with numbers."""
    everybody = list(pieces)
    body = _of_body(everybody, in_tables)
    found = _Found(tables=list(in_tables))
    for piece in everybody:
        one = numbered(piece)
        if one is None or _is_chapter(piece):
            continue
        if one.number.shape in body and is_title(piece, one):
            found.titles.append(one.number)
        else:
            (found.named if one.is_named else found.loose).append(one.number)
    if not _shapes(found) and (own := _without_one_numbering(everybody)):
        return own
    everything = [*found.tables, *found.loose, *found.named, *found.titles]
    shapes = _shapes(found)
    items = [number for number in everything if number.shape in shapes]
    parents = {
        other.components
        for number in items
        for other in _above(number, {n.components: n for n in everything})
    }
    in_table = {number.components for number in found.tables}
    return Numbering(
        shapes=shapes,
        of_body=body,
        parents=frozenset(parents - in_table),
        theme_depth=_theme_depth([n for n in items if n.components not in parents]),
        only_named=bool(found.named) and not found.tables and shapes == frozenset({"n"}),
    )


_CHAPTER = re.compile(
    r"(?:thema|hoofdstuk|pijler|ambitie|speerpunt|programmalijn)\s", re.IGNORECASE
)
_BULLETS = 3
#: A title is no longer than this.
_TITLE = 70


def _is_chapter(piece: Piece) -> bool:
    """Whether a paragraph begins a chapter, whatever number it has."""
    return bool(_CHAPTER.match(piece.text)) and len(piece.text) < LONGEST_HEADING


def _without_one_numbering(pieces: Sequence[Piece]) -> Numbering | None:
    """Agreements that are numbered anew in each chapter, or not numbered at all."""
    digits: list[int] = []
    began = 0
    fresh = True
    for piece in pieces:
        if piece.heading or _is_chapter(piece) or _is_bold(piece):
            fresh = True
            continue
        one = numbered(piece)
        if one is None or one.number.shape != "n" or not is_sentence(piece.text):
            continue
        value = int(one.number.text)
        if value == 1 and fresh:
            began += 1
        elif not digits or value != digits[-1] + 1:
            return _bulleted(pieces)
        digits.append(value)
        fresh = False
    if began > 1:
        return Numbering(shapes=frozenset({"n"}), restarts=True)
    return _bulleted(pieces)


def _is_bold(piece: Piece) -> bool:
    return bool(piece.text.strip()) and all(run.bold or not run.text.strip() for run in piece.runs)


def _bulleted(pieces: Sequence[Piece]) -> Numbering | None:
    points = [p for p in pieces if is_point(p)]
    return Numbering(by_bullets=True) if len(points) >= _BULLETS else None


def is_point(piece: Piece) -> bool:
    """Whether a paragraph is a point of a list that says something."""
    return piece.list_kind is not None and piece.level == 1 and is_sentence(piece.text)


def is_title(piece: Piece, found: Numbered) -> bool:
    """Whether a numbered paragraph is the title of a chapter: a heading, or a few words."""
    if found.is_named:
        return False
    text = piece.text if piece.label else piece.text[found.start :]
    if not text.strip():
        return False
    is_short = len(text) < _TITLE and not text.rstrip().endswith((".", ";", ",", ":", "?"))
    return piece.heading > 0 or (is_short and not is_sentence(text))


def _of_body(pieces: Sequence[Piece], in_tables: Sequence[Number]) -> frozenset[str]:
    """The shapes of numbers before sentences and in tables, where one begins the count again."""
    said = [(piece, one) for piece in pieces if (one := numbered(piece))]
    body = Counter(n.shape for n in in_tables)
    body.update(one.number.shape for piece, one in said if not is_title(piece, one))
    titles = Counter(one.number.shape for piece, one in said if is_title(piece, one))
    return frozenset(shape for shape, n in body.items() if n > 1 and titles[shape] > 0)


def _above(number: Number, known: dict[tuple[str, ...], Number]) -> Iterable[Number]:
    for length in range(1, number.depth):
        other = known.get(number.components[:length])
        if other:
            yield other


def _shapes(found: _Found) -> frozenset[str]:
    tables = Counter(number.shape for number in found.tables)
    loose = Counter(number.shape for number in found.loose)
    if tables:
        depth = min(map(len, tables))
        also = {shape for shape in loose if len(shape) >= depth and len(shape) > 1}
        return frozenset({*tables, *also})
    deep = {shape for shape, count in loose.items() if len(shape) > 1 and count > 1}
    if deep:
        return frozenset(deep)
    if found.named:
        return frozenset(number.shape for number in found.named)
    lettered = {shape for shape, count in loose.items() if shape == "an" and count > 1}
    return frozenset(lettered) or _flat(found.loose)


def _flat(loose: Sequence[Number]) -> frozenset[str]:
    """One, two, three through the whole source; a list that begins again is only a list."""
    digits = [int(number.text) for number in loose if number.shape == "n"]
    steps = [after - before for before, after in pairwise(digits)]
    goes_on = len(digits) > 2 and all(0 < step < 4 for step in steps)
    return frozenset({"n"}) if goes_on else frozenset()


def _theme_depth(items: Sequence[Number]) -> int:
    """One, unless all agreements begin with the same component and have more than two."""
    if not items or min(number.depth for number in items) < 3:
        return 1
    return 1 if len({number.components[0] for number in items}) > 1 else 2
