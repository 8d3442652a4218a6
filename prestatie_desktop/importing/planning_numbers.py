"""Numbers for what has none, or had one that is taken."""

from collections.abc import Iterable
from itertools import count

from prestatie_desktop.domain.numbering import number_key, one_more, same_number

_Key = tuple[tuple[int, int, str], ...]


class FreeNumbers:
    """Knows which numbers are taken, and gives out others."""

    def __init__(
        self,
        standing: Iterable[str],
        matched: Iterable[tuple[str, str]],
        wanted: Iterable[str],
        avoided: Iterable[str] = (),
    ) -> None:
        """`standing`: of what the source does not touch; `wanted`: of what is new in the source.

        `matched`: of what is put over something, the number there and the one in the source.
        `avoided` may be used twice, but not by what gets a number here.
        """
        moves = list(matched)
        by_wanted = {number_key(new): number_key(now) for now, new in moves if new}
        self._taken = {number_key(number) for number in standing}
        self._taken |= {number_key(now) for now, new in moves if not new}
        self._hold(by_wanted)
        self._wanted = {number_key(number) for number in (*(new for _, new in moves), *wanted)}
        self._wanted -= self._taken
        self._avoided = {number_key(number) for number in avoided}
        self._themes = map(str, count(1))

    def _hold(self, by_wanted: dict[_Key, _Key]) -> None:
        """What cannot have its new number keeps its own, which then nobody else can have."""
        pending: list[_Key] = list(self._taken)
        while pending:
            now = by_wanted.pop(pending.pop(), None)
            if now is not None and now not in self._taken:
                self._taken.add(now)
                pending.append(now)

    def over(self, now: str, new: str) -> str:
        """The number of what is matched: the one in the source, when that is free."""
        return now if not new or same_number(now, new) else self.of_source(new) or now

    def of_source(self, number: str) -> str:
        """The number in the source when it is free; "" when it is not."""
        key = number_key(number)
        if not key or key not in self._wanted:
            return ""
        self._wanted.discard(key)
        self._taken.add(key)
        return number

    def after(self, number: str) -> str:
        """The first free number after one."""
        while True:
            number = one_more(number)
            if self._take(number):
                return number

    def next_theme(self) -> str:
        """The first free number of a theme."""
        return next(number for number in self._themes if self._take(number))

    def _take(self, number: str) -> bool:
        key = number_key(number)
        if key in self._taken or key in self._wanted or key in self._avoided:
            return False
        self._taken.add(key)
        return True
