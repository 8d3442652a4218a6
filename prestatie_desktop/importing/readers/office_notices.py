"""What a reader of text documents had to leave behind, told in sentences."""

from collections import Counter
from enum import Enum


class Unread(Enum):
    """Something without text that can be taken over: the sentence for one, and for more."""

    PICTURE = (
        "Een afbeelding is niet gelezen: tekst die alleen daarin staat, komt niet mee.",
        "{} afbeeldingen zijn niet gelezen: tekst die alleen daarin staat, komt niet mee.",
    )
    OBJECT = (
        "Een grafiek of ingesloten bestand is niet gelezen.",
        "{} grafieken of ingesloten bestanden zijn niet gelezen.",
    )
    HIDDEN = (
        "Een stuk verborgen tekst is niet ingelezen.",
        "{} stukken verborgen tekst zijn niet ingelezen.",
    )


class Notices:
    """Counts what was left behind."""

    def __init__(self) -> None:
        self._counts: Counter[Unread] = Counter()

    def count(self, what: Unread) -> None:
        """One more of these."""
        self._counts[what] += 1

    def sentences(self) -> tuple[str, ...]:
        """One sentence for each sort that occurred."""
        return tuple(_sentence(what, self._counts[what]) for what in Unread if self._counts[what])


def _sentence(what: Unread, count: int) -> str:
    one, more = what.value
    return one if count == 1 else more.format(count)
