"""Which spellings may stand for one party. Proposed and shown, never merged in silence."""

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import DamerauLevenshtein

from prestatie_desktop.importing.reading import Spelling
from prestatie_desktop.importing.recognising.party_words import (
    has_legal_form,
    is_tenants,
    without_legal_form,
)
from prestatie_desktop.importing.recognising.vocabulary import fold

#: In words shorter than this one letter makes another name.
_LONG_WORD = 6


def proposals(counts: Mapping[str, int], decided: Mapping[str, str]) -> tuple[Spelling, ...]:
    """For each rarer spelling the more usual name it may stand for; what was decided goes first."""
    usual = sorted(counts, key=lambda name: (has_legal_form(name), -counts[name], -len(name), name))
    found: dict[str, Spelling] = {}
    for place, written in enumerate(usual):
        if written in decided:
            continue
        alike = [
            name
            for name in usual
            if name not in found and name != written and is_tenants(name) == is_tenants(written)
        ]
        before = [name for name in usual[:place] if name not in found]
        proposal = _same(written, before) or _shortened(written, alike)
        if proposal is not None:
            found[written] = proposal
    return tuple(found[name] for name in usual if name in found)


def _same(written: str, names: Iterable[str]) -> Spelling | None:
    core = without_legal_form(written)
    for name in names:
        if core and core == without_legal_form(name) and is_tenants(name) == is_tenants(written):
            return Spelling(written=written, stands_for=name, reason="legal_form")
    for name in names:
        if is_typing_error(written, name):
            return Spelling(written=written, stands_for=name, reason="typing_error")
    for name in names:
        if is_acronym(written, name):
            return Spelling(written=written, stands_for=name, reason="acronym")
    return None


def _shortened(written: str, names: Iterable[str]) -> Spelling | None:
    """A name of which only the beginning is written, when it is the beginning of one name only."""
    words = without_legal_form(written).split()
    longer = [
        name
        for name in names
        if (other := without_legal_form(name).split())[: len(words)] == words
        and len(other) > len(words)
        and words
    ]
    if len(longer) == 1 and fold(written).split()[0] not in ("gemeente", "huurders"):
        return Spelling(written=written, stands_for=longer[0], reason="shortened")
    return None


def is_typing_error(written: str, name: str) -> bool:
    """Whether one differs from the other by a slip of the pen in one long word."""
    ours, theirs = fold(written).split(), fold(name).split()
    if len(ours) != len(theirs) or ours == theirs:
        return False
    slips = 0
    for one, other in zip(ours, theirs, strict=True):
        if one == other:
            continue
        if min(len(one), len(other)) < _LONG_WORD or one[0] != other[0]:
            return False
        allowed = 1 if min(len(one), len(other)) < 2 * _LONG_WORD else 2
        if DamerauLevenshtein.distance(one, other, score_cutoff=allowed) > allowed:
            return False
        slips += 1
    return slips == 1


def is_acronym(written: str, name: str) -> bool:
    """Whether it is made of the first letters of a name: HWZ of Huurdersvereniging Wonen Zuid."""
    letters = written.replace(".", "")
    words = fold(name).split()
    return (
        len(letters) > 1
        and letters.isupper()
        and len(words) == len(letters)
        and "".join(word[0] for word in words) == letters.casefold()
    )
