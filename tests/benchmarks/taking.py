"""Taking times: in turns, so that a busy moment hits both sides."""

import gc
from collections.abc import Callable
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


def milliseconds(action: Callable[..., object], *args: object) -> float:
    """How long an action takes; what was garbage before is not its burden."""
    gc.collect()
    began = perf_counter()
    action(*args)
    return (perf_counter() - began) * 1000


def in_turns(
    times: int, ours: Callable[[], T], theirs: Callable[[], float]
) -> tuple[list[T], list[float]]:
    """What both say they took, so many times, one after the other."""
    taken = [(ours(), theirs()) for _ in range(times)]
    return [one for one, _ in taken], [other for _, other in taken]
