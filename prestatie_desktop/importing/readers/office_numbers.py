"""How the numbers of lists are written: 3, c, III."""

from dataclasses import dataclass

from prestatie_desktop.domain.richtext import ListKind

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
# Beyond these a number in letters is as good as unreadable, and as long as somebody likes.
_MOST_ROMAN = 3999
_MOST_LETTERS = 780


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands before a paragraph: a bullet, or a number as it is printed."""

    label: str = ""
    #: Of a bullet and of a number that names nothing but itself ("3.", "c)").
    list_kind: ListKind | None = None
    level: int = 0
    number: int | None = None


def roman(number: int) -> str:
    """In Roman figures: 4 is iv."""
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for value, figure in _ROMAN:
        count, number = divmod(number, value)
        text += figure * count
    return text


def doubled_letters(number: int) -> str:
    """As Word counts in letters: 1 is a, 26 is z, 27 is aa, 28 is bb."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)
