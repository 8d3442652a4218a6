"""Names of municipalities in running text: where the name after "gemeente" ends."""

import re
from collections import Counter
from collections.abc import Iterable

from prestatie_desktop.importing.recognising.party_words import generic, is_actor, is_tenants

_GIVEN = re.compile(
    r"(?<!\w)[Gg]emeente[ \u00a0]+((?:['’]s-|['’]t )?[A-Z](?:(?!\b[Gg]emeente\b)[^\n.,;:()/<>])*)"
)
_ARTICLES = frozenset({"De", "Den", "Het", "Ter", "'t", "’t"})
_PARTICLES = frozenset({"aan", "op", "den", "de", "bij", "ter", "in", "het", "en", "onder", "van"})
_WORD = re.compile(r"[\w'’\-]+")
_USUAL = 0.8
#: "Gemeente Dal en Duin" is one name when it comes back; once it may be two.
_TWICE = 2
_LONGEST = 5


def municipality_names(texts: Iterable[str]) -> Counter[str]:
    """Every "Gemeente X" in some texts and how often it is named."""
    tails = [
        tuple(found[1].split()[:_LONGEST]) for text in texts for found in _GIVEN.finditer(text)
    ]
    followers: Counter[tuple[str, ...]] = Counter()
    for tail in tails:
        for length in range(1, len(tail) + 1):
            followers[tail[:length]] += 1
    return Counter(f"Gemeente {_name(tail, followers)}" for tail in tails)


def _name(tail: tuple[str, ...], followers: Counter[tuple[str, ...]]) -> str:
    length = 2 if tail[0] in _ARTICLES and len(tail) > 1 else 1
    while length < len(tail):
        word = tail[length]
        if word in _PARTICLES:
            further = length + 1
            while further < len(tail) and tail[further] in _PARTICLES:
                further += 1
            if further >= len(tail) or not tail[further][0].isupper():
                break
            if word == "en" and followers[tail[: further + 1]] < _TWICE:
                break
            if followers[tail[: further + 1]] < followers[tail[:length]] * _USUAL:
                break
            length = further + 1
            continue
        if not _WORD.fullmatch(word) or not word[0].isupper() or _is_party_word(word):
            break
        often = followers[tail[:length]] > 1
        if not often or followers[tail[: length + 1]] < followers[tail[:length]] * _USUAL:
            break
        length += 1
    return " ".join(tail[:length])


def _is_party_word(word: str) -> bool:
    return generic(word) is not None or is_tenants(word) or is_actor(word)
