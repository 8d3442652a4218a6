"""Which agreement of the dossier an agreement of the source is.

First by number, which is unique in a dossier; then by the very same words; then, of those that are
left, by words that are similar enough (`matching_texts.SIMILAR`), the most similar pairs first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.numbering import number_key
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.matching_names import folded
from prestatie_desktop.importing.matching_pairs import Ground, Pairing
from prestatie_desktop.importing.matching_texts import (
    ALIKE,
    DIFFERENT,
    SIMILAR,
    Likeness,
    Words,
    likeness,
    words_of,
)
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.reading import FoundAgreement

_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class AgreementPairing:
    """The pairs, and how alike what was paired and what was not is."""

    pairing: Pairing[FoundAgreement, Agreement]
    #: By the key of a part or the id of an agreement: its words.
    words: Mapping[str, Words]
    #: By place: the agreements of the dossier like it, the most alike first.
    alike: Sequence[Sequence[tuple[float, Agreement]]]

    def others(self, place: int) -> list[Agreement]:
        """Other agreements of the dossier it may be."""
        pair = self.pairing.pairs.get(place)
        mine = pair.entity.id if pair else ""
        return [one for _, one in self.alike[place] if one.id != mine][:_MOST_OFFERED]

    def differs(self, place: int) -> bool:
        """Whether an agreement has the number of one whose text is another altogether."""
        pair = self.pairing.pairs.get(place)
        if pair is None or pair.reason is not MatchReason.SAME_NUMBER:
            return False
        mine, theirs = (self.words[_name(one)] for one in (self.pairing.parts[place], pair.entity))
        return bool(mine and theirs) and likeness(mine, theirs) < DIFFERENT


def pair_agreements(
    parts: Sequence[FoundAgreement], dossier: Dossier, decisions: Decisions
) -> AgreementPairing:
    """The agreements of the source, each with the one of the dossier it is."""
    standing = dossier.all(Agreement)
    pairing = Pairing[FoundAgreement, Agreement](parts, standing, decisions)
    words = {part.key: _words(part) for part in parts}
    words |= {agreement.id: _words(agreement) for agreement in standing}
    like = Likeness([words[agreement.id] for agreement in standing])
    alike = [
        [(score, standing[place]) for score, place in like.like(words[part.key], ALIKE)]
        for part in parts
    ]

    def same_words(one: FoundAgreement | Agreement) -> object:
        return words[_name(one)] or None

    def without_words(one: FoundAgreement | Agreement) -> object:
        if words[_name(one)] or (isinstance(one, FoundAgreement) and _number(one)):
            return None
        return folded(one.planning), folded(one.indicator)

    pairing.by(Ground(MatchReason.SAME_NUMBER, _number, _number))
    pairing.by(Ground(MatchReason.SIMILAR_TEXT, same_words, same_words))
    pairing.by(Ground(MatchReason.SIMILAR_TEXT, without_words, without_words))
    scored = [
        (score, place, agreement)
        for place in pairing.open_places()
        for score, agreement in alike[place]
        if score >= SIMILAR
    ]
    for _, place, agreement in sorted(scored, key=lambda one: (-one[0], one[1])):
        if place not in pairing.pairs and pairing.is_free(agreement):
            pairing.take(place, agreement, MatchReason.SIMILAR_TEXT)
    return AgreementPairing(pairing, words, alike)


def _number(one: FoundAgreement | Agreement) -> object:
    return number_key(one.number) or None


def _words(one: FoundAgreement | Agreement) -> Words:
    return (*folded(one.heading).split(), *words_of(one.text))


def _name(one: FoundAgreement | Agreement) -> str:
    return one.id if isinstance(one, Agreement) else one.key
