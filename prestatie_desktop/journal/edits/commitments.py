"""Edits of the tables: kinds, and the rows of the bod."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from prestatie_desktop.domain.agreement import MAX_TEXT, Agreement
from prestatie_desktop.domain.breakdown import read_accessibility, read_price
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import (
    Commitment,
    CommitmentKind,
    Daeb,
    KindForm,
    ProjectStatus,
    YearQuantity,
)
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.quantity import Quantity, read
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Added, Change, Removed, difference
from prestatie_desktop.journal.edits.making import (
    act,
    add,
    edit,
    known_if_any,
    line,
    lines,
    numbered,
    rank_at,
    rank_last,
    required,
)
from prestatie_desktop.journal.edits.removing import item_belongings
from prestatie_desktop.journal.session import Act


def add_kind(
    dossier: Dossier,
    label: str,
    *,
    theme_id: Id = "",
    number: str = "",
    form: KindForm = KindForm.PROJECT,
    legal: str = "",
) -> Act:
    """Add a table of its own sort to the dossier. Raises UserError for an empty label."""
    label = required(label, "De naam van de tabel")
    known_if_any(dossier, (Theme,), theme_id)
    kind = CommitmentKind(
        id=new_id(),
        key=f"own_{new_id()}",
        label=label,
        number=numbered(number),
        theme_id=theme_id,
        form=form,
        legal=legal,
        rank=rank_last(dossier.all(CommitmentKind)),
    )
    return add("add_kind", kind, about=label)


def edit_kind(dossier: Dossier, kind_id: Id, **new: Any) -> Act:
    """Change the label, number, theme or legal heading of a table."""
    kind = dossier.get(CommitmentKind, kind_id)
    if "label" in new:
        new["label"] = required(new["label"], "De naam van de tabel")
    if "number" in new:
        new["number"] = numbered(new["number"])
    known_if_any(dossier, (Theme,), new.get("theme_id", ""))
    return edit("edit_kind", kind, about=kind.label, **new)


def remove_kind(dossier: Dossier, kind_id: Id) -> Act:
    """Take out a table with its rows; one step to undo."""
    kind = dossier.get(CommitmentKind, kind_id)
    rows = dossier.of(Commitment, "kind_id", kind_id)
    doomed = [e for row in rows for e in (*item_belongings(dossier, row.id), row)]
    return act("remove_kind", *(Removed(e) for e in [*doomed, kind]), about=kind.label)


def add_commitment(
    dossier: Dossier,
    kind_id: Id,
    *,
    corporation_id: Id = "",
    after: Id = "",
    values: Mapping[str, Any] | None = None,
    commitment_id: Id = "",
) -> Act:
    """Add a row at the end of a table, or after another row. `values` as in `set_values`."""
    kind = dossier.get(CommitmentKind, kind_id)
    known_if_any(dossier, (Party,), corporation_id)
    siblings = dossier.of(Commitment, "kind_id", kind_id)
    place = next((i + 1 for i, c in enumerate(siblings) if c.id == after), len(siblings))
    empty = Commitment(
        id=commitment_id or new_id(),
        kind_id=kind_id,
        corporation_id=corporation_id,
        rank=rank_at(siblings, place),
    )
    row = replace(empty, **read_values(dossier, empty, values or {}))
    return act("add_commitment", Added(row), about=kind.label, place=row.location)


def set_values(dossier: Dossier, commitment_id: Id, values: Mapping[str, Any]) -> Act:
    """Change fields of a row. Numbers, accessibility and price are given as they were typed.

    `year:2025` stands for the number in that year. Raises UserError for what is far too long,
    KeyError for a field or a reference that is not there.
    """
    row = dossier.get(Commitment, commitment_id)
    changed = replace(row, **read_values(dossier, row, values))
    fields = ",".join(sorted(values))
    return act("set_commitment", *difference(row, changed), about=_name(dossier, row), field=fields)


def set_cells(
    dossier: Dossier, cells: Iterable[tuple[Id, Mapping[str, Any]]], action: str = "paste_cells"
) -> Act:
    """Change many rows in one step: pasting, filling down."""
    rows: dict[Id, Commitment] = {}
    for commitment_id, values in cells:
        row = rows.get(commitment_id) or dossier.get(Commitment, commitment_id)
        rows[commitment_id] = replace(row, **read_values(dossier, row, values))
    changes = [
        change
        for row in rows.values()
        for change in difference(dossier.get(Commitment, row.id), row)
    ]
    return act(action, *changes, count=str(len(rows)))


def paste_rows(
    dossier: Dossier, kind_id: Id, corporation_id: Id, rows: Sequence[Mapping[str, Any]]
) -> Act:
    """Add many rows at the end of a table in one step."""
    kind = dossier.get(CommitmentKind, kind_id)
    known_if_any(dossier, (Party,), corporation_id)
    last = dossier.of(Commitment, "kind_id", kind_id)[-1:]
    added: list[Change] = []
    for values in rows:
        empty = Commitment(
            id=new_id(), kind_id=kind_id, corporation_id=corporation_id, rank=rank_last(last)
        )
        row = replace(empty, **read_values(dossier, empty, values))
        last = (row,)
        added.append(Added(row))
    return act("paste_rows", *added, about=kind.label, count=str(len(rows)))


def confirm_reading(dossier: Dossier, commitment_id: Id, field: str, reading: Quantity) -> Act:
    """Say how a number is meant when it can be read in two ways; its raw text stays."""
    row = dossier.get(Commitment, commitment_id)
    if getattr(row, field).raw != reading.raw:
        raise ValueError("a reading may not change what was written")
    confirmed: dict[str, Any] = {field: replace(reading, confirmed=True)}
    changed = replace(row, **confirmed)
    return act("confirm_reading", *difference(row, changed), about=_name(dossier, row))


def move_commitment(dossier: Dossier, commitment_id: Id, position: int) -> Act:
    """Put a row at another position in its table."""
    row = dossier.get(Commitment, commitment_id)
    rank = rank_at(dossier.of(Commitment, "kind_id", row.kind_id), position, commitment_id)
    return edit("move_commitment", row, about=_name(dossier, row), rank=rank)


def remove_commitments(dossier: Dossier, commitment_ids: Sequence[Id]) -> Act:
    """Take out rows; one step to undo."""
    rows = [dossier.get(Commitment, one) for one in dict.fromkeys(commitment_ids)]
    doomed = [e for row in rows for e in (*item_belongings(dossier, row.id), row)]
    about = _name(dossier, rows[0]) if len(rows) == 1 else ""
    return act(
        "remove_commitments", *(Removed(e) for e in doomed), about=about, count=str(len(rows))
    )


def _name(dossier: Dossier, row: Commitment) -> str:
    return row.location or named(dossier, row.corporation_id)


def read_values(dossier: Dossier, row: Commitment, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a row that such values make; raises as `set_values`."""
    new: dict[str, Any] = {}
    phasing = {phase.year: phase.quantity for phase in row.phasing}
    for field, value in values.items():
        if field.startswith("year:"):
            phasing[int(field.removeprefix("year:"))] = read(_raw(value))
        else:
            new[field] = _READERS[field](dossier, value)
    kept = tuple(YearQuantity(y, q) for y, q in sorted(phasing.items()) if not q.is_empty)
    return {**new, "phasing": kept}


