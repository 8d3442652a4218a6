"""What each table holds and what its columns are, from its heading, its head row and its cells."""

from collections import Counter
from collections.abc import Mapping, Sequence

from prestatie_desktop.importing.decisions import ColumnMap
from prestatie_desktop.importing.reading import TableLayout, TableUse
from prestatie_desktop.importing.recognising.cells import Looks, looks
from prestatie_desktop.importing.recognising.column_fields import columns_of, person_columns
from prestatie_desktop.importing.recognising.columns import field_named, heads_found
from prestatie_desktop.importing.recognising.grids import Grid, only_text, profiles
from prestatie_desktop.importing.recognising.number_columns import number_column
from prestatie_desktop.importing.recognising.vocabulary import fold, is_total, kind_named, year_of

_TOP = 8
_MOST = 0.55
_SOME = 0.35
#: The text of an agreement is longer than the name of a project.
_TEXT_LENGTH = 38
_SHORT_KIND = 30


def lay_out(
    grid: Grid,
    heading: str,
    kind: str,
    seen: Counter[str],
    decided: Mapping[str, ColumnMap] | None = None,
) -> TableLayout:
    """How a table is read. `heading` stands above it; `kind` is what that heading names, or "".

    `seen` counts the short texts of the whole source: names of parties come back, places do not.
    """
    layout = _proposed(grid, heading, kind, seen)
    choice = (decided or {}).get(layout.signature)
    if choice is None:
        return layout
    columns = (*choice.columns, *[""] * grid.width)[: grid.width]
    # What was decided for one table holds for shorter ones with the same columns.
    head = choice.head if choice.head is not None and choice.head < len(grid.texts) else None
    return TableLayout(
        signature=layout.signature,
        block=grid.block,
        title=heading,
        use=choice.use,
        kind=choice.kind or layout.kind,
        head=head,
        columns=columns,
        labels=_labels(grid, head),
    )


def _proposed(grid: Grid, heading: str, kind: str, seen: Counter[str]) -> TableLayout:
    use, head = _use_and_head(grid, kind)
    labels = _labels(grid, head)
    columns, sure = columns_of(grid, use, labels, head, seen)
    if use is not TableUse.PROJECTS:
        kind = ""
    elif "kind" not in columns and not kind:
        sure = False
    return TableLayout(
        signature=_signature(use, kind, labels, grid.width),
        block=grid.block,
        title=heading,
        use=use,
        kind=kind,
        head=head,
        columns=columns,
        labels=labels,
        sure=sure,
    )


def _signature(use: TableUse, kind: str, labels: Sequence[str], width: int) -> str:
    if any(labels):
        return "|".join(fold(label) for label in labels)
    return f"{use.value}:{kind}:{width}"


def _labels(grid: Grid, head: int | None) -> tuple[str, ...]:
    if head is None or head >= len(grid.texts):
        return ("",) * grid.width
    above = grid.texts[head - 1] if head else ("",) * grid.width
    has_two = head > 0 and sum(map(bool, above)) > 1
    return tuple(
        label or (upper if has_two else "")
        for label, upper in zip(grid.texts[head], above, strict=True)
    )


def _use_and_head(grid: Grid, kind: str) -> tuple[TableUse, int | None]:
    numbered = number_column(grid)
    heads = {use: _head(grid, use) for use in (TableUse.AGREEMENTS, TableUse.PROJECTS)}
    counts = {
        use: 0 if head is None else heads_found(_labels(grid, head), use)
        for use, head in heads.items()
    }
    if _counts_homes(grid, heads[TableUse.PROJECTS], kind):
        return TableUse.PROJECTS, heads[TableUse.PROJECTS]
    if numbered is not None and _has_text(grid, heads[TableUse.AGREEMENTS]):
        return TableUse.AGREEMENTS, heads[TableUse.AGREEMENTS]
    if (found := _figures_or_persons(grid, counts[TableUse.PROJECTS])) is not None:
        return found
    if _is_agreements(grid, heads[TableUse.AGREEMENTS], counts, kind):
        return TableUse.AGREEMENTS, heads[TableUse.AGREEMENTS]
    head = heads[TableUse.PROJECTS]
    said = counts[TableUse.PROJECTS] > 1 and _is_about_homes(grid, head)
    is_only_title = len(grid.texts) <= 2 and all(only_text(row) for row in grid.texts)
    if said or (kind and not is_only_title) or _looks_like_projects(grid):
        return TableUse.PROJECTS, head
    return TableUse.TEXT, None


def _figures_or_persons(grid: Grid, named: int) -> tuple[TableUse, int | None] | None:
    """`named`: how many fields of a list of projects the head names."""
    figures = _figures_head(grid)
    if figures is not None and named < 3:
        return TableUse.FIGURES, figures
    signers = _signers_head(grid)
    if signers is not None or person_columns(grid):
        return TableUse.SIGNATORIES, signers
    return None


def _counts_homes(grid: Grid, head: int | None, kind: str) -> bool:
    """Whether the head asks how many homes are built or sold, and for no agreement."""
    if head is None or any("afspra" in fold(label) for label in grid.texts[head]):
        return False
    fields = {field_named(label, TableUse.PROJECTS) for label in grid.texts[head]}
    return {"homes", "location"} <= fields and bool(kind or "kind" in fields)


