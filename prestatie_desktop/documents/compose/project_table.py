"""Commitments of one kind as a table of the agreements: projects with their homes, or amounts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from prestatie_desktop.documents.blocks import (
    Align,
    Cell,
    Column,
    Row,
    RowKind,
    TableBlock,
    Words,
)
from prestatie_desktop.documents.compose.totals import whole_total
from prestatie_desktop.domain.bod_overview import doubles
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.items import binds
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.domain.totals import total
from prestatie_desktop.words.labels import label

Words_of = Callable[[Commitment], Words | Cell]


@dataclass(frozen=True, slots=True)
class _Field:
    """A column and what it says of a row; left out when it says nothing of any row."""

    column: Column
    words: Words_of
    always: bool = False


def commitment_table(
    dossier: Dossier, kind: CommitmentKind, rows: Sequence[Commitment], caption: str = ""
) -> TableBlock:
    """The rows of one kind; a table of homes ends with its total."""
    projects = kind.form is KindForm.PROJECT
    fields = _project_fields(dossier) if projects else _free_fields(dossier)
    used = [field for field in fields if field.always or any(field.words(row) for row in rows)]
    body = [
        Row(cells=tuple(field.words(row) for field in used), anchor=f"item:{row.id}")
        for row in rows
    ]
    if projects:
        body.append(_total(rows, used))
    return TableBlock(
        caption=caption,
        alt=f"{kind.label}: {len(rows)} {'rij' if len(rows) == 1 else 'rijen'}",
        columns=tuple(field.column for field in used),
        rows=tuple(body),
    )


def rows_of(dossier: Dossier, kind: CommitmentKind) -> tuple[Commitment, ...]:
    """The commitments of a kind that bind, in order."""
    return tuple(row for row in dossier.of(Commitment, "kind_id", kind.id) if binds(row))


def place(dossier: Dossier, row: Commitment, *, with_phasing: bool = False) -> Cell:
    """The place of a project or the subject of a promise, with what else is said about it."""
    return Cell(content=row.location, note="; ".join(_remarks(dossier, row, with_phasing)))


def dwelling_type(dossier: Dossier, row: Commitment) -> str:
    """The dwelling type as the dossier's list calls it, or as it was written."""
    for choice in dossier.all(Choice):
        if choice.list is ChoiceList.DWELLING_TYPE and choice.key == row.dwelling_type:
            return choice.label
    return row.dwelling_type


def homes(row: Commitment) -> Words | Cell:
    """The number of homes as it was written, and how many there will be after."""
    if row.homes_after.is_empty:
        return row.homes.raw
    return Cell(content=row.homes.raw, note=f"daarna {row.homes_after.raw}")


def _remarks(dossier: Dossier, row: Commitment, with_phasing: bool) -> Iterator[str]:
    where = [row.neighbourhood, row.postcode]
    several = sum(p.kind is PartyKind.MUNICIPALITY for p in dossier.parties) > 1
    if several and dossier.find(Party, row.municipality_id):
        where.append(named(dossier, row.municipality_id))
    if place := ", ".join(filter(None, where)):
        yield place
    if row.daeb:
        yield label(row.daeb)
    if with_phasing:
        yield from (f"{phase.year}: {phase.quantity.raw}" for phase in row.phasing)
    if row.note.strip():
        yield row.note.strip()


def _project_fields(dossier: Dossier) -> list[_Field]:
    return [
        _Field(
            Column(title="Locatie", weight=42, strong=True),
            lambda row: place(dossier, row, with_phasing=True),
            always=True,
        ),
        _Field(Column(title="Corporatie", weight=26), lambda row: _corporation(dossier, row)),
        _Field(Column(title="Woningtype", weight=27), lambda row: dwelling_type(dossier, row)),
        _Field(Column(title="Toegankelijkheid", weight=25), lambda row: row.accessibility.raw),
        _Field(Column(title="Prijsklasse", weight=30), lambda row: row.price.raw),
        _Field(Column(title="Woningen", weight=21, align=Align.RIGHT), homes, always=True),
    ]


def _free_fields(dossier: Dossier) -> list[_Field]:
    return [
        _Field(
            Column(title="Onderwerp", weight=92, strong=True),
            lambda row: place(dossier, row, with_phasing=True),
            always=True,
        ),
        _Field(Column(title="Partij", weight=38), lambda row: _corporation(dossier, row)),
        _Field(
            Column(title="Hoeveelheid", weight=40, align=Align.RIGHT),
            lambda row: row.amount.raw or row.homes.raw,
            always=True,
        ),
    ]


def _corporation(dossier: Dossier, row: Commitment) -> str:
    return named(dossier, row.corporation_id) if row.corporation_id else ""


def _total(rows: Sequence[Commitment], used: Sequence[_Field]) -> Row:
    once = doubles(rows)
    left_out = {row.id for row in once}
    found = total(row.homes for row in rows if row.id not in left_out)
    number, sentence = whole_total(found, len(once))
    cells: list[Words | Cell] = ["" for _ in used]
    cells[0] = Cell(content="Totaal", note=sentence)
    cells[next(i for i, f in enumerate(used) if f.column.title == "Woningen")] = number
    return Row(cells=tuple(cells), kind=RowKind.TOTAL)
