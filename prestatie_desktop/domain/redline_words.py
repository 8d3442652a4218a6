"""What changed between two wordings of one paragraph, word by word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from prestatie_desktop.domain.richtext_normal import marks
from prestatie_desktop.domain.richtext_values import Run

MAX_COMPARISONS = 30_000_000
"""Most comparisons of two words that one stretch may take (about two seconds, in the very worst
case); a stretch that could take more is shown as wholly replaced."""

MIN_ALIKE = 0.4
"""Share of the characters that must be the same; below it the whole old and new text reads better."""

MIN_SAME = 3
"""Fewer letters and digits left the same between two changes are shown as changed with them."""

_WORD = re.compile(r"\w+(?:[-’'.,/]\w+)*|\s+|[^\w\s]")
_WORD_WITH_BLANK = re.compile(r"(?:\w+(?:[-’'.,/]\w+)*|[^\w\s])\s*|\s+")
_NOT_COUNTED = re.compile(r"[\W_]+")


class Change(StrEnum):
    """What happened to a stretch of text."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"
    FORMATTED = "formatted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a redline; `before` has the old marks where only marks changed."""

    run: Run
    change: Change
    before: Run | None = None

    @property
    def text(self) -> str:
        """Return the text of the stretch."""
        return self.run.text


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Text that is the same, and after it text that gives way to other text."""

    same: str
    deleted: str
    inserted: str

    @property
    def is_change(self) -> bool:
        return bool(self.deleted or self.inserted)


def words(text: str) -> list[str]:
    """Return the words, blanks and punctuation marks; numbers like 1.250,50 are one word."""
    return _WORD.findall(text)


def segments(old: Sequence[Run], new: Sequence[Run]) -> tuple[Segment, ...]:
    """Return the redline of one paragraph.

    Without the inserted segments it is the old text, without the deleted ones the new text.
    """
    old_text, new_text = ("".join(run.text for run in runs) for runs in (old, new))
    from_old, from_new = _Feed(old), _Feed(new)
    found: list[Segment] = []
    for hunk in _hunks(old_text, new_text):
        found += _compared(from_old.take(len(hunk.same)), from_new.take(len(hunk.same)))
        deleted = from_old.take(len(hunk.deleted))
        found += [Segment(run=run, change=Change.DELETED) for run in deleted]
        inserted = from_new.take(len(hunk.inserted))
        found += [Segment(run=run, change=Change.INSERTED) for run in inserted]
    return tuple(found)


def is_soon_compared(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether comparing these stays within MAX_COMPARISONS.

    Every match found may take one more look at all pieces and all pairs of equal pieces.
    """
    counted = Counter(new)
    pairs = sum(counted[piece] for piece in old)
    return (pairs + len(old)) * min(len(old), len(new)) <= MAX_COMPARISONS


def shared_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return how many pieces both begin with, and how many of the others both end with."""
    longest = min(len(old), len(new))
    start = next((at for at in range(longest) if old[at] != new[at]), longest)
    rest = longest - start
    end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return start, end


def _hunks(old: str, new: str) -> list[_Hunk]:
    hunks = _readable(list(_word_hunks(old, new)))
    return hunks if _is_alike(hunks, len(old) + len(new)) else [_Hunk("", old, new)]


def _is_alike(hunks: list[_Hunk], length: int) -> bool:
    """Return whether the reader is helped by marking the changes one by one."""
    same = "".join(hunk.same for hunk in hunks)
    changes = [hunk for hunk in hunks if hunk.is_change]
    if not any(hunk.deleted for hunk in changes) or not any(hunk.inserted for hunk in changes):
        return True
    is_one_change = len(changes) == 1 and _letters(same) >= MIN_SAME
    return is_one_change or 2 * len(same) >= MIN_ALIKE * length


def _word_hunks(old: str, new: str) -> Iterator[_Hunk]:
    ours, theirs = _WORD_WITH_BLANK.findall(old), _WORD_WITH_BLANK.findall(new)
    start, end = shared_ends(ours, theirs)
    yield _Hunk("".join(ours[:start]), "", "")
    old_middle, new_middle = ours[start : len(ours) - end], theirs[start : len(theirs) - end]
    if is_soon_compared(old_middle, new_middle):
        matcher = SequenceMatcher(None, old_middle, new_middle, autojunk=False)
        for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
            gone = "".join(old_middle[old_from:old_to])
            if kind == "equal":
                yield _Hunk(gone, "", "")
            else:
                yield from _trimmed(gone, "".join(new_middle[new_from:new_to]))
    else:
        yield from _trimmed("".join(old_middle), "".join(new_middle))
    yield _Hunk("".join(ours[len(ours) - end :]), "", "")


def _trimmed(old: str, new: str) -> Iterator[_Hunk]:
    """Yield the change without the words and blanks that both begin or end with."""
    ours, theirs = words(old), words(new)
    start, end = shared_ends(ours, theirs)
    deleted = "".join(ours[start : len(ours) - end])
    inserted = "".join(theirs[start : len(theirs) - end])
    yield _Hunk("".join(ours[:start]), deleted, inserted)
    yield _Hunk("".join(ours[len(ours) - end :]), "", "")


def _readable(hunks: list[_Hunk]) -> list[_Hunk]:
    """Join changes with nothing, or with too little to be worth reading, between them."""
    joined: list[_Hunk] = [_Hunk("", "", "")]
    same = ""
    for hunk in hunks:
        same += hunk.same
        if not hunk.is_change:
            continue
        last = joined[-1]
        if _is_confetti(last, hunk, same):
            deleted = last.deleted + same + hunk.deleted
            joined[-1] = _Hunk(last.same, deleted, last.inserted + same + hunk.inserted)
        else:
            joined.append(replace(hunk, same=same))
        same = ""
    return [*joined, _Hunk(same, "", "")]


def _is_confetti(last: _Hunk, hunk: _Hunk, same: str) -> bool:
    is_replaced = (last.deleted or hunk.deleted) and (last.inserted or hunk.inserted)
    return last.is_change and (not same or bool(is_replaced and _letters(same) < MIN_SAME))


def _letters(text: str) -> int:
    return len(_NOT_COUNTED.sub("", text))


def _compared(old: list[Run], new: list[Run]) -> Iterator[Segment]:
    """Yield the segments of equal text, apart where the marks are not equal."""
    from_old, from_new = _Feed(old), _Feed(new)
    while (length := min(from_old.at_hand, from_new.at_hand)) > 0:
        (before,), (after,) = from_old.take(length), from_new.take(length)
        if marks(before) == marks(after):
            yield Segment(run=after, change=Change.SAME)
        else:
            yield Segment(run=after, change=Change.FORMATTED, before=before)


class _Feed:
    """Gives runs out by number of characters."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._place = 0
        self._used = 0

    @property
    def at_hand(self) -> int:
        """How many characters the present run still has; 0 at the end."""
        if self._place == len(self._runs):
            return 0
        return len(self._runs[self._place].text) - self._used

    def take(self, length: int) -> list[Run]:
        taken: list[Run] = []
        while length > 0:
            run = self._runs[self._place]
            part = run.text[self._used : self._used + length]
            taken.append(replace(run, text=part))
            length -= len(part)
            self._used += len(part)
            if self._used == len(run.text):
                self._place, self._used = self._place + 1, 0
        return taken
