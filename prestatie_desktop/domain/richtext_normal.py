"""The one normal form of rich text: equal texts are equal values."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from unicodedata import normalize

from prestatie_desktop.domain.richtext_values import (
    MAX_LEVEL,
    MAX_NUMBER,
    Block,
    ListKind,
    RichText,
    Run,
)

LINK_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.:-]{0,79}")

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Control characters, halves of a character, marks that turn the reading direction around (what is
# read must be what is signed), and the characters with which Qt marks frames and pictures.
_BARRED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff]"
)


def allowed_text(text: str) -> str:
    r"""Return the text with "\n" for every line break, a blank for a tab, barred characters gone."""
    return _BARRED.sub("", _LINE_BREAKS.sub("\n", text).replace("\t", " "))


def marks(run: Run) -> tuple[bool, bool, bool, bool, bool, str | None]:
    """Return all of the run but its text: two runs with equal marks look alike."""
    return (
        run.bold,
        run.italic,
        run.underline,
        run.superscript,
        run.subscript,
        run.link,
    )


def normalise(blocks: Iterable[Block]) -> RichText:
    """Return the normal form; applying it again changes nothing.

    Equal neighbouring runs are one run, empty runs and unusable links are gone, superscript wins
    from subscript, text is NFC without control characters, list levels go down one step at a time
    and every numbered item has its number. One empty paragraph is no text at all.
    """
    result: list[Block] = []
    lists: list[tuple[ListKind, int]] = []
    for block in blocks:
        runs = normal_runs(block.runs)
        if block.list_kind is None:
            lists.clear()
            result.append(Block(runs=runs))
        else:
            result.append(_list_item(block, block.list_kind, runs, lists))
    return () if result == [Block()] else tuple(result)


def normal_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs of one block in normal form."""
    usable = (_usable(run) for run in runs)
    return tuple(
        _joined(list(group)) for _, group in groupby((run for run in usable if run.text), marks)
    )


def _joined(alike: list[Run]) -> Run:
    # Joining before composing: an accent may stand at the start of the next run.
    return _with_text(alike[0], normalize("NFC", "".join(run.text for run in alike)))


def _usable(run: Run) -> Run:
    if run.subscript and run.superscript:
        run = replace(run, subscript=False)
    if run.link is not None and not LINK_ID.fullmatch(run.link):
        run = replace(run, link=None)
    return _with_text(run, allowed_text(run.text))


def _with_text(run: Run, text: str) -> Run:
    return run if run.text == text else replace(run, text=text)


def _list_item(
    block: Block, kind: ListKind, runs: tuple[Run, ...], lists: list[tuple[ListKind, int]]
) -> Block:
    """Place one item below the open `lists` (kind and last number per level), which it updates."""
    level = min(max(block.level, 1), len(lists) + 1, MAX_LEVEL)
    previous_kind, previous = lists[level - 1] if level <= len(lists) else (kind, 0)
    following = previous + 1 if previous_kind is kind else 1
    number = min(max(following if block.number is None else block.number, 1), MAX_NUMBER)
    lists[level - 1 :] = [(kind, number)]
    shown = None if kind is ListKind.BULLET else number
    return Block(runs=runs, list_kind=kind, level=level, number=shown)
