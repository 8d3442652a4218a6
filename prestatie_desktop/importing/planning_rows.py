"""Rows of commitments of a source in the tables of a dossier."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.commitment import Commitment, YearQuantity
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.filling.standard import standard_choices
from prestatie_desktop.importing.matching_rows import RowPairing, pair_rows
from prestatie_desktop.importing.planning_agreements import Agreements, with_lines
from prestatie_desktop.importing.planning_draft import Work
from prestatie_desktop.importing.planning_kinds import Kinds
from prestatie_desktop.importing.planning_parties import Names
from prestatie_desktop.importing.planning_ranks import ranks_among
from prestatie_desktop.importing.planning_themes import Themes
from prestatie_desktop.importing.reading import FoundRow
from prestatie_desktop.journal.edits.commitments import read_values
from prestatie_desktop.words.importing import labelled

#: What every row says in words of its own: not worth remembering.
_VARIED = frozenset({"location", "note"})


def plan_rows(work: Work, names: Names, themes: Themes, agreements: Agreements) -> None:
    """Bring the rows in, each in its table and in the order of the source."""
    if not work.dossier.count(Choice) and (work.reading.rows or work.is_pristine):
        for choice in standard_choices(lambda _: new_id()):
            work.draft.add(choice)
    kinds = Kinds(work)
    reader = _Reader(work, names, themes, agreements, kinds)
    given = {part.key: reader.given(part) for part in work.reading.rows}
    kinds.settle()
    wanted = {key: Commitment(id="", rank="", **values) for key, values in given.items()}
    standing = work.dossier.all(Commitment)
    found = pair_rows(work.reading.rows, wanted, standing, work.decisions)
    ranks = dict(_ranks(work, found, wanted))
    for place, part in enumerate(work.reading.rows):
        pair = found.pairing.pairs.get(place)
        if work.is_left_out(part):
            work.left_out(part, pair)
        elif pair is None:
            row = replace(wanted[part.key], id=new_id(), rank=ranks[place])
            work.draft.add(row)
            work.added(part, row, found.others(place))
        else:
            changed = work.draft.change(pair.entity, _updated(pair.entity, given[part.key]))
            work.updated(part, pair, changed=changed, others=found.others(place))


class _Reader:
    """Reads the values of rows as editing does."""

    def __init__(
        self, work: Work, names: Names, themes: Themes, agreements: Agreements, kinds: Kinds
    ) -> None:
        self._work = work
        self._names = names
        self._themes = themes
        self._agreements = agreements
        self._kinds = kinds
        self._empty = Commitment(id="", kind_id="", rank="")
        towns = [p.id for p in work.dossier.parties if p.kind is PartyKind.MUNICIPALITY]
        self._known: dict[tuple[str, str], dict[str, Any]] = {}
        self._only_town = towns[0] if len(towns) == 1 else ""

    def given(self, part: FoundRow) -> dict[str, Any]:
        """The fields that the source gives; always the table."""
        given = self._values(part.values)
        if "amount" in given:
            given["amount"] = read(given["amount"].raw, unit=part.unit)
        corporation = self._names.party(part.corporation)
        if part.corporation and not corporation:
            # The cell says who does it, but it is a group, or somebody who was left out.
            said = labelled("corporation", part.corporation)
            given["note"] = with_lines(given.get("note", ""), said)
        given |= self._references(part)
        given["corporation_id"] = corporation
        return {field: value for field, value in given.items() if value or field == "kind_id"}

    def _values(self, values: Mapping[str, str]) -> dict[str, Any]:
        given: dict[str, Any] = {}
        phasing: list[YearQuantity] = []
        for field, text in values.items():
            if text.strip():
                one = self._value(field, text)
                phasing += one["phasing"]
                given |= one
        return {**given, "phasing": tuple(sorted(phasing, key=lambda phase: phase.year))}

    def _value(self, field: str, text: str) -> dict[str, Any]:
        """One value as editing reads it; the same text in many rows is read once."""
        known = self._known.get((field, text))
        if known is None:
            known = read_values(self._work.dossier, self._empty, {field: text})
            if field not in _VARIED:
                self._known[field, text] = known
        return known

    def _references(self, part: FoundRow) -> dict[str, Id]:
        agreement = self._agreements.of(part.agreement)
        theme_id = self._themes.of(part.theme) or (agreement.theme_id if agreement else "")
        is_coming = not self._work.is_left_out(part)
        table = self._kinds.of if is_coming else self._kinds.standing
        return {
            "kind_id": table(part, theme_id),
            "municipality_id": self._names.party(part.municipality) or self._only_town,
            "agreement_id": agreement.id if agreement else "",
        }


def _ranks(
    work: Work, found: RowPairing, wanted: dict[str, Commitment]
) -> Iterator[tuple[int, str]]:
    by_kind: dict[Id, list[int]] = {}
    parts, pairs = work.reading.rows, found.pairing.pairs
    for place, part in enumerate(parts):
        if place in pairs or not work.is_left_out(part):
            by_kind.setdefault(wanted[part.key].kind_id, []).append(place)
    for kind_id, places in by_kind.items():
        order = [pairs[p].entity.rank if p in pairs else "" for p in places]
        standing = [row.rank for row in work.dossier.of(Commitment, "kind_id", kind_id)]
        ranks = ranks_among(order, standing)
        yield from zip((p for p in places if p not in pairs), ranks, strict=True)


def _updated(row: Commitment, given: dict[str, Any]) -> Commitment:
    """The row with what the source gives; years that it does not name stay."""
    new = replace(row, **given)
    years = {phase.year: phase for phase in (*row.phasing, *new.phasing)}
    return replace(new, phasing=tuple(years[year] for year in sorted(years)))
