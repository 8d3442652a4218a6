"""Tables of figures of a source in a dossier; columns are known by their party, never by place."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.rank import spread
from prestatie_desktop.domain.series import Cell, Series, SeriesColumn, SeriesRow
from prestatie_desktop.importing.matching_names import folded
from prestatie_desktop.importing.matching_pairs import Ground, Pairing
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.planning_agreements import Agreements
from prestatie_desktop.importing.planning_draft import Work, filled
from prestatie_desktop.importing.planning_parties import Names
from prestatie_desktop.importing.planning_ranks import ranks_among
from prestatie_desktop.importing.planning_themes import Themes
from prestatie_desktop.importing.reading import FoundFigures
from prestatie_desktop.journal.edits.making import line
from prestatie_desktop.words.importing import column_name, part_name

_MOST_OFFERED = 3


def plan_figures(work: Work, names: Names, themes: Themes, agreements: Agreements) -> None:
    """Bring the tables of figures in: matched by title under their theme, or by title alone."""
    planner = _Planner(work, names, themes, agreements)
    parts, standing = work.reading.figures, work.dossier.all(Series)
    pairing = Pairing[FoundFigures, Series](parts, standing, work.decisions)
    pairing.by(Ground(MatchReason.SAME_NAME, planner.place_and_title, _place_and_title))
    pairing.by(Ground(MatchReason.SAME_NAME, planner.title_key, _title_key))
    ranks = ranks_among(
        [*(series.rank for series in standing), *[""] * len(pairing.unpaired())],
        [series.rank for series in standing],
    )
    for place, part in enumerate(parts):
        pair = pairing.pairs.get(place)
        rank = "" if pair else next(ranks)
        if work.is_left_out(part):
            work.left_out(part, pair)
        elif pair is None:
            series = planner.add(part, rank)
            work.added(part, series, _others(series, standing))
        else:
            work.updated(part, pair, changed=planner.update(part, pair.entity))


def _place_and_title(series: Series) -> object:
    return series.theme_id, folded(series.title)


def _title_key(series: Series) -> object:
    return folded(series.title)


def _others(series: Series, standing: tuple[Series, ...]) -> list[Series]:
    return [one for one in standing if one.theme_id == series.theme_id][:_MOST_OFFERED]


class _Planner:
    def __init__(self, work: Work, names: Names, themes: Themes, agreements: Agreements) -> None:
        self._work = work
        self._names = names
        self._themes = themes
        self._agreements = agreements

    def title(self, part: FoundFigures) -> str:
        """A table needs a title: its own, or where it stands."""
        if title := line(part.title, ""):
            return title
        return " ".join(filter(None, [part_name("figures"), part.agreement]))

    def title_key(self, part: FoundFigures) -> object:
        """What the table is called, as it is compared."""
        return folded(self.title(part))

    def place_and_title(self, part: FoundFigures) -> object:
        """Where it stands and what it is called."""
        return self._theme(part), folded(self.title(part))

    def _theme(self, part: FoundFigures) -> Id:
        agreement = self._agreements.of(part.agreement)
        named = self._themes.of(part.theme)
        return agreement.theme_id if agreement else named or self._first_theme()

    def _first_theme(self) -> Id:
        themes = self._work.dossier.themes
        return themes[0].id if themes else ""

    def add(self, part: FoundFigures, rank: str) -> Series:
        """A new table with its rows."""
        agreement = self._agreements.of(part.agreement)
        series = Series(
            id=new_id(),
            kind=part.kind,
            theme_id=self._theme(part),
            agreement_id=agreement.id if agreement else "",
            title=self.title(part),
            row_label=line(part.row_label, ""),
            unit=part.unit,
            reference_date=part.reference_date,
            with_totals=part.with_totals,
            columns=tuple(column for column, _ in self._columns(part, ())),
            rank=rank,
        )
        self._work.draft.add(series)
        keys = [column.key for column in series.columns]
        for (label, raws), row_rank in zip(part.rows, spread(len(part.rows)), strict=True):
            self._add_row(series, keys, label, raws, row_rank)
        return series

    def update(self, part: FoundFigures, old: Series) -> bool:
        """Put the figures over those that are there; rows and columns not in the source stay."""
        columns = list(self._columns(part, old.columns))
        added = tuple(column for column, is_new in columns if is_new)
        agreement = self._agreements.of(part.agreement)
        new = filled(
            old,
            row_label=line(part.row_label, ""),
            reference_date=part.reference_date,
            agreement_id=agreement.id if agreement else "",
            columns=(*old.columns, *added),
        )
        changed = self._work.draft.change(old, new)
        keys = [column.key for column, _ in columns]
        return self._update_rows(part, new, keys) or changed

    def _update_rows(self, part: FoundFigures, series: Series, keys: list[str]) -> bool:
        standing = self._work.dossier.of(SeriesRow, "series_id", series.id)
        waiting: dict[str, list[SeriesRow]] = {}
        for row in reversed(standing):
            waiting.setdefault(folded(row.label), []).append(row)
        found = [
            rows.pop() if (rows := waiting.get(folded(label))) else None for label, _ in part.rows
        ]
        order = [row.rank if row is not None else "" for row in found]
        ranks = ranks_among(order, [row.rank for row in standing])
        changed = False
        for (label, raws), old in zip(part.rows, found, strict=True):
            if old is None:
                self._add_row(series, keys, label, raws, next(ranks))
                changed = True
            else:
                changed |= self._work.draft.change(old, _with_cells(old, series, keys, raws))
        return changed

    def _add_row(
        self, series: Series, keys: list[str], label: str, raws: tuple[str, ...], rank: str
    ) -> None:
        empty = SeriesRow(id=new_id(), series_id=series.id, label=line(label, ""), rank=rank)
        self._work.draft.add(_with_cells(empty, series, keys, raws))

    def _columns(
        self, part: FoundFigures, standing: tuple[SeriesColumn, ...]
    ) -> Iterator[tuple[SeriesColumn, bool]]:
        """For each column of the source the one it is, and whether that is new."""
        waiting = _Waiting(standing)
        keys = {column.key for column in standing}
        for found in part.columns:
            party_id = self._names.party(found.party)
            label = line(found.label or found.party, column_name("figures"))
            known = waiting.take(party_id, label)
            if known is not None:
                yield known, False
                continue
            key = party_id if party_id and party_id not in keys else new_id()
            keys.add(key)
            yield SeriesColumn(key, label, party_id), True


class _Waiting:
    """Columns of a table in the dossier that no column of the source is yet."""

    def __init__(self, columns: Sequence[SeriesColumn]) -> None:
        self._by_name: dict[tuple[Id, str], deque[SeriesColumn]] = {}
        self._taken: set[str] = set()
        for column in columns:
            for name in self._names(column.party_id, column.label):
                self._by_name.setdefault(name, deque()).append(column)

    @staticmethod
    def _names(party_id: Id, label: str) -> Iterator[tuple[Id, str]]:
        """Of the same party with the same label, of the same party, with the same label."""
        if party_id:
            yield from ((party_id, folded(label)), (party_id, ""))
        yield "", folded(label)

    def take(self, party_id: Id, label: str) -> SeriesColumn | None:
        """The column that fits best, or None; it waits no longer."""
        for name in self._names(party_id, label):
            queue = self._by_name.get(name, deque())
            while queue:
                column = queue.popleft()
                if column.key not in self._taken:
                    self._taken.add(column.key)
                    return column
        return None


def _with_cells(
    row: SeriesRow, series: Series, keys: list[str], raws: tuple[str, ...]
) -> SeriesRow:
    """The row with the figures of the source; a blank leaves what is there."""
    cells = {cell.column: cell for cell in row.cells}
    for key, raw in zip(keys, raws, strict=False):
        clean = line(raw, "")
        if clean or key not in cells:
            cells[key] = Cell(key, read(clean, series.unit))
    return replace(row, cells=tuple(cells.values()))
