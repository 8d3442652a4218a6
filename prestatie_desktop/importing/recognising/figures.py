"""Tables of figures: years or categories against parties, with their totals checked."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.domain.series import SeriesKind
from prestatie_desktop.importing.reading import (
    Doubt,
    DoubtKind,
    FoundColumn,
    FoundFigures,
    TableLayout,
)
from prestatie_desktop.importing.recognising.dates import date_in
from prestatie_desktop.importing.recognising.grids import Grid
from prestatie_desktop.importing.recognising.layouts import is_repeated_head
from prestatie_desktop.importing.recognising.names import Lexicon, mentions
from prestatie_desktop.importing.recognising.vocabulary import fold, is_total, year_of

_PEILDATUM = re.compile(r"peildatum|per\s+\d|stand\s+(?:per|op)|ultimo", re.IGNORECASE)
_MOST = 0.6
_Figures = list[tuple[str, list[str]]]


def figures_of(
    grid: Grid, layout: TableLayout, lexicon: Lexicon, *, theme: str, agreement: str
) -> FoundFigures:
    """The table of figures in a grid. Totals in it are compared with the sums and left out."""
    title = layout.title or "Cijfers"
    head = layout.head or 0
    labels = list(grid.texts[head])
    body: _Figures = [
        (texts[0], list(texts[1:]))
        for row, texts in enumerate(grid.texts)
        if row > head and any(texts[1:]) and not is_repeated_head(texts, layout.labels)
    ]
    columns = labels[1:]
    if _turned(columns, [label for label, _ in body], lexicon):
        columns, body = _turn(columns, body)
        labels[0] = ""
    columns, body, doubts, printed = _without_totals(columns, body)
    years = sum(year_of(label) is not None for label, _ in body)
    is_series = bool(body) and years >= _MOST * len(body)
    unit = _unit(body, title)
    return FoundFigures(
        key=f"figures:{grid.block}",
        pieces=tuple(p.key for row in range(len(grid.texts)) for p in grid.pieces(row)),
        doubts=tuple(doubts),
        kind=SeriesKind.SERIES if is_series else SeriesKind.MATRIX,
        title=title,
        theme=theme,
        agreement=agreement,
        row_label=labels[0] or ("Jaar" if is_series else "Categorie"),
        unit=unit,
        reference_date=_reference_date(title),
        with_totals=printed is not None,
        columns=tuple(FoundColumn(label, _party(label, lexicon)) for label in columns),
        rows=tuple((label, tuple(values)) for label, values in body),
        printed_total=printed or "",
    )


def _party(label: str, lexicon: Lexicon) -> str:
    found = mentions((Run(text=label),), lexicon)
    return found.found[0].name if len(found.found) == 1 and not found.rest else ""


def _turned(columns: Sequence[str], rows: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether parties stand in the rows and not above the columns."""
    beside = sum(bool(_party(label, lexicon)) for label in rows)
    above = sum(bool(_party(label, lexicon)) for label in columns)
    return beside > above and beside >= _MOST * (len(rows) - 1)


def _turn(columns: Sequence[str], body: _Figures) -> tuple[list[str], _Figures]:
    turned = [(label, [values[place] for _, values in body]) for place, label in enumerate(columns)]
    return [label for label, _ in body], turned


def _without_totals(
    columns: Sequence[str], body: _Figures
) -> tuple[list[str], _Figures, list[Doubt], str | None]:
    doubts: list[Doubt] = []
    printed: str | None = None
    summed = [place for place, label in enumerate(columns) if is_total(label)]
    rows = [(label, values) for label, values in body if not is_total(label)]
    total_rows = [(label, values) for label, values in body if is_total(label)]
    kept = [place for place in range(len(columns)) if place not in summed and (
        columns[place] or any(values[place] for _, values in body))]  # fmt: skip
    for place in summed:
        printed = printed or ""
        for label, values in rows:
            doubts += _compared(label, values[place], [values[k] for k in kept])
    for label, values in total_rows:
        printed = printed or ""
        for place in kept:
            doubts += _compared(columns[place], values[place], [v[place] for _, v in rows])
        for place in summed:
            printed = values[place] or printed
            doubts += _compared(label, values[place], [v[k] for _, v in rows for k in kept])
    return (
        [columns[place] for place in kept],
        [(label, [values[place] for place in kept]) for label, values in rows],
        doubts,
        printed,
    )


def _compared(label: str, printed: str, figures: Sequence[str]) -> Iterator[Doubt]:
    total = read(printed).value
    known = [read(figure).value for figure in figures if figure]
    if total is None or any(value is None for value in known):
        return
    summed = sum((value for value in known if value is not None), Decimal(0))
    if summed != total and "%" not in printed:
        yield Doubt(DoubtKind.TOTAL_DIFFERS, (label, printed, f"{summed:f}"))


def _unit(body: _Figures, title: str) -> str:
    cells = [value for _, values in body for value in values if value]
    if cells and sum("%" in value for value in cells) >= _MOST * len(cells):
        return "percent"
    if cells and sum("€" in value for value in cells) >= _MOST * len(cells):
        return "euro"
    folded = fold(title)
    if re.search(r"\beuro\b|investering|budget|bedrag|onderhoud in", folded):
        return "euro"
    return "persons" if re.search(r"personen|statushouders|vergunninghouders", folded) else "homes"


def _reference_date(title: str) -> date | None:
    found = _PEILDATUM.search(title)
    return date_in(title[found.start() :]) if found else None
