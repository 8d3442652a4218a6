"""Who takes part, gathered from everywhere in a source where parties are named by themselves."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.recognising.cells import Looks, begins_as_name, looks
from prestatie_desktop.importing.recognising.names import Lexicon, mentions
from prestatie_desktop.importing.recognising.party_words import (
    Generic,
    generic,
    is_actor,
    is_subset,
    is_tenants,
)
from prestatie_desktop.importing.recognising.vocabulary import fold, is_total, kind_named, one_line
from prestatie_desktop.importing.source import Piece

_DOCUMENT = re.compile(r"afspraken|jaarschijf|overeenkomst|convenant|hoofdstuk|bijlage|paragraaf")
_LONGEST_NAME = 60
_MOST_WORDS = 7
_FEW = 5
_NOT_NAMES = frozenset(
    {"ja", "nee", "nvt", "nb", "diverse", "divers", "overig", "overige", "gemengd", "allen", "alle",
     "totaal", "jaar", "categorie", "huur", "koop", "sociaal", "middenhuur", "vrije sector"}
)  # fmt: skip


@dataclass(slots=True)
class Evidence:
    """How often each name stands where only a party would."""

    names: Counter[str] = field(default_factory=Counter)
    generics: Counter[tuple[Generic, str]] = field(default_factory=Counter)
    #: Names that own or build homes: corporations.
    providers: set[str] = field(default_factory=set)
    actors: Counter[str] = field(default_factory=Counter)
    subsets: Counter[str] = field(default_factory=Counter)
    #: Letters that a legend says to stand for a name.
    short: dict[str, str] = field(default_factory=dict)
    #: What stands in cells that name parties, also where figures stand beside them.
    margins: list[str] = field(default_factory=list)

    def see(self, text: str, *, weight: int = 1, provides: bool = False) -> None:
        """A text that is wholly one name, or several with a separator between them."""
        for part in self.parts(text):
            self.see_whole(part, weight=weight, provides=provides)

    def parts(self, text: str) -> Iterator[str]:
        """The names in a cell, those known with "en" in them kept whole."""
        for name in self.names:
            if " en " in name and name.casefold() in text.casefold():
                yield name
                text = re.sub(re.escape(name), " , ", text, flags=re.IGNORECASE)
        yield from parts_of(text)

    def see_whole(self, text: str, *, weight: int = 1, provides: bool = False) -> None:
        """A text that is one name, whatever stands in it."""
        sort = generic(text)
        if sort:
            self.generics[sort, text] += weight
        elif is_subset(text):
            self.subsets[text] += weight
        elif is_name(text, with_digits=provides):
            self.names[text] += weight
            if provides and not is_tenants(text) and not fold(text).startswith("gemeente"):
                self.providers.add(text)


#: Not in "Oud- en Nieuw-Veldhoven".
_AND = re.compile(r"(?<!-) en ")


def parts_of(text: str) -> Iterator[str]:
    """The names in a cell that separates them itself: by lines, commas, slashes or "en"."""
    for line in _AND.sub("\n", text).split("\n"):
        for part in line.replace(";", ",").replace("/", ",").replace("+", ",").split(","):
            clean = one_line(part).strip(" :.-–*•→")
            if clean:
                yield named(clean)


_KIND_WORD = re.compile(
    r"(?:de\s+|het\s+)?(?:woning|woon)?corporatie\s+(?=[A-Z'’])|(?:de|het)\s+(?=[a-z]+\s+[A-Z'’])"
)
_LOWER_NAME = re.compile(r"(?:gemeente|huurders\w+|stichting|hbv)\s+[A-Z'’]")


def named(text: str) -> str:
    """A name without the word before it that says what it is: "woningcorporatie Woonhuis"."""
    clean = _KIND_WORD.sub("", text, count=1)
    return clean[:1].upper() + clean[1:] if _LOWER_NAME.match(clean) else clean


def is_name(text: str, *, with_digits: bool = False) -> bool:
    """Whether a text can be the name of an organisation: a few words, the first with a capital."""
    if not 1 < len(text) <= _LONGEST_NAME or len(text.split()) > _MOST_WORDS:
        return False
    if fold(text) in _NOT_NAMES or ":" in text or _DOCUMENT.search(fold(text)):
        return False
    if not with_digits and any(character.isdigit() for character in text):
        return False
    if not begins_as_name(text):
        return False
    other = Looks.UNKNOWN | Looks.ACCESSIBILITY | Looks.PRICE | Looks.DWELLING | Looks.SENTENCE
    return not looks(text) & other and not kind_named(text) and not is_total(text)


def see_party_cells(evidence: Evidence, cells: Iterable[Sequence[Piece]]) -> None:
    """Learn from cells that name parties, also without anything between the names.

    What is known already is taken out first; names are what stays over. Twice, because what one
    cell separates another does not.
    """
    found = [cell for cell in cells if any(piece.text for piece in cell)]
    for cell in found:
        for piece in cell:
            _see_tenants(evidence, piece)
            _see_generics(evidence, piece)
            _see_bounded(evidence, piece)
    for _ in range(2):
        lexicon = Lexicon()
        for name in evidence.names:
            lexicon.learn(name, name)
        lexicon.generics = dict(evidence.generics)
        seen: Counter[str] = Counter()
        for cell in found:
            seen.update(_left_over(cell, lexicon))
        evidence.names.update({name: seen[name] for name in _unsplit(seen, evidence.names)})
    for cell in found:
        for piece in cell:
            _see_actors(evidence, piece, lexicon)


_ONE_OF_TENANTS = re.compile(
    r"(?:huurders(?:vereniging|organisatie|koepel|raad|platform|belangenvereniging)|hbv|hv|ho)"
)


def _see_tenants(evidence: Evidence, piece: Piece) -> None:
    """A tenants' organisation by name: "Huurdersvereniging Woonhuis", not the word and a party."""
    for part in evidence.parts(piece.text):
        first, _, rest = part.partition(" ")
        if not rest or not is_name(part) or not _ONE_OF_TENANTS.fullmatch(fold(first)):
            continue
        is_two = fold(first) in ("huurdersorganisatie", "ho") and rest in evidence.names
        if not is_two and not fold(rest).startswith("gemeente") and not generic(rest):
            evidence.names[part] += 1


