"""From pages to one text: what goes on over the edge of a page, past heads and feet."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from prestatie_desktop.importing.readers.pdf_continuing import (
    goes_on,
    joined,
    lacks_room,
    may_go_on,
)
from prestatie_desktop.importing.readers.pdf_paragraphs import Paragraph
from prestatie_desktop.importing.readers.pdf_ruled import CellText, PageBlock, PageTable

# The part of the height of a page where heads and feet stand.
_EDGE = 0.13
# On how many pages a line stands before it is a head or foot.
_OFTEN = 3
_SAME_PLACE = 8.0
# How far down a page a table ends, and how far up the next begins, when it goes on.
_LOW, _HIGH = 0.6, 0.35
_PAGE_NUMBER = re.compile(
    r"(pagina|bladzijde|blz\.?|pag\.?|p\.)?\s*\|?\s*-?\s*\d{1,4}\s*-?(\s*(van|/|\|)\s*\d{1,4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page; the blank page has none."""

    number: int
    height: float
    blocks: tuple[PageBlock, ...]


def flow(pages: Sequence[Page]) -> list[PageBlock]:
    """All blocks in order, each whole: one that goes on overleaf stands where it began."""
    running = _running(pages)
    heights = {page.number: page.height for page in pages}
    result: list[PageBlock] = []
    last: int | None = None
    for page in pages:
        body_begins = True
        for place, block in enumerate(page.blocks):
            opens = replace(block, gap=True) if place == 0 else block
            if isinstance(block, Paragraph) and _key(block, page) in running:
                result.append(opens)
                continue
            if body_begins and last is not None and (whole := _whole(result[last], block, heights)):
                result[last] = whole
            else:
                result += _unless_rest(opens)
                last = len(result) - 1
            body_begins = False
    return result


def _unless_rest(block: PageBlock) -> list[PageBlock]:
    """The block; of what would be a table only if it were the rest of one, its paragraphs."""
    if isinstance(block, PageTable) and block.is_rest:
        return [paragraph for row in block.rows for cell in row for paragraph in cell]
    return [block]


_Key = tuple[str, bool]


def _running(pages: Sequence[Page]) -> set[_Key]:
    """Heads and feet: the same words at the same edge of several pages, and page numbers."""
    counts: Counter[_Key] = Counter()
    for page in pages:
        counts.update({_key(block, page) for block in page.blocks if _is_at_edge(block, page)})
    often = min(_OFTEN, max(2, len(pages) // 2))
    return {key for key, count in counts.items() if count >= often}


def _is_at_edge(block: PageBlock, page: Page) -> bool:
    if not isinstance(block, Paragraph):
        return False
    edge = _EDGE * page.height
    return block.box.bottom < edge or block.box.top > page.height - edge


def _key(block: PageBlock, page: Page) -> _Key:
    """What a head or foot is known by: its words without the number of the page, and its edge."""
    text = block.text if isinstance(block, Paragraph) else ""
    words = "#" if _PAGE_NUMBER.fullmatch(text.strip()) else re.sub(r"\d+", "#", text)
    return words, block.box.top < page.height / 2


def _whole(one: PageBlock, other: PageBlock, heights: Mapping[int, float]) -> PageBlock | None:
    """Both as one, when the second is the rest of the first."""
    match one, other:
        case Paragraph(), Paragraph() if one.page != other.page and goes_on(one, other):
            return joined(one, other)
        case PageTable(), PageTable() if _is_same_table(one, other, heights):
            return _joined_tables(one, other)
    return None


def _is_same_table(one: PageTable, other: PageTable, heights: Mapping[int, float]) -> bool:
    return (
        other.page == one.page + 1
        and one.box.bottom > _LOW * heights[one.page]
        and other.box.top < _HIGH * heights[other.page]
        and len(one.rows[0]) == len(other.rows[0])
        and abs(one.box.x0 - other.box.x0) < _SAME_PLACE
        and abs(one.box.x1 - other.box.x1) < _SAME_PLACE
        and not _begins_again(_texts(one.rows[0]), _texts(other.rows[0]))
    )


def _begins_again(first: Sequence[str], other: Sequence[str]) -> bool:
    """Whether it is a table of the same sort, for something else: "Nummer 1.3", "Nummer 1.4"."""
    return first != other and first[0] == other[0] != ""


def _texts(row: Sequence[CellText]) -> list[str]:
    return [" ".join(paragraph.text for paragraph in cell) for cell in row]


def _joined_tables(one: PageTable, other: PageTable) -> PageTable:
    rows, first = one.rows, other.rows[0]
    if _is_rest_of_row(rows[-1], first):
        whole = tuple(map(_joined_cells, rows[-1], first))
        rows, other = (*rows[:-1], whole), replace(other, rows=other.rows[1:])
    # Where it stands is where it ended: there it may go on.
    return replace(other, rows=(*rows, *other.rows), gap=one.gap, is_rest=False)


def _is_rest_of_row(row: Sequence[CellText], rest: Sequence[CellText]) -> bool:
    """Whether a row was cut by the edge of the page.

    Then its first cell is empty and a text goes on; or all of its cells go on.
    """
    pairs = [(one, other) for one, other in zip(row, rest, strict=True) if other]
    if not rest[0]:
        return any(one and may_go_on(one[-1], other[0]) for one, other in pairs)
    return all(one and lacks_room(one[-1], other[0]) for one, other in pairs) and any(
        goes_on(one[-1], other[0]) for one, other in pairs
    )


def _joined_cells(one: CellText, other: CellText) -> CellText:
    if one and other and may_go_on(one[-1], other[0]):
        return (*one[:-1], joined(one[-1], other[0]), *other[1:])
    return (*one, *other)
