"""Words that were broken at the end of a line: with a hyphen, or just because a cell was narrow."""

import re
from collections.abc import Iterable
from itertools import chain

from prestatie_desktop.importing.readers.pdf_line_ends import BREAK, SOFT

_HYPHENATED = re.compile(rf"[\w{SOFT}]+(?:[-{SOFT}]\w+)+")
_BROKEN = re.compile(rf"\w+(?:{BREAK}\w+)+")
_WORD = re.compile(r"\w+")
# What is written with a hyphen wherever the line ends.
_BEFORE_A_HYPHEN = {"directeur", "sociaal", "niet", "vice", "oud", "ex", "non", "semi", "adjunct"}
# A program that breaks words does so at one line in ten: in more words than this.
_BREAKS_WORDS = 0.0025


class Hyphens:
    """Knows from the rest of the document how words are written."""

    def __init__(self, texts: Iterable[str]) -> None:
        whole, broken = 0, 0
        words: set[str] = set()
        hyphenated: set[str] = set()
        for token in chain.from_iterable(text.split() for text in texts):
            whole += 1
            broken += SOFT in token
            if SOFT in token or BREAK in token:
                continue
            words.update(_WORD.findall(token.lower()))
            hyphenated.update(_HYPHENATED.findall(token.lower()))
        self._words, self._hyphenated = words, hyphenated
        self._breaks_words = broken > _BREAKS_WORDS * whole

    def settled(self, text: str) -> str:
        """The text with its broken words whole: each hyphen kept or dropped."""
        if BREAK in text:
            text = _BROKEN.sub(self._closed, text).replace(BREAK, " ")
        if SOFT in text:
            text = _HYPHENATED.sub(self._kept_or_dropped, text).replace(SOFT, "")
        return text

    def _closed(self, found: re.Match[str]) -> str:
        parts = found[0].split(BREAK)
        whole = "".join(parts)
        if whole.lower() in self._words:
            return whole
        return " ".join(parts) if parts[0].lower() in self._words else whole

    def _kept_or_dropped(self, found: re.Match[str]) -> str:
        kept, dropped = found[0].replace(SOFT, "-"), found[0].replace(SOFT, "")
        if kept.lower() in self._hyphenated or found[0].split(SOFT)[0].lower() in _BEFORE_A_HYPHEN:
            return kept
        if self._breaks_words or dropped.lower() in self._words:
            return dropped
        return kept
