"""Where a Dutch word may be broken at the end of a line."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

FEWEST_LETTERS = 3
"""Letters that must stay together on either side of the break."""


@lru_cache(maxsize=1)
def _patterns() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL", left=FEWEST_LETTERS, right=FEWEST_LETTERS)


@lru_cache(maxsize=20_000)
def _pairs(word: str) -> tuple[tuple[str, str], ...]:
    return tuple(_patterns().iterate(word))


def pairs(word: str) -> Iterator[tuple[str, str]]:
    """Every way to break a word in two, the longest first half first."""
    return iter(_pairs(word))
