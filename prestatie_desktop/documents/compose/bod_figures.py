"""The key figures of a bod: its plans in numbers, and its part of the tables of figures."""

from collections.abc import Iterator

from prestatie_desktop.documents.blocks import Align, Block, Cell, Column, Row, TableBlock
from prestatie_desktop.documents.compose.bod_version import BodVersion
from prestatie_desktop.documents.compose.kept import kept
from prestatie_desktop.documents.compose.series_table import series_table
from prestatie_desktop.documents.compose.totals import whole_total
from prestatie_desktop.domain.bod_overview import overview
from prestatie_desktop.domain.commitment import CommitmentKind, KindForm
from prestatie_desktop.domain.series import Series


def figure_blocks(version: BodVersion) -> Iterator[Block]:
    """Homes per kind, then the corporation's own column of every table of figures."""
    yield _plans(version)
    for series in version.text.all(Series):
        own = tuple(column for column in series.columns if column.party_id == version.party.id)
        if own:
            yield from kept(series_table(version.text, series, own))


def _plans(version: BodVersion) -> TableBlock:
    rows = []
    for kind in version.text.all(CommitmentKind):
        if kind.form is KindForm.PROJECT:
            found = version.rows(kind)
            facts = overview(kind, found, version.years)
            number, sentence = whole_total(facts.offered, len(facts.doubles))
            what = Cell(content=kind.label, note=sentence)
            rows.append(Row(cells=(what, str(len(found)) if found else "–", number)))
    return TableBlock(
        caption=f"Voornemens {version.period} in getallen",
        alt="Voornemens in getallen: projecten en woningen per soort",
        columns=(
            Column(title="Soort", weight=106, strong=True),
            Column(title="Projecten", weight=30, align=Align.RIGHT),
            Column(title="Woningen", weight=34, align=Align.RIGHT),
        ),
        rows=tuple(rows),
    )
