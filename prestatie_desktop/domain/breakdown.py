"""How many of a row's homes fall in which accessibility class or price segment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.class_names import ClassNames, class_names, flatten_ordinals
from prestatie_desktop.domain.numerals import NUMBER, fold, possible_values
from prestatie_desktop.domain.quantity import Quantity
from prestatie_desktop.domain.quantity_phrases import HOMES
from prestatie_desktop.domain.unknown import SPELLING, Unknown, unknown_code

_ABOUT = r"(?:circa|ca\.?|ongeveer) ?"
_COUNTED_CODE = re.compile(rf"({NUMBER}) ({SPELLING})")
_JOINED = re.compile(r"[/&+]|(?<!\w)(?:en|of)(?!\w)")
_NOISE = re.compile(
    r"(?<!\w)(?:en|of|variërend|gevarieerd|van|tussen|huur|woningen|klasse|segment|score)(?!\w)"
    r"|[\s.,;:/&+()-]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A number of homes in one class, or in any of several; no class: it is not known yet."""

    keys: tuple[str, ...] = ()
    count: Decimal | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """What was written (`raw`, for ever) and the parts it was read as.

    `unknown` says why there are no classes; text that is not wholly understood has no parts.
    """

    raw: str = ""
    parts: tuple[Part, ...] = ()
    unknown: Unknown | None = None


NO_BREAKDOWN = Breakdown()


def read_accessibility(raw: str, classes: Sequence[Choice]) -> Breakdown:
    """Read "88 BAT-0 59 BAT-2", "BAT 0-2", "BAT 2+" or "BAT 2 (19) BAT 0 (4)"."""
    return _read(raw, classes)


def read_price(raw: str, classes: Sequence[Choice]) -> Breakdown:
    """Read "53 1e aftop 32 2e aftop", "Goedkoop/betaalbaar" or "tot de liberalisatiegrens"."""
    return _read(raw, classes)


def breakdown_sum(breakdown: Breakdown) -> Decimal | None:
    """The homes of all parts together; None unless every part has a number."""
    counts = [part.count for part in breakdown.parts if part.count is not None]
    if not counts or len(counts) < len(breakdown.parts):
        return None
    return sum(counts, Decimal(0))


def matches(breakdown: Breakdown, quantity: Quantity) -> bool | None:
    """Whether the parts add up to the quantity; None when that cannot be said."""
    counted = breakdown_sum(breakdown)
    if counted is None or not quantity.is_known:
        return None
    if quantity.value is not None:
        agrees = counted == quantity.value
        rough = quantity.approximate or any(part.approximate for part in breakdown.parts)
        return None if rough and not agrees else agrees
    below = quantity.lower is not None and counted < quantity.lower
    above = quantity.upper is not None and counted > quantity.upper
    return not (below or above)


def _read(raw: str, classes: Sequence[Choice]) -> Breakdown:
    if not raw.strip():
        return Breakdown(raw=raw)
    not_read = Breakdown(raw=raw, unknown=Unknown.NOT_READ)
    text = fold(raw)
    if text is None:
        return not_read
    if code := unknown_code(text):
        return Breakdown(raw=raw, unknown=code)
    if counted := _COUNTED_CODE.fullmatch(text):
        part = Part(count=_count(counted[1]))
        return Breakdown(raw=raw, parts=(part,), unknown=unknown_code(counted[2]))
    parts = _parts(flatten_ordinals(text), class_names(tuple(classes)))
    return Breakdown(raw=raw, parts=parts) if parts else not_read


def _parts(text: str, names: ClassNames) -> tuple[Part, ...]:
    """The parts of a text that says nothing else; none when a word or number is left over."""
    parts: list[Part] = []
    end = 0
    for item in _item(names).finditer(text):
        keys = names.keys(item)
        gap = text[end : item.start()]
        if not keys or _NOISE.sub("", gap):
            return ()
        part = _part(item, keys, names)
        if parts and part.count is None and _continues(parts[-1], part, gap, item):
            parts[-1] = _widened(parts[-1], part, item, names)
        else:
            parts.append(part)
        end = item.end()
    return () if _NOISE.sub("", text[end:]) else tuple(parts)


def _item(names: ClassNames) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<about>{_ABOUT})?(?:(?P<before>{NUMBER})(?: ?(?:{HOMES}|x|stuks)(?!\w))? ?)?"
        rf"(?P<upto>(?<!\w)tot (?:en met |aan )?(?:de |het )?)?{names.pattern}"
        rf"(?: ?\((?P<about_after>{_ABOUT})?(?P<after>{NUMBER})\)|: ?(?P<behind>{NUMBER}))?"
    )


def _part(item: re.Match[str], keys: frozenset[str], names: ClassNames) -> Part:
    written = item["before"] or item["after"] or item["behind"]
    if item["upto"]:
        keys = names.between({names.order[0], *keys})
    return Part(
        keys=names.sorted(keys),
        count=_count(written) if written else None,
        approximate=bool(item["about"] or item["about_after"]),
    )


def _continues(previous: Part, part: Part, gap: str, item: re.Match[str]) -> bool:
    if previous.count is None or item["upto"] or _JOINED.search(gap):
        return True
    return set(part.keys) <= set(previous.keys)


def _widened(previous: Part, part: Part, item: re.Match[str], names: ClassNames) -> Part:
    keys = {*previous.keys, *part.keys}
    if item["upto"]:
        keys = {*names.between({*previous.keys, *names.keys(item)})}
    return replace(previous, keys=names.sorted(keys))


def _count(numeral: str) -> Decimal | None:
    return next(iter(possible_values(numeral)), None)
