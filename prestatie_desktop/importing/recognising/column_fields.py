"""What each column of a table is: by the words above it, and by its cells."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.recognising.cells import Looks, looks
from prestatie_desktop.importing.recognising.columns import field_named
from prestatie_desktop.importing.recognising.grids import Grid, Profile, only_text, profiles
from prestatie_desktop.importing.recognising.number_columns import number_column
from prestatie_desktop.importing.recognising.signatures import is_function, is_person
from prestatie_desktop.importing.recognising.vocabulary import fold, is_total, kind_named

_LOOKED_AT = 500
_MOST = 0.55
_SOME = 0.35
_MOSTLY = 0.66
#: What a party does takes more letters than its name.
_WORDS = 15
#: The text of an agreement is longer than the name of a project.
_TEXT_LENGTH = 38
_PARTIES_LENGTH = 200
_NAME_LENGTH = 45
#: A column of crosses below the name of a party.
_MARKED = 0.9


def columns_of(
    grid: Grid, use: TableUse, labels: Sequence[str], head: int | None, seen: Counter[str]
) -> tuple[tuple[str, ...], bool]:
    """The field of each column, and whether nothing had to be guessed that a person should see.

    `labels` are the words above the columns, `head` the row that they stand in, `seen` the short
    texts of the whole source.
    """
    if use is TableUse.AGREEMENTS:
        return _agreement_columns(grid, head, labels)
    if use is TableUse.PROJECTS:
        return _project_columns(grid, head, labels, seen)
    if use is TableUse.SIGNATORIES:
        return person_columns(grid) or tuple(
            field_named(label, use) or "" for label in labels
        ), True
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


def person_columns(grid: Grid) -> tuple[str, ...]:
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
