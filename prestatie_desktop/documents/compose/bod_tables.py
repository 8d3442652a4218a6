"""The rows of a bod: what falls in which of the coming years, and what has no year yet."""

import re
from collections.abc import Sequence

from prestatie_desktop.documents.blocks import Align, Cell, Column, Row, RowKind, TableBlock, Words
from prestatie_desktop.documents.compose.bod_version import BodVersion
from prestatie_desktop.documents.compose.project_table import dwelling_type, place
from prestatie_desktop.documents.compose.totals import total_cell, whole_total
from prestatie_desktop.domain.bod_overview import offer, overview, without_year
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.quantity import Quantity

_NOUN = re.compile(r"(?<=[\d)])\s+woning(?:en)?$", re.IGNORECASE)


def bod_table(version: BodVersion, kind: CommitmentKind, rows: Sequence[Commitment]) -> TableBlock:
    """The rows of one kind: projects by year, other promises with their amount."""
    if kind.form is KindForm.FREE:
        return _free(version, kind, rows)
    return _projects(version, kind, rows)


def _projects(version: BodVersion, kind: CommitmentKind, rows: Sequence[Commitment]) -> TableBlock:
    years = version.years
    types = any(row.dwelling_type for row in rows)
    body: list[Row] = []
    for heading, part in _by_municipality(version, rows):
        if heading:
            body.append(Row(cells=(heading,), kind=RowKind.GROUP))
        body += [_project(version, row, types=types) for row in part]
    body.append(_total(kind, rows, years, types=types))
    return TableBlock(
        caption=kind.label,
        alt=f"{kind.label} per jaar: {len(rows)} {'rij' if len(rows) == 1 else 'rijen'}",
        columns=(
            Column(title="Locatie", weight=53, strong=True),
            *((Column(title="Woningtype", weight=26),) if types else ()),
            *(
                Column(title=str(year), weight=11, align=Align.RIGHT, group="Woningen per jaar")
                for year in years
            ),
            Column(title="Zonder jaar", weight=18, align=Align.RIGHT),
            Column(title="Totaal", weight=18, align=Align.RIGHT, strong=True),
        ),
        rows=tuple(body),
    )


def _project(version: BodVersion, row: Commitment, *, types: bool) -> Row:
    cells: list[Words | Cell] = [place(version.text, row)]
    if types:
        cells.append(dwelling_type(version.text, row))
    cells += [_short(row.in_year(year)) for year in version.years]
    cells += [_short(without_year(row)), _whole(row)]
    return Row(cells=tuple(cells))


def _short(quantity: Quantity) -> str:
    """As it was written, without the noun the column says already."""
    return _NOUN.sub("", quantity.raw.strip())


def _whole(row: Commitment) -> Cell:
    """The whole number; when it was agreed otherwise since, that stands under it."""
    notes = []
    if not row.homes_after.is_empty:
        notes.append(f"daarna {row.homes_after.raw}")
    agreed, offered = row.homes.raw.strip(), row.offered.raw.strip()
    if agreed and offered and agreed != offered:
        notes.append(f"afgesproken {_short(row.homes)}")
    return Cell(content=_short(offer(row)), note=", ".join(notes))


def _total(
    kind: CommitmentKind, rows: Sequence[Commitment], years: Sequence[int], *, types: bool
) -> Row:
    facts = overview(kind, rows, years)
    number, sentence = whole_total(facts.offered, len(facts.doubles))
    cells: list[Words | Cell] = [Cell(content="Totaal", note=sentence)]
    if types:
        cells.append("")
    cells += [total_cell(found) for found in facts.per_year]
    cells += [total_cell(facts.without_year), number]
    return Row(cells=tuple(cells), kind=RowKind.TOTAL)


def _by_municipality(
    version: BodVersion, rows: Sequence[Commitment]
) -> list[tuple[str, Sequence[Commitment]]]:
    """The rows per municipality; without headings when there is one only."""
    if len(version.municipalities) < 2:
        return [("", rows)]
    known = {party.id for party in version.municipalities}
    found: list[tuple[str, Sequence[Commitment]]] = [
        (named(version.text, party.id), [r for r in rows if r.municipality_id == party.id])
        for party in version.municipalities
    ]
    found.append(("Zonder gemeente", [r for r in rows if r.municipality_id not in known]))
    return [(heading, part) for heading, part in found if part]


def _free(version: BodVersion, kind: CommitmentKind, rows: Sequence[Commitment]) -> TableBlock:
    return TableBlock(
        caption=kind.label,
        alt=f"{kind.label}: {len(rows)} {'rij' if len(rows) == 1 else 'rijen'}",
        columns=(
            Column(title="Onderwerp", weight=120, strong=True),
            Column(title="Hoeveelheid", weight=50, align=Align.RIGHT),
        ),
        rows=tuple(
            Row(
                cells=(
                    place(version.text, row, with_phasing=True),
                    offer(row).raw or "–",
                )
            )
            for row in rows
        ),
    )
