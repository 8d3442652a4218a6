"""Numbers of agreements as documents print them: 1.7, 1.4.1, 2.1.a, A3, Afspraak 12."""

import re
from dataclasses import dataclass

#: Higher than this is a quantity, a year or part of a date, not the number of an agreement.
_HIGHEST = 199
_WORDS = r"(?:afspraak|actie(?:punt)?|prestatie|punt|nummer|nr\.?|art(?:ikel)?\.?|§)"
_PARTS = r"\d{1,3}(?:[.,]\d{1,3}){0,3}"
_NUMBER = (
    rf"(?:(?P<letters>[A-Z]{{1,4}})[.\- ]?)?(?P<digits>{_PARTS})"
    rf"(?:(?P<dot>\.)?(?P<tail>[a-z])(?![^\W\d_]))?"
)
_ALONE = re.compile(rf"(?:{_WORDS}\s*)?{_NUMBER}\s*[.):]?", re.IGNORECASE | re.ASCII)
_BEGINNING = re.compile(
    rf"(?P<word>{_WORDS}\s*)?(?P<number>{_NUMBER})(?P<end>\s*[.):]|\s*[-–—](?=\s)|)(?=\s|$)\s*"
    r"[-–—:]?\s*",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")
_COUNTED = re.compile(
    r"(?:woning|appartement|vhe|huishoud|person|procent|%|euro|€|jaar|jaren|jan|feb|maart|april|mei"
    r"|juni|juli|aug|sep|okt|nov|dec|m2|uur|x\b|keer|maal|stuks|locatie|complex|project|huurders"
    r"|corporaties|gemeenten|partijen|kandidaten|statushouders)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its components: `1.7` is (1, 7), `2.1.a` is (2, 1, a), `A3` is (A, 3)."""

    text: str
    components: tuple[str, ...]

    @property
    def shape(self) -> str:
        """The sort of each component: "nn", "nna", "an"."""
        return "".join("n" if part.isdecimal() else "a" for part in self.components)

    @property
    def depth(self) -> int:
        """How many components it has."""
        return len(self.components)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A text that begins with a number."""

    number: Number
    #: Where the text after the number begins.
    start: int
    #: Whether a word says that it is one ("Afspraak 3"), rather than the digits alone.
    is_named: bool


_PARAGRAPH = re.compile(
    r"(?:artikel|art\.?)\s+(\d{1,3})\s*,?\s+lid\s+(\d{1,3})\b\.?:?\s*", re.IGNORECASE
)


def number_alone(text: str) -> Number | None:
    """The number a text consists of ("1.7", "1.7.", "Afspraak 3"), or None."""
    text = text.strip()
    if len(text) > 24 or _DATE.fullmatch(text):
        return None
    if paragraph := _PARAGRAPH.fullmatch(text):
        return _of_paragraph(paragraph)
    found = _ALONE.fullmatch(text)
    return _number(found) if found else None


def _of_paragraph(found: re.Match[str]) -> Number:
    """The number of a paragraph of an article: "artikel 2 lid 1" is 2.1."""
    return Number(f"{found[1]}.{found[2]}", (found[1], found[2]))


def number_before(text: str) -> Numbered | None:
    """The number a text begins with, when more text follows; None for dates and quantities."""
    lead = len(text) - len(text.lstrip())
    body = text[lead : lead + 80]
    if paragraph := _PARAGRAPH.match(body):
        return Numbered(_of_paragraph(paragraph), lead + paragraph.end(), is_named=True)
    return None if _DATE.match(body) else _before(text, body, lead)


def _before(text: str, body: str, lead: int) -> Numbered | None:
    found = _BEGINNING.match(body)
    if found is None or found.end() == len(text) - lead:
        return None
    number = _number(found)
    if number is None:
        return None
    named = bool(found["word"])
    rest = body[found.end() :]
    bare = not (named or found["end"].strip() or number.depth > 1)
    if not named and rest[:1].islower() and (bare or _COUNTED.match(rest)):
        return None
    if bare and _COUNTED.match(rest):
        return None
    return Numbered(number, lead + found.end(), named)


def _number(found: re.Match[str]) -> Number | None:
    digits = re.split(r"[.,]", found["digits"])
    if any(int(part) > _HIGHEST or (len(part) > 1 and part[0] == "0") for part in digits[1:]):
        return None
    if int(digits[0]) > _HIGHEST or digits[0].startswith("00"):
        return None
    letters, tail = found["letters"], found["tail"]
    if letters and not letters.isupper():
        return None
    components = (*((letters,) if letters else ()), *digits, *((tail,) if tail else ()))
    text = (letters or "") + ".".join(digits)
    if tail:
        text += (found["dot"] or "") + tail
    if letters and found[0][len(letters) : len(letters) + 1] in ".-":
        text = f"{letters}{found[0][len(letters)]}" + text[len(letters) :]
    return Number(text, components)