def _see_bounded(evidence: Evidence, piece: Piece) -> None:
    """Names that stand between commas or alone, also with small words in them: "Thuis in Lis"."""
    parts = list(evidence.parts(piece.text))
    for part in parts:
        words = part.split()
        apart = len(parts) > 1 or any(word.islower() or word == "&" for word in words[1:])
        strange = any(generic(word) or fold(word) == "gemeente" for word in words)
        if apart and len(words) < _FEW and not strange and is_name(part) and not is_actor(part):
            evidence.names[part] += 1


def _see_generics(evidence: Evidence, piece: Piece) -> None:
    words = [word.strip(" ,;:.()") for word in piece.text.replace("/", " ").split()]
    for at, word in enumerate(words):
        sort = generic(word) or generic("".join(words[at : at + 2]))
        following = words[at + 1] if at + 1 < len(words) else ""
        if sort is Generic.MUNICIPALITY and following[:1].isupper():
            continue
        is_named = f"{word} {following}".strip() in " ".join(evidence.names) and following
        if sort and not following.islower() and not is_named:
            evidence.generics[sort, word] += 1


def _left_over(cell: Sequence[Piece], lexicon: Lexicon) -> Iterator[str]:
    """What stays over in a cell; a name may go on in its next line."""
    if any(character.isdigit() for piece in cell for character in piece.text):
        return
    runs = [run for piece in cell for run in (*piece.runs, Run(text="\n"))]
    for rest in mentions(runs, lexicon).rest:
        clean = rest.strip(" :.-–*•→\"'“”")
        if is_name(clean) and not is_actor(clean) and not generic(clean):
            yield clean


def _unsplit(seen: Counter[str], known: Counter[str]) -> Iterator[str]:
    """The names that are not two others side by side."""
    for name in seen:
        lexicon = Lexicon()
        for other in (*seen, *known):
            if other != name and len(other) < len(name):
                lexicon.learn(other, other)
        found = mentions((Run(text=name),), lexicon)
        if not (len(found.found) > 1 and not found.rest):
            yield name


def _see_actors(evidence: Evidence, piece: Piece, lexicon: Lexicon) -> None:
    for mention in mentions(piece.runs, lexicon).found:
        if is_subset(mention.name):
            evidence.subsets[mention.name] += 1
        elif is_actor(mention.name) and mention.name not in evidence.names:
            evidence.actors[mention.name] += 1
