"""The numberings that a Word file defines: what each level looks like and where it starts."""

from dataclasses import dataclass, replace

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_text import whole
from prestatie_desktop.importing.readers.word_names import MC, W, has_on, val

LEVELS = 9
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering."""

    #: decimal, lowerLetter, bullet, none …; "01, 02" where the file spells its own sort.
    format: str = "none"
    #: "%1.%2": what is printed, with the numbers of levels in it.
    text: str = ""
    start: int = 1
    #: The level from 1 after which it starts again; 0: never; None: after every higher level.
    restart: int | None = None
    #: Whether all numbers in it are printed as 1, 2, 3.
    is_legal: bool = False
    #: The paragraph style that stands for this level; "" for none.
    style: str = ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering as paragraphs name it. Those of one `family` count on together."""

    family: str
    levels: tuple[Level, ...]
    #: Levels that start again where this numbering is first used, with their first number.
    starts: dict[int, int]

    def level_of_style(self, style_id: str) -> int | None:
        """The level that a paragraph style stands for."""
        places = (place for place, level in enumerate(self.levels) if level.style == style_id)
        return next(places, None) if style_id else None


def numberings(root: _Element | None) -> dict[str, Numbering]:
    """The numberings of a file, by the id that paragraphs use."""
    if root is None:
        return {}
    families = {each.get(W + "abstractNumId", ""): each for each in root.iter(W + "abstractNum")}
    # A numbering may be the one of a list style, which is spelled out elsewhere.
    of_styles = {
        style: family for family, each in families.items() if (style := val(each, "styleLink"))
    }
    levels = {family: _levels(each) for family, each in families.items()}
    found = {}
    for number in root.findall(W + "num"):
        family = val(number, "abstractNumId") or ""
        family = of_styles.get(val(families.get(family), "numStyleLink") or "", family)
        plain = levels.get(family, (Level(),) * LEVELS)
        found[number.get(W + "numId", "")] = _overridden(number, family, plain)
    return found


def _overridden(number: _Element, family: str, plain: tuple[Level, ...]) -> Numbering:
    levels, starts = list(plain), {}
    for override in number.findall(W + "lvlOverride"):
        place = whole(override.get(W + "ilvl"), 0, 0, LEVELS - 1)
        own = override.find(W + "lvl")
        if own is not None:
            levels[place] = _level(own)
        if (start := val(override, "startOverride")) is not None:
            starts[place] = whole(start, 1, 0, _MOST)
            levels[place] = replace(levels[place], start=starts[place])
    return Numbering(family, tuple(levels), starts)


def _levels(family: _Element) -> tuple[Level, ...]:
    levels = [Level()] * LEVELS
    for each in family.findall(W + "lvl"):
        levels[whole(each.get(W + "ilvl"), 0, 0, LEVELS - 1)] = _level(each)
    return tuple(levels)


def _level(element: _Element) -> Level:
    restart = val(element, "lvlRestart")
    return Level(
        format=_format(element),
        text=val(element, "lvlText") or "",
        start=whole(val(element, "start"), 1, 0, _MOST),
        restart=None if restart is None else whole(restart, 0, 0, LEVELS),
        is_legal=has_on(element, "isLgl"),
        style=val(element, "pStyle") or "",
    )


def _format(level: _Element) -> str:
    """Newer sorts of numbers stand beside one that every program knows."""
    found = level.find(W + "numFmt")
    if found is None:
        found = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if found is None:
        return "decimal"
    sort = val(found) or "decimal"
    return found.get(W + "format", "decimal") if sort == "custom" else sort
