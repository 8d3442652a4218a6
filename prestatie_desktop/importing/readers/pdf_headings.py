"""Which paragraphs of a PDF are headings: those in larger letters, and those of its table of bookmarks."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from prestatie_desktop.importing.readers.pdf_paragraphs import Paragraph
from prestatie_desktop.importing.readers.pdf_ruled import PageBlock

_LARGER = 1.12
_LONGEST, _MOST_WORDS = 200, 25
_DEEPEST = 3


def with_headings(blocks: Sequence[PageBlock], outline: Mapping[str, int]) -> list[PageBlock]:
    """The blocks, headings marked. `outline` has the level of each title among the bookmarks."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    body = _body_size(paragraphs)
    levels = _levels(paragraph for paragraph in paragraphs if _is_large(paragraph, body))
    return [
        replace(block, heading=_level(block, body, levels, outline))
        if isinstance(block, Paragraph)
        else block
        for block in blocks
    ]


def _body_size(paragraphs: Iterable[Paragraph]) -> float:
    """The size of most letters."""
    counts: Counter[float] = Counter()
    for paragraph in paragraphs:
        counts[paragraph.size] += len(paragraph.text)
    return counts.most_common(1)[0][0] if counts else 0.0


def _is_large(paragraph: Paragraph, body: float) -> bool:
    text = paragraph.text
    return (
        paragraph.size > _LARGER * body
        and not paragraph.bullet
        and len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and any(map(str.isalpha, text))
    )


def _levels(large: Iterable[Paragraph]) -> list[int]:
    """The sizes that headings come in, largest first. One that occurs once opens no level."""
    counts = Counter(round(paragraph.size) for paragraph in large)
    often = [size for size, count in counts.items() if count > 1]
    return sorted(often or counts, reverse=True)


def _level(
    paragraph: Paragraph, body: float, levels: Sequence[int], outline: Mapping[str, int]
) -> int:
    if level := outline.get(title_key(paragraph.text)):
        return min(level, _DEEPEST)
    if not _is_large(paragraph, body):
        return 0
    larger = sum(size > round(paragraph.size) for size in levels)
    return min(larger + 1, _DEEPEST)


def title_key(title: str) -> str:
    """What a bookmark and its heading have in common: letters and figures."""
    return "".join(filter(str.isalnum, title.lower()))
