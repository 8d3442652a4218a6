"""One change of a text, kept as the stretch that was replaced."""

from dataclasses import dataclass
from hashlib import sha256

_DIGEST_LENGTH = 16


class SpliceError(ValueError):
    """The splice was made for another text."""


@dataclass(frozen=True, slots=True)
class Splice:
    """At character `at`, `removed` gives way to `inserted`; `base` names the text before."""

    at: int
    removed: str
    inserted: str
    base: str


def digest(text: str) -> str:
    """Return a short name of exactly this text (16 hexadecimal digits of its SHA-256)."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_LENGTH]


def make(old: str, new: str) -> Splice:
    """Return the smallest single splice that turns `old` into `new`."""
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    removed = old[start : len(old) - end]
    return Splice(start, removed, new[start : len(new) - end], digest(old))


def apply(text: str, splice: Splice) -> str:
    """Return the text after the splice. Raises SpliceError if it was made for another text."""
    end = splice.at + len(splice.removed)
    if splice.at < 0 or text[splice.at : end] != splice.removed or splice.base != digest(text):
        raise SpliceError("the splice was made for another text")
    return text[: splice.at] + splice.inserted + text[end:]


def inverse(splice: Splice, old: str) -> Splice:
    """Return the splice that gives `old` back. Raises SpliceError if `old` is not its text."""
    return Splice(splice.at, splice.inserted, splice.removed, digest(apply(old, splice)))


def _shared(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
