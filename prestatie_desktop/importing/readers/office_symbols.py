"""Signs from the symbol fonts of office programs, as characters that every font has."""

_WINGDINGS = {
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "□",
    0x72: "□",
    0x74: "◆",
    0x75: "◆",
    0x76: "❖",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xB7: "•",
    0xD8: "➢",
    0xDC: "➔",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE7: "←",
    0xE8: "→",
    0xE9: "↑",
    0xEA: "↓",
    0xEF: "⇦",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_SYMBOL = {
    0x2D: "−",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD7: "·",
    0xDE: "⇒",
    0xE5: "∑",
}
_WINGDINGS_3 = {0x22: "↑", 0x67: "→", 0x7D: "▶", 0x84: "▶", 0x74: "▶", 0x75: "▶"}

# Fonts of symbols keep their signs here, wherever the font itself is not known.
_PRIVATE = range(0xF020, 0xF100)
_ANYWHERE = {
    **dict.fromkeys(_PRIVATE, "•"),
    **{0xF000 + code: sign for code, sign in _SYMBOL.items()},
    **{0xF000 + code: sign for code, sign in _WINGDINGS.items()},
}


def legible(text: str) -> str:
    """The text with signs of symbol fonts replaced by what they look like."""
    return text if text.isascii() else text.translate(_ANYWHERE)


def symbol(font: str, code: int) -> str:
    """One sign of a font; a bullet when nobody knows what it looks like."""
    low = code - 0xF000 if code in _PRIVATE else code
    lowered = font.lower()
    if lowered.startswith("wingdings 3"):
        return _WINGDINGS_3.get(low, "•")
    if lowered.startswith("wingdings"):
        return _WINGDINGS.get(low, "•")
    if lowered == "symbol":
        return _SYMBOL.get(low, "•")
    return "•" if code in _PRIVATE or not _is_text(code) else chr(code)


def _is_text(code: int) -> bool:
    return 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000
