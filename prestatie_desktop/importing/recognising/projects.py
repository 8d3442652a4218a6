"""Rows of homes: new build, demolition, renovation, sale, acquisition, study, and other tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from prestatie_desktop.importing.reading import Doubt, DoubtKind, FoundRow, TableLayout
from prestatie_desktop.importing.recognising.cells import Looks, looks
from prestatie_desktop.importing.recognising.grids import Grid, only_text
from prestatie_desktop.importing.recognising.layouts import is_repeated_head, is_total_row
from prestatie_desktop.importing.recognising.names import Lexicon
from prestatie_desktop.importing.recognising.roles import mentions_in
from prestatie_desktop.importing.recognising.subheadings import subheadings
from prestatie_desktop.importing.recognising.vocabulary import fold, kind_named

#: What of a row has a column of its own; other columns go to the note with their heading.
_KEPT = frozenset(
    {"location", "neighbourhood", "postcode", "homes", "homes_after", "offered", "dwelling_type",
     "accessibility", "price", "note"}
)  # fmt: skip
_MERGED = re.compile(
    r"(?:samenvoeg|samengevoeg|split|omzet|transform|verbouw)\w*.*?\b(?:naar|tot|in)\s+"
    r"(?P<after>\d+\s+(?:\w+\s+)?\w*(?:woning|appartement)\w*|\d+\s+\w+)",
    re.IGNORECASE,
)
_FITS = {
    "homes": Looks.QUANTITY | Looks.UNKNOWN,
    "accessibility": Looks.ACCESSIBILITY | Looks.UNKNOWN,
    "price": Looks.PRICE | Looks.UNKNOWN,
    "dwelling_type": Looks.DWELLING | Looks.UNKNOWN,
}
_DAEB = {"daeb": "daeb", "niet daeb": "niet_daeb", "gemengd": "gemengd", "ja": "daeb", "nee": "niet_daeb"}  # fmt: skip
_STATUS = (
    ("cancelled", r"vervallen|gestopt|geannuleerd|afgevallen|niet doorgegaan"),
    ("delivered", r"opgeleverd|gereed|afgerond|gerealiseerd|klaar"),
    ("started", r"in uitvoering|gestart|in aanbouw|in realisatie|realisatie|uitvoering"),
    ("decided", r"besloten|definitief|vastgesteld|hard|gegund|vergund"),
    ("planned", r"gepland|planning|voorbereiding|in voorbereiding|zacht|ontwerp"),
    ("idea", r"idee|initiatief|verkenning|studie|onderzoek|haalbaarheid"),
)
_STATUSES = tuple((key, re.compile(words)) for key, words in _STATUS)
_CACHE = 20_000


@dataclass(slots=True)
class Place:
    """Where a table stands: its theme, its kind by the heading above it, whose table it is."""

    theme: str = ""
    #: The part of the reading that headings and totals belong to.
    key: str = "cover"
    kind: str = ""
    kind_number: str = ""
    corporation: str = ""
    agreement: str = ""


@dataclass(slots=True)
class _Table:
    grid: Grid
    layout: TableLayout
    place: Place
    lexicon: Lexicon
    by_text: dict[str, str] = field(default_factory=dict)

    def corporation(self, row: int, column: int) -> str:
        """The corporation named in a cell; the same words are looked up once."""
        text = self.grid.texts[row][column]
        if text not in self.by_text:
            found = mentions_in(self.grid.cell(row, column).pieces, self.lexicon).found
            if len(self.by_text) < _CACHE:
                self.by_text[text] = found[0].name if found else ""
            else:
                return found[0].name if found else ""
        return self.by_text[text]


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one row: a row of commitments, or only a heading, a total, a repeated head."""

    row: int
    found: FoundRow | None = None
    is_repeated_head: bool = False


def project_lines(
    grid: Grid, layout: TableLayout, place: Place, lexicon: Lexicon
) -> Iterator[Line]:
    """The rows of a table of commitments, in order."""
    table = _Table(grid, layout, place, lexicon)
    kind, corporation, area = "", place.corporation, ""
    headings = subheadings(grid, layout)
    above = _Above()
    for row, texts in enumerate(grid.texts):
        if layout.head is not None and row <= layout.head:
            yield Line(row)
            continue
        if layout.head is not None and is_repeated_head(texts, layout.labels):
            yield Line(row, is_repeated_head=True)
            continue
        alone = only_text(texts)
        if alone and grid.width > 1:
            if named := lexicon.name_of(alone):
                corporation = named
                yield Line(row)
                continue
            if kind_named(alone) and not looks(alone) & Looks.SENTENCE:
                kind = kind_named(alone)
                yield Line(row)
                continue
            if row in headings:
                area = alone
                yield Line(row)
                continue
        if is_total_row(texts):
            yield Line(row)
            continue
        found = _row(table, row, above, kind, corporation)
        if area:
            found = replace(found, values={"neighbourhood": area, **found.values})
        yield Line(row, found)


