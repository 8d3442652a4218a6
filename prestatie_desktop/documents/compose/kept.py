"""What stays together on a page: a heading with the small table or the few words under it."""

from collections.abc import Iterable, Iterator

from prestatie_desktop.documents.blocks import (
    Block,
    Cell,
    Heading,
    KeepTogether,
    Row,
    TableBlock,
    Text,
)

_SMALL = 15
"""Lines of a table that is never cut by the end of a page."""
_LINE = 60
"""Letters of a remark under a cell that make one more line."""


def kept(*blocks: Block) -> Iterator[Block]:
    """These blocks on one page, when none of them is long."""
    if any(_is_long(block) for block in blocks):
        yield from blocks
    else:
        yield KeepTogether(blocks=blocks)


def under(heading: Heading, groups: Iterable[tuple[Block, ...]]) -> Iterator[Block]:
    """A heading with groups of blocks under it; it stays with the first of them."""
    first: tuple[Block, ...] = (heading,)
    for group in groups:
        yield from kept(*first, *group)
        first = ()
    yield from first


def _is_long(block: Block) -> bool:
    match block:
        case TableBlock(rows=rows):
            return sum(map(_lines, rows)) > _SMALL
        case Text(content=content):
            return not isinstance(content, str)
        case KeepTogether(blocks=inner):
            return any(_is_long(one) for one in inner)
    return False


def _lines(row: Row) -> int:
    remarks = (cell.note for cell in row.cells if isinstance(cell, Cell))
    return 1 + max((-(-len(remark) // _LINE) for remark in remarks), default=0)
