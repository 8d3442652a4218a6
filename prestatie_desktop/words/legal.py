"""The legal headings of a bod, by the year it is about (resources/legal/bod.json)."""

import json
from dataclasses import dataclass
from functools import cache

from prestatie_desktop.paths import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalText:
    """A text of the bod: its key (as `BodText.heading`), what it is called and the article."""

    key: str
    label: str
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalHeading:
    """A legal part of the bod: the kinds of commitments and the texts that answer to it."""

    key: str
    label: str
    article: str
    kinds: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBod:
    """What a bod has to hold under the law of one period; dates as 2015-07-01, "" for open."""

    valid_from: str
    valid_to: str
    law: str
    horizon_years: int
    headings: tuple[LegalHeading, ...]
    texts: tuple[LegalText, ...]
    checklist: tuple[LegalText, ...]

    def text(self, key: str) -> LegalText:
        """A text by its key. Raises KeyError."""
        for one in self.texts:
            if one.key == key:
                return one
        raise KeyError(key)


def legal_bod(year: int) -> LegalBod:
    """The headings that hold for agreements about a year; the earliest for years before them.

    A version whose period began before that year counts; of several the latest.
    """
    versions = _versions()
    held = [version for version in versions if version.valid_from < f"{year}"]
    return (held or versions[:1])[-1]


@cache
def _versions() -> tuple[LegalBod, ...]:
    content = json.loads((resources() / "legal" / "bod.json").read_text(encoding="utf-8"))
    return tuple(
        LegalBod(
            valid_from=row["valid_from"],
            valid_to=row["valid_to"] or "",
            law=row["law"],
            horizon_years=row["horizon_years"],
            headings=tuple(
                LegalHeading(
                    key=heading["key"],
                    label=heading["label"],
                    article=heading["article"],
                    kinds=tuple(heading["kinds"]),
                    texts=tuple(heading["texts"]),
                )
                for heading in row["headings"]
            ),
            texts=tuple(LegalText(**text) for text in row["texts"]),
            checklist=tuple(LegalText(**line) for line in row["checklist"]),
        )
        for row in sorted(content["versions"], key=lambda version: str(version["valid_from"]))
    )
