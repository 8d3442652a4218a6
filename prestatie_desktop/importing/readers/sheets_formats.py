"""Number formats of a spreadsheet ("#,##0.00", "d mmm yyyy") as a Dutch Excel shows them.

What is not understood here (fractions, digits with text between them) and what would show nothing
is shown without a format: what stands in a cell is never hidden or changed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache, partial

from prestatie_desktop.importing.readers.cell_words import BEYOND_DIGITS, general_words
from prestatie_desktop.importing.readers.sheets_dates import Token, date_words

Words = Callable[[float], str]

#: Formats that a file names by number only, as they are in the Netherlands.
BUILT_IN = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "5": '"€ "#,##0',
    "6": '"€ "#,##0',
    "7": '"€ "#,##0.00',
    "8": '"€ "#,##0.00',
    "9": "0%",
    "10": "0.00%",
    "11": "0.00E+00",
    "14": "dd-mm-yyyy",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "h:mm",
    "21": "h:mm:ss",
    "22": "dd-mm-yyyy h:mm",
    "37": "#,##0",
    "38": "#,##0",
    "39": "#,##0.00",
    "40": "#,##0.00",
    "41": "#,##0",
    "42": '"€ "#,##0',
    "43": "#,##0.00",
    "44": '"€ "#,##0.00',
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss",
}

#: Excel writes no longer format than this.
_LONGEST = 255
_MOST_DECIMALS = 30
_ROUND = Context(prec=60, rounding=ROUND_HALF_UP)
_LONG_DATE = "dddd d mmmm yyyy"

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"?
    | \\(?P<escaped>.)
    | _(?P<space>.)
    | \*(?P<fill>.)
    | \[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]
    | \[(?P<elapsed>h+|m+|s+)\]
    | \[(?P<condition>[<>=]{1,2}-?\d+(?:\.\d+)?)\]
    | (?P<colour>\[[^\]]*\])
    | (?P<general>General|Standaard)
    | (?P<half>AM/PM|A/P)
    | (?P<date>y+|m+|d+|h+|s+(?:\.0+)?)
    | (?P<power>E[+-]0+)
    | (?P<digit>[0\#?,.%/])
    | (?P<at>@)
    | (?P<end>;)
    | (?P<text>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_AS_TEXT = {"quoted", "escaped", "currency", "text"}


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts of a format: for positive numbers, for negative ones, for zero."""

    tokens: tuple[Token, ...]
    condition: str = ""

    @property
    def is_date(self) -> bool:
        return any(kind in {"date", "elapsed"} for kind, _ in self.tokens)


@lru_cache(maxsize=4096)
def number_format(pattern: str, *, from_1904: bool = False) -> Words:
    """How numbers with this format are shown."""
    if len(pattern) > _LONGEST:
        return general_words
    sections = _sections(_LONG_DATE if "[$-F800]" in pattern.upper() else _day_first(pattern))
    if not sections or all(_is_general(section) for section in sections):
        return general_words
    return partial(_shown, sections, from_1904)


def _day_first(pattern: str) -> str:
    """American dates in the Dutch order: 2-3-2024 is not the third of February to anybody here."""
    return _MONTH_FIRST.sub(r"\3\2\1\2\4", pattern)


_MONTH_FIRST = re.compile(r"\b(m{1,2})([/-])(d{1,2})\2(y{2,4})\b", re.IGNORECASE)


def _is_general(section: _Section) -> bool:
    return section.tokens == (("general", "General"),)


def _sections(pattern: str) -> tuple[_Section, ...]:
    parts: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(pattern):
        if token.lastgroup == "end":
            parts.append([])
        else:
            parts[-1].append(token)
    sections = (_section(part) for part in parts)
    return tuple(s for s in sections if all(kind != "at" for kind, _ in s.tokens))[:3]


