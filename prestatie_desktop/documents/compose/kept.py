"""What stays together on a page: a heading with the small table or the few words under it."""

from collections.abc import Iterable, Iterator

from prestatie_desktop.documents.blocks import Block, Heading, KeepTogether, TableBlock, Text

_SMALL = 14
"""Rows of a table that is never cut by the end of a page."""


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
            return len(rows) > _SMALL
        case Text(content=content):
            return not isinstance(content, str)
        case KeepTogether(blocks=inner):
            return any(_is_long(one) for one in inner)
    return False
