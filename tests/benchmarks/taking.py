"""Taking times: in turns, so that a busy moment hits both sides."""

import gc
from collections.abc import Callable
from time import perf_counter


def milliseconds(action: Callable[[], object]) -> float:
    """How long an action takes; what was garbage before is not its burden."""
    gc.collect()
    began = perf_counter()
    action()
    return (perf_counter() - began) * 1000


def in_turns(times: int, *actions: Callable[[], float]) -> tuple[list[float], ...]:
    """The times that each action says it took, so many of each, one after the other."""
    taken: tuple[list[float], ...] = tuple([] for _ in actions)
    for _ in range(times):
        for action, kept in zip(actions, taken, strict=True):
            kept.append(action())
    return taken
