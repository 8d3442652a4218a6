"""Where a name stands in a source."""

import re
from collections.abc import Sequence
from itertools import islice

from prestatie_desktop.importing.source import Source

#: A name on every row of a long sheet is found often enough.
_MOST = 2_000


def mentions(source: Source, names: Sequence[str]) -> tuple[int, ...]:
    """The keys of the pieces in which one of these names stands as a word, in order."""
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    if not words:
        return ()
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    found = (piece.key for piece in source.pieces() if pattern.search(piece.text))
    return tuple(islice(found, _MOST))
