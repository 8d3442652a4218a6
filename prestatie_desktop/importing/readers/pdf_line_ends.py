"""The ends of lines: words that were broken there, and what stands between two lines."""

from prestatie_desktop.importing.readers.pdf_lines import Line, Word

#: A hyphen at the end of a line that may only be there to break a word.
SOFT = "\u00ad"
#: Between two lines of a cell that may be too narrow for a word: whether they are one is not known.
BREAK = "\u200b"
#: How sentences end, and what goes before a list.
SENTENCE_ENDS = (".", ":", ";", "!", "?")

_HYPHENS = ("-", "\u2010", SOFT)
# After these a hyphen at the end of a line is one that stays: "sociaal- en maatschappelijk".
_AFTER_A_HYPHEN = {"en", "of", "en/of", "dan", "noch", "respectievelijk", "tot"}
_NEVER_FIRST = frozenset(".,;:!?)%")
# How wide a letter is at most that did not fit, in its height.
_LETTER = 0.85


def is_broken(line: Line) -> bool:
    """Whether it ends in the middle of a word."""
    return len(line.text) > 1 and line.text.endswith(_HYPHENS) and line.text[-2].isalnum()


def join(words: list[Word], place: int, last: Line, line: Line, right: float) -> str:
    """What stands between the last word of a line and the first of the next.

    `words` are those of the whole paragraph, of which `place` are before the next line. A hyphen
    that may only break a word becomes `SOFT` in them.
    """
    text, following = words[place - 1].text, line.words[0].text
    if (text.endswith("/") and len(text) > 1) or following[0] in _NEVER_FIRST:
        return ""
    if not is_broken(last) or following.lower().strip(",;") in _AFTER_A_HYPHEN:
        return BREAK if is_full(last, right) and breaks_word(text, following) else " "
    if text.endswith(SOFT) or _has_hyphen_to_break(text[:-1], following):
        _soften(words, place)
    return ""


def is_full(line: Line, right: float) -> bool:
    """Whether it is a single word, with no room for another letter."""
    return len(line.words) == 1 and line.x1 > right - _LETTER * line.size


def breaks_word(before: str, following: str) -> bool:
    """Whether a word may go on: small letters on both sides, and no "e.o."."""
    is_abbreviation = following[1:2] == "." and len(following) > 2
    return before[-1].islower() and following[0].islower() and not is_abbreviation


def _has_hyphen_to_break(before: str, following: str) -> bool:
    return len(before) > 1 and before[-1].islower() and following[0].islower()


def _soften(words: list[Word], place: int) -> None:
    last = words[place - 1]
    hyphen = last.glyphs[-1]._replace(text=SOFT)
    words[place - 1] = Word([*last.glyphs[:-1], hyphen], last.levels)
