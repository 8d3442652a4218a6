"""Finding the parties in a text: names are known from the whole source, never from the program."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.recognising.party_words import (
    Generic,
    generic,
    is_actor,
    is_subset,
)
from prestatie_desktop.importing.recognising.vocabulary import fold, one_line

_TOKEN = re.compile(r"[^\s,;|/+&()\[\]•→]+|[,;|/+&()\[\]•→\n]")
_SEPARATORS = frozenset(",;|/+&()[]•→\n")
#: What no name goes on across; "&" and "/" can stand within one.
_CLOSING = frozenset(",;|()[]•→")
_LINKS = frozenset(
    {"en", "met", "samen", "i.s.m.", "ism", "in", "de", "het", "-", "–", "—", "e.a.", "o.a.", "alle",
     "of", "samenwerking", "overleg", "trekker", "betrokken", "Trekker", "Betrokken", "In", "Samen"}
)  # fmt: skip
_ACTOR_MORE = re.compile(r"[a-zà-ü]+")
_LONGEST = 10
#: A shorter word is not broken by a column.
_BREAKABLE = 8
_LEAST_PIECES = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A party or group named in a text: as written, the name it has everywhere, whether in bold."""

    written: str
    name: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Mentions:
    """The parties in a text in their order, and the words that name none."""

    found: tuple[Mention, ...] = ()
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    folded: str
    bold: bool
    #: A separator, or a word that only links names.
    links: bool


@dataclass(slots=True)
class Lexicon:
    """Every name of the source: folded words → the name it stands for."""

    names: dict[tuple[str, ...], str] = field(default_factory=dict)
    #: What each generic word is called in this source.
    generics: dict[Generic, str] = field(default_factory=dict)
    #: Words that only look like names in this source.
    none: frozenset[str] = frozenset()
    #: The same names without their blanks: a narrow column breaks words.
    _squeezed: dict[str, str] = field(default_factory=dict)

    def learn(self, written: str, name: str) -> None:
        """Know a spelling of a name."""
        words = tuple(fold(written).split())
        if words:
            self.names[words] = name
            self._squeezed["".join(words)] = name

    def name_of(self, text: str) -> str:
        """The name that a text is a spelling of; "" for none."""
        return self.names.get(tuple(fold(text).split()), "")

    def broken(self, words: Sequence[str]) -> str:
        """The name of which some words are the pieces, "woningcorpora ties"; "" for none."""
        squeezed = "".join(words)
        if len(squeezed) < _BREAKABLE or len(words) < _LEAST_PIECES:
            return ""
        if name := self._squeezed.get(squeezed):
            return name
        sort = generic(squeezed)
        return self.generics.get(sort, "") if sort else ""


def mentions(runs: Sequence[Run], lexicon: Lexicon) -> Mentions:
    """The parties named in some text. Where names touch, what is bold is told from what is not."""
    words = _words(runs)
    found: list[Mention] = []
    rest: list[list[_Word]] = []
    is_open = False
    at = 0
    while at < len(words):
        length, name = _longest(words, at, lexicon)
        if length:
            found.append(_mention(words[at : at + length], name))
            at, is_open = at + length, False
            continue
        if words[at].links:
            at, is_open = at + 1, False
            continue
        if is_open and words[at].bold == rest[-1][-1].bold:
            rest[-1].append(words[at])
        else:
            rest.append([words[at]])
        at, is_open = at + 1, True
    return Mentions(tuple(found), tuple(" ".join(word.text for word in group) for group in rest))


def _mention(words: Sequence[_Word], name: str) -> Mention:
    bold = sum(len(word.text) for word in words if word.bold)
    written = " ".join(word.text for word in words).strip(" :.")
    return Mention(written, name, bold * 2 > sum(len(word.text) for word in words))


def _words(runs: Iterable[Run]) -> list[_Word]:
    words: list[_Word] = []
    glued = False
    for run in runs:
        for token in _TOKEN.finditer(run.text):
            text = token[0]
            if glued and token.start() == 0 and words and text not in _SEPARATORS:
                last = words.pop()
                text, bold = last.text + text, last.bold
            else:
                bold = run.bold
            plain = fold(text)
            is_link = text in _SEPARATORS or text.removesuffix(":") in _LINKS or not plain
            words.append(_Word(text, plain, bold, is_link))
        glued = bool(run.text) and not run.text[-1].isspace() and run.text[-1] not in _SEPARATORS
    return words


def _longest(words: Sequence[_Word], at: int, lexicon: Lexicon) -> tuple[int, str]:
    """The longest name that begins here, and how many words it has."""
    if length := _subset_length(words, at):
        text = one_line(" ".join(word.text for word in words[at : at + length]))
        return length, lexicon.name_of(text) or text
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        if name := _name_at(words, at, length, lexicon):
            return length, name
    if not words[at].links and is_actor(words[at].text):
        length = _actor_length(words, at)
        text = " ".join(word.text for word in words[at : at + length])
        return length, one_line(text).strip(" :.")
    return 0, ""


def _name_at(words: Sequence[_Word], at: int, length: int, lexicon: Lexicon) -> str:
    """The name that some words are together; "" when they are none."""
    part = words[at : at + length]
    folded = tuple(piece for word in part for piece in word.folded.split())
    if part[-1].links or any(word.text in _CLOSING for word in part) or not folded:
        return ""
    joined = " ".join(folded)
    if joined in lexicon.none:
        return ""
    if name := lexicon.names.get(folded):
        return name
    sort = generic(joined)
    if sort and sort in lexicon.generics and not _is_apposition(words, at, length, lexicon):
        return lexicon.generics[sort]
    return lexicon.broken(folded)


def _is_apposition(words: Sequence[_Word], at: int, length: int, lexicon: Lexicon) -> bool:
    """Whether a word only says what the name behind it is: "woningcorporatie Woonhuis"."""
    if not words[at].text[:1].islower() or words[at + length - 1].folded.endswith(("s", "n")):
        return False
    after = at + length
    return after < len(words) and bool(_longest_name(words, after, lexicon))


def _longest_name(words: Sequence[_Word], at: int, lexicon: Lexicon) -> str:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        folded = tuple(piece for word in words[at : at + length] for piece in word.folded.split())
        if name := lexicon.names.get(folded):
            return name
    return ""


def _subset_length(words: Sequence[_Word], at: int) -> int:
    """How many words a part of a group takes: up to the next separator or change of weight."""
    if not generic(words[at].text):
        return 0
    end = at
    while end < len(words) and words[end].text not in _SEPARATORS:
        if words[end].bold != words[at].bold:
            break
        end += 1
    text = " ".join(word.text for word in words[at:end])
    following = words[at + 1].text if at + 1 < end else ""
    return end - at if following.islower() and is_subset(text) else 0


def _actor_length(words: Sequence[_Word], at: int) -> int:
    end = at + 1
    while (
        end < len(words)
        and words[end].bold == words[at].bold
        and not words[end].links
        and _ACTOR_MORE.fullmatch(words[end].text)
        and not generic(words[end].text)
    ):
        end += 1
    return end - at
