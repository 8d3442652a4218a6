"""The layout of a rich text without its words, to be laid over the same words again.

A workbook shows the words. Its hidden columns hold the layout only, so that what somebody takes out
of a cell is gone, and does not leave with the file.
"""

from dataclasses import replace
from typing import Any

from prestatie_desktop.domain.richtext import (
    Block,
    ListKind,
    RichText,
    RichTextError,
    Run,
    from_plain,
    marker,
    parse,
    to_html,
)

Json = Any

_MARKS = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "p": "superscript",
    "s": "subscript",
}


def marks_of(html: str, read: RichText) -> Json | None:
    """The layout of a text that reads as `read`; None when its words say everything."""
    blocks = parse(html)
    if blocks == read and from_plain("\n".join(block.text for block in blocks)) == html:
        return None
    return [_block(*both) for both in zip(blocks, read, strict=True)]


def with_marks(words: str, layout: Json | None) -> str:
    """The rich text again. Raises ValueError when the layout is not that of these words."""
    if layout is None:
        return from_plain(words)
    try:
        return _laid_out(words, layout)
    except (TypeError, KeyError, IndexError, AttributeError, RichTextError) as error:
        raise ValueError("this is no layout of a text") from error


def _block(block: Block, read: Block) -> Json:
    kind = block.list_kind.value if block.list_kind else ""
    runs = [_run(run, shown) for run, shown in zip(block.runs, read.runs, strict=True)]
    return [kind, block.level, block.number or 0, runs]


def _run(run: Run, shown: Run) -> Json:
    marks = "".join(letter for letter, name in _MARKS.items() if getattr(run, name))
    kept = [len(shown.text), marks]
    if run.link is not None:
        # A reference reads as the number of today, and may have been written with another one.
        kept += [run.link, "" if run.text == shown.text else run.text]
    return kept


def _laid_out(words: str, layout: Json) -> str:
    rest = words
    blocks: list[Block] = []
    for kind, level, number, runs in layout:
        block = Block(
            list_kind=ListKind(kind) if kind else None, level=level, number=number or None
        )
        rest = _after(rest, "\n" if blocks else "")
        rest = _after(rest, marker(block))
        found: list[Run] = []
        for length, marks, *link in runs:
            found.append(_marked(rest[:length], marks, link))
            rest = rest[length:]
        blocks.append(replace(block, runs=tuple(found)))
    if rest:
        raise ValueError("there are more words than the layout is for")
    return to_html(tuple(blocks))


def _after(text: str, beginning: str) -> str:
    if not text.startswith(beginning):
        raise ValueError("the words are not those of the layout")
    return text[len(beginning) :]


def _marked(text: str, marks: str, link: list[str]) -> Run:
    run = Run(text=text)
    for letter in marks:
        marked: dict[str, Any] = {_MARKS[letter]: True}
        run = replace(run, **marked)
    if link:
        run = replace(run, link=link[0], text=link[1] or text)
    return run
