"""Hyphens at the end of a line: which broke a word, and which belong to it."""

import re
from collections.abc import Iterable

from prestatie_desktop.importing.readers.pdf_paragraphs import SOFT

_WORD = re.compile(rf"[\w{SOFT}]+(?:[-{SOFT}]\w+)+")


class Hyphens:
    """Knows from the rest of the document how words are written."""

    def __init__(self, texts: Iterable[str]) -> None:
        found = (word.lower() for text in texts for word in _WORD.findall(text))
        self._hyphenated = frozenset(word for word in found if SOFT not in word)

    def settled(self, text: str) -> str:
        """The text with each hyphen that may have broken a word kept or dropped."""
        return _WORD.sub(self._settle, text).replace(SOFT, "") if SOFT in text else text

    def _settle(self, found: re.Match[str]) -> str:
        whole = found[0].replace(SOFT, "-")
        return whole if whole.lower() in self._hyphenated else found[0].replace(SOFT, "")
