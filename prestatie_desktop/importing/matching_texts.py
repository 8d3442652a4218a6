"""Which texts are alike, without comparing every one with every other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from rapidfuzz.distance import Indel

from prestatie_desktop.domain.richtext import plain
from prestatie_desktop.importing.matching_names import folded

#: The share of words, in their order, that two texts have in common from which they are proposed
#: as one text. A wording that was edited at the table keeps some 80 to 95 % of its words.
SIMILAR = 0.75
#: Below it two texts under one number are "wholly different". Texts that have nothing to do with
#: each other share 10 to 25 %: articles, "de gemeente", "de corporaties".
DIFFERENT = 0.35
#: From here a text is worth offering as another choice.
ALIKE = 0.5

#: A text is compared in full only with those that share its rarest words.
_RAREST = 8
_MOST_OF_A_WORD = 50
_MOST_COMPARED = 5
#: Beyond this many words the rest of a text no longer tells.
_MOST_WORDS = 2_000

Words = tuple[str, ...]


def words_of(html: str) -> Words:
    """The words of a rich text as they are compared."""
    return tuple(folded(plain(html)).split()[:_MOST_WORDS])


def likeness(one: Words, other: Words) -> float:
    """The share of words two texts have in common, in order: 0 to 1; nothing is like nothing."""
    if not one or not other:
        return 0.0
    return float(Indel.normalized_similarity(one, other))


class Likeness:
    """Texts that can be asked which of them are like another. Asking takes no look at most of them."""

    def __init__(self, texts: Sequence[Words]) -> None:
        self._texts = texts
        self._holders: dict[str, list[int]] = {}
        for place, words in enumerate(texts):
            for word in set(words):
                self._holders.setdefault(word, []).append(place)

    def like(self, words: Words, least: float) -> list[tuple[float, int]]:
        """The texts at least so alike, as (likeness, place), the most alike first."""
        found = ((likeness(words, self._texts[place]), place) for place in self._candidates(words))
        return sorted((one for one in found if one[0] >= least), key=lambda one: (-one[0], one[1]))

    def _candidates(self, words: Words) -> Iterable[int]:
        known = (word for word in set(words) if word in self._holders)
        rarest = sorted(known, key=lambda word: (len(self._holders[word]), word))[:_RAREST]
        shared = Counter(
            place
            for word in rarest
            for place in islice(self._holders[word], _MOST_OF_A_WORD)
        )  # fmt: skip
        return [place for place, _ in shared.most_common(_MOST_COMPARED)]
