"""What each table holds and what its columns are, from its heading, its head row and its cells."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from prestatie_desktop.importing.decisions import ColumnMap
from prestatie_desktop.importing.reading import TableLayout, TableUse
from prestatie_desktop.importing.recognising.cells import Looks, looks
from prestatie_desktop.importing.recognising.columns import field_named, heads_found
from prestatie_desktop.importing.recognising.grids import Grid, Profile, only_text, profiles
from prestatie_desktop.importing.recognising.numbers import number_alone
from prestatie_desktop.importing.recognising.signatures import is_function, is_person
from prestatie_desktop.importing.recognising.vocabulary import fold, is_total, kind_named, year_of

_TOP = 8
#: So many rows show whether a column numbers agreements.
_LOOKED_AT = 500
_MOST = 0.55
_SOME = 0.35
_MOSTLY = 0.66
#: What a party does takes more letters than its name.
_WORDS = 15
#: The text of an agreement is longer than the name of a project.
_TEXT_LENGTH = 38
_PARTIES_LENGTH = 200
_SHORT_KIND = 30
_NAME_LENGTH = 45
#: A column of crosses below the name of a party.
_MARKED = 0.9


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
    return TableLayout(
        signature=layout.signature,
        block=grid.block,
        title=heading,
        use=choice.use,
        kind=choice.kind or layout.kind,
        head=choice.head,
        columns=columns,
        labels=_labels(grid, choice.head),
    )


def _proposed(grid: Grid, heading: str, kind: str, seen: Counter[str]) -> TableLayout:
    use, head = _use_and_head(grid, kind)
    labels = _labels(grid, head)
    columns, sure = _columns(grid, use, labels, head, seen)
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
    figures = _figures_head(grid)
    if numbered is not None and _has_text(grid, heads[TableUse.AGREEMENTS]):
        return TableUse.AGREEMENTS, heads[TableUse.AGREEMENTS]
    if figures is not None and counts[TableUse.PROJECTS] < 3:
        return TableUse.FIGURES, figures
    signers = _head(grid, TableUse.SIGNATORIES)
    if signers is not None and heads_found(grid.texts[signers], TableUse.SIGNATORIES) > 1:
        names = {field_named(label, TableUse.SIGNATORIES) for label in grid.texts[signers]}
        if {"name", "function"} <= names or {"name", "signature"} <= names:
            return TableUse.SIGNATORIES, signers
    if _persons(grid):
        return TableUse.SIGNATORIES, None
    if _is_agreements(grid, heads[TableUse.AGREEMENTS], counts, kind):
        return TableUse.AGREEMENTS, heads[TableUse.AGREEMENTS]
    head = heads[TableUse.PROJECTS]
    said = counts[TableUse.PROJECTS] > 1 and _is_about_homes(grid, head)
    is_only_title = len(grid.texts) <= 2 and all(only_text(row) for row in grid.texts)
    if said or (kind and not is_only_title) or _looks_like_projects(grid):
        return TableUse.PROJECTS, head
    return TableUse.TEXT, None


def _persons(grid: Grid) -> tuple[str, ...]:
    """The columns of a table without a head that holds a person in each row; () for others."""
    rows = [row for row in grid.texts[:_LOOKED_AT] if any(row)]
    if len(rows) < 2:
        return ()

    def share(column: int, test: Callable[[str], bool]) -> float:
        return sum(bool(row[column]) and test(row[column]) for row in rows) / len(rows)

    columns = range(grid.width)
    names = [c for c in columns if share(c, is_person) > _MOSTLY]
    functions = [c for c in columns if c not in names and share(c, is_function) > _MOSTLY]
    if len(names) != 1 or not functions:
        return ()
    others = [c for c in columns if c not in (names[0], functions[0]) and share(c, bool) > _MOSTLY]
    fields = {names[0]: "name", functions[0]: "function"}
    fields |= dict.fromkeys(others[:1], "organisation")
    return tuple(fields.get(column, "") for column in columns)


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


def number_column(grid: Grid) -> int | None:
    """The column with the numbers of agreements, or None."""
    for column in range(min(grid.width, 4)):
        filled = [row[column] for row in grid.texts[:_LOOKED_AT] if row[column]]
        numbers = [n for text in filled if (n := number_alone(text))]
        if not numbers or len(numbers) < _MOST * (len(filled) - 1):
            continue
        if _is_other(grid.texts[0][column]):
            continue
        if _counts_up([n.components for n in numbers]) and _is_apart(grid, column):
            return column
    return None


def _is_other(label: str) -> bool:
    """Whether the words above a column say that it holds something else than numbers of items."""
    named = field_named(label, TableUse.PROJECTS)
    return (named is not None and named != "homes") or fold(label).startswith(
        ("aantal", "woningen")
    )


def _counts_up(numbers: Sequence[tuple[str, ...]]) -> bool:
    """Whether these number things: no number twice, and more than digits, or 1, 2, 3 …."""
    if len(set(numbers)) < len(numbers) * 0.9:
        return False
    if all(len(number) > 1 for number in numbers):
        return True
    digits = [int(number[-1]) for number in numbers if number[-1].isdecimal()]
    steps = [after - before for before, after in pairwise(digits)]
    return bool(digits) and all(0 < step < 5 for step in steps)


def _is_apart(grid: Grid, column: int) -> bool:
    """Whether it is no column of figures among others."""
    rows = [row[column + 1 :] for row in grid.texts[:_LOOKED_AT]]
    others = profiles(rows, grid.width - column - 1)
    return any(one.length >= _TEXT_LENGTH or one.share(Looks.SENTENCE) > _SOME for one in others)


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


def _columns(
    grid: Grid, use: TableUse, labels: Sequence[str], head: int | None, seen: Counter[str]
) -> tuple[tuple[str, ...], bool]:
    if use is TableUse.AGREEMENTS:
        return _agreement_columns(grid, head, labels)
    if use is TableUse.PROJECTS:
        return _project_columns(grid, head, labels, seen)
    if use is TableUse.SIGNATORIES:
        return _persons(grid) or tuple(field_named(label, use) or "" for label in labels), True
    if use is TableUse.FIGURES:
        return ("label", *[""] * (grid.width - 1)), True
    return ("",) * grid.width, use is not TableUse.TEXT


def _once(fields: list[str]) -> list[str]:
    """Each field at its first column only."""
    return [field if field not in fields[:place] else "" for place, field in enumerate(fields)]


def _named_fields(labels: Sequence[str]) -> list[str]:
    """What the heads of a table of agreements say; several say what each party does."""
    parts = [label for label in labels if share_of_work(label)]
    return [
        f"part:{label}"
        if len(parts) > 1 and label in parts
        else field_named(label, TableUse.AGREEMENTS) or ""
        for label in labels
    ]


def _agreement_columns(
    grid: Grid, head: int | None, labels: Sequence[str]
) -> tuple[tuple[str, ...], bool]:
    columns = profiles(grid.sample(head), grid.width)
    fields = _once(_named_fields(labels))
    fields = [
        "text" if field == "theme" and "text" not in fields and _is_long(columns[c]) else field
        for c, field in enumerate(fields)
    ]
    number = number_column(grid)
    if number is not None:
        fields = ["" if field == "number" else field for field in fields]
        fields[number] = "number"
    free = [c for c in range(grid.width) if not fields[c] and not labels[c] and columns[c].filled]
    if "text" not in fields and free:
        most = max(columns[c].filled for c in free)
        usual = [c for c in free if columns[c].filled * 2 >= most]
        longest = max(usual, key=lambda c: columns[c].length)
        fields[longest] = "text"
        free.remove(longest)
    behind = fields.index("text") if "text" in fields else -1
    if not {"parties", "lead", "involved"} & set(fields):
        short = [c for c in free if columns[c].length < _PARTIES_LENGTH]
        shares = {c: _party_share([row[c] for row in grid.sample(head)]) for c in short}
        likely = [c for c in short if shares[c] > _SOME or (c > behind and shares[c] > 0)]
        if likely or (after := [c for c in short if c > behind]):
            fullest = max(likely or after, key=lambda c: (shares[c], columns[c].filled, -c))
            fields[fullest] = "parties"
            free.remove(fullest)
    for column in free:
        if column > behind and "figures" not in fields:
            fields[column] = "figures"
    for column, label in enumerate(labels):
        one = columns[column]
        if one.length > _WORDS and "text" in fields and share_of_work(label):
            fields[column] = f"part:{label}"
        if label and not fields[column] and one.filled and one.share(Looks.MARK) > _MARKED:
            fields[column] = f"party:{label}"
    return tuple(fields), head is not None or number is not None


def _project_columns(
    grid: Grid, head: int | None, labels: Sequence[str], seen: Counter[str]
) -> tuple[tuple[str, ...], bool]:
    # A row with one cell is a heading within the table.
    rows = [row for row in grid.sample(head) if not only_text(row)] or grid.sample(head)
    columns = profiles(rows, grid.width)
    fields = _once([field_named(label, TableUse.PROJECTS) or "" for label in _named(labels)])
    free = [c for c in range(grid.width) if not fields[c] and not labels[c] and columns[c].filled]
    sure = not free or head is None
    given = tuple(fields)
    fields = [_fitting(rows, given, labels, c) for c in range(grid.width)]

    def take(field: str, wanted: Looks, least: float, without: Looks = Looks.NOTHING) -> None:
        if field in fields:
            return
        fits = [
            c for c in free
            if columns[c].share(wanted) >= least and columns[c].share(without) < _MOST
        ]  # fmt: skip
        if fits:
            best = max(fits, key=lambda c: (round(columns[c].share(wanted), 1), -c))
            fields[best] = field
            free.remove(best)

    take("accessibility", Looks.ACCESSIBILITY, _SOME)
    take("price", Looks.PRICE, _SOME, Looks.DWELLING | Looks.SENTENCE)
    take("dwelling_type", Looks.DWELLING, _SOME, Looks.SENTENCE)
    take("homes", Looks.QUANTITY, _SOME, Looks.SENTENCE)
    if "homes" not in fields:
        take("homes", Looks.QUANTITY | Looks.UNKNOWN, _MOST, Looks.SENTENCE)
    if "corporation" not in fields:
        _take_corporation(fields, free, rows, seen)
    if "location" not in fields and free:
        first = next((c for c in free if columns[c].share(Looks.SENTENCE) < _MOST), free[0])
        fields[first] = "location"
        free.remove(first)
    if "note" not in fields and free:
        longest = max(free, key=lambda c: columns[c].length)
        fields[longest] = "note"
    return tuple(fields), sure


_CODE = re.compile(r"complex ?(?:nr|nummer|code)|(?:project|object) ?(?:nr|nummer|code)")


def _named(labels: Sequence[str]) -> list[str]:
    """The labels without those of codes, where another column says what it is about."""
    others = [label for label in labels if not _CODE.fullmatch(fold(label))]
    if not any(field_named(label, TableUse.PROJECTS) == "location" for label in others):
        return list(labels)
    return [label if label in others else "" for label in labels]


def _fitting(
    rows: Sequence[Sequence[str]],
    fields: Sequence[str],
    labels: Sequence[str],
    column: int,
) -> str:
    """The field of a column; another when its cells do not fit the words above it."""
    field = fields[column]
    filled = [row[column] for row in rows if row[column]]
    if field == "kind":
        named = sum(bool(kind_named(text)) for text in filled)
        return field if named > _MOSTLY * len(filled) else "measure"
    if not field and filled and is_total(labels[column]) and "homes" not in fields:
        return "homes" if any(other.startswith("year:") for other in fields) else field
    return field


def _take_corporation(
    fields: list[str], free: list[int], rows: Sequence[Sequence[str]], seen: Counter[str]
) -> None:
    """The column of names that come back most in the source; the last such, as usual in tables."""
    cells = {column: [row[column] for row in rows] for column in free}
    scores = {column: _comes_back(cells[column], seen) for column in free}

    def rank(column: int) -> tuple[float, int, int]:
        often = sum(seen[fold(text)] for text in cells[column])
        return round(scores[column], 1), often, column

    best = max(free, key=rank, default=None)
    if best is not None and len(free) > 1 and scores[best] > _SOME:
        fields[best] = "corporation"
        free.remove(best)


def _comes_back(texts: Sequence[str], seen: Counter[str]) -> float:
    """The part of some cells that hold a name which stands elsewhere in the source too."""
    filled = [text for text in texts if text]
    said = [text for text in filled if not looks(text) & Looks.UNKNOWN]
    names = [t for t in said if looks(t) & Looks.NAME and len(t) < _NAME_LENGTH]
    return sum(seen[fold(text)] > 1 for text in names) / len(filled) if filled else 0.0


_SHARE_OF_WORK = re.compile(
    r"(?:bijdrage|inzet|rol|wat doet|taak|actie|aandeel)\s+(?:van\s+)?(?:(?:de|het)\s+)?(?P<who>\S.*)",
    re.IGNORECASE,
)


def share_of_work(label: str) -> str:
    """Whose part a column holds by the words above it, "Rol gemeente"; "" for other columns."""
    found = _SHARE_OF_WORK.fullmatch(label.strip())
    return found["who"] if found else ""


_PARTY_WORD = re.compile(
    r"(?<!\w)(?:gemeente|woningcorporaties?|corporaties?|huurders\w*|bewoners)"
)


def _is_long(one: Profile) -> bool:
    return one.length >= _TEXT_LENGTH or one.share(Looks.SENTENCE) > _SOME


def _party_share(texts: Sequence[str]) -> float:
    """The part of some cells that name parties by the usual words."""
    filled = [text for text in texts if text]
    named = [t for t in filled if _PARTY_WORD.search(t.casefold()) and not t.endswith(".")]
    return len(named) / len(filled) if filled else 0.0


def kind_above(heading: str, title: str) -> str:
    """The kind of commitments named by the heading above a table or the name of its sheet."""
    return kind_named(heading) or kind_named(title)


def is_repeated_head(row: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether a row repeats the head of its table, as after a page break."""
    filled = [(fold(text), fold(label)) for text, label in zip(row, labels, strict=True) if text]
    return len(filled) > 1 and all(text == label for text, label in filled)


def is_total_row(row: Sequence[str]) -> bool:
    """Whether a row adds up those above it."""
    first = next((text for text in row if text), "")
    return is_total(first)
