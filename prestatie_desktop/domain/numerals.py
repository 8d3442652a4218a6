"""How numbers are spelled in Dutch documents: `1.581`, `7,5`, `1,5 mln`, and what only looks like one."""

import re
import unicodedata
from decimal import Decimal

MAX_LENGTH = 300
"""A longer text is a story, not a number."""

MAX_DIGITS = 15

NUMBER = (
    r"(?<![\w^/.,])(?<![^\W\d_]-)"
    r"(?:[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
    r"(?![\w^/]|[.,]\d)"
)
"""Not glued to letters (`BAT-0`, `46c`), powers (`10^400`), fractions (`3/7`) or other digits."""

ORDINAL = r"(?<![\w.,])\d{1,2}(?:e|o|ste|de| e| o)(?!\w)"
"""`1e`, `2de`, and `1 e` or `1 o` where a superscript was flattened."""

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_MARKS = str.maketrans(
    {
        **dict.fromkeys(_INVISIBLE, ""),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("º°ᵉ", "e"),
        **dict.fromkeys("~≈±", " circa "),
        "≥": ">=",
        "≤": "<=",
        "’": "'",
    }
)
_GROUPED_BY_SPACE = re.compile("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_GROUPED_BY_DOT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_BY_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")


def fold(raw: str) -> str | None:
    """The text in one case, with one kind of space and dash; None when it cannot hold a number.

    That is: too long, or with characters that do not show what they are (controls, text that
    changes direction, digits of other scripts).
    """
    if len(raw) > MAX_LENGTH or not all(map(_is_plain, raw)):
        return None
    text = _GROUPED_BY_SPACE.sub("", raw).translate(_MARKS).casefold()
    return " ".join(text.split())


def possible_values(numeral: str) -> tuple[Decimal, ...]:
    """What a numeral can mean, the Dutch meaning first.

    `1,581` has two meanings, because spreadsheets in English group thousands with a comma. A
    numeral too long to be meant has none.
    """
    if sum(map(str.isdigit, numeral)) > MAX_DIGITS:
        return ()
    if _GROUPED_BY_DOT.fullmatch(numeral):
        return (Decimal(numeral.replace(".", "").replace(",", ".")),)
    dutch = Decimal(numeral.replace(",", "."))
    if _GROUPED_BY_COMMA.fullmatch(numeral):
        return dutch, Decimal(numeral.replace(",", ""))
    return (dutch,)


def _is_plain(character: str) -> bool:
    if character.isascii():
        return character.isprintable() or character.isspace()
    if character in _INVISIBLE:
        return True
    return not character.isnumeric() and unicodedata.category(character)[0] != "C"
