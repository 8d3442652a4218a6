"""What pages carry besides their text: page numbers, running heads, a table of contents."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise

from prestatie_desktop.importing.reading import IgnoreRule
from prestatie_desktop.importing.recognising.vocabulary import fold, is_decoration, is_page_number
from prestatie_desktop.importing.source import Form, Piece, Source

_CONTENTS = re.compile(r"(?P<title>.*?[^\s.…_\d])(?P<leader>[\s.…_]*\t[\s.]*|\s*[.…_]{2,}\s*|\s+)(?P<page>\d{1,3})")  # fmt: skip
_DIGITS = re.compile(r"\d+")
_OFTEN = 3
_SHORT = 160
#: A line of fewer letters comes back by chance.
_LEAST = 8
#: So many lines at the top or the bottom of a page can be its head or foot.
_EDGE = 2
_SAID = re.compile(r"[a-zA-Z/]")


def furniture(source: Source, pieces: Sequence[Piece]) -> dict[int, IgnoreRule]:
    """Which loose paragraphs are no text of the author, by the key of the piece."""
    found: dict[int, IgnoreRule] = {}
    for piece in pieces:
        if is_decoration(piece.text):
            found[piece.key] = IgnoreRule.DECORATION
    rest = [piece for piece in pieces if piece.key not in found]
    numbers = _page_numbers(rest)
    found |= dict.fromkeys(numbers, IgnoreRule.PAGE_NUMBER)
    found |= dict.fromkeys(_contents(rest), IgnoreRule.TABLE_OF_CONTENTS)
    found |= dict.fromkeys(_heads_said(source, rest), IgnoreRule.RUNNING_HEAD)
    edges = _edges(source, rest, numbers)
    found |= dict.fromkeys(_running(rest, edges), IgnoreRule.RUNNING_HEAD)
    return found


def _page_numbers(pieces: Sequence[Piece]) -> list[int]:
    """Lines that say "pagina 3 van 12", and digits that count up through the whole source."""
    candidates = [p for p in pieces if is_page_number(p.text) and not p.label and not p.heading]
    said = [piece.key for piece in candidates if _SAID.search(piece.text)]
    bare = [piece for piece in candidates if not _SAID.search(piece.text)]
    numbers = [int(found[0]) for piece in bare if (found := _DIGITS.search(piece.text))]
    steps = [after - before for before, after in pairwise(numbers)]
    counts = len(bare) >= _OFTEN and sum(0 < step < 4 for step in steps) >= 0.8 * len(steps)
    return [*said, *(piece.key for piece in bare if counts)]


def _contents(pieces: Sequence[Piece]) -> list[int]:
    """Titles with a page number behind them that stand further on without it."""
    titles = Counter(fold(piece.text) for piece in pieces)
    lines: list[tuple[int, bool]] = []
    for piece in pieces:
        match = _CONTENTS.fullmatch(piece.text.strip())
        is_one = bool(match and titles[fold(match["title"])])
        led = bool(match and (match["leader"].strip() or "\t" in match["leader"]))
        lines.append((piece.key, is_one or led))
    keys: list[int] = []
    run: list[int] = []
    for key, is_one in [*lines, (-1, False)]:
        if is_one:
            run.append(key)
            continue
        title = _title_before(pieces, run[0]) if run else None
        if len(run) >= _OFTEN or title is not None:
            keys += run
            keys += [title] if title is not None else []
        run = []
    return keys


_CONTENTS_TITLE = re.compile(r"inhoud(?:sopgave)?|index")


def _title_before(pieces: Sequence[Piece], key: int) -> int | None:
    before = [piece for piece in pieces if piece.key < key][-1:]
    found = [piece.key for piece in before if _CONTENTS_TITLE.fullmatch(fold(piece.text))]
    return found[0] if found else None


def _heads_said(source: Source, pieces: Sequence[Piece]) -> list[int]:
    """Heads and feet of pages, where the document says that they are."""
    return [p.key for p in pieces if source.lines[p.line].where.startswith("kop- of voettekst")]


def _running(pieces: Sequence[Piece], at_edge: AbstractSet[int]) -> list[int]:
    """The same short line at the edge of page after page, apart from a number: all but the first."""
    places: dict[str, list[int]] = {}
    for piece in pieces:
        if piece.heading or piece.list_kind is not None or len(piece.text) > _SHORT:
            continue
        plain = fold(_DIGITS.sub(" ", piece.text))
        if len(plain) > _LEAST and (piece.key in at_edge or _WITH_PAGE.fullmatch(piece.text)):
            places.setdefault(plain, []).append(piece.key)
    return [key for same in places.values() if len(same) >= _OFTEN for key in same[1:]]


_WITH_PAGE = re.compile(r".*\b(?:pagina|blz\.?|bladzijde|pag\.?)\s*\d{1,4}\b.*", re.IGNORECASE)


def _edges(source: Source, pieces: Sequence[Piece], numbers: Iterable[int]) -> AbstractSet[int]:
    """The pieces at the top and the bottom of pages, and those beside page numbers."""
    if source.form in (Form.PDF, Form.SLIDES):
        pages = groupby(pieces, key=lambda piece: source.lines[piece.line].where)
        whole = [[piece.key for piece in page] for _, page in pages]
        return {key for page in whole for key in (*page[:_EDGE], *page[-_EDGE:])}
    order = [piece.key for piece in pieces]
    at = {key: place for place, key in enumerate(order)}
    near = [at[key] for key in numbers if key in at]
    return {
        order[place]
        for number in near
        for place in range(number - _EDGE, number + _EDGE + 1)
        if 0 <= place < len(order)
    }
