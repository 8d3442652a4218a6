"""The typeface of paper and screen, and which characters it can show."""

import unicodedata
from functools import lru_cache
from typing import Any

REGULAR = "SourceSans"
ITALIC = "SourceSans-It"
SEMIBOLD = "SourceSans-Sb"
SEMIBOLD_ITALIC = "SourceSans-SbIt"

MISSING = "☐"
"""Stands where the typeface has no picture of a character: seen, never silently gone."""

_FILES = {
    REGULAR: "SourceSansPro-Regular.ttf",
    ITALIC: "SourceSansPro-It.ttf",
    SEMIBOLD: "SourceSansPro-Semibold.ttf",
    SEMIBOLD_ITALIC: "SourceSansPro-SemiboldIt.ttf",
}


def named(*, bold: bool = False, italic: bool = False) -> str:
    """The font for text that is bold, italic, both or neither."""
    if bold:
        return SEMIBOLD_ITALIC if italic else SEMIBOLD
    return ITALIC if italic else REGULAR


@lru_cache(maxsize=1)
def register() -> None:
    """Make the fonts known to reportlab, once."""
    from importlib.resources import files

    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = files("font_source_sans_pro") / "files"
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))


class _Printable(dict[int, str]):
    """For `str.translate`: what each character becomes in one font, worked out when first met."""

    def __init__(self, known: frozenset[int]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, code: int) -> str:
        self[code] = shown = self._shown(code)
        return shown

    def _shown(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if character == "\n":
            return character
        if character in "\t\v\f\r\u2028\u2029":
            return " "
        if category in {"Cc", "Cf"}:
            return ""
        if code in self._known:
            return character
        return self._replaced(character, category)

    def _replaced(self, character: str, category: str) -> str:
        """The same in other characters (ﬁ is fi), or what shows that something is missing."""
        replaced = unicodedata.normalize("NFKC", character).replace("\u2010", "-")
        if replaced != character and all(ord(part) in self._known for part in replaced):
            return replaced
        if category in {"Mn", "Me"}:
            return ""
        return " " if category == "Zs" else MISSING


@lru_cache(maxsize=8)
def _table(font: str) -> _Printable:
    from reportlab.pdfbase import pdfmetrics

    register()
    face: Any = pdfmetrics.getFont(font)
    return _Printable(frozenset(face.face.charToGlyph))


def printable(text: str, font: str = REGULAR) -> str:
    """The text as this font can print it: no control characters, the missing visibly replaced."""
    return unicodedata.normalize("NFC", text).translate(_table(font))


def plain_line(text: str) -> str:
    """One line without control characters, for titles and outlines, which are no drawn text."""
    spaced = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text)
    whole = "".join(MISSING if unicodedata.category(c) == "Cs" else c for c in spaced)
    return " ".join(whole.split())
