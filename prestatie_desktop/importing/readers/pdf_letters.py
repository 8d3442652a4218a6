"""What the letters and the fonts of a PDF mean."""

import re
import unicodedata
from functools import lru_cache

#: Stands for a letter of which the file does not say which it is.
UNKNOWN = "\ufffd"

_BOLD = re.compile(r"bold|black|heavy|demi(?!light)|[-,](bd|b|bi)\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|[-,](it|i|bi)\b", re.IGNORECASE)

# Where fonts of symbols (Symbol, Wingdings) keep their bullets, arrows and boxes.
_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "▫",
    "\uf076": "❖",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0e0": "→",
    "\uf06f": "□",
    "\uf06e": "■",
    "\uf06c": "●",
    "\uf02d": "–",
    "\uf0be": "–",
}


# What Wingdings shows for the letters that are in the text when its font says no better.
_WINGDINGS = {
    "§": "▪",
    "Ø": "➢",
    "v": "❖",
    "ü": "✓",
    "û": "✗",
    "þ": "☑",
    "x": "☒",
    "q": "❑",
    "o": "□",
    "¨": "□",
    "n": "■",
    "l": "●",
    "à": "→",
    "·": "•",
}


@lru_cache(maxsize=1_000)
def style(font: str) -> tuple[bool, bool]:
    """Whether a font is bold and italic, by its name: a PDF says it nowhere else."""
    name = font.split("+", 1)[-1]
    return bool(_BOLD.search(name)), bool(_ITALIC.search(name))


@lru_cache(maxsize=10_000)
def typed(text: str, font: str = "") -> str:
    """A letter as one types it: "ﬁ" is "fi", a sign of a font of symbols is a bullet."""
    if "wingdings" in font.lower() and text in _WINGDINGS:
        return _WINGDINGS[text]
    if text in _SYMBOLS:
        return _SYMBOLS[text]
    if len(text) == 1 and "\ufb00" <= text <= "\ufb06":
        return unicodedata.normalize("NFKC", text)
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\u00ad":
        return character
    if category in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    return "" if category in {"Cf", "Cs", "Cn"} else character
