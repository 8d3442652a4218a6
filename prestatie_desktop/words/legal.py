"""What the law asks of a bod, as data with the day from which it holds (resources/legal/bod.json)."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

from prestatie_desktop.paths import resources


@dataclass(frozen=True, slots=True)
class LegalHeading:
    """A part the law names: its rows are of these kinds, its words under these texts."""

    key: str
    label: str
    article: str
    kinds: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBod:
    """The parts of a bod as the law had them from a day on."""

    valid_from: date
    law: str
    headings: tuple[LegalHeading, ...]
    #: The texts a corporation writes, in the order of the bod.
    texts: tuple[LegalHeading, ...]
    #: What is asked beside the headings: consultation, horizon, invitation.
    checklist: tuple[LegalHeading, ...]


def legal_bod(on: date) -> LegalBod:
    """What held on a day; before the first version we know, that first version."""
    known = _versions()
    return next((version for version in reversed(known) if version.valid_from <= on), known[0])


@cache
def _versions() -> tuple[LegalBod, ...]:
    text = (resources() / "legal" / "bod.json").read_text(encoding="utf-8")
    versions = [
        LegalBod(
            valid_from=date.fromisoformat(version["valid_from"]),
            law=version["law"],
            headings=_headings(version["headings"]),
            texts=_headings(version["texts"]),
            checklist=_headings(version["checklist"]),
        )
        for version in json.loads(text)["versions"]
    ]
    return tuple(sorted(versions, key=lambda version: version.valid_from))


def _headings(rows: list[dict[str, object]]) -> tuple[LegalHeading, ...]:
    return tuple(
        LegalHeading(
            str(row["key"]),
            str(row["label"]),
            str(row["article"]),
            _keys(row.get("kinds")),
            _keys(row.get("texts")),
        )
        for row in rows
    )


def _keys(listed: object) -> tuple[str, ...]:
    return tuple(str(key) for key in listed) if isinstance(listed, list) else ()
