"""Long work that somebody watches: how far it is, and whether to stop."""

from collections.abc import Callable


class StoppedError(Exception):
    """The person who watched asked to stop; nothing was done."""


class Watch:
    """Tells how far the work is and ends it when somebody asks."""

    def __init__(
        self,
        tell: Callable[[str, int, int], None] = lambda _text, _done, _total: None,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._tell = tell
        self._is_stopped = is_stopped

    def at(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say how far; a `total` of 0 means nobody knows. Raises StoppedError when asked to stop."""
        if self._is_stopped():
            raise StoppedError
        self._tell(text, done, total)


UNWATCHED = Watch()
