"""The names of accessibility and price classes as documents write them, as one pattern."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.numerals import ORDINAL, fold

_ORDINAL = re.compile(ORDINAL)
_NUMBERED = re.compile(r"(.*[^\W\d_])[ .-]*(\d)")
_WORD = re.compile(r"[^\W_]+")
_LONG_WORD = 8
_EXTENSIBLE_WORD = 5
_NO_NAME = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassNames:
    """Recognises the classes of one list; `order` holds their keys, lowest first."""

    order: tuple[str, ...]
    numbered: dict[str, dict[int, str]]
    named: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    pattern: str

    def keys(self, match: re.Match[str]) -> frozenset[str]:
        """The classes a match of `pattern` names; empty when a number is not in the list."""
        if match["stem"]:
            return self._numbered_keys(match)
        return next(keys for name, keys in self.named if name.fullmatch(match["name"]))

    def between(self, keys: Iterable[str]) -> frozenset[str]:
        """These classes and all that lie between the lowest and the highest of them."""
        places = sorted(map(self.order.index, keys))
        return frozenset(self.order[places[0] : places[-1] + 1])

    def sorted(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The keys in the order of the list."""
        return tuple(sorted(keys, key=self.order.index))

    def _numbered_keys(self, match: re.Match[str]) -> frozenset[str]:
        scale = self.numbered[match["stem"]]
        ends = [int(match["low"]), int(match["high"] or match["low"])]
        if not set(ends) <= scale.keys():
            return frozenset()
        if match["up"] or match["least"]:
            ends.append(max(scale))
        if match["or"]:
            return frozenset(scale[number] for number in ends)
        return frozenset(scale[number] for number in scale if min(ends) <= number <= max(ends))


def flatten_ordinals(text: str) -> str:
    """Write `1ste`, `1 o` and `1º` all as `1e`."""
    return _ORDINAL.sub(lambda match: re.sub(r"\D", "", match[0]) + "e", text)


@lru_cache(maxsize=32)
def class_names(classes: tuple[Choice, ...]) -> ClassNames:
    """Everything the labels and aliases of a list can recognise."""
    numbered: dict[str, dict[int, str]] = defaultdict(dict)
    named: dict[str, set[str]] = defaultdict(set)
    for choice in classes:
        for spelling in (choice.label, *choice.aliases):
            folded = flatten_ordinals(fold(spelling) or "")
            if match := _NUMBERED.fullmatch(folded):
                numbered[match[1]][int(match[2])] = choice.key
            elif _WORD.search(folded):
                named[folded].add(choice.key)
    for stem, scale in numbered.items():
        # "Betaalbaar" alone is one of its numbered classes; a stem of all classes says nothing.
        if 1 < len(scale) < len(classes):
            named[stem] |= set(scale.values())
    names = sorted(named, key=len, reverse=True)
    return ClassNames(
        order=tuple(choice.key for choice in classes),
        numbered=dict(numbered),
        named=tuple((re.compile(_spelling(name)), frozenset(named[name])) for name in names),
        pattern=_pattern(list(numbered), names),
    )


def _pattern(stems: Sequence[str], names: Sequence[str]) -> str:
    stem = _any_of(re.escape(each) for each in sorted(stems, key=len, reverse=True))
    return (
        rf"(?:(?P<least>minimaal|min\.?|ten ?minste|vanaf) )?(?<!\w)(?:(?P<stem>{stem})[ .-]*"
        rf"(?P<low>\d)(?!\d)(?: ?(?:(?P<or>/)|-|à|t/m|tot(?: en met)?) ?"
        rf"(?:(?:{stem})[ .-]*)?(?P<high>\d)(?!\d)(?! ?(?:{stem})))?"
        r"(?P<up> ?\+| (?:of|en) (?:hoger|meer|beter))?"
        rf"|(?P<name>{_any_of(map(_spelling, names))}))(?!\w)"
    )


def _any_of(patterns: Iterable[str]) -> str:
    return "|".join(patterns) or _NO_NAME


def _spelling(name: str) -> str:
    words = _WORD.findall(name)
    pattern = r"[\s.,/()-]*".join(map(_word, words))
    if len(words[-1]) >= _EXTENSIBLE_WORD:
        # "1e aftop" also stands for "1e aftoppingsgrens" and "1e aftop. grens".
        pattern += r"[^\W\d_]*(?:[.,]? ?grens)?"
    return pattern


def _word(word: str) -> str:
    # A narrow column breaks long words: "libera lisatiegrens".
    return ("(?:- ?| )?" if len(word) >= _LONG_WORD else "").join(map(re.escape, word))
