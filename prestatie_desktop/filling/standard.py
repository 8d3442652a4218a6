"""The standard lists a new dossier starts with: themes, tables and classes to choose from."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import CommitmentKind, KindForm
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.rank import spread
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.paths import resources

#: Gives the id of a thing by its key in the list ("kind:new_build").
MakeId = Callable[[str], Id]

_LISTS = {
    "dwelling_types": ChoiceList.DWELLING_TYPE,
    "accessibility": ChoiceList.ACCESSIBILITY,
    "prices": ChoiceList.PRICE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardTheme:
    """A chapter that can be chosen for a new dossier."""

    number: str
    title: str
    short_title: str = ""
    introduction: str = ""


def standard_themes() -> tuple[StandardTheme, ...]:
    """The chapters most agreements have, in their usual order."""
    return tuple(StandardTheme(**theme) for theme in _lists()["themes"])


def is_standard_theme(theme: Theme) -> bool:
    """Whether a theme is one that a new dossier begins with, and nobody changed it."""
    known = {(one.title, one.short_title, one.introduction) for one in standard_themes()}
    return (theme.title, theme.short_title, theme.introduction) in known


def standard_choices(make_id: MakeId) -> Iterator[Choice]:
    """The dwelling types, accessibility classes and price segments of a new dossier."""
    for name, which in _LISTS.items():
        rows = _lists()[name]
        for row, rank in zip(rows, spread(len(rows)), strict=True):
            yield Choice(
                id=make_id(f"choice:{which}:{row['key']}"),
                list=which,
                key=row["key"],
                label=row["label"],
                aliases=tuple(row["aliases"]),
                rank=rank,
            )


def standard_kinds(make_id: MakeId, themes: Mapping[str, Theme]) -> Iterator[CommitmentKind]:
    """The tables of a new dossier; `themes` are its chapters by their standard number.

    A table takes over the number of its chapter: table 1.3 of a chapter that became 2 is 2.3.
    The table of a chapter that was not chosen stands outside the chapters, without a number.
    """
    rows = _lists()["kinds"]
    for row, rank in zip(rows, spread(len(rows)), strict=True):
        theme = themes.get(row["theme"])
        rest = row["number"].partition(".")[2]
        yield CommitmentKind(
            id=make_id(f"kind:{row['key']}"),
            key=row["key"],
            label=row["label"],
            number=f"{theme.number}.{rest}" if theme and rest else "",
            theme_id=theme.id if theme else "",
            form=KindForm(row["form"]),
            legal=row["legal"],
            rank=rank,
        )


@cache
def _lists() -> dict[str, Any]:
    path = resources() / "templates" / "standard.json"
    lists: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return lists
