"""Texts of a source within the limits of editing. What is too long is never lost: it moves."""

from collections.abc import Iterator
from dataclasses import replace

from prestatie_desktop.domain.agreement import MAX_TEXT
from prestatie_desktop.domain.richtext import (
    Block,
    RichTextError,
    Run,
    from_plain,
    length,
    parse,
    shortened,
    to_html,
)
from prestatie_desktop.journal.edits.making import line

#: The largest paragraph that is kept whole when a text is divided.
_LARGEST_BLOCK = MAX_TEXT // 2
#: Room for what stands before a list item.
_MARKER = 20


def short(text: str, limit: int) -> str:
    """A text on one line, as editing keeps it, in at most `limit` characters."""
    if len(text) > limit:
        text = shortened(" ".join(text.split()), limit)
    return line(text, "")


def canonical(html: str) -> str:
    """The text in the one spelling; a text that is no rich text is taken as it stands."""
    try:
        return to_html(parse(html))
    except RichTextError:
        return from_plain(html)


def joined(*htmls: str) -> str:
    """Texts one after the other."""
    return to_html(tuple(block for html in htmls if html for block in parse(html)))


def fits(html: str) -> bool:
    """Whether editing takes so long a text."""
    if len(html) <= MAX_TEXT:
        return True
    return len(html) <= 10 * MAX_TEXT and length(html) <= MAX_TEXT


def portions(html: str) -> list[str]:
    """A text in parts that each fit; mostly one."""
    if fits(html):
        return [html]
    parts: list[list[Block]] = [[]]
    size = 0
    for block in _small_blocks(html):
        more = max(len(block.text) + _MARKER, len(to_html((block,))) // 10 + 1)
        if parts[-1] and size + more > MAX_TEXT:
            parts.append([])
            size = 0
        parts[-1].append(block)
        size += more
    return [to_html(tuple(blocks)) for blocks in parts]


def _small_blocks(html: str) -> Iterator[Block]:
    for block in parse(html):
        if len(block.text) + len(block.runs) <= _LARGEST_BLOCK:
            yield block
            continue
        for runs in _small_runs(block.runs):
            yield replace(block, runs=runs)


def _small_runs(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    kept: list[Run] = []
    size = 0
    for run in runs:
        for start in range(0, len(run.text), _LARGEST_BLOCK):
            part = replace(run, text=run.text[start : start + _LARGEST_BLOCK])
            if kept and size + len(part.text) + 1 > _LARGEST_BLOCK:
                yield tuple(kept)
                kept, size = [], 0
            kept.append(part)
            size += len(part.text) + 1
    yield tuple(kept)
