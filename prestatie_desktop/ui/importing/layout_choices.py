"""How a table is read, and what is decided when one of it is chosen otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from prestatie_desktop.importing.decisions import AssignedAs, Assignment, ColumnMap, Decisions
from prestatie_desktop.importing.reading import Reading, TableLayout, TableUse
from prestatie_desktop.importing.recognising.columns import FIELDS, field_named
from prestatie_desktop.importing.source import Source, Table, pieces_of
from prestatie_desktop.ui.importing.deciding import assign, map_columns
from prestatie_desktop.ui.importing.said import kind_choices, kind_label
from prestatie_desktop.words.importing import column_name, use_name
from prestatie_desktop.words.translation import tr

#: A table may begin with this many rows of something else.
_HEADS = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the source and how it is read."""

    table: Table
    layout: TableLayout
    #: How many tables have the same columns: they are read alike.
    alike: int
    #: Its place among the tables, from 1.
    number: int = 1

    @property
    def width(self) -> int:
        """How many columns."""
        return len(self.layout.columns)


def sheets_of(source: Source, reading: Reading) -> list[Sheet]:
    """The tables in the order of the source."""
    alike: dict[str, int] = {}
    for layout in reading.tables:
        alike[layout.signature] = alike.get(layout.signature, 0) + 1
    found = []
    for number, layout in enumerate(reading.tables, start=1):
        block = source.blocks[layout.block]
        if isinstance(block, Table):
            found.append(Sheet(block, layout, alike[layout.signature], number))
    return found


def use_choices() -> list[tuple[str, str]]:
    """What a table can hold."""
    return [(use.value, use_name(use.value)) for use in TableUse]


def kinds_for(sheet: Sheet) -> list[tuple[str, str]]:
    """The tables of a dossier that its rows can come in."""
    now = sheet.layout.kind
    known = kind_choices()
    own = [] if now in dict(known) or not now else [(now, kind_label(now))]
    return [("", tr("Staat in de rijen zelf")), *known, *own]


def head_choices(sheet: Sheet) -> list[tuple[str, str]]:
    """The rows that can have the headings of the columns."""
    rows = sheet.table.rows[:_HEADS]
    listed = [(str(at), tr("Rij {number}: {text}").format(number=at + 1, text=_row_words(row.cells)))
              for at, row in enumerate(rows)]  # fmt: skip
    return [("", tr("Geen kopregel")), *listed]


def field_choices(sheet: Sheet, column: int) -> list[tuple[str, str]]:
    """What a column can hold: fields by name, and a year or a party where it says so."""
    fields = list(FIELDS.get(sheet.layout.use, ()))
    now = sheet.layout.columns[column]
    label = sheet.layout.labels[column] if column < len(sheet.layout.labels) else ""
    year = field_named(label, sheet.layout.use) if label else None
    extra = [field for field in (now, year or "") if field and field not in fields]
    named = [(field, column_name(field)) for field in (*fields, *dict.fromkeys(extra))]
    return [("", rest_words(sheet.layout.use)), *named]


def rest_words(use: TableUse) -> str:
    """What becomes of a column that is no field: nothing of it is lost where rows have a note."""
    words = {
        TableUse.FIGURES: tr("Cijfers"),
        TableUse.PROJECTS: tr("In de toelichting"),
        TableUse.AGREEMENTS: tr("In de opmerking"),
    }
    return words.get(use, tr("Niet gebruiken"))


def with_use(decisions: Decisions, sheet: Sheet, use: TableUse) -> Decisions:
    """Read tables with these columns as holding something else."""
    return _mapped(decisions, sheet, use=use, columns=_proposed(sheet, sheet.layout.head, use))


def with_head(decisions: Decisions, sheet: Sheet, head: int | None) -> Decisions:
    """Have the headings in another row, or in none."""
    columns = _proposed(sheet, head, sheet.layout.use)
    if not any(columns):
        columns = sheet.layout.columns
    return _mapped(decisions, sheet, head=head, columns=columns)


def with_field(decisions: Decisions, sheet: Sheet, column: int, field: str) -> Decisions:
    """Have a column hold something else; a field stands in one column only."""
    columns = ["" if field and one == field else one for one in sheet.layout.columns]
    columns[column] = field
    return _mapped(decisions, sheet, columns=tuple(columns))


def with_kind(decisions: Decisions, sheet: Sheet, source: Source, kind: str) -> Decisions:
    """Have its rows come in another table of the dossier; other tables alike keep theirs."""
    if sheet.alike == 1:
        return _mapped(decisions, sheet, kind=kind)
    first = pieces_of(sheet.table)[:1]
    return assign(decisions, source, first, Assignment(AssignedAs.ROWS, kind))


def _mapped(decisions: Decisions, sheet: Sheet, **new: object) -> Decisions:
    layout = sheet.layout
    known = decisions.columns.get(layout.signature)
    kept = ColumnMap(
        use=layout.use,
        kind=known.kind if known is not None else "",
        head=layout.head,
        columns=layout.columns,
    )
    return map_columns(decisions, layout.signature, replace(kept, **new))  # type: ignore[arg-type]


def _proposed(sheet: Sheet, head: int | None, use: TableUse) -> tuple[str, ...]:
    if use is TableUse.FIGURES:
        return ("label", *[""] * (sheet.width - 1))
    if head is None or head >= len(sheet.table.rows):
        return ("",) * sheet.width
    found: list[str] = []
    cells = sheet.table.rows[head].cells
    for at in range(sheet.width):
        field = field_named(cells[at].text, use) if at < len(cells) else None
        found.append(field if field and field not in found else "")
    return tuple(found)


def _row_words(cells: Sequence[object]) -> str:
    words = [" ".join(getattr(cell, "text", "").split()) for cell in cells]
    line = ", ".join(filter(None, words))
    return line if len(line) <= 60 else f"{line[:59]}…"
