"""Opening and searching a dossier as it grows."""

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from prestatie_desktop.domain.search import SearchIndex
from prestatie_desktop.journal.session import Session
from prestatie_desktop.storage.opening import open_dossier
from tests.benchmarks.dossiers import AUTHOR, repeated_file
from tests.benchmarks.table import Line
from tests.benchmarks.taking import milliseconds

#: A word that stands in some agreements, one that stands in most, and one that stands nowhere.
_WORDS = ("nieuwbouw", "corporatie", "luchtkasteel")

SIZES = (1, 10, 100, 1000)

_repeated = cache(repeated_file)


def opening(folder: Path, repeats: int, sizes: tuple[int, ...]) -> Iterator[Line]:
    """Looking at the file, reading it and having a session on it."""
    first: list[float] = []
    for size in sizes:
        path = _repeated(folder, size)
        times = [milliseconds(_open, path) for _ in range(repeats)]
        first = first or times
        yield _grown(f"open: {size}× the example", times, first)


def finding(folder: Path, repeats: int, sizes: tuple[int, ...]) -> Iterator[Line]:
    """The first search, which reads everything, and the next ones."""
    first: list[float] = []
    next_first: list[float] = []
    for size in sizes:
        with closing(open_dossier(_repeated(folder, size))) as store:
            dossier = store.load()
        indexes = [SearchIndex(dossier) for _ in range(repeats)]
        times = [milliseconds(index.find, _WORDS[0]) for index in indexes]
        nexts = [milliseconds(indexes[0].find, word) for word in _WORDS * repeats]
        first, next_first = first or times, next_first or nexts
        yield _grown(f"find: first, {size}× the example", times, first)
        yield _grown(f"find: next, {size}× the example", nexts, next_first)


def _grown(what: str, times: list[float], first: list[float]) -> Line:
    against = "" if times is first else "the smallest"
    return Line(what=what, ours=times, against=against, theirs=first if against else ())


def _open(path: Path) -> None:
    with closing(open_dossier(path)) as store:
        Session(store, AUTHOR)
