"""The things in an example dossier, read from its files."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from prestatie_desktop.domain.agreement import (
    Agreement,
    AgreementStatus,
    Obligation,
    Origin,
    Role,
    RoleKind,
)
from prestatie_desktop.domain.agreement_set import (
    AgreementSet,
    SetKind,
    SetStatus,
    TextPart,
    TextPartKind,
)
from prestatie_desktop.domain.bod import BodText
from prestatie_desktop.domain.breakdown import read_accessibility, read_price
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.rank import spread
from prestatie_desktop.domain.richtext import Block, parse, to_html
from prestatie_desktop.domain.series import Cell, Series, SeriesColumn, SeriesKind, SeriesRow
from prestatie_desktop.domain.signing import Signatory, SigningBasis
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.filling.source import Row, Source
from prestatie_desktop.filling.standard import standard_choices, standard_kinds


def example_entities(origin: Source) -> tuple[Entity, ...]:
    """Everything in an example, as it stands after its whole history."""
    themes = tuple(_themes(origin))
    choices = tuple(standard_choices(origin.id_of))
    kinds = tuple(_kinds(origin, themes))
    return (
        _set(origin),
        *_text_parts(origin),
        *_parties(origin),
        *_groups(origin),
        *themes,
        *choices,
        *kinds,
        *_agreements(origin),
        *_projects(origin, choices),
        *_free(origin),
        *_series(origin),
        *_signatories(origin),
        *_bod_texts(origin),
    )


def _set(origin: Source) -> AgreementSet:
    row = dict(origin.read("dossier")["set"])
    row["kind"] = SetKind(row["kind"])
    row["status"] = SetStatus(row["status"])
    row["dated"] = _date(row["dated"])
    return AgreementSet(id=origin.id_of("set"), **row)


def _text_parts(origin: Source) -> Iterator[TextPart]:
    for row, rank in _ranked(origin.read("dossier")["text_parts"]):
        yield TextPart(
            id=origin.id_of(f"part:{row['kind']}:{row['title']}"),
            kind=TextPartKind(row["kind"]),
            title=row["title"],
            text=_linked(origin, row["text"]),
            rank=rank,
        )


def _parties(origin: Source) -> Iterator[Party]:
    party_id = origin.ids("party")
    for row, rank in _ranked(origin.read("parties")["parties"]):
        yield Party(
            id=party_id(row["key"]),
            kind=PartyKind(row["kind"]),
            name=row["name"],
            legal_name=row["legal_name"],
            aliases=tuple(row["aliases"]),
            seat=row["seat"],
            signs=row["signs"],
            represents=tuple(map(party_id, row["represents"])),
            note=row["note"],
            rank=rank,
        )


def _groups(origin: Source) -> Iterator[PartyGroup]:
    party_id = origin.ids("party")
    for row, rank in _ranked(origin.read("parties")["groups"]):
        yield PartyGroup(
            id=party_id(row["key"]),
            name=row["name"],
            members=tuple(map(party_id, row["members"])),
            note=row["note"],
            rank=rank,
        )


def _themes(origin: Source) -> Iterator[Theme]:
    for row, rank in _ranked(origin.read("themes")):
        yield Theme(
            id=origin.id_of(f"theme:{row['key']}"),
            number=row["number"],
            title=row["title"],
            short_title=row["short_title"],
            introduction=_linked(origin, row["introduction"]),
            rank=rank,
        )


def _kinds(origin: Source, themes: Sequence[Theme]) -> Iterator[CommitmentKind]:
    """The standard tables of projects; of the free ones a table for every theme that has rows."""
    by_number = {theme.number: theme for theme in themes}
    theme_id = origin.ids("theme")
    used = dict.fromkeys((row["kind"], row["theme"]) for row in origin.read("free"))
    for kind in standard_kinds(origin.id_of, by_number):
        if kind.form is KindForm.PROJECT:
            yield kind
        for key, theme in used:
            if key == kind.key:
                yield replace(
                    kind,
                    id=origin.id_of(_free_kind(key, theme)),
                    theme_id=theme_id(theme),
                    rank=f"{kind.rank}{theme}",
                )


def _agreements(origin: Source) -> Iterator[Agreement | Role]:
    item_id, party_id, theme_id = origin.ids("item"), origin.ids("party"), origin.ids("theme")
    for row, rank in _ranked(origin.read("agreements")):
        agreement = Agreement(
            id=item_id(row["key"]),
            theme_id=theme_id(row["theme"]),
            number=row["number"],
            heading=row["heading"],
            text=_linked(origin, row["text"]),
            status=AgreementStatus(row["status"]),
            obligation=Obligation(row["obligation"]) if row["obligation"] else None,
            planning=row["planning"],
            indicator=row["indicator"],
            origin=Origin(row["origin"]) if row["origin"] else None,
            remark=row["remark"],
            open_question=row["open_question"],
            question_owner_id=party_id(row["question_owner"]),
            rank=rank,
        )
        yield agreement
        for role in row["roles"]:
            yield Role(
                id=origin.id_of(f"role:{row['key']}:{role['party']}"),
                item_id=agreement.id,
                party_id=party_id(role["party"]),
                kind=RoleKind(role["role"]),
            )


def _projects(origin: Source, choices: Sequence[Choice]) -> Iterator[Commitment]:
    accessibility = [choice for choice in choices if choice.list is ChoiceList.ACCESSIBILITY]
    prices = [choice for choice in choices if choice.list is ChoiceList.PRICE]
    municipality = _only_municipality(origin)
    for row, rank in _ranked(origin.read("projects")):
        yield Commitment(
            id=origin.id_of(f"item:{row['key']}"),
            kind_id=origin.id_of(f"kind:{row['kind']}"),
            corporation_id=origin.ids("party")(row["corporation"]),
            municipality_id=municipality,
            location=row["location"],
            homes=read(row["homes"]),
            homes_after=read(row.get("homes_after", "")),
            dwelling_type=row["dwelling_type"],
            accessibility=read_accessibility(row["accessibility"], accessibility),
            price=read_price(row["price"], prices),
            note=row["note"],
            rank=rank,
        )


def _only_municipality(origin: Source) -> Id:
    rows = origin.read("parties")["parties"]
    keys = [row["key"] for row in rows if row["kind"] == PartyKind.MUNICIPALITY]
    return origin.ids("party")(keys[0]) if len(keys) == 1 else ""


def _free(origin: Source) -> Iterator[Commitment]:
    for row, rank in _ranked(origin.read("free")):
        yield Commitment(
            id=origin.id_of(f"item:{row['key']}"),
            kind_id=origin.id_of(_free_kind(row["kind"], row["theme"])),
            corporation_id=origin.ids("party")(row["corporation"]),
            agreement_id=origin.ids("item")(row["agreement"]),
            location=row["subject"],
            amount=read(row["amount"], unit=row["unit"]),
            note=row["note"],
            rank=rank,
        )


def _free_kind(kind: str, theme: str) -> str:
    return f"kind:{kind}:{theme}"


def _series(origin: Source) -> Iterator[Series | SeriesRow]:
    for row, rank in _ranked(origin.read("series")):
        series = Series(
            id=origin.id_of(f"series:{row['key']}"),
            kind=SeriesKind(row["kind"]),
            theme_id=origin.ids("theme")(row["theme"]),
            agreement_id=origin.ids("item")(row["agreement"]),
            title=row["title"],
            row_label=row["row_label"],
            unit=row["unit"],
            reference_date=_date(row["reference_date"]),
            with_totals=row["with_totals"],
            columns=tuple(
                SeriesColumn(column["key"], column["label"], origin.ids("party")(column["party"]))
                for column in row["columns"]
            ),
            rank=rank,
        )
        yield series
        yield from _series_rows(origin, series, row)


def _series_rows(origin: Source, series: Series, source_row: Row) -> Iterator[SeriesRow]:
    for row, rank in _ranked(source_row["rows"]):
        cells = zip(series.columns, row["values"], strict=True)
        yield SeriesRow(
            id=origin.id_of(f"series:{source_row['key']}:{row['label']}"),
            series_id=series.id,
            label=row["label"],
            cells=tuple(Cell(column.key, read(raw, series.unit)) for column, raw in cells),
            rank=rank,
        )


def _signatories(origin: Source) -> Iterator[Signatory]:
    for row, rank in _ranked(origin.read("signatories")):
        yield Signatory(
            id=origin.id_of(f"signatory:{row['party']}:{row['name']}"),
            party_id=origin.ids("party")(row["party"]),
            name=row["name"],
            function=row["function"],
            basis=SigningBasis(row["basis"]) if row["basis"] else None,
            on_behalf_of=row["on_behalf_of"],
            rank=rank,
        )


def _bod_texts(origin: Source) -> Iterator[BodText]:
    for row in origin.read("bods"):
        party_id = origin.ids("party")(row["corporation"])
        for heading, text in row.items():
            if heading != "corporation" and text:
                yield BodText(
                    id=origin.id_of(f"bod:{row['corporation']}:{heading}"),
                    party_id=party_id,
                    heading=heading,
                    text=_linked(origin, text),
                )


def _linked(origin: Source, html: str) -> str:
    """Rich text whose links name the items' ids instead of their keys."""
    if "item:" not in html:
        return html
    return to_html(tuple(_linked_block(origin, block) for block in parse(html)))


def _linked_block(origin: Source, block: Block) -> Block:
    item_id = origin.ids("item")
    runs = tuple(replace(run, link=item_id(run.link)) if run.link else run for run in block.runs)
    return replace(block, runs=runs)


def _ranked(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    return zip(rows, spread(len(rows)), strict=True)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
