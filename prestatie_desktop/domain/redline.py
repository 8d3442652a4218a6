"""What changed between two rich texts: paragraph by paragraph, and word by word within them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from prestatie_desktop.domain.redline_words import (
    MIN_ALIKE,
    Change,
    Segment,
    is_soon_compared,
    segments,
    shared_ends,
    words,
)
from prestatie_desktop.domain.richtext_normal import normal_runs, normalise
from prestatie_desktop.domain.richtext_values import Block, RichText, Run

MAX_PAIRINGS = 900
"""Most combinations of old and new paragraphs that are weighed against each other."""

MAX_PAIRED_WORDS = 200_000
"""Most words read for that; beyond it paragraphs are paired by place if there are as many old as
new ones, and else deleted and inserted."""

__all__ = [
    "Change",
    "Counts",
    "RedlineBlock",
    "Segment",
    "new_text",
    "old_text",
    "redline",
    "summary",
]

_Pair = tuple[Block | None, Block | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineBlock:
    """A paragraph of a redline: as it was, as it is, and what happened to its words."""

    old: Block | None
    new: Block | None
    segments: tuple[Segment, ...]

    @property
    def shown(self) -> Block:
        """Return the block whose place in lists is shown: the new one, or else the old one."""
        return self.new or self.old or Block()

    @property
    def change(self) -> Change:
        """Return what happened to the paragraph itself; FORMATTED is another list or level."""
        if self.old is None:
            return Change.INSERTED
        if self.new is None:
            return Change.DELETED
        is_placed_alike = (self.old.list_kind, self.old.level) == (
            self.new.list_kind,
            self.new.level,
        )
        return Change.SAME if is_placed_alike else Change.FORMATTED

    @property
    def is_changed(self) -> bool:
        """Return whether there is anything to show."""
        changes = {self.change, *(segment.change for segment in self.segments)}
        return changes != {Change.SAME}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much changed: words, whole paragraphs, and stretches that only look different."""

    inserted_words: int = 0
    deleted_words: int = 0
    inserted_blocks: int = 0
    deleted_blocks: int = 0
    formatted: int = 0

    @property
    def is_empty(self) -> bool:
        """Return whether nothing changed."""
        return self == Counts()


def redline(old: RichText, new: RichText) -> tuple[RedlineBlock, ...]:
    """Return the redline from `old` to `new`; both texts can be read back from it in full.

    The work is bounded: of very long or very different texts whole paragraphs are replaced.
    """
    return tuple(
        RedlineBlock(old=before, new=after, segments=_segments(before, after))
        for before, after in _aligned(normalise(old), normalise(new))
    )


def summary(old: RichText, new: RichText) -> Counts:
    """Return how much changed from `old` to `new`."""
    blocks = redline(old, new)
    found = [segment for block in blocks for segment in block.segments]
    changes = Counter(block.change for block in blocks)
    formatted = sum(segment.change is Change.FORMATTED for segment in found)
    return Counts(
        inserted_words=_count_words(found, Change.INSERTED),
        deleted_words=_count_words(found, Change.DELETED),
        inserted_blocks=changes[Change.INSERTED],
        deleted_blocks=changes[Change.DELETED],
        formatted=formatted + changes[Change.FORMATTED],
    )


def old_text(blocks: Sequence[RedlineBlock]) -> RichText:
    """Return the old text by leaving out what was inserted."""
    return normalise(
        replace(block.old, runs=_runs(block, Change.INSERTED))
        for block in blocks
        if block.old is not None
    )


def new_text(blocks: Sequence[RedlineBlock]) -> RichText:
    """Return the new text by leaving out what was deleted."""
    return normalise(
        replace(block.new, runs=_runs(block, Change.DELETED))
        for block in blocks
        if block.new is not None
    )


def _runs(block: RedlineBlock, left_out: Change) -> tuple[Run, ...]:
    is_old = left_out is Change.INSERTED
    return normal_runs(
        segment.before if is_old and segment.before else segment.run
        for segment in block.segments
        if segment.change is not left_out
    )


def _count_words(found: Sequence[Segment], change: Change) -> int:
    text = " ".join(segment.text for segment in found if segment.change is change)
    return sum(word[0].isalnum() for word in words(text))


def _segments(old: Block | None, new: Block | None) -> tuple[Segment, ...]:
    return segments(old.runs if old else (), new.runs if new else ())


def _aligned(old: RichText, new: RichText) -> Iterator[_Pair]:
    """Yield which paragraph became which, in order of reading."""
    old_texts, new_texts = [block.text for block in old], [block.text for block in new]
    start, end = shared_ends(old_texts, new_texts)
    old_end, new_end = len(old) - end, len(new) - end
    yield from zip(old[:start], new[:start], strict=True)
    ours, theirs = old_texts[start:old_end], new_texts[start:new_end]
    if is_soon_compared(ours, theirs):
        # An empty paragraph equals every other; it must not decide what belongs together.
        matcher = SequenceMatcher(lambda text: not text.strip(), ours, theirs, autojunk=False)
        for kind, *places in matcher.get_opcodes():
            old_from, old_to, new_from, new_to = (start + place for place in places)
            before, after = old[old_from:old_to], new[new_from:new_to]
            if kind == "equal":
                yield from zip(before, after, strict=True)
            else:
                yield from _paired(before, after)
    else:
        yield from _paired(old[start:old_end], new[start:new_end])
    yield from zip(old[old_end:], new[new_end:], strict=True)


def _paired(old: RichText, new: RichText) -> Iterator[_Pair]:
    """Yield the paragraphs of a changed stretch, those that are most alike together."""
    old_words, new_words = ([_counted(block) for block in blocks] for blocks in (old, new))
    read = sum(map(len, old_words)) * len(new) + sum(map(len, new_words)) * len(old)
    is_too_much = len(old) * len(new) > MAX_PAIRINGS or read > MAX_PAIRED_WORDS
    if len(old) == len(new) and (is_too_much or len(old) == 1):
        yield from zip(old, new, strict=True)
        return
    if is_too_much:
        yield from ((block, None) for block in old)
        yield from ((None, block) for block in new)
        return
    alike = [[_alike(before, after) for after in new_words] for before in old_words]
    best = _best_sums(alike, len(new))
    at, to = 0, 0
    while at < len(old) or to < len(new):
        if at < len(old) and best[at][to] == best[at + 1][to]:
            yield old[at], None
            at += 1
        elif to < len(new) and best[at][to] == best[at][to + 1]:
            yield None, new[to]
            to += 1
        else:
            yield old[at], new[to]
            at, to = at + 1, to + 1


def _best_sums(alike: list[list[float]], width: int) -> list[list[float]]:
    """Return for every old and new place the best sum that pairing from there on can reach."""
    best = [[0.0] * (width + 1) for _ in range(len(alike) + 1)]
    for at in range(len(alike) - 1, -1, -1):
        for to in range(width - 1, -1, -1):
            skipped = max(best[at + 1][to], best[at][to + 1])
            best[at][to] = max(skipped, best[at + 1][to + 1] + alike[at][to])
    return best


def _counted(block: Block) -> Counter[str]:
    return Counter(word for word in words(block.text) if word[0].isalnum())


def _alike(old: Counter[str], new: Counter[str]) -> float:
    """Return the share of words in common, or 0 when too few to be the same paragraph."""
    share = 2 * (old & new).total() / max(old.total() + new.total(), 1)
    return share if share >= MIN_ALIKE else 0.0