def _signers_head(grid: Grid) -> int | None:
    """The head row of a table of signatories, or None when it is none."""
    head = _head(grid, TableUse.SIGNATORIES)
    if head is None or heads_found(grid.texts[head], TableUse.SIGNATORIES) < 2:
        return None
    names = {field_named(label, TableUse.SIGNATORIES) for label in grid.texts[head]}
    is_one = {"name", "function"} <= names or {"name", "signature"} <= names
    return head if is_one else None


def _is_agreements(grid: Grid, head: int | None, counts: dict[TableUse, int], kind: str) -> bool:
    if head is None or counts[TableUse.AGREEMENTS] < 2:
        return False
    fields = [field_named(label, TableUse.AGREEMENTS) for label in grid.texts[head]]
    if "text" not in fields or not _has_text(grid, head):
        return False
    return not kind or counts[TableUse.AGREEMENTS] > counts[TableUse.PROJECTS]


def _has_text(grid: Grid, head: int | None) -> bool:
    columns = profiles(grid.sample(head), grid.width)
    return any(one.length >= _TEXT_LENGTH or one.share(Looks.SENTENCE) > _SOME for one in columns)


def _head(grid: Grid, use: TableUse) -> int | None:
    heads = min(grid.table.heads or 0, len(grid.texts))
    # Slides mark the first row of a table as its head whatever stands there.
    if heads and is_label_row(grid.texts[heads - 1]):
        return heads - 1
    best, most = None, 1
    for place, row in enumerate(grid.texts[:_TOP]):
        if only_text(row) or not is_label_row(row):
            continue
        found = heads_found(row, use)
        years = sum(year_of(text) is not None for text in row)
        if found + (years > 1) > most:
            best, most = place, found + (years > 1)
    return _second(grid, best)


def _second(grid: Grid, head: int | None) -> int | None:
    """The lower of two rows of headings: years or names below a heading that spans them."""
    if head is None or head + 1 >= len(grid.texts):
        return head
    below = grid.texts[head + 1]
    if not is_label_row(below):
        return head
    years = [text for text in below if text and year_of(text) is not None]
    is_lower = len(years) > 1 or _is_spanned(grid.texts[head], below)
    return head + 1 if is_lower else head


def _is_spanned(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the lower row only divides what a heading in the upper row spans."""
    spanned = [column for column, text in enumerate(upper) if not text]
    if not spanned or not all(lower[column] for column in spanned):
        return False
    begins = {column - 1 for column in spanned} - set(spanned)
    return all(column in spanned or column in begins or not t for column, t in enumerate(lower))


def is_label_row(row: Sequence[str]) -> bool:
    """Whether nothing in a row is a figure, a class or a sentence, as below a head they would be."""
    other = Looks.SENTENCE | Looks.QUANTITY | Looks.UNKNOWN | Looks.FIGURE | Looks.NUMBER
    # "PC4" is the name of a column.
    row = [text for text in row if field_named(text, TableUse.PROJECTS) != "postcode"]
    digits = sum(any(c.isdigit() for c in text) and year_of(text) is None for text in row)
    values = sum(bool(looks(text) & other) and year_of(text) is None for text in row)
    return not values and digits <= 1


def _figures_head(grid: Grid) -> int | None:
    """The head row of a table of figures, or None when it is none."""
    first = next((i for i, row in enumerate(grid.texts[:_TOP]) if not only_text(row)), None)
    if first is None or grid.width < 2 or len(grid.texts) < first + 2:
        return None
    labels = [text for text in grid.texts[first][1:] if text]
    if not labels or any(looks(text) & Looks.SENTENCE for text in labels):
        return None
    years = sum(year_of(text) is not None for text in labels)
    if years < len(labels) * _MOST and any(looks(t) & Looks.FIGURE for t in labels):
        return None
    below = profiles(grid.texts[first + 1 :][: _TOP * 10], grid.width)[1:]
    used = [one for one in below if one.filled]
    figures = [one for one in used if one.share(Looks.FIGURE | Looks.UNKNOWN) > _MOST]
    fields = [field_named(text, TableUse.PROJECTS) for text in labels]
    named = sum(field in {"homes", "price", "dwelling_type", "accessibility"} for field in fields)
    is_one = len(used) == 1 and len(grid.texts) - first > 2 and not named
    enough = len(used) > 1 and len(figures) == len(used)
    return first if figures and named < 2 and (enough or (is_one and bool(figures))) else None


def _is_about_homes(grid: Grid, head: int | None) -> bool:
    """Whether a table says how many homes, or what happens to them."""
    labels = _labels(grid, head)
    fields = {field_named(label, TableUse.PROJECTS) for label in labels}
    if {"homes", "homes_after", "offered", "accessibility", "dwelling_type", "price"} & fields:
        return True
    rows = grid.sample(head)
    return any(bool(kind_named(text)) for row in rows for text in row if len(text) < _SHORT_KIND)


def _looks_like_projects(grid: Grid) -> bool:
    columns = profiles(grid.sample(None), grid.width)
    numbers = any(one.share(Looks.QUANTITY) > _MOST and one.length < 30 for one in columns)
    classes = Looks.ACCESSIBILITY | Looks.PRICE | Looks.DWELLING
    return numbers and any(one.share(classes) > _MOST for one in columns)


def is_repeated_head(row: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether a row repeats the head of its table, as after a page break."""
    filled = [(fold(text), fold(label)) for text, label in zip(row, labels, strict=True) if text]
    return len(filled) > 1 and all(text == label for text, label in filled)


def is_total_row(row: Sequence[str]) -> bool:
    """Whether a row adds up those above it."""
    first = next((text for text in row if text), "")
    return is_total(first)
