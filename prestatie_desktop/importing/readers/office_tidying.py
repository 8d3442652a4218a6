"""Blanks around and inside paragraphs."""

import re
from dataclasses import replace
from itertools import groupby

from prestatie_desktop.domain.richtext import Run, marks
from prestatie_desktop.importing.source import Stretch

_LABEL = re.compile(r"(?:[^\W\d_]{0,12}[ \xa0])?\(?(?:\d{1,3}|[^\W\d_])(?:[.)]\w{0,3})*|\W{1,2}")
_FIGURE = re.compile(r"\W{0,3}\d[\d.,]*\W{0,3}|[ivxlc]{1,6}")


def tidy(stretches: list[Stretch]) -> list[Stretch]:
    """Without blanks at either end; a tab is a blank, unless tabs make columns."""
    stretches = _trimmed(stretches)
    if any("\t" in each.run.text for each in stretches):
        keep = _has_columns("".join(e.run.text for e in stretches if e.deleted is None))
        stretches = stretches if keep else [_untabbed(each) for each in stretches]
    return stretches


def kept(stretches: list[Stretch]) -> tuple[Run, ...]:
    """The runs that are left when deletions are carried out."""
    left = _trimmed([each for each in stretches if each.deleted is None])
    if len(left) == 1:
        return (left[0].run,)
    return tuple(_joined(list(alike)) for _, alike in groupby((e.run for e in left), marks))


def is_tracked(stretches: list[Stretch]) -> bool:
    """Whether anybody's change is among them."""
    return any(each.inserted or each.deleted for each in stretches)


def _joined(alike: list[Run]) -> Run:
    if len(alike) == 1:
        return alike[0]
    return replace(alike[0], text="".join(run.text for run in alike))


def _trimmed(stretches: list[Stretch]) -> list[Stretch]:
    first, last = 0, len(stretches)
    while first < last and not stretches[first].run.text.strip():
        first += 1
    while last > first and not stretches[last - 1].run.text.strip():
        last -= 1
    result = stretches[first:last]
    if result:
        result[0] = _with_text(result[0], result[0].run.text.lstrip())
        result[-1] = _with_text(result[-1], result[-1].run.text.rstrip())
    return result


def _untabbed(stretch: Stretch) -> Stretch:
    return _with_text(stretch, re.sub(r"\t+", " ", stretch.run.text))


def _with_text(stretch: Stretch, text: str) -> Stretch:
    if text == stretch.run.text:
        return stretch
    return replace(stretch, run=replace(stretch.run, text=text))


def _has_columns(text: str) -> bool:
    """Whether tabs set words apart: "Naam, tab, functie, tab, datum" or "Inleiding, tab, 3"."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    if cells and _LABEL.fullmatch(cells[0]):
        cells = cells[1:]
    return len(cells) > 2 or (len(cells) == 2 and _FIGURE.fullmatch(cells[1]) is not None)
