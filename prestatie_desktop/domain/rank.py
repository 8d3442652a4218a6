"""Order without renumbering: a rank key sorts as text and always has room before and after it."""

from collections.abc import Iterator

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def between(before: str, after: str) -> str:
    """A key that sorts after `before` and before `after`; "" stands for an open end.

    Raises ValueError when `before` does not sort before `after`.
    """
    if after and before >= after:
        raise ValueError(f"{before!r} does not sort before {after!r}")
    key = ""
    position = 0
    bounded = bool(after)
    while True:
        low = _DIGITS.index(before[position]) if position < len(before) else 0
        high = _DIGITS.index(after[position]) if bounded and position < len(after) else _BASE
        middle = (low + high) // 2
        if middle > low:
            return key + _DIGITS[middle]
        key += _DIGITS[low]
        bounded = bounded and low == high
        position += 1


def spread(count: int) -> Iterator[str]:
    """Keys for a whole list at once, of equal length and far apart."""
    width = 1
    while _BASE**width < (count + 1) * 2:
        width += 1
    step = _BASE**width // (count + 1)
    for index in range(1, count + 1):
        yield _text(index * step, width)


def _text(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits.append(_DIGITS[digit])
    # A key never ends in 0: nothing would fit before it.
    return "".join(reversed(digits)).rstrip("0") or _DIGITS[1]