def _section(matches: list[re.Match[str]]) -> _Section:
    found = [(match.lastgroup or "", match[match.lastgroup or 0]) for match in matches]
    condition = next((text for kind, text in found if kind == "condition"), "")
    kept = (pair for pair in found if pair[0] not in {"condition", "colour"})
    return _Section(tuple(_token(*pair) for pair in kept), condition)


def _token(kind: str, text: str) -> Token:
    if kind in _AS_TEXT:
        return ("text", text)
    if kind in {"space", "fill"}:
        return ("text", " ")
    if kind in {"date", "elapsed"}:
        return (kind, text.lower().partition(".")[0])
    return (kind, "General") if kind == "general" else (kind, text.upper())


def _shown(sections: tuple[_Section, ...], from_1904: bool, value: float) -> str:
    section, size = _chosen(sections, value)
    if section.is_date:
        words = date_words(section.tokens, value, from_1904=from_1904)
    else:
        words = _number(section.tokens, size)
    return " ".join((words or "").split()) or general_words(value)


def _chosen(sections: tuple[_Section, ...], value: float) -> tuple[_Section, float]:
    """The section for a value, and the value as that shows it: without a minus of its own."""
    if any(section.condition for section in sections):
        fits = (s for s in sections if not s.condition or _holds(s.condition, value))
        return next(fits, sections[-1]), value
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _holds(condition: str, value: float) -> bool:
    sign = condition.rstrip("0123456789.-")
    bound = float(condition[len(sign) :])
    holds = {"<": value < bound, ">": value > bound, "=": value == bound}
    return value != bound if sign == "<>" else any(holds[each] for each in sign)


def _number(tokens: tuple[Token, ...], value: float) -> str | None:
    """The number among its words ("€ 12,50"); None when the format is beyond us."""
    kinds = [kind for kind, _ in tokens]
    shape = "".join(text for kind, text in tokens if kind in {"digit", "power"})
    if "general" in kinds:
        digits = general_words(abs(value))
    elif not set(shape) & set("0#?") or (value == 0 and "0" not in shape):
        return "".join(text for kind, text in tokens if kind == "text")
    elif "/" in shape or not _is_one_number(tokens) or abs(value) >= BEYOND_DIGITS:
        return None
    else:
        digits = _digits(shape, abs(value))
    minus = "-" if value < 0 and set(digits) & set("123456789") else ""
    return minus + _among_words(tokens, digits)


def _is_one_number(tokens: tuple[Token, ...]) -> bool:
    """Whether no words stand between the digits, as in a telephone number."""
    marks = "".join(
        "0" if kind == "power" or (kind == "digit" and text != "%") else "x"
        for kind, text in tokens
    )
    return "x" not in marks.strip("x")


def _digits(shape: str, size: float) -> str:
    shape, power, _ = shape.partition("E")
    whole, _, decimals = shape.replace("%", "").partition(".")
    most = min(sum(decimals.count(each) for each in "0#?"), _MOST_DECIMALS)
    if power:
        return f"{size:.{most}E}".replace(".", ",")
    thousands = len(whole) - len(whole.rstrip(",")) + decimals.count(",")
    exact = Decimal(f"{size:.15g}").scaleb(2 * shape.count("%") - 3 * thousands, _ROUND)
    rounded = exact.quantize(Decimal(1).scaleb(-most), context=_ROUND)
    return _spelled(f"{rounded:f}", whole, decimals)


def _spelled(number: str, whole: str, decimals: str) -> str:
    """The digits with Dutch points and comma, as many as the format asks."""
    before, _, after = number.partition(".")
    after = after[: decimals.count("0")] + after[decimals.count("0") :].rstrip("0")
    before = before.zfill(min(whole.count("0"), _MOST_DECIMALS))
    if "," in whole.rstrip(","):
        before = f"{int(before):,}".replace(",", ".")
    return f"{before},{after}" if after else before


def _among_words(tokens: tuple[Token, ...], digits: str) -> str:
    words: list[str] = []
    rest = digits
    for kind, text in tokens:
        if kind == "text" or text == "%":
            words.append(text)
        else:
            words.append(rest)
            rest = ""
    return "".join(words)
