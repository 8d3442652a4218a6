"""What was decided about files that were opened before in this session of the program.

Who closes the assistant and opens the same file again goes on where he was.
"""

from pathlib import Path

from prestatie_desktop.ui.importing.decision_steps import DecisionSteps

#: A file that was changed is another one.
_Key = tuple[str, int, int]
_kept: dict[_Key, DecisionSteps] = {}
_MOST = 50


def steps_for(path: Path) -> DecisionSteps | None:
    """What was decided about this file as it is now; None for nothing."""
    key = _key(path)
    return _kept.get(key) if key else None


def keep_steps(path: Path, steps: DecisionSteps) -> None:
    """Remember what is decided from now on."""
    key = _key(path)
    if key:
        _kept.pop(key, None)
        _kept[key] = steps
        while len(_kept) > _MOST:
            del _kept[next(iter(_kept))]


def forget_steps(path: Path) -> None:
    """It is imported: the next time begins anew."""
    key = _key(path)
    if key:
        _kept.pop(key, None)


def _key(path: Path) -> _Key | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return str(path.resolve()), found.st_mtime_ns, found.st_size
