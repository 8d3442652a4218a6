"""Finding the numbers in a text: "minimaal circa 10 woningen", "3 van de 7", "tussen 5 en 10"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from prestatie_desktop.domain.numerals import NUMBER, ORDINAL, possible_values
from prestatie_desktop.domain.unknown import SPELLING

_LETTERS = r"[^\W\d_]"
_ADJECTIVES = rf"(?:(?:{_LETTERS}+e|extra|huur|koop)[ -]){{0,2}}"
HOMES = rf"{_LETTERS}*(?:woning(?:en)?|appartement(?:en)?|wooneenhe(?:id|den))|[em]gw|mgwml|huizen"
_UNITS = {
    "homes": rf"{_ADJECTIVES}(?:{HOMES})",
    "units": r"vhe(?:'?s)?|(?:verhuur)?eenhe(?:id|den)",
    "persons": (
        rf"{_ADJECTIVES}(?:persoon|personen|kandidaat|kandidaten|mensen|huishoudens?|huurders?"
        r"|bewoners?|cliënten|(?:status|vergunning)houders?|woningzoekenden?)"
    ),
    "euro": r"euro(?:'?s)?|eur",
    "percent": r"%|procent|percent",
}
_UNIT = "|".join(_UNITS.values())
_SCALES = {
    "duizend": Decimal(1000),
    "mln": Decimal(1_000_000),
    "miljoen": Decimal(1_000_000),
    "mld": Decimal(1_000_000_000),
    "miljard": Decimal(1_000_000_000),
}
_SCALE = "|".join(_SCALES)
_COUNT_WORDS = {
    word: str(number)
    for number, word in enumerate(
        [
            "één",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
        ],
        start=1,
    )
}
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"


def _words(*words: str) -> str:
    return rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"


_OVER = _words("ruim", "iets meer dan", "dik")
_NEARLY = _words("bijna", "krap", "een kleine", "iets minder dan")
_LEAST = ">=?|" + _words(
    "minimaal", "minstens", "ten ?minste", "op zijn minst", "niet minder dan", "meer dan", "vanaf"
)
_MOST = "<=?|" + _words(
    "tot maximaal",
    "maximaal",
    "ten ?hoogste",
    "hooguit",
    "hoogstens",
    "niet meer dan",
    "minder dan",
    "tot(?: en met| aan)?",
)
_ABOUT = _words(
    "circa",
    "ongeveer",
    "rond(?: de)?",
    "zo'n",
    "naar verwachting",
    "naar schatting",
    "om en nabij(?: de)?",
    "gemiddeld",
    "indicatief",
)
_OF = r"van (?:(?:de|het|in|totaal) )*"


def _amount(name: str) -> str:
    return (
        rf"(?P<sign_{name}>€ ?)?(?P<{name}>{NUMBER})(?:,-+)?"
        rf"(?: ?(?P<scale_{name}>{_SCALE})(?!\w)\.?)?(?: ?(?P<unit_{name}>{_UNIT})(?!\w))?"
    )


_PHRASE = re.compile(
    rf"(?:(?:(?P<over>{_OVER})|(?P<nearly>{_NEARLY})|(?P<least>{_LEAST})|(?P<most>{_MOST})"
    rf"|(?P<about>{_ABOUT})|(?P<plus>\+)) ?){{0,4}}"
    rf"{_amount('first')}"
    rf"(?: ?(?:-|à|a|t/m|tot(?: en met| aan)?) ?(?:{_ABOUT} )?{_amount('second')})?"
    r"(?P<more> ?\+| of meer(?!\w))?(?P<fewer> of minder(?!\w))?"
    rf"(?: {_OF}{_amount('whole')})?"
    rf"(?P<doubt> ?\?)?(?: (?:{SPELLING})(?!\w))?"
)
_QUALIFIERS = ("over", "nearly", "least", "most", "about", "plus", "more", "fewer", "doubt")
_SPELLED_OUT = (
    (re.compile(r"(?<!\w)(?:c\.a\.|ca(?!\w)\.?|plm(?!\w)\.?) ?|\+ ?/ ?- ?"), "circa "),
    (re.compile(r"(?<!\w)max(?!\w)\.? ?"), "maximaal "),
    (re.compile(r"(?<!\w)min(?!\w)\.? ?"), "minimaal "),
    (re.compile(rf"(?<!\w)tussen (?:de |het )?({NUMBER}) en (?:de )?({NUMBER})"), r"\1 - \2"),
    (re.compile(rf"(?<!\w)minimaal ({NUMBER})(?:,| en| tot)? maximaal ({NUMBER})"), r"\1 - \2"),
)
_COUNT_WORD = re.compile(rf"(?<!\w)({'|'.join(_COUNT_WORDS)})(?= (?:{_UNIT}|jaar|jaren)(?!\w))")
_NOT_A_COUNT = re.compile(
    rf"(?<![\w.,])\d{{1,2}}(?:-\d{{1,2}}-\d{{2,4}}| (?:{_MONTHS})(?: \d{{4}})?)(?!\w)"
    rf"|{ORDINAL}"
    r"|(?<![\w.,-])\d+(?: ?- ?\d+[a-z]|[a-z](?: ?- ?\d+[a-z]?)?)(?!\w)"
)
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(
    rf"(?:(?<!\w)(?:in|voor|van|periode|de|jaren) )*(?<![\w.,€])({_YEAR})"
    rf" ?(?:-|t/m|tot(?: en met)?) ?({_YEAR})(?![\w.,])"
)
_ONE_YEAR = re.compile(
    rf"(?:(?<!\w)(?:in|vanaf|voor|eind|begin|medio|jaar|het) )*(?<![\w.,€])(?<!€ ){_YEAR}:?"
    rf"(?!\w|[.,]\d| ?(?:{_UNIT}|{_SCALE})(?!\w))"
)
_DURATION = re.compile(
    r"(?<!\w)(?:(?:in|over|binnen|gedurende) (?:een periode van )?"
    r"|(?:(?:in|over|voor) )?(?:de )?(?:komende|eerstvolgende|volgende) )"
    r"(\d{1,2}) (?:jaar|jaren)(?!\w)"
)
_YEARLY = re.compile(r"(?<!\w)(?:per jaar|jaarlijks)(?!\w)")
_REMARK = re.compile(r"\(([^()]*)\)|,? waarvan .*$")
_PART_OF = re.compile(rf"{_OF}({NUMBER})(?: ?(?:{_UNIT}))?")
_ROUGHLY = re.compile(_ABOUT)
_DIGIT = re.compile(r"\d")
_TURNS_MEANING = re.compile(
    rf"(?<!\w)(?:niet|geen|minder|meer|beneden|boven|onder(?! voorbehoud)|plus|minus|{SPELLING})(?!\w)"
    r"|(?<!\S)-(?!\S)"
)
_NOISE = re.compile(r"(?<!\w)(?:in totaal|totaal|aantal|stuks)(?!\w)|[\s.,;:=]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One number with what is said about it. Several `firsts`: the spelling has several meanings."""

    firsts: tuple[Decimal, ...]
    second: Decimal | None
    whole: Decimal | None
    unit: str | None
    qualifiers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text taken apart: its numbers, the number it is a part of, its period, and the rest."""

    phrases: tuple[Phrase, ...]
    part_of: Decimal | None
    period_years: int | None
    roughly: bool
    rest: str

    @property
    def is_accounted_for(self) -> bool:
        """Whether one number is all that the text says, or a unit shows that it is the count."""
        if len(self.phrases) != 1 or _DIGIT.search(self.rest):
            return False
        if not _NOISE.sub("", self.rest):
            return True
        # "CAO-index - 0,5%" and "CAO-index + 0,5%" are no number of their own.
        relative = "plus" in self.phrases[0].qualifiers or _TURNS_MEANING.search(self.rest)
        return self.phrases[0].unit is not None and not relative


def take_apart(text: str, *, with_years: bool) -> Sentence:
    """Take a folded text apart; `with_years` reads `2024` as a number rather than as a year."""
    for pattern, spelled_out in _SPELLED_OUT:
        text = pattern.sub(spelled_out, text)
    text = _COUNT_WORD.sub(lambda match: _COUNT_WORDS[match[1]], text)
    text, period_years = _without_period(_NOT_A_COUNT.sub("…", text))
    if not with_years:
        text = _ONE_YEAR.sub(" ", text)
    remarks = [match[1] or "" for match in _REMARK.finditer(text)]
    body = " ".join(_REMARK.sub(" ", text).split())
    parts = [match for remark in remarks if (match := _PART_OF.fullmatch(remark.strip()))]
    return Sentence(
        phrases=tuple(_phrase(match) for match in _PHRASE.finditer(body)),
        part_of=_only(parts[0][1]) if parts else None,
        period_years=period_years,
        roughly=any(_ROUGHLY.search(each) and not _DIGIT.search(each) for each in remarks),
        rest=_PHRASE.sub("", body),
    )


def _without_period(text: str) -> tuple[str, int | None]:
    if match := _YEARS.search(text):
        years = int(match[2]) - int(match[1]) + 1
        return _YEARS.sub(" ", text), years if years > 0 else None
    if match := _DURATION.search(text):
        return _DURATION.sub(" ", text), int(match[1])
    without = _YEARLY.sub(" ", text)
    return without, 1 if without != text else None


def _phrase(match: re.Match[str]) -> Phrase:
    scale = match["scale_first"] or match["scale_second"]
    second = _only(match["second"])
    whole = _only(match["whole"])
    return Phrase(
        firsts=tuple(value * _SCALES.get(scale, 1) for value in possible_values(match["first"])),
        second=None if second is None else second * _SCALES.get(match["scale_second"], 1),
        whole=None if whole is None else whole * _SCALES.get(match["scale_whole"], 1),
        unit=_unit(match),
        qualifiers=frozenset(name for name in _QUALIFIERS if match[name]),
    )


def _unit(match: re.Match[str]) -> str | None:
    if any(match[f"sign_{name}"] for name in ("first", "second", "whole")):
        return "euro"
    written = match["unit_first"] or match["unit_second"] or match["unit_whole"]
    if written is None:
        return None
    return next(unit for unit, words in _UNITS.items() if re.fullmatch(words, written))


def _only(numeral: str | None) -> Decimal | None:
    return next(iter(possible_values(numeral)), None) if numeral else None
