"""Order without renumbering: a rank key sorts as text and always has room before and after it."""

from collections.abc import Iterator

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def between(before: str, after: str) -> str:
    """A key that sorts after `before` and before `after`; "" stands for an open end.

    Raises ValueError when `before` does not sort before `after`, or `after` ends in 0.
    """
    if after and (before >= after or after.endswith(_DIGITS[0])):
        raise ValueError(f"there is no room between {before!r} and {after!r}")
    return _middle(before, after) if after or not before else _next(before)


def _middle(before: str, after: str) -> str:
    key = ""
    position = 0
    bounded = bool(after)
    while True:
        low = _DIGITS.index(before[position]) if position < len(before) else 0
        high = _DIGITS.index(after[position]) if bounded else _BASE
        middle = (low + high) // 2
        if middle > low:
            return key + _DIGITS[middle]
        key += _DIGITS[low]
        bounded = bounded and low == high
        position += 1


def _next(before: str) -> str:
    """One further at the open end, where most things are added: keys grow with the logarithm.

    After the leading z's of a key comes a number, of twice as many digits as there are z's.
    """
    top = len(before) - len(before.lstrip(_DIGITS[-1]))
    width = 2 * top or 1
    number = int(before[top : top + width].ljust(width, _DIGITS[0]), _BASE) + 1
    if number % _BASE == 0:
        number += 1
    return _DIGITS[-1] * top + _digits(number, width)


def spread(count: int) -> Iterator[str]:
    """Keys for a whole list at once, far apart."""
    width = 1
    while _BASE**width < (count + 1) * 2:
        width += 1
    step = _BASE**width // (count + 1)
    for index in range(1, count + 1):
        # A key never ends in 0: nothing would fit before it.
        yield _digits(index * step, width).rstrip(_DIGITS[0])


def _digits(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits
