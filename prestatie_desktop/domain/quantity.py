"""A number as people write it in an agreement: exact, about, at least, a part of, or not known yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from prestatie_desktop.domain.numerals import fold
from prestatie_desktop.domain.quantity_phrases import Phrase, Sentence, take_apart
from prestatie_desktop.domain.unknown import Unknown, unknown_code

__all__ = ["EMPTY", "Quantity", "Unknown", "alternatives", "read"]

_DASHES = re.compile(r"-+")
_NONE = re.compile(r"(?:geen|nihil|nul)(?: (?:woning(?:en)?|vhe|personen))?[.]?")
_ZERO = Decimal(0)
_SIGNED_UNITS = ("euro", "percent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What was written (`raw`, for ever) and what it was read as.

    `lower` and `upper` are bounds that still hold; `value` is empty when only bounds are known.
    `unit` is one of "homes", "units" (lettable units), "persons", "euro", "percent" and "".
    `period_years` is set when the text itself says how many years the number covers.
    `confirmed` says that a person chose this reading.
    """

    raw: str = ""
    value: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    part_of: Decimal | None = None
    unit: str = "homes"
    approximate: bool = False
    unknown: Unknown | None = None
    period_years: int | None = None
    confirmed: bool = False

    @property
    def is_known(self) -> bool:
        """Whether there is a number or at least a bound."""
        return any(number is not None for number in (self.value, self.lower, self.upper))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not self.raw.strip()


def read(raw: str, unit: str = "homes") -> Quantity:
    """Read a number; `unit` holds when the text names none. Text that is not understood is NOT_READ."""
    return _readings(raw, unit)[0]


def alternatives(raw: str, unit: str = "homes") -> tuple[Quantity, ...]:
    """The other things the text can mean, for a person to choose from."""
    first, *others = _readings(raw, unit)
    return tuple(dict.fromkeys(other for other in others if other != first))


def _readings(raw: str, unit: str) -> list[Quantity]:
    blank = Quantity(raw=raw, unit=unit)
    not_read = replace(blank, unknown=Unknown.NOT_READ)
    if blank.is_empty:
        return [blank]
    text = fold(raw)
    if text is None:
        return [not_read]
    if _DASHES.fullmatch(text):
        return [
            replace(blank, unknown=Unknown.UNKNOWN),
            replace(blank, value=_ZERO),
            replace(blank, unknown=Unknown.NOT_APPLICABLE),
        ]
    if _NONE.fullmatch(text):
        return [replace(blank, value=_ZERO)]
    return _numbers(text, blank) or [not_read]


def _numbers(text: str, blank: Quantity) -> list[Quantity]:
    body = text.removeprefix("-")
    sentence = take_apart(body, with_years=blank.unit in _SIGNED_UNITS)
    certain = sentence.is_accounted_for
    if not sentence.phrases:
        if code := unknown_code(text.lstrip("( ")):
            return [replace(blank, unknown=code)]
        sentence = take_apart(body, with_years=True)
    found = [each for phrase in sentence.phrases for each in _meanings(phrase, sentence, blank)]
    if body != text:
        found = [_negated(each) for each in found if each.unit in _SIGNED_UNITS]
    if certain and found and not _is_ambiguous(sentence.phrases[0]):
        return found
    return [replace(blank, unknown=Unknown.NOT_READ), *found]


def _is_ambiguous(phrase: Phrase) -> bool:
    return len(phrase.firsts) > 1 and phrase.unit != "percent"


def _meanings(phrase: Phrase, sentence: Sentence, blank: Quantity) -> Iterator[Quantity]:
    said = phrase.qualifiers
    common = replace(
        blank,
        unit=phrase.unit or blank.unit,
        part_of=phrase.whole if phrase.whole is not None else sentence.part_of,
        approximate=sentence.roughly or bool(said & {"about", "over", "nearly", "doubt"}),
        period_years=sentence.period_years,
    )
    for first in phrase.firsts:
        if phrase.second is not None:
            if first <= phrase.second:
                yield replace(common, lower=first, upper=phrase.second)
        elif said & {"least", "more"}:
            yield replace(common, lower=first)
        elif said & {"most", "fewer"}:
            yield replace(common, upper=first)
        elif "plus" in said:
            yield replace(common, lower=first)
            yield replace(common, value=first)
        elif "over" in said:
            yield replace(common, value=first, lower=first)
        elif "nearly" in said:
            yield replace(common, value=first, upper=first)
        else:
            yield replace(common, value=first)


def _negated(quantity: Quantity) -> Quantity:
    lower, upper = quantity.upper, quantity.lower
    return replace(
        quantity,
        value=None if quantity.value is None else -quantity.value,
        lower=None if lower is None else -lower,
        upper=None if upper is None else -upper,
    )


EMPTY = read("")