@dataclass(slots=True)
class _Reader:
    """One row while its cells are read."""

    table: _Table
    row: int
    values: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    kind: str = ""
    corporation: str = ""
    municipality: str = ""
    agreement: str = ""

    def take(self, column: int, name: str, text: str) -> None:
        """Take a cell; what has no field of its own goes to the note with its heading."""
        label = self.table.layout.labels[column]
        if name == "corporation" and not self._is_known(column, text):
            self.notes.append(f"{label or 'Corporatie'}: {text}")
        elif name == "municipality":
            self._municipality(column, text, label or "Gemeente")
        elif name == "kind":
            self.kind = kind_named(text) or f"own:{text[:60]}"
        elif name == "agreement":
            self.agreement = text
        elif name == "daeb" and fold(text) in _DAEB:
            self.values["daeb"] = _DAEB[fold(text)]
        elif name == "status" and (status := _status(text)):
            self.values["status"] = status
        elif name.startswith("year:") or name in _KEPT:
            # Lines in a note are kept; elsewhere a line break is only layout.
            whole = self.table.grid.cell(self.row, column).text if name == "note" else text
            self.values[name] = "\n".join(filter(None, [self.values.get(name, ""), whole]))
        elif name != "corporation":
            self.notes.append(f"{label}: {text}" if label else text)

    def _is_known(self, column: int, text: str) -> bool:
        self.corporation = self.table.corporation(self.row, column)
        return bool(self.corporation or looks(text) & Looks.UNKNOWN)

    def _municipality(self, column: int, text: str, label: str) -> None:
        lexicon = self.table.lexicon
        self.municipality = self.table.corporation(self.row, column) or lexicon.name_of(
            f"Gemeente {text}"
        )
        if not self.municipality:
            self.notes.append(f"{label}: {text}")


@dataclass(slots=True)
class _Above:
    """What a cell that was merged over several rows says of all of them."""

    kind: str = ""
    corporation: str = ""

    def fill(self, reader: _Reader, texts: Sequence[str], fields: Sequence[str]) -> None:
        """Take over from above what a row leaves blank, or remember what it says."""
        said = {name for name, text in zip(fields, texts, strict=True) if text}
        if "kind" in fields:
            reader.kind = reader.kind if "kind" in said else self.kind
            self.kind = reader.kind
        if "corporation" in fields:
            reader.corporation = reader.corporation if "corporation" in said else self.corporation
            self.corporation = reader.corporation


def _row(table: _Table, row: int, above: _Above, kind: str, corporation: str) -> FoundRow:
    fields, shifted = _aligned(table, row)
    reader = _Reader(table, row)
    for column, (name, text) in enumerate(zip(fields, table.grid.texts[row], strict=True)):
        if text:
            reader.take(column, name, text)
    above.fill(reader, table.grid.texts[row], fields)
    doubts = [Doubt(DoubtKind.SHIFTED_CELLS)] if shifted else []
    _merging(reader.values, doubts)
    own = reader.kind or kind or table.layout.kind or table.place.kind
    who = reader.corporation or corporation
    doubts += _doubts(table, reader.values, own, who)
    if reader.notes:
        notes = filter(None, [reader.values.get("note", ""), *reader.notes])
        reader.values["note"] = "\n".join(notes)
    return FoundRow(
        key=f"row:{table.grid.block}:{row}",
        pieces=tuple(piece.key for piece in table.grid.pieces(row)),
        doubts=tuple(doubts),
        kind=own or "own:Overige projecten",
        kind_number=table.place.kind_number,
        theme=table.place.theme,
        agreement=reader.agreement or table.place.agreement,
        corporation=who,
        municipality=reader.municipality,
        values=reader.values,
    )


def _doubts(table: _Table, values: dict[str, str], kind: str, who: str) -> Iterator[Doubt]:
    if not who:
        yield Doubt(DoubtKind.NO_CORPORATION)
    if not table.layout.sure:
        yield Doubt(DoubtKind.COLUMNS_GUESSED)
    if not kind:
        yield Doubt(DoubtKind.KIND_GUESSED)
    homes = values.get("homes", "")
    if homes and not looks(homes) & (Looks.QUANTITY | Looks.UNKNOWN):
        yield Doubt(DoubtKind.NOT_A_NUMBER, (homes,))


def _status(text: str) -> str:
    folded = fold(text)
    return next((key for key, words in _STATUSES if words.fullmatch(folded)), "")


def _merging(values: dict[str, str], doubts: list[Doubt]) -> None:
    """Homes merged or split: the number after stands in words, the number before beside it."""
    words, beside = values.get("homes", ""), values.get("dwelling_type", "")
    found = _MERGED.search(words) or _MERGED.search(beside)
    if found is None:
        return
    values["homes_after"] = found["after"]
    if _MERGED.search(words) and looks(beside) & Looks.QUANTITY:
        values["homes"], values["dwelling_type"] = beside, words
        if not any(doubt.kind is DoubtKind.SHIFTED_CELLS for doubt in doubts):
            doubts.append(Doubt(DoubtKind.SHIFTED_CELLS))


def _aligned(table: _Table, row: int) -> tuple[Sequence[str], bool]:
    """The fields of a row's cells. Where cells are shifted against their columns, shifted along."""
    fields = table.layout.columns
    texts = table.grid.texts[row]
    if "corporation" not in fields:
        return fields, False
    column = fields.index("corporation")
    if not texts[column] or table.corporation(row, column):
        return fields, False
    if not _misfits(table, row, fields):
        return fields, False
    best, least = fields, _misfits(table, row, fields)
    for moved in _shifts(fields):
        misfits = _misfits(table, row, moved)
        if misfits < least - 1:
            best, least = moved, misfits
    return best, best is not fields


def _shifts(fields: Sequence[str]) -> Iterator[tuple[str, ...]]:
    yield (*fields[1:], "")
    yield ("", *fields[:-1])
    for at in range(1, len(fields) - 1):
        yield (*fields[:at], *fields[at + 1 :], "")
        yield (*fields[:at], "", *fields[at:-1])


def _misfits(table: _Table, row: int, fields: Sequence[str]) -> int:
    count = 0
    for column, name in enumerate(fields):
        text = table.grid.texts[row][column]
        if not text:
            continue
        if name == "corporation":
            count += 2 * (not table.corporation(row, column))
        elif name in _FITS:
            count += not looks(text) & _FITS[name]
    return count
