"""The list at the end of a bod: each legal part, where it stands, and whether it is there."""

from collections.abc import Iterator

from prestatie_desktop.documents.blocks import Cell, Column, Row, TableBlock
from prestatie_desktop.documents.compose.bod_version import BodVersion
from prestatie_desktop.domain.bod_readiness import Reason, Standing, procedure_point
from prestatie_desktop.words.bods import point_words
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.legal import LegalHeading

PRESENT, NO_PLANS, MISSING = "ja", "geen voornemens", "nog niet"
TO_READ = "zie de teksten"


def checklist(version: BodVersion, sections: dict[str, str]) -> TableBlock:
    """`sections` says under which number a legal part is printed, by its key."""
    rows = [*_headings(version, sections), *_duties(version, sections)]
    return TableBlock(
        alt="Wettelijke onderdelen, waar zij staan en of zij er zijn",
        columns=(
            Column(title="Wettelijk onderdeel", weight=108, strong=True),
            Column(title="Paragraaf", weight=22),
            Column(title="Aanwezig", weight=40),
        ),
        rows=tuple(rows),
    )


def has_plans(version: BodVersion, heading: LegalHeading) -> bool:
    """Whether anything is offered under a legal heading: a row or a text."""
    kinds = version.kinds(heading.kinds, heading.key)
    return any(version.rows(kind) for kind in kinds) or any(map(version.words, heading.texts))


def _headings(version: BodVersion, sections: dict[str, str]) -> Iterator[Row]:
    for heading in version.legal.headings:
        there = PRESENT if has_plans(version, heading) else NO_PLANS
        what = Cell(content=heading.label, note=heading.article)
        yield Row(cells=(what, sections.get(heading.key, "–"), there))


def _duties(version: BodVersion, sections: dict[str, str]) -> Iterator[Row]:
    for duty in version.legal.checklist:
        what = Cell(content=duty.label, note=duty.article)
        yield Row(cells=(what, sections.get(duty.key, "–"), _kept(version, duty.key)))


def _kept(version: BodVersion, duty: str) -> str:
    if duty == "consultation":
        return _consultation(version)
    if duty == "invitation":
        return PRESENT  # the request for talks is printed with every bod
    point = procedure_point(version.text, version.party.id, duty)
    if point.standing is Standing.HINT:
        return TO_READ
    if point.standing is Standing.WARNING:
        return f"ten dele: {point_words(point)}"
    return NO_PLANS if point.reason is Reason.NO_ROWS else PRESENT


def _consultation(version: BodVersion) -> str:
    done = version.submission
    if done and done.consulted_on:
        return f"{PRESENT}, {long_date(done.consulted_on)}"
    return PRESENT if done and done.consultation.strip() else MISSING