def _raw(value: str) -> str:
    """A number as it was typed: kept to the letter, but no novel in a cell."""
    if len(value) > MAX_TEXT // 100:
        raise UserError(
            "Deze cel is langer dan 1.000 tekens en is niet overgenomen; zet een langere "
            "toelichting in de kolom Toelichting."
        )
    return "".join(c if c.isprintable() else " " for c in value).strip()


def _choices(dossier: Dossier, which: ChoiceList) -> tuple[Choice, ...]:
    return tuple(choice for choice in dossier.all(Choice) if choice.list is which)


def _read_number(_: Dossier, typed: str) -> Quantity:
    return read(_raw(typed))


def _read_cell(_: Dossier, typed: str) -> str:
    return line(typed, "De tekst in deze cel")


def _reference(sort: type[Entity]) -> Callable[[Dossier, Id], Id]:
    def read_reference(dossier: Dossier, entity_id: Id) -> Id:
        known_if_any(dossier, (sort,), entity_id)
        return entity_id

    return read_reference


_READERS: dict[str, Callable[[Dossier, Any], Any]] = {
    **dict.fromkeys(("homes", "homes_after", "offered"), _read_number),
    **dict.fromkeys(("location", "neighbourhood", "postcode", "dwelling_type"), _read_cell),
    **dict.fromkeys(("corporation_id", "municipality_id"), _reference(Party)),
    "agreement_id": _reference(Agreement),
    "amount": lambda _, typed: read(_raw(typed), unit=""),
    "note": lambda _, typed: lines(typed, "De toelichting"),
    "accessibility": lambda dossier, typed: read_accessibility(
        _raw(typed), _choices(dossier, ChoiceList.ACCESSIBILITY)
    ),
    "price": lambda dossier, typed: read_price(_raw(typed), _choices(dossier, ChoiceList.PRICE)),
    "daeb": lambda _, key: Daeb(key) if key else None,
    "status": lambda _, key: ProjectStatus(key) if key else None,
}
