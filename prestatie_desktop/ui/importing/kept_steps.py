"""What was decided about documents that were opened before in this session of the program.

Who closes the assistant and opens the same document again goes on where he was.
"""

from collections.abc import Hashable
from pathlib import Path

from prestatie_desktop.ui.importing.decision_steps import DecisionSteps

_kept: dict[Hashable, DecisionSteps] = {}
_MOST = 50


def file_key(path: Path) -> Hashable:
    """Names a file as it is now: one that was changed is another one. None when it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return str(path.resolve()), found.st_mtime_ns, found.st_size


def text_key(*texts: str | None) -> Hashable:
    """Names what was copied."""
    return ("", *(hash(text) for text in texts))


def steps_for(key: Hashable) -> DecisionSteps | None:
    """What was decided about this document; None for nothing."""
    return _kept.get(key)


def keep_steps(key: Hashable, steps: DecisionSteps) -> None:
    """Remember what is decided from now on."""
    if key is None:
        return
    _kept.pop(key, None)
    _kept[key] = steps
    while len(_kept) > _MOST:
        del _kept[next(iter(_kept))]


def forget_steps(key: Hashable) -> None:
    """It is imported: the next time begins anew."""
    _kept.pop(key, None)
